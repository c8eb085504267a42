"""Intervals by resampling clusters."""

from __future__ import annotations

from math import inf, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.scoring import Counts, Estimate, Interval, Rate, by_cluster, estimate, paired_ratio, ratio

small = st.integers(min_value=0, max_value=50)


@given(st.integers(1, 40), st.integers(0, 9), st.integers(1, 9), st.integers(0, 5))
@settings(max_examples=25, deadline=None)
def test_constant_data_give_a_point(count: int, found: int, size: int, seed: int) -> None:
    made = estimate([(found, size)] * count, ratio, draws=50, seed=seed)
    assert made == Estimate(value=found / size, interval=Interval(low=found / size, high=found / size))


@given(st.lists(st.tuples(small, st.integers(1, 50)), min_size=1, max_size=30))
@settings(max_examples=25, deadline=None)
def test_the_interval_lies_between_the_extreme_clusters(rows: list[tuple[int, int]]) -> None:
    made = estimate(rows, ratio, draws=50)
    assert made.interval is not None
    assert min(a / b for a, b in rows) <= made.interval.low + 1e-12
    assert made.interval.high <= max(a / b for a, b in rows) + 1e-12


def test_the_seed_decides_the_interval() -> None:
    rows = [(index % 7, 5 + index % 3) for index in range(60)]
    assert estimate(rows, ratio, seed=4) == estimate(rows, ratio, seed=4)
    assert estimate(rows, ratio, seed=4) != estimate(rows, ratio, seed=5)


def test_the_interval_is_as_wide_as_theory_says() -> None:
    rows = [(int(index < 100), 1) for index in range(400)]
    made = estimate(rows, ratio, draws=4000, seed=1)
    half = 1.96 * sqrt(0.25 * 0.75 / 400)
    assert made.value == 0.25
    assert made.interval is not None
    assert made.interval.low == pytest.approx(0.25 - half, abs=0.006)
    assert made.interval.high == pytest.approx(0.25 + half, abs=0.006)


def test_blocks_of_draws_are_all_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("copydesk.scoring.bootstrap._BLOCK", 100)
    seen: list[tuple[float, ...]] = []

    def noted(sums: tuple[float, ...]) -> float:
        seen.append(sums)
        return 1.0

    estimate([(1, 1)] * 30, noted, draws=11)
    assert seen == [(30.0, 30.0)] * 12


def test_clusters_are_drawn_whole() -> None:
    together = by_cluster((name, Counts(tp=1, fn=1)) for name in "aabbcc")
    assert list(together.items()) == [(name, Counts(tp=2, fn=2)) for name in "abc"]


def test_undefined_stays_undefined() -> None:
    assert estimate([], ratio) == Estimate(value=None)
    assert estimate([(0, 0)], ratio) == Estimate(value=None)
    rare = [(1, 1)] + [(0, 0)] * 199
    assert estimate(rare, ratio, draws=200).interval == Interval(low=1.0, high=1.0)
    answers = iter([1.0])
    assert estimate([(1, 1)], lambda sums: next(answers, None), draws=10) == Estimate(value=1.0)


def test_a_paired_ratio_divides_the_rates() -> None:
    pairs = [(Rate(found=6, size=100), Rate(found=1, size=50))] * 20
    assert paired_ratio(pairs) == Estimate(value=3.0, interval=Interval(low=3.0, high=3.0))


def test_a_ratio_to_nothing_found_is_infinite_and_of_nothing_undefined() -> None:
    some, none = Rate(found=1, size=10), Rate(found=0, size=10)
    assert paired_ratio([(some, none)] * 3) == Estimate(value=inf, interval=Interval(low=inf, high=inf))
    assert paired_ratio([(none, some)] * 3).value == 0.0
    assert paired_ratio([(none, none)] * 3) == Estimate(value=None)
    assert paired_ratio([(some, Rate())]) == Estimate(value=None)
    assert paired_ratio([]) == Estimate(value=None)


def test_pairs_share_their_clusters() -> None:
    """Where both systems rise and fall together the ratio is surer than either rate."""
    pairs = [(Rate(found=2 * index, size=100), Rate(found=index, size=100)) for index in range(1, 40)]
    assert paired_ratio(pairs) == Estimate(value=2.0, interval=Interval(low=2.0, high=2.0))


@given(st.lists(st.tuples(small, small), max_size=20))
def test_rates_add_up(rows: list[tuple[int, int]]) -> None:
    whole = sum((Rate(found=found, size=size) for found, size in rows), Rate())
    assert (whole.found, whole.size) == (sum(a for a, _ in rows), sum(b for _, b in rows))
    assert whole.per_thousand == (1000 * whole.found / whole.size if whole.size else None)
    with pytest.raises(ValueError, match="below zero"):
        Rate(found=-1)
