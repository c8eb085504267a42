"""What ``copydesk entities stats`` counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from copydesk.core.entity import Entity, Fact, FormType, Kind, Relation
from copydesk.entities.listing import EntityList
from copydesk.render.visible import visible

Counts = dict[str, dict[str, int]]

#: rows of a long table that are printed
_TOP = 15
_TABLES = {
    "kinds": "entities by kind",
    "countries": "entities by country",
    "sources": "entities by source",
    "forms": "forms of names by type",
    "native": "persons with native forms by language",
    "facts": "facts by relation",
    "offices": "tenures by role",
    "open": "tenures without an end by the year in which they were last seen",
}
#: these are printed whole, in their order
_YEARS = frozenset({"open"})
_NONE = "(none)"


def stats(entities: EntityList) -> Counts:
    """Counts of everything in a list, in one pass and constant memory."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in _TABLES}
    for entity in entities.entities:
        _count_entity(entity, counts)
    for fact in entities.stated():
        _count_fact(fact, counts)
    return {name: dict(_ranked(name, table)) for name, table in counts.items()}


def _count_entity(entity: Entity, counts: Mapping[str, Counter[str]]) -> None:
    counts["kinds"][entity.kind.value] += 1
    counts["countries"][entity.country or _NONE] += 1
    counts["sources"].update(set(filter(None, entity.source.split("; "))) or {_NONE})
    counts["forms"][FormType.NAME.value] += 1
    counts["forms"].update(form.type.value for form in entity.forms)
    if entity.kind is Kind.PERSON:
        counts["native"].update({form.lang or _NONE for form in entity.forms if form.type is FormType.NATIVE})


def _count_fact(fact: Fact, counts: Mapping[str, Counter[str]]) -> None:
    counts["facts"][fact.relation.value] += 1
    if fact.relation is not Relation.HOLDS_OFFICE:
        return
    counts["offices"][fact.role or _NONE] += 1
    if fact.period.end is None:
        counts["open"][str(fact.period.as_of.year) if fact.period.as_of else _NONE] += 1


def _ranked(name: str, table: Counter[str]) -> list[tuple[str, int]]:
    return sorted(table.items()) if name in _YEARS else sorted(table.items(), key=lambda item: (-item[1], item[0]))


def stats_text(entities: EntityList, counts: Counts) -> Iterator[str]:
    """The counts as short tables."""
    total = sum(counts["kinds"].values())
    yield f"{entities_counted(total)}, {facts_counted(sum(counts['facts'].values()))}"
    for name, title in _TABLES.items():
        rows = list(counts[name].items())
        shown = rows if name in _YEARS else rows[:_TOP]
        if rows:
            yield f"\n{title}:"
        yield from (f"  {n:>9,}  {visible(what)}" for what, n in shown)
        if len(rows) > len(shown):
            yield f"  {sum(n for _, n in rows[_TOP:]):>9,}  in {len(rows) - _TOP} more"
    yield f"\nsignature: {visible(entities.signature)}"


def entities_counted(number: int) -> str:
    """``1 entity``, ``2 entities``; ``no entities``."""
    return "1 entity" if number == 1 else f"{number:,} entities" if number else "no entities"


def facts_counted(number: int) -> str:
    """``1 fact``, ``2 facts``; ``no facts``."""
    return "1 fact" if number == 1 else f"{number:,} facts" if number else "no facts"
