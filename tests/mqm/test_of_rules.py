"""Which category the findings of each rule belong to."""

from __future__ import annotations

import pytest

from copydesk.checks import CHECKS
from copydesk.core.finding import Finding, Severity
from copydesk.core.marking import Category
from copydesk.core.span import Span
from copydesk.mqm.of_rules import category_of_finding, category_of_rule


@pytest.mark.parametrize(
    ("rule", "category"),
    [
        ("NAM101", Category.NAME),
        ("NAM102", Category.INCONSISTENCY),
        ("NUM101", Category.MISTRANSLATION),
        ("NUM104", Category.LOCALE),
        ("CLM102", Category.MISTRANSLATION),
        ("TRN104", Category.OMISSION),
        ("CPD001", None),
        ("XYZ101", Category.OTHER),
    ],
)
def test_categories(rule: str, category: Category | None) -> None:
    assert category_of_rule(rule) is category


def test_every_rule_that_tells_no_category_of_its_own_has_one() -> None:
    unknown = [check.code for check in CHECKS if not check.marked and category_of_rule(check.code) is Category.OTHER]
    assert unknown == []


def test_a_finding_that_tells_its_category() -> None:
    finding = Finding(
        rule="TRN205", span=Span(0, 1), text="x", severity=Severity.MINOR, confidence=1, message="", category="style"
    )
    assert category_of_finding(finding) is Category.STYLE
