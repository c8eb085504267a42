"""First-level regions and armed groups from the lists in the CIA World Factbook's history (public domain).

The Factbook writes regions as one sentence: a count, then names with administrative centres in parentheses, other names in
brackets and marks of rank. Only the newest edition of a country is read, and only names that are plain after cleaning are
taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copydesk.core.dates import PartialDate, Period
from copydesk.core.entity import Entity, Fact, FormType, Kind, NameForm, Relation
from copydesk.entities.records import Record, Tally, World
from copydesk.entities.schema import Place
from copydesk.entities.sources.cia_names import slug
from copydesk.entities.sources.opening import rows
from copydesk.names.common import zipf
from copydesk.names.forms import key

SOURCE = "CIA World Factbook"
LONGEST = 40
_NAME = re.compile(r"[A-Z][^\W\d_]*(?:[ '’-][^\W\d_]+)*\.?")
_NOTE = re.compile(r"\bnote:|\bnote -|\bfollowed by|\bsee note", re.IGNORECASE)
_LIST = re.compile(r"[;:]\s")
_BRACKETS = re.compile(r"\s*\[([^\]]*)\]")
_PARENTHESES = re.compile(r"\s*\([^)]*\)")
_ACRONYM = re.compile(r"\(([A-Z][A-Z-]{2,9})\)")
_GROUP = re.compile(r"(?:al-)?[A-Z][\w'’ -]{4,59}")
#: what is left of sentences, and branches named after the whole
_NO_GROUP = re.compile(
    r"\b(?:aligned|groups|has|mainly|reportedly|designated|elements|supporters|in the|of Iraq and ash-Sham.)\b"
)
#: words per billion, as a logarithm, from which a region's name is an everyday word: Western, Lakes
COMMON = 3.65
#: what a sentence about regions has that a list of them has not
_PROSE = re.compile(r"\b(?:none|municipalit|divided|administrative|there are|districts and|no first-order)\b", re.IGNORECASE)


def read(files: Sequence[str], world: World, tally: Tally) -> Iterator[Record]:
    """Regions by country in the order of the file, then armed groups."""
    newest: dict[tuple[str, str], tuple[str, Place, str]] = {}
    for path in files:
        for at, row in rows(path):
            if row["field"] not in ("admin_divisions", "terror_groups"):
                continue
            tally.rows += 1
            known = newest.get((row["country"], row["field"]))
            if known is None or row["last_seen"] > known[2]:
                newest[row["country"], row["field"]] = (row["text"], at, row["last_seen"])
    groups: dict[str, Record] = {}
    for (name, field), (text, at, seen) in newest.items():
        country = world.country(name)
        if country is None:
            tally.refuse("no country of the list", at, name)
        elif field == "admin_divisions":
            yield from _regions(text, seen, country, world, tally, at)
        else:
            for record in _groups(text, at, tally):
                groups.setdefault(record.entity.id, record)
    yield from groups.values()


def _regions(text: str, seen: str, country: str, world: World, tally: Tally, at: Place) -> Iterator[Record]:
    text = _NOTE.split(text)[0]
    _, mark, rest = text.partition(";") if ";" in text else text.partition(":")
    if not mark or _PROSE.search(rest):
        return tally.refuse("no plain list of regions", at, text)
    code = str(world.code(country))
    period = Period(seen=PartialDate.parse(seen), as_of=PartialDate.parse(seen))
    for item in _split(rest):
        other = _BRACKETS.search(item)
        name = _PARENTHESES.sub("", _BRACKETS.sub("", item)).replace("*", "").strip(" ,.;'")
        if not _NAME.fullmatch(name) or len(name) > LONGEST or world.country(name) is not None:
            tally.refuse("no plain name of a region", at, item)
            continue
        if zipf(name) >= COMMON:
            tally.refuse("a common word", at, item)
            continue
        ident = f"cia:region/{code}/{slug(name)}"
        alias = other.group(1).strip() if other and _NAME.fullmatch(other.group(1).strip()) else None
        yield Record(
            entity=Entity(
                id=ident, name=name, kind=Kind.PLACE, country=code, description=f"region of {_printed(country)}", source=SOURCE,
                forms=(NameForm(text=alias, type=FormType.ALIAS),) if alias and key(alias) != key(name) else (),
            ),
            facts=(
                Fact(subject=ident, relation=Relation.LOCATED_IN, object=country, period=period, source=SOURCE),
            ),
            at=at,
        )  # fmt: skip


def _split(text: str) -> list[str]:
    """The items of a list, with commas inside parentheses and brackets left alone, and the last ``and`` taken off."""
    items, depth, item = [], 0, ""
    for char in text:
        depth += (char in "([") - (char in ")]")
        if char in ",;" and depth <= 0:
            items.append(item)
            item = ""
        else:
            item += char
    return [re.sub(r"^(?:and|the)\s+", "", part.strip()) for part in (*items, item) if part.strip()]


def _printed(country: str) -> str:
    return country.replace("-", " ").title()


def _groups(text: str, at: Place, tally: Tally) -> Iterator[Record]:
    for item in _split(re.sub(r"\(\d{4}\)", "", _NOTE.split(text)[0])):
        acronym = _ACRONYM.search(item)
        name = _PARENTHESES.sub("", item).strip(" .;")
        if not _GROUP.fullmatch(name) or _NO_GROUP.search(name):
            tally.refuse("no plain name of a group", at, item)
            continue
        forms = (NameForm(text=acronym.group(1), type=FormType.ACRONYM),) if acronym and acronym.group(1).isalpha() else ()
        yield Record(
            entity=Entity(
                id=f"cia:group/{slug(name)}", name=name, kind=Kind.ORGANIZATION, forms=forms, description="armed group",
                source=SOURCE,
            ),
            at=at,
        )  # fmt: skip
