"""Names of people as the CIA's publications print them, made into names as newsrooms print them."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: honorifics, ranks and orders before a name
_BEFORE = re.compile(
    r"^(?:(?:Dr|Mr|Mrs|Ms|Prof|Sir|Dame|Lord|Lady|Sheikh|Shaykh|Crown|Prince|Princess|Gen|Lt|Col|Maj|Brig|Adm|Capt|Cdr|Rear|Vice"
    r"|Fld|Mar|Ret|Sr|His|Her|Excellency|Highness|Royal|Hon|Honorable|Ambassador|Engr|Eng|Ing|Sen|Rev|Msgr|Monsignor|Cardinal"
    r"|Archbishop|Bishop|Dato|Datuk|Seri|Tan|Tun|Haji|Pehin|Chief|Alhaji|Dasho|Lyonpo|Maulana|General|Colonel|Major|Marshal|Admiral"
    r"|Captain|Lieutenant|Field|Brigadier|Doctor|Professor)(?:\.|\b)[\s,]*)+(?=\S)"
)
_BEHIND = re.compile(
    r"(?:,?\s+(?:Jr|Sr|II|III|IV|Brig|Gen|Ret|Lt|Col|Maj|Adm|MP|PhD|SC|QC|KC|GBM|GBS|JP)\.?)+$|\s+\([^()]*\)$|\s+-\s+\w+$"
)
_ARTICLES = ("al", "el", "as", "ash", "ad", "at", "ar", "an", "az")
_LETTERS = r"[^\W\d_]"
_CLEAN = re.compile(rf"{_LETTERS}(?:{_LETTERS}|['’.\-])*(?: {_LETTERS}(?:{_LETTERS}|['’.\-])*){{0,6}}")
#: words that are written small inside a name
SMALL = frozenset(
    "al el bin bint ibn ben de da do dos das del della di du des la las le les los van von der den ter ten e y i zu ul"
    " ud".split()
)
#: words that no name has: what is left of titles, notes and lists
_NO_NAME = re.compile(
    r"\b(?:vacant|affaires|affairs|minister|ministers|president|deputy|embassy|consul|consulate|general|acting|interim|council|office"
    r"|commission|represented|since|mission|government|republic|chairman|chairperson|governor|council|states|united|of|and|the|for"
    r"|ad|none|former|also|spelled|charg|post|held|by|appointed|elected|secretary|premier|kingdom|commonwealth|zealand|coprince"
    r"|transitional|presidential|head|designate|nonresident|queen|king|emir|amir|sultan|us|un|chancellor|high|commissioner)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A cleaned name, and its family name where the publication marks it with capitals."""

    name: str
    family: str | None


def cleaned(text: str) -> PersonName | None:
    """``Zdravko KRIVOKAPIC`` → Zdravko Krivokapic, family Krivokapic; None where it is not plainly the name of one person."""
    text = re.sub(r'["“”].*?["“”]', " ", text.replace("’", "'").replace("`", "'"))
    text = " ".join(text.split())
    before = None
    while before != text:
        before = text
        text = _BEHIND.sub("", _BEFORE.sub("", text)).strip(" ,")
    if not _CLEAN.fullmatch(text) or _NO_NAME.search(text):
        return None
    words = text.split()
    if _damaged(words):
        return None
    capital = [word for word in words if _is_capital(word)]
    family = " ".join(_cased(word) for word in capital) if capital and len(capital) < len(words) else None
    name = " ".join(_cased(word) if _is_capital(word) else word for word in words)
    return PersonName(name=name, family=family)


def _is_capital(word: str) -> bool:
    head, hyphen, rest = word.partition("-")
    if hyphen and head.lower() in _ARTICLES:
        word = rest  # al-RUMAYHI
    letters = [char for char in word if char.isalpha()]
    return len(letters) > 1 and all(char.isupper() for char in letters if char not in "ß") and "." not in word


def _damaged(words: list[str]) -> bool:
    """Fragments of a broken word: ``S erbini``, ``Ti moko``, ``A Li``; a small word that is no particle."""
    small = [word for word in words if word[0].islower() and word.split("-")[0].split("'")[0] not in SMALL]
    single = [word for word in words if len(word) == 1]
    return bool(small or single) or words[0] in SMALL


def _cased(word: str) -> str:
    if word.lower() in SMALL:
        return word.lower()
    made = re.sub(rf"{_LETTERS}+", lambda match: match.group().capitalize(), word)
    made = re.sub(r"^(Mc)(\w)", lambda match: match.group(1) + match.group(2).upper(), made)
    head, hyphen, rest = made.partition("-")
    return (
        head.lower() + hyphen + rest
        if hyphen and head.lower() in ("al", "el", "as", "ash", "ad", "at", "ar", "an", "az")
        else made
    )


_PATRONYMIC = re.compile(
    rf"({_LETTERS}+) {_LETTERS}+(?:ovich|evich|ovych|evych|yevich|avich|ovna|evna|ivna|yevna|inichna) ({_LETTERS}+)"
)


def without_patronymic(name: str) -> str:
    """``Yuriy Petrovich Trutnev`` → ``Yuriy Trutnev``, as newsrooms print it; other names stay."""
    match = _PATRONYMIC.fullmatch(name)
    return f"{match.group(1)} {match.group(2)}" if match else name


def slug(text: str) -> str:
    """``Zdravko Krivokapić`` → ``zdravko-krivokapic``."""
    from copydesk.names.forms import parts

    return "-".join(parts(text))
