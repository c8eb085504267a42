from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from copydesk.entities.packing import pack, unpack, unpack_all, unpacked

RISING = st.lists(st.integers(0, 2**32 - 1), max_size=50, unique=True).map(sorted)


@given(RISING)
def test_packed_and_unpacked(numbers: list[int]) -> None:
    assert unpack(pack(numbers)).tolist() == numbers
    assert unpacked(pack(numbers)) == numbers


def test_small_steps_take_one_byte_each() -> None:
    assert len(pack(range(1000, 2000))) == 1 + 2 * 1000  # the first step is wide
    assert len(pack(range(1000))) == 1 + 1000


@given(st.lists(RISING, max_size=8))
def test_all_rows_at_once_are_each_row_by_itself(rows: list[list[int]]) -> None:
    numbers, starts = unpack_all([pack(row) for row in rows])
    assert [numbers[a:b].tolist() for a, b in pairwise(starts.tolist())] == rows
