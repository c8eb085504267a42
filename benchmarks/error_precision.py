"""Precision of flagged characters at the recall of a professional rater, on the segments that three raters saw side by side."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from copydesk.mqm.segments import RatedSegment
from copydesk.scoring import Estimate, estimate, number, ratio, table, with_interval
from copydesk.scoring.flagging import precision_at_recall
from copydesk.text import words
from error_flags import flags
from error_systems import System

Array = NDArray[Any]
RATERS, HUMAN = 3, "a rater"
SEVERITIES = {"any error": None, "major errors": True}
#: places on the curve between which precision is drawn straight
_POINTS = 500
#: of the three choices of the rater left out, for how many the union of the other two has a character that so many mark
_IN_UNION = np.array([0.0, 2.0, 3.0, 3.0])
#: and how often the rater left out is right to mark it
_RIGHT = np.array([0.0, 0.0, 2.0, 3.0])
Unit = Callable[[RatedSegment, Array], Array]


def three_rated(segments: Sequence[RatedSegment]) -> list[RatedSegment]:
    """The translations by systems that exactly three raters saw side by side."""
    return [segment for segment in segments if not segment.human and len(segment.side_by_side) == RATERS]


def marking(segment: RatedSegment, major: bool | None) -> Array:
    """How many of the three raters mark each character."""
    size = len(segment.target)
    marked: Array = np.array([flags(rating.errors, size, major=major) for rating in segment.side_by_side])
    counts: Array = marked.sum(axis=0, dtype=np.intp)
    return counts


def human_counts(raters: Array) -> list[float]:
    """Right, marked, and in the union of the two others, summed over the three choices of the rater left out."""
    return [float(_RIGHT[raters].sum()), float(raters.sum()), float(_IN_UNION[raters].sum())]


def curve_rows(segments: Sequence[RatedSegment], system: System, major: bool | None) -> list[list[float]]:
    """Of each document the human counts, then the characters flagged at each threshold, then those rightly flagged."""
    scores = [system.characters(segment, major=bool(major)) for segment in segments]
    edges = np.unique(np.quantile(np.concatenate(scores), np.linspace(0, 1, _POINTS), method="nearest"))
    rows: dict[str, Array] = {}
    for segment, values in zip(segments, scores, strict=True):
        raters = marking(segment, major)
        places = len(edges) - np.searchsorted(edges, values, side="right")
        found, right = (np.bincount(places, weights=w, minlength=len(edges)) for w in (None, _IN_UNION[raters]))
        row = np.concatenate((human_counts(raters), RATERS * np.cumsum(found), np.cumsum(right)))
        rows[segment.doc] = rows[segment.doc] + row if segment.doc in rows else row
    return [row.tolist() for row in rows.values()]


def precision(sums: tuple[float, ...], *, less_human: bool = False) -> float | None:
    """Precision where recall is the human one of the same draw; on demand less that of the rater."""
    right, marked, wanted = sums[:3]
    found, hits = np.split(np.array(sums[3:]), 2)
    if not wanted or not marked:
        return None
    value = precision_at_recall(found, hits, wanted, right / wanted)
    return value if value is None or not less_human else value - right / marked


def _cells(segments: Sequence[RatedSegment], system: System, major: bool | None, seed: int) -> list[str]:
    rows = curve_rows(segments, system, major)
    estimates = (estimate(rows, partial(precision, less_human=less), seed=seed) for less in (False, True))
    return [with_interval(found) for found in estimates]


def _by_document(segments: Sequence[RatedSegment], major: bool | None, unit: Unit) -> list[list[float]]:
    """Human counts of each document, and the pair counts: marked by both, marked by one, marked by the other."""
    rows: dict[str, Array] = {}
    for segment in segments:
        marked = [unit(segment, flags(rating.errors, len(segment.target), major=major)) for rating in segment.side_by_side]
        raters = np.array(marked).sum(axis=0, dtype=np.intp)
        row = np.array([*human_counts(raters), float((raters * (raters - 1)).sum()), float((RATERS - 1) * raters.sum())])
        rows[segment.doc] = rows[segment.doc] + row if segment.doc in rows else row
    return [row.tolist() for row in rows.values()]


def _characters(_: RatedSegment, flagged: Array) -> Array:
    return flagged


def _words(segment: RatedSegment, flagged: Array) -> Array:
    return np.array([flagged[span.start : span.end].any() for span in words(segment.target)], dtype=bool)


def _tokens(segment: RatedSegment, flagged: Array) -> Array:
    return np.array([flagged[match.start() : match.end()].any() for match in re.finditer(r"\S+", segment.target)], dtype=bool)


UNITS: dict[str, Unit] = {"characters": _characters, "words": _words, "tokens between spaces": _tokens}


def _human(segments: Sequence[RatedSegment], seed: int) -> str:
    """The rater's own point in several units."""
    lines = []
    for unit, flagged in UNITS.items():
        for name, major in SEVERITIES.items():
            rows = _by_document(segments, major, flagged)
            columns: tuple[tuple[int, int], ...] = ((0, 1), (0, 2), (3, 4))
            shares = [estimate([[row[top], row[low]] for row in rows], ratio, seed=seed) for top, low in columns]
            lines.append([unit, name, *(with_interval(share) for share in shares)])
    return table(["unit", "marks", "precision", "recall", "F1 of two raters"], lines, left=2)


def human_point(segments: Sequence[RatedSegment]) -> tuple[Estimate, Estimate]:
    """Precision and recall of a rater by characters of any error."""
    rows = _by_document(segments, None, _characters)
    precision_, recall = (estimate([[row[0], row[at]] for row in rows], ratio) for at in (1, 2))
    return precision_, recall


def span_precision(segments: Sequence[RatedSegment], systems: Sequence[System], seed: int) -> str:
    """The section."""
    rows = three_rated(segments)
    documents = len({segment.doc for segment in rows})
    lines = [[s.name, s.reads, *(c for major in SEVERITIES.values() for c in _cells(rows, s, major, seed))] for s in systems]
    whole, recall = human_point(rows)
    parts = [
        "## Precision at the recall of a rater",
        f"{len(rows):,} translations by systems in {documents} documents, each rated by three raters side by side. One rater's"
        " characters against the union of the two others', summed over the three choices of that rater; the mean person by"
        f" characters has precision {number(whole.value)} at recall {number(recall.value)}:",
        _human(rows, seed),
        "Each system flags characters from its highest score down until its recall of the same unions is that of the rater;"
        " where scores tie, a random part of the tied is taken. Words give their score to their characters and the lower of two"
        " to what stands between them; a system with one score a segment flags whole segments. “Less the rater”: above zero"
        " beats a professional. 95% intervals from 1,000 drawings of documents, recall and threshold anew in each.",
        table(["system", "reads", *(f"{name}{end}" for name in SEVERITIES for end in ("", ": less the rater"))], lines, left=2),
    ]
    return "\n\n".join(parts)
