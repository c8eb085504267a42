"""From the words of a sentence to the sentence.

A long sentence has more errors than a short one, so what is said of it is a sum over its words: of their probabilities of a
major error. Answers that were trained to add up to points and major errors ranked segments of the dev files no better.
"""

from __future__ import annotations

import math

#: points of a sentence that nothing is right in, and of a major error (Google's MQM scale, Freitag et al. 2021)
WORST, MAJOR = 25.0, 5.0
_EDGE = 1e-6


def quality(majors: float) -> float:
    """1 where no word is expected to stand in a major error, 0 where so many are that nothing is right, by the logarithm."""
    return 1.0 - math.log1p(min(MAJOR * majors, WORST)) / math.log1p(WORST)


def chance(majors: float) -> float:
    """The logit of the probability of at least one major error where so many are expected (Poisson); to be calibrated."""
    probability = min(max(-math.expm1(-majors), _EDGE), 1 - _EDGE)
    return math.log(probability) - math.log1p(-probability)
