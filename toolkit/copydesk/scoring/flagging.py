"""Single numbers of systems that flag the worst first: precision at a recall, precision of the worst share, token MCC."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: of the counts; what is below it is rounding
_NOTHING = 1e-9


def matthews(tp: float, fp: float, fn: float, tn: float) -> float | None:
    """Matthews' correlation coefficient (1975) of a table of four counts; None where a row or column of it is empty."""
    sides = (tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)
    return (tp * tn - fp * fn) / sqrt(sides) if sides > 0 else None


def precision_at_recall(found: NDArray[Any], right: NDArray[Any], wanted: float, recall: float) -> float | None:
    """Precision where exactly this share of ``wanted`` is found, ``found`` and ``right`` counting from the surest flag down.

    Between two thresholds as many of the flags that tie are taken, at random, as the recall asks for: a system that gives every
    flag the same score has its precision over all of them. None where nothing is wanted or the recall is never reached.
    """
    import numpy as np

    aim = recall * wanted
    if not wanted or not len(right) or right[-1] < aim - _NOTHING:
        return None
    at = min(int(np.searchsorted(right, aim - _NOTHING)), len(right) - 1)
    right_before, found_before = (float(right[at - 1]), float(found[at - 1])) if at else (0.0, 0.0)
    more = float(right[at]) - right_before
    part = (aim - right_before) / more if more > _NOTHING else 1.0
    taken = found_before + part * (float(found[at]) - found_before)
    return aim / taken if taken else None


def precision_of_worst(scores: NDArray[Any], wrong: NDArray[Any], share: float) -> float | None:
    """How many of the worst-scored share of all (higher is worse) are wrong.

    Equal scores at the edge are taken in the mean of their orders, and the share is of rows, in parts of one where it is no
    whole number of them. None of nothing.
    """
    import numpy as np

    if not len(scores) or not share:
        return None
    order = np.argsort(-scores, kind="stable")
    ends = np.flatnonzero(np.diff(-scores[order], append=np.inf))
    found = np.concatenate(([0.0], ends + 1.0))
    right = np.concatenate(([0.0], np.cumsum(wrong[order], dtype=np.float64)[ends]))
    taken = share * len(scores)
    return float(np.interp(taken, found, right)) / taken
