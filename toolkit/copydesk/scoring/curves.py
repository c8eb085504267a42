"""What every threshold would give: precision against recall, and false alarms in clean text against recall.

An answer is found at a threshold where its score is at least that. Answers of equal score are found together or not at all,
so that their order never matters.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import isnan
from typing import TYPE_CHECKING, Any, TypeVar

from copydesk.scoring.bootstrap import DRAWS, Estimate, estimate
from copydesk.scoring.counts import Proportion
from copydesk.scoring.rates import Rate

if TYPE_CHECKING:
    from numpy.typing import NDArray

Value = TypeVar("Value")
#: a value of answers that each count so many times; None where it is undefined
Weighted = Callable[["NDArray[Any]"], float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """What a system says to one question: how sure it is, and whether that is right.

    ``score`` is None where it says nothing at any threshold. ``wanted``: whether the question has a right answer that a
    system could give; recall is the share of those. An answer to an unwanted question may still be right (a ``hit``).
    """

    score: float | None
    hit: bool
    wanted: bool = True

    def __post_init__(self) -> None:
        if self.score is not None and isnan(self.score):
            raise ValueError("a score that is no number; None says that there is none")


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What a threshold gives: of what is found, how much is right; of what is wanted, how much is found rightly."""

    threshold: float
    found: Proportion
    wanted: Proportion

    @property
    def precision(self) -> float | None:
        """The right share of what is found."""
        return self.found.value

    @property
    def recall(self) -> float | None:
        """The rightly found share of what is wanted; None where nothing is wanted."""
        return self.wanted.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A point for each score that occurs, from the highest threshold to the lowest."""

    points: tuple[Point, ...]
    #: how many questions have an answer to find
    wanted: int

    @property
    def area(self) -> float | None:
        """Average precision: each rise in recall times the precision there (steps, nothing drawn between the points).

        None where nothing is wanted; 0 where nothing wanted is found.
        """
        if not self.wanted:
            return None
        area, before = 0.0, 0
        for point in self.points:
            area += (point.wanted.hits - before) / self.wanted * (point.precision or 0.0)
            before = point.wanted.hits
        return area

    def at_precision(self, precision: float) -> Point | None:
        """The point of the largest recall with at least this precision, of equal ones the most precise; None without one.

        Precision rises and falls along a curve: points in front of the answer may be below the precision asked for.
        """
        good = [point for point in self.points if point.precision is not None and point.precision >= precision]
        return max(good, key=lambda point: (point.wanted.hits, point.precision, point.threshold), default=None)

    def at_recall(self, recall: float) -> Point | None:
        """The most precise point with at least this recall, of equal ones that of the most recall; None without one."""
        good = [point for point in self.points if point.recall is not None and point.recall >= recall]
        return max(good, key=lambda point: (point.precision or 0.0, point.wanted.hits, point.threshold), default=None)

    def at_threshold(self, threshold: float) -> Point | None:
        """The point of what this threshold finds; None where it finds nothing."""
        return max((point for point in self.points if point.threshold >= threshold), key=_lowness, default=None)


def _lowness(point: Point) -> float:
    return -point.threshold


def curve(answers: Iterable[Scored]) -> Curve:
    """Precision and recall at every score that occurs."""
    answers = tuple(answers)
    wanted = sum(answer.wanted for answer in answers)
    points, right, found, recalled = [], 0, 0, 0
    for threshold, group in _falling((answer.score, answer) for answer in answers):
        right += sum(answer.hit for answer in group)
        found += len(group)
        recalled += sum(answer.hit and answer.wanted for answer in group)
        shares = Proportion(hits=right, total=found), Proportion(hits=recalled, total=wanted)
        points.append(Point(threshold=threshold, found=shares[0], wanted=shares[1]))
    return Curve(points=tuple(points), wanted=wanted)


def recall_at_precision(
    answers: Sequence[Scored],
    precision: float,
    *,
    clusters: Sequence[Hashable] | None = None,
    draws: int = DRAWS,
    seed: int = 0,
) -> Estimate:
    """The largest recall at any threshold with at least this precision, its interval drawn over clusters of answers.

    The threshold is chosen anew in each draw, as it would be on other data. 0 where no threshold is that precise; None where
    nothing is wanted. ``clusters`` names the cluster of each answer (else each is its own).
    """
    import numpy as np

    said = np.array([answer.score is not None for answer in answers], dtype=bool)
    scores = np.array([answer.score if answer.score is not None else 0.0 for answer in answers], dtype=np.float64)[said]
    wanted = np.array([answer.wanted for answer in answers], dtype=np.float64)
    hit = np.array([answer.hit for answer in answers], dtype=np.float64)[said]
    order = np.argsort(-scores, kind="stable")
    last = np.flatnonzero(np.diff(-scores[order], append=np.inf))

    def largest(weights: NDArray[Any]) -> float | None:
        whole = float((weights * wanted).sum())
        if not whole:
            return None
        drawn = weights[said][order]
        found, right = np.cumsum(drawn)[last], np.cumsum(drawn * hit[order])[last]
        recalled = np.cumsum(drawn * hit[order] * wanted[said][order])[last]
        # counts are whole numbers: the margins take nothing but rounding
        good = recalled[(right >= precision * found - 1e-9) & (found > 0.5)]
        return float(good.max()) / whole if len(good) else 0.0

    return by_weights(clusters if clusters is not None else range(len(answers)), largest, draws=draws, seed=seed)


def by_weights(clusters: Iterable[Hashable], statistic: Weighted, *, draws: int = DRAWS, seed: int = 0) -> Estimate:
    """A value that no sums of counts give (a place on a curve), with its interval drawn over clusters.

    ``clusters`` names the cluster of each answer; the statistic is given how many times each answer counts: once, then as
    often as its cluster is drawn. Memory grows with the square of the number of clusters: 10,000 take 2 GB.
    """
    import numpy as np

    places: dict[Hashable, int] = {}
    at = np.array([places.setdefault(cluster, len(places)) for cluster in clusters], dtype=np.intp)
    unit = [[0.0] * len(places) for _ in places]
    for place, row in enumerate(unit):
        row[place] = 1.0
    return estimate(unit, lambda times: statistic(np.asarray(times)[at]), draws=draws, seed=seed)


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmPoint:
    """What a threshold gives: findings in text where none should be, and how much of what is wanted is found rightly."""

    threshold: float
    alarms: Rate
    wanted: Proportion

    @property
    def per_thousand(self) -> float | None:
        """False alarms per 1,000 words of the clean text."""
        return self.alarms.per_thousand

    @property
    def recall(self) -> float | None:
        """The rightly found share of what is wanted."""
        return self.wanted.value


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmCurve:
    """A point for each score that occurs on either side, from the highest threshold to the lowest."""

    points: tuple[AlarmPoint, ...]

    def at_alarms(self, per_thousand: float) -> AlarmPoint | None:
        """The point of the largest recall with at most so many false alarms per 1,000 words, of equal ones the quietest."""
        quiet = [point for point in self.points if point.per_thousand is not None and point.per_thousand <= per_thousand]
        return max(quiet, key=lambda point: (point.wanted.hits, -point.alarms.found, point.threshold), default=None)

    def at_recall(self, recall: float) -> AlarmPoint | None:
        """The quietest point with at least this recall; None without one."""
        good = [point for point in self.points if point.recall is not None and point.recall >= recall]
        return min(good, key=lambda point: (point.alarms.found, -point.wanted.hits, -point.threshold), default=None)


def alarm_curve(answers: Iterable[Scored], alarms: Iterable[float], words: int) -> AlarmCurve:
    """False alarms against recall at every score that occurs.

    ``answers`` are to the wanted; ``alarms`` are the scores of all findings in a clean text of so many ``words``.
    """
    answers = tuple(answers)
    wanted, recalled, found, points = sum(answer.wanted for answer in answers), 0, 0, []
    right = ((answer.score, 1) for answer in answers if answer.hit and answer.wanted)
    for threshold, group in _falling((*right, *((score, 0) for score in alarms))):
        recalled += sum(group)
        found += len(group) - sum(group)
        rate, share = Rate(found=found, size=words), Proportion(hits=recalled, total=wanted)
        points.append(AlarmPoint(threshold=threshold, alarms=rate, wanted=share))
    return AlarmCurve(points=tuple(points))


def _falling(scored: Iterable[tuple[float | None, Value]]) -> Iterator[tuple[float, list[Value]]]:
    """The values of each score, from the highest score down; those without one are left out."""
    known = sorted(((score, value) for score, value in scored if score is not None), key=lambda pair: -pair[0])
    for score, group in groupby(known, key=lambda pair: pair[0]):
        yield score, [value for _, value in group]
