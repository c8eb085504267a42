"""Which MQM category the findings of a rule belong to."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from copydesk.core.finding import Finding
from copydesk.core.marking import Category

#: by rule or beginning of one, the longest wins; None where the tool speaks of itself, not of the translation
_OF_RULES: Mapping[str, Category | None] = MappingProxyType(
    {
        "NAM": Category.NAME,
        "NAM102": Category.INCONSISTENCY,
        "NUM": Category.MISTRANSLATION,
        "NUM104": Category.LOCALE,
        "CLM": Category.MISTRANSLATION,
        "TRN101": Category.UNTRANSLATED,
        "TRN102": Category.GRAMMAR,
        "TRN103": Category.GRAMMAR,
        "TRN104": Category.OMISSION,
        "TRN105": Category.PUNCTUATION,
        "CPD": None,
    }
)


def category_of_rule(rule: str) -> Category | None:
    """The category of a rule's findings, unless they tell their own; None for findings that are no errors of translation.

    OTHER for a rule that is not known: that something is wrong is known even so.
    """
    known = [prefix for prefix in _OF_RULES if rule.startswith(prefix)]
    return _OF_RULES[max(known, key=len)] if known else Category.OTHER


def category_of_finding(finding: Finding) -> Category | None:
    """The category that a finding tells, else that of its rule; None where it is no error of translation."""
    return category_of_rule(finding.rule) if finding.category is None else Category(finding.category)
