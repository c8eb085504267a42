"""Scores and flags of every character of a segment: how word probabilities, segment scores and raters' marks are compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from copydesk import Span
from copydesk.core.finding import Severity
from copydesk.core.marking import Category, ErrorSpan
from copydesk.mqm.segments import RatedSegment, Rating
from copydesk.scoring.spans import OTHER_SEVERITY
from reader_answers import Answer, Key, key_of

Array = NDArray[Any]
#: parts of the probability of any error, from which on a major one is the severity
_SHARES = tuple(step / 20 for step in range(1, 20))


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """A word is flagged from the probability ``any`` on, as major where that of a major error is ``share`` of it or more."""

    any: float
    share: float
    #: character F1 where it was chosen
    f1: float

    def __str__(self) -> str:
        return f"any error ≥ {self.any:.3f}, major where its probability is ≥ {self.share:.2f} of that"


def is_major(mark: ErrorSpan) -> bool:
    """Critical errors count as major."""
    return mark.severity is not Severity.MINOR


def has_major(rating: Rating) -> bool:
    """Whether a rater marks a major error in the segment."""
    return any(is_major(mark) for mark in rating.errors)


def flags(marks: Iterable[ErrorSpan], length: int, *, major: bool | None = None) -> Array:
    """Which characters lie inside a mark, of the given severity where one is given."""
    flagged = np.zeros(length, dtype=bool)
    for mark in marks:
        if major is None or major is is_major(mark):
            flagged[mark.span.start : mark.span.end] = True
    return flagged


def word_scores(answer: Answer, values: Sequence[float], length: int) -> Array:
    """The value of each character's word; between two words the lower of both, outside all of them 0."""
    scores = np.zeros(length, dtype=np.float32)
    for span, value in zip(answer.words, values, strict=True):
        scores[span.start : span.end] = value
    for (one, left), (other, right) in pairwise(zip(answer.words, values, strict=True)):
        scores[one.end : other.start] = min(left, right)
    return scores


def runs(codes: Array) -> Iterator[tuple[int, int, int]]:
    """Stretches of equal codes: start, end, code."""
    edges = [0, *(np.flatnonzero(np.diff(codes)) + 1).tolist(), len(codes)]
    for start, end in pairwise(edges):
        if start < end:
            yield start, end, int(codes[start])


def marks_at(answer: Answer, threshold: Threshold, target: str) -> tuple[ErrorSpan, ...]:
    """The marks that a threshold makes of word probabilities; stretches of other severity are marks of their own.

    White space at the ends of a mark is left out.
    """
    any_, major = (word_scores(answer, values, len(target)) for values in (answer.any, answer.major))
    flagged = any_ >= threshold.any
    codes = flagged.astype(np.int8) + (flagged & (major >= threshold.share * any_))
    return tuple(
        ErrorSpan(
            span=_trimmed(start, end, target), category=Category.OTHER, severity=Severity.MAJOR if code == 2 else Severity.MINOR
        )
        for start, end, code in runs(codes)
        if code and not target[start:end].isspace()
    )


def _trimmed(start: int, end: int, target: str) -> Span:
    inside = target[start:end]
    return Span(end - len(inside.lstrip()), start + len(inside.rstrip()))


def best_threshold(
    segments: Sequence[RatedSegment], said: Mapping[Key, Answer], ratings: Callable[[RatedSegment], Sequence[Rating]]
) -> Threshold:
    """The threshold of the highest character F1 against each of the raters, over all segments (one or more)."""
    worth = [_worth(segment, ratings(segment)) for segment in segments]
    raters, gold, worth_minor, worth_major = (np.concatenate(column) for column in zip(*worth, strict=True))
    any_ = _joined(segments, lambda s: word_scores(said[key_of(s)], said[key_of(s)].any, len(s.target)))
    major = _joined(segments, lambda s: word_scores(said[key_of(s)], said[key_of(s)].major, len(s.target)))
    order = np.argsort(-any_, kind="stable")
    ends = np.flatnonzero(np.diff(-any_[order], append=np.inf))
    found, wanted = np.cumsum(raters[order])[ends], gold.sum()
    best = Threshold(any=1.0, share=0.5, f1=0.0)
    for share in _SHARES:
        hits = np.cumsum(np.where(major >= share * any_, worth_major, worth_minor)[order])[ends]
        f1 = 2 * hits / (found + wanted)
        at = int(np.argmax(f1))
        if f1[at] > best.f1:
            best = Threshold(any=float(any_[order][ends[at]]), share=share, f1=float(f1[at]))
    return best


def _joined(segments: Sequence[RatedSegment], make: Callable[[RatedSegment], Array]) -> Array:
    return np.concatenate([make(segment) for segment in segments])


def _worth(segment: RatedSegment, ratings: Sequence[Rating]) -> tuple[Array, Array, Array, Array]:
    """Of each character: raters, raters that mark it, and what a minor and a major flag on it are worth, summed over them."""
    size = len(segment.target)
    gold, worth_minor, worth_major = np.zeros((3, size))
    for rating in ratings:
        minor, major = (flags(rating.errors, size, major=severe) for severe in (False, True))
        gold += minor | major
        worth_minor += np.where(minor, 1.0, OTHER_SEVERITY * major)
        worth_major += np.where(major, 1.0, OTHER_SEVERITY * minor)
    return np.full(size, float(len(ratings))), gold, worth_minor, worth_major
