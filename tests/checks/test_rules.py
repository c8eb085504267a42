"""What examples cannot say: fixes as applied, messages, dates without a year, wrapped lines, parts that are not read."""

from __future__ import annotations

import pytest
from marked_examples import proof_for

from copydesk.checks import Check, Proof, by_code
from copydesk.checks.verbs import can_be_finite
from copydesk.core.dates import PartialDate
from copydesk.core.finding import Finding, Safety
from copydesk.text import parse_document


def _check(code: str) -> Check:
    check = by_code(code)
    assert check is not None
    return check


def _run(code: str, text: str, date: str | None = None) -> list[Finding]:
    proof = proof_for(text) if date is None else Proof(document=parse_document(text, date=PartialDate.parse(date)))
    return list(_check(code).run(proof))


def _fixed(code: str, text: str) -> str:
    fixes = [fix for finding in _run(code, text) for fix in finding.fixes]
    for fix in sorted(fixes, key=lambda fix: fix.span, reverse=True):
        text = text[: fix.span.start] + fix.replacement + text[fix.span.end :]
    return text


@pytest.mark.parametrize(
    ("code", "text", "fixed"),
    [
        ("NUM101", "It began on Monday, November 28 2020.", "It began on Saturday, November 28 2020."),
        ("NUM101", "It began on Mon., 28 November 2020.", "It began on Sat., 28 November 2020."),
        ("NUM104", "It grew by 3,7 percent.", "It grew by 3.7 percent."),
        ("NUM104", "Some 670 ten thousand people came.", "Some 6,700,000 people came."),
        ("TRN101", "The Рutin line.", "The Putin line."),
        ("TRN101", "R &amp; D and the people & quot ; of it.", 'R & D and the people " of it.'),
        ("TRN102", "The head of the the army left.", "The head of the army left."),
        ("TRN102", "The the army left.", "The army left."),
    ],
)
def test_fix(code: str, text: str, fixed: str) -> None:
    assert _fixed(code, text) == fixed


def test_only_meaning_free_fixes_are_safe() -> None:
    assert [fix.safety for f in _run("TRN102", "Head of the the army.") for fix in f.fixes] == [Safety.SAFE]
    assert [fix.safety for f in _run("NUM101", "On Monday, November 28 2020.") for fix in f.fixes] == [Safety.UNSAFE]


@pytest.mark.parametrize(
    ("date", "message"),
    [
        ("2020-11-30", "28 November 2020 was a Saturday, not a Wednesday"),
        ("2020-11-01", "28 November 2020 will be a Saturday, not a Wednesday"),
    ],
)
def test_year_from_the_article(date: str, message: str) -> None:
    found = _run("NUM101", "The talks were set for Wednesday, November 28, in Baku.", date)
    assert [finding.message for finding in found] == [message]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param("It began on Thursday, November 28, in Baku.", "2020-11-30", id="fits the year before"),
        pytest.param("In 1941, on Wednesday, November 28, it snowed.", "2020-11-30", id="another year is named"),
        pytest.param("It began on Wednesday, November 28, in Baku.", "2020-05-01", id="far from the article"),
        pytest.param("It began on Wednesday, November 28, in Baku.", "2020-11", id="article known to the month"),
    ],
)
def test_year_left_open(text: str, date: str) -> None:
    assert _run("NUM101", text, date) == []


def test_dateline_is_read() -> None:
    text = "Monday, November 28 2020\n\nThe talks began in Baku on that day and went on for a week."
    assert [finding.text for finding in _run("NUM101", text)] == ["Monday, November 28 2020"]


def test_conversion_says_what_is_right() -> None:
    assert (
        _run("NUM103", "It lay 100 kilometres (620 miles) away.")[0].message
        == "100 kilometres is about 62.1 miles, not 620 miles"
    )


def test_teaser_may_break_off() -> None:
    text = (
        "The talks in Baku went on for the whole of the day and ended late at night, the ministry said on Monday.\n\n"
        "Check Also\n\nAccording to news on October 15, the spokesperson of the"
    )
    assert _run("TRN104", text) == []


def test_wrapped_lines_are_no_fragments() -> None:
    text = (
        "The minister met (as he had said\nhe would) the ambassador of the\nrepublic. He said: “We are close\n"
        "to an agreement” and left\n"
        "In the capital of the republic and in the regions of the north.\n"
    )
    for code in ("TRN103", "TRN104", "TRN105"):
        assert _run(code, text) == []


@pytest.mark.parametrize(
    "word", ["is", "said", "underwent", "undertakes", "died", "dies", "carries", "stopped", "report", "didn't"]
)
def test_verbs(word: str) -> None:
    assert can_be_finite(word)


@pytest.mark.parametrize("word", ["the", "republic", "of", "assembly", "children", "autumn"])
def test_no_verbs(word: str) -> None:
    assert not can_be_finite(word)
