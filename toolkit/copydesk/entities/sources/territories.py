"""Countries and territories: their names in sixteen languages (Unicode CLDR), GeoNames' table and OpenSanctions rigour."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rapidfuzz import fuzz

from copydesk.core.entity import Entity, FormType, Kind, NameForm
from copydesk.entities.records import Record, Tally, World
from copydesk.entities.schema import Place
from copydesk.entities.sources.opening import lines
from copydesk.entities.sources.scripts_of import Script, distinct, script
from copydesk.names.forms import key

SOURCE = "Unicode CLDR; GeoNames (CC BY 4.0); OpenSanctions rigour"
#: edit ratio (0 to 100) to an English name from which an odd Latin spelling is more likely a slip than another language
SLIP = 70.0

#: codes of the table that stand for nothing that exists
_GONE = frozenset({"AN", "CS"})
_TWO_LETTERS = re.compile("[A-Z]{2}")
_ASIDE = re.compile(r"[(（\[{<>,;/\d]")
_ACRONYM = re.compile(r"[A-Z]{2,4}")
#: words of official names, of which an English one is made
_GOVERNMENT = frozenset(
    "the of and republic kingdom state states federation federal union united islamic democratic socialist people's peoples"
    " arab plurinational bolivarian cooperative co-operative principality sultanate commonwealth independent grand duchy"
    " hashemite oriental eastern special administrative region territory collectivity emirate".split()
)
#: jests and mistakes of the source
_NEVER = frozenset(
    {"Best Korea", "Aquaserbia", "CAR", "Estonian", "Iraki", "Magyar", "Turkmen", "Lietuvių kalba", "Jamiaca Island",
     "Trinidad", "Tobago", "Jan Mayen", "Svalbard"}
)  # fmt: skip


@dataclass(slots=True, kw_only=True)
class _Territory:
    """What the files say of one code, gathered."""

    at: Place
    capital: str = ""
    #: English names, the best first
    english: list[str] = field(default_factory=list)
    official: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)
    foreign: list[tuple[str, str]] = field(default_factory=list)
    same_as: list[str] = field(default_factory=list)


def read(files: Sequence[str], world: World, tally: Tally) -> Iterator[Record]:
    """One record a country or territory of ISO 3166 (and Kosovo), by code: ``iso:AM``.

    The files are told apart by name: ``*countryInfo*`` says which codes there are, ``*.territories.json`` are CLDR's names by
    language, ``*.jsonl`` is rigour's list.
    """
    found: dict[str, _Territory] = {}
    for path in sorted(files, key=_turn):
        reader = _table if "countryInfo" in Path(path).name else _rigour if path.endswith(".jsonl") else _cldr
        reader(path, found, tally)
    for code in sorted(found):
        if found[code].english:
            yield Record(entity=_entity(code, found[code], world), at=found[code].at)
        else:
            tally.refuse("a code without an English name", found[code].at, code)


def _turn(path: str) -> tuple[int, str]:
    name = Path(path).name
    return (0 if "countryInfo" in name else 1 if name.startswith("en.") else 2 if name.endswith(".json") else 3, name)


def _table(path: str, found: dict[str, _Territory], tally: Tally) -> None:
    for at, line in lines(path):
        cells = line.rstrip("\r\n").split("\t")
        if line.startswith("#") or not line.strip():
            continue
        tally.rows += 1
        if len(cells) < 17 or not _TWO_LETTERS.fullmatch(cells[0]):
            tally.refuse("not a row of the country table", at, line)
        elif cells[0] in _GONE:
            tally.refuse("a country that is no more", at, cells[0])
        else:
            one = found.setdefault(cells[0], _Territory(at=at))
            one.capital = cells[5]
            one.official += [cells[4].removeprefix("The ")]
            one.same_as += [f"geonames:{cells[16]}"] if cells[16].isdigit() and cells[16] != "0" else []


def _cldr(path: str, found: dict[str, _Territory], tally: Tally) -> None:
    at = Place(path=path, line=1)
    try:
        (lang, main), *_ = json.loads("".join(line for _, line in lines(path)))["main"].items()
        names = main["localeDisplayNames"]["territories"].items()
    except (ValueError, KeyError, AttributeError, TypeError):
        tally.refuse("not a CLDR file of territories", at)
        return
    for label, text in names:
        tally.rows += 1
        code, _, variant = label.partition("-")
        if code not in found:
            tally.refuse("not a country or territory", at, label)
        elif lang != "en":
            found[code].foreign.append((lang.partition("-")[0], str(text)))
        elif variant == "alt-short" and (" SAR " in found[code].english[0] or "(" in found[code].english[0]):
            found[code].english.insert(0, str(text))
        else:
            found[code].english.append(str(text).replace(" & ", " and "))


def _rigour(path: str, found: dict[str, _Territory], tally: Tally) -> None:
    for at, line in lines(path):
        tally.rows += 1
        try:
            row = json.loads(line)
            code = str(row["code"]).upper()
            names = [str(row["name"]), str(row["full_name"])]
            strong = [str(name) for name in row["names_strong"]]
        except (ValueError, KeyError, TypeError):
            tally.refuse("not a row of territories", at, line)
            continue
        if code not in found:
            tally.refuse("not a country or territory", at, code)
            continue
        found[code].official += [name.removeprefix("The ") for name in names]
        found[code].other += strong
        found[code].same_as += [f"wikidata:{row['qid']}"] if row.get("qid") else []


def _entity(code: str, one: _Territory, world: World) -> Entity:
    # "Congo - Kinshasa" is no newsroom's name
    names = [name for name in (*one.english, *one.official) if " - " not in name and not _ASIDE.search(name)]
    name = names[0] if names else one.english[0]
    return Entity(
        id=f"iso:{code}",
        name=name,
        kind=Kind.PLACE,
        country=code,
        forms=distinct(name, (*_english(name, names, one), *_others(one, names, world), *_foreign(one))),
        description="country or territory",
        source=SOURCE,
        same_as=tuple(dict.fromkeys(one.same_as)),
    )


def _english(name: str, names: Sequence[str], one: _Territory) -> Iterator[NameForm]:
    """The other English names, official names made of government words and the name, and acronyms."""
    for text in names:
        yield NameForm(text=text, type=FormType.ACRONYM if _ACRONYM.fullmatch(text) else FormType.ALIAS)
    for text in one.other:
        if text in _NEVER or _ASIDE.search(text):
            continue
        if _ACRONYM.fullmatch(text):
            yield NameForm(text=text, type=FormType.ACRONYM)
        elif text[:1].isupper() and not text.isupper() and text.isascii() and _is_official(text, [name, *names]):
            yield NameForm(text=text, type=FormType.ALIAS)


def _is_official(text: str, names: Sequence[str]) -> bool:
    words = set(key(text).split())
    government = {word for item in _GOVERNMENT for word in key(item).split()}
    return any(set(key(name).split()) <= words <= set(key(name).split()) | government for name in names)


def _others(one: _Territory, names: Sequence[str], world: World) -> Iterator[NameForm]:
    """Names in other languages without saying which; slips, capitals and names of something else are left out."""
    for text in one.other:
        if text in _NEVER or _ASIDE.search(text) or not text[:1].isupper() or text.isupper():
            continue
        if script(text) is not Script.LATIN or text in {one.capital, "Gaza", "West Bank", "Gaza Strip", "Tahiti"}:
            continue
        if any(fuzz.ratio(key(text), key(name)) >= SLIP for name in names) and text.isascii():
            continue
        if (world.country(text) or world.body(text)) is None:
            yield NameForm(text=text, type=FormType.FOREIGN)


def _foreign(one: _Territory) -> Iterator[NameForm]:
    for lang, text in one.foreign:
        if not _ASIDE.search(text) and " - " not in text:
            yield NameForm(text=text, type=FormType.FOREIGN if script(text) is Script.LATIN else FormType.NATIVE, lang=lang)
