"""What judgements say of the rules: how precise each is, what another threshold would give, and how far people agree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from copydesk.review.decision import Answer, Decision
from copydesk.review.merging import Judged, standing
from copydesk.scoring import Agreement, Counts, Proportion, Scored, agreement, curve

#: thresholds of confidence that are tried
THRESHOLDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What is left of the judged findings at a threshold: how many, how many of them right, and how much of the errors."""

    threshold: float
    #: right ones of those that are kept
    kept: Proportion
    #: kept ones of all errors: those of accepted findings and those that reviewers added
    recalled: Proportion


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleAudit:
    """The judged findings of a rule, each counted once; of all rules where ``rule`` is None."""

    rule: str | None
    #: accepted (tp) and rejected (fp) by all who are sure, and errors that reviewers added (fn)
    counts: Counts
    #: nobody is sure; no part of the precision
    unsure: int
    #: some say right, some say wrong; no part of the precision
    disputed: int
    #: judged right or wrong, but without a confidence; no part of the steps
    unscored: int
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairAudit:
    """Two people, and how far they agree on what both judged."""

    one: str
    other: str
    agreement: Agreement


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """Everything that judgements say. ``rules`` are in the order of their codes."""

    rules: tuple[RuleAudit, ...]
    all_rules: RuleAudit
    pairs: tuple[PairAudit, ...]
    disputed: tuple[Judged, ...]
    people: tuple[str, ...]


def audit(decisions: Iterable[Decision]) -> Audit:
    """The audit of decisions, of whomever and in any order."""
    judged = standing(decisions)
    by_rule: dict[str, list[Judged]] = {}
    for one in judged:
        if one.rule is not None:
            by_rule.setdefault(one.rule, []).append(one)
    people = sorted({decision.who for one in judged for decision in one.decisions})
    return Audit(
        rules=tuple(_of_rule(rule, by_rule[rule]) for rule in sorted(by_rule)),
        all_rules=_of_rule(None, judged),
        pairs=tuple(_pair(judged, one, other) for one, other in combinations(people, 2)),
        disputed=tuple(one for one in judged if one.disputed),
        people=tuple(people),
    )


def _of_rule(rule: str | None, judged: Sequence[Judged]) -> RuleAudit:
    sure = [one for one in judged if one.right is not None]
    found = [one for one in sure if not one.added]
    right = sum(bool(one.right) for one in found)
    missed = sum(one.added and bool(one.right) for one in sure)
    disputed = sum(one.disputed for one in judged)
    return RuleAudit(
        rule=rule,
        counts=Counts(tp=right, fp=len(found) - right, fn=missed),
        unsure=len(judged) - len(sure) - disputed,
        disputed=disputed,
        unscored=sum(one.confidence is None for one in found),
        steps=_steps(found, missed),
    )


def _steps(found: Iterable[Judged], missed: int) -> tuple[Step, ...]:
    scored = [
        Scored(score=one.confidence, hit=bool(one.right), wanted=bool(one.right)) for one in found if one.confidence is not None
    ]
    points = curve((*scored, *(Scored(score=None, hit=False) for _ in range(missed))))
    steps = []
    for threshold in THRESHOLDS:
        point = points.at_threshold(threshold)
        kept = Proportion() if point is None else point.found
        recalled = Proportion(total=points.wanted) if point is None else point.wanted
        steps.append(Step(threshold=threshold, kept=kept, recalled=recalled))
    return tuple(steps)


def _pair(judged: Iterable[Judged], one: str, other: str) -> PairAudit:
    answers = [{decision.who: _plain(decision.answer) for decision in item.decisions} for item in judged]
    both = [(said[one], said[other]) for said in answers if one in said and other in said]
    return PairAudit(one=one, other=other, agreement=agreement(both))


def _plain(answer: Answer) -> Answer:
    """To add an error is to say that it is right."""
    return Answer.ACCEPTED if answer is Answer.ADDED else answer
