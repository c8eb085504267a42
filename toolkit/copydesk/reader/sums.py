"""From what every piece adds to what is said of the sentence.

A long sentence has more errors than a short one; so the network answers for pieces, and the sentence is their sum: penalty
points, and a rate of major errors that happen independently of each other (Poisson).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.floating[Any]]

#: points of a sentence that nothing is right in (Google's MQM scale ends there)
WORST = 25.0
_EDGE = 1e-6


def quality(logits: Numbers) -> float:
    """1 where no points are expected, 0 for 25 or more, by the logarithm of the points that pieces (pieces,) add up to."""
    expected = min(float(_rates(logits).sum()), WORST)
    return 1.0 - float(np.log1p(expected) / np.log1p(WORST))


def chance(logits: Numbers) -> float:
    """The logit of the probability of at least one major error among pieces (pieces,)."""
    probability = float(np.clip(-np.expm1(-_rates(logits).sum()), _EDGE, 1 - _EDGE))
    return float(np.log(probability) - np.log1p(-probability))


def _rates(logits: Numbers) -> Numbers:
    """Softplus: above zero, and never overflowing."""
    return np.asarray(np.logaddexp(0.0, logits.astype(np.float64)))
