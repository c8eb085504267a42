"""Name parts as numbers, and the plain measures of two parts."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.names.spelling import LETTERS, LONGEST, MEASURES, OTHER, letter_numbers, measures

TEXT = st.text(max_size=40).map(lambda text: " ".join(text.split()))


def test_a_part_stands_between_marks_and_is_padded() -> None:
    short, long = letter_numbers(["ab", "abcd"]).tolist()
    start, a, b, end = short[:4]
    assert short[4:] == [0, 0]
    assert long[:3] == [start, a, b]
    assert long[-1] == end
    assert len({start, end, a, b, 0}) == 5


@pytest.mark.parametrize("part", ["范", "ж", "é", "3", "-", "\u202e", "😀"])
def test_letters_outside_the_alphabet_are_one(part: str) -> None:
    assert letter_numbers([part]).tolist()[0][1:-1] == [OTHER] * len(part)


def test_a_part_is_cut_at_its_longest() -> None:
    (row,) = letter_numbers(["x" * 1000])
    assert len(row) == LONGEST + 2
    assert np.array_equal(row, letter_numbers(["x" * LONGEST])[0])


def test_no_parts_and_empty_parts() -> None:
    assert letter_numbers([]).shape[0] == 0
    assert (letter_numbers([""]) > 0).all()
    assert measures([], []).shape == (0, MEASURES)


@given(st.lists(TEXT, min_size=1, max_size=6))
@settings(deadline=None)
def test_numbers_of_a_part_do_not_depend_on_the_others(parts: list[str]) -> None:
    rows = letter_numbers(parts)
    assert rows.min() >= 0
    assert rows.max() < LETTERS
    for part, row in zip(parts, rows.tolist(), strict=True):
        (alone,) = letter_numbers([part]).tolist()
        assert row == alone + [0] * (len(row) - len(alone))


@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=5))
@settings(deadline=None)
def test_measures_are_mutual_bounded_and_each_pair_its_own(pairs: list[tuple[str, str]]) -> None:
    left, right = [one for one, _ in pairs], [other for _, other in pairs]
    there = measures(left, right)
    assert there.shape == (len(pairs), MEASURES)
    assert there.min() >= 0.0
    np.testing.assert_allclose(there, measures(right, left), atol=1e-6)
    for at, (one, other) in enumerate(pairs):
        np.testing.assert_allclose(there[at], measures([one], [other])[0], atol=1e-6)


def test_equal_parts_are_wholly_alike() -> None:
    (same,) = measures(["nikol"], ["nikol"])
    (near,) = measures(["nicole"], ["nikol"])
    (far,) = measures(["merkel"], ["nikol"])
    assert same[:4].tolist() == [1.0] * 4
    assert (same[:4] > near[:4]).any()
    assert (near[:4] > far[:4]).all()


def test_a_swap_of_letters_is_one_slip() -> None:
    swapped, replaced = measures(["mekrel", "mexyel"], ["merkel", "merkel"])
    assert swapped[3] > replaced[3]
