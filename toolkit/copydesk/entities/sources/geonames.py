"""Cities of GeoNames (``cities15000.txt``, CC BY 4.0): names, other spellings, native forms, the country they lie in."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from anyascii import anyascii
from rapidfuzz import fuzz

from copydesk.core.dates import PartialDate, Period
from copydesk.core.entity import Entity, Fact, FormType, Kind, NameForm, Relation
from copydesk.entities.records import Record, Tally, World
from copydesk.entities.schema import Place
from copydesk.entities.sources.opening import lines
from copydesk.entities.sources.placenames import CYRILLIC, LONGEST, TURNED, english
from copydesk.entities.sources.scripts_of import NOT_LATIN, Script, distinct, native, script
from copydesk.names.common import zipf
from copydesk.names.forms import key

SOURCE = "GeoNames (CC BY 4.0)"
#: inhabitants from which a section of a city is worth a record, and a city native forms
LARGE = 100_000
#: spellings of other languages that a large and a small city keep, and native forms of one script
MOST, FEWER, MOST_NATIVE = 4, 2, 2
#: edit ratio (0 to 100) to the name below which an alternate of a small city is another name, often of another place
NEAR = 55.0
#: Zipf frequency from which a short and a longer spelling is an English word before it is a city
WORD, LONG_WORD = 3.65, 4.0
#: and from which a small town is not worth the doubt: Of, Police
COMMON = 4.3
#: and from which English knows the spelling, whatever the name is like where a city has so many inhabitants
USED, HUGE = 2.2, 500_000

_COLUMNS = 19
#: languages that news is translated from most, which go before others of the same script
_READ = frozenset("ar fa ru uk zh ja ko he hy ka el".split())
_SEATS = frozenset({"PPLA", "PPLC"})
#: gone or never lived in: historical, abandoned, destroyed
_GONE = frozenset({"PPLH", "PPLQ", "PPLW"})
#: country and first-level division whose belonging is contested between states; an empty division is the whole country
_CONTESTED = {
    ("UA", "11"): "Crimea", ("UA", "20"): "Crimea", ("UA", "05"): "Donetsk region", ("UA", "14"): "Luhansk region",
    ("UA", "26"): "Zaporizhzhia region", ("UA", "08"): "Kherson region", ("GE", "02"): "Abkhazia", ("MD", "58"): "Transnistria",
    ("XK", ""): "Kosovo", ("EH", ""): "Western Sahara", ("IN", "12"): "Kashmir", ("IN", "41"): "Ladakh",
    ("PK", "06"): "Kashmir", ("PK", "07"): "Kashmir", ("IL", "WE"): "West Bank", ("PS", "WE"): "West Bank",
    ("CY", "02"): "Northern Cyprus",
    ("IN", "30"): "Arunachal Pradesh",
}  # fmt: skip
#: single cities, by their number: Tskhinvali, Bender, Famagusta, Shusha, Jerusalem
_CONTESTED_CITIES = frozenset({"611403", "618605", "146617", "586429", "281184"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _City:
    """The columns that are used."""

    number: str
    name: str
    ascii: str
    alternates: tuple[str, ...]
    feature: str
    country: str
    division: str
    population: int
    edited: str

    @property
    def large(self) -> bool:
        return self.population >= LARGE


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """Who else is called so: other entities, and the inhabitants of the largest city by the key of its name."""

    world: World
    largest: Mapping[str, int]

    def belongs_elsewhere(self, text: str, name: str, population: int) -> bool:
        """Whether the text means another, better known place first."""
        if self.largest.get(key(text), 0) > population or self.world.country(text) is not None:
            return True
        return self.world.body(text) not in (None, self.world.body(name))


def read(files: Sequence[str], world: World, tally: Tally) -> Iterator[Record]:
    """The cities of GeoNames exports (tab separated, ``.gz`` or plain), one record each, in file order."""
    largest: dict[str, int] = {}
    for _, line in _lines(files):
        if (city := _city(line)) is not None:
            largest[key(city.name)] = max(largest.get(key(city.name), 0), city.population)
    for at, line in _lines(files):
        tally.rows += 1
        record = _record(line, at, _Names(world=world, largest=largest), tally)
        if record is not None:
            yield record


def _lines(files: Sequence[str]) -> Iterator[tuple[Place, str]]:
    return (item for path in files for item in lines(path))


def _record(line: str, at: Place, names: _Names, tally: Tally) -> Record | None:
    city = _city(line)
    if city is None:
        tally.refuse("not a GeoNames row", at, line)
        return None
    name, where = english(city.name, city.ascii, city.country), names.world.country(city.country)
    if reason := _unfit(city, name, where):
        tally.refuse(reason, at, f"{city.name}, {city.country}")
    if name is None or where is None or reason:
        return None
    return Record(entity=_entity(city, name, names), facts=(_located(city, where),), at=at)


def _unfit(city: _City, name: str | None, where: str | None) -> str | None:
    if city.feature == "PPLX" and not city.large:
        return "a small section of a city"
    if city.feature in _GONE:
        return "no longer a place"
    if name is None:
        return "not a plain name"
    if not city.large and name.isalpha() and zipf(name) >= COMMON:
        return "a common word"
    return "unknown country" if where is None else None


def _city(line: str) -> _City | None:
    cells = line.rstrip("\r\n").split("\t")
    if len(cells) != _COLUMNS or not cells[0].isascii() or not cells[0].isdigit() or not cells[14].isdigit():
        return None
    if not re.fullmatch("[A-Z]{2}", cells[8]):
        return None
    return _City(
        number=cells[0], name=_plain(cells[1]), ascii=_plain(cells[2]), feature=cells[7], country=cells[8], division=cells[10],
        alternates=tuple(dict.fromkeys(_plain(item) for item in cells[3].split(",") if item.strip())),
        population=int(cells[14]), edited=cells[18],
    )  # fmt: skip


def _plain(text: str) -> str:
    """Composed letters, single spaces, no invisible characters but the joiners of Persian."""
    kept = (char for char in unicodedata.normalize("NFC", text) if char in "\u200c" or unicodedata.category(char)[0] != "C")
    return " ".join("".join(kept).split())


def _entity(city: _City, name: str, names: _Names) -> Entity:
    return Entity(
        id=f"geonames:{city.number}",
        name=name,
        kind=Kind.PLACE,
        country=city.country,
        forms=distinct(name, _forms(city, name, names)),
        description="part of a city" if city.feature == "PPLX" else "city" if city.large else "town",
        source=SOURCE,
        prominence=round(min(0.9, max(0.05, (math.log10(max(city.population, 1)) - 4) / 3)), 3),
    )


def _located(city: _City, where: str) -> Fact:
    area = _CONTESTED.get((city.country, city.division)) or _CONTESTED.get((city.country, ""))
    contested = area is not None or city.number in _CONTESTED_CITIES
    try:
        edited = PartialDate.parse(city.edited)
    except ValueError:
        edited = None
    return Fact(
        subject=f"geonames:{city.number}",
        relation=Relation.LOCATED_IN,
        object=where,
        period=Period(seen=edited, as_of=edited),
        disputed=contested,
        source=SOURCE,
        note=f"{area or 'the area'} is claimed by several sides" if contested else "",
    )


#: what it leaves behind is the soft sign of a Cyrillic name
_SOFT_SIGN = re.compile(r"(?<=[bcdfghjklmnpqrstvwxz])'(?=[^\WaeiouAEIOUA-Z]|[\W_]|$)")
_NOT_A_NAME = re.compile(r"[\d=()\[\]/;:&\"+_*،；]| - | CDP$|-chh[iī]$")
#: letters that Cyrillic leaves behind in Latin; no copy where the name has them as well
_LEFT_BEHIND = ("eh", "dzh", "shh", "kkh", "dkh", "bkh", "gkh", "tkh", "chkh", "jj")
_SHORT_I = re.compile(r"[aeiouy]j(?![aeiouy])")


def _forms(city: _City, name: str, names: _Names) -> Iterator[NameForm]:
    same = key(city.ascii) == key(name)
    if not _NOT_A_NAME.search(city.ascii) and "," not in city.ascii and not (same and city.country in NOT_LATIN):
        plain = re.sub(r"^([AOU])E(?=[a-z])", r"\1e", city.ascii.translate(TURNED))
        yield NameForm(text=plain, type=FormType.ALIAS)
    yield from (NameForm(text=text, type=FormType.FOREIGN) for text in _spellings(city, name, names))
    if city.large or city.feature in _SEATS:
        yield from _native(city)


def _spellings(city: _City, name: str, names: _Names) -> list[str]:
    """Latin alternates that somebody may write on purpose: two that English uses, as Bombay, then those most like the name."""
    copies = _copies(city) if city.country not in NOT_LATIN else frozenset()
    found: dict[str, str] = {}
    for text in (item.translate(TURNED) for item in city.alternates):
        text = _SOFT_SIGN.sub("", text) if city.country in CYRILLIC else text
        spelled = key(text)
        if spelled in (key(name), key(city.ascii)) or not _is_spelling(text) or _is_copy(text, name, city.country):
            continue
        if spelled.replace(" ", "") not in copies and not names.belongs_elsewhere(text, name, city.population):
            found.setdefault(spelled, text)
    alike = {text: fuzz.ratio(spelled, key(name)) for spelled, text in found.items()}
    ranked = sorted(alike, key=lambda text: (-alike[text], text))
    if not city.large:
        return [text for text in ranked if alike[text] >= NEAR][:FEWER]
    used = [
        text for text in ranked if text.isalpha() and zipf(text) >= USED and (alike[text] >= NEAR or city.population >= HUGE)
    ]
    first = sorted(used, key=lambda text: -zipf(text))[:2]
    return [*first, *(text for text in ranked if text not in first)][:MOST]


def _copies(city: _City) -> frozenset[str]:
    """What the alternates in other scripts make letter by letter in Latin, without spaces and marks."""
    other = (text for text in city.alternates if not text.isascii() and script(text) not in (Script.LATIN, None))
    return frozenset(key(str(anyascii(text))).replace(" ", "") for text in other)


def _is_copy(text: str, name: str, country: str) -> bool:
    written, listed = key(text), key(name)
    if any(letters in written and letters not in listed for letters in _LEFT_BEHIND):
        return True
    return country not in NOT_LATIN and "j" not in listed and _SHORT_I.search(written) is not None


def _is_spelling(text: str) -> bool:
    code = len(text) <= 4 and text.isupper()
    if code or not 3 < len(text) <= LONGEST or _NOT_A_NAME.search(text) or script(text) is not Script.LATIN:
        return False
    if not text[0].isupper() and not text.startswith(("'s-", "'t ")):
        return False
    # the soft sign of a Cyrillic copy; an English word, which capitals at the start of a sentence would make a city
    if _SOFT_SIGN.search(text) or (text.isalpha() and zipf(text) >= (WORD if len(text) <= 5 else LONG_WORD)):
        return False
    return all(ord(char) < 0x180 or char in "ơƠưƯșȘțȚəƏ" or 0x1E00 <= ord(char) < 0x2070 for char in text)


def _native(city: _City) -> Iterator[NameForm]:
    """Forms in other scripts: of each language the one most like all others of its script, then more of them."""
    scripts: dict[Script | None, list[NameForm]] = {}
    for text in city.alternates:
        form = None if len(text) > LONGEST or _NOT_A_NAME.search(text) or text.isascii() else native(text, city.country)
        if form is not None:
            scripts.setdefault(script(text), []).append(form)
    for forms in scripts.values():
        central = sorted(forms, key=lambda form: -sum(fuzz.ratio(form.text, other.text) for other in forms))
        turn = Counter[str | None]()
        order: list[tuple[int, int, NameForm]] = []
        for place, form in enumerate(central):
            order.append((turn[form.lang] + (form.lang not in _READ), place, form))
            turn[form.lang] += 1
        yield from (item[-1] for item in sorted(order, key=lambda item: item[:2])[:MOST_NATIVE])
