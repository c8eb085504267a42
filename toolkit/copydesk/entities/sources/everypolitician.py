"""Members of parliaments in 2015 from EveryPolitician, with their Wikidata labels (CC0): names in many languages.

Only people with a Wikidata identity are taken: the names of the others stand in any order and case. Some chambers are given
with the members of many terms. That somebody sat in 2015 is said only where the chamber is given with about as many people as
it has seats; it is known for 2015 and no more: a point, not an interval.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from copydesk.core.dates import PartialDate, Period
from copydesk.core.entity import Entity, Fact, FormType, Kind, NameForm, Relation
from copydesk.entities.records import Record, Tally, World
from copydesk.entities.schema import Place
from copydesk.entities.sources.opening import rows
from copydesk.entities.sources.person_names import family_of
from copydesk.entities.sources.scripts_of import NOT_LATIN, Script, script
from copydesk.names.forms import core_parts, key

SOURCE = "EveryPolitician 2015; Wikidata"
SEEN = PartialDate(2015)
#: members born before this or dead before then are of older parliaments; nobody born after the last sat in 2015
_BORN, _DIED, _YOUNGEST = 1920, 2010, 1997
#: foreign spellings kept at most, the most frequent first
MOST_FOREIGN = 3
#: how many more people than seats a chamber is given with where it is given for one term: some gave their seats up
_LEFT = 1.05
#: seats in 2015 of the chambers that are given with Wikidata identities
_SEATS = {
    "Afghanistan/Wolesi_Jirga": 249, "Armenia/Assembly": 131, "Austria/Nationalrat": 183, "Azerbaijan/National_Assembly": 125,
    "Bahamas/House_of_Assembly": 38, "Belgium/Representatives": 150, "Botswana/Assembly": 63, "Cambodia/National_Assembly": 123,
    "Costa_Rica/Assembly": 57, "Croatia/Sabor": 151, "Denmark/Folketing": 179, "Estonia/Riigikogu": 101,
    "Finland/Eduskunta": 200, "France/National_Assembly": 577, "Georgia/Parliament": 150, "Ghana/Parliament": 275,
    "Honduras/Congreso_Nacional": 128, "Hong_Kong/Legislative_Council": 70, "Indonesia/Council": 560, "Ireland/Dail": 166,
    "Italy/House": 630, "Jamaica/House_of_Representatives": 63, "Jordan/House_of_Representatives": 150, "Kenya/Assembly": 349,
    "Kyrgyzstan/Council": 120, "Latvia/Saeima": 100, "Lebanon/Parliament": 128, "Luxembourg/Chamber": 60, "Macao/Assembly": 33,
    "Malta/Assembly": 71, "Netherlands/House_of_Representatives": 150, "New_Zealand/House": 121,
    "North_Korea/National_Assembly": 687, "Puerto_Rico/House_of_Representatives": 51, "Samoa/Parliament": 49,
    "Senegal/Assembly": 150, "Slovenia/National_Assembly": 90, "Solomon_Islands/Parliament": 50, "South_Africa/Assembly": 400,
    "Spain/Congress": 350, "Sri_Lanka/Parliament": 225, "Sweden/Riksdag": 349, "Taiwan/Legislative_Yuan": 113,
}  # fmt: skip
#: where the members of the legislature are not called members of parliament
_LAWMAKERS = frozenset("CR HK HN KP MO PR TW".split())
_ENGLISH = frozenset("en en_gb en_ca".split())
_CHINESE = frozenset("zh zh_hans zh_hant zh_cn zh_hk zh_tw zh_sg zh_mo".split())
_NATIVE = frozenset("ja ko ar fa ru uk be bg sr mk kk ky mn hy ka he el ur hi bn th my km ps tg".split())
_NO_NATIVE = (None, Script.LATIN, Script.OTHER)
#: ``(politician)``; ``, Baron Soley``; ``Sir``
_NOTE = re.compile(
    r"^(?:Sir|Dame) |\s*\(.*?\)\s*$|, (?:\d+\w+ )?(?:Baron|Baroness|Viscount|Viscountess|Earl|Countess|Lord|Lady)\b.*$"
)
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .'’‑-])*")
_GENDERS = {"male": "m", "m": "m", "homme": "m", "female": "f", "f": "f", "femme": "f"}
Labels = Sequence[tuple[str, str]]


@dataclass(slots=True)
class _Given:
    """What the files give: labels and the first row of each identity, and how many people each chamber has."""

    labels: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    people: dict[str, tuple[dict[str, str], str, Place]] = field(default_factory=dict)
    chambers: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    #: the chambers of each identity, all of the country of its first row
    seats: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def read(files: Sequence[str], world: World, tally: Tally) -> Iterator[Record]:
    """One record a Wikidata identity, however many chambers it sat in. Raises EntityListError where a file cannot be read."""
    given = _Given()
    for path in files:
        for at, row in rows(path):
            if "lang" in row:
                given.labels[row["qid"]].append((row["lang"], _NOTE.sub("", row["name"]).strip()))
            else:
                tally.rows += 1
                _take(given, at, row, world, tally)
    sitting = {name for name, people in given.chambers.items() if len(people) <= _LEFT * _SEATS.get(name, 0)}
    for qid, (row, country, at) in given.people.items():
        entity = _entity(qid, row, world.code(country), given.labels.get(qid, []), sat=bool(given.seats[qid] & sitting))
        if entity is None:
            tally.refuse("no English name", at, row["name"])
            continue
        yield Record(entity=entity, facts=tuple(_facts(entity, country, given.seats[qid] & sitting)), at=at)


def _take(given: _Given, at: Place, row: Mapping[str, str], world: World, tally: Tally) -> None:
    chamber, qid = f"{row['country']}/{row['chamber']}", row["qid"]
    given.chambers[chamber].add(qid or row["key"])
    country = world.country(row["country"].replace("_", " ").replace("-", " "))
    if not qid:
        tally.refuse("no Wikidata identity", at, row["name"])
    elif country is None:
        tally.refuse("no country of the list", at, row["country"])
    elif _year(row["birth_date"], _BORN) < _BORN or _year(row["death_date"], _DIED) < _DIED:
        tally.refuse("a member of an older parliament", at, row["name"])
    else:
        if given.people.setdefault(qid, (dict(row), country, at))[1] == country:
            given.seats[qid].add(chamber)


def _year(text: str, unknown: int) -> int:
    return int(text[:4]) if text[:4].isdecimal() else unknown


def _facts(entity: Entity, country: str, chambers: set[str]) -> Iterator[Fact]:
    """The seat in 2015, if the member sat in a chamber that is given for that year."""
    if chambers:
        yield Fact(
            subject=entity.id, relation=Relation.HOLDS_OFFICE, object=country, role="legislator",
            title="Lawmaker" if entity.country in _LAWMAKERS else "Member of Parliament",
            period=Period(seen=SEEN, as_of=SEEN), source=SOURCE,
        )  # fmt: skip


def _entity(qid: str, row: Mapping[str, str], country: str | None, labels: Labels, *, sat: bool) -> Entity | None:
    name = _english(labels, country)
    if name is None:
        return None
    return Entity(
        id=f"wikidata:{qid}", name=name, kind=Kind.PERSON, country=country, gender=_GENDERS.get(row["gender"].lower()),
        forms=tuple(_forms(name, labels)), family=family_of(name, country), born=_born(row["birth_date"]),
        description=f"lawmaker {'in 2015' if sat else 'in or before 2015'}", source=SOURCE,
    )  # fmt: skip


def _english(labels: Labels, country: str | None) -> str | None:
    """The English label, or else, where names are at home in Latin letters, the spelling that all labels in them share."""
    name = next((text for lang, text in labels if lang == "en" and _is_name(text)), None)
    if name is not None or country in NOT_LATIN or any(lang == "en" for lang, _ in labels):
        return name
    latin = {text for lang, text in labels if lang and script(text) is Script.LATIN}
    return next(iter(latin)) if len(latin) == 1 and all(map(_is_name, latin)) else None


def _is_name(text: str) -> bool:
    return bool(_NAME.fullmatch(text)) and len(core_parts(text)) > 1 and text[0].isupper() and not text.isupper()


def _forms(name: str, labels: Labels) -> Iterator[NameForm]:
    known = {key(name)}
    for lang, text in labels:
        if lang in _ENGLISH and _is_name(text) and key(text) not in known:
            known.add(key(text))
            yield NameForm(text=text, type=FormType.ALIAS)
    latin = Counter(text for lang, text in labels if lang not in _ENGLISH and script(text) is Script.LATIN and _is_name(text))
    foreign: dict[str, str] = {}
    for text, _ in latin.most_common():
        if key(text) not in known:
            foreign.setdefault(key(text), text)
    yield from (NameForm(text=text, type=FormType.FOREIGN) for text in [*foreign.values()][:MOST_FOREIGN])
    yield from _native(labels)


def _native(labels: Labels) -> Iterator[NameForm]:
    seen: set[str] = set()
    for lang, text in labels:
        code = "zh" if lang in _CHINESE else lang
        if (code in _NATIVE or code == "zh") and script(text) not in _NO_NATIVE and text not in seen and len(text) <= 60:
            seen.add(text)
            family, comma, given = text.partition(", ")  # as Russian Wikipedia titles its articles
            yield NameForm(text=f"{given} {family}" if comma else text, type=FormType.NATIVE, lang=code)


def _born(text: str) -> PartialDate | None:
    """A date of birth. Wikidata's export writes a year alone as its first of January."""
    try:
        born = PartialDate.parse(text[:10].removesuffix("-01-01")) if text else None
    except ValueError:
        return None
    return born if born is not None and _BORN <= born.year <= _YOUNGEST else None
