from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.text import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Azerbaijan’s army", ["Azerbaijan’s", "army"]),
        ("Abdel Fattah al-Sisi.", ["Abdel", "Fattah", "al-Sisi"]),
        ("U.N. Secretary-General", ["U.N.", "Secretary-General"]),
        ("the U.N and U.S.-led", ["the", "U.N", "and", "U.S.-led"]),
        ("“quoted” 'words'", ["quoted", "words"]),
        ("3.5 per cent of 10,000, then 5.", ["3.5", "per", "cent", "of", "10,000", "then", "5"]),
        ("e\u0301te\u0301", ["e\u0301te\u0301"]),
        ("Plan B. Then", ["Plan", "B", "Then"]),
        ("", []),
        ("… — !", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in words(text)] == expected


@given(st.text())
def test_words_hold_every_letter_once_in_order(text: str) -> None:
    spans = words(text)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    covered = {at for span in spans for at in range(span.start, span.end)}
    assert all(at in covered for at, char in enumerate(text) if char.isalpha())
