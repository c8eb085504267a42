"""Names of people as the CIA's publications print them, made into names as newsrooms print them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from copydesk.names.forms import parts

_LETTERS = r"[^\W\d_]"
#: honorifics, ranks and orders before a name; those that are names as well count only with a dot
_BEFORE = re.compile(
    r"^(?:(?:Dr|Mr|Mrs|Ms|Prof|Sir|Dame|Lord|Lady|Sheikh|Shaykh|Prince|Princess|Gen|Lt|Col|Maj|Brig|Adm|Capt|Cdr|Rear|Vice Adm"
    r"|Excellency|Highness|Honorable|Ambassador|Engr|Msgr|Monsignor|Cardinal|Archbishop|Bishop|Dato|Dato'|Datuk|Seri|Tan Sri|Tun"
    r"|Haji|Pehin|Chief|Alhaji|Dasho|Lyonpo|Maulana|General|Colonel|Major|Marshal|Admiral|Captain|Lieutenant|Field|Brigadier"
    r"|Doctor|Professor|(?:Crown|His|Her|Their|Royal)(?= (?:Crown|Prince|Princess|Royal|Highness|Excellency|Majesty))|Majesty"
    r"|(?:Sr|Hon|Eng|Ing|Sen|Rev|Fld|Mar|Cde)\.)(?:\.|(?=[\s,])|$)[\s,]*)+(?=\S)"
)
_BEHIND = re.compile(
    r"(?:,?\s+(?:Jr|Sr|Brig|Gen|Ret|Lt|Col|Maj|Adm|Capt|Dr|Sir|MP|PhD|SC|QC|KC|GBM|GBS|JP)\b\.?)+$|\s+\([^()]*\)$"
)
_NUMBER = re.compile(r"\s+[IVX]+$")
_CLEAN = re.compile(rf"{_LETTERS}(?:{_LETTERS}|['.\-])*(?: {_LETTERS}(?:{_LETTERS}|['.\-])*){{0,6}}")
_ARTICLES = frozenset("al el as ash ad at ar an az".split())
#: words that are written small inside a name
SMALL = frozenset(
    "al el bin bint ibn ben de da do dos das del della dei di du des la las le les los van von der den ter ten e y i zu ul ud"
    " ould uld arap ag wa av af".split()
)
#: words that no name has: what is left of titles, notes and lists
_NO_NAME = re.compile(
    r"\b(?:(?i:vacant|affaires|affairs|minister|ministers|president|presidents|deputy|embassy|consul|consulate|general|acting"
    r"|interim|interium|council|office|commission|represented|since|mission|government|republic|chairman|chairperson|governor"
    r"|states|united|of|and|the|for|none|former|also|spelled|charg|charge|chargé|appointed|elected|secretary|premier|kingdom"
    r"|commonwealth|zealand|coprince|transitional|transition|presidential|designate|nonresident|amir|emir|chancellor"
    r"|commissioner|confederation|leader|chair|captain|regent|bailiff|prefect|administrator|recognizes|notification|head|note)"
    r"|ad|us|un|held|post|by|king|queen|sultan|high|UN|US|King(?= )|Queen(?= )|Sultan(?= )|High(?= ))\b"
)
#: capitals inside a word that are no accident: McDonald, MacKay, LeBaron, DeSantis
_JOINED = re.compile(r"(?:Mc|Mac|Le|La|De|Du|Da|Di|Van|Von|Fitz|Al|El|Ul)(?=[A-Z])")
_HALF = re.compile(rf"(?:[A-Z][a-z]{{1,3}}|{_LETTERS}?{_LETTERS}['’])(?=[A-ZÀ-Þ]{{2}})")
_PATRONYMIC = re.compile(
    rf"({_LETTERS}+) {_LETTERS}+(?:ovich|evich|ovych|evych|yevich|avich|ovna|evna|ivna|yevna|inichna) ({_LETTERS}+)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A cleaned name, and its family name where the publication marks it with capitals."""

    name: str
    family: str | None


