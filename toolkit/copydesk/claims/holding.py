"""Who held an office on the days around a date, as far as the list closes it: one holder at a time, known on every day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from copydesk.claims.covering import GRACE, all_around, at_once, cover, may_be_near, moved
from copydesk.claims.titled import fits, is_worded, names_office, same_title, title_words
from copydesk.claims.wording import NATIONAL
from copydesk.core.claim import Claim
from copydesk.core.dates import PartialDate, When
from copydesk.core.entity import Entity, Fact, Kind, Relation
from copydesk.entities import EntityList

#: who may be called the leader of a country, by these words
_TOP = ("supreme_leader", "monarch", "president", "prime_minister", "leader")
_LEADING = frozenset("leader ruler supreme top head country national".split())
#: words for what they lead, beside the country's name
_GOVERNING = frozenset("the of government cabinet state administration executive self-proclaimed breakaway recognized".split())
#: a term that ended so many years before the article is history that the sentence tells, not a wrong office
LONG_AGO = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """The holders of an office around a date, and the rows that show the subject in another office then."""

    rows: tuple[Fact, ...]
    busy: tuple[Fact, ...] = ()


def bodies_of(claim: Claim) -> tuple[str, ...]:
    """The bodies that the words can mean, or the one that they imply; none for a bare title."""
    return claim.bodies or ((claim.object.entity.id,) if claim.object.entity else ())


def is_elsewhere(claim: Claim) -> bool:
    """Whether the office is of a body that is written and unknown: neither bare, nor that of the country."""
    return bool(claim.object.text) and not bodies_of(claim)


def own_rows(claim: Claim, entities: EntityList) -> list[Fact]:
    """The subject's rows of the office, of any role and body that the words can mean."""
    assert claim.subject.entity is not None
    facts = entities.about(claim.subject.entity.id, Relation.HOLDS_OFFICE)
    return [
        fact
        for fact in facts
        if _is_meant(fact, claim, entities) or is_worded(fact, claim, entities.get(fact.object), entities)
    ]


def _is_meant(fact: Fact, claim: Claim, entities: EntityList) -> bool:
    """Whether a row is of a role and body that the words mean, and its title goes with them."""
    wanted, top = bodies_of(claim), fact.role in _TOP and title_words(claim.predicate) <= _LEADING
    if is_elsewhere(claim):
        return top and _is_of_country(claim.object.text, entities.get(fact.object))
    if not (top or fact.role in (claim.roles or (claim.role,))) or (wanted and fact.object not in wanted):
        return False
    return entities.offices[str(fact.role)].single or fits(fact.title, claim.predicate)


def _is_of_country(words: str, body: Entity | None) -> bool:
    """Whether words for what somebody leads are a body's own with such as mean its government: the cabinet of Libya."""
    if body is None:
        return False
    names = {part for name in (body.name, *(form.text for form in body.forms)) for part in name.lower().split()}
    said = {word for word in words.lower().split() if word not in _GOVERNING and not word.endswith("-recognized")}
    return bool(said) and said <= names


def instead(claim: Claim, own: Sequence[Fact], day: PartialDate, entities: EntityList) -> Holding | None:
    """Others who held the office on all days around the date, whichever role and body of the words is meant."""
    bodies: Iterable[str] = bodies_of(claim)
    busy: tuple[Fact, ...] = ()
    if not bodies and claim.subject.entity is not None and not is_elsewhere(claim):
        bodies, busy = _where_they_serve(claim, day, entities)
    pairs = [(role, ident) for ident in bodies for role in claim.roles or ((claim.role,) if claim.role else ())]
    pairs += [(str(fact.role), str(fact.object)) for fact in own]
    if _in_a_part(claim, bodies, day, entities):
        return None
    rows: list[Fact] = []
    for role, ident in dict.fromkeys(pairs):
        found = _closed(claim, role, ident, own, day, entities)
        if found is None:
            return None
        rows += found
    return Holding(rows=tuple(dict.fromkeys(rows)), busy=busy) if rows else None


def _in_a_part(claim: Claim, bodies: Iterable[str], day: PartialDate, entities: EntityList) -> bool:
    """Whether the subject holds such an office of a part of the country, or of a land that is nobody's for sure."""
    if claim.subject.entity is None:
        return False
    countries = {body.country for ident in bodies if (body := entities.get(ident)) is not None}
    for fact in entities.about(claim.subject.entity.id, Relation.HOLDS_OFFICE):
        body = entities.get(fact.object)
        lesser = fact.role in claim.roles and body is not None and body.kind is Kind.PLACE and body.id not in bodies
        if lesser and body is not None and (body.country is None or body.country in countries) and may_be_near(fact, day):
            return True
    return False


def moved_on(own: Sequence[Fact], day: PartialDate, entities: EntityList) -> tuple[Fact, ...]:
    """The office that the subject holds at the date, taken up as the claimed one ended: nothing where the list is not sure."""
    ends = [fact.period.end for fact in own]
    if not own or None in ends or any(fact.disputed or not all_around(fact, day, When.AFTER) for fact in own):
        return ()
    last = max(end.last for end in ends if end is not None)
    return tuple(
        fact
        for fact in entities.about(own[0].subject, Relation.HOLDS_OFFICE)
        if all_around(fact, day, When.INSIDE)
        and not fact.disputed
        and fact.period.start is not None
        and fact.period.start.last >= moved(last, -GRACE)
    )


def _where_they_serve(claim: Claim, day: PartialDate, entities: EntityList) -> tuple[tuple[str, ...], tuple[Fact, ...]]:
    """The country in whose government the subject is at the date, under another title: what a bare title leaves open."""
    assert claim.subject.entity is not None
    if not set(claim.roles or (claim.role,)) <= NATIONAL:
        return (), ()
    rows = []
    for fact in entities.about(claim.subject.entity.id, Relation.HOLDS_OFFICE):
        body = entities.get(fact.object)
        of_country = body is not None and body.kind is Kind.PLACE and bool(body.country)
        if of_country and fact.role not in claim.roles and all_around(fact, day, When.INSIDE):
            rows.append(fact)
    bodies = tuple(dict.fromkeys(str(fact.object) for fact in rows))
    return (bodies, tuple(rows)) if len(bodies) == 1 else ((), ())


def _closed(
    claim: Claim, role: str, body: str, own: Sequence[Fact], day: PartialDate, entities: EntityList
) -> list[Fact] | None:
    """The holders known on every day around the date; [] where nobody ever is, None where the list does not close it."""
    single, everyone = entities.offices[role].single, entities.holders(role, body)
    if not single:
        titles = {fact.title for fact in own if fact.role == role}
        everyone = tuple(
            fact for fact in everyone if same_title(fact.title, claim.predicate) or (fact.title and fact.title in titles)
        )
    if not everyone:
        return []
    near = [fact for fact in everyone if may_be_near(fact, day)]
    if not near and not single:
        return []
    if any(fact.disputed for fact in near) or not cover(near, day) or at_once(near):
        return None
    if single and not names_office(role, claim.predicate, near):
        return None
    subject = claim.subject.entity.id if claim.subject.entity else None
    if any(fact.subject == subject for fact in near):
        return None
    return sorted(near, key=lambda fact: fact.period.when(day) is not When.INSIDE)
