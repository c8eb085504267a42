"""Rated segments as rows of plain values, and back: the columns of the data sets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from copydesk.core.finding import Severity
from copydesk.core.marking import Category, ErrorSpan
from copydesk.core.span import Span
from copydesk.mqm.segments import RatedSegment, Rating

#: rises when the columns or what the readers make of a file change, so that caches made before are not used
VERSION = 1
_PLAIN = ("corpus", "pair", "domain", "doc", "seg", "system", "human", "source", "target", "reference")

Row = dict[str, Any]


def row_of(segment: RatedSegment) -> Row:
    """The segment as a row."""
    return {
        **{name: getattr(segment, name) for name in _PLAIN},
        "ratings": _ratings(segment.ratings),
        "side_by_side": _ratings(segment.side_by_side),
        "metrics": [{"name": name, "value": value} for name, value in segment.metrics],
    }


def segment_of(row: Mapping[str, Any]) -> RatedSegment:
    """The segment of a row that `row_of` made."""
    return RatedSegment(
        **{name: row[name] for name in _PLAIN},
        ratings=tuple(map(_rating, row["ratings"])),
        side_by_side=tuple(map(_rating, row["side_by_side"])),
        metrics=tuple((metric["name"], metric["value"]) for metric in row["metrics"]),
    )


def _ratings(ratings: Iterable[Rating]) -> list[Row]:
    return [{"rater": rating.rater, "errors": [_mark(error) for error in rating.errors]} for rating in ratings]


def _mark(error: ErrorSpan) -> Row:
    return {
        "start": error.span.start,
        "end": error.span.end,
        "category": error.category.value,
        "severity": error.severity.value,
        "confidence": error.confidence,
        "major": error.major,
    }


def _rating(row: Mapping[str, Any]) -> Rating:
    return Rating(rater=row["rater"], errors=tuple(map(_error, row["errors"])))


def _error(row: Mapping[str, Any]) -> ErrorSpan:
    return ErrorSpan(
        span=Span(row["start"], row["end"]),
        category=Category(row["category"]),
        severity=Severity(row["severity"]),
        confidence=row["confidence"],
        major=row["major"],
    )
