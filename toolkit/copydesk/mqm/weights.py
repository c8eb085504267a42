"""From the marks of a rater to the MQM score of a segment."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.core.finding import Severity
from copydesk.core.marking import Category, ErrorSpan
from copydesk.mqm.segments import Rating


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Points a mark costs. The defaults are Google's (Freitag et al. 2021, "Experts, Errors, and Context", table 4).

    Weights differ between publications, so a score is always printed with its `signature`.
    """

    major: float = 5.0
    minor: float = 1.0
    #: a minor error of punctuation
    punctuation: float = 0.1
    #: a segment that translates nothing of its source: a critical mistranslation here; other critical marks count as major
    non_translation: float = 25.0

    @property
    def signature(self) -> str:
        """``mqm:major5,minor1,punctuation0.1,non_translation25``."""
        points = (("major", self.major), ("minor", self.minor), ("punctuation", self.punctuation))
        return "mqm:" + ",".join(f"{name}{value:g}" for name, value in (*points, ("non_translation", self.non_translation)))

    def score(self, rating: Rating) -> float:
        """Minus the points of all marks: 0 is free of errors, higher is better, without a lower end."""
        return 0.0 - sum(self.of(error) for error in rating.errors)

    def of(self, error: ErrorSpan) -> float:
        """The points of one mark."""
        if error.severity is Severity.MINOR:
            return self.punctuation if error.category is Category.PUNCTUATION else self.minor
        if error.severity is Severity.CRITICAL and error.category is Category.MISTRANSLATION:
            return self.non_translation
        return self.major
