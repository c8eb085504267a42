"""Names of people out of lists: which part is the family name, in which order English prints it, and what it leaves out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from copydesk.entities.sources.cia_names import SMALL, cleaned
from copydesk.names.forms import fold
from copydesk.names.pinyin import is_pinyin

#: countries whose people English names family first
_FIRST = frozenset("CN TW KR KP VN KH".split())
#: of these, the ones where a given name of two syllables may have a hyphen: the second is small
_HYPHENED = frozenset("CN TW KR KP HK MO".split())
#: where there is no family name, or a name does not show which part it is
_UNTOLD = frozenset(
    "MM ET ER ID IS MN BT LK TH LA MY BN SG TL IN PK BD AF IR IQ SA AE EG SD LY YE SY JO LB KW QA BH OM PS TN DZ MA MR".split()
)
#: where a person has two family names, and goes by both or the first
_TWO = frozenset("ES MX GT HN SV NI CR PA CU DO PR CO VE EC PE BO PY CL AR UY GQ".split())
_PARTICLES = SMALL | frozenset("bin ben ter zur zum op auf mac mc ó ní nic uí ua ap st saint".split())
_NUMERAL = re.compile(r",? (?:[JS]r\.?|I{2,3}|I?V)$")
_LETTER = r"[^\W\d_]"
#: a capital after an apostrophe within a word that was all capitals, as in ``Sa'Id``; ``O'Neill`` and ``D'Ottavio`` are right
_INNER = re.compile(rf"(?<={_LETTER}{_LETTER})(['’]{_LETTER})")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedName:
    """A name as newsrooms print it, and what may stand alone on second mention: nothing where that cannot be told."""

    name: str
    family: tuple[str, ...] = ()


def family_of(name: str, country: str | None) -> tuple[str, ...]:
    """The family name of a name as English prints it; empty where the country's names do not show it.

    ``country`` is an ISO 3166 code.
    """
    words = _NUMERAL.sub("", name).split()
    if country in _UNTOLD or len(words) < 2 or any(word.lower() in _PARTICLES for word in words):
        return ()
    if country in ("HK", "MO", "TW"):
        return _beside_hyphen(words)
    if country in _TWO and len(words) > 2:
        return ()
    return (words[0] if country in _FIRST else words[-1],)


def _beside_hyphen(words: list[str]) -> tuple[str, ...]:
    """The word before a given name with a hyphen (``Starry Lee Wai-king``), or the last of two (``Carrie Lam``)."""
    if "-" in words[-1]:
        return (words[-2],)
    return (words[-1],) if len(words) == 2 else ()


def listed(text: str, country: str | None) -> ListedName | None:
    """A name out of a list that prints ``FAMILY, Given``: ``ATABEKAU, Khazalbek`` → Khazalbek Atabekau.

    ``country`` (ISO 3166) decides the order. None where it is not plainly the name of one person.
    """
    family, comma, given = text.partition(", ")
    turned = cleaned(f"{given} {family}") if comma else None
    own = cleaned(f"Xx {family}")
    if turned is None or own is None or own.family is None:
        return None
    last = _small_inside(own.family, country)
    name = _small_inside(turned.name, country)
    first = name.removesuffix(last).strip()
    if first == name or not first:
        return None
    if country == "KP" and "'" in name:
        return None  # as scholars spell it, and no newsroom
    if country in _FIRST and all(is_pinyin(part) for part in re.split("[ -]", fold(first)) if country == "CN"):
        return ListedName(name=f"{last} {first}", family=(last,))
    if country == "HK" and "-" in first:
        western, _, own_given = first.rpartition(" ")
        return ListedName(name=f"{western} {last} {own_given}".strip(), family=(last,))
    return ListedName(name=name, family=_families(last, country))


def _families(last: str, country: str | None) -> tuple[str, ...]:
    if country == "MM":
        return ()
    words = last.split()
    two = country in _TWO and len(words) == 2 and words[0].lower() not in _PARTICLES
    return (last, words[0]) if two else (last,)


def _small_inside(name: str, country: str | None) -> str:
    """Inner letters small again after a name in capitals was cased: ``Sa'Id``, ``Jo Yong-Won``."""
    name = _INNER.sub(lambda match: match.group().lower(), name)
    if country in _HYPHENED:
        name = re.sub(rf"(?<={_LETTER})-{_LETTER}", lambda match: match.group().lower(), name)
    return name
