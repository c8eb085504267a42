"""Findings of HTML and Markdown point into the file as given, and only what can be written is offered as a fix."""

from __future__ import annotations

import pytest

from copydesk.core.document import Document, Reading
from copydesk.core.finding import Finding, Fix, Safety, Severity
from copydesk.core.report import DocumentReport
from copydesk.core.span import Span
from copydesk.fixing import apply_fixes, plan_fixes
from copydesk.given import finding_as_given
from copydesk.text import parse_document
from small_list import small_desk

PAGE = """<html><head><title>News</title></head><body><nav><a href="/">Home</a></nav><article>
<h1>Talks &amp; troops</h1>
<p>Armenian Prime Minister Nicole Pasinyan held a military meeting in Yerevan, the capital of Armenia, on Monday.</p>
<p>Azerbaijan&rsquo;s Foreign Minister <b>Jaykhon</b> Bairamov told reporters in Baku that there is no hope of a ceasefire.</p>
<p>The Russian&nbsp;Foreign Minister Sergey Labrov &amp; others left for Ankara &mdash; the the talks had failed once more.</p>
</article></body></html>
"""


def report_of(text: str, suffix: str) -> DocumentReport:
    return small_desk().check(parse_document(text, path=f"page.{suffix}"))


@pytest.mark.parametrize(
    ("rule", "quoted"),
    [
        ("NAM101", "Nicole Pasinyan"),
        ("NAM101", "Jaykhon</b> Bairamov"),
        ("NAM101", "Sergey Labrov"),
        ("TRN102", "the the"),
    ],
)
def test_a_finding_in_html_quotes_the_page(rule: str, quoted: str) -> None:
    found = [finding for finding in report_of(PAGE, "html").findings if finding.text == quoted]
    assert [finding.rule for finding in found] == [rule]
    assert found[0].span.of(PAGE) == quoted


def test_claims_and_links_of_html_quote_the_page() -> None:
    report = report_of(PAGE, "html")
    claims = [item.claim for item in report.claims]
    assert [claim.text for claim in claims][:2] == [
        "Armenian Prime Minister Nicole Pasinyan",
        "Yerevan, the capital of Armenia",
    ]
    assert "Azerbaijan&rsquo;s Foreign Minister <b>Jaykhon</b> Bairamov" in [claim.text for claim in claims]
    for claim in claims:
        assert claim.span.of(PAGE) == claim.text
        assert claim.subject.span is not None
    for link in report.links:
        assert link.mention.span.of(PAGE) == link.mention.text
        if link.mention.context is not None:
            assert link.mention.context.span.of(PAGE)


def test_a_fix_across_markup_is_only_shown() -> None:
    safety = {
        finding.text: [fix.safety for fix in finding.fixes]
        for finding in report_of(PAGE, "html").findings
        if finding.rule == "NAM101"
    }
    assert safety == {
        "Nicole Pasinyan": [Safety.UNSAFE],
        "Jaykhon</b> Bairamov": [Safety.DISPLAY],
        "Sergey Labrov": [Safety.UNSAFE],
    }


def test_fixing_a_page_leaves_its_markup_alone() -> None:
    fixed = apply_fixes(PAGE, plan_fixes(report_of(PAGE, "html").findings, unsafe=True).fixes)
    expected = PAGE.replace("Nicole Pasinyan", "Nikol Pashinyan").replace("Sergey Labrov", "Sergey Lavrov")
    assert fixed == expected.replace("the the", "the")


def test_a_finding_in_markdown_quotes_the_file() -> None:
    text = "# Talks\n\nArmenian **Prime Minister** Nicole *Pasinyan* spoke. [Sergei Lavrov](http://x.org) saw Nikol Pasinyan.\n"
    report = report_of(text, "md")
    assert [finding.text for finding in report.findings if finding.rule == "NAM101"] == ["Nicole *Pasinyan", "Nikol Pasinyan"]
    assert [fix.safety for finding in report.findings for fix in finding.fixes if finding.rule == "NAM101"] == [
        Safety.DISPLAY,
        Safety.UNSAFE,
    ]
    assert all(finding.span.of(text) == finding.text for finding in report.findings)


#: the reading "a & b" of "a &amp; b"
DOCUMENT = Document(
    text="a &amp; b",
    reading=Reading(text="a & b", origins=((0, 1), (1, 2), (2, 7), (7, 8), (8, 9))),
)


def _found(span: Span, replacement: str, safety: Safety = Safety.SAFE) -> Finding:
    return Finding(
        rule="TRN102",
        span=span,
        text=span.of(DOCUMENT.reading.text),
        severity=Severity.MINOR,
        confidence=0.9,
        message="…",
        fixes=(Fix(span=span, replacement=replacement, safety=safety),),
    )


@pytest.mark.parametrize(
    ("span", "replacement", "quoted", "written", "safety"),
    [
        (Span(4, 5), "c", "b", "c", Safety.SAFE),
        (Span(2, 3), "and", "&amp;", "and", Safety.DISPLAY),
        (Span(0, 5), "c", "a &amp; b", "c", Safety.DISPLAY),
        (Span(4, 5), "R&D", "b", "R&amp;D", Safety.DISPLAY),
        (Span(4, 5), "<b>", "b", "&lt;b&gt;", Safety.DISPLAY),
        (Span(1, 1), "c", "", "c", Safety.SAFE),
    ],
)
def test_what_can_be_written(span: Span, replacement: str, quoted: str, written: str, safety: Safety) -> None:
    found = finding_as_given(_found(span, replacement), DOCUMENT)
    (fix,) = found.fixes
    assert found.text == found.span.of(DOCUMENT.text) == quoted
    assert (fix.span.of(DOCUMENT.text), fix.replacement, fix.safety) == (quoted, written, safety)


def test_in_plain_text_nothing_moves() -> None:
    plain = Document(text="a & b", reading=Reading(text="a & b"))
    finding = _found(Span(4, 5), "R&D")
    assert finding_as_given(finding, plain) is finding


def test_ignore_comments_of_html_reach_the_findings_of_their_line() -> None:
    page = PAGE.replace("on Monday.", "on Monday. <!-- copydesk: ignore[NAM101] -->")
    report = report_of(page, "html")
    assert "Nicole Pasinyan" not in [finding.text for finding in report.findings]
    assert report.ignored == 1
