"""A name that the list cannot tell in an office whose holder it knows: garbled, or a wrong holder."""

from __future__ import annotations

from rapidfuzz import fuzz

from copydesk.claims.answers import Case, answer, unknown
from copydesk.claims.covering import all_around
from copydesk.claims.holding import LONG_AGO, Holding, instead
from copydesk.claims.times import CHANGED, is_now
from copydesk.claims.titled import same_title
from copydesk.core.claim import Judgement, Reason, Verdict
from copydesk.core.dates import PartialDate, When
from copydesk.core.entity import Entity, Fact, Kind, Relation
from copydesk.core.mention import LinkStatus
from copydesk.names.forms import key

#: names as alike as this (0 to 100) may be one name, garbled
_ALIKE = 75.0
#: prominence from which a surname and an office say who is meant
_KNOWN = 0.6
#: letters of a name above which it can be told from another
_SHORT = 4
#: whose names are read in another language's way where characters are shared, so that nothing of the letters is left
_READ = frozenset("CN HK MO TW KR KP JP VN SG".split())
#: how sure it is that one of the listed bearers of a name is meant
_NAMESAKE = 0.95


def judge_namesakes(case: Case) -> Judgement:
    """Refuted where every listed bearer of the name is another than the holder; else undecided, with the holder named."""
    claim, day = case.claim, case.day
    reason = Reason.AMBIGUOUS_LINK if case.link is not None and case.link.status is LinkStatus.AMBIGUOUS else Reason.UNLINKED
    if day is None or claim.qualifier in CHANGED:
        return unknown(case, reason, f"{claim.subject.text} could not be told from the list")
    if own := _holder_among(case, day):
        return answer(case, Verdict.SUPPORTED, None, own, "a bearer of the name holds the office at the date", link=_NAMESAKE)
    held = instead(claim, (), day, case.entities) if claim.bodies else None
    if held is None:
        return unknown(case, reason, f"{claim.subject.text} could not be told from the list")
    holder = case.entities.by_id[held.rows[0].subject]
    if key(claim.subject.text) in key(holder.name).split():
        return answer(case, Verdict.SUPPORTED, None, held.rows, "holds the office at the date", link=_NAMESAKE)
    sure = is_now(claim.qualifier, day) and day.precision != "year" and reason is Reason.AMBIGUOUS_LINK
    if sure and _are_others(case, held, day):
        message = f"{holder.name} held the office on {day}"
        return answer(case, Verdict.REFUTED, Reason.WRONG_HOLDER, held.rows, message, link=_NAMESAKE)
    message = (
        f"{claim.subject.text} is not in the list, which has {holder.name} in the office: a garbled name or a wrong holder"
    )
    return unknown(case, reason, message, held.rows)


def _holder_among(case: Case, day: PartialDate) -> list[Fact]:
    """The rows of the one listed bearer of the name who holds this very office at the date."""
    found = []
    # without a country only somebody whom all the world knows by one name
    bearers = [person for person in _persons(case) if case.claim.bodies or (person.prominence or 0.0) >= _KNOWN]
    for person in bearers:
        rows = [fact for fact in case.entities.about(person.id, Relation.HOLDS_OFFICE) if _is_office(fact, case)]
        found += [fact for fact in rows if fact.period.when(day) is When.INSIDE and not fact.disputed]
    return found if len({fact.subject for fact in found}) == 1 else []


def _persons(case: Case) -> list[Entity]:
    return [entity for entity in case.entities.called(case.claim.subject.text) if entity.kind is Kind.PERSON]


def _is_office(fact: Fact, case: Case) -> bool:
    one = case.entities.offices[str(fact.role)].single or same_title(fact.title, case.claim.predicate)
    return one and fact.role in case.claim.roles and (not case.claim.bodies or fact.object in case.claim.bodies)


def _are_others(case: Case, held: Holding, day: PartialDate) -> bool:
    """Whether the name is that of listed persons, none of whom can be the holder, and unlike the holders' own."""
    persons, written = _persons(case), case.claim.subject.text
    holders = [case.entities.by_id[ident] for ident in {fact.subject for fact in held.rows}]
    if len(written) <= _SHORT or any(holder.country in _READ for holder in holders):
        return False
    if not persons or any(person in holders or _may_be_told(person, case, day) for person in persons):
        return False
    return not any(_is_alike(written, holder) for holder in holders)


def _may_be_told(person: Entity, case: Case, day: PartialDate) -> bool:
    """Whether a bearer of the name may hold such an office about the date, or held it long ago: history that is told."""
    rows = [
        fact
        for fact in case.entities.about(person.id, Relation.HOLDS_OFFICE)
        if fact.object in case.claim.bodies and fact.role in case.claim.roles
    ]
    past = [fact.period.end.year for fact in rows if fact.period.when(day) is When.AFTER and fact.period.end is not None]
    return any(not all_around(fact, day, When.BEFORE, When.AFTER) for fact in rows) or any(
        year < day.year - LONG_AGO for year in past
    )


def _is_alike(text: str, entity: Entity) -> bool:
    names = (entity.name, *entity.family, *(form.text for form in entity.forms))
    written = key(text)
    return any(fuzz.ratio(part, word) >= _ALIKE for name in names for part in key(name).split() for word in written.split())
