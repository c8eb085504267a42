"""International organisations: the memberships table of CountrycodesOrgs (MIT) and the Factbook's list of acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from copydesk.core.entity import Entity, FormType, Kind, NameForm
from copydesk.entities.records import Record, Tally, World
from copydesk.entities.schema import Place
from copydesk.entities.sources.opening import lines, rows
from copydesk.entities.sources.scripts_of import distinct
from copydesk.names.common import is_common_word
from copydesk.names.forms import fold, key

SOURCE = "CIA World Factbook"

#: "see …", "another term for …", "- formerly known as …": notes of the list
_NOTE = re.compile(r"[-–\d]|(?:see|another|former|refers|to|gives|members|began|of) ", re.IGNORECASE)
_ACRONYM = re.compile(r"[A-Z]{2,10}|[A-Z]-\d{1,2}|[A-Z][A-Za-z]*[A-Z]|[A-Z]{2,}[a-z]|[A-Z]\d{1,2}")
#: the only short ones that news uses
_SHORT = frozenset({"UN", "EU", "AU"})
#: acronyms that stand in capitals for something else more often: Las Vegas, Guam, the emu
_WORDS = frozenset("ARF BIS CAN CIS ECO EMU GUAM ICCT IDA LAS MICAH NAM NIB".split())
#: misprints of the source, and things that are no organisation
_NEVER = frozenset({"Comuinidade dos Paises de Lingua Portuguesa", "Schengen Convention", "Euro Area"})
#: American spelling and the British one, which such bodies use themselves
_BRITISH = (("Labor", "Labour"), ("Program", "Programme"), ("Center", "Centre"), ("Defense", "Defence"), ("ization", "isation"))


@dataclass(slots=True, kw_only=True)
class _Body:
    """One organisation, gathered from both files."""

    at: Place
    names: list[str] = field(default_factory=list)
    acronyms: list[str] = field(default_factory=list)


def read(files: Sequence[str], world: World, tally: Tally) -> Iterator[Record]:
    """One record an organisation, in the order they are met: ``cia:org/asean``. ``.csv`` is the memberships table.

    Membership is a fact about the country and not read here.
    """
    bodies: dict[str, _Body] = {}
    for path in files:
        for at, name, acronym in _memberships(path, tally) if path.endswith(".csv") else _acronyms(path, tally):
            if problem := _problem(name, world):
                tally.refuse(problem, at, f"{acronym}: {name}")
                continue
            same = key(name), f"{acronym.upper()} "
            body = next((bodies[item] for item in same if item in bodies), None) or _Body(at=at)
            bodies.update(dict.fromkeys(same, body))
            body.names += [name] if name not in body.names else []
            body.acronyms += [acronym] if acronym.upper() not in map(str.upper, body.acronyms) else []
    for one in {id(body): body for body in bodies.values()}.values():
        yield Record(entity=_entity(one, world), at=one.at)


def _memberships(path: str, tally: Tally) -> Iterator[tuple[Place, str, str]]:
    seen: set[tuple[str, str]] = set()
    for at, row in rows(path):
        tally.rows += 1
        name, acronym = " ".join(row.get("org_name", "").split()).replace(" In ", " in "), row.get("org_id", "").strip()
        if row.get("source") != "CIAFactbook":
            tally.refuse("not from the Factbook", at, name)
        elif not name or not acronym:
            tally.refuse("a row without name or acronym", at)
        elif (name, acronym) not in seen:
            seen.add((name, acronym))
            yield at, name, acronym


def _acronyms(path: str, tally: Tally) -> Iterator[tuple[Place, str, str]]:
    for at, line in lines(path):
        tally.rows += 1
        acronym, tab, name = line.strip().partition("\t")
        name = " ".join(name.split())
        if not tab or not name:
            tally.refuse("a row without name or acronym", at, line)
        elif _NOTE.match(name) or name[0].islower() or " " in acronym.replace(" or ", ""):
            tally.refuse("a note, not a name", at, line)
        else:
            yield from ((at, name, one) for one in acronym.split(" or "))


def _problem(name: str, world: World) -> str | None:
    if name in _NEVER:
        return "a misprint, or no organisation"
    if world.country(name) is not None:
        return "a country"
    return "a common word" if " " not in name and is_common_word(name) else None


def _entity(body: _Body, world: World) -> Entity:
    name = body.names[0]
    others = [NameForm(text=text, type=FormType.ALIAS) for text in (*body.names[1:], *_spellings(body.names))]
    acronyms = [NameForm(text=text, type=FormType.ACRONYM) for text in _short(body.acronyms, name, world)]
    return Entity(
        id=f"cia:org/{re.sub('[^a-z0-9]+', '-', fold(body.acronyms[0])).strip('-')}",
        name=name,
        kind=Kind.ORGANIZATION,
        forms=distinct(name, (*others, *acronyms)),
        description="international organisation",
        source=SOURCE,
    )


def _spellings(names: Iterable[str]) -> Iterator[str]:
    """The names in British spelling, in part and throughout, and without the comma before the last "and"."""
    for name in names:
        variants = [name]
        for american, british in _BRITISH:
            variants += [re.sub(rf"{american}\b", british, item) for item in variants]
        variants += [item.replace(", and ", " and ") for item in variants]
        yield from variants[1:]


def _short(acronyms: Iterable[str], name: str, world: World) -> Iterator[str]:
    """Acronyms that mean this body alone: neither everyday words nor what the list calls something else."""
    for text in acronyms:
        if not _ACRONYM.fullmatch(text) or (len(text) < 3 and text not in _SHORT):
            continue
        other = world.body(text)
        if text.upper() in _WORDS or other not in (None, world.body(name)):
            continue
        yield text
        if "-" in text:
            yield text.replace("-", "")
