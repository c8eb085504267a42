"""From pieces to words: each word has the highest probability of its pieces, and their categories by their weight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from copydesk.core.span import Span
from copydesk.text import words

Numbers = NDArray[np.floating[Any]]


class Pooling:
    """Which pieces make which word of a text. Words that no piece covers are left out, as are pieces in no word."""

    def __init__(self, text: str, pieces: Sequence[Span]) -> None:
        found = [(word, inside) for word, inside in _owned(words(text), pieces) if inside]
        self.words = tuple(word for word, _ in found)
        self._members = np.array([piece for _, inside in found for piece in inside], dtype=np.intp)
        self._starts = np.cumsum([0, *(len(inside) for _, inside in found)][: len(found)], dtype=np.intp)

    def highest(self, values: Numbers) -> Numbers:
        """Of each word the highest value (pieces,) or row of values (pieces, columns) of its pieces."""
        return np.maximum.reduceat(values[self._members], self._starts, axis=0) if self.words else values[:0]

    def mean(self, values: Numbers, weights: Numbers) -> Numbers:
        """Of each word the mean row (pieces, columns) of its pieces, each with its weight (pieces,)."""
        if not self.words:
            return values[:0]
        weighed = values[self._members] * weights[self._members, None]
        sums: Numbers = np.add.reduceat(weighed, self._starts, axis=0)
        return sums / np.add.reduceat(weights[self._members], self._starts)[:, None]

    def first(self, values: NDArray[Any]) -> NDArray[Any]:
        """Of each word what its first piece has."""
        return values[self._members[self._starts]] if self.words else values[:0]


def _owned(found: Iterable[Span], pieces: Sequence[Span]) -> Iterator[tuple[Span, list[int]]]:
    """Each word with the numbers of the pieces that touch it; both stand in text order."""
    at = 0
    for word in found:
        while at < len(pieces) and pieces[at].end <= word.start:
            at += 1
        end = at
        while end < len(pieces) and pieces[end].start < word.end:
            end += 1
        yield word, list(range(at, end))


def probability(logits: Numbers, slope: float = 1.0, shift: float = 0.0) -> Numbers:
    """The logistic function of a straight line on logits, in double precision and without overflow."""
    line = np.clip(slope * logits.astype(np.float64) + shift, -60.0, 60.0)
    return np.asarray(1.0 / (1.0 + np.exp(-line)))


def shares(logits: Numbers) -> Numbers:
    """Softmax over the last axis."""
    powers = np.exp(logits.astype(np.float64) - logits.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True))
