"""One object of a FollowTheMoney file, and the entity that a person or an organisation of it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from copydesk.core.dates import PartialDate
from copydesk.core.entity import Entity, FormType, Kind, NameForm
from copydesk.entities.importing.dating import agreed, stamped
from copydesk.entities.importing.intake import Intake
from copydesk.entities.importing.naming import family_of, is_latin, other_form, printed, tidy
from copydesk.entities.schema import Place
from copydesk.entities.sources.scripts_of import distinct

#: what is taken; of a LegalEntity nobody says whether it is a person or an organisation
SCHEMATA = {
    "Person": Kind.PERSON, "Organization": Kind.ORGANIZATION, "PublicBody": Kind.ORGANIZATION, "Company": Kind.ORGANIZATION,
}  # fmt: skip
_GENDERS = {"male": "m", "female": "f"}
_WIKIDATA = re.compile(r"Q[1-9]\d*", re.ASCII)
_ID = re.compile(r"[^\s|]{1,200}")
_DATASET = re.compile(r"[a-z0-9_]{1,60}", re.ASCII)
_ACRONYM = re.compile(r"[A-Z]{3,8}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One object: id, schema, caption, properties, the data sets it is from, and the day it was last seen."""

    id: str
    schema: str
    caption: str
    properties: Mapping[str, object]
    datasets: tuple[str, ...] = ()
    seen: str | None = None

    def values(self, name: str) -> list[str]:
        """The texts of a property, in file order."""
        return _texts(self.properties.get(name))


def thing_of(row: Mapping[str, object], at: Place, intake: Intake) -> Thing | None:
    """The object of a line; None for one that is no FollowTheMoney, which is a broken row."""
    ident, name, properties = row.get("id"), row.get("schema"), row.get("properties")
    if not isinstance(ident, str) or not is_id(ident):
        intake.broken("no id", at, "give the object an id without blanks")
    elif not isinstance(name, str) or not isinstance(properties, dict):
        intake.broken("not FollowTheMoney", at, "give the object a schema and properties", ident)
    else:
        seen = next((text for text in (row.get("last_seen"), row.get("last_change")) if isinstance(text, str)), None)
        return Thing(
            id=ident,
            schema=name,
            caption="".join(_texts(row.get("caption"))[:1]),
            properties=properties,
            datasets=tuple(_texts(row.get("datasets"))),
            seen=seen if seen is not None and _is_date(seen) else None,
        )
    return None


def is_id(text: str) -> bool:
    """Whether a text can be an id: printable, without blanks, not endless."""
    return bool(_ID.fullmatch(text)) and text.isprintable()


def source_of(thing: Thing) -> str:
    """Who publishes it: the first data sets it comes from."""
    named = [name for name in thing.datasets if _DATASET.fullmatch(name)][:3]
    return f"FollowTheMoney ({', '.join(named)})" if named else "FollowTheMoney"


def entity_of(thing: Thing, at: Place, intake: Intake) -> Entity | None:
    """The person or organisation; None, counted, for one without a name in Latin letters.

    The caption is the name, or else the first name in Latin letters. Other Latin names are foreign spellings: nothing says
    which of them a newsroom prints.
    """
    kind = SCHEMATA[thing.schema]
    names = [tidy(text, at, intake) for text in dict.fromkeys((thing.caption, *thing.values("name"), *thing.values("alias")))]
    texts = [text for text in names if text is not None]
    first = next((text for text in texts if is_latin(text)), None)
    if first is None:
        intake.tally.refuse("no name in Latin letters", at, thing.id)
        return None
    name, families = printed(first) if kind is Kind.PERSON else (first, ())
    known = [text for text in thing.values("lastName") if is_latin(text)]
    country = _country(thing, intake)
    former = [text for item in thing.values("previousName") if (text := tidy(item, at, intake)) and is_latin(text)]
    return Entity(
        id=_entity_id(thing.id),
        name=name,
        kind=kind,
        country=country,
        family=family_of(name, (*families, *known), country) if kind is Kind.PERSON else (),
        gender=_gender(thing),
        forms=distinct(name, (*_forms(texts, kind, country), *(NameForm(text=text, type=FormType.FORMER) for text in former))),
        source=source_of(thing),
        born=_born(thing, at, intake) if kind is Kind.PERSON else None,
        same_as=tuple(f"wikidata:{qid}" for qid in thing.values("wikidataId") if _WIKIDATA.fullmatch(qid) and qid != thing.id),
    )


def _forms(texts: list[str], kind: Kind, country: str | None) -> list[NameForm]:
    forms = []
    for text in texts:
        short = kind is Kind.ORGANIZATION and _ACRONYM.fullmatch(text)
        text = printed(text)[0] if kind is Kind.PERSON and is_latin(text) else text
        form = other_form(text, country, FormType.ACRONYM if short else FormType.FOREIGN)
        forms += [form] if form is not None else []
    return forms


def _entity_id(ident: str) -> str:
    return f"wikidata:{ident}" if _WIKIDATA.fullmatch(ident) else f"ftm:{ident}"


def _country(thing: Thing, intake: Intake) -> str | None:
    """The country that the first property with a value names alone."""
    for name in ("nationality", "citizenship", "country", "jurisdiction"):
        codes = {text.upper() for text in thing.values(name)}
        if codes:
            found = intake.world.country(codes.pop()) if len(codes) == 1 else None
            return None if found is None else intake.world.code(found)
    return None


def _gender(thing: Thing) -> str | None:
    found = {_GENDERS.get(text) for text in thing.values("gender")}
    return found.pop() if len(found) == 1 else None


def _born(thing: Thing, at: Place, intake: Intake) -> PartialDate | None:
    try:
        return agreed(map(stamped, thing.values("birthDate")))
    except ValueError as error:
        intake.broken("impossible dates", at, "mend the date of birth", str(error))
        return None


def _is_date(text: str) -> bool:
    try:
        return bool(stamped(text))
    except ValueError:
        return False


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
