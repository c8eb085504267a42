from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.core.document import Document
from copydesk.core.finding import Finding, Fix, Safety, Severity
from copydesk.core.marking import Category
from copydesk.core.report import DocumentReport
from copydesk.core.span import Span
from copydesk.fixing import apply_fixes
from copydesk.review import Answer, Decision, added, corrected, decided, finding_of, undone
from copydesk.text import parse_document

TEXT = "Nicole P met Jaykhon. They spoke of the the army, and of oil.\n"
DOCUMENT = parse_document(TEXT)


def span_of(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def finding(
    words: str, *instead: str, rule: str = "NAM101", confidence: float = 0.9, safety: Safety = Safety.UNSAFE
) -> Finding:
    span = span_of(words)
    fixes = tuple(Fix(span=span, replacement=one, safety=safety) for one in instead)
    return Finding(
        rule=rule, span=span, text=words, severity=Severity.MAJOR, confidence=confidence, message="…", fixes=fixes
    )  # fmt: skip


NAME, LONGER, TWICE, SHOWN, BARE = (
    finding("Nicole", "Nikol", "Nicolas"),
    finding("Nicole P", "Nikol P", rule="NAM102", confidence=0.8),
    finding("the the", "the", rule="TRN102", safety=Safety.SAFE),
    finding("oil", "???", rule="TRN101", safety=Safety.DISPLAY),
    finding("army", rule="TRN201"),
)
REPORT = DocumentReport(document=DOCUMENT, findings=(NAME, LONGER, TWICE, SHOWN, BARE))


def yes(item: Finding, replacement: str | None = None, who: str = "ann") -> Decision:
    return decided(item, DOCUMENT, Answer.ACCEPTED, who, replacement=replacement)


def no(item: Finding, who: str = "ann") -> Decision:
    return decided(item, DOCUMENT, Answer.REJECTED, who)


def mark(words: str, replacement: str | None, text: str = TEXT) -> Decision:
    document, span = parse_document(text), span_of(words, text)
    return added(document, span, "ann", category=Category.NAME, severity=Severity.MAJOR, replacement=replacement)


@pytest.mark.parametrize(
    ("decisions", "text"),
    [
        ([], TEXT),
        ([no(NAME), no(TWICE)], TEXT),
        ([yes(NAME), yes(TWICE)], "Nikol P met Jaykhon. They spoke of the army, and of oil.\n"),
        # the reviewer's words, last of all
        ([yes(NAME, "Nikola")], TEXT.replace("Nicole", "Nikola")),
        ([yes(NAME, "Nikola"), yes(NAME, "Niko", who="ben")], TEXT.replace("Nicole", "Niko")),
        ([yes(NAME, "")], TEXT.replace("Nicole", "")),
        ([yes(BARE, "navy")], TEXT.replace("army", "navy")),
        ([yes(SHOWN, "gas")], TEXT.replace("oil", "gas")),
        # somebody says no, or takes it back
        ([yes(NAME), no(NAME, who="ben")], TEXT),
        # the surer of two that touch; the reviewer's words before both
        ([yes(NAME), yes(LONGER)], TEXT.replace("Nicole", "Nikol")),
        ([yes(NAME), yes(LONGER, "Mr P")], TEXT.replace("Nicole P", "Mr P")),
        # errors that nobody had found
        ([mark("Jaykhon", "Jeyhun")], TEXT.replace("Jaykhon", "Jeyhun")),
        ([mark("Jaykhon", None)], TEXT),
        ([mark("Jaykhon", "Jeyhun", "It rained. " + TEXT)], TEXT.replace("Jaykhon", "Jeyhun")),
    ],
)
def test_what_the_text_becomes(decisions: list[Decision], text: str) -> None:
    found = corrected(REPORT, decisions)
    assert found.text == text == apply_fixes(TEXT, found.plan.fixes)
    assert corrected(REPORT, decisions[::-1]) == found


def test_the_words_of_a_reviewer_take_the_place_of_all_that_is_underlined() -> None:
    narrow = replace(TWICE, fixes=(Fix(span=Span(TWICE.span.start, TWICE.span.start + 4), replacement="", safety=Safety.SAFE),))
    report = DocumentReport(document=DOCUMENT, findings=(narrow,))
    assert corrected(report, [yes(narrow)]).text == TEXT.replace("the the", "the")
    assert corrected(report, [yes(narrow, "an")]).text == TEXT.replace("the the", "an")


def test_an_undone_yes_is_none() -> None:
    decision = yes(NAME)
    assert corrected(REPORT, [decision, undone(decision, "ann")]).text == TEXT


def test_what_is_not_in_the_text_is_told() -> None:
    gone = mark("Jaykhon", "Jeyhun", "Once upon a time Jaykhon sang, and")
    found = corrected(REPORT, [yes(NAME), yes(LONGER), yes(SHOWN), yes(BARE), gone])
    assert (found.plan.overlapping, found.unwritten, found.lost) == ((LONGER,), (SHOWN, BARE), (gone,))


def test_errors_added_to_another_document_are_not_written() -> None:
    other = replace(mark("Jaykhon", "Jeyhun"), path="other.txt")
    found = corrected(REPORT, [other])
    assert (found.text, found.lost) == (TEXT, ())


def test_all_copies_of_a_line_are_corrected() -> None:
    line = "Nicole Pasinyan speaks to the army of Armenia"
    text = f"{line}\n\nOn Friday he said more.\n\n{line}\n"
    document = parse_document(text)
    assert len({part.kind for part in document.parts}) > 1
    item = replace(finding("Nicole"), span=span_of("speaks", text), text="speaks", fixes=())
    report = DocumentReport(document=document, findings=(item,))
    assert corrected(report, [yes_in(document, item, "talks")]).text == text.replace("speaks", "talks")


def yes_in(document: Document, item: Finding, replacement: str) -> Decision:
    return decided(item, document, Answer.ACCEPTED, "ann", replacement=replacement)


@pytest.mark.parametrize(("words", "written"), [("Nicole", True), ("Tom &amp; Jerry", False)])
def test_across_markup_nothing_is_written(words: str, written: bool) -> None:
    text = "<html><body><p>Then Nicole met Tom &amp; Jerry in the town of Yerevan on Friday.</p></body></html>"
    document = parse_document(text, path="a.html")
    item = replace(finding("Nicole"), span=span_of(words, text), text=words, fixes=())
    found = corrected(DocumentReport(document=document, findings=(item,)), [yes_in(document, item, "Nikol")])
    assert found.text == (text.replace(words, "Nikol") if written else text)
    assert len(found.unwritten) == (not written)


def test_only_added_errors_have_a_place_of_their_own() -> None:
    with pytest.raises(ValueError, match="only an added error"):
        finding_of(yes(NAME), DOCUMENT)


@given(st.data())
def test_any_decisions_make_a_text_and_account_for_all(data: st.DataObject) -> None:
    findings = REPORT.findings
    decisions = [
        decided(findings[data.draw(st.integers(0, 4))], DOCUMENT, data.draw(st.sampled_from(list(Answer)[:3])), who,
                replacement=data.draw(st.none() | st.text(max_size=3)))
        for who in data.draw(st.lists(st.sampled_from("ab"), max_size=6))
    ]  # fmt: skip
    found = corrected(REPORT, decisions)
    assert corrected(REPORT, data.draw(st.permutations(decisions))) == found
    several = (*found.plan.fixed, *found.plan.overlapping, *found.unwritten)
    assert len(several) == len({(item.rule, item.text) for item in several}) <= len(findings)
