"""What ``copydesk entities search``, ``show`` and ``stats`` answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from anyascii import anyascii

from copydesk.core.dates import PartialDate
from copydesk.core.entity import Entity, Fact, FormType, Kind, Relation
from copydesk.entities.candidates import Hit, candidates
from copydesk.entities.listing import EntityList
from copydesk.errors import EntityListError
from copydesk.render.entities import card, fact_line
from copydesk.render.text import counted
from copydesk.render.visible import json_line, visible

#: likeness from which a name is offered at all
LIKE = 0.55
_TOP = 15
_HOLDERS = 30


def found(entities: EntityList, name: str, kind: Kind | None, limit: int) -> tuple[list[Entity], list[Hit]]:
    """Those who have exactly this name in any script, and those whose names are like it."""
    kinds = None if kind is None else (kind,)
    exact = [entity for entity in entities.called(name) if kind is None or entity.kind is kind]
    exact.sort(key=lambda entity: -(entity.prominence or 0.0))
    known = {entity.id for entity in exact}
    # a name in another script is like what its letters make in Latin
    like = candidates(entities, name if name.isascii() else anyascii(name), limit=limit + len(known), kinds=kinds)
    near = [hit for hit in like if hit.entity.id not in known]
    return exact, [hit for hit in near if hit.score >= LIKE][:limit]


def search_text(entities: EntityList, exact: list[Entity], near: list[Hit], day: PartialDate | None) -> Iterator[str]:
    """Cards of what was found, one after the other."""
    if exact:
        yield "called exactly so:"
    for entity in exact:
        yield from ("", *card(entity, entities, day))
    if near:
        yield ("\n" if exact else "") + "names like it:"
    for hit in near:
        first, *rest = card(hit.entity, entities, day)
        yield from ("", f"{first}  likeness {hit.score:.2f}", *rest)


def search_lines(entities: EntityList, exact: list[Entity], near: list[Hit], day: PartialDate | None) -> Iterator[str]:
    """One JSON object an entity; ``likeness`` is null for an exact name."""
    for entity, likeness in [*((entity, None) for entity in exact), *((hit.entity, hit.score) for hit in near)]:
        yield json_line({"schema": 1, "type": "entity", **_wire(entity, entities, day), "likeness": likeness})


def _wire(entity: Entity, entities: EntityList, day: PartialDate | None) -> dict[str, object]:
    return {
        "id": entity.id, "name": entity.name, "kind": entity.kind.value, "country": entity.country,
        "family": list(entity.family),
        "forms": [{"text": form.text, "type": form.type.value, "lang": form.lang} for form in entity.forms],
        "description": entity.description, "source": entity.source,
        "facts": [_fact(fact, day) for fact in entities.about(entity.id)],
    }  # fmt: skip


def _fact(fact: Fact, day: PartialDate | None) -> dict[str, object]:
    period = fact.period
    ends = {"start": period.start, "end": period.end, "as_of": period.as_of, "seen": period.seen}
    return {
        "relation": fact.relation.value, "object": fact.object, "role": fact.role, "title": fact.title,
        **{name: None if value is None else str(value) for name, value in ends.items()},
        "disputed": fact.disputed, "source": fact.source, "note": fact.note,
        "when": None if day is None else period.when(day).value,
    }  # fmt: skip


def show(entities: EntityList, ident: str, day: PartialDate | None, *, every: bool) -> Iterator[str]:
    """All there is about an entity. Raises EntityListError for an id that the list does not have."""
    entity = entities.get(ident)
    if entity is None:
        like = candidates(entities, ident.replace("-", " "), limit=3)
        near = [hit.entity.id for hit in like if hit.score >= LIKE]
        remedy = f"did you mean {', '.join(near)}?" if near else "look for it with copydesk entities search"
        raise EntityListError(f"no entity has the id {ident!r}", remedy=remedy)
    yield from card(entity, entities, day, full=True)
    about = sorted(_of(entities, ident), key=lambda fact: (fact.role or "", str(fact.period.start or "")), reverse=True)
    shown = about if every else about[:_HOLDERS]
    if shown:
        yield "  named by:"
    yield from (f"    {fact_line(fact, entities, day, of_subject=True)}" for fact in shown)
    if len(about) > len(shown):
        yield f"    … and {len(about) - len(shown)} more: --all"


def _of(entities: EntityList, ident: str) -> Iterator[Fact]:
    """The offices of a body and its capitals; what merely lies in it is left out."""
    for role in entities.offices:
        yield from entities.holders(role, ident)
    yield from entities.related(Relation.CAPITAL_OF, ident)


def stats(entities: EntityList) -> dict[str, dict[str, int]]:
    """Counts of everything in a list, in one pass."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in _TABLES}
    for entity in entities.entities:
        counts["kinds"][entity.kind.value] += 1
        counts["countries"][entity.country or "(none)"] += 1
        counts["sources"].update(entity.source.split("; ") if entity.source else ["(not given)"])
        for form in entity.forms:
            counts["forms"][form.type.value] += 1
            if form.type is FormType.NATIVE:
                counts["native"][form.lang or "?"] += 1
    for layer in entities.layers:
        for fact in layer.facts(layer.store.facts()):
            counts["facts"][fact.relation.value] += 1
            if fact.role:
                counts["offices"][fact.role] += 1
            if fact.period.end is None and fact.period.as_of and fact.role:
                counts["open"][str(fact.period.as_of.year)] += 1
    return {name: dict(_ranked(name, table)) for name, table in counts.items()}


_TABLES = {
    "kinds": "entities by kind", "countries": "entities by country", "sources": "entities by source",
    "forms": "forms of names by type", "native": "native forms by language", "facts": "facts by relation",
    "offices": "tenures by role", "open": "tenures without an end by the year in which they were last seen",
}  # fmt: skip


def _ranked(name: str, table: Counter[str]) -> list[tuple[str, int]]:
    return sorted(table.items()) if name == "open" else sorted(table.items(), key=lambda item: (-item[1], item[0]))


def stats_text(entities: EntityList, counts: dict[str, dict[str, int]]) -> Iterator[str]:
    """The counts as short tables."""
    total = sum(counts["kinds"].values())
    yield f"{entities_counted(total)}, {counted(sum(counts['facts'].values()), 'fact')}"
    for name, title in _TABLES.items():
        rows = list(counts[name].items())
        if not rows:
            continue
        yield f"\n{title}:"
        yield from (f"  {n:>9,}  {visible(what)}" for what, n in rows[:_TOP])
        if len(rows) > _TOP:
            yield f"  {sum(n for _, n in rows[_TOP:]):>9,}  in {len(rows) - _TOP} more"
    yield f"\nsignature: {visible(entities.signature)}"


def entities_counted(number: int) -> str:
    """``1 entity``, ``59,793 entities``."""
    return "1 entity" if number == 1 else f"{number:,} entities"


def written(lines: Iterable[str]) -> bool:
    """Print the lines; whether there was any."""
    import click

    any_line = False
    for line in lines:
        any_line = True
        click.echo(line)
    return any_line
