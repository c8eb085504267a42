"""First-level regions and armed groups from the lists in the CIA World Factbook's history (public domain).

The Factbook writes regions as one sentence: a count, then names with marks of rank, English names in brackets, and in
parentheses either administrative centres, where a note says so, or English names. Only the newest edition of a country is read,
and only names that are plain after cleaning are taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copydesk.core.dates import PartialDate, Period
from copydesk.core.entity import Entity, Fact, FormType, Kind, NameForm, Relation
from copydesk.entities.records import Record, Tally, World
from copydesk.entities.schema import Place
from copydesk.entities.sources.cia_names import slug
from copydesk.entities.sources.factbook_groups import groups
from copydesk.entities.sources.factbook_items import items
from copydesk.entities.sources.factbook_regions import printed
from copydesk.entities.sources.opening import rows
from copydesk.names.common import zipf
from copydesk.names.forms import key

SOURCE = "CIA World Factbook"
#: letters of a region's name
LONGEST = 40
#: words per billion, as a logarithm, from which a region's name is an everyday word: Western, Lakes
COMMON = 3.65
_NAME = re.compile(r"[^\W\d_a-z](?:[^\W\d_]|(?<=\w)['’](?=\w))*(?:[ -](?:[^\W\d_]|(?<=\w)['’](?=\w))+)*")
_NOTE = re.compile(r"\bnote(?: \d)?:|\bnote -|\bfollowed by", re.IGNORECASE)
_SEE_NOTE = re.compile(r"\s*\(see note[^()]*\)|[;,]? see note\b.*", re.IGNORECASE)
_CENTRES = re.compile(r"administrative cent|capital", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\[([^\]]*)\]")
_PARENTHESES = re.compile(r"\s*\(([^()]*)\)")
#: words for "province" and "city" that are printed as part of the name
_KIND = re.compile(r"\s+(?:Oblusu|Shaary|Viloyati|Shahri|Velayat|Respublikasi|Province|City|Republic|county)$")
#: what parentheses hold beside names
_LANGUAGE = re.compile(
    r"\((?:[^()]*\b)?(?:Castilian|Catalan|Aranese|Kurdish|Swedish|Finnish|French|German|Dutch|Italian|Arabic|form)\b[^()]*\)"
)
#: countries whose list has several names for each region, and those where the English name comes first
_TANGLED, _ENGLISH_FIRST = frozenset(("BE",)), frozenset(("KR", "RU", "TN"))
#: towns, languages and peoples that stand in brackets
_WRONG = frozenset(("Nurafshon", "Tampere", "Jewish", "Newland"))
_DIRECTIONS = frozenset(
    "nord sud est ouest nord-est nord-ouest sud-est sud-ouest centre central centrale norte sur sul este oeste leste oriental"
    " occidental north south east west northern southern eastern western capital littoral maritime plateau savanes".split()
)
#: lists of towns and villages, and no lists
_NO_REGIONS = re.compile(
    r"[\"\s]*(?:none|no first-order|includes|England|\d+ (?:urban |rural |geographical )?(?:municipalities|communes|localities"
    r"|towns|quarters|units|island councils))\b",
    re.IGNORECASE,
)


def read(files: Sequence[str], world: World, tally: Tally) -> Iterator[Record]:
    """Regions by country in the order of the file, then armed groups."""
    newest: dict[tuple[str, str], tuple[str, Place, str]] = {}
    for path in files:
        for at, row in rows(path):
            if row["field"] not in ("admin_divisions", "terror_groups"):
                continue
            tally.rows += 1
            known = newest.get((row["country"], row["field"]))
            if known is None or row["last_seen"] > known[2]:
                newest[row["country"], row["field"]] = (row["text"], at, row["last_seen"])
    armed: list[tuple[str, str, Place]] = []
    for (name, field), (text, at, seen) in newest.items():
        country = world.country(name)
        if country is None:
            tally.refuse("no country of the list", at, name)
        elif field == "admin_divisions":
            yield from _regions(text, seen, country, world, tally, at)
        else:
            armed.append((text, str(world.code(country)), at))
    yield from groups(armed, tally)


def _regions(text: str, seen: str, country: str, world: World, tally: Tally, at: Place) -> Iterator[Record]:
    code, centres = str(world.code(country)), _CENTRES.search(text) is not None
    found = None if _NO_REGIONS.match(text) or code in _TANGLED else items(_NOTE.split(_SEE_NOTE.sub("", text))[0])
    try:
        day = PartialDate.parse(seen)
    except ValueError:
        return tally.refuse("a date that cannot be", at, seen)
    if found is None:
        return tally.refuse("no plain list of regions", at, text)
    taken: set[str] = set()
    for item in found:
        name, others = _names(item, code, centres)
        reason = "a name in one of several languages" if _foreign(item) else _unfit(name, taken, world)
        if reason is not None:
            tally.refuse(reason, at, item)
            continue
        taken.add(slug(name))
        yield _region(name, others, country, day, world, at)
    return None


def _foreign(item: str) -> bool:
    """Whether the item is the same region once more, in a language that is named, without an English name."""
    return _LANGUAGE.search(item) is not None and "[" not in item


def _names(item: str, code: str, centres: bool) -> tuple[str, list[NameForm]]:
    """The name that English texts have, and the other forms."""
    bracket, parenthesis = _BRACKETS.search(item), _PARENTHESES.search(_LANGUAGE.sub("", item))
    bare = _PARENTHESES.sub("", _BRACKETS.sub("", item)).replace("*", "").strip(" ,.;\"'")
    first, *others = (_KIND.sub("", part).strip() for part in re.split(r"/| or ", bare))
    mark = bracket or (None if centres else parenthesis)
    added = _KIND.sub("", mark.group(1).strip()) if mark else ""
    added = added if _NAME.fullmatch(added) and added not in _WRONG else ""
    if code == "FR" and " " in added:
        added = ""  # the French list translates names by their meaning
    name = printed(first if code in _ENGLISH_FIRST or not added else added, code)
    kind = FormType.ALIAS if bracket or not added else FormType.FOREIGN
    spelled = [(text, kind) for text in (first, added)] + [(text, FormType.FOREIGN) for text in others]
    forms = {key(text): NameForm(text=text, type=type_) for text, type_ in spelled if key(text) != key(name)}
    return name, [form for form in forms.values() if _NAME.fullmatch(form.text) and len(form.text) <= LONGEST]


def _unfit(name: str, taken: set[str], world: World) -> str | None:
    broken = " " in (name[1:2], name[-2:-1]) or name in _WRONG
    if broken or not _NAME.fullmatch(name.replace("St. ", "Saint ")) or len(name) > LONGEST:
        return "no plain name of a region"
    if world.country(name) is not None:
        return "named like a country"
    if zipf(name) >= COMMON or name.lower() in _DIRECTIONS:
        return "a common word"
    return "twice in one list" if slug(name) in taken else None


def _region(name: str, forms: list[NameForm], country: str, day: PartialDate, world: World, at: Place) -> Record:
    code = str(world.code(country))
    ident = f"cia:region/{code}/{slug(name)}"
    description = f"region of {country.replace('-', ' ').title()}"
    place = Entity(
        id=ident, name=name, kind=Kind.PLACE, country=code, description=description, source=SOURCE, forms=tuple(forms)
    )
    period = Period(seen=day, as_of=day)
    where = Fact(subject=ident, relation=Relation.LOCATED_IN, object=country, period=period, source=SOURCE)
    return Record(entity=place, facts=(where,), at=at)
