"""Names, aliases and titles from lists of the US Treasury (public domain). Why somebody is listed is nobody's business here.

Used for how names are spelled: people with a country and an office, and bodies that news speaks of. No programme, address or
number is read, and nothing that is made of these files says that an entity is listed. A title is as old as its entry, often by
many years, so no fact is made of it.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from copydesk.core.dates import PartialDate
from copydesk.core.entity import Entity, FormType, Kind, NameForm
from copydesk.entities.records import Record, Tally, World
from copydesk.entities.schema import Place
from copydesk.entities.sources.cia_names import without_patronymic
from copydesk.entities.sources.opening import lines
from copydesk.entities.sources.person_names import listed
from copydesk.names.common import is_common_word
from copydesk.names.forms import core_parts, key, parts

SOURCE = "US Department of the Treasury"
#: token-sorted edit ratio (0 to 100) from which an alias is a spelling of the name, and not another name
NEAR = 75.0
MOST = 8
#: characters of a description, and of the name of a body that news would print
LONGEST_TITLE, LONGEST_BODY = 80, 70
_COLUMNS = 12
_NATIONALITY = re.compile(r"\bnationality ([A-Z][A-Za-z ,]+?)(?:;|\.|$)")
_BORN = re.compile(r"\bDOB (?:(\d{1,2}) )?(?:([A-Z][a-z]{2}) )?(\d{4})\b")
_GENDER = re.compile(r"\bGender (Male|Female)\b")
_MONTHS = {name: at for at, name in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), start=1)}
#: titles of people whom news does not speak of by name
_STAFF = re.compile(r"\bemployee\b|\bofficial\b|(?<!special )(?<!permanent )\brepresentative\b(?! to\b)", re.IGNORECASE)
#: what a title says of the country, where the entry names none
_TITLE_COUNTRY = (
    (re.compile(r"\bNorth Korea|\bDPRK\b|Workers' Party of Korea"), "KP"),
    (re.compile(r"National People's Congress|Hong Kong and Macao Affairs Office"), "CN"),
    (re.compile(r"\bRussian Federation\b"), "RU"),
    (re.compile(r"\bIRGC\b|Islamic Revolutionary Guard"), "IR"),
)
_OF_COUNTRY = re.compile(r"((?:[A-Z]\w+ ?)+)'s\b|\b(?:of|of the) ((?:[A-Z]\w+ ?)+)$")
#: words that make a listed organisation one that news speaks of
_BODY = re.compile(
    r"\b(?:ministry|army|front|brigades?|movement|party|news agency|guard|guards|forces|hizballah|organization|council"
    r"|committee|bank|federation|directorate|militia|battalion|jihad|taliban|university|academy|foundation)\b"
    r"|^national iranian .+ company$",
    re.IGNORECASE,
)
_STATE_COMPANY = re.compile(r"national iranian .+ company$", re.IGNORECASE)
_FIRM = re.compile(
    r"\b(?:ltd|llc|limited|company|co|gmbh|inc|corp|corporation|s\.?a|trading|jsc|holding|group|fze|fzco|llp|plc|oy|ooo|establishment"
    r"|industries|shipping|general trading|joint stock|enterprises?|fund|services|industry|plant|factory|kb|ao|pjsc|pao"
    r"|pjsc|ojsc|oao|zao|nv|n\.v|b\.s\.c|investment|financial|leasing|insurance|asset|technologies|obshchestvo)\b",
    re.IGNORECASE,
)
#: labels that the list itself made up, and what says why somebody is listed
_LABEL = re.compile(r"\b(?:traffick|launder|criminal|cartel|smuggl|drug)", re.IGNORECASE)
#: registered names in full, units and laboratories: right, but not what a newsroom prints
_NOT_PRINTED = re.compile(
    r"^(?:federal(?:noe)? (?:state|research|gos)|state (?:research|institute)|autonomous|interregional|all.russian? )"
    r"|\binstitute\b|\bnamed after\b|\bbranch\b|[/:]|\bregiment\b|\d{3}|\b\d+(?:th|st|nd|rd)\b",
    re.IGNORECASE,
)
#: the end of a word that says what an organisation does
_ADJECTIVE = re.compile(r"(?:ic|ian|al|able|ance|ment|port|fare|tion|ive|ons)$")
#: kinds of bodies that every country has
_OF_MANY = re.compile(
    r"\b(?:ministry|bank|directorate|department|bureau|general staff|committee to|academy|council|forces|organization"
    r"|foundation|university|national (?:liberation )?army)\b",
    re.IGNORECASE,
)
#: words that many bodies share, so that an alias of them alone is no spelling of one body
_GENERIC = frozenset(
    "ministry army front brigade brigades movement party news agency guard guards forces force organization"
    " council organisation committee bank federation directorate militia battalion battalions jihad university"
    " academy foundation islamic national popular people peoples liberation international republic state"
    " revolutionary general group association institution charity harakat jaysh liwa kataib hizb for and with".split()
)
_SMALL = frozenset("of the and for in on to al de la el del du des".split())
#: small after a hyphen alone: ``Tehrik-e Taliban``
_JOINTS = frozenset("e i ye ul va wa".split())
_KNOWN_ACRONYMS = frozenset("TV IRGC DPRK UK USA SVR FSB GRU KGB MVD PFLP".split())


@dataclass(slots=True)
class _Aliases:
    """The other names of an entry; ``gone`` are those that are no longer its names."""

    names: list[str] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)

    def standing(self) -> list[str]:
        """The names in use, each once."""
        return [name for name in dict.fromkeys(self.names) if name not in self.gone]


def read(files: Sequence[str], world: World, tally: Tally) -> Iterator[Record]:
    """One record an entry of the main list, with its aliases from the others; they are told apart by their columns.

    Raises EntityListError where a file cannot be read.
    """
    aliases: dict[str, _Aliases] = defaultdict(_Aliases)
    entries: list[tuple[Place, list[str]]] = []
    for path in files:
        for at, cells in _cells(path):
            if path.removesuffix(".gz").endswith(".tsv"):
                aliases[cells[0]].names += cells[2].split("|")[1:] if len(cells) > 2 else []
            elif len(cells) == _COLUMNS:
                entries.append((at, cells))
            elif len(cells) == 5 and cells[2] == "aka":
                aliases[cells[0]].names.append(cells[3])
            elif len(cells) == 5:
                aliases[cells[0]].gone.add(cells[3])
    bodies: set[str] = set()
    for at, cells in entries:
        tally.rows += 1
        names = aliases[cells[0]].standing()
        made = _person(cells, names, world) if cells[2] == "individual" else _body(cells, names, world, bodies)
        if isinstance(made, str):
            tally.refuse(made, at, cells[1])
        else:
            yield Record(entity=made, at=at)


def _cells(path: str) -> Iterator[tuple[Place, list[str]]]:
    tabs = path.removesuffix(".gz").endswith(".tsv")
    for at, line in lines(path):
        if line.strip() and not line.startswith(("ent_num", "\x1a")):
            cells = line.rstrip("\r\n").split("\t") if tabs else next(csv.reader([line]))
            yield at, ["" if cell.strip() == "-0-" else cell.strip() for cell in cells]


def _person(cells: list[str], aliases: list[str], world: World) -> Entity | str:
    """A person, or the reason why the entry makes none."""
    title, remarks = cells[4], cells[11]
    if not title:
        return "a person without a title"  # nobody that news speaks of by name, or no telling who
    if _STAFF.search(title):
        return "staff, not office holders"
    country = _country(title, remarks, world)
    if country is None:
        return "a person of no country: could be anybody of the name"
    full = listed(cells[1], country)
    if full is None:
        return "not plainly one name"
    name = without_patronymic(full.name)
    born, gender = _BORN.search(remarks), _GENDER.search(remarks)
    others = [other.name for other in (listed(alias, country) for alias in aliases) if other]
    return Entity(
        id=f"us-treasury:{cells[0]}", name=name, kind=Kind.PERSON, country=country, family=full.family,
        gender=gender.group(1)[0].lower() if gender else None, born=_date(born) if born else None,
        forms=tuple(_forms(name, [full.name, *others])), description=_short(title), source=SOURCE,
    )  # fmt: skip


def _country(title: str, remarks: str, world: World) -> str | None:
    """The ISO 3166 code of the nationality, or else of the country that the title is of."""
    nation = _NATIONALITY.search(remarks)
    if nation:
        ident = world.country(nation.group(1).strip())
        return world.code(ident) if ident else None
    for pattern, code in _TITLE_COUNTRY:
        if pattern.search(title):
            return code
    for match in _OF_COUNTRY.finditer(title):
        ident = world.country((match.group(1) or match.group(2)).strip())
        if ident:
            return world.code(ident)
    return None


def _forms(name: str, others: list[str]) -> Iterator[NameForm]:
    """The name in full, which comes first, and its spellings, each with and without the patronymic."""
    known, full = {key(name)}, others[0]
    for other in others:
        for text in (without_patronymic(other), other):
            if key(text) in known or len(core_parts(text)) < 2 or len(known) > MOST:
                continue
            known.add(key(text))
            near = max(fuzz.token_sort_ratio(key(text), key(own)) for own in (name, full))
            same_end = fuzz.ratio(core_parts(text)[-1], core_parts(full)[-1]) >= NEAR
            right = text == full or (near >= NEAR and same_end)
            yield NameForm(text=text, type=FormType.ALIAS if right else FormType.FOREIGN)


def _short(title: str) -> str:
    """A title of at most `LONGEST_TITLE` characters: whole clauses of it where they fit, else whole words."""
    title = re.sub(r"\b[A-Z]{6,}\b", lambda match: match.group().capitalize(), title.removeprefix("Position: "))
    if len(title) <= LONGEST_TITLE:
        return title
    head = title[: LONGEST_TITLE + 1]
    ends = (max(head.rfind(mark) for mark in marks) for marks in (";", (",", " of "), " "))
    return head[: next(end for end in ends if end > 0)].rstrip(" ,;-")


def _date(match: re.Match[str]) -> PartialDate | None:
    day, month, year = match.groups()
    try:
        if month is None or month not in _MONTHS:
            return PartialDate(int(year))
        return PartialDate(int(year), _MONTHS[month], int(day) if day else None)
    except ValueError:
        return None


def _body(cells: list[str], aliases: list[str], world: World, seen: set[str]) -> Entity | str:
    """An organisation, or the reason why the entry makes none. ``seen`` are the names there are already."""
    if cells[2]:
        return "a vessel or aircraft"
    if not _BODY.search(cells[1]) or (_FIRM.search(cells[1]) and not _STATE_COMPANY.match(cells[1])):
        return "a firm, or no body that news speaks of"
    if _LABEL.search(" ".join([cells[1], *aliases])) or _is_circle(cells[1]):
        return "a label, not a name"
    acronyms = re.findall(r"\(([A-Z-]{2,8})\)$", cells[1])
    name = _titled(re.sub(r"\s*\([^)]*\)", "", cells[1]).removeprefix("THE "))
    if _NOT_PRINTED.search(name) or len(name) > LONGEST_BODY:
        return "a registered name that nobody prints"
    if _OF_MANY.search(name) and all(is_common_word(part) and not _is_land(part, world) for part in core_parts(name)):
        return "a name that bodies of many countries have"
    if key(name) in seen:
        return "one of several bodies of one name"
    seen.add(key(name))
    forms = tuple(_body_forms(name, [*acronyms, *aliases]))[:MOST]
    return Entity(id=f"us-treasury:{cells[0]}", name=name, kind=Kind.ORGANIZATION, forms=forms, source=SOURCE)


def _is_circle(name: str) -> bool:
    """Whether the list calls people around somebody an organisation: ``ARRIOLA MARQUEZ ORGANIZATION``."""
    words = parts(name)
    return words[-1] == "organization" and not any(word in _GENERIC or _ADJECTIVE.search(word) for word in words[:-1])


def _is_land(word: str, world: World) -> bool:
    return word.endswith(("ian", "ean", "ese")) or world.country(word.title()) is not None


def _body_forms(name: str, others: list[str]) -> Iterator[NameForm]:
    """Acronyms, and the other names that have a telling word of the name: the rest may be other bodies' names as well."""
    known, own = {key(name)}, _own_words(name)
    for other in dict.fromkeys(others):
        acronym = re.fullmatch(r"[A-Z]{2,8}(?:-[A-Z]{1,4})?", other) is not None and len(other) < len(name)
        text = other if acronym else _titled(other.removeprefix("THE "))
        if key(text) in known or _FIRM.search(other) or re.search(r"[()/:]", text):
            continue
        known.add(key(text))
        if acronym and _initials(other, [name, *others]):
            yield NameForm(text=text, type=FormType.ACRONYM)
        elif any(fuzz.ratio(word, part) >= NEAR for word in own for part in _own_words(text)):
            near = fuzz.token_sort_ratio(key(text), key(name)) >= NEAR
            yield NameForm(text=text, type=FormType.ALIAS if near else FormType.FOREIGN)


def _initials(acronym: str, names: list[str]) -> bool:
    """Whether the letters of an acronym begin the words of one of the names, in order and with words left out."""
    letters = acronym.replace("-", "").lower()
    for name in names:
        heads = iter(word[0] for word in key(name).split())
        if name != acronym and all(letter in heads for letter in letters):
            return True
    return False


def _own_words(name: str) -> list[str]:
    return [part for part in core_parts(name) if part not in _GENERIC and len(part) > 2]


def _titled(text: str) -> str:
    """``KATA'IB HIZBALLAH`` → Kata'ib Hizballah; names that are not all capitals stay."""
    return " ".join(_titled_word(word, at) for at, word in enumerate(text.split()))


def _titled_word(word: str, at: int) -> str:
    if not word.isupper() or word.strip("(),.-") in _KNOWN_ACRONYMS or re.fullmatch(r"(?:[A-Z]\.)+", word):
        return word
    if len(word) in (2, 3) and not re.search("[AEIOUY.]", word):
        return word  # SMP Bank
    made = []
    for rank, part in enumerate(word.lower().split("-")):
        small = part in _SMALL if at or rank else False
        made.append(part if small or (rank and part in _JOINTS) else part[:1].upper() + part[1:])
    return "-".join(made)
