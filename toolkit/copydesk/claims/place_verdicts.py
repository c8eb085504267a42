"""Answers about place claims, with what their scores are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.claims.place_names import plain_name
from copydesk.core.claim import Claim, Fault, Judgement, Parts, Reason, Verdict
from copydesk.core.dates import PartialDate
from copydesk.core.entity import Entity, Fact, FormType, Kind
from copydesk.entities import EntityList
from copydesk.names.forms import key

#: probability that the rows are right and decide it, by what they say
FACT = {"held": 0.99, "capital": 0.985, "turned": 0.995, "place": 0.975, "seat": 0.95}
#: probability that a place is the one meant: written as the list has it, one of several of the name, or misspelt
ALONE, OF_SEVERAL, MISSPELT = 0.99, 0.97, 0.9
NAMED = {"2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A claim, the day it is judged at, and every listed place of its names, the one meant first."""

    claim: Claim
    day: PartialDate | None
    entities: EntityList
    subjects: tuple[Entity, ...]
    wholes: tuple[Entity, ...]


def is_written(entity: Entity, text: str) -> bool:
    """Whether a text is a form of the name that English prints today."""
    if key(entity.name) == key(text):
        return True
    return any(key(form) == key(text) for form in entity.written(FormType.ALIAS, FormType.ACRONYM, FormType.DEMONYM))


def answer(case: Case, verdict: Verdict, reason: Reason | None, facts: Sequence[Fact], message: str, fact: float) -> Judgement:
    """A verdict with its parts and the rows that it rests on."""
    parts = Parts(extraction=case.claim.extraction, link=_link(case), fact=fact)
    return Judgement(
        claim=case.claim, verdict=verdict, as_of=case.day, reason=reason, facts=tuple(facts), message=message, parts=parts,
        score=round(parts.extraction * parts.link * parts.fact, 4),
    )  # fmt: skip


def refuted(case: Case, reason: Reason, facts: Sequence[Fact], message: str, fact: float) -> Judgement:
    """A refuted claim. The world's map is common knowledge in newsrooms: a wrong one is likelier the translation's."""
    found = answer(case, Verdict.REFUTED, reason, facts, message, fact)
    stale = fact < FACT["place"]
    return Judgement(
        claim=found.claim, verdict=found.verdict, as_of=found.as_of, reason=found.reason, score=found.score, parts=found.parts,
        facts=found.facts, message=found.message, fault=Fault.LIST if stale else Fault.TRANSLATION,
    )  # fmt: skip


def unknown(case: Case, reason: Reason, message: str, facts: Sequence[Fact] = ()) -> Judgement:
    """No verdict, and why."""
    return Judgement(
        claim=case.claim, verdict=Verdict.NOT_ENOUGH_INFO, as_of=case.day, reason=reason, facts=tuple(facts), message=message
    )


def _link(case: Case) -> float:
    subject = case.subjects[0]
    written = plain_name(case.claim.subject.text)
    if subject.kind is Kind.PLACE and not any(is_written(item, written) for item in case.subjects):
        return MISSPELT
    return ALONE if len(case.subjects) == len(case.wholes) == 1 else OF_SEVERAL
