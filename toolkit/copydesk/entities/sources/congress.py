"""Members of the US Congress and presidents from unitedstates/congress-legislators (CC0).

Terms of one chamber and state that follow each other are one tenure. The file is of sitting members: the end of a term
that lies after the newest start in the file has not come, and the tenure is open, known up to that start.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from copydesk.core.dates import PartialDate, Period
from copydesk.core.entity import Entity, Fact, FormType, Kind, NameForm, Relation
from copydesk.entities.records import Record, Tally, World
from copydesk.entities.schema import Place
from copydesk.errors import EntityListError
from copydesk.names.forms import key

SOURCE = "unitedstates/congress-legislators"
#: terms that were over before this year are left out
SINCE = 1990
_JOINS = timedelta(days=90)
_KINDS = {
    "sen": ("legislator", "Senator for {}"),
    "rep": ("legislator", "Representative for {}"),
    "prez": ("president", "President"),
    "viceprez": ("vice_president", "Vice President"),
}
_STATES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "FL": "Florida", "GA": "Georgia", "HI": "Hawaii", "ID": "Idaho",
    "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas", "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine",
    "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota", "MS": "Mississippi", "MO": "Missouri",
    "MT": "Montana", "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico",
    "NY": "New York", "NC": "North Carolina", "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon",
    "PA": "Pennsylvania", "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee",
    "TX": "Texas", "UT": "Utah", "VT": "Vermont", "VA": "Virginia", "WA": "Washington", "WV": "West Virginia",
    "WI": "Wisconsin", "WY": "Wyoming", "DC": "the District of Columbia", "PR": "Puerto Rico", "GU": "Guam",
    "AS": "American Samoa", "VI": "the US Virgin Islands", "MP": "the Northern Mariana Islands",
}  # fmt: skip


def read(files: Sequence[str], world: World, tally: Tally) -> Iterator[Record]:
    """One record a person."""
    tables = [(path, _loaded(path)) for path in files]
    starts = [str(term.get("start", "")) for _, table in tables for person in table for term in person.get("terms", ())]
    newest = date.fromisoformat(max(starts)) if starts else date.min
    for path, table in tables:
        for number, person in enumerate(table, start=1):
            tally.rows += 1
            at = Place(path=path, line=number)
            try:
                record = _record(person, newest, world, at)
            except (KeyError, TypeError, ValueError) as error:
                tally.refuse("a member whose entry is not as published", at, repr(error))
                continue
            if record is None:
                tally.refuse(f"over before {SINCE}", at, str(person["name"].get("last", "")))
            else:
                yield record


def _loaded(path: str) -> list[dict[str, Any]]:
    import yaml

    try:
        with Path(path).open(encoding="utf-8") as file:
            table = yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise EntityListError(f"not YAML: {error}", where=path, remedy="get the file again") from None
    if not isinstance(table, list) or not all(isinstance(person, dict) for person in table):
        raise EntityListError("not a list of members", where=path, remedy="get the file again")
    return table


def _record(person: dict[str, Any], newest: date, world: World, at: Place) -> Record | None:
    names, ids, bio = person["name"], person["id"], person.get("bio", {})
    ident = f"bioguide:{ids['bioguide']}" if ids.get("bioguide") else f"govtrack:{ids['govtrack']}"
    facts = tuple(_facts(person["terms"], ident, newest, world))
    if not facts:
        return None
    plain = f"{names['first'].partition(' (')[0]} {names['last']}"
    nick = f"{names['nickname']} {names['last']}" if names.get("nickname") else plain
    name = nick if key(nick) == key(names.get("official_full", "")) else plain
    forms = dict.fromkeys(form for form in (plain, nick, names.get("official_full", "")) if form and key(form) != key(name))
    entity = Entity(
        id=ident, name=name, kind=Kind.PERSON, country="US", family=(names["last"],),
        gender=bio.get("gender", "").lower() or None, forms=tuple(NameForm(text=form, type=FormType.ALIAS) for form in forms),
        born=PartialDate.parse(bio["birthday"]) if bio.get("birthday") else None,
        same_as=(f"wikidata:{ids['wikidata']}",) if ids.get("wikidata") else (),
        description=f"{facts[-1].title}, US politician", source=SOURCE,
    )  # fmt: skip
    return Record(entity=entity, facts=facts, at=at)


def _facts(terms: list[dict[str, Any]], ident: str, newest: date, world: World) -> Iterator[Fact]:
    """The tenures, oldest first."""
    tenures: list[tuple[str, str, date, date]] = []
    for term in terms:
        role, title = _KINDS[term["type"]]
        title = title.format(_STATES.get(term.get("state", ""), ""))
        start, end = date.fromisoformat(str(term["start"])), date.fromisoformat(str(term["end"]))
        if tenures and tenures[-1][:2] == (role, title) and start - tenures[-1][3] <= _JOINS:
            start = tenures.pop()[2]
        tenures.append((role, title, start, end))
    for role, title, start, end in tenures:
        if end.year >= SINCE:
            over = end <= newest
            period = Period(
                start=PartialDate.of(start), end=PartialDate.of(end) if over else None, as_of=PartialDate.of(min(end, newest))
            )
            yield Fact(
                subject=ident, relation=Relation.HOLDS_OFFICE, object=world.country("US"), role=role, title=title,
                period=period, source=SOURCE,
            )  # fmt: skip
