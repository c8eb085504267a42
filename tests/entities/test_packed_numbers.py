from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copydesk.entities.packing import pack, unpack

RISING = st.lists(st.integers(0, 2**32 - 1), max_size=50, unique=True).map(sorted)


@given(RISING)
def test_packed_and_unpacked(numbers: list[int]) -> None:
    assert unpack(pack(numbers)).tolist() == numbers


def test_small_steps_take_one_byte_each() -> None:
    assert len(pack(range(1000, 2000))) == 1 + 2 * 1000  # the first step is wide
    assert len(pack(range(1000))) == 1 + 1000
