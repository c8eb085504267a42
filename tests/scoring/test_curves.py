"""Precision, recall and false alarms at every threshold."""

from __future__ import annotations

from itertools import pairwise
from math import nan
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.scoring import Interval
from copydesk.scoring.curves import AlarmCurve, Curve, Scored, alarm_curve, by_weights, curve, recall_at_precision

scores = st.one_of(st.none(), st.integers(0, 6).map(lambda value: value / 6))
answers = st.lists(st.builds(Scored, score=scores, hit=st.booleans(), wanted=st.booleans()), max_size=40)
RANKED = (  # right, wrong, right, right; a fifth is not found
    Scored(score=0.9, hit=True),
    Scored(score=0.8, hit=False),
    Scored(score=0.7, hit=True),
    Scored(score=0.6, hit=True),
    Scored(score=None, hit=False),
)


def test_points_count_what_each_threshold_finds() -> None:
    made = curve(RANKED)
    assert made.wanted == 5
    assert [point.threshold for point in made.points] == [0.9, 0.8, 0.7, 0.6]
    assert [point.precision for point in made.points] == [1, 1 / 2, 2 / 3, 3 / 4]
    assert [point.recall for point in made.points] == [1 / 5, 1 / 5, 2 / 5, 3 / 5]
    assert made.area == pytest.approx(1 / 5 * 1 + 1 / 5 * 2 / 3 + 1 / 5 * 3 / 4)


def test_equal_scores_are_found_together() -> None:
    made = curve([Scored(score=0.5, hit=True), Scored(score=0.5, hit=False)])
    assert [(point.precision, point.recall) for point in made.points] == [(0.5, 0.5)]
    assert made.area == 0.25


@pytest.mark.parametrize(
    ("precision", "threshold"), [(1.0, 0.9), (0.75, 0.6), (0.7, 0.6), (0.5, 0.6), (0.0, 0.6)]
)  # fmt: skip
def test_recall_at_a_precision_looks_past_worse_points(precision: float, threshold: float) -> None:
    point = curve(RANKED).at_precision(precision)
    assert point is not None
    assert point.threshold == threshold


def test_of_equal_recall_the_more_precise() -> None:
    point = curve([*RANKED[:1], Scored(score=0.1, hit=False, wanted=False)]).at_precision(0.5)
    assert point is not None
    assert point.threshold == 0.9


@pytest.mark.parametrize(
    ("recall", "threshold"), [(0.0, 0.9), (0.2, 0.9), (0.3, 0.6), (0.6, 0.6), (0.7, None)]
)  # fmt: skip
def test_precision_at_a_recall(recall: float, threshold: float | None) -> None:
    point = curve(RANKED).at_recall(recall)
    assert (point and point.threshold) == threshold


@pytest.mark.parametrize(("threshold", "found"), [(0.95, None), (0.9, 1), (0.75, 2), (0.6, 4), (0.0, 4)])
def test_the_point_of_any_threshold(threshold: float, found: int | None) -> None:
    point = curve(RANKED).at_threshold(threshold)
    assert (point and point.found.total) == found


def test_unwanted_answers_may_be_right_but_are_no_recall() -> None:
    (point,) = curve([Scored(score=1.0, hit=True, wanted=False), Scored(score=1.0, hit=False)]).points
    assert (point.precision, point.recall) == (0.5, 0.0)


def test_undefined_is_none() -> None:
    nothing = curve([])
    assert nothing == Curve(points=(), wanted=0)
    assert (nothing.area, nothing.at_precision(0.5), nothing.at_recall(0.0), nothing.at_threshold(0.0)) == (None,) * 4
    (point,) = curve([Scored(score=1.0, hit=False, wanted=False)]).points
    assert (point.precision, point.recall) == (0.0, None)
    silent = curve([Scored(score=None, hit=False)])
    assert (silent.area, silent.at_precision(0.0)) == (0.0, None)
    with pytest.raises(ValueError, match="no number"):
        Scored(score=nan, hit=True)


