"""A classical baseline: logistic regressions on words and on segments, fitted to the raters' marks by scikit-learn.

Reads the target only, as the reader does. Words are learned from one half of the training segments and segments from the other,
so that the latter see word probabilities as good, or bad, as those of new text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray

from copydesk.core.marking import Category
from copydesk.mqm.segments import RatedSegment
from copydesk.text import words
from error_flags import Threshold, best_threshold, flags, has_major, marks_at
from reader_answers import Answer, Key, key_of
from word_features import features, zipf

Array = NDArray[Any]
#: training segments drawn, and columns that features are hashed into
SEGMENTS, COLUMNS = 6000, 2**18
_RARE, _TOP = 2.5, 3
#: how strongly weights are drawn to zero: smaller is more
_WORD_C, _SEGMENT_C = 0.05, 1.0
#: segments answered at once, which bounds the memory for features
_CHUNK = 2000


class WordBaseline:
    """The fitted models; `answers` has the form of the reader's."""

    def __init__(self, segments: Iterable[RatedSegment], seed: int = 0, limit: int = SEGMENTS) -> None:
        from sklearn.feature_extraction import FeatureHasher

        self._hasher = FeatureHasher(n_features=COLUMNS, input_type="string")
        drawn = [segment for segment in segments if segment.ratings and words(segment.target)]
        Random(seed).shuffle(drawn)
        drawn = drawn[:limit]
        first, second = drawn[: len(drawn) // 2], drawn[len(drawn) // 2 :]
        rows = self._rows(first)
        self._models = [self._word_model(rows, first, severe) for severe in (None, True)]
        self._segment = self._segment_model(second)
        self.threshold: Threshold | None = None
        self.threshold = best_threshold(second, self.answers(second), lambda segment: segment.ratings)

    def answers(self, segments: Iterable[RatedSegment]) -> dict[Key, Answer]:
        """An answer to every segment."""
        whole, said = list(segments), {}
        for start in range(0, len(whole), _CHUNK):
            chunk = whole[start : start + _CHUNK]
            probabilities = self._probabilities(chunk)
            severe = self._segment.predict_proba(self._summaries(chunk, probabilities))[:, 1]
            for segment, found, worst in zip(chunk, probabilities, severe, strict=True):
                said[key_of(segment)] = self._answer(segment, found, float(worst))
        return said

    def _answer(self, segment: RatedSegment, found: Array, severe: float) -> Answer:
        spans = tuple(words(segment.target))
        answer = Answer(
            words=spans, any=tuple(found[:, 0].tolist()), major=tuple(found[:, 1].tolist()), quality=1 - severe,
            categories=(Category.MISTRANSLATION,) * len(spans), major_segment=severe, marks=(),
        )  # fmt: skip
        return replace(answer, marks=marks_at(answer, self.threshold, segment.target)) if self.threshold else answer

    def _rows(self, segments: Sequence[RatedSegment]) -> Any:
        """Hashed features of all words."""
        return self._hasher.transform(row for segment in segments for row in features(_words(segment)))

    def _word_model(self, rows: Any, segments: Sequence[RatedSegment], severe: bool | None) -> Any:
        marked = [_marked(segment, severe) for segment in segments]
        return _fitted(rows, np.concatenate(marked), _WORD_C, solver="liblinear")

    def _probabilities(self, segments: Sequence[RatedSegment]) -> list[Array]:
        """Of each segment, a row a word: any error, major error."""
        sizes = [len(words(segment.target)) for segment in segments]
        if not sum(sizes):
            return [np.zeros((0, 2)) for _ in segments]
        rows = self._rows(segments)
        found = np.stack([model.predict_proba(rows)[:, 1] for model in self._models], axis=1)
        return np.split(found, np.cumsum(sizes)[:-1])

    def _segment_model(self, segments: Sequence[RatedSegment]) -> Any:
        severe = np.array([np.mean([has_major(rating) for rating in segment.ratings]) for segment in segments])
        return _fitted(self._summaries(segments, self._probabilities(segments)), severe, _SEGMENT_C, scaled=True)

    def _summaries(self, segments: Sequence[RatedSegment], probabilities: Sequence[Array]) -> Array:
        return np.array([list(_summary(_words(s), found)) for s, found in zip(segments, probabilities, strict=True)])


def _words(segment: RatedSegment) -> list[str]:
    return [span.of(segment.target) for span in words(segment.target)]


def _marked(segment: RatedSegment, severe: bool | None) -> Array:
    """The share of raters that mark each word."""
    size = len(segment.target)
    marks = np.mean([flags(rating.errors, size, major=severe) for rating in segment.ratings], axis=0)
    return np.array([marks[span.start : span.end].max() for span in words(segment.target)])


def _summary(sentence: Sequence[str], found: Array) -> Iterator[float]:
    """What the words say together."""
    rare = [zipf(word.lower()) < _RARE for word in sentence]
    yield from (float(np.log1p(len(sentence))), float(len(sentence)), sum(rare) / max(1, len(rare)))
    for column in found.T if len(found) else np.zeros((2, 1)):
        ranked = np.sort(column)[::-1]
        yield from (float(ranked[0]), float(ranked[:_TOP].mean()), float(ranked.mean()), float(ranked.sum()))


def _fitted(rows: Any, shares: Array, strength: float, *, scaled: bool = False, solver: str = "lbfgs") -> Any:
    """A logistic regression for shares between 0 and 1: each row counts as both answers, by its share."""
    from scipy.sparse import csr_matrix, vstack
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    yes, no = np.flatnonzero(shares > 0), np.flatnonzero(shares < 1)
    sparse = csr_matrix(rows)
    both = vstack([sparse[yes], sparse[no]])
    truth = np.concatenate([np.ones(len(yes)), np.zeros(len(no))])
    weights = np.concatenate([shares[yes], 1 - shares[no]])
    model = LogisticRegression(C=strength, max_iter=1000, solver=solver)
    if not scaled:
        return model.fit(both.tocsr(), truth, sample_weight=weights)
    made = make_pipeline(StandardScaler(), model)
    return made.fit(both.toarray(), truth, logisticregression__sample_weight=weights)
