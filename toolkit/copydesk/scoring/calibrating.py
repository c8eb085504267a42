"""Whether a stated probability is what happens: Brier score, expected calibration error, reliability, risk and coverage."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from copydesk.scoring.bootstrap import DRAWS, Estimate, estimate, ratio
from copydesk.scoring.counts import Proportion

BINS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """A stated probability, and whether it came true."""

    probability: float
    came_true: bool

    def __post_init__(self) -> None:
        if not 0 <= self.probability <= 1:
            raise ValueError(f"{self.probability} is no probability")

    @property
    def squared(self) -> float:
        """The squared distance from what happened."""
        return (self.probability - self.came_true) ** 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Forecasts from ``low`` up to ``high`` (itself only in the last bin), and how many came true."""

    low: float
    high: float
    #: the mean probability stated in it; None of an empty bin
    stated: float | None
    observed: Proportion

    @property
    def gap(self) -> float | None:
        """How far the stated mean lies above what happened; below zero: too modest. None of an empty bin."""
        happened = self.observed.value
        return None if self.stated is None or happened is None else self.stated - happened


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """How far probabilities can be believed. The values are None of nothing.

    Expected calibration error: the mean over forecasts of their bin's gap, without its sign (Guo et al. 2017 for bins of equal
    width; bins of equal mass do not let one full bin hide the others). The interval keeps the bins as they are. Chance alone
    makes the error of a small sample larger than zero, and larger still in redrawn ones: the interval leans upwards.
    """

    brier: Estimate
    error: Estimate
    error_by_mass: Estimate
    bins: tuple[Bin, ...]
    mass_bins: tuple[Bin, ...]


def calibration(
    forecasts: Sequence[Forecast],
    *,
    clusters: Sequence[Hashable] | None = None,
    bins: int = BINS,
    draws: int = DRAWS,
    seed: int = 0,
) -> Calibration:
    """All values of a set of forecasts, with 95% intervals drawn over clusters (``clusters`` names that of each forecast)."""
    names = clusters if clusters is not None else range(len(forecasts))
    wide, mass = width_edges(bins), mass_edges(forecasts, bins)
    squares: dict[Hashable, list[float]] = {}
    for name, forecast in zip(names, forecasts, strict=True):
        sums = squares.setdefault(name, [0.0, 0.0])
        sums[0] += forecast.squared
        sums[1] += 1
    return Calibration(
        brier=estimate(list(squares.values()), ratio, draws=draws, seed=seed),
        error=estimate(_by_bin(forecasts, names, wide), _error, draws=draws, seed=seed),
        error_by_mass=estimate(_by_bin(forecasts, names, mass), _error, draws=draws, seed=seed),
        bins=reliability(forecasts, wide),
        mass_bins=reliability(forecasts, mass),
    )


def width_edges(bins: int = BINS) -> tuple[float, ...]:
    """The edges of so many bins of equal width from 0 to 1."""
    if bins < 1:
        raise ValueError(f"{bins} bins")
    return tuple(place / bins for place in range(bins + 1))


def mass_edges(forecasts: Iterable[Forecast], bins: int = BINS) -> tuple[float, ...]:
    """The edges of so many bins with equally many forecasts in each, as far as equal forecasts, kept together, allow."""
    if bins < 1:
        raise ValueError(f"{bins} bins")
    stated = sorted(forecast.probability for forecast in forecasts)
    if not stated:
        return 0.0, 1.0
    inner = {stated[place * len(stated) // bins] for place in range(1, bins)}
    return 0.0, *sorted(inner - {stated[0]}), 1.0


def reliability(forecasts: Iterable[Forecast], edges: Sequence[float] | None = None) -> tuple[Bin, ...]:
    """Forecasts put into bins (of equal width where no edges are given); empty bins stand too."""
    edges = edges if edges is not None else width_edges()
    inside: list[list[Forecast]] = [[] for _ in edges[1:]]
    for forecast in forecasts:
        inside[_place(forecast, edges)].append(forecast)
    return tuple(
        Bin(
            low=low,
            high=high,
            stated=sum(forecast.probability for forecast in held) / len(held) if held else None,
            observed=Proportion(hits=sum(forecast.came_true for forecast in held), total=len(held)),
        )
        for (low, high), held in zip(pairwise(edges), inside, strict=True)
    )


def _place(forecast: Forecast, edges: Sequence[float]) -> int:
    """The bin: an edge belongs to the bin above it, the last one to the last bin."""
    return min(bisect_right(edges, forecast.probability) - 1, len(edges) - 2)


def _by_bin(forecasts: Sequence[Forecast], names: Iterable[Hashable], edges: Sequence[float]) -> list[list[float]]:
    """For each cluster, of each bin: what was stated less what happened, summed, and how many; the error follows from sums."""
    rows: dict[Hashable, list[float]] = {}
    for name, forecast in zip(names, forecasts, strict=True):
        row = rows.setdefault(name, [0.0] * (2 * len(edges) - 2))
        place = 2 * _place(forecast, edges)
        row[place] += forecast.probability - forecast.came_true
        row[place + 1] += 1
    return list(rows.values())


def _error(sums: tuple[float, ...]) -> float | None:
    total = sum(sums[1::2])
    return sum(abs(gap) for gap in sums[::2]) / total if total else None


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskPoint:
    """Where only what is at least this sure is answered: how much that is, and how much of it is wrong."""

    threshold: float
    coverage: Proportion
    risk: Proportion


def risk_coverage(forecasts: Iterable[Forecast]) -> tuple[RiskPoint, ...]:
    """Risk at each probability that occurs, from the surest answers to all; equal ones come together.

    A forecast stands here for an answer: its probability of being right, and whether it is.
    """
    ranked = sorted(forecasts, key=lambda forecast: -forecast.probability)
    points, answered, wrong = [], 0, 0
    for threshold, group in groupby(ranked, key=lambda forecast: forecast.probability):
        held = tuple(group)
        answered += len(held)
        wrong += sum(not forecast.came_true for forecast in held)
        shares = Proportion(hits=answered, total=len(ranked)), Proportion(hits=wrong, total=answered)
        points.append(RiskPoint(threshold=threshold, coverage=shares[0], risk=shares[1]))
    return tuple(points)


def risk_area(points: Sequence[RiskPoint]) -> float | None:
    """The mean risk over all coverages, one answer more at a time; equal probabilities count as in the mean of their orders.

    None of nothing.
    """
    area, answered, wrong = 0.0, 0, 0
    for point in points:
        more, errors = point.coverage.hits - answered, point.risk.hits - wrong
        area += sum((wrong + errors * step / more) / (answered + step) for step in range(1, more + 1))
        answered, wrong = point.coverage.hits, point.risk.hits
    return area / answered if answered else None
