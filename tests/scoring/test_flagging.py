"""Precision at a recall, precision of the worst share, and the correlation of two ways to flag."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.scoring.flagging import matthews, precision_at_recall, precision_of_worst


@pytest.mark.parametrize(
    ("counts", "value"),
    [((2, 0, 0, 2), 1.0), ((0, 2, 2, 0), -1.0), ((1, 1, 1, 1), 0.0), ((3, 1, 0, 0), None), ((0, 0, 0, 0), None)],
)
def test_matthews(counts: tuple[int, int, int, int], value: float | None) -> None:
    assert matthews(*counts) == value


@pytest.mark.parametrize(
    ("found", "right", "wanted", "recall", "precision"),
    [
        ([2, 4, 10], [2, 3, 5], 5, 0.4, 1.0),
        ([2, 4, 10], [2, 3, 5], 5, 0.6, 0.75),
        # half of the two flags that tie
        ([2, 4, 10], [2, 3, 5], 5, 0.5, 2.5 / 3),
        # one threshold only: all flags tie
        ([10], [4], 4, 0.25, 0.4),
        ([2, 4], [1, 2], 5, 0.6, None),
        ([2, 4], [1, 2], 0, 0.5, None),
        ([], [], 3, 0.5, None),
    ],
)
def test_precision_at_recall(
    found: list[float], right: list[float], wanted: float, recall: float, precision: float | None
) -> None:
    got = precision_at_recall(np.array(found), np.array(right), wanted, recall)
    assert got == (None if precision is None else pytest.approx(precision))


@pytest.mark.parametrize(
    ("scores", "wrong", "share", "precision"),
    [
        ([4, 3, 2, 1], [1, 0, 1, 0], 0.25, 1.0),
        ([4, 3, 2, 1], [1, 0, 1, 0], 0.5, 0.5),
        # four that tie: the mean of their orders
        ([1, 1, 1, 1], [1, 0, 0, 0], 0.5, 0.25),
        # one and a half of four
        ([4, 3, 2, 1], [0, 1, 0, 0], 0.375, 1 / 3),
        ([], [], 0.5, None),
    ],
)
def test_precision_of_worst(scores: list[float], wrong: list[int], share: float, precision: float | None) -> None:
    got = precision_of_worst(np.array(scores, dtype=float), np.array(wrong, dtype=bool), share)
    assert got == (None if precision is None else pytest.approx(precision))


@given(st.lists(st.tuples(st.integers(0, 3), st.booleans()), min_size=1, max_size=20))
def test_all_of_them_are_as_wrong_as_they_are(rows: list[tuple[int, bool]]) -> None:
    scores, wrong = np.array([score for score, _ in rows], dtype=float), np.array([bad for _, bad in rows])
    assert precision_of_worst(scores, wrong, 1.0) == pytest.approx(wrong.mean())
