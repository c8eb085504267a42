"""Agreement of marked spans, by character and one to one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk import Span
from copydesk.core.finding import Severity
from copydesk.core.marking import Category, ErrorSpan
from copydesk.scoring.spans import CharacterCounts, character_counts, joined, span_precisions

MINOR, MAJOR, CRITICAL = Severity.MINOR, Severity.MAJOR, Severity.CRITICAL


def mark(start: int, end: int, severity: Severity) -> ErrorSpan:
    return ErrorSpan(span=Span(start, end), category=Category.OTHER, severity=severity)


PLACES, SIZES = st.integers(0, 30), st.integers(1, 9)
MARKS = st.lists(
    st.builds(lambda at, size, severity: mark(at, at + size - 1, severity), PLACES, SIZES, st.sampled_from(Severity)),
    max_size=5,
)
SPANS = st.lists(st.builds(lambda at, size: Span(at, at + size), PLACES, SIZES), max_size=5)


@pytest.mark.parametrize(
    ("found", "wanted", "counts"),
    [
        ([], [], (0, 0, 0)),
        ([mark(0, 4, MINOR)], [], (0, 4, 0)),
        ([], [mark(0, 4, MINOR)], (0, 0, 4)),
        ([mark(0, 4, MINOR)], [mark(2, 6, MINOR)], (2, 4, 4)),
        ([mark(0, 4, MINOR)], [mark(2, 6, MAJOR)], (1, 4, 4)),
        ([mark(0, 4, MAJOR)], [mark(0, 4, CRITICAL)], (4, 4, 4)),
        # both severities lie on the first two characters: one of them agrees
        ([mark(0, 2, MINOR), mark(0, 4, MAJOR)], [mark(0, 4, MINOR)], (3, 4, 4)),
        ([mark(1, 1, MAJOR)], [mark(0, 3, MAJOR)], (0, 0, 3)),
    ],
)
def test_characters(found: list[ErrorSpan], wanted: list[ErrorSpan], counts: tuple[float, int, int]) -> None:
    got = character_counts(found, wanted)
    assert (got.hits, got.found, got.wanted) == counts


def test_shares_of_nothing_are_unknown() -> None:
    nothing = CharacterCounts()
    assert (nothing.precision, nothing.recall, nothing.f1) == (None, None, None)
    some = CharacterCounts(hits=1, found=4, wanted=2) + CharacterCounts(hits=1, found=0, wanted=2)
    assert (some.precision, some.recall, some.f1) == (0.5, 0.5, 0.5)


@given(MARKS, MARKS)
def test_agreement_is_the_same_from_both_sides(one: list[ErrorSpan], other: list[ErrorSpan]) -> None:
    there, back = character_counts(one, other), character_counts(other, one)
    assert (there.hits, there.found, there.wanted) == (back.hits, back.wanted, back.found)
    assert there.hits <= min(there.found, there.wanted)


@given(MARKS)
def test_a_rater_agrees_with_itself(marks: list[ErrorSpan]) -> None:
    counts = character_counts(marks, marks)
    assert counts.hits == counts.found == counts.wanted


@pytest.mark.parametrize(
    ("spans", "whole"),
    [
        ([], ()),
        ([Span(3, 3)], ()),
        ([Span(2, 4), Span(0, 2)], (Span(0, 4),)),
        ([Span(0, 2), Span(3, 4)], (Span(0, 2), Span(3, 4))),
        ([Span(0, 3), Span(2, 4)], (Span(0, 3), Span(2, 4))),
    ],
)
def test_spans_that_touch_are_one(spans: list[Span], whole: tuple[Span, ...]) -> None:
    assert joined(spans) == whole


@pytest.mark.parametrize(
    ("found", "wanted", "precisions"),
    [
        ([], [Span(0, 3)], ()),
        ([Span(0, 4)], [], (0.0,)),
        ([Span(0, 4)], [Span(2, 9)], (0.5,)),
        # one long wanted span makes only the one right that shares most with it
        ([Span(0, 2), Span(3, 7)], [Span(0, 9)], (0.0, 1.0)),
        # and one long found span has only one partner
        ([Span(0, 10)], [Span(0, 2), Span(4, 9)], (0.5,)),
        ([Span(0, 4), Span(3, 6)], [Span(2, 6), Span(0, 1)], (0.25, 1.0)),
    ],
)
def test_spans_are_matched_one_to_one(found: list[Span], wanted: list[Span], precisions: tuple[float, ...]) -> None:
    assert span_precisions(found, wanted) == precisions


@given(SPANS, SPANS)
def test_no_span_has_two_partners(found: list[Span], wanted: list[Span]) -> None:
    precisions = span_precisions(found, wanted)
    assert len(precisions) == len(found)
    assert all(0 <= value <= 1 for value in precisions)
    assert sum(value > 0 for value in precisions) <= len(wanted)
