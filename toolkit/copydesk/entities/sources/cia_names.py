"""Names of people as the CIA's publications print them, made into names as newsrooms print them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from copydesk.names.forms import parts

_LETTERS = r"[^\W\d_]"
#: honorifics, ranks and orders before a name; those that are names as well count only with a dot
_BEFORE = re.compile(
    r"^(?:(?:Dr|Mr|Mrs|Ms|Prof|Sir|Dame|Lord|Lady|Sheikh|Shaykh|Prince|Princess|Gen|Lt|Col|Maj|Brig|Adm|Capt|Cdr|Rear|Vice Adm"
    r"|Excellency|Highness|Honorable|Ambassador|Engr|Msgr|Monsignor|Cardinal|Archbishop|Bishop|Dato|Dato'|Datuk|Seri|Tan Sri"
    r"|Tun|Haji|Pehin|Chief|Alhaji|Dasho|Lyonpo|Maulana|General|Colonel|Major|Marshal|Admiral|Captain|Lieutenant|Field"
    r"|Brigadier|Doctor|Professor|Majesty"
    r"|(?:Crown|His|Her|Their|Royal)(?= (?:Crown|Prince|Princess|Royal|Highness|Excellency|Majesty))"
    r"|(?:Sr|Hon|Eng|Ing|Sen|Rev|Fld|Mar|Cde)\.)(?:\.|(?=[\s,])|$)[\s,]*)+(?=\S)"
)
_BEHIND = re.compile(
    r"(?:,?\s+(?:Jr|Sr|Brig|Gen|Ret|Lt|Col|Maj|Adm|Capt|Dr|Sir|MP|PhD|SC|QC|KC|GBM|GBS|JP)\b\.?)+$|\s+\([^()]*\)$"
)
_REALM = re.compile(r"\s+of the (?:Netherlands|UK|Uk|United Kingdom)$|\s+of Denmark$")
_NUMBER = re.compile(r"\s+[IVX]+$")
_CLEAN = re.compile(rf"{_LETTERS}(?:{_LETTERS}|['.\-])*(?: {_LETTERS}(?:{_LETTERS}|['.\-])*){{0,7}}")
_ARTICLES = frozenset("al el as ash ad at ar an az".split())
#: words that are written small inside a name
SMALL = frozenset(
    "al el bin bint ibn ben de da do dos das del della dei di du des la las le les los van von der den ter ten e y i zu ul ud"
    " ould uld arap ag wa av af ibni binti".split()
)
#: words that no name has: what is left of titles, notes and lists
_NO_NAME = re.compile(
    r"\b(?:(?i:vacant|affaires|affairs|minister|ministers|president|presidents|deputy|embassy|consul|consulate|general|acting"
    r"|interim|interium|council|office|commission|represented|since|mission|government|republic|chairman|chairperson|governor"
    r"|states|united|of|and|the|for|none|former|also|spelled|charg|charge|chargé|appointed|elected|secretary|premier|kingdom"
    r"|commonwealth|zealand|coprince|transitional|transition|presidential|designate|nonresident|chancellor"
    r"|commissioner|confederation|leader|chair|captain|regent|bailiff|prefect|administrator|recognizes|notification|head)"
    r"|(?<!['\-])ad|us|un|held|post|by|king|queen|high|UN|US)\b|^(?:King|Queen|High)(?= )"
)
#: capitals inside a word that are no accident: McDonald, MacKay, LeBaron, DeSantis
_JOINED = re.compile(r"(?:Mc|Mac|Le|La|De|Du|Da|Di|Van|Von|Fitz|Al|El|Ul)(?=[A-Z])")
_HALF = re.compile(r"(?:Mc|Mac|Le|La|De|Du|Da|Di|Van|Von|Fitz|[A-Za-z]')(?=[A-ZÀ-Þ]{2})")
_CROWNED = re.compile(r"King|Queen|Emperor|Grand Duke|Emir|Sultan|Prince|Pope")
_OTHER = re.compile(r",? (?:also spelled|aka) |,? or \(")
_SLIP = re.compile(r"[A-Z][a-z][A-Z]{3,}")
_PATRONYMIC = re.compile(
    rf"({_LETTERS}\S*) {_LETTERS}\S*"
    r"(?:[oeay]vich|[oe]vych|ilich|ilyich|kuzmich|lukich|fomich|nikitich|savvich|[oe]vna|ivna|yivna|inichna|[aeo]una)"
    rf" ({_LETTERS}\S*)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A cleaned name, and its family name where the publication marks it with capitals."""

    name: str
    family: str | None
    #: the spelling that the publication adds: ``also spelled Abhisit Vejjajiva``
    other: str | None = None


