"""Heads of state and government and ambassadors from the CIA World Factbook's history (public domain).

Two tables. The first has office holders with ``since``, ``first_seen`` and ``last_seen``: a year for annual editions, a day for
the later ones that were kept day by day. The second has the later ones once more with names as printed, family names in
capitals; where it is given they are read from there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from copydesk.core.dates import PartialDate
from copydesk.core.entity import Entity, Fact, FormType, Kind, NameForm, Relation
from copydesk.entities.records import Record, Tally, World
from copydesk.entities.schema import Place
from copydesk.entities.sources.cia_names import PersonName
from copydesk.entities.sources.factbook_people import Person, families, gathered
from copydesk.entities.sources.factbook_posts import Post, ambassador, head
from copydesk.entities.sources.factbook_tenures import Sighting, Tenure, settled, tenures
from copydesk.entities.sources.opening import rows

SOURCE = "CIA World Factbook"
#: tenures that were over before this year are left out
SINCE = 2000
#: days until which old editions were repeated, with the day after which no new one was kept
REPEATED = {date(2016, 11, 6): date(2015, 11, 29), date(2020, 11, 23): date(2017, 3, 29)}
#: an edition was written when so many "since" dates in it had come; a few later ones may be misprints
LATEST = 5
_DAILY = "factbook.json-history"
#: the first annual edition that the daily ones hold as a whole; letters with marks were lost in it
_HELD = "2018"
#: territories whose head of state is that of the country they belong to, told again
_UNDER = frozenset({"Puerto Rico"})
_ELSEWHERE = {"REIGN": "licence unclear", "cia-world-leaders": "read from its own file"}


def read(files: Sequence[str], world: World, tally: Tally) -> Iterator[Record]:
    """One record a person and country, with the tenures of each office."""
    tables = [list(rows(path)) for path in files]
    everything = [(at, row) for table in tables for at, row in table]
    daily = any("surname_caps" in row for _, row in everything[-1:] + everything[:1])
    editions = _editions([row for _, row in everything])
    seen: list[tuple[str, PersonName, Sighting]] = []
    for at, row in everything:
        tally.rows += 1
        found = _sighting(row, at, world, editions, daily)
        if isinstance(found, str) or found[2].post.acting:
            tally.refuse(found if isinstance(found, str) else "acting or interim", at, f"{row['title']} {row['name']}")
        if not isinstance(found, str):
            seen.append(found)
    people = gathered(seen, families(seen))
    facts = _facts(people, tally)
    for number, person in enumerate(people):
        if number in facts:
            yield _record(person, facts[number], world)
        elif not all(sighting.post.acting for sighting in person.sightings):
            tally.refuse(f"nothing left of a person, or over before {SINCE}", person.at, person.name)


def _sighting(
    row: dict[str, str], at: Place, world: World, editions: dict[int, PartialDate], daily: bool
) -> tuple[str, PersonName, Sighting] | str:
    """The country of the holder, the holder and the sighting of a row, or the reason why it is refused."""
    source = row.get("source", _DAILY)
    if source in _ELSEWHERE:
        return _ELSEWHERE[source]
    if daily and "surname_caps" not in row and (source == _DAILY or row["first_seen"] >= _HELD):
        return "read from the table with names as printed"
    if row["country"] in _UNDER and row["role"] == "chief_of_state":
        return "head of state of the country that the territory belongs to"
    country, us = world.country(row["country"]), world.country("US")
    if country is None or us is None:
        return "no country of the list"
    found = _post(row, country, us, world)
    if isinstance(found, str):
        return found
    post, name = found
    try:
        since, first, last = _dates(row, editions)
    except ValueError:
        return "a date that cannot be"
    home = us if row["role"] == "us_amb" else country
    return home, name, Sighting(post=post, since=since, first=first, last=last, at=at)


def _post(row: dict[str, str], country: str, us: str, world: World) -> tuple[Post, PersonName] | str:
    text = " ".join(f"{row['title']} {row['name']}".split())
    if row["role"] in ("us_amb", "amb_to_us"):
        return ambassador(text, row["country"], country, us, sent=row["role"] == "us_amb")
    return head(text, row["country"], country, world, government=row["role"] == "head_of_government")


def _dates(row: dict[str, str], editions: dict[int, PartialDate]) -> tuple[PartialDate | None, PartialDate, PartialDate]:
    """``since``, first and last sighting. Raises ValueError where they are no dates or cannot all be right."""
    since = PartialDate.parse(row["since"]) if row["since"] else None
    first, last = PartialDate.parse(row["first_seen"]), PartialDate.parse(row["last_seen"])
    if since is not None and since.first > last.last:
        raise ValueError(f"since {since}, last seen {last}")
    kept = REPEATED.get(last.last)
    if kept is not None and first.last <= kept:
        last = PartialDate.of(kept)
    if last.precision == "year":
        first, last = editions.get(first.year, first), editions.get(last.year, last)
    return since, first, last


def _editions(table: Sequence[dict[str, str]]) -> dict[int, PartialDate]:
    """The month in which each annual edition was written, told by the latest "since" dates that came in with it."""
    since: dict[int, list[str]] = defaultdict(list)
    for row in table:
        year = row["first_seen"]
        if year.isdigit() and row["since"][:4] == year and len(row["since"]) == len("2012-12-22"):
            since[int(year)].append(row["since"])
    months = {year: sorted(days)[-LATEST][: len("2012-12")] for year, days in since.items() if len(days) >= 4 * LATEST}
    return {year: PartialDate.parse(month) for year, month in months.items()}


def _facts(people: Sequence[Person], tally: Tally) -> dict[int, list[Fact]]:
    """The facts of each person, by index. A post's tenures are settled together."""
    seen: dict[tuple[str, str], list[tuple[int, Sighting]]] = defaultdict(list)
    for at, person in enumerate(people):
        for sighting in person.sightings:
            seen[sighting.post.of, sighting.post.key].append((at, sighting))
    facts: dict[int, list[Fact]] = defaultdict(list)
    for post in seen.values():
        of = {who: [sighting for other, sighting in post if other == who] for who, _ in post}
        stand, fall = settled([tenure for who, own in of.items() for tenure in tenures(who, own, post)])
        for tenure in fall:
            tally.refuse("another holder at the same time", tenure.at, f"{tenure.post.title} {people[tenure.person].name}")
        for tenure in stand:
            if tenure.last.year >= SINCE and not tenure.post.acting:
                facts[tenure.person].append(_fact(tenure))
    return facts


def _fact(tenure: Tenure) -> Fact:
    post = tenure.post
    return Fact(
        subject="", relation=Relation.HOLDS_OFFICE, object=post.of, role=post.role, title=post.title, period=tenure.period,
        source=SOURCE,
    )  # fmt: skip


def _record(person: Person, facts: Sequence[Fact], world: World) -> Record:
    country = world.code(person.home)
    forms = [NameForm(text=name, type=FormType.ALIAS) for name in person.aliases]
    forms += [NameForm(text=name, type=FormType.FOREIGN) for name in person.older]
    entity = Entity(
        id=person.ident, name=person.name_in(country), kind=Kind.PERSON, country=country, family=person.family_in(country),
        description=str(max(facts, key=lambda fact: fact.period.as_of.last if fact.period.as_of else date.min).title),
        source=SOURCE, forms=tuple(forms),
    )  # fmt: skip
    ordered = sorted(facts, key=lambda fact: (str(fact.period.start or fact.period.seen), str(fact.title)))
    return Record(entity=entity, facts=tuple(replace(fact, subject=person.ident) for fact in ordered), at=person.at)
