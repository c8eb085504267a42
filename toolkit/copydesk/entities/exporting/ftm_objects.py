"""People, bodies, places and posts as objects of FollowTheMoney."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence

from copydesk.core.dates import PartialDate
from copydesk.core.entity import Entity, FormType, Kind

#: places have no schema of their own; an address is the one that has a name and a country
_SCHEMATA = {Kind.PERSON: "Person", Kind.ORGANIZATION: "Organization", Kind.PLACE: "Address"}
_PROPERTIES = {
    FormType.ALIAS: "alias", FormType.NATIVE: "alias", FormType.FOREIGN: "alias", FormType.ACRONYM: "weakAlias",
    FormType.FORMER: "previousName",
}  # fmt: skip
_GENDERS = {"m": "male", "f": "female"}
_PLAIN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")

#: an object of a FollowTheMoney file, and its properties
Ftm = dict[str, object]
Properties = dict[str, list[str]]


def ftm_object(ident: str, schema: str, properties: Properties, caption: str | None = None) -> Ftm:
    """An object; without a caption, its name or that of its schema."""
    caption = caption or next(iter(properties.get("name", ())), schema)
    return {"id": ident, "caption": caption, "schema": schema, "properties": properties}


def thing(entity: Entity, notes: Sequence[str] = ()) -> Ftm:
    """A person, organisation or place with all that this model has a property for."""
    properties: Properties = {"name": [entity.name]}
    if notes:
        properties["notes"] = [*notes]
    for form in entity.forms:
        if form.type in _PROPERTIES:
            properties.setdefault(_PROPERTIES[form.type], []).append(form.text)
    person = entity.kind is Kind.PERSON
    put(properties, "nationality" if person else "country", (entity.country or "").lower())
    put(properties, "summary", entity.description)
    put(properties, "wikidataId", next((name[9:] for name in (entity.id, *entity.same_as) if name[:9] == "wikidata:"), ""))
    if person:
        put(properties, "gender", _GENDERS.get(entity.gender or "", ""))
        put(properties, "birthDate", date_of(entity.born))
        for family in entity.family:
            properties.setdefault("lastName", []).append(family)
    return ftm_object(ftm_id(entity.id), _SCHEMATA[entity.kind], properties)


def position(role: str | None, of: Entity | None, title: str | None, *, ident: str) -> Ftm:
    """A post of a country or body."""
    title = title or (role or "").replace("_", " ").capitalize()
    properties = {"name": [f"{title} of {of.name}" if of else title]}
    put(properties, "country", (of.country or "" if of else "").lower())
    if of is not None and of.kind is Kind.ORGANIZATION:
        put(properties, "organization", ftm_id(of.id))
    return ftm_object(ident, "Position", properties)


def position_id(role: str | None, of: str | None, title: str | None) -> str:
    """The id of a post: the same wherever a list or a text speaks of it."""
    return made_id("position", [role, of, title])


def ftm_id(ident: str) -> str:
    """An entity id as FollowTheMoney allows it: as it is, or its plain letters with a digest that keeps it apart."""
    if _PLAIN_ID.fullmatch(ident):
        return ident
    return f"{re.sub('[^A-Za-z0-9._-]+', '-', ident).strip('-')}-{hashlib.sha256(ident.encode()).hexdigest()[:12]}"


def made_id(kind: str, of: object) -> str:
    """An id for what has none of its own, made of what it is."""
    return f"copydesk-{kind}-{hashlib.sha256(json.dumps(of, sort_keys=True).encode()).hexdigest()[:20]}"


def date_of(date: PartialDate | None) -> str:
    """A date as a value; nothing for none."""
    return "" if date is None else str(date)


def put(properties: Properties, name: str, value: str) -> None:
    """Set a property, unless there is nothing to say."""
    if value:
        properties[name] = [value]
