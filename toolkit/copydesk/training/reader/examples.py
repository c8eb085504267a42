"""Sentences with their goals: what raters, taggers or `corruption` say of every piece, as the network should answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from copydesk.core.finding import Severity
from copydesk.core.span import Span
from copydesk.mqm.segments import RatedSegment, Rating
from copydesk.reader.encoding import Piece
from copydesk.reader.labels import CATEGORIES, COLUMNS, TAGS

Numbers = NDArray[np.float32]

#: a goal that says nothing
UNKNOWN = -1.0
_KIND = {category: place for place, category in enumerate(CATEGORIES)}
_TAG = {tag: place for place, tag in enumerate(TAGS)}


class Origin(IntEnum):
    """Where a sentence comes from. Raters of one set share habits, which the network learns apart from what it reads."""

    NAMES = 0
    MADE = 1
    #: the first set of rated translations; the others follow
    RATED = 2


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Unit:
    """A sentence or segment: ``goals`` is (pieces, columns), between 0 and 1, ``UNKNOWN`` where nothing is known."""

    text: str
    pieces: tuple[Piece, ...]
    goals: Numbers
    origin: int


#: units that stand one behind the other in one document
Run = tuple[Unit, ...]


def unit(text: str, pieces: Sequence[Piece], origin: int) -> Unit:
    """A sentence of which nothing is known yet."""
    goals = np.full((len(pieces), COLUMNS.width), UNKNOWN, np.float32)
    return Unit(text=text, pieces=tuple(pieces), goals=goals, origin=origin)


def rated(segment: RatedSegment, pieces: Sequence[Piece], origin: int) -> Unit:
    """A rated translation: of each piece the share of raters that mark it."""
    made = unit(segment.target, pieces, origin)
    if segment.ratings:
        set_marks(made, segment.ratings)
    return made


def set_marks(made: Unit, ratings: Sequence[Rating]) -> None:
    """Write what raters marked into the goals of a unit."""
    spans = [piece.span for piece in made.pieces]
    marked = np.zeros((len(spans), 2), np.float32)
    kinds = np.zeros((len(spans), len(CATEGORIES)), np.float32)
    for rating in ratings:
        marked += _marked(rating, spans, kinds)
    made.goals[:, COLUMNS.any : COLUMNS.major + 1] = marked / len(ratings)
    total = kinds.sum(axis=1, keepdims=True)
    made.goals[:, COLUMNS.categories] = np.where(total > 0, kinds / np.maximum(total, 1), UNKNOWN)


def is_major(severity: Severity) -> bool:
    """Major or worse."""
    return severity is not Severity.MINOR


def _marked(rating: Rating, spans: Sequence[Span], kinds: Numbers) -> Numbers:
    """For each piece whether one rater marks it, and as major; categories are counted into ``kinds``."""
    hits = np.zeros((len(spans), 2), np.float32)
    for error in rating.errors:
        inside = [at for at, span in enumerate(spans) if span.overlaps(error.span)]
        hits[inside, 0] = 1
        hits[inside, 1] = np.maximum(hits[inside, 1], float(is_major(error.severity)))
        kinds[inside, _KIND[error.category]] += 1
    return hits


def tagged(text: str, pieces: Sequence[Piece], places: Sequence[Span], tags: Sequence[str | None]) -> Unit:
    """A sentence whose words have name tags (IOB2); a word with None may or may not be a name."""
    made = unit(text, pieces, Origin.NAMES)
    at = 0
    for number, piece in enumerate(pieces):
        while at + 1 < len(places) and piece.span.start >= places[at].end:
            at += 1
        tag = tags[at] if places else None
        if tag is None:
            continue
        inner = tag.startswith("B-") and piece.span.start > places[at].start
        made.goals[number, COLUMNS.tags] = 0
        made.goals[number, _TAG["I" + tag[1:] if inner else tag]] = 1
    return made
