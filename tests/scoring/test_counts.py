"""Shares, their intervals, and sums."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.scoring import Counts, Interval, Proportion, wilson

#: (hits, total, low, high). The first four: Newcombe, Statistics in Medicine 17 (1998), table I, method 3 (Wilson).
PUBLISHED = [
    (81, 263, 0.2553, 0.3662),
    (15, 148, 0.0624, 0.1605),
    (0, 20, 0.0000, 0.1611),
    (1, 29, 0.0061, 0.1718),
    # Brown, Cai and DasGupta, Statistical Science 16 (2001): no successes give z^2 / (n + z^2)
    (0, 10, 0.0000, 0.2775),
    (10, 10, 0.7225, 1.0000),
    (5, 10, 0.2366, 0.7634),
]

natural = st.integers(min_value=0, max_value=10**6)
counts = st.builds(Counts, tp=natural, fp=natural, fn=natural)


@pytest.mark.parametrize(("hits", "total", "low", "high"), PUBLISHED)
def test_wilson_has_the_published_values(hits: int, total: int, low: float, high: float) -> None:
    interval = wilson(hits, total)
    assert interval is not None
    assert (round(interval.low, 4), round(interval.high, 4)) == (low, high)


@given(natural, natural)
def test_wilson_contains_the_share_and_stays_between_0_and_1(hits: int, misses: int) -> None:
    interval = wilson(hits, hits + misses)
    if hits + misses == 0:
        assert interval is None
    else:
        assert interval is not None
        assert hits / (hits + misses) in interval
        assert 0 <= interval.low <= interval.high <= 1


@given(st.integers(min_value=1, max_value=10**4), st.integers(min_value=1, max_value=10**4))
def test_wilson_is_symmetric_and_narrows(hits: int, misses: int) -> None:
    one, mirrored = wilson(hits, hits + misses), wilson(misses, hits + misses)
    tenfold = wilson(10 * hits, 10 * (hits + misses))
    assert one is not None
    assert mirrored is not None
    assert tenfold is not None
    assert one.low == pytest.approx(1 - mirrored.high)
    assert tenfold.high - tenfold.low < one.high - one.low


@pytest.mark.parametrize(
    ("given_counts", "precision", "recall", "f1"),
    [
        (Counts(tp=8, fp=2, fn=8), 0.8, 0.5, 16 / 26),
        (Counts(tp=0, fp=3, fn=2), 0.0, 0.0, 0.0),
        (Counts(fn=4), None, 0.0, 0.0),
        (Counts(fp=4), 0.0, None, 0.0),
        (Counts(), None, None, None),
    ],
)
def test_a_share_of_nothing_is_none(
    given_counts: Counts, precision: float | None, recall: float | None, f1: float | None
) -> None:
    assert (given_counts.precision, given_counts.recall, given_counts.f1) == (precision, recall, f1)
    assert (given_counts.precision_interval is None) is (precision is None)
    assert (given_counts.recall_interval is None) is (recall is None)


@given(counts)
def test_f1_is_the_harmonic_mean(one: Counts) -> None:
    if one.precision and one.recall:
        assert one.f1 == pytest.approx(2 * one.precision * one.recall / (one.precision + one.recall))


@given(counts, counts, counts)
def test_counts_add_up(one: Counts, two: Counts, three: Counts) -> None:
    assert one + two == two + one
    assert (one + two) + three == one + (two + three)
    assert one + Counts() == one
    assert sum((one, two, three), Counts()).found == one.found + two.found + three.found


def test_impossible_counts_are_refused() -> None:
    with pytest.raises(ValueError, match="below zero"):
        Counts(tp=-1)
    with pytest.raises(ValueError, match="no proportion"):
        Proportion(hits=2, total=1)
    with pytest.raises(ValueError, match="no proportion"):
        wilson(3, 2)
    with pytest.raises(ValueError, match="not an interval"):
        Interval(low=1.0, high=0.0)