def cleaned(text: str, *, regnal: bool = False) -> PersonName | None:
    """``Zdravko KRIVOKAPIC`` → Zdravko Krivokapic, family Krivokapic; None where it is not plainly the name of one person.

    ``regnal`` keeps the number of a monarch.
    """
    text = _undressed(text)
    number = _NUMBER.search(text)
    text = _NUMBER.sub("", text)
    if not _CLEAN.fullmatch(text) or _NO_NAME.search(text):
        return None
    words = text.split()
    if _damaged(words):
        return None
    marked = [_is_capital(word) for word in words]
    family = _run([_cased(word) for word in words], marked) if any(marked) and not all(marked) else None
    name = " ".join(_cased(word) if capital else word for word, capital in zip(words, marked, strict=True))
    if any(_broken(word) for word in name.split()):
        return None
    return PersonName(name=name + (number.group() if number and regnal else ""), family=family)


def _undressed(text: str) -> str:
    """Without quoted names, honorifics, ranks and notes."""
    text = text.strip(' "').replace('""', '"').replace("’", "'").replace("`", "'")
    text = " ".join(re.sub(r'["“”].*?["“”]', " ", text).split())
    before = None
    while before != text:
        before = text
        text = _BEHIND.sub("", _BEFORE.sub("", text)).strip(" ,")
    return text


def _run(words: list[str], marked: list[bool]) -> str | None:
    """The marked words where they stand together, with the particles between them; None where they stand apart."""
    first, last = marked.index(True), len(marked) - 1 - marked[::-1].index(True)
    inner = words[first : last + 1]
    if any(not mark and word.lower() not in SMALL for word, mark in zip(inner, marked[first : last + 1], strict=True)):
        return None
    return " ".join(inner)


def _is_capital(word: str) -> bool:
    word = _HALF.sub("", word)  # McDONALD, d'ARC
    head, hyphen, rest = word.partition("-")
    if hyphen and head.lower() in _ARTICLES:
        word = rest  # al-RUMAYHI
    letters = [char for char in word if char.isalpha()]
    return len(letters) > 1 and all(char.isupper() for char in letters if char not in "ß") and "." not in word


def _damaged(words: list[str]) -> bool:
    """Fragments of a broken word: ``S erbini``, ``Ti moko``, ``A Li``; a small word that is no particle."""
    small = [word for word in words if word[0].islower() and not _is_particle(word)]
    single = [word for word in words if len(word) == 1 and word not in SMALL]
    return bool(small or single) or words[0].lower() in ("bin", "ibn", "bint") or words[-1] in SMALL


def _is_particle(word: str) -> bool:
    head, _, rest = word.partition("-")
    return head in SMALL or word[1:2] == "'" or (head in _ARTICLES and bool(rest))


def _broken(word: str) -> bool:
    """A capital after a small letter where no name has one: ``MiroŠIČ``."""
    return bool(re.search(r"[^\W\d_A-ZÀ-Þ][A-ZÀ-ÞĀ-Ž](?<=[^a-zß-ÿ])", _JOINED.sub("", word))) and "'" not in word


def _cased(word: str) -> str:
    if word.lower() in SMALL:
        return word.lower()
    half = _HALF.match(word)
    if half:
        return half.group() + re.sub(rf"{_LETTERS}+", lambda match: match.group().capitalize(), word[half.end() :])
    made = re.sub(rf"{_LETTERS}+", lambda match: match.group().capitalize(), word) if _is_capital(word) else word
    made = re.sub(r"^(Mc)(\w)", lambda match: match.group(1) + match.group(2).upper(), made)
    head, hyphen, rest = made.partition("-")
    return head.lower() + hyphen + rest if hyphen and head.lower() in _ARTICLES else made


def without_patronymic(name: str) -> str:
    """``Yuriy Petrovich Trutnev`` → ``Yuriy Trutnev``, as newsrooms print it; other names stay."""
    match = _PATRONYMIC.fullmatch(name)
    return f"{match.group(1)} {match.group(2)}" if match else name


def slug(text: str) -> str:
    """``Zdravko Krivokapić`` → ``zdravko-krivokapic``."""
    return "-".join(parts(text))
