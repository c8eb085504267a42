"""Short cuts of the alignment of two names give what the alignment itself gives."""

from __future__ import annotations

from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.names.aligning import aligned, in_order, joints, most
from copydesk.names.likeness import UNFUSED, fusible

LIKENESS = st.floats(0.0, 1.0, width=16)
LEFT, RIGHT = ("a1", "b1", "c1"), ("a2", "b2", "c2", "d2")


@given(st.integers(1, 3), st.integers(1, 4), st.lists(LIKENESS, min_size=12, max_size=12))
def test_no_order_is_worth_more_than_the_most(written: int, listed: int, drawn: list[float]) -> None:
    left, right = LEFT[:written], RIGHT[:listed]
    likeness = dict(zip(product(left, right), drawn, strict=False))
    values = [aligned(order, right, likeness, {})[0] for order in permutations(left)]
    assert max(values) <= most(left, right, likeness) + 1e-9
    if in_order(left, right, likeness):
        value, _ = aligned(left, right, likeness, {})
        assert value == pytest.approx(max(values))
        assert value == pytest.approx(sum(likeness[pair] - 0.3 for pair in zip(left, right, strict=True)))


@pytest.mark.parametrize(
    ("left", "right", "texts"),
    [
        (("kim", "jongun"), ("kim", "jong", "un"), [("jongun", "kimjong"), ("jongun", "jongun")]),
        (("jong", "un"), ("jongun",), [("jongun", "jongun"), ("unjong", "jongun")]),
        (("nikol",), ("nikol", "pashinyan"), []),
    ],
)
def test_what_may_be_one_part(left: tuple[str, ...], right: tuple[str, ...], texts: list[tuple[str, str]]) -> None:
    assert joints(left, right) == texts


def test_parts_joined_are_judged_where_they_sound_alike() -> None:
    assert fusible([]) == []
    assert UNFUSED > 0
    assert fusible([("jongun", "chongun"), ("unjong", "marketa")]) == [("jongun", "chongun")]
