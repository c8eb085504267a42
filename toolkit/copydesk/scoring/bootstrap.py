"""Percentile intervals by drawing whole clusters (documents, sentences) with replacement."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Any, Protocol, TypeVar

from copydesk.scoring.counts import Interval

DRAWS = 1000
_LEVEL = 0.95
#: clusters times draws held in memory at once
_BLOCK = 4_000_000

Statistic = Callable[[tuple[float, ...]], float | None]


class Summable(Protocol):
    """Counts that add up."""

    def __add__(self, other: Any, /) -> Any:
        """Both counts as one."""


Part = TypeVar("Part", bound=Summable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A value and its interval; both None where undefined."""

    value: float | None
    interval: Interval | None = None


def by_cluster(parts: Iterable[tuple[Hashable, Part]]) -> dict[Hashable, Part]:
    """The sum of the counts of each cluster, in order of first appearance."""
    sums: dict[Hashable, Part] = {}
    for cluster, part in parts:
        sums[cluster] = sums[cluster] + part if cluster in sums else part
    return sums


def ratio(sums: tuple[float, ...]) -> float | None:
    """The statistic of a share: first column over second."""
    return sums[0] / sums[1] if sums[1] else None


def estimate(
    clusters: Sequence[Sequence[float]], statistic: Statistic, *, draws: int = DRAWS, seed: int = 0, level: float = _LEVEL
) -> Estimate:
    """A statistic of the column sums, and its percentile interval over ``draws`` resamplings of the rows.

    Each row holds the counts of one cluster. The ends are drawn values (no interpolation), so they may be infinite. Draws
    in which the statistic is undefined are left out; there is no interval where those are more than half.
    """
    if not clusters:
        return Estimate(value=None)
    value = statistic(tuple(float(sum(column)) for column in zip(*clusters, strict=True)))
    if value is None:
        return Estimate(value=None)
    drawn = sorted(found for sums in _resampled(clusters, draws, seed) if (found := statistic(sums)) is not None)
    if 2 * len(drawn) <= draws:
        return Estimate(value=value)
    tail = (1 - level) / 2 * (len(drawn) - 1)
    return Estimate(value=value, interval=Interval(low=drawn[floor(tail)], high=drawn[len(drawn) - 1 - floor(tail)]))


def _resampled(clusters: Sequence[Sequence[float]], draws: int, seed: int) -> Iterable[tuple[float, ...]]:
    """Column sums of each resampling: how often every row is drawn, times the rows."""
    import numpy as np

    rows = np.asarray(clusters, dtype=np.float64)
    count = len(rows)
    generator = np.random.default_rng(seed)
    block = max(1, _BLOCK // count)
    for start in range(0, ceil(draws / block)):
        size = min(block, draws - start * block)
        times = generator.multinomial(count, np.full(count, 1 / count), size=size)
        yield from map(tuple, (times @ rows).tolist())
