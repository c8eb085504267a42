"""Why a score is what it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One reason: the feature, its value (0 to 1), its weight in the sum, and the two strings that were compared."""

    feature: str
    score: float
    weight: float
    detail: str = ""
    query: str = ""
    candidate: str = ""
