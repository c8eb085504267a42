"""From files to one checked list."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from copydesk.core.entity import Entity, Fact, FormType, Kind, NameForm, Office, Relation
from copydesk.entities.layers import Layer, statement
from copydesk.entities.listing import RIGHT, EntityList
from copydesk.entities.schema import Place
from copydesk.entities.store import DEFAULT, Store
from copydesk.entities.tables import Rows, read_table
from copydesk.errors import EntityListError
from copydesk.names.forms import key
from copydesk.names.romanise import romanised_forms

#: relations of a part to its whole
_WHOLE = (Relation.PART_OF, Relation.LOCATED_IN)
#: how a built list is named
BUILT = ".sqlite"


def load_entities(*paths: str, default: bool = True) -> EntityList:
    """Load reference lists over the default list, or alone with ``default=False``.

    A list is a table (``.csv``, ``.jsonl``) or a built one (``.sqlite``). An entity of a user's list replaces the default one
    of the same id, or the only one of the same name, kind and country, whose facts it takes over; a fact replaces default facts
    of the same subject, relation, object and role. Raises EntityListError naming file, line and remedy; nothing is loaded half.
    """
    offices = default_list().offices.values()
    base = default_list() if default else EntityList((), (), offices)
    for path in (path for path in paths if Path(path).suffix.lower() == BUILT):
        built = Store.opened(Path(path))
        base = over(base, built, signature=_joined(base, built.signature))
    tables = [path for path in paths if Path(path).suffix.lower() != BUILT]
    if not tables:
        return base
    rows = Rows()
    for path in tables:
        before = len(rows.entities) + len(rows.facts) + len(rows.forms)
        read_table(path, rows)
        if len(rows.entities) + len(rows.facts) + len(rows.forms) == before:
            raise EntityListError("the list holds no rows", where=path, remedy="add rows or leave the list out")
    if not rows.entities and not len(base):
        raise EntityListError("the list holds 0 entities", where=tables[0], remedy="add entities or keep the default list")
    return assembled(rows, base, _joined(base, _digest(tables)))


@lru_cache(maxsize=1)
def default_list() -> EntityList:
    """The list that the package ships."""
    return EntityList.opened(DEFAULT)


def assembled(rows: Rows, base: EntityList, signature: str) -> EntityList:
    """One list of the rows over a base, after every id and role was found."""
    entities, facts = checked(rows, base)
    return over(base, Store.held(entities, facts, (), signature=signature), signature=signature)


def checked(rows: Rows, base: EntityList) -> tuple[list[Entity], list[Fact]]:
    """The entities and facts of the rows. Raises EntityListError for a clash, an unknown id or an unknown role."""
    own: dict[str, Place] = {}
    entities: dict[str, Entity] = {}
    for entity, at in rows.entities:
        if entity.id in own:
            first = own[entity.id]
            raise at.error(f"the id {entity.id!r} stands twice", f"it is also at {first.path}:{first.line}; rename one")
        own[entity.id] = at
        entities[entity.id] = entity
    for ident, form, at in rows.forms:
        entities[ident] = _with_form(entities.get(ident) or _known(base, ident, at), form)
    for ident in own:
        entities[ident] = with_channels(entities[ident])
    return list(entities.values()), _facts(rows, base, entities)


def over(base: EntityList, top: Store, *, signature: str) -> EntityList:
    """A built list over another: what it replaces there is hidden, what it says anew is believed.

    Whichever is smaller is gone through, and neither is decoded, so that a list of a million opens over another at once.
    """
    if not len(base):
        return EntityList.of(*base.layers, Layer(store=top), signature=signature)
    spoken_of = _shared(base, top)
    renamed = _renamed(base, top)
    said_of = (*spoken_of, *renamed.values())
    restated = frozenset(statement(fact) for ident in said_of for fact in top.facts_where(subject=ident))
    taken = {*(ident for ident in spoken_of if top.number(ident) is not None), *renamed}
    layers = [
        replace(
            layer,
            hidden=layer.hidden | {n for ident in taken if (n := layer.store.number(ident)) is not None},
            restated=layer.restated | restated,
            # an id that was another's new one goes on to the newest
            renamed={**{old: renamed.get(new, new) for old, new in layer.renamed.items()}, **_of_layer(renamed, layer)},
        )
        for layer in base.layers
    ]
    return EntityList.of(*layers, Layer(store=top), signature=signature)


def _of_layer(renamed: dict[str, str], layer: Layer) -> dict[str, str]:
    return {old: new for old, new in renamed.items() if layer.store.number(old) is not None}


def _shared(base: EntityList, top: Store) -> list[str]:
    """Ids of the base that the list above has too, or speaks of."""
    if len(top) > len(base):
        return [ident for ident in base.by_id if top.mentions(ident)]
    return [ident for ident in top.idents() if any(layer.store.number(ident) is not None for layer in base.layers)]


def _renamed(base: EntityList, top: Store) -> dict[str, str]:
    """Ids of the base whose name, kind and country an entity of another id has, and nobody else there."""
    above = EntityList.of(Layer(store=top), signature=top.signature)
    bearers: dict[str, set[str]] = {}
    if len(top) > len(base):
        for ident, name, kind, country in base.heads():
            for other in _called(above, name, kind, country):
                bearers.setdefault(other, set()).add(ident)
    else:
        bearers = {ident: set(_called(base, name, kind, country)) for ident, name, kind, country in top.heads()}
    alone = {new: next(iter(old)) for new, old in bearers.items() if len(old) == 1}
    return {old: new for new, old in alone.items() if new != old and base.get(new) is None}


def _called(entities: EntityList, name: str, kind: Kind, country: str | None) -> Iterator[str]:
    """Ids of the entities of this very name, kind and country; none where the country is not known."""
    for named in entities.named(name) if country is not None else ():
        found = named.entity
        if named.form.type is FormType.NAME and (found.kind, found.country) == (kind, country):
            yield found.id


def _facts(rows: Rows, base: EntityList, entities: dict[str, Entity]) -> list[Fact]:
    seen: dict[tuple[object, ...], Place] = {}
    for fact, at in rows.facts:
        for ident in (fact.subject, fact.object):
            if ident is not None and ident not in entities:
                _known(base, ident, at)
        if fact.role is not None and fact.role not in base.offices:
            raise at.error(f"{fact.role!r} is not a known role", f"use one of {', '.join(base.offices)}")
        same = (*statement(fact), fact.title, fact.period)
        if same in seen:
            raise at.error("this fact stands twice", f"it is also at {seen[same].path}:{seen[same].line}; take one out")
        seen[same] = at
    _refuse_circles(rows, base)
    return [fact for fact, _ in rows.facts]


def _refuse_circles(rows: Rows, base: EntityList) -> None:
    """Nothing is part of itself, nor lies in itself, by any chain of rows. Raises EntityListError at a row of the circle."""
    wholes: dict[str, dict[str, None]] = {}
    for fact, _ in rows.facts:
        if fact.relation in _WHOLE and fact.object is not None:
            wholes.setdefault(fact.subject, {})[fact.object] = None

    def above(ident: str) -> list[str]:
        there = (fact.object for fact in base.about(ident) if fact.relation in _WHOLE and fact.object)
        return [*wholes.get(ident, ()), *there]

    for fact, at in rows.facts:
        if fact.relation in _WHOLE and fact.object is not None and (chain := _chain(fact.object, fact.subject, above)):
            links = " in ".join((fact.subject, *chain))
            raise at.error(f"a circle: {links}", "take one of these rows out")


def _chain(start: str, goal: str, above: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    """The way up from one place to another; empty where there is none."""
    ways: dict[str, tuple[str, ...]] = {start: (start,)}
    waiting = [start]
    while waiting:
        ident = waiting.pop()
        if ident == goal:
            return ways[ident]
        for whole in above(ident):
            if whole not in ways:
                ways[whole] = (*ways[ident], whole)
                waiting.append(whole)
    return ()


def _known(base: EntityList, ident: str, at: Place) -> Entity:
    entity = base.get(ident)
    if entity is None:
        raise at.error(f"no entity has the id {ident!r}", "add the entity, or mend the id")
    return entity


def _with_form(entity: Entity, form: NameForm) -> Entity:
    return replace(entity, forms=(*entity.forms, form))


def with_channels(entity: Entity) -> Entity:
    """Add what a careless translation makes of a person's native forms, where that is no right spelling anyway."""
    if entity.kind is not Kind.PERSON:
        return entity
    right = {key(form) for form in (entity.name, *entity.written(*RIGHT, FormType.CHANNEL))}
    made: dict[str, NameForm] = {}
    for form in entity.forms:
        if form.type is FormType.NATIVE:
            for text in romanised_forms(form.text, form.lang or "", entity.country):
                if key(text) and key(text) not in right:
                    made.setdefault(key(text), NameForm(text=text, type=FormType.CHANNEL, lang=form.lang))
    return replace(entity, forms=(*entity.forms, *made.values()))


def read_offices(path: Path) -> list[Office]:
    """The table of roles and titles, ``offices.csv``."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Office(
                role=row["role"],
                titles=tuple(row["titles"].split("|")),
                single=row["single"] == "yes",
                rank=int(row["rank"]),
            )
            for row in csv.DictReader(file)
        ]


def _digest(paths: Sequence[str]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(Path(path).read_bytes())
    return f"{Path(paths[0]).name}{f'+{len(paths) - 1}' if len(paths) > 1 else ''}-{digest.hexdigest()[:8]}"


def _joined(base: EntityList, own: str) -> str:
    return f"{base.signature}+{own}" if len(base) else own
