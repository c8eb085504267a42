"""Hold a claim against the dated list. Refuting takes everything; anything less is not enough information."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from copydesk.claims.placing import judge_place
from copydesk.core.claim import Claim, Judgement, Reason, Verdict
from copydesk.core.dates import PartialDate, When
from copydesk.core.entity import Fact, Relation
from copydesk.core.mention import Link, LinkStatus
from copydesk.entities import EntityList
from copydesk.linking.context import PAST

#: days around a change of holder within which nobody is refuted: appointments, oaths and news overlap
GRACE = 60
#: a term that ended so many years before the article is history that the sentence tells, not a wrong office
LONG_AGO = 10
#: qualifiers of an office that is not held yet
_NOT_YET = frozenset("elect designate incoming next would-be prospective honorary candidate nominee".split())
_SURE = (LinkStatus.CANONICAL, LinkStatus.VARIANT)


def judge(claim: Claim, link: Link | None, day: PartialDate | None, entities: EntityList) -> Judgement:
    """The list's verdict on a claim at the article's date; ``link`` is the subject's."""
    if claim.relation != "role":
        return judge_place(claim, day, entities)
    if claim.subject.entity is None:
        reason = Reason.AMBIGUOUS_LINK if link is not None and link.status is LinkStatus.AMBIGUOUS else Reason.UNLINKED
        return _unknown(claim, day, reason, f"{claim.subject.text} could not be told from the list")
    own = _own(claim, entities)
    if claim.qualifier in PAST:
        return _judge_past(claim, day, own, link)
    if claim.qualifier in _NOT_YET:
        return _unknown(claim, day, Reason.NO_RECORD, f"“{claim.qualifier}” is not judged against the list", own)
    if day is None:
        return _unknown(claim, day, Reason.UNDATED, "the article has no date", own)
    return _judge_present(claim, day, own, link, entities)


def _own(claim: Claim, entities: EntityList) -> list[Fact]:
    assert claim.subject.entity is not None
    facts = entities.about(claim.subject.entity.id, Relation.HOLDS_OFFICE)
    wanted = claim.object.entity.id if claim.object.entity else None
    return [fact for fact in facts if fact.role == claim.role and (wanted is None or fact.object == wanted)]


def _judge_past(claim: Claim, day: PartialDate | None, own: Sequence[Fact], link: Link | None) -> Judgement:
    over = [fact for fact in own if day is None or fact.period.when(day) in (When.AFTER, When.UNSURE)]
    if over and claim.qualifier not in ("late", "then"):
        return _answer(claim, day, Verdict.SUPPORTED, None, over, link, "held the office before")
    return _unknown(claim, day, Reason.NO_RECORD, f"“{claim.qualifier}” is not judged against the list", own)


def _judge_present(claim: Claim, day: PartialDate, own: Sequence[Fact], link: Link | None, entities: EntityList) -> Judgement:
    by_when: dict[When, list[Fact]] = {}
    for fact in own:
        by_when.setdefault(fact.period.when(day), []).append(fact)
    for when in (When.INSIDE, When.UNSURE):
        if held := by_when.get(when):
            if any(fact.disputed for fact in held):
                return _answer(claim, day, Verdict.CONTESTED, None, held, link, held[0].note or "the office is disputed")
            return _answer(claim, day, Verdict.SUPPORTED, None, held, link, "holds the office at the date")
    if stale := by_when.get(When.STALE):
        return _unknown(claim, day, Reason.STALE_LIST, f"the list knows the office only to {stale[0].period.as_of}", stale)
    if own and all(fact.period.end and fact.period.end.year < day.year - LONG_AGO for fact in own):
        return _unknown(claim, day, Reason.NO_RECORD, "held the office long before; the sentence may tell of that time", own)
    against = _holders_instead(claim, day, own, entities)
    if against and _may_refute(claim, day, link):
        reason = Reason.OUT_OF_TERM if own else Reason.WRONG_HOLDER
        holder = entities.by_id[against[0].subject].name
        return _answer(claim, day, Verdict.REFUTED, reason, [*against, *own], link, f"{holder} held the office on {day}")
    return _unknown(claim, day, Reason.NO_RECORD, "the list does not decide it", own)


def _holders_instead(claim: Claim, day: PartialDate, own: Sequence[Fact], entities: EntityList) -> list[Fact]:
    """Other holders of a one-holder office who hold it on every day of the grace window, and the subject on none."""
    if claim.role is None or claim.object.entity is None or not entities.offices[claim.role].single:
        return []
    window = _window(day)
    if any(fact.disputed or any(fact.period.when(edge) not in (When.BEFORE, When.AFTER) for edge in window) for fact in own):
        return []
    rows = entities.holders(claim.role, claim.object.entity.id)
    if any(fact.disputed for fact in rows):
        return []
    return [fact for fact in rows if fact not in own and all(fact.period.when(edge) is When.INSIDE for edge in window)]


def _window(day: PartialDate) -> tuple[PartialDate, PartialDate]:
    return PartialDate.of(_moved(day.first, -GRACE)), PartialDate.of(_moved(day.last, GRACE))


def _moved(day: date, by: int) -> date:
    return day + timedelta(days=by)


def _may_refute(claim: Claim, day: PartialDate, link: Link | None) -> bool:
    if claim.qualifier is not None or day.precision == "year" or link is None:
        return False
    return link.status in _SURE and (link.probability or 0.0) >= 0.95


def _answer(
    claim: Claim, day: PartialDate | None, verdict: Verdict, reason: Reason | None, facts: Sequence[Fact], link: Link | None,
    message: str,
) -> Judgement:  # fmt: skip
    sure = link.probability if link is not None and link.probability is not None else 0.9
    return Judgement(
        claim=claim,
        verdict=verdict,
        as_of=day,
        reason=reason,
        score=round(sure * 0.98, 4),
        facts=tuple(facts),
        message=message,
    )


def _unknown(claim: Claim, day: PartialDate | None, reason: Reason, message: str, facts: Sequence[Fact] = ()) -> Judgement:
    return Judgement(
        claim=claim, verdict=Verdict.NOT_ENOUGH_INFO, as_of=day, reason=reason, facts=tuple(facts), message=message
    )
