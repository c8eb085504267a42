"""Members of parliaments in 2015 from EveryPolitician, with their Wikidata labels (CC0): names in many languages.

Only people with a Wikidata identity are taken: the names of the others stand in any order and case. Membership is known for
2015 and no more: a point, not an interval.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from copydesk.core.dates import PartialDate, Period
from copydesk.core.entity import Entity, Fact, FormType, Kind, NameForm, Relation
from copydesk.entities.records import Record, Tally, World
from copydesk.entities.schema import Place
from copydesk.entities.sources.opening import rows
from copydesk.entities.sources.scripts_of import Script, script
from copydesk.names.forms import core_parts, key

SOURCE = "EveryPolitician 2015; Wikidata"
SEEN = PartialDate(2015)
#: members born before this or dead before then are of older parliaments
_BORN, _DIED = 1920, 2010
#: foreign spellings kept at most, the most frequent first
MOST_FOREIGN = 3
_ENGLISH = frozenset("en en_gb en_ca".split())
_CHINESE = frozenset("zh zh_hans zh_hant zh_cn zh_hk zh_tw zh_sg zh_mo".split())
_NATIVE = frozenset("ja ko ar fa ru uk be bg sr mk kk ky mn hy ka he el ur hi bn th my km ps tg".split())
_NO_NATIVE = (None, Script.LATIN, Script.OTHER)
_NOTE = re.compile(r"\s*\(.*?\)\s*$")
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .'’‑-])*")
_GENDERS = {"male": "m", "m": "m", "female": "f", "f": "f"}


def read(files: Sequence[str], world: World, tally: Tally) -> Iterator[Record]:
    """One record a Wikidata identity, however many chambers it sat in."""
    labels: dict[str, list[tuple[str, str]]] = defaultdict(list)
    people: dict[str, tuple[dict[str, str], str, Place]] = {}
    for path in files:
        for at, row in rows(path):
            if "lang" in row:
                labels[row["qid"]].append((row["lang"], _NOTE.sub("", row["name"]).strip()))
                continue
            tally.rows += 1
            country = world.country(row["country"].replace("_", " ").replace("-", " "))
            if not row["qid"]:
                tally.refuse("no Wikidata identity", at, row["name"])
            elif country is None:
                tally.refuse("no country of the list", at, row["country"])
            elif (row["birth_date"] or "9999")[:4] < str(_BORN) or (row["death_date"] or "9999")[:4] < str(_DIED):
                tally.refuse("a member of an older parliament", at, row["name"])
            else:
                people.setdefault(row["qid"], (row, country, at))
    for qid, (row, country, at) in people.items():
        entity = _entity(qid, row, world.code(country), labels.get(qid, []))
        if entity is None:
            tally.refuse("no English name", at, row["name"])
            continue
        fact = Fact(
            subject=entity.id, relation=Relation.HOLDS_OFFICE, object=country, role="legislator", title="Member of Parliament",
            period=Period(seen=SEEN, as_of=SEEN), source=SOURCE,
        )  # fmt: skip
        yield Record(entity=entity, facts=(fact,), at=at)


def _entity(qid: str, row: dict[str, str], country: str | None, labels: list[tuple[str, str]]) -> Entity | None:
    name = next((text for lang, text in labels if lang == "en" and _is_name(text)), None)
    if name is None:
        return None
    return Entity(
        id=f"wikidata:{qid}", name=name, kind=Kind.PERSON, country=country, gender=_GENDERS.get(row["gender"].lower()),
        forms=tuple(_forms(name, labels)), family=_family(name, country), born=_born(row["birth_date"]),
        description="member of parliament in 2015", source=SOURCE,
    )  # fmt: skip


def _is_name(text: str) -> bool:
    return bool(_NAME.fullmatch(text)) and len(core_parts(text)) > 1 and text[0].isupper() and not text.isupper()


def _forms(name: str, labels: list[tuple[str, str]]) -> Iterator[NameForm]:
    known = {key(name)}
    for lang, text in labels:
        if lang in _ENGLISH and _is_name(text) and key(text) not in known:
            known.add(key(text))
            yield NameForm(text=text, type=FormType.ALIAS)
    latin = Counter(text for lang, text in labels if lang not in _ENGLISH and script(text) is Script.LATIN and _is_name(text))
    foreign = [text for text, _ in latin.most_common() if key(text) not in known]
    yield from (NameForm(text=text, type=FormType.FOREIGN) for text in foreign[:MOST_FOREIGN])
    seen: set[str] = set()
    for lang, text in labels:
        code = "zh" if lang in _CHINESE else lang
        if (code in _NATIVE or code == "zh") and script(text) not in _NO_NATIVE and text not in seen and len(text) <= 60:
            seen.add(text)
            family, comma, given = text.partition(", ")  # as Russian Wikipedia titles its articles
            yield NameForm(text=f"{given} {family}" if comma else text, type=FormType.NATIVE, lang=code)


#: countries where the family name stands first in English too, and where there is none or it cannot be told
_FIRST = frozenset("CN TW KR KP VN KH".split())
_UNTOLD = frozenset("MM ET ER ID IS MN BT LK TH LA MY BN TL IN PK BD AF IR IQ SA AE EG SD LY YE SY JO LB".split())
_COMPOUND = frozenset("bin bint ibn al de da do dos la el van von der den di du le".split())


def _family(name: str, country: str | None) -> tuple[str, ...]:
    words = name.split()
    if country in _UNTOLD or any(word.lower() in _COMPOUND for word in words):
        return ()
    return (words[0] if country in _FIRST else words[-1],)


def _born(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text[:10]) if text else None
    except ValueError:
        return None
