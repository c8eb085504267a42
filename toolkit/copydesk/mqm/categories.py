"""From the words of published annotation schemes to the categories and severities used here."""

from __future__ import annotations

import re

from copydesk.core.finding import Severity
from copydesk.core.marking import Category, ErrorSpan
from copydesk.core.span import Span

#: categories that mark no error of the translation
_NO_ERROR = frozenset({"no error", "source error", "source issue", "source"})
_NON_TRANSLATION = "non translation"

#: families whose kinds are not told apart here
_FAMILIES = {"style": Category.STYLE, "terminology": Category.TERMINOLOGY, "locale convention": Category.LOCALE}
#: kinds of the families accuracy and fluency, and names that stand alone
_KINDS = {
    **{category.value: category for category in Category},
    **_FAMILIES,
    _NON_TRANSLATION: Category.MISTRANSLATION,
    "creative reinterpretation": Category.MISTRANSLATION,
    "gender mismatch": Category.MISTRANSLATION,
    "untranslated text": Category.UNTRANSLATED,
    "source language fragment": Category.UNTRANSLATED,
    "register": Category.STYLE,
    "awkward": Category.STYLE,
    "name format": Category.NAME,
    "accuracy": Category.MISTRANSLATION,
}

#: what WMT's raters are offered for each category, so that `category_of` reads it back
_PUBLISHED = {
    Category.MISTRANSLATION: "Accuracy/Mistranslation",
    Category.TERMINOLOGY: "Terminology/Inappropriate for context",
    Category.NAME: "Locale convention/Name format",
    Category.OMISSION: "Accuracy/Omission",
    Category.ADDITION: "Accuracy/Addition",
    Category.UNTRANSLATED: "Accuracy/Source language fragment",
    Category.GRAMMAR: "Fluency/Grammar",
    Category.SPELLING: "Fluency/Spelling",
    Category.PUNCTUATION: "Fluency/Punctuation",
    Category.STYLE: "Style/Unnatural or awkward",
    Category.INCONSISTENCY: "Fluency/Inconsistency",
    Category.LOCALE: "Locale convention/Number format",
    Category.OTHER: "Other",
}

_SEVERITIES = {severity.value: severity for severity in Severity} | {"trivial": Severity.MINOR}
#: words for a row that marks no error: "HOTW-test" rows are control questions of the rating tool
_NO_SEVERITY = frozenset({"", "neutral", "no error", "hotw test"})


def category_of(text: str | None) -> Category | None:
    """The category of a published name, such as ``Accuracy/Mistranslation`` or ``locale convention/name format``.

    Case, hyphens and a final ``!`` do not matter. None where the name marks no error of the translation (``no-error``,
    ``Source error``); OTHER where no name was given, as in xCOMET's files, and for names of other schemes: that something is
    wrong is known even so.
    """
    name = _normal(text)
    if name in _NO_ERROR:
        return None
    family, _, kind = name.partition("/")
    if family.startswith("locale") and kind.startswith("name"):
        return Category.NAME
    if family in _FAMILIES:
        return _FAMILIES[family]
    known = _KINDS.get(kind or family) or _KINDS.get(family)
    return known if known is not None else Category.OTHER


def published(category: Category) -> str:
    """The name under which WMT's tables of ratings have a category: of its kinds, the one that is usual in news.

    Names of people and places have no kind of their own there; "Name format" is the one that raters use for them.
    """
    return _PUBLISHED[category]


def severity_of(text: str | None) -> Severity | None:
    """The severity of a published name, such as ``Major``; None where it marks no error (``neutral``, ``no-error``).

    Raises ValueError for a name that is not known: no weight could be given to it.
    """
    name = _normal(text)
    if name in _NO_SEVERITY:
        return None
    if name not in _SEVERITIES:
        raise ValueError(f"{text!r} is not a severity; it is one of {', '.join(_SEVERITIES)}, neutral or no-error")
    return _SEVERITIES[name]


def marked(span: Span, category: str | None, severity: str | None, *, confidence: float | None = None) -> ErrorSpan | None:
    """What a rater's mark says about the span, or None where it is no error of the translation.

    ``Non-translation!`` (Freitag et al. 2021: a segment that translates nothing of its source, rated far worse than a major
    error) becomes a critical mistranslation, so that it can still be told apart. Raises ValueError for an unknown severity.
    """
    kind, worth = category_of(category), severity_of(severity)
    if kind is None or worth is None:
        return None
    worth = Severity.CRITICAL if _normal(category) == _NON_TRANSLATION else worth
    return ErrorSpan(span=span, category=kind, severity=worth, confidence=confidence)


def _normal(text: str | None) -> str:
    return re.sub(r"[\s_-]+", " ", (text or "").lower()).strip().removesuffix("!")
