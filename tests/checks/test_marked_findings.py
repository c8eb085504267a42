"""Findings made of marks: what they say, what they rest on, and where a better rule has spoken already."""

from __future__ import annotations

import pytest

from copydesk.checks import CHECKS, Proof, by_code
from copydesk.checks.marked import without_repeats
from copydesk.core.finding import Finding, Severity
from copydesk.core.marking import Category, ErrorSpan, SentenceQuality
from copydesk.core.span import Span
from copydesk.text import parse_document

TEXT = "The military upgrade continued. All is well."
PLACE = Span(4, 20)


def run(code: str, *marks: ErrorSpan, sentences: tuple[SentenceQuality, ...] = ()) -> list[Finding]:
    check = by_code(code)
    assert check is not None
    return list(check.run(Proof(document=parse_document(TEXT), marks=marks, sentences=sentences)))


def mark(category: Category = Category.MISTRANSLATION, confidence: float | None = None, **more: float) -> ErrorSpan:
    return ErrorSpan(span=PLACE, category=category, severity=Severity.MAJOR, confidence=confidence, **more)


@pytest.mark.parametrize("category", [kind for kind in Category if kind is not Category.PUNCTUATION])
def test_every_category_but_punctuation_has_one_rule(category: Category) -> None:
    found = [check.code for check in CHECKS if run(check.code, mark(category))]
    assert found == [check.code for check in CHECKS if category in check.marked]
    assert len(found) == 1
    (finding,) = run(found[0], mark(category))
    assert (finding.category, finding.text) == (category.value, "military upgrade")


def test_punctuation_is_no_finding() -> None:
    assert not any(run(check.code, mark(Category.PUNCTUATION)) for check in CHECKS)


def test_what_a_finding_of_the_reader_rests_on() -> None:
    qualities = (
        SentenceQuality(span=Span(0, 31), quality=0.25, major=0.625),
        SentenceQuality(span=Span(32, 44), quality=0.9, major=0.1),
    )
    (finding,) = run("TRN201", mark(confidence=0.625, major=0.5, share=0.75), sentences=qualities)
    assert finding.message == "“military upgrade” reads like a mistranslation, 62% sure"
    assert (finding.severity, finding.confidence) == (Severity.MAJOR, 0.625)
    assert [(row.feature, row.score) for row in finding.evidence] == [
        ("any error", 0.625), ("major error", 0.5), ("category", 0.75), ("quality", 0.25),
    ]  # fmt: skip


def test_who_gives_no_probability_is_certain() -> None:
    (finding,) = run("TRN201", mark())
    assert finding.message == "“military upgrade” is marked as a mistranslation"
    assert (finding.confidence, finding.evidence) == (1.0, ())


def test_a_long_quotation_is_cut_in_the_message() -> None:
    text = "word " * 40
    proof = Proof(
        document=parse_document(text),
        marks=(ErrorSpan(span=Span(0, 199), category=Category.STYLE, severity=Severity.MINOR),),
    )
    check = by_code("TRN205")
    assert check is not None
    (finding,) = check.run(proof)
    assert len(finding.message) < 110
    assert "…”" in finding.message
    assert finding.text == text[:199]


def found(rule: str, start: int, end: int) -> Finding:
    return Finding(rule=rule, span=Span(start, end), text="", severity=Severity.MAJOR, confidence=0.9, message="")


@pytest.mark.parametrize(
    ("others", "kept"),
    [
        ([], ["TRN201"]),
        ([("NAM101", 10, 20)], ["NAM101"]),
        ([("NUM102", 5, 25)], ["NUM102"]),
        ([("TRN103", 0, 90)], ["TRN103"]),
        # a longer mark says more, and other families and marks take nothing away
        ([("NAM101", 11, 20)], ["NAM101", "TRN201"]),
        ([("CLM101", 0, 90)], ["CLM101", "TRN201"]),
        ([("TRN202", 0, 90)], ["TRN201", "TRN202"]),
    ],
)
def test_nothing_is_said_twice_of_one_place(others: list[tuple[str, int, int]], kept: list[str]) -> None:
    findings = [found(*cells) for cells in [("TRN201", 10, 20), *others]]
    assert sorted(finding.rule for finding in without_repeats(findings)) == kept
