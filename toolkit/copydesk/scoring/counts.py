"""Hits and misses, and the shares they make. A share of nothing is None, never a zero."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

#: the 97.5% point of the normal distribution: two-sided 95%
Z95 = 1.959963984540054


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Where a value lies with the stated confidence; both ends belong to it."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if not self.low <= self.high:
            raise ValueError(f"not an interval: {self.low}..{self.high}")

    def __contains__(self, value: float) -> bool:
        return self.low <= value <= self.high


def wilson(hits: int, total: int, z: float = Z95) -> Interval | None:
    """Wilson's score interval (1927) of a proportion, without continuity correction; None of nothing."""
    if not 0 <= hits <= total:
        raise ValueError(f"{hits} of {total} is no proportion")
    if total == 0:
        return None
    share, spread = hits / total, z * z / total
    centre = (share + spread / 2) / (1 + spread)
    half = z * sqrt(share * (1 - share) / total + spread / (4 * total)) / (1 + spread)
    # rounding must not push the ends past the share at 0 and 1
    return Interval(low=min(share, max(0.0, centre - half)), high=max(share, min(1.0, centre + half)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Proportion:
    """So many of so many."""

    hits: int = 0
    total: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.hits <= self.total:
            raise ValueError(f"{self.hits} of {self.total} is no proportion")

    def __add__(self, other: Proportion) -> Proportion:
        return Proportion(hits=self.hits + other.hits, total=self.total + other.total)

    @property
    def value(self) -> float | None:
        """The share; None of nothing."""
        return self.hits / self.total if self.total else None

    @property
    def interval(self) -> Interval | None:
        """Wilson's 95% interval: right where the things counted are independent of each other."""
        return wilson(self.hits, self.total)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What was found rightly (``tp``), found wrongly (``fp``) and not found (``fn``)."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __post_init__(self) -> None:
        if min(self.tp, self.fp, self.fn) < 0:
            raise ValueError(f"a count below zero: {self}")

    def __add__(self, other: Counts) -> Counts:
        return Counts(tp=self.tp + other.tp, fp=self.fp + other.fp, fn=self.fn + other.fn)

    @property
    def found(self) -> Proportion:
        """Of what was found, how much is right."""
        return Proportion(hits=self.tp, total=self.tp + self.fp)

    @property
    def wanted(self) -> Proportion:
        """Of what should be found, how much was."""
        return Proportion(hits=self.tp, total=self.tp + self.fn)

    @property
    def precision(self) -> float | None:
        """The right share of what was found."""
        return self.found.value

    @property
    def recall(self) -> float | None:
        """The found share of what should be found."""
        return self.wanted.value

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both; None where nothing was found and nothing was to be found."""
        whole = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / whole if whole else None

    @property
    def precision_interval(self) -> Interval | None:
        """Wilson's 95% interval of the precision."""
        return self.found.interval

    @property
    def recall_interval(self) -> Interval | None:
        """Wilson's 95% interval of the recall."""
        return self.wanted.interval
