"""How an article is cut into segments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed import found, of

from copydesk.core.marking import Category
from copydesk.core.report import DocumentReport
from copydesk.core.span import Span
from copydesk.mqm.placing import Placed
from copydesk.render.segments import segments

TEXT = "Menu. One is here. Two is there. Three"
SENTENCES = (Span(6, 18), Span(19, 32))


def cut(*spans: Span, text: str = TEXT, sentences: tuple[Span, ...] = SENTENCES) -> list[tuple[str, list[str]]]:
    report = of(text, *(found(text, span) for span in spans), sentences=sentences)
    return [(item.text, [error.span.of(item.text) for error in item.errors]) for item in segments(report)]


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ((), [("One is here.", []), ("Two is there.", [])]),
        ((Span(6, 9), Span(10, 12)), [("One is here.", ["One", "is"]), ("Two is there.", [])]),
        ((Span(13, 22),), [("One is here. Two is there.", ["here. Two"])]),
        ((Span(0, 4),), [("Menu", ["Menu"]), ("One is here.", []), ("Two is there.", [])]),
        ((Span(18, 18),), [("One is here.", [""]), ("Two is there.", [])]),
        ((Span(19, 19),), [("One is here.", []), ("Two is there.", [""])]),
        ((Span(33, 38),), [("One is here.", []), ("Two is there.", []), ("Three", ["Three"])]),
    ],
)
def test_segments(spans: tuple[Span, ...], expected: list[tuple[str, list[str]]]) -> None:
    assert cut(*spans) == expected


def test_what_the_tool_says_of_itself_is_left_out() -> None:
    report = of(TEXT, found(TEXT, Span(0, 4), rule="CPD001"), found(TEXT, Span(6, 9), rule="NUM104"), sentences=SENTENCES)
    errors = [error for item in segments(report) for error in item.errors]
    assert [(error.finding.rule, error.category) for error in errors] == [("NUM104", Category.LOCALE)]


def test_words_that_also_stand_before_are_told_apart() -> None:
    text = "<title>Peace</title><h1>Peace</h1>"
    assert cut(text=text, sentences=(Span(24, 29),)) == [("Peace</title><h1>Peace", [])]


SOME = st.text("ab <v>/.\n\u200b", min_size=1, max_size=60)


def sentences_of(text: str, cuts: list[int]) -> list[Span]:
    """Some stretches between the cuts, without white space around them."""
    spans: list[Span] = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        if words.strip():
            spans.append(Span(start, start + len(words.strip())))
    return spans


@st.composite
def reports(draw: st.DrawFn) -> DocumentReport:
    """A text with sentences and findings anywhere in it."""
    text = draw(SOME)
    places = st.integers(0, len(text))
    cuts = sorted(draw(st.lists(places, max_size=8)))
    spans = [Span(*sorted(pair)) for pair in draw(st.lists(st.tuples(places, places), max_size=5))]
    return of(text, *(found(text, span) for span in spans), sentences=sentences_of(text, cuts))


@given(reports())
def test_every_finding_stands_once_and_every_segment_where_it_is_found(report: DocumentReport) -> None:
    text, article = report.document.text, Placed(report.document.text)
    seen = []
    for item in segments(report):
        place = article.place(item.text)
        assert place is not None
        for error in item.errors:
            assert error.span.of(item.text) == error.finding.text
            seen.append(error.finding)
            if error.finding.text.strip(" \n\u200b"):
                found_at = place.given(error.span)
                assert found_at.of(text) == error.finding.text.strip(" \n\u200b")
                assert error.finding.span.contains(found_at)
    assert sorted(item.span for item in seen) == sorted(item.span for item in report.findings)
