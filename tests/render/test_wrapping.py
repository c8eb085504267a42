from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from copydesk.render.visible import visible
from copydesk.render.wrapping import wrapped


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one two", 10, ["one two"]),
        ("one two", 6, ["one", "two"]),
        ("onetwothree", 4, ["onet", "woth", "ree"]),
        ("a onetwothree b", 4, ["a", "onet", "woth", "ree", "b"]),
        ("中文新闻", 5, ["中文", "新闻"]),
        ("中", 1, ["中"]),
    ],
)
def test_lines(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines


@given(st.text(max_size=80), st.integers(1, 30))
def test_nothing_is_lost_and_nothing_too_wide(text: str, width: int) -> None:
    shown = visible(text)
    lines = wrapped(shown, width)
    assert "".join(lines).replace(" ", "") == shown.replace(" ", "")
    assert all(cell_len(line) <= max(2, width) for line in lines)
