"""Cabinets of one day from the CIA's World Leaders (public domain): a snapshot, so that each fact is a point in time.

The pages were not all brought up to date by that day: some named cabinets of years before. Where a page is known to be late,
and for offices that lag most, people are read for their names only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from copydesk.core.dates import PartialDate, Period
from copydesk.core.entity import Entity, Fact, Kind, Relation
from copydesk.entities.records import Record, Tally, World
from copydesk.entities.schema import Place
from copydesk.entities.sources.cia_names import PersonName, cleaned, slug, told_apart
from copydesk.entities.sources.opening import rows
from copydesk.entities.world import spelled_title

SOURCE = "CIA World Leaders"
#: countries whose page of 2019-06-04 named a head of state or government or a minister for foreign affairs, defence, the
#: interior or finance who had left by then, compared with the seeds and the Factbook; or that has several governments
LATE = frozenset(
    "AD AL AT AU BA BF CD CF CZ DZ EE ET FM GA GB GY HR IN KH KI KN KW LC LR LU MA MK ML MT MV PE PG RO SB SD SG SI SL SN SO ST"
    " SV TL TW TZ UA UY YE".split()
)
#: one in four central banks and one in ten embassies had another head by then
_LATE_ROLES = frozenset(("central_bank_governor", "ambassador"))
_ACTING = re.compile(r"\bacting\b|\bdesignate\b|\bvacant\b|\binterim\b", re.IGNORECASE)
_CROWNED = re.compile(r"(?:King|Queen|Emperor|Grand Duke|Amir|Sultan|Prince|Supreme Pontiff)\b")
#: offices that news does not speak of by title
_LEFT_OUT = re.compile(r"postmaster|clerk|ombudsman|eternal|honorary|emeritus", re.IGNORECASE)
#: the page of China has Hong Kong and Macau on it without a word
_HONG_KONG = re.compile(r"(?:(?:Chief|Financial) )?Secretary\b|Chief Executive\b|Commissioner\b")


@dataclass(slots=True)
class _Official:
    """A person of one country, gathered row by row."""

    name: PersonName
    country: str
    title: str
    at: Place
    facts: list[Fact] = field(default_factory=list)


def read(files: Sequence[str], world: World, tally: Tally) -> Iterator[Record]:
    """One record a person and country, with all the offices of the day that are sure enough."""
    people: dict[str, _Official] = {}
    for path in files:
        for at, row in rows(path):
            tally.rows += 1
            _take(row, at, world, tally, people)
    for ident, person in people.items():
        entity = Entity(
            id=ident, name=person.name.name, kind=Kind.PERSON, country=world.code(person.country), description=person.title,
            family=(person.name.family,) if person.name.family else (), source=SOURCE,
        )  # fmt: skip
        yield Record(entity=entity, facts=tuple(person.facts), at=person.at)


def _take(row: dict[str, str], at: Place, world: World, tally: Tally, people: dict[str, _Official]) -> None:
    country, title = world.country(row["country"]), spelled_title(row["office"])
    bare = cleaned(row["person"], regnal=_CROWNED.match(title) is not None)
    name = told_apart(bare, _printed(title), world.code(country)) if bare and country else None
    day = _day(row["as_of"])
    if country is None:
        return tally.refuse("no country of the list", at, row["country"])
    if _ACTING.search(title) or _ACTING.search(row["person"]):
        return tally.refuse("acting or vacant", at, f"{title} {row['person']}")
    if name is None:
        return tally.refuse("not plainly one name", at, row["person"])
    role = _role(title, world.code(country), world)
    if role is None:
        return tally.refuse("no known role", at, title)
    if day is None:
        return tally.refuse("a date that cannot be", at, row["as_of"])
    ident = f"cia:{country}/{slug(name.name)}"
    person = people.setdefault(ident, _Official(name=name, country=country, title=_printed(title), at=at))
    if world.code(country) in LATE or role in _LATE_ROLES:
        return tally.refuse("a page that was late: name read, office not", at, f"{title} {row['person']}")
    period = Period(seen=day, as_of=day)
    office = Fact(
        subject=ident, relation=Relation.HOLDS_OFFICE, object=country, role=role, title=_printed(title), period=period,
        source=SOURCE,
    )  # fmt: skip
    person.facts.append(office)
    return None


def _day(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None


def _role(title: str, code: str | None, world: World) -> str | None:
    if _LEFT_OUT.search(title) or re.search(r"\bII\b", title):
        return None
    if title.startswith("Secretary of State") and code not in ("US", "GB"):
        return None  # a junior minister elsewhere
    if code == "CN" and _HONG_KONG.match(title):
        return None
    if title in ("Chief Executive", "CEO"):
        return "governor" if code in ("HK", "MO") else None
    return world.role(title)


def _printed(title: str) -> str:
    title = title.replace("Permanent Representative to the UN, New York", "Permanent Representative to the United Nations")
    title = re.sub(r"\bof (?=(?:Central|National|Central Reserve) Bank\b)", "of the ", title)
    title = title.replace("Premier of State Council", "Premier").replace("Supreme Pontiff, Roman Catholic Church", "Pope")
    return "Emir" if title == "Amir" else title.replace("Ambassador to the US", "Ambassador to the United States")
