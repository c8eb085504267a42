"""Findings per 1,000 words, kept as counts for each segment so that a bootstrap re-aggregates without re-scoring."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from copydesk.scoring.bootstrap import Estimate, estimate

_THOUSAND = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """So many found in a stretch of ``size`` words (or sentences)."""

    found: int = 0
    size: int = 0

    def __post_init__(self) -> None:
        if self.found < 0 or self.size < 0:
            raise ValueError(f"a count below zero: {self}")

    def __add__(self, other: Rate) -> Rate:
        return Rate(found=self.found + other.found, size=self.size + other.size)

    @property
    def per_thousand(self) -> float | None:
        """Found per 1,000; None of nothing."""
        return _THOUSAND * self.found / self.size if self.size else None


def paired_ratio(pairs: Iterable[tuple[Rate, Rate]], *, draws: int = 1000, seed: int = 0) -> Estimate:
    """How many times the rate of the first system is that of the second, each pair being both on one cluster of text.

    Infinite where the second found nothing and the first something; None where neither did, or there was nothing to read.
    """
    rows = [(one.found, one.size, other.found, other.size) for one, other in pairs]
    return estimate(rows, _ratio, draws=draws, seed=seed)


def _ratio(sums: tuple[float, ...]) -> float | None:
    found, size, other_found, other_size = sums
    if not size or not other_size or not (found or other_found):
        return None
    return (found / size) / (other_found / other_size) if other_found else float("inf")
