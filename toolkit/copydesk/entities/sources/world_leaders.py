"""Cabinets of one day from the CIA's World Leaders (public domain): a snapshot, so that each fact is a point in time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copydesk.core.dates import PartialDate, Period
from copydesk.core.entity import Entity, Fact, Kind, Relation
from copydesk.entities.records import Record, Tally, World
from copydesk.entities.schema import Place
from copydesk.entities.sources.cia_names import PersonName, cleaned, slug
from copydesk.entities.sources.opening import rows
from copydesk.entities.world import spelled_title

SOURCE = "CIA World Leaders"
_ACTING = re.compile(r"\bacting\b|\bdesignate\b|\bvacant\b|\binterim\b", re.IGNORECASE)
_CROWNED = re.compile(r"(?:King|Queen|Emperor|Grand Duke|Amir|Sultan|Prince|Supreme Pontiff)\b")
#: offices that news does not speak of by title
_LEFT_OUT = re.compile(r"postmaster|clerk|ombudsman|eternal|honorary|emeritus", re.IGNORECASE)


def read(files: Sequence[str], world: World, tally: Tally) -> Iterator[Record]:
    """One record a person and country, with all the offices of the day."""
    people: dict[str, tuple[PersonName, str, list[Fact], Place]] = {}
    for path in files:
        for at, row in rows(path):
            tally.rows += 1
            found = _read(row, at, world, tally)
            if found is not None:
                name, country, fact = found
                people.setdefault(fact.subject, (name, country, [], at))[2].append(fact)
    for ident, (name, country, facts, at) in people.items():
        entity = Entity(
            id=ident, name=name.name, kind=Kind.PERSON, country=world.code(country),
            family=(name.family,) if name.family else (), description=str(facts[0].title), source=SOURCE,
        )  # fmt: skip
        yield Record(entity=entity, facts=tuple(facts), at=at)


def _read(row: dict[str, str], at: Place, world: World, tally: Tally) -> tuple[PersonName, str, Fact] | None:
    country, title = world.country(row["country"]), spelled_title(row["office"])
    name = cleaned(row["person"], regnal=_CROWNED.match(title) is not None)
    if country is None:
        tally.refuse("no country of the list", at, row["country"])
    elif _ACTING.search(title) or _ACTING.search(row["person"]):
        tally.refuse("acting or vacant", at, f"{title} {row['person']}")
    elif name is None:
        tally.refuse("not plainly one name", at, row["person"])
    elif (role := _role(title, country, world)) is None:
        tally.refuse("no known role", at, title)
    else:
        day = PartialDate.parse(row["as_of"])
        fact = Fact(
            subject=f"cia:{country}/{slug(name.name)}", relation=Relation.HOLDS_OFFICE, object=country, role=role,
            title=_printed(title), period=Period(seen=day, as_of=day), source=SOURCE,
        )  # fmt: skip
        return name, country, fact
    return None


def _role(title: str, country: str, world: World) -> str | None:
    code = world.code(country)
    if _LEFT_OUT.search(title) or re.search(r"\bII\b", title) or (title.startswith("President") and world.role(title) is None):
        return None
    if title.startswith("Secretary of State") and code not in ("US", "GB"):
        return None  # a junior minister elsewhere
    if title in ("Chief Executive", "CEO"):
        return "governor" if code in ("HK", "MO") else None
    return world.role(title)


def _printed(title: str) -> str:
    title = title.replace("Permanent Representative to the UN, New York", "Permanent Representative to the United Nations")
    title = re.sub(r"\bof (?=(?:Central|National|Central Reserve) Bank\b)", "of the ", title)
    title = title.replace("Premier of State Council", "Premier").replace("Supreme Pontiff, Roman Catholic Church", "Pope")
    return "Emir" if title == "Amir" else title.replace("Ambassador to the US", "Ambassador to the United States")
