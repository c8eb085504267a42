"""Every rule finds exactly what its failing examples mark, and nothing in its passing ones."""

from __future__ import annotations

import re

import pytest
from marked_examples import found_in, unmarked

from copydesk.checks import CHECKS, Check, by_code
from copydesk.core.span import Span
from one_desk import found_by

_FAILING = [pytest.param(check, text, id=f"{check.code}-{n}") for check in CHECKS for n, text in enumerate(check.failing)]
_PASSING = [pytest.param(check, text, id=f"{check.code}-{n}") for check in CHECKS for n, text in enumerate(check.passing)]


@pytest.mark.parametrize(("check", "example"), _FAILING)
def test_failing_example_is_found_exactly(check: Check, example: str) -> None:
    text, spans = unmarked(example)
    findings = found_in(check, example)
    assert tuple(finding.span for finding in findings) == spans, [finding.text for finding in findings]
    for finding in findings:
        assert finding.rule == check.code
        assert finding.severity is check.severity
        assert finding.text == finding.span.of(text)
        assert 0 < finding.confidence <= 1
        assert finding.message
        assert "\n" not in finding.message
        for fix in finding.fixes:
            assert fix.span.end <= len(text)
            assert fix.replacement != fix.span.of(text)


@pytest.mark.parametrize(("check", "example"), _PASSING)
def test_passing_example_is_silent(check: Check, example: str) -> None:
    assert [(f.text, f.message) for f in found_in(check, example)] == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_enough_examples(check: Check) -> None:
    assert len(check.failing) >= 4
    assert len(check.passing) >= 6
    assert all("[[" in text for text in check.failing)
    assert not any("[[" in text for text in check.passing)
    assert len(set(check.failing)) == len(check.failing)
    assert len(set(check.passing)) == len(check.passing)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_described(check: Check) -> None:
    assert re.fullmatch(r"[A-Z]{3}\d{3}", check.code)
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", check.name)
    assert not check.summary.endswith(".")
    assert check.explanation.endswith(".")


def test_codes_are_unique_and_in_order() -> None:
    codes = [check.code for check in CHECKS]
    assert codes == sorted(set(codes))
    assert len({check.name for check in CHECKS}) == len(CHECKS)


def test_by_code() -> None:
    assert all(by_code(check.code) is check for check in CHECKS)
    assert by_code("XXX999") is None


@pytest.mark.parametrize("text", ["a", "-", "“", "(", "the the", "<unk>", "\ufffd", "12:", "между"])
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_tiny_texts_do_not_break_a_rule(check: Check, text: str) -> None:
    for finding in found_by(check.code, text):
        assert finding.text == finding.span.of(text)


def test_unmarked() -> None:
    assert unmarked("a [[b]] c[[d]]") == ("a b cd", (Span(2, 3), Span(5, 6)))
