"""Entities of a list as a person reads them: who it is, what it is called, what it held and when, and who says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from copydesk.core.dates import PartialDate, Period, When
from copydesk.core.entity import Entity, Fact, FormType, Relation
from copydesk.entities.listing import EntityList
from copydesk.render.visible import visible

#: facts and forms of a type that a short card shows
FEW = 6
_HELD = {
    When.INSIDE: "held",
    When.UNSURE: "perhaps",
    When.STALE: "not known",
    When.BEFORE: "not yet",
    When.AFTER: "over",
}
_SHORT = (FormType.ALIAS, FormType.FORMER, FormType.ACRONYM, FormType.NATIVE)


def card(entity: Entity, entities: EntityList, day: PartialDate | None = None, *, full: bool = False) -> Iterator[str]:
    """The lines about an entity; with a ``day``, the offices of that day first, each with how it stands to it."""
    kind = ", ".join(filter(None, (entity.kind.value, entity.country, entity.gender, _born(entity))))
    yield visible(f"{entity.name}  ({kind})  {entity.id}")
    if entity.description:
        yield f"  {visible(entity.description)}"
    yield from _forms(entity, full)
    yield from _facts(entities.about(entity.id), entities, day, full)
    if full and entity.same_as:
        yield f"  also known as {visible(', '.join(entity.same_as))}"
    if full and entity.prominence is not None:
        yield f"  prominence {entity.prominence:.2f}"
    yield f"  source: {visible(entity.source or 'not given')}"


def _born(entity: Entity) -> str | None:
    return None if entity.born is None else f"born {entity.born}"


def _forms(entity: Entity, full: bool) -> Iterator[str]:
    by_type: dict[FormType, list[str]] = defaultdict(list)
    for form in entity.forms:
        by_type[form.type].append(f"{form.lang}:{form.text}" if form.lang else form.text)
    if entity.family:
        yield f"  family name: {visible(', '.join(entity.family))}"
    for type_ in FormType if full else _SHORT:
        if texts := by_type.get(type_):
            shown = texts if full else texts[:FEW]
            more = f" and {len(texts) - len(shown)} more" if len(texts) > len(shown) else ""
            yield f"  {type_.value}: {visible(', '.join(shown))}{more}"


def _facts(facts: Iterable[Fact], entities: EntityList, day: PartialDate | None, full: bool) -> Iterator[str]:
    ordered = sorted(facts, key=lambda fact: _order(fact, day), reverse=True)
    shown = ordered if full else ordered[:FEW]
    for fact in shown:
        yield f"  {fact_line(fact, entities, day)}"
        if full:
            yield f"      source: {visible(fact.source or 'not given')}" + (f"; {visible(fact.note)}" if fact.note else "")
    if len(ordered) > len(shown):
        yield f"  … and {len(ordered) - len(shown)} more: copydesk entities show {visible(ordered[0].subject)}"


def _order(fact: Fact, day: PartialDate | None) -> tuple[bool, str]:
    held = day is not None and fact.period.when(day) in (When.INSIDE, When.UNSURE)
    return held, str(fact.period.start or fact.period.seen or "")


def fact_line(fact: Fact, entities: EntityList, day: PartialDate | None = None, *, of_subject: bool = False) -> str:
    """A fact on one line; ``of_subject`` names whom it speaks of instead of what."""
    other = entities.get(fact.subject if of_subject else fact.object)
    name = other.name if other else fact.object or ""
    what = fact.title or (fact.role or "").replace("_", " ") or fact.relation.value.replace("_", " ")
    if fact.relation is not Relation.HOLDS_OFFICE and fact.title:
        what = f"{fact.relation.value.replace('_', ' ')} {fact.title}"
    words = [f"{what}, {name}" if name else what, dates(fact.period)]
    if day is not None and fact.relation is Relation.HOLDS_OFFICE:
        words.append(f"[{_HELD[fact.period.when(day)]} on {day}]")
    if fact.disputed:
        words.append("[disputed]")
    return visible("  ".join(filter(None, words)))


def dates(period: Period) -> str:
    """A period in words: ``2018-05-08 to (open, as of 2025-06-01)``, ``seen 2019-06-04``."""
    if period.start is None and period.end is None:
        if period.seen is None and period.as_of is None:
            return ""
        if period.seen is None:
            return f"as of {period.as_of}"
        if period.seen == period.as_of:
            return f"seen {period.seen}"
        return f"seen {period.seen} to {period.as_of or '?'}"
    start = str(period.start or (f"seen {period.seen}" if period.seen else "?"))
    end = str(period.end) if period.end else "(open" + (f", as of {period.as_of})" if period.as_of else ")")
    return f"{start} to {end}"
