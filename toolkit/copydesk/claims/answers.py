"""Judgements with their parts: how sure the reading, the link and the rows are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.core.claim import Claim, Fault, Judgement, Parts, Reason, Verdict
from copydesk.core.dates import PartialDate
from copydesk.core.entity import Fact
from copydesk.core.mention import Link
from copydesk.entities import EntityList

#: how often rows of the list are right about one day, and about a change of holders told from both sides
_ROWS = 0.995
#: a link without a probability
_LINK = 0.9
#: a row that is known no longer than so many days after the article may be out of date
_FRESH = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What a verdict is given on: the claim, the subject's link, the day, the list."""

    claim: Claim
    link: Link | None
    day: PartialDate | None
    entities: EntityList


def answer(
    case: Case, verdict: Verdict, reason: Reason | None, facts: Sequence[Fact], message: str, link: float | None = None
) -> Judgement:
    """A verdict with its score: the product of its parts. ``link`` is how sure the subject is, where the link does not say."""
    parts = Parts(extraction=case.claim.extraction, link=_link(case) if link is None else link, fact=_ROWS)
    return Judgement(
        claim=case.claim, verdict=verdict, as_of=case.day, reason=reason, facts=tuple(facts), message=message, parts=parts,
        score=round(parts.extraction * parts.link * parts.fact, 4),
        fault=_fault(case, reason, facts) if verdict is Verdict.REFUTED else None,
    )  # fmt: skip


def unknown(case: Case, reason: Reason, message: str, facts: Sequence[Fact] = ()) -> Judgement:
    """No verdict."""
    return Judgement(
        claim=case.claim, verdict=Verdict.NOT_ENOUGH_INFO, as_of=case.day, reason=reason, facts=tuple(facts), message=message
    )


def _link(case: Case) -> float:
    sure = case.link.probability if case.link is not None else None
    return _LINK if sure is None else sure


def _fault(case: Case, reason: Reason | None, facts: Sequence[Fact]) -> Fault:
    """The list's where its rows end about the day; the source's where the person left of late; else the translation's."""
    day = case.day
    ends = [fact.period.as_of for fact in facts if fact.period.end is None and fact.period.as_of is not None]
    if day is not None and any((end.last - day.last).days < _FRESH for end in ends):
        return Fault.LIST
    own = [fact for fact in facts if case.claim.subject.entity and fact.subject == case.claim.subject.entity.id]
    late = [fact for fact in own if day and fact.period.end and 0 <= (day.first - fact.period.end.last).days < 365]
    return Fault.SOURCE if reason is Reason.OUT_OF_TERM and late else Fault.TRANSLATION
