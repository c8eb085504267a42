"""Members of the US Congress and presidents from unitedstates/congress-legislators (CC0).

Terms of one chamber and state that follow each other are one tenure. The file is of sitting members: the end of a term
that lies after the newest start in the file has not come, and the tenure is open, known up to that start.
"""

from __future__ import annotations

import re
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
#: days between terms that are one tenure: a Congress begins on 3 January, but its members swear up to four days later
_JOINS = timedelta(days=4)
_KINDS = {
    "sen": ("legislator", "Senator for {}"),
    "rep": ("legislator", "Representative for {}"),
    "prez": ("president", "President"),
    "viceprez": ("vice_president", "Vice President"),
}
#: places whose member of the House has no vote and another title
_NO_VOTE = dict.fromkeys("DC GU AS VI MP".split(), "Delegate for {}") | {"PR": "Resident Commissioner for {}"}
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
_TAIL = re.compile(r"\s*\([^)]*\)$|,? (?:[JS]r\.?|I{2,3}|IV|V)$")
_NICK = re.compile(r"\s*[\"“(][^\"”)]*[\"”)]")


def read(files: Sequence[str], world: World, tally: Tally) -> Iterator[Record]:
    """One record a person. Raises EntityListError where a file is no list of members."""
    tables = [(path, _loaded(path)) for path in files]
    newest = max((start for _, table in tables for person in table for start in _starts(person)), default=date.min)
    country = world.country("US")
    for path, table in tables:
        for number, person in enumerate(table, start=1):
            tally.rows += 1
            at = Place(path=path, line=number)
            try:
                record = _record(person, newest, country, at)
            except (AttributeError, KeyError, TypeError, ValueError) as error:
                tally.refuse("a member whose entry is not as published", at, repr(error))
                continue
            if record is None:
                tally.refuse(f"over before {SINCE}", at, str(person["name"]["last"]))
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


def _starts(person: dict[str, Any]) -> Iterator[date]:
    """The first days of the terms, as far as they can be read."""
    terms = person.get("terms")
    for term in terms if isinstance(terms, list) else ():
        try:
            yield date.fromisoformat(str(term["start"]))
        except (KeyError, TypeError, ValueError):
            continue


def _record(person: dict[str, Any], newest: date, country: str | None, at: Place) -> Record | None:
    names, ids, bio = person["name"], person["id"], person.get("bio", {})
    scheme = next(name for name in ("bioguide", "wikidata", "govtrack") if ids.get(name) or name == "govtrack")
    ident = f"{scheme}:{ids[scheme]}"
    facts = tuple(_facts(person["terms"], ident, newest, country))
    if not facts:
        return None
    name, *forms = _spellings(names, str(ids.get("wikipedia", "")))
    also = f"wikidata:{ids['wikidata']}" if ids.get("wikidata") else ident
    entity = Entity(
        id=ident, name=name, kind=Kind.PERSON, country="US", family=(names["last"],),
        gender={"M": "m", "F": "f"}.get(bio.get("gender", "")),
        forms=tuple(NameForm(text=form, type=FormType.ALIAS) for form in forms),
        born=PartialDate.parse(str(bio["birthday"])) if bio.get("birthday") else None,
        same_as=() if also == ident else (also,), description=_described(facts[-1]), source=SOURCE,
    )  # fmt: skip
    return Record(entity=entity, facts=facts, at=at)


def _spellings(names: dict[str, str], article: str) -> Iterator[str]:
    """The name that the member goes by, and then the others.

    That is the title of the encyclopedia article, which drops first names that nobody uses (``H. Morgan Griffith``), or else
    the nickname with the family name. ``Jr.``, ``III`` and a nickname in quotation marks are left out.
    """
    last = names["last"]
    first = names["first"].partition(" (")[0]
    plain, nick = f"{first} {last}", f"{names.get('nickname', first)} {last}"
    known = _bare(article)
    formal = _bare(names.get("official_full", ""))
    best = [text for text in (known, nick) if len(text.split()) > 1 and key(text).endswith(key(last))]
    seen: set[str] = set()
    for text in (best[0] if best else plain, nick, plain, formal):
        if text and key(text) not in seen:
            seen.add(key(text))
            yield text


def _bare(text: str) -> str:
    return _NICK.sub("", _TAIL.sub("", _TAIL.sub("", text))).strip()


def _described(fact: Fact) -> str:
    period = fact.period
    if period.end is None:
        return f"{fact.title} (since {period.start and period.start.year}), US politician"
    return f"{fact.title} ({period.start and period.start.year}–{period.end.year}), US politician"


def _facts(terms: list[dict[str, Any]], ident: str, newest: date, country: str | None) -> Iterator[Fact]:
    """The tenures, oldest first. Raises KeyError or ValueError for a term of an unknown kind, state or date."""
    tenures: list[tuple[str, str, date, date]] = []
    for term in terms:
        role, title = _title(term)
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
                subject=ident, relation=Relation.HOLDS_OFFICE, object=country, role=role, title=title, period=period,
                source=SOURCE,
            )  # fmt: skip


def _title(term: dict[str, Any]) -> tuple[str, str]:
    role, title = _KINDS[term["type"]]
    if "{}" not in title:
        return role, title
    if term["type"] == "rep":
        title = _NO_VOTE.get(term["state"], title)
    return role, title.format(_STATES[term["state"]])
