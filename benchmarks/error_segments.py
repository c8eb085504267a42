"""Segments with a major error: which systems rank them worst, and how far their order is that of the raters' score."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from itertools import groupby
from typing import Any

import numpy as np
from numpy.typing import NDArray

from copydesk.mqm.segments import RatedSegment
from copydesk.mqm.weights import Weights
from copydesk.scoring import Estimate, estimate, table, with_interval
from copydesk.scoring.flagging import precision_of_worst
from error_flags import has_major
from error_systems import System

Array = NDArray[Any]
MEASURES = ("average precision", "worst 5%", "worst 10%", "Spearman", "Kendall tau-b")
#: drawings of documents: sorting thousands of rows anew in each for every system takes its time
DRAWS = 300
_HALF = 0.5
_COMPARED = (0, 2, 3)


def has_major_error(segment: RatedSegment) -> bool:
    """Whether half of all raters of the segment or more, main and side by side, mark a major error in it."""
    raters = (*segment.ratings, *segment.side_by_side)
    return sum(map(has_major, raters)) >= _HALF * len(raters)


def mean_score(segment: RatedSegment) -> float:
    """The mean of the main raters' scores."""
    weights = Weights()
    return float(np.mean([weights.score(rating) for rating in segment.ratings]))


class Ranked:
    """Every system's scores of the same segments, and what they are worth in any drawing of documents."""

    def __init__(self, segments: Sequence[RatedSegment], systems: Sequence[System], seed: int) -> None:
        ordered = sorted(segments, key=lambda segment: segment.doc)
        self.systems, self.seed = systems, seed
        self.wrong = np.array([has_major_error(segment) for segment in ordered])
        self.score = np.array([mean_score(segment) for segment in ordered])
        self.bad = np.array([[system.bad(segment) for segment in ordered] for system in systems])
        self.good = np.array([[system.good(segment) for segment in ordered] for system in systems])
        places = groupby(range(len(ordered)), key=lambda at: ordered[at].doc)
        self._documents = [np.array(list(group)) for _, group in places]
        self.values = cache(self._values)

    def _values(self, times: tuple[float, ...]) -> list[list[float | None]]:
        """The measures of every system, where each document counts so many times."""
        at = np.concatenate([np.tile(rows, int(n)) for rows, n in zip(self._documents, times, strict=True)])
        wrong, score = self.wrong[at], self.score[at]
        return [measures(bad[at], good[at], wrong, score) for bad, good in zip(self.bad, self.good, strict=True)]

    @cached_property
    def _unit(self) -> list[list[float]]:
        return [list(map(float, row)) for row in np.eye(len(self._documents))]

    def estimate(self, system: int, measure: int, less: int | None = None) -> Estimate:
        """One measure of one system; on demand less that of another, on the same drawings."""

        def value(times: tuple[float, ...]) -> float | None:
            drawn = self.values(times)
            mine, other = drawn[system][measure], 0.0 if less is None else drawn[less][measure]
            return None if mine is None or other is None else mine - other

        return estimate(self._unit, value, draws=DRAWS, seed=self.seed)


def measures(bad: Array, good: Array, wrong: Array, score: Array) -> list[float | None]:
    """Average precision, precision of the worst 5 and 10%, Spearman, Kendall; None where one is undefined."""
    from scipy.stats import kendalltau, spearmanr
    from sklearn.metrics import average_precision_score

    ranked = float(average_precision_score(wrong, bad)) if wrong.any() else None
    worst = [precision_of_worst(bad, wrong, share) for share in (0.05, 0.1)]
    if np.ptp(good) == 0 or np.ptp(score) == 0:
        return [ranked, *worst, None, None]
    return [ranked, *worst, float(spearmanr(good, score).statistic), float(kendalltau(good, score).statistic)]


def segments_with_errors(segments: Sequence[RatedSegment], systems: Sequence[System], seed: int) -> str:
    """The section; the first system is the one that the others are held against."""
    rows = [segment for segment in segments if not segment.human]
    ranked = Ranked(rows, systems, seed)
    lines = [
        [system.name, system.reads, *(with_interval(ranked.estimate(at, measure)) for measure in range(len(MEASURES)))]
        for at, system in enumerate(systems)
    ]
    first, wrong = systems[0].name, int(ranked.wrong.sum())
    parts = [
        "## Segments with a major error",
        f"{len(rows):,} translations by systems; {wrong:,} of them have a major error: half of all their raters or more, main"
        " and side by side, mark one. Worst 5% and 10%: the share of those with a major error. Spearman and Kendall: against"
        f" the mean score of the main raters (`{Weights().signature}`). Metrics as published in the file and sacrebleu here;"
        " “reads” says what a system sees beside the translation: whoever sees source or reference knows more than a"
        f" proof-reader does. 95% intervals from {DRAWS} drawings of documents.",
        table(["system", "reads", *MEASURES], lines, left=2),
        f"### {first} less each of the others",
        table(["system", "reads", *(MEASURES[at] for at in _COMPARED)], list(_differences(ranked)), left=2),
        *_losses(ranked),
    ]
    return "\n\n".join(parts)


def _differences(ranked: Ranked) -> Iterator[list[str]]:
    for at, system in enumerate(ranked.systems):
        if at:
            cells = (with_interval(ranked.estimate(0, measure, less=at)) for measure in _COMPARED)
            yield [system.name, system.reads, *cells]


def _losses(ranked: Ranked) -> Iterator[str]:
    """Where the first system is behind, in words."""
    for measure in _COMPARED:
        behind: list[str] = []
        surely: list[str] = []
        for at, system in enumerate(ranked.systems[1:], 1):
            found = ranked.estimate(0, measure, less=at)
            if found.value is not None and found.value < 0:
                (surely if found.interval and found.interval.high < 0 else behind).append(f"{system.name} ({system.reads})")
        said = "; ".join(f"{how}: {', '.join(names)}" for how, names in (("surely", surely), ("perhaps", behind)) if names)
        yield f"{MEASURES[measure]}: {ranked.systems[0].name} is behind {said or 'none of them'}."
