"""Every piece of every sentence is answered once, with neighbours where there is room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.reader.windows import OVERLAP, Shown, Window, width, windows

ROOM = 64
COUNTS = st.lists(st.integers(0, 30) | st.integers(0, 400), max_size=25)


def shapes(counts: list[int], room: int = ROOM) -> list[list[tuple[int, bool]]]:
    """Of each window its sentences and whether they are answered there."""
    return [[(shown.sentence, shown.last > 0) for shown in window] for window in windows(counts, room)]


def answered(found: list[Window]) -> list[tuple[int, int]]:
    return [(shown.sentence, piece) for window in found for shown in window for piece in range(shown.first, shown.last)]


@given(COUNTS, st.integers(OVERLAP + 3, 200))
def test_every_piece_is_answered_once_and_in_order(counts: list[int], room: int) -> None:
    found = list(windows(counts, room))
    assert answered(found) == [(sentence, piece) for sentence, count in enumerate(counts) for piece in range(count)]


@given(COUNTS, st.integers(OVERLAP + 3, 200))
def test_windows_have_room_and_hold_whole_sentences(counts: list[int], room: int) -> None:
    for window in windows(counts, room):
        assert width(window) <= room
        for shown in window:
            assert shown.start <= shown.first <= shown.last <= shown.stop or shown.first == shown.last == 0
            assert (shown.start, shown.stop) == (0, counts[shown.sentence]) or counts[shown.sentence] > room - 2


@given(COUNTS, st.integers(OVERLAP + 3, 200))
def test_neighbours_stand_beside_a_sentence_where_both_fit(counts: list[int], room: int) -> None:
    for window in windows(counts, room):
        shown = [item.sentence for item in window]
        for item in window:
            if item.last and counts[item.sentence] <= room - 2:
                before, after = item.sentence - 1, item.sentence + 1
                if item.sentence == shown[0] and before >= 0:
                    assert counts[before] + counts[item.sentence] + 3 > room
                if item.sentence == shown[-1] and after < len(counts) and len(shown) > 2:
                    assert counts[after] + counts[item.sentence] + 3 > room


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([], []),
        ([10], [[(0, True)]]),
        ([0, 0], [[(0, False), (1, False)]]),
        # the third waits for its next neighbour
        ([20, 20, 15, 20], [[(0, True), (1, True), (2, False)], [(1, False), (2, True), (3, True)]]),
        # nothing else fits beside a long one
        ([60, 60], [[(0, True)], [(1, True)]]),
    ],
)
def test_how_sentences_are_shown(counts: list[int], expected: list[list[tuple[int, bool]]]) -> None:
    assert shapes(counts) == expected


def test_a_long_sentence_is_answered_where_its_pieces_are_far_from_the_edge() -> None:
    parts = [window[0] for window in windows([100], ROOM)]
    assert parts == [
        Shown(sentence=0, start=0, stop=62, first=0, last=46),
        Shown(sentence=0, start=30, stop=92, first=46, last=65),
        Shown(sentence=0, start=38, stop=100, first=65, last=100),
    ]


def test_a_window_without_room_is_refused() -> None:
    with pytest.raises(ValueError, match="no room"):
        list(windows([1], OVERLAP))
