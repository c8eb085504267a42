from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.core.document import Reading
from copydesk.core.lines import Lines
from copydesk.core.span import Span

SPANS = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda pair: Span(min(pair), max(pair)))
BREAKS = st.text(alphabet="ab\n\r\u2028é", max_size=40)


def test_span_quotes_its_words() -> None:
    assert Span(4, 8).of("the army left") == "army"
    assert len(Span(4, 8)) == 4
    assert Span(4, 8).shifted(-4) == Span(0, 4)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_no_such_span(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


@pytest.mark.parametrize(
    ("one", "other", "overlap", "within"),
    [
        (Span(0, 5), Span(4, 8), True, False),
        (Span(0, 5), Span(5, 8), False, False),
        (Span(0, 5), Span(1, 3), True, True),
        (Span(0, 5), Span(0, 5), True, True),
        (Span(0, 5), Span(5, 5), False, True),
        (Span(1, 3), Span(0, 5), True, False),
    ],
)
def test_how_spans_stand_to_each_other(one: Span, other: Span, overlap: bool, within: bool) -> None:
    assert one.overlaps(other) is overlap
    assert one.contains(other) is within


@given(SPANS, SPANS)
def test_overlap_is_mutual_and_means_a_shared_code_point(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    if one.start < one.end and other.start < other.end:
        assert one.overlaps(other) == other.overlaps(one) == bool(shared)


@given(SPANS, st.integers(0, 20))
def test_moving_there_and_back(span: Span, by: int) -> None:
    assert span.shifted(by).shifted(-by) == span
    assert len(span.shifted(by)) == len(span)


@pytest.mark.parametrize("text", ["ab\ncd\n", "ab\r\ncd\r\n", "ab\rcd\r"], ids=["LF", "CRLF", "CR"])
def test_lines_end_at_every_line_end(text: str) -> None:
    lines = Lines(text)
    assert [lines.span(number).of(text) for number in range(1, len(lines) + 1)] == ["ab", "cd", ""]
    assert lines.place(text.index("d")) == (2, 2)


def test_empty_text_has_one_empty_line() -> None:
    assert len(Lines("")) == 1
    assert Lines("").place(0) == (1, 1)
    assert Lines("").span(1) == Span(0, 0)


@given(BREAKS)
def test_line_and_column_lead_back_to_the_offset(text: str) -> None:
    lines = Lines(text)
    for offset in range(len(text) + 1):
        line, column = lines.place(offset)
        assert lines.span(line).start + column - 1 == offset


@given(BREAKS)
def test_lines_hold_everything_but_line_ends(text: str) -> None:
    lines = Lines(text)
    written = [lines.span(number).of(text) for number in range(1, len(lines) + 1)]
    assert "".join(written) == text.replace("\r", "").replace("\n", "")
    assert not any("\n" in line or "\r" in line for line in written)


def test_a_plain_reading_is_the_text() -> None:
    assert Reading(text="a & b").given(Span(2, 3)) == Span(2, 3)


#: the reading "a & b" of "<p>a &amp; b</p>"
HTML = "<p>a &amp; b</p>"
READING = Reading(text="a & b", origins=((3, 4), (4, 5), (5, 10), (10, 11), (11, 12)))


@pytest.mark.parametrize(
    ("span", "given_text"),
    [(Span(0, 1), "a"), (Span(2, 3), "&amp;"), (Span(0, 5), "a &amp; b"), (Span(4, 5), "b")],
)
def test_a_reading_leads_back_to_the_text_as_given(span: Span, given_text: str) -> None:
    assert READING.given(span).of(HTML) == given_text


@pytest.mark.parametrize(("at", "where"), [(0, 3), (3, 10), (5, 12)])
def test_an_empty_span_of_a_reading(at: int, where: int) -> None:
    assert READING.given(Span(at, at)) == Span(where, where)


def test_an_empty_reading() -> None:
    assert Reading(text="", origins=()).given(Span(0, 0)) == Span(0, 0)


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ((3, 4), (0, 1)),
        ((5, 10), (2, 3)),
        ((6, 8), (2, 3)),
        ((0, 12), (0, 5)),
        ((10, 30), (3, 5)),
        ((0, 3), None),
        ((12, 20), None),
    ],
)
def test_a_span_of_the_given_text_in_the_reading(given: tuple[int, int], read: tuple[int, int] | None) -> None:
    assert READING.read(Span(*given)) == (None if read is None else Span(*read))
    assert Reading(text="a & b").read(Span(2, 3)) == Span(2, 3)
