from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.core.document import PartKind, Sentence
from copydesk.core.span import Span
from copydesk.text.sentences import LONGEST, in_pieces


def pieces(text: str) -> list[str]:
    whole = Sentence(span=Span(0, len(text)), part=PartKind.BODY)
    return [piece.span.of(text) for piece in in_pieces([whole], text)]


@pytest.mark.parametrize("text", ["", "A sentence.", "x" * LONGEST])
def test_what_is_short_stays_whole(text: str) -> None:
    assert pieces(text) == ([text] if text else [])


@pytest.mark.parametrize(("joint", "end"), [("; ", ";"), (", ", ","), (" ", ""), ("", "")])
def test_a_long_one_is_cut_behind_a_mark(joint: str, end: str) -> None:
    word = "abcdefghi"
    found = pieces(joint.join([word] * 500))
    assert len(found) > 4
    assert all(len(piece) <= LONGEST for piece in found)
    assert all(piece.endswith(f"i{end}") for piece in found[:-1]) or not joint


@given(st.text(st.sampled_from("ab ,;.\n"), min_size=1, max_size=60), st.integers(1, 90))
def test_nothing_but_white_space_is_lost(part: str, times: int) -> None:
    text = (part * times).strip()
    found = pieces(text)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(0 < len(piece) <= LONGEST and piece == piece.strip() for piece in found)