@given(answers)
def test_recall_never_falls_along_the_curve(given_answers: list[Scored]) -> None:
    points = curve(given_answers).points
    for before, after in pairwise(points):
        assert before.threshold > after.threshold
        assert before.wanted.hits <= after.wanted.hits
        assert before.found.total < after.found.total


@given(answers, st.integers(0, 5))
def test_the_order_of_answers_does_not_matter(given_answers: list[Scored], seed: int) -> None:
    shuffled = Random(seed).sample(given_answers, len(given_answers))
    assert curve(shuffled) == curve(given_answers)


@given(answers, st.sampled_from([0.0, 0.3, 0.5, 0.95, 1.0]))
@settings(max_examples=40, deadline=None)
def test_the_estimate_is_the_curves_own(given_answers: list[Scored], precision: float) -> None:
    made = recall_at_precision(given_answers, precision, draws=5)
    whole = curve(given_answers)
    point = whole.at_precision(precision)
    wanted = (point.recall if point else 0.0) if whole.wanted else None
    assert made.value == (None if wanted is None else pytest.approx(wanted))


@given(answers)
def test_area_is_a_share(given_answers: list[Scored]) -> None:
    area = curve(given_answers).area
    assert area is None or 0 <= area <= 1


def test_clusters_are_drawn_whole() -> None:
    one, two = Scored(score=1.0, hit=True), Scored(score=None, hit=False)
    pairs = [one, two] * 30
    together = recall_at_precision(pairs, 0.9, clusters=[place // 2 for place in range(60)], draws=100)
    assert together.interval == Interval(low=0.5, high=0.5)
    apart = recall_at_precision(pairs, 0.9, draws=100)
    assert apart.interval is not None
    assert apart.interval.low < 0.5 < apart.interval.high
    assert apart == recall_at_precision(pairs, 0.9, draws=100, seed=0)


def test_weights_say_how_often_an_answer_counts() -> None:
    seen: list[list[float]] = []

    def noted(weights: object) -> float:
        seen.append(list(weights))  # type: ignore[call-overload]
        return 1.0

    by_weights(["a", "b", "a"], noted, draws=20)
    assert seen[0] == [1.0, 1.0, 1.0]
    assert all(row[0] == row[2] and row[0] + row[1] == 2 for row in seen[1:])


def test_false_alarms_against_recall() -> None:
    made = alarm_curve(RANKED, [0.95, 0.7, 0.1], words=2000)
    assert [(point.threshold, point.per_thousand, point.recall) for point in made.points] == [
        (0.95, 0.5, 0.0), (0.9, 0.5, 0.2), (0.7, 1.0, 0.4), (0.6, 1.0, 0.6), (0.1, 1.5, 0.6),
    ]  # fmt: skip
    assert made.at_alarms(0.2) is None
    for limit, threshold in ((0.5, 0.9), (1.2, 0.6), (9.0, 0.6)):
        point = made.at_alarms(limit)
        assert point is not None
        assert point.threshold == threshold
    quiet, none = made.at_recall(0.3), made.at_recall(0.9)
    assert quiet is not None
    assert (quiet.threshold, none) == (0.6, None)


def test_alarms_in_no_words_are_undefined() -> None:
    (point,) = alarm_curve([Scored(score=1.0, hit=True)], [], words=0).points
    assert (point.per_thousand, point.recall) == (None, 1.0)
    assert alarm_curve([], [], words=10) == AlarmCurve(points=())


@given(answers, st.lists(st.integers(0, 6).map(lambda value: value / 6), max_size=20))
def test_alarms_and_recall_only_grow(given_answers: list[Scored], alarms: list[float]) -> None:
    for before, after in pairwise(alarm_curve(given_answers, alarms, words=100).points):
        assert before.alarms.found <= after.alarms.found
        assert before.wanted.hits <= after.wanted.hits
        assert (before.alarms.found, before.wanted.hits) != (after.alarms.found, after.wanted.hits)
