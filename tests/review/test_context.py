from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.core.span import Span
from copydesk.review.context import LENGTH, context_of, find_again

TEXT = "The army has left. The town has\n  water, and the mayor has gone home."


def place(text: str, words: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def again(before: str, nth: int, after: str) -> int | None:
    """Which "has" of the text afterwards the nth of the text before is taken for."""
    span = place(before, "has", nth)
    found = find_again(after, "has", *context_of(before, span), near=span.start)
    return None if found is None else after[: found.start].count("has")


@pytest.mark.parametrize(
    ("after", "found"),
    [
        (TEXT, [0, 1, 2]),
        # words before, new line breaks, a sentence taken out
        ("It has rained. " + TEXT, [1, 2, 3]),
        (TEXT.replace("\n  ", " ").replace(". ", ".\n\n"), [0, 1, 2]),
        ("The town has\n  water, and the mayor has gone home.", [None, 0, 1]),
        ("", [None, None, None]),
        ("Here all has changed and has to be read anew.", [None, None, None]),
    ],
)
def test_places_are_found_again_after_edits(after: str, found: list[int | None]) -> None:
    assert [again(TEXT, nth, after) for nth in range(3)] == found


def test_of_places_alike_the_nearest_is_taken() -> None:
    text = "has it. " * 40
    for nth in (15, 16, 17):
        assert again(text, nth, text) == nth


@given(st.text(), st.data())
def test_in_an_unchanged_text_every_place_is_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    prefix, suffix = context_of(text, span)
    assert max(len(prefix), len(suffix)) <= LENGTH
    if len(span):
        assert find_again(text, span.of(text), prefix, suffix, near=span.start) == span
    else:
        assert find_again(text, "", prefix, suffix) is None
