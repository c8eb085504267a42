"""Heads of state and government and ambassadors from the CIA World Factbook's history (public domain).

Two tables: office holders with ``since``, ``first_seen`` and ``last_seen`` (a year for annual editions, a day for later ones),
and the same with family names in capitals, which is read for those only. A ``since`` resets when a holder is appointed anew,
and an edition lags behind the news, so that sightings that join up are one tenure and ``last_seen`` is no end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from rapidfuzz import fuzz

from copydesk.core.dates import PartialDate, Period
from copydesk.core.entity import Entity, Fact, FormType, Kind, NameForm, Relation
from copydesk.entities.records import Record, Tally, World
from copydesk.entities.resolving import same_name
from copydesk.entities.schema import Place
from copydesk.entities.sources.cia_names import PersonName, cleaned, slug
from copydesk.entities.sources.opening import rows
from copydesk.entities.tenures import extent, join
from copydesk.names.forms import key

SOURCE = "CIA World Factbook"
#: tenures that were over before this year are left out
SINCE = 2000
#: token-sorted edit ratio (0 to 100) from which two names with one "since" date in one office are one person's
NEAR = 70.0
_LICENCE = "its licence is unclear"
#: titles of heads of state and government, and the role and printed title they stand for
_HEADS = {
    "president": ("president", "President"),
    "president of the republic": ("president", "President"),
    "prime minister": ("prime_minister", "Prime Minister"),
    "premier": ("prime_minister", "Prime Minister"),
    "chancellor": ("prime_minister", "Chancellor"),
    "taoiseach": ("prime_minister", "Taoiseach"),
    "president of the government": ("prime_minister", "Prime Minister"),
    "chairman of the council of ministers": ("prime_minister", "Prime Minister"),
    "minister of state": ("prime_minister", "Minister of State"),
    "king": ("monarch", "King"),
    "queen": ("monarch", "Queen"),
    "amir": ("monarch", "Emir"),
    "emir": ("monarch", "Emir"),
    "sultan": ("monarch", "Sultan"),
    "emperor": ("monarch", "Emperor"),
    "grand duke": ("monarch", "Grand Duke"),
    "prince": ("monarch", "Prince"),
    "pope": ("religious_leader", "Pope"),
    "supreme leader": ("supreme_leader", "Supreme Leader"),
    "governor general": ("governor", "Governor General"),
    "vice president": ("vice_president", "Vice President"),
    "first vice president": ("vice_president", "First Vice President"),
    "second vice president": ("vice_president", "Second Vice President"),
    "deputy prime minister": ("deputy_prime_minister", "Deputy Prime Minister"),
    "first deputy prime minister": ("deputy_prime_minister", "First Deputy Prime Minister"),
    "vice premier": ("deputy_prime_minister", "Vice Premier"),
    "chief executive": ("governor", "Chief Executive"),
}
#: titles whose meaning depends on the country
_ONLY = {"minister of state": {"MC"}, "chief executive": {"HK", "MO"}, "prince": {"MC", "LI"}, "chancellor": {"AT", "DE"}}
_TAIL = (
    " of the",
    " of",
    ", dr.",
    " dr.",
    " sir",
    " dame",
    " sheikh",
    " shaykh",
    " lt. gen.",
    " gen.",
    " col.",
    " prof.",
    " maj. gen.",
)


def read(files: Sequence[str], world: World, tally: Tally) -> Iterator[Record]:
    """One record a person and country, with the tenures of each office."""
    surnames: dict[str, str] = {}
    people: dict[tuple[str, str], _Person] = {}
    tables = [(path, list(rows(path))) for path in files]
    for _, table in tables:
        for _, row in table:
            if row.get("surname_caps"):
                surnames.setdefault(key(row["name"]), row["surname_caps"])
    for _, table in tables:
        if not table or "surname_caps" in table[0][1]:
            continue
        for at, row in table:
            tally.rows += 1
            _take(row, at, world, tally, surnames, people)
    for person in _one_each(people):
        if record := person.record():
            yield record
        else:
            tally.refuse(f"over before {SINCE}", person.at, person.name)


def _take(
    row: dict[str, str], at: Place, world: World, tally: Tally, surnames: dict[str, str], people: dict[tuple[str, str], _Person]
) -> None:
    if row["source"] == "REIGN":
        return tally.refuse(_LICENCE, at, row["name"])
    if row["source"] == "cia-world-leaders":
        return tally.refuse("read from its own file", at, row["name"])
    country = world.country(row["country"])
    if country is None:
        return tally.refuse("no country of the list", at, row["country"])
    name = cleaned(row["name"])
    if name is None:
        return tally.refuse("not plainly one name", at, f"{row['title']} {row['name']}")
    post = _post(row, country, world)
    if post is None:
        return tally.refuse("not plainly one office", at, f"{row['title']} {row['name']}")
    try:
        period = _period(row)
    except ValueError as error:
        return tally.refuse("a date that cannot be", at, str(error))
    role, title, of = post
    fact = Fact(subject="", relation=Relation.HOLDS_OFFICE, object=of, role=role, title=title, period=period, source=SOURCE)
    national = world.country("US") if row["role"] == "us_amb" else country
    ident = f"cia:{national}/{slug(name.name)}"
    if (str(national), ident) not in people:
        people[str(national), ident] = _Person(ident, name, world.code(str(national)), at)
    people[str(national), ident].saw(fact, surnames.get(key(row["name"])) or name.family)
    return None


def _post(row: dict[str, str], country: str, world: World) -> tuple[str, str, str] | None:
    """Role, printed title and body of a row."""
    title = row["title"].lower().strip(" ,")
    if row["role"] in ("us_amb", "amb_to_us"):
        if title != "ambassador":
            return None
        us = world.country("US")
        if us is None:
            return None
        if row["role"] == "us_amb":
            return "ambassador", f"Ambassador to {_printed(row['country'])}", us
        return "ambassador", "Ambassador to the United States", country
    for tail in _TAIL:
        title = title.removesuffix(tail)
    title = title.replace("governor-general", "governor general")
    if title in _ONLY and world.code(country) not in _ONLY[title]:
        return None
    if title == "president" and row["role"] == "head_of_government" and world.code(country) in ("ES", "IT", "CH"):
        return None
    found = _HEADS.get(title)
    return None if found is None else (*found, country)


def _printed(country: str) -> str:
    head, comma, rest = country.partition(", ")
    return f"{rest} {head}" if comma else country


def _period(row: dict[str, str]) -> Period:
    start = PartialDate.parse(row["since"]) if row["since"] else None
    first, last = PartialDate.parse(row["first_seen"]), PartialDate.parse(row["last_seen"])
    if start is not None and start.first > last.last:
        raise ValueError(f"since {start}, last seen {last}")
    return Period(start=start, seen=None if start else first, as_of=last)


def _one_each(people: dict[tuple[str, str], _Person]) -> Iterator[_Person]:
    """The people, spellings of one holder of one office at one time joined to the one seen last."""
    by_post: dict[tuple[object, ...], list[_Person]] = {}
    for person in people.values():
        for post in person.posts():
            by_post.setdefault(post, []).append(person)
    gone: set[str] = set()
    for person in people.values():
        rivals = dict.fromkeys(other for post in person.posts() for other in by_post[post])
        for other in rivals:
            if other is not person and not gone & {person.ident, other.ident} and person.is_spelling_of(other):
                kept, lost = sorted((person, other), key=lambda item: item.last_seen, reverse=True)
                kept.take_over(lost)
                gone.add(lost.ident)
    return (person for person in people.values() if person.ident not in gone)


class _Person:
    """The offices of one person of one country, gathered row by row."""

    def __init__(self, ident: str, name: PersonName, country: str | None, at: Place) -> None:
        self.ident, self.name, self.country, self.at = ident, name.name, country, at
        self._family: str | None = None
        self._facts: list[Fact] = []
        self._others: dict[str, None] = {}

    @property
    def last_seen(self) -> date:
        """The last day on which an edition has the person in office."""
        return max(extent(fact.period)[1] for fact in self._facts)

    def posts(self) -> set[tuple[object, ...]]:
        """The offices held."""
        return {(fact.role, fact.object, fact.title) for fact in self._facts}

    def is_spelling_of(self, other: _Person) -> bool:
        """Whether two hold one office from one day, or at one time under an accepted spelling of one name."""
        pairs = [
            (fact, own)
            for fact in self._facts
            for own in other._facts
            if (fact.role, fact.object, fact.title) == (own.role, own.object, own.title)
        ]
        near = fuzz.token_sort_ratio(key(self.name), key(other.name)) >= NEAR
        if any(fact.period.start == own.period.start is not None for fact, own in pairs) and near:
            return True
        same = same_name(_bare(self.name), _bare(other.name))
        return same and any(join([own], fact) is not None for fact, own in pairs)

    def take_over(self, other: _Person) -> None:
        """Take the facts and the spelling of another."""
        self._others.update({other.name: None, **other._others})
        self._family = self._family or other._family
        for fact in other._facts:
            self.saw(fact, None)

    def saw(self, fact: Fact, family: str | None) -> None:
        """Take a row."""
        fact = replace(fact, subject=self.ident)
        self._family = self._family or family
        same = [own for own in self._facts if (own.role, own.object, own.title) == (fact.role, fact.object, fact.title)]
        joined = join(same, fact)
        self._facts = [own for own in self._facts if own not in same] + (joined if joined is not None else [*same, fact])

    def record(self) -> Record | None:
        """The person with the tenures that touch `SINCE` or later; None where there is none."""
        facts = tuple(fact for fact in self._facts if (fact.period.as_of or PartialDate(1)).year >= SINCE)
        if not facts:
            return None
        family = _family(self.name, self._family, self.country)
        return Record(
            entity=Entity(
                id=self.ident, name=self.name, kind=Kind.PERSON, country=self.country, family=family,
                description=_description(facts), source=SOURCE,
                forms=tuple(NameForm(text=name, type=FormType.ALIAS) for name in self._others if key(name) != key(self.name)),
            ),
            facts=facts,
            at=self.at,
        )  # fmt: skip


#: countries where the family name stands first, and where people have none or it cannot be told
_FIRST = frozenset("CN TW KR KP VN KH HK MO SG".split())
_COMPOUND = frozenset("bin bint ibn al ould de da dos la".split())
_UNTOLD = frozenset("MM ET ER ID IS MN BT LK TH LA MY BN TL".split())


def _family(name: str, marked: str | None, country: str | None) -> tuple[str, ...]:
    """The part that stands alone on second mention, as far as it can be told."""
    if marked is not None:
        own = cleaned(marked)
        text = own.name if own else marked.title()
        return (text,) if key(text) in key(name) else ()
    words = name.split()
    if country in _UNTOLD or len(words) < 2:
        return ()
    if country in _FIRST:
        return (words[0],)
    return (
        ()
        if any(word.lower() in ("bin", "bint", "ibn", "al", "ould", "de", "da", "dos", "la") for word in words)
        else (words[-1],)
    )


def _bare(name: str) -> Entity:
    return Entity(id="", name=name, kind=Kind.PERSON)


def _description(facts: Sequence[Fact]) -> str:
    last = max(facts, key=lambda fact: str(fact.period.as_of))
    return str(last.title)
