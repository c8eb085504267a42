"""Probabilities against what happens."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.scoring import Estimate, Interval
from copydesk.scoring.calibrating import (
    Forecast,
    calibration,
    mass_edges,
    reliability,
    risk_area,
    risk_coverage,
    width_edges,
)

probabilities = st.one_of(st.integers(0, 20).map(lambda value: value / 20), st.floats(0, 1))
forecasts = st.lists(st.builds(Forecast, probability=probabilities, came_true=st.booleans()), min_size=1, max_size=50)


def made(*pairs: tuple[float, bool]) -> list[Forecast]:
    return [Forecast(probability=probability, came_true=came_true) for probability, came_true in pairs]


@given(st.lists(st.booleans(), min_size=1, max_size=60))
@settings(max_examples=30, deadline=None)
def test_an_oracle_has_no_error(truths: list[bool]) -> None:
    found = calibration(made(*((float(truth), truth) for truth in truths)), draws=20)
    nothing = Estimate(value=0.0, interval=Interval(low=0.0, high=0.0))
    assert (found.brier, found.error, found.error_by_mass) == (nothing,) * 3


def test_errors_by_hand() -> None:
    found = calibration(made((0.05, False), (0.05, True), (0.95, True), (0.95, True)), draws=10)
    assert found.brier.value == pytest.approx((0.05**2 * 3 + 0.95**2) / 4)
    assert found.error.value == pytest.approx((0.45 + 0.05) / 2)
    first, last = found.bins[0], found.bins[-1]
    assert (first.observed.hits, first.observed.total, last.observed.total) == (1, 2, 2)
    assert first.gap == pytest.approx(-0.45)
    assert last.stated == pytest.approx(0.95)
    assert (found.bins[4].stated, found.bins[4].gap, found.bins[4].observed.value) == (None, None, None)


@pytest.mark.parametrize(
    ("probability", "place"), [(0.0, 0), (0.0999, 0), (0.1, 1), (0.3, 3), (0.6, 6), (0.7, 7), (0.9, 9), (0.999, 9), (1.0, 9)]
)
def test_an_edge_belongs_to_the_bin_above_it(probability: float, place: int) -> None:
    bins = reliability(made((probability, True)))
    assert [found.observed.total for found in bins].index(1) == place
    assert (len(bins), bins[0].low, bins[-1].high) == (10, 0.0, 1.0)


@given(forecasts, st.integers(1, 12))
def test_bins_hold_every_forecast_once(given_forecasts: list[Forecast], bins: int) -> None:
    for edges in (width_edges(bins), mass_edges(given_forecasts, bins)):
        found = reliability(given_forecasts, edges)
        assert sum(one.observed.total for one in found) == len(given_forecasts)
        assert sum(one.observed.hits for one in found) == sum(one.came_true for one in given_forecasts)
        assert len(found) <= bins
        for one in found:
            assert one.stated is None or one.low - 1e-12 <= one.stated <= one.high + 1e-12


@given(st.lists(st.floats(0, 1), min_size=20, max_size=60, unique=True))
def test_bins_of_equal_mass_differ_by_one(stated: list[float]) -> None:
    given_forecasts = made(*((one, True) for one in stated))
    sizes = [one.observed.total for one in reliability(given_forecasts, mass_edges(given_forecasts))]
    assert len(sizes) == 10
    assert max(sizes) - min(sizes) <= 1


@pytest.mark.parametrize(
    ("stated", "edges"),
    [
        ([], (0.0, 1.0)),
        ([0.5] * 30, (0.0, 1.0)),
        ([0.0] * 10 + [1.0] * 10, (0.0, 1.0, 1.0)),
        ([0.2] * 25 + [0.6] * 5, (0.0, 0.6, 1.0)),
    ],
)
def test_equal_forecasts_share_a_bin_of_equal_mass(stated: list[float], edges: Sequence[float]) -> None:
    assert mass_edges(made(*((one, True) for one in stated)), 10) == edges


def test_one_full_bin_hides_less_by_mass() -> None:
    """Within one wide bin modest and bold errors cancel out; bins of equal mass keep them apart."""
    found = calibration(made(*[(0.91, True)] * 50, *[(0.99, False)] * 5, *[(0.99, True)] * 45), bins=2, draws=5)
    assert found.error.value == pytest.approx(0.0)
    assert found.error_by_mass.value == pytest.approx(0.09)


def test_a_calibrated_forecaster_has_a_small_error() -> None:
    random = Random(1)
    drawn = [random.random() for _ in range(20_000)]
    found = calibration(made(*((one, random.random() < one) for one in drawn)), draws=20)
    assert found.error.value is not None
    assert found.error.value < 0.02
    assert found.brier.value == pytest.approx(1 / 6, abs=0.01)


def test_clusters_are_drawn_whole_and_the_seed_decides() -> None:
    pairs = made(*[(0.5, True), (0.5, False)] * 20)
    together = calibration(pairs, clusters=[place // 2 for place in range(40)], draws=50)
    assert together.error.interval == Interval(low=0.0, high=0.0)
    apart = calibration(pairs, draws=50, seed=3)
    assert apart.error.interval is not None
    assert apart.error.interval.high > 0
    assert apart == calibration(pairs, draws=50, seed=3)
    with pytest.raises(ValueError, match="zip"):
        calibration(pairs, clusters=[1], draws=5)


def test_nothing_is_undefined() -> None:
    found = calibration([], draws=5)
    assert (found.brier.value, found.error.value, found.error_by_mass.value) == (None, None, None)
    assert all(one.stated is None for one in found.bins)
    assert (risk_coverage([]), risk_area(())) == ((), None)


@pytest.mark.parametrize("probability", [-0.1, 1.1, float("nan")])
def test_what_is_no_probability_is_refused(probability: float) -> None:
    with pytest.raises(ValueError, match="no probability"):
        Forecast(probability=probability, came_true=True)
    with pytest.raises(ValueError, match="0 bins"):
        width_edges(0)
    with pytest.raises(ValueError, match="0 bins"):
        mass_edges([], 0)


def test_risk_and_coverage_by_hand() -> None:
    points = risk_coverage(made((0.9, True), (0.8, False), (0.8, True), (0.1, False)))
    assert [(point.threshold, point.coverage.value, point.risk.value) for point in points] == [
        (0.9, 0.25, 0.0), (0.8, 0.75, 1 / 3), (0.1, 1.0, 0.5),
    ]  # fmt: skip
    assert risk_area(points) == pytest.approx((0 + 0.5 / 2 + 1 / 3 + 2 / 4) / 4)


@given(st.lists(st.booleans(), min_size=1, max_size=5))
def test_equal_answers_cost_the_mean_of_their_orders(truths: list[bool]) -> None:
    costs = []
    for order in permutations(truths):
        wrong = [sum(not truth for truth in order[:count]) / count for count in range(1, len(order) + 1)]
        costs.append(sum(wrong) / len(order))
    area = risk_area(risk_coverage(made(*((0.5, truth) for truth in truths))))
    assert area == pytest.approx(sum(costs) / len(costs))


@given(forecasts)
def test_coverage_grows_to_all(given_forecasts: list[Forecast]) -> None:
    points = risk_coverage(given_forecasts)
    assert points[-1].coverage.value == 1.0
    for before, after in pairwise(points):
        assert before.coverage.hits < after.coverage.hits
        assert before.risk.hits <= after.risk.hits
