from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.render.page.wordchange import Part, word_changes

WORDS = st.lists(st.sampled_from(["Ali", "Akbar", " ", " ", "  ", "Velayati", "-", "’", "é", "\n"]), max_size=12).map("".join)


@given(WORDS | st.text(max_size=20), WORDS | st.text(max_size=20))
def test_stretches_join_to_both_texts(before: str, after: str) -> None:
    made = word_changes(before, after)
    assert "".join(item.text for item in made if item.part is not Part.INSERTED) == before
    assert "".join(item.text for item in made if item.part is not Part.DELETED) == after
    assert all(item.text for item in made)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Nicole Pasinyan", "Nikol Pashinyan", "-Nicole Pasinyan +Nikol Pashinyan"),
        ("Ali Akbar Vilayati", "Ali Akbar Velayati", "=Ali Akbar  -Vilayati +Velayati"),
        ("the the end", "the end", "-the  =the end"),
        ("teh", "", "-teh"),
        ("", "a", "+a"),
        ("same", "same", "=same"),
        ("", "", ""),
    ],
)
def test_changes(before: str, after: str, expected: str) -> None:
    signs = {Part.SAME: "=", Part.DELETED: "-", Part.INSERTED: "+"}
    assert " ".join(signs[item.part] + item.text for item in word_changes(before, after)) == expected


def test_long_texts_are_not_compared_word_by_word() -> None:
    before, after = "a b " * 500, "a c " * 500
    assert [item.part for item in word_changes(before, after)] == [Part.DELETED, Part.INSERTED]
