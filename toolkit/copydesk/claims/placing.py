"""Verdicts on capital, rank and location claims."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.core.claim import Claim, Judgement, Reason, Verdict
from copydesk.core.dates import PartialDate, When
from copydesk.core.entity import Entity, Fact, Relation
from copydesk.entities import EntityList

#: how certain a verdict from an undisputed, linked place row is
SURE = 0.97
_OVER = (When.BEFORE, When.AFTER)


def judge_place(claim: Claim, day: PartialDate | None, entities: EntityList) -> Judgement:
    """Hold a place claim against the list. A rank is never refuted: populations and their counting change."""
    subject, whole = claim.subject.entity, claim.object.entity
    if subject is None or whole is None:
        return _judgement(claim, day, Verdict.NOT_ENOUGH_INFO, Reason.UNLINKED, (), "a place is not in the list")
    if claim.qualifier is not None:
        return _judgement(claim, day, Verdict.NOT_ENOUGH_INFO, Reason.NO_RECORD, (), "a former state of things")
    facts = tuple(_rows(claim, subject, whole, entities))
    now = tuple(fact for fact in facts if _holds(fact, day))
    if now:
        disputed = [fact for fact in now if fact.disputed]
        if disputed:
            return _judgement(claim, day, Verdict.CONTESTED, None, now, disputed[0].note or "sources disagree")
        return _judgement(claim, day, Verdict.SUPPORTED, None, now, "so the list has it")
    if claim.relation == "capital_of" and (other := _other_capital(subject, whole, day, entities)):
        name = entities.by_id[other[0].subject].name
        return _judgement(claim, day, Verdict.REFUTED, Reason.WRONG_PLACE, other, f"the capital of {whole.name} is {name}")
    return _judgement(claim, day, Verdict.NOT_ENOUGH_INFO, Reason.NO_RECORD, facts, "the list does not decide it")


def _holds(fact: Fact, day: PartialDate | None) -> bool:
    """Whether a fact holds at the date; without a date only what has not ended counts."""
    return fact.period.end is None if day is None else fact.period.when(day) not in _OVER


def _rows(claim: Claim, subject: Entity, whole: Entity, entities: EntityList) -> Iterator[Fact]:
    if claim.relation == "located_in":
        yield from _path(subject.id, whole.id, entities, set())
        return
    for fact in entities.about(subject.id, Relation(claim.relation)):
        same = claim.relation != "rank" or _same_rank(fact.title or "", claim.predicate)
        if fact.object == whole.id and same:
            yield fact


def _same_rank(listed: str, claimed: str) -> bool:
    def plain(text: str) -> list[str]:
        return text.lower().replace("-", " ").replace("biggest", "largest").replace("most populous", "largest").split()[:2]

    return plain(listed) == plain(claimed)


def _path(ident: str, whole: str, entities: EntityList, seen: set[str]) -> tuple[Fact, ...]:
    """The chain of located-in, part-of and capital rows from a place to what it lies in; empty where there is none."""
    seen.add(ident)
    for fact in entities.about(ident):
        if fact.relation in (Relation.LOCATED_IN, Relation.PART_OF, Relation.CAPITAL_OF) and fact.object not in (
            None,
            *seen,
        ):
            if fact.object == whole:
                return (fact,)
            if rest := _path(str(fact.object), whole, entities, seen):
                return (fact, *rest)
    return ()


def _other_capital(subject: Entity, whole: Entity, day: PartialDate | None, entities: EntityList) -> tuple[Fact, ...]:
    """The one undisputed capital at the date, where the subject is known to lie elsewhere or to be no capital of it."""
    rows = [fact for fact in entities.related(Relation.CAPITAL_OF, whole.id) if _holds(fact, day)]
    elsewhere = subject.country is not None and whole.country is not None
    where = (Relation.CAPITAL_OF, Relation.LOCATED_IN, Relation.PART_OF)
    doubtful = any(fact.disputed for fact in entities.about(subject.id) if fact.relation in where)
    if len(rows) != 1 or rows[0].disputed or not elsewhere or doubtful:
        return ()
    return tuple(rows)


def _judgement(
    claim: Claim, day: PartialDate | None, verdict: Verdict, reason: Reason | None, facts: tuple[Fact, ...], message: str
) -> Judgement:
    score = None if verdict is Verdict.NOT_ENOUGH_INFO else SURE
    return Judgement(claim=claim, verdict=verdict, as_of=day, reason=reason, score=score, facts=facts, message=message)
