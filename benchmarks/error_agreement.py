"""Marks against those of each rater: character F1 in the way of WMT23, precision of whole spans, MCC of words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from copydesk import Span
from copydesk.core.finding import Severity
from copydesk.core.marking import Category, ErrorSpan
from copydesk.mqm.segments import RatedSegment, Rating
from copydesk.scoring import estimate, ratio, table, with_interval
from copydesk.scoring.flagging import matthews
from copydesk.scoring.spans import character_counts, joined, span_precisions
from copydesk.text import words
from error_flags import Threshold, best_threshold, flags, marks_at
from error_precision import three_rated
from error_systems import FLAG_ALL, System
from reader_answers import key_of

Marks = Callable[[RatedSegment], tuple[ErrorSpan, ...]]
Pair = tuple[tuple[ErrorSpan, ...], tuple[ErrorSpan, ...]]
HUMAN = "a rater against another"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """Something that marks errors in a segment."""

    name: str
    marks: Marks


def compared(found: tuple[ErrorSpan, ...], wanted: tuple[ErrorSpan, ...], target: str) -> list[float]:
    """Hits, found, wanted by character; span precision and spans; words marked by both, by the first, the second, by none."""
    count = character_counts(found, wanted)
    spans = [joined(mark.span for mark in marks) for marks in (found, wanted)]
    precisions = span_precisions(*spans)
    ours, theirs = (flags(marks, len(target)) for marks in (found, wanted))
    both = [(bool(ours[w.start : w.end].any()), bool(theirs[w.start : w.end].any())) for w in words(target)]
    table_ = [float(both.count(case)) for case in ((True, True), (True, False), (False, True), (False, False))]
    return [count.hits, count.found, count.wanted, sum(precisions), len(precisions), *table_]


def _f1(sums: tuple[float, ...]) -> float | None:
    return ratio((2 * sums[0], sums[1] + sums[2]))


def _precision(sums: tuple[float, ...]) -> float | None:
    return ratio((sums[0], sums[1]))


def _recall(sums: tuple[float, ...]) -> float | None:
    return ratio((sums[0], sums[2]))


def _span(sums: tuple[float, ...]) -> float | None:
    return ratio((sums[3], sums[4]))


def _mcc(sums: tuple[float, ...]) -> float | None:
    return matthews(*sums[5:9])


MEASURES = {
    "character F1": _f1,
    "precision": _precision,
    "recall": _recall,
    "span precision": _span,
    "word MCC": _mcc,
}


def _cells(pairs: Iterable[tuple[RatedSegment, Pair]], seed: int) -> list[str]:
    rows: dict[str, list[float]] = {}
    for segment, (found, wanted) in pairs:
        row = compared(found, wanted, segment.target)
        rows[segment.doc] = [one + more for one, more in zip(rows.get(segment.doc, [0.0] * len(row)), row, strict=True)]
    return [with_interval(estimate(list(rows.values()), measure, seed=seed)) for measure in MEASURES.values()]


def against(segments: Sequence[RatedSegment], marker: Marker, raters: str) -> Iterator[tuple[RatedSegment, Pair]]:
    """A marker's marks and those of each rater."""
    for segment in segments:
        found = marker.marks(segment)
        ratings: tuple[Rating, ...] = getattr(segment, raters)
        yield from ((segment, (found, rating.errors)) for rating in ratings)


def between(segments: Sequence[RatedSegment]) -> Iterator[tuple[RatedSegment, Pair]]:
    """The marks of every two raters of a segment, side by side, in both orders."""
    for segment in segments:
        yield from ((segment, (a.errors, b.errors)) for a, b in permutations(segment.side_by_side, 2))


def all_as(severity: Severity) -> Marker:
    """Every segment marked from end to end."""

    def marks(segment: RatedSegment) -> tuple[ErrorSpan, ...]:
        return (ErrorSpan(span=Span(0, len(segment.target)), category=Category.OTHER, severity=severity),)

    return Marker(name=f"{FLAG_ALL} as {severity.value}", marks=marks)


def markers(system: System, threshold: Threshold) -> Iterator[Marker]:
    """A system that speaks of words: at a threshold, and with the marks that it makes itself."""
    said = system.said or {}
    yield Marker(name=f"{system.name}, threshold of dev", marks=lambda s: marks_at(said[key_of(s)], threshold, s.target))
    yield Marker(name=f"{system.name}, its own marks", marks=lambda segment: said[key_of(segment)].marks)


def agreement(
    segments: Sequence[RatedSegment], dev: Sequence[RatedSegment], systems: Sequence[tuple[System, System]], seed: int
) -> str:
    """The section. ``systems``: each system as it answers to the test segments and to those of dev."""
    chosen: list[str] = []
    every: list[Marker] = []
    for system, on_dev in systems:
        threshold = best_threshold(dev, on_dev.said or {}, lambda segment: segment.ratings)
        chosen.append(f"- {system.name}: {threshold} (F1 {threshold.f1:.3f} on dev)")
        every += markers(system, threshold)
    every += [all_as(severity) for severity in (Severity.MINOR, Severity.MAJOR)]
    rows, machine = three_rated(segments), [segment for segment in segments if not segment.human]
    lines = [[HUMAN, *_cells(between(rows), seed)]]
    lines += [[marker.name, *_cells(against(rows, marker, "side_by_side"), seed)] for marker in every]
    main = [[marker.name, *_cells(against(machine, marker, "ratings"), seed)] for marker in every]
    parts = [
        "## Agreement with each rater",
        "Characters: both severities of a character, a hit is 1 where one agrees, 0.5 where only the other severity is marked"
        " (WMT23). Span precision: the part of a marked span inside its partner, one to one, mean over spans. Words: marked"
        " where a character of them is. 95% intervals from 1,000 drawings of documents.",
        "Thresholds, chosen for character F1 on newstest2020 dev (translations by systems), not on the test:",
        "\n".join(chosen),
        f"### Against each of three raters side by side ({len(rows):,} segments)",
        table(["marks", *MEASURES], lines),
        f"### Against each main rater ({len(machine):,} segments)",
        table(["marks", *MEASURES], main),
    ]
    return "\n\n".join(parts)
