"""From reports of any kind to the values of a page."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from copydesk.core.document import Document, Reading
from copydesk.core.finding import Finding, Severity
from copydesk.core.marking import SentenceQuality
from copydesk.core.report import DocumentReport
from copydesk.core.span import Span
from copydesk.render.known import Known
from copydesk.render.page.blocks import WEAK
from copydesk.render.page.build import article
from copydesk.text import parse_document


def finding(text: str, span: Span, severity: Severity = Severity.MAJOR) -> Finding:
    return Finding(rule="TRN201", span=span, text=span.of(text), severity=severity, confidence=0.5, message="odd")


@st.composite
def reports(draw: st.DrawFn) -> DocumentReport:
    text = draw(st.text(st.sampled_from("ab \n\r\t\u2028😀"), max_size=40))
    place = st.integers(0, len(text))
    spans = sorted(Span(min(pair), max(pair)) for pair in draw(st.lists(st.tuples(place, place), max_size=8)))
    document = Document(text=text, reading=Reading(text=text))
    severities = st.sampled_from(Severity)
    return DocumentReport(document=document, findings=tuple(finding(text, span, draw(severities)) for span in spans))


@given(reports())
def test_every_finding_has_a_card_and_a_number_in_a_line_that_is_shown(report: DocumentReport) -> None:
    made = article(report, Known())
    numbers = [card.number for card in made.cards]
    assert numbers == list(range(1, len(report.findings) + 1))
    shown = [block for block in made.blocks if block.shown]
    assert sorted(ref.number for block in shown for piece in block.pieces for ref in piece.refs) == numbers
    assert {card.place.block for card in made.cards} <= {block.number for block in made.blocks}


@given(reports())
def test_the_pieces_join_to_the_text_and_underlines_to_the_findings(report: DocumentReport) -> None:
    made = article(report, Known())
    pieces = [piece for block in made.blocks for piece in block.pieces]
    assert "".join(piece.text for piece in pieces) == report.document.text
    assert [piece.start for piece in pieces] == sorted(piece.start for piece in pieces)
    for number, item in enumerate(report.findings, start=1):
        words = "".join(piece.text for piece in pieces if any(mark.number == number for mark in piece.marks))
        assert words in (item.text, "")


def test_markup_is_left_out_and_offsets_are_those_of_the_file() -> None:
    page = "<!-- here --><p>One <b>teh</b> &amp; two</p>\n<p>Three</p>"
    document = parse_document(page, markup="html")
    word, comment = page.index("teh"), page.index("<!--")
    found = (finding(page, Span(comment, comment + 13)), finding(page, Span(word, word + 3)))
    made = article(DocumentReport(document=document, findings=found), Known())
    assert "<b>" not in "".join(piece.text for block in made.blocks for piece in block.pieces)
    assert [card.start for card in made.cards] == [comment, word]
    assert [card.place.block for card in made.cards] == [None, 1]


def test_weak_sentences_are_marked_in_their_line() -> None:
    text = "Good one.\nBad one. Worse one."
    document = Document(text=text, reading=Reading(text=text))
    qualities = ((0, 9, 0.9), (10, 18, WEAK - 0.05), (19, 29, WEAK - 0.1))
    sentences = tuple(SentenceQuality(span=Span(start, end), quality=value, major=0.5) for start, end, value in qualities)
    made = article(DocumentReport(document=document, sentences=sentences), Known())
    assert [block.weak for block in made.blocks] == [None, WEAK - 0.1]


def test_counts(report: DocumentReport) -> None:
    made = article(replace(report, silenced=3), Known())
    assert [(item.key, item.count) for item in made.severities] == [("major", 1), ("minor", 1)]
    assert [(item.key, item.label, item.count) for item in made.families] == [("NAM", "Names", 1), ("TRN", "Translation", 1)]
    assert [(item.code, item.count) for item in made.rules] == [("NAM101", 1), ("TRN101", 1)]
    assert (made.ignored, made.silenced) == (1, 3)
    assert [(group.status.value, group.count) for group in made.mentions] == [("garble", 1), ("not_in_list", 1)]
    assert [group.verdict.value for group in made.claims] == ["not_enough_info", "supported"]
