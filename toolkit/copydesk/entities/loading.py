"""From files to one checked list."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from copydesk.core.entity import Entity, Fact, FormType, Kind, NameForm, Office
from copydesk.entities import store
from copydesk.entities.listing import RIGHT, EntityList
from copydesk.entities.schema import Place
from copydesk.entities.tables import Rows, read_table
from copydesk.errors import EntityListError
from copydesk.names.forms import key
from copydesk.names.romanise import romanised_form


def load_entities(*paths: str, default: bool = True) -> EntityList:
    """Load reference lists (``.csv`` or ``.jsonl``) over the default list, or alone with ``default=False``.

    An entity of a user's list replaces the default entity of the same id, with its forms; a fact replaces default facts of
    the same subject, relation, object and role. Raises EntityListError naming file, line and remedy; nothing is loaded half.
    """
    base = store.default_list() if default else EntityList((), (), store.default_list().offices.values())
    if not paths:
        return base
    rows = Rows()
    for path in paths:
        before = len(rows.entities) + len(rows.facts) + len(rows.forms)
        read_table(path, rows)
        if len(rows.entities) + len(rows.facts) + len(rows.forms) == before:
            raise EntityListError("the list holds no rows", where=path, remedy="add rows or leave the list out")
    if not rows.entities and not base:
        raise EntityListError("the list holds 0 entities", where=paths[0], remedy="add entities or keep the default list")
    return assembled(rows, base, _signature(paths, base if default else None))


def assembled(rows: Rows, base: EntityList, signature: str) -> EntityList:
    """One list of the rows over a base, after every id and role was found."""
    entities = dict(base.by_id)
    own: dict[str, Place] = {}
    for entity, at in rows.entities:
        if entity.id in own:
            first = own[entity.id]
            raise at.error(f"the id {entity.id!r} stands twice", f"it is also at {first.path}:{first.line}; rename one")
        own[entity.id] = at
        entities[entity.id] = entity
    for ident, form, at in rows.forms:
        entities[ident] = _with_form(_known(entities, ident, at), form)
    for ident in own:
        entities[ident] = _with_channels(entities[ident])
    facts = _facts(rows, base, entities)
    return EntityList(entities.values(), facts, base.offices.values(), signature=signature)


def _facts(rows: Rows, base: EntityList, entities: dict[str, Entity]) -> list[Fact]:
    seen: dict[tuple[object, ...], Place] = {}
    for fact, at in rows.facts:
        _known(entities, fact.subject, at)
        if fact.object is not None:
            _known(entities, fact.object, at)
        if fact.role is not None and fact.role not in base.offices:
            raise at.error(f"{fact.role!r} is not a known role", f"use one of {', '.join(base.offices)}")
        same = (*_statement(fact), fact.title, fact.period.start)
        if same in seen:
            raise at.error("this fact stands twice", f"it is also at {seen[same].path}:{seen[same].line}; take one out")
        seen[same] = at
    stated = {_statement(fact) for fact, _ in rows.facts}
    kept = [fact for fact in base.facts if _statement(fact) not in stated]
    return [*kept, *(fact for fact, _ in rows.facts)]


def _statement(fact: Fact) -> tuple[object, ...]:
    return fact.subject, fact.relation, fact.object, fact.role


def _known(entities: dict[str, Entity], ident: str, at: Place) -> Entity:
    if ident not in entities:
        raise at.error(f"no entity has the id {ident!r}", "add the entity, or mend the id")
    return entities[ident]


def _with_form(entity: Entity, form: NameForm) -> Entity:
    return replace(entity, forms=(*entity.forms, form))


def _with_channels(entity: Entity) -> Entity:
    """Add what a careless translation makes of a person's native forms, where that is no right spelling anyway."""
    if entity.kind is not Kind.PERSON:
        return entity
    right = {key(form) for form in (entity.name, *entity.written(*RIGHT))}
    made: dict[str, NameForm] = {}
    for form in entity.forms:
        text = romanised_form(form.text, form.lang or "", entity.country) if form.type is FormType.NATIVE else None
        if text and key(text) and key(text) not in right:
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


def _signature(paths: Sequence[str], base: EntityList | None) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(Path(path).read_bytes())
    own = f"{Path(paths[0]).name}{f'+{len(paths) - 1}' if len(paths) > 1 else ''}-{digest.hexdigest()[:8]}"
    return own if base is None else f"{base.signature}+{own}"
