"""Rated segments as JSON lines, one segment a line with the marks of all its raters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from copydesk.core.marking import ErrorSpan
from copydesk.mqm.fields import field, mark_at, only, optional, span_in
from copydesk.mqm.lines import At, objects
from copydesk.mqm.segments import RatedSegment, Rating

_FIELDS = frozenset(
    (
        "set",
        "lp",
        "domain",
        "doc",
        "seg",
        "system",
        "human",
        "source",
        "target",
        "reference",
        "ratings",
        "ratings_sxs",
        "metrics",
    )
)
#: the raters' tool shows a space after each text, and marks of what is missing at the end lie on it
_SHOWN_AFTER = 1


def read_rows(path: str | Path) -> Iterator[RatedSegment]:
    """The segments of a file of JSON lines, plain or gzip, one at a time.

    ``{set, lp, domain, doc, seg, system, human, source, target, reference, ratings: {rater: [{start, end, category,
    severity}]}}``, where ``ratings_sxs`` may hold ratings side by side and ``metrics`` published scores. Spans count code
    points of ``target``; one that ends on the space that the tool shows after it is cut, and may then be empty. Neutral marks
    and errors of the source are left out; ``Non-translation!`` is critical. Raises InputError with file, line and remedy.
    """
    for at, row in objects(path):
        only(row, _FIELDS, at)
        yield _segment(row, at)


def _segment(row: Mapping[str, object], at: At) -> RatedSegment:
    target = field(row, "target", str, at)
    return RatedSegment(
        corpus=field(row, "set", str, at),
        pair=field(row, "lp", str, at),
        domain=optional(row, "domain", str, at),
        doc=field(row, "doc", str, at),
        seg=field(row, "seg", int, at),
        system=field(row, "system", str, at),
        human=optional(row, "human", bool, at),
        source=optional(row, "source", str, at),
        target=target,
        reference=optional(row, "reference", str, at),
        ratings=_ratings(field(row, "ratings", dict, at), target, at),
        side_by_side=_ratings(optional(row, "ratings_sxs", dict, at) or {}, target, at),
        metrics=_metrics(optional(row, "metrics", dict, at) or {}, at),
    )


def _ratings(raters: Mapping[str, object], target: str, at: At) -> tuple[Rating, ...]:
    return tuple(Rating(rater=name, errors=_errors(field(raters, name, list, at), target, at)) for name in raters)


def _errors(marks: list[object], target: str, at: At) -> tuple[ErrorSpan, ...]:
    return tuple(found for mark in marks if (found := _error(mark, target, at)) is not None)


def _error(mark: object, target: str, at: At) -> ErrorSpan | None:
    if not isinstance(mark, dict):
        raise at.error("a mark that is not an object", "write {start, end, category, severity}")
    return mark_at(span_in(target, mark, at, past=_SHOWN_AFTER), mark, at)


def _metrics(scores: Mapping[str, object], at: At) -> tuple[tuple[str, float], ...]:
    return tuple((name, field(scores, name, float, at)) for name in scores)
