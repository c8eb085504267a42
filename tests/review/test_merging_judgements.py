from __future__ import annotations

import pytest
from decisions import made, undo
from hypothesis import given
from hypothesis import strategies as st

from copydesk.review import Decision, Key, audit, merge, standing
from copydesk.review.wire import line_of

#: two people on two findings at a few moments, what takes it back, and lines of one id that differ
POOL = [
    made(f"{who} {answer} {finding} @{minute}", id=f"{who}{minute}{finding}")
    for who in ("ann", "ben")
    for answer in ("accepted", "rejected", "unsure")
    for finding in ("f1", "f2")
    for minute in (1, 2, 3)
]
POOL += [undo(f"{one.who} @{minute}", one.id) for one in POOL[::2] for minute in (2, 4)]
MANY = st.lists(st.sampled_from(POOL), max_size=8)


def said(*several: Decision) -> dict[str, str]:
    """Of each finding what each person says in the end."""
    return {
        judged.key.fingerprint: " ".join(f"{one.who}:{one.answer.value}" for one in judged.decisions)
        for judged in standing(several)
    }


@given(MANY, MANY, MANY)
def test_merging_does_not_care_for_order_or_repetition(one: list[Decision], two: list[Decision], three: list[Decision]) -> None:
    assert merge(one, two) == merge(two, one)
    assert merge(merge(one, two), three) == merge(one, merge(two, three)) == merge([*one, *two, *three])
    assert merge(one, one) == merge(one) == merge(merge(one))
    assert len({decision.id for decision in merge(one, two)}) == len(merge(one, two))


@given(MANY, MANY)
def test_what_stands_depends_on_the_merged_decisions_alone(one: list[Decision], two: list[Decision]) -> None:
    assert standing(one, two) == standing(two, one) == standing(merge(one, two))
    for judged in standing(one, two):
        who = [decision.who for decision in judged.decisions]
        assert len(set(who)) == len(who)
        assert not (judged.disputed and judged.right is not None)


@given(MANY)
def test_every_set_of_decisions_can_be_audited(many: list[Decision]) -> None:
    found = audit(many)
    parts = [(rule.counts, rule.unsure, rule.disputed) for rule in found.rules]
    assert sum(part[0].tp for part in parts) <= found.all_rules.counts.tp
    assert sum(part[2] for part in parts) == found.all_rules.disputed == len(found.disputed)


A1, A2, B1 = made("ann accepted f1 @1"), made("ann rejected f1 @2"), made("ben accepted f1 @3")


@pytest.mark.parametrize(
    ("several", "stands"),
    [
        ([], {}),
        ([A1], {"f1": "ann:accepted"}),
        ([A2, A1], {"f1": "ann:rejected"}),
        ([A1, A2, B1], {"f1": "ann:rejected ben:accepted"}),
        ([A1, A2, undo("ann @4", A2.id)], {"f1": "ann:accepted"}),
        ([A1, undo("ann @4", A1.id)], {}),
        # to undo the undoing
        ([A1, undo("ann @4", A1.id), undo("ann @5", f"ann @4 {A1.id}")], {"f1": "ann:accepted"}),
        # nobody undoes another's decision, or what is not there
        ([A1, undo("ben @4", A1.id)], {"f1": "ann:accepted"}),
        ([A1, undo("ann @4", "gone")], {"f1": "ann:accepted"}),
        ([made("ann unsure f1 @1"), made("ann accepted f2 @2")], {"f1": "ann:unsure", "f2": "ann:accepted"}),
    ],
)
def test_the_last_decision_of_each_person_counts(several: list[Decision], stands: dict[str, str]) -> None:
    assert said(*several) == stands


@pytest.mark.parametrize(
    ("words", "right", "disputed"),
    [
        ("accepted", True, False),
        ("rejected", False, False),
        ("unsure", None, False),
        ("accepted accepted", True, False),
        ("accepted unsure", True, False),
        ("rejected unsure", False, False),
        ("accepted rejected", None, True),
        ("accepted rejected unsure", None, True),
    ],
)
def test_what_people_say_together(words: str, right: bool | None, disputed: bool) -> None:
    several = [made(f"p{at} {answer} f1 @{at}") for at, answer in enumerate(words.split())]
    (judged,) = standing(several)
    assert (judged.right, judged.disputed) == (right, disputed)


def test_the_words_around_tell_places_apart() -> None:
    here, there = made("ann rejected f1 @1", prefix="a", suffix="b"), made("ann accepted f1 @2", prefix="c", suffix="d")
    assert [(judged.key, judged.right) for judged in standing([here, there])] == [
        (Key("f1", "a", "b"), False),
        (Key("f1", "c", "d"), True),
    ]


def test_of_two_lines_with_one_id_the_same_is_taken_whatever_the_order() -> None:
    other = made("ann rejected f1 @9", id=A1.id)
    assert merge([A1], [other]) == merge([other], [A1]) == (min(A1, other, key=line_of),)