def cleaned(text: str, *, regnal: bool = False) -> PersonName | None:
    """``Zdravko KRIVOKAPIC`` → Zdravko Krivokapic, family Krivokapic; None where it is not plainly the name of one person.

    ``regnal`` keeps the number of a monarch.
    """
    text, _, also = _OTHER.sub("\n", text).partition("\n")
    text = _undressed(text)
    if regnal:
        text = re.sub(r"(?<= )[IVXivx]{2,}\b", lambda match: match.group().upper(), text)  # Benedict Xvi
    number = _NUMBER.search(text)
    text = _NUMBER.sub("", text)
    if not _CLEAN.fullmatch(text) or _NO_NAME.search(text):
        return None
    words = text.split()
    if _damaged(words):
        return None
    marked = [_is_capital(word) and not (regnal and re.fullmatch("[IVX]+", word)) for word in words]
    family = _run([_cased(word) for word in words], marked) if any(marked) and not all(marked) else None
    name = " ".join(
        _cased(word) if capital or word.startswith("Mc") else word for word, capital in zip(words, marked, strict=True)
    )
    if any(_broken(word) for word in name.split()):
        return None
    other = cleaned(also.strip(" ()"), regnal=regnal) if also else None
    name += number.group() if number and regnal else ""
    return PersonName(name=name, family=family, other=other.name if other else None)


def _undressed(text: str) -> str:
    """Without quoted names, honorifics, ranks and notes."""
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1]  # quoted as a cell of a table
    text = text.replace('""', '"').replace("’", "'").replace("`", "'")
    text = re.sub(r"(?<=[A-Z]{2} )[EY](?= [A-Z]{2})", lambda match: match.group().lower(), text)  # AZEVEDO E SILVA
    text = re.sub(r'["“”].*?["“”]|\((?i:ret)\.?\)|\[[^\]]*\]|^\s*-\s|\s-\s+(?:Hutu|Tutsi)$', " ", text)
    text = " ".join(re.sub(r"(?<!\w)'(?=\w)", "", text).split())
    before = None
    while before != text:
        before = text
        text = _REALM.sub("", _BEHIND.sub("", _BEFORE.sub("", text)).strip(" ,"))
    return text


def _run(words: list[str], marked: list[bool]) -> str | None:
    """The marked words where they stand together, with the particles between them; None where they stand apart."""
    first, last = marked.index(True), len(marked) - 1 - marked[::-1].index(True)
    inner = words[first : last + 1]
    if any(not mark and word.lower() not in SMALL for word, mark in zip(inner, marked[first : last + 1], strict=True)):
        return None
    return " ".join(inner)


def _is_capital(word: str) -> bool:
    if _SLIP.fullmatch(word):
        return True  # WiDODO
    word = _HALF.sub("", word)  # McDONALD, d'ARC
    head, hyphen, rest = word.partition("-")
    if hyphen and head.lower() in _ARTICLES:
        word = rest  # al-RUMAYHI
    if "." in word:
        return False
    if hyphen and any(len(part) > 2 and part.isupper() for part in word.split("-")):
        return True  # SASSOU-Nguesso
    letters = [char for char in word if char.isalpha()]
    return len(letters) > 1 and all(char.isupper() for char in letters if char not in "ß")


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
    plain = _JOINED.sub("", word)
    return any(left.islower() and right.isupper() for left, right in pairwise(plain))


def _cased(word: str) -> str:
    if word.lower() in SMALL:
        return "Al" if word == "AL" else word.lower()  # the house of Saud, not the article
    half = _HALF.match(word)
    if half:
        return half.group() + _capitalised(word[half.end() :])
    made = _capitalised(word) if _is_capital(word) else word
    made = re.sub(r"^(Mc)(\w)", lambda match: match.group(1) + match.group(2).upper(), made)
    head, hyphen, rest = made.partition("-")
    return head.lower() + hyphen + rest if hyphen and head.lower() in _ARTICLES else made


def _capitalised(word: str) -> str:
    """Each part between hyphens with one capital: ``AL-SHA'IR`` → Al-Sha'ir."""
    return re.sub(rf"{_LETTERS}(?:{_LETTERS}|')*", lambda match: match.group().capitalize(), word)


#: countries where people have one name only
_ONE_NAMED = frozenset("ID AF MM BT IN".split())


def told_apart(name: PersonName, title: str, country: str | None) -> PersonName | None:
    """A name of one word could be anybody's: with the title of a monarch or pope, ``Grand Duke Jean``; None for others."""
    if " " in name.name:
        return name
    if _CROWNED.fullmatch(title):
        return replace(name, name=f"{title} {name.name}", family=None)
    return name if country in _ONE_NAMED else None


def without_patronymic(name: str) -> str:
    """``Yuriy Petrovich Trutnev`` → ``Yuriy Trutnev``, as newsrooms print it; other names stay."""
    match = _PATRONYMIC.fullmatch(name)
    return f"{match.group(1)} {match.group(2)}" if match else name


def slug(text: str) -> str:
    """``Zdravko Krivokapić`` → ``zdravko-krivokapic``."""
    return "-".join(parts(text))
