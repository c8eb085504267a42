"""FollowTheMoney JSON lines, as the tools around OpenSanctions and Aleph read them.

What that model has no property for (disputed facts, kinds of name forms, relations that are no office …) goes along in a note
that `copydesk.entities.importing.ftm` reads back exactly; others may show it or leave it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from copydesk.core.dates import PartialDate
from copydesk.core.entity import Entity, Fact, FormType, Kind, Relation
from copydesk.entities.exporting.rows import json_line, row_of, rows_of
from copydesk.entities.exporting.whole import whole_files
from copydesk.entities.schema import Place

#: how a note for our own import begins
NOTE = "copydesk/1 "
#: places have no schema of their own; an address is the one that has a name and a country
_SCHEMATA = {Kind.PERSON: "Person", Kind.ORGANIZATION: "Organization", Kind.PLACE: "Address"}
_PROPERTIES = {
    FormType.ALIAS: "alias", FormType.NATIVE: "alias", FormType.FOREIGN: "alias", FormType.ACRONYM: "weakAlias",
    FormType.FORMER: "previousName",
}  # fmt: skip
_GENDERS = {"m": "male", "f": "female"}
_PLAIN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def write_ftm(entities: Iterable[Entity], facts: Iterable[Fact], path: str) -> str:
    """Write one JSON object a line: every entity, then a Position and an Occupancy for every office held; give the path.

    Ids are the same for the same list. Raises EntityListError for a fact of somebody who is not among the entities, for what no
    list can hold, and where the file cannot be written; it is then as it was.
    """
    at = Place(path=path, line=1)
    known = {entity.id: entity for entity in entities}
    by_subject: dict[str, list[Fact]] = {ident: [] for ident in known}
    for fact in facts:
        if fact.subject not in by_subject:
            raise at.error(f"a fact of {fact.subject!r}, who is not exported", "export the entity with it")
        by_subject[fact.subject].append(fact)
    positions: set[str] = set()
    with whole_files(Path(path)) as (file,):
        for entity in known.values():
            for row in _of_entity(entity, by_subject[entity.id], known, positions, at):
                file.write(json_line(row))
    return path


def _of_entity(
    entity: Entity, facts: list[Fact], known: dict[str, Entity], positions: set[str], at: Place
) -> Iterator[dict[str, object]]:
    rows = [{"n": number, **row_of(fact, at)} for number, fact in enumerate(facts)]
    offices = [fact.relation is Relation.HOLDS_OFFICE for fact in facts]
    yield _thing(entity, [row for row, office in zip(rows, offices, strict=True) if not office], at)
    for fact, row, office in zip(facts, rows, offices, strict=True):
        if not office:
            continue
        post = _id("position", [fact.role, fact.object, fact.title])
        if post not in positions:
            positions.add(post)
            yield _position(post, fact, known)
        yield _occupancy(post, fact, row)


def _thing(entity: Entity, facts: list[dict[str, object]], at: Place) -> dict[str, object]:
    row, forms = rows_of(entity, at)
    properties: dict[str, list[str]] = {
        "name": [entity.name],
        "notes": [_note({"entity": row, "forms": forms, "facts": facts})],
    }
    for form in entity.forms:
        if form.type in _PROPERTIES:
            properties.setdefault(_PROPERTIES[form.type], []).append(form.text)
    person = entity.kind is Kind.PERSON
    _put(properties, "nationality" if person else "country", (entity.country or "").lower())
    _put(properties, "summary", entity.description)
    _put(properties, "wikidataId", next((name[9:] for name in (entity.id, *entity.same_as) if name[:9] == "wikidata:"), ""))
    if person:
        _put(properties, "gender", _GENDERS.get(entity.gender or "", ""))
        _put(properties, "birthDate", _date(entity.born))
        for family in entity.family:
            properties.setdefault("lastName", []).append(family)
    return {"id": ftm_id(entity.id), "caption": entity.name, "schema": _SCHEMATA[entity.kind], "properties": properties}


def _position(ident: str, fact: Fact, known: dict[str, Entity]) -> dict[str, object]:
    title = fact.title or (fact.role or "").replace("_", " ").capitalize()
    of = known.get(fact.object or "")
    properties = {"name": [f"{title} of {of.name}" if of else title]}
    _put(properties, "country", (of.country or "" if of else "").lower())
    if of is not None and of.kind is Kind.ORGANIZATION:
        _put(properties, "organization", ftm_id(of.id))
    return {"id": ident, "caption": properties["name"][0], "schema": "Position", "properties": properties}


def _occupancy(post: str, fact: Fact, row: dict[str, object]) -> dict[str, object]:
    properties = {"holder": [ftm_id(fact.subject)], "post": [post], "summary": [_note({"fact": row})]}
    _put(properties, "startDate", _date(fact.period.start))
    _put(properties, "endDate", _date(fact.period.end))
    properties["status"] = ["unknown" if fact.period.end is None else "ended"]
    _put(properties, "sourceUrl", fact.source if fact.source.startswith("https://") else "")
    ident = _id("occupancy", row)
    return {"id": ident, "caption": "Occupancy", "schema": "Occupancy", "properties": properties}


def ftm_id(ident: str) -> str:
    """An entity id as FollowTheMoney allows it: as it is, or its plain letters with a digest that keeps it apart."""
    if _PLAIN_ID.fullmatch(ident):
        return ident
    return f"{re.sub('[^A-Za-z0-9._-]+', '-', ident).strip('-')}-{hashlib.sha256(ident.encode()).hexdigest()[:12]}"


def _id(kind: str, of: object) -> str:
    return f"copydesk-{kind}-{hashlib.sha256(json.dumps(of, sort_keys=True).encode()).hexdigest()[:20]}"


def _note(of: object) -> str:
    return NOTE + json.dumps(of, ensure_ascii=False, sort_keys=True)


def _date(date: PartialDate | None) -> str:
    return "" if date is None else str(date)


def _put(properties: dict[str, list[str]], name: str, value: str) -> None:
    if value:
        properties[name] = [value]
