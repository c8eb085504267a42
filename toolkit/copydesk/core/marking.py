"""Places that read as translation errors, in the terms of MQM (Multidimensional Quality Metrics, themqm.org)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from copydesk.core.finding import Severity
from copydesk.core.span import Span


class Category(StrEnum):
    """What is wrong: the MQM categories that raters of news use, without their finer kinds."""

    MISTRANSLATION = "mistranslation"
    TERMINOLOGY = "terminology"
    NAME = "name"
    OMISSION = "omission"
    ADDITION = "addition"
    UNTRANSLATED = "untranslated"
    GRAMMAR = "grammar"
    SPELLING = "spelling"
    PUNCTUATION = "punctuation"
    STYLE = "style"
    INCONSISTENCY = "inconsistency"
    LOCALE = "locale"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorSpan:
    """A stretch of a translation that a rater, a model or another tool marks as wrong.

    The span counts code points of the text that was marked. ``confidence`` is the probability that something is wrong there
    and ``major`` the probability that it is a major error; both None where whoever marked it gave none, as raters do.
    ``share`` is the probability of the category, given that something is wrong; None where nobody gave it.
    """

    span: Span
    category: Category
    severity: Severity
    confidence: float | None = None
    major: float | None = None
    share: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceQuality:
    """How well a sentence reads: ``quality`` from 0 (worst) to 1, ``major`` the probability that it holds a major error."""

    span: Span
    quality: float
    major: float
