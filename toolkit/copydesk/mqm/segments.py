"""Segments of translations and how people rated them."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.core.marking import ErrorSpan


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """What one rater marked in one segment; no errors means that the rater read it and found none."""

    rater: str
    errors: tuple[ErrorSpan, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedSegment:
    """One system's translation of one segment. Spans of the ratings count code points of ``target``.

    ``human`` tells translations by people, which are rated like those of systems. ``side_by_side`` holds ratings by raters who
    saw several systems at once. ``metrics`` are published scores of this segment, higher is better.
    """

    corpus: str
    pair: str
    domain: str | None
    doc: str
    #: number of the segment within its document or file, as published
    seg: int
    system: str
    #: None where the file does not say
    human: bool | None
    source: str | None
    target: str
    reference: str | None = None
    ratings: tuple[Rating, ...] = ()
    side_by_side: tuple[Rating, ...] = ()
    metrics: tuple[tuple[str, float], ...] = ()
