"""Political parties of Party Facts (MIT): English and own-language names, short names, native forms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from copydesk.core.entity import Entity, FormType, Kind, NameForm
from copydesk.entities.records import Record, Tally, World
from copydesk.entities.schema import Place
from copydesk.entities.sources.opening import rows
from copydesk.entities.sources.scripts_of import Script, distinct, language, script
from copydesk.names.common import IN_USE, is_common_word, zipf
from copydesk.names.forms import fold

SOURCE = "Party Facts"
#: last year of life, and votes in per cent, from which a party is worth a record; an encyclopedia article will do for the votes
SINCE, VOTES = 1990, 2.0

#: whole words of rows that gather what is no party
_NO_PARTY = re.compile(
    r"\bno-party\b|\bindependents?\b|^(?:other|unknown|technical|government(?:al)?|opposition)\b", re.IGNORECASE
)
_ALTERNATIVES = re.compile(r" *//* *")
#: a short name behind the long one, or the language of it: "(BKP)", "(Khmer)"
_BRACKETED = re.compile(r" *[(\[](?:[A-Z]{2,8}|Khmer|French)[)\]]$")
_UNFIT = re.compile(r"[()\[\]{}<>\"“”«»:;]|\b[12]\d{3}\b|--")
_LABEL = re.compile(r"^[^\W\d_][\w' ]*: *")
_ISO = {
    "arabic": "ar", "persian": "fa", "dari": "fa", "urdu": "ur", "pashto": "ps", "russian": "ru", "ukrainian": "uk",
    "serbian": "sr",
    "bulgarian": "bg", "macedonian": "mk", "belarusian": "be", "mongolian": "mn", "kazakh": "kk", "kyrgyz": "ky", "tajik": "tg",
    "chinese": "zh", "simplified chinese": "zh", "traditional chinese": "zh", "japanese": "ja", "korean": "ko", "hangul": "ko",
    "hebrew": "he", "armenian": "hy", "georgian": "ka", "greek": "el", "montenegrin": "sr",
}  # fmt: skip


def read(files: Sequence[str], world: World, tally: Tally) -> Iterator[Record]:
    """The parties of ``partyfacts-core-parties.csv`` that lived after 1990 and had votes or fame, in file order."""
    for path in files:
        for at, row in rows(path):
            tally.rows += 1
            cells = {column: " ".join(_plain(cell).split()) for column, cell in row.items()}
            if reason := _unfit(cells):
                tally.refuse(reason, at, cells.get("name", ""))
                continue
            known = world.country(cells["country"])
            country = None if known is None else world.code(known)
            if country is None:
                tally.refuse("unknown country", at, f"{cells['name']}, {cells['country']}")
                continue
            record = _record(cells, country, world, at)
            if record is None:
                tally.refuse("no plain English name", at, f"{cells['name']} = {cells.get('name_english', '')}")
            else:
                yield record


def _plain(text: str) -> str:
    return "".join(
        char for char in unicodedata.normalize("NFC", text) if char == "\u200c" or unicodedata.category(char) != "Cf"
    )


def _unfit(cells: Mapping[str, str]) -> str | None:
    """Why a row is no party of today; None where it is one."""
    if not cells.get("partyfacts_id", "").isdigit() or not cells.get("name") or not cells.get("country"):
        return "a row without id, name or country"
    if cells.get("technical") or _NO_PARTY.search(cells["name"]) or _NO_PARTY.search(cells.get("name_english", "")):
        return "not a party"
    last, votes = _number(cells.get("year_last", "")), _number(cells.get("share", ""))
    if last is not None and last < SINCE:
        return f"gone before {SINCE}"
    return None if (votes or 0.0) >= VOTES or cells.get("wikipedia") else "few votes and no fame"


def _number(cell: str) -> float | None:
    return float(cell) if re.fullmatch(r"\d+(?:\.\d+)?", cell, re.ASCII) else None


def _record(cells: Mapping[str, str], country: str, world: World, at: Place) -> Record | None:
    own = [text for text in _names(cells["name"]) if script(text) is Script.LATIN]
    english = [text for text in _names(cells.get("name_english", "")) if _is_english(text, cells["name"])]
    # a word of every day names nothing, with or without "The"; and "Likud" is not printed as "Consolidation"
    names = [
        text for text in (*english, *own) if " " in text.removeprefix("The ") or not is_common_word(text.removeprefix("The "))
    ]
    if not names or _names(cells.get("name_english", ""))[:1] not in ([], english[:1]):
        return None
    votes = _number(cells.get("share", "")) or 0.0
    entity = Entity(
        id=f"partyfacts:{cells['partyfacts_id']}",
        name=names[0],
        kind=Kind.ORGANIZATION,
        country=country,
        forms=distinct(names[0], _forms(cells, names, country, world)),
        description="political party",
        source=SOURCE,
        prominence=round(min(0.6, max(0.05, votes / 100)), 3),
    )
    return Record(entity=entity, at=at)


def _names(cell: str) -> list[str]:
    """The alternatives of a cell that are plain names."""
    parts = (_BRACKETED.sub("", part).strip(" ,.") for part in _ALTERNATIVES.split(cell))
    return [part.replace("’", "'") for part in parts if 2 < len(part) <= 100 and not _UNFIT.search(part)]


def _is_english(text: str, own: str) -> bool:
    """Whether an English name has no slip in it: every long word is in use, or is the party's own."""
    if script(text) is not Script.LATIN or not text[0].isupper() or (text.isupper() and " " in text):
        return False
    mine = set(re.findall(r"[^\W\d_]+", fold(own)))
    words = re.findall(r"[^\W\d_]+", fold(text))
    return all(len(word) < 6 or word in mine or zipf(word) >= IN_USE for word in words)


def _forms(cells: Mapping[str, str], names: Sequence[str], country: str, world: World) -> Iterator[NameForm]:
    yield from (NameForm(text=text, type=FormType.ALIAS) for text in names[1:])
    short = cells.get("name_short", "")
    if _is_acronym(short) and world.body(short) in (None, world.body(names[0])):
        yield NameForm(text=short, type=FormType.ACRONYM)
    for part in re.split(r"[;,/\n]| - ", cells.get("name_other", "")):
        label = _LABEL.match(part.strip())
        text = part.strip()[label.end() :] if label else part.strip()
        by_script = language(text.strip("«» "), country)
        if by_script is not None and len(text) > 2 and not re.search(r"[()\[\]`]", text):
            named = _ISO.get(label.group().rstrip(": ").lower()) if label else None
            yield NameForm(text=text.strip("«» "), type=FormType.NATIVE, lang=named or by_script)
    for text in _names(cells["name"]):
        if script(text) is not Script.LATIN and (lang := language(text, country)):
            yield NameForm(text=text, type=FormType.NATIVE, lang=lang)


def _is_acronym(text: str) -> bool:
    """Two to eight letters, mostly capitals, that are no everyday word: ``PASOK``, ``PiS``, but not ``PAN`` or ``Volya``."""
    letters = text.replace("-", "")
    if not (letters.isalpha() and 2 <= len(letters) <= 8 and letters[0].isupper()) or script(letters) is not Script.LATIN:
        return False
    capitals = sum(char.isupper() for char in letters)
    return capitals / len(letters) >= 0.6 and zipf(letters) < (3.0 if len(letters) == 2 else 4.0)
