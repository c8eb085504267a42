"""Sentences with their goals, and the texts they stand in."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny_training import pieces

from copydesk.core.finding import Severity
from copydesk.core.marking import Category, ErrorSpan
from copydesk.core.span import Span
from copydesk.mqm.segments import RatedSegment, Rating
from copydesk.reader.labels import CATEGORIES, COLUMNS, TAGS
from copydesk.training.reader.examples import UNKNOWN, Origin, rated, set_marks, tagged, unit
from copydesk.training.reader.plain_text import put_together

MINOR, MAJOR = Severity.MINOR, Severity.MAJOR
GRAMMAR, STYLE = Category.GRAMMAR, Category.STYLE
PLAIN = "the bank said talks"
WORDS = [Span(0, 3), Span(4, 8), Span(9, 13), Span(14, 19)]


def error(start: int, end: int, category: Category = GRAMMAR, severity: Severity = MINOR) -> ErrorSpan:
    return ErrorSpan(span=Span(start, end), category=category, severity=severity)


def rating(*errors: ErrorSpan) -> Rating:
    return Rating(rater="r", errors=errors)


def segment(*ratings: Rating, human: bool | None = None) -> RatedSegment:
    return RatedSegment(
        corpus="c",
        pair="zh-en",
        domain=None,
        doc="d",
        seg=1,
        system="s",
        human=human,
        source=None,
        target=PLAIN,
        ratings=ratings,
    )


def test_what_raters_mark_is_told_as_shares() -> None:
    one = rating(error(4, 8, GRAMMAR, MAJOR), error(4, 8, STYLE))
    other = rating(error(6, 11, STYLE))
    made = rated(segment(one, other, rating(), rating(), human=False), pieces(PLAIN), Origin.RATED)
    assert made.goals[:, COLUMNS.any].tolist() == [0, 0.5, 0.25, 0]
    assert made.goals[:, COLUMNS.major].tolist() == [0, 0.25, 0, 0]
    kinds = made.goals[:, COLUMNS.categories]
    assert kinds[[0, 3]].tolist() == [[UNKNOWN] * len(CATEGORIES)] * 2
    assert kinds[1, [CATEGORIES.index(GRAMMAR), CATEGORIES.index(STYLE)]].tolist() == pytest.approx([1 / 3, 2 / 3])
    assert (made.goals[:, COLUMNS.tags] == UNKNOWN).all()


def test_of_an_unrated_segment_only_its_origin_is_known() -> None:
    made = rated(segment(human=True), pieces(PLAIN), 5)
    assert (made.goals == UNKNOWN).all()
    assert made.origin == 5


errors = st.builds(
    lambda ends, category, severity: error(min(ends), max(ends), category, severity),
    st.tuples(st.integers(0, len(PLAIN)), st.integers(0, len(PLAIN))), st.sampled_from(CATEGORIES), st.sampled_from(Severity),
)  # fmt: skip
ratings = st.lists(st.lists(errors, max_size=4).map(lambda found: rating(*found)), min_size=1, max_size=4)


@settings(deadline=None)
@given(ratings)
def test_goals_are_shares(found: list[Rating]) -> None:
    made = unit(PLAIN, pieces(PLAIN), Origin.RATED)
    set_marks(made, found)
    any_, major, kinds = made.goals[:, COLUMNS.any], made.goals[:, COLUMNS.major], made.goals[:, COLUMNS.categories]
    assert ((major >= 0) & (major <= any_) & (any_ <= 1)).all()
    for share, row in zip(any_, kinds, strict=True):
        assert (row == UNKNOWN).all() if share == 0 else (row.sum() == pytest.approx(1) and row.min() >= 0)


def _tags(text: str, places: list[Span], tags: list[str | None]) -> list[str | None]:
    made = tagged(text, pieces(text), places, tags)
    assert made.origin == Origin.NAMES
    assert (np.delete(made.goals, np.r_[COLUMNS.tags], axis=1) == UNKNOWN).all()
    held = made.goals[:, COLUMNS.tags]
    assert all((row == UNKNOWN).all() or row.sum() == 1 for row in held)
    return [TAGS[int(row.argmax())] if row[0] >= 0 else None for row in held]


@pytest.mark.parametrize(
    ("text", "tokens", "tags", "expected"),
    [
        pytest.param("the bank", [Span(0, 3), Span(4, 8)], ["O", "B-ORG"], ["O", "B-ORG"], id="whole words"),
        pytest.param("Oslo", [Span(0, 4)], ["B-LOC"], ["B-LOC", *["I-LOC"] * 3], id="begins only once"),
        pytest.param("ab cd", [Span(0, 2), Span(3, 5)], ["B-PER", "I-PER"], ["B-PER", *["I-PER"] * 3], id="goes on"),
        pytest.param("ab cd", [Span(0, 2), Span(3, 5)], ["B-PER", "B-PER"], ["B-PER", "I-PER"] * 2, id="two names"),
        pytest.param("Ann’s", [Span(0, 3), Span(3, 5)], ["B-PER", "O"], ["B-PER", "I-PER", "I-PER", "O", "O"], id="glued"),
        pytest.param("the bank", [Span(0, 3), Span(4, 8)], [None, "O"], [None, "O"], id="unknown"),
    ],
)
def test_tags_of_pieces(text: str, tokens: list[Span], tags: list[str | None], expected: list[str | None]) -> None:
    assert _tags(text, tokens, tags) == expected


def test_a_text_without_tokens_has_no_tags() -> None:
    assert _tags("the bank", [], []) == [None, None]


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        pytest.param("He left , she said .", "He left, she said.", id="stops"),
        pytest.param("Oslo ( Norway ) : 5 % ; $ 3", "Oslo (Norway): 5%; $3", id="brackets and signs"),
        pytest.param('She said " no " to Bob \'s dog .', 'She said "no" to Bob\'s dog.', id="quotes"),
        pytest.param("We do n't say they ’re late !", "We don't say they’re late!", id="short forms"),
        pytest.param(". first", ". first", id="begins with a stop"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_tokens_are_put_together_as_people_write(tokens: str, text: str) -> None:
    assert put_together(tokens.split())[0] == text


@settings(deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(['"', ".", "(", ")", "'s", "``", "a"]), st.text(min_size=1, max_size=4)), max_size=12)
)
def test_every_token_stands_at_its_span(tokens: list[str]) -> None:
    text, spans = put_together(tokens)
    assert [span.of(text) for span in spans] == tokens
    assert all(text[one.end : other.start] in ("", " ") for one, other in pairwise(spans))
    assert not spans or (spans[0].start, spans[-1].end) == (0, len(text))
