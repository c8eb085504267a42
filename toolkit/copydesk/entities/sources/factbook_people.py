"""Who the names in the Factbook's lists are: the spellings of one person joined, the newest one first."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from rapidfuzz import fuzz

from copydesk.core.entity import Entity, Kind
from copydesk.entities.resolving import same_name
from copydesk.entities.schema import Place
from copydesk.entities.sources.cia_names import PersonName, slug, without_patronymic
from copydesk.entities.sources.factbook_tenures import Sighting
from copydesk.names.forms import core_parts, key

#: edit ratio (0 to 100) of names, parts sorted, from which two are one: in a post of one holder, and in others
NEAR_SINGLE, NEAR = 70.0, 90.0
#: the same of a part of a name with a part of another
PART = 80.0
#: seen again in the same post after so long, a like name is still the same person's
RETURNS = timedelta(days=6 * 365)
#: a spelling seen for less is a slip that was mended
SLIP = timedelta(days=700)
#: countries where the family name stands first, and where people have none or it cannot be told
_FIRST = frozenset("CN TW KR KP VN KH HK MO SG".split())
_UNTOLD = frozenset("MM ET ER ID IS MN BT LK TH LA MY BN TL IN PK BD AF SO DJ NR TV KI WS TO".split())
#: entity ids of the countries whose monarch is that of others too
_REALMS = ("united-kingdom", "denmark")
#: countries where people have two family names
_TWO = frozenset("ES MX GT HN SV NI CR PA CU DO VE CO EC PE BO CL AR PY UY GQ PH".split())
_ROMANCE = _TWO | frozenset("FR PT BR AO MZ CV GW ST TL".split())
_COMPOUND = frozenset("bin bint ibn al ould uld de da do dos la del el".split())

Seen = tuple[str, PersonName, Sighting]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person of one country with all sightings. ``older`` are spellings that are not plainly right ones."""

    ident: str
    home: str
    name: str
    family: str | None
    aliases: tuple[str, ...]
    older: tuple[str, ...]
    sightings: tuple[Sighting, ...]
    at: Place

    def family_in(self, country: str | None) -> tuple[str, ...]:
        """The part that stands alone on second mention, as far as it is marked or can be told."""
        if self.family is not None:
            return (self.family,)
        words = self.name.split()
        if re.fullmatch(r"[IVX]+", words[-1]):
            return (" ".join(words[:-1]),)
        if country in _UNTOLD or len(words) < 2 or _COMPOUND & {word.lower() for word in words}:
            return ()
        if country in _FIRST:
            return (words[0],)
        return () if len(words) > 2 and country in _TWO else (words[-1],)

    def name_in(self, country: str | None) -> str:
        """The name with the particles that capitals or headings hid written small: ``Dominique De Villepin``."""
        small = {"Bin": "bin", "Bint": "bint"}
        if country in _ROMANCE:
            small |= {word.capitalize(): word for word in "de da do dos das del y e".split()}
        first, *rest = self.name.split()
        return " ".join((first, *(small.get(word, word) for word in rest)))


def families(seen: Iterable[Seen]) -> dict[str, str]:
    """The family name that the capitals of some row mark, by folded name; those marked in two ways are left out."""
    marked: dict[str, Counter[str]] = defaultdict(Counter)
    for _, name, _ in seen:
        if name.family:
            marked[key(name.name)][name.family] += 1
    return {name: next(iter(found)) for name, found in marked.items() if len(found) == 1}


def gathered(seen: Sequence[Seen], marked: Mapping[str, str]) -> list[Person]:
    """The people, in the order in which they were first read."""
    also = {key(name.name): name.other for _, name, _ in seen if name.other}
    crowned = {name.name: home for home, name, sighting in seen if sighting.post.role == "monarch" and home in _REALMS}
    by_name: dict[tuple[str, str], list[tuple[str, Sighting]]] = defaultdict(list)
    for home, name, sighting in seen:
        if sighting.post.role == "monarch":
            home = crowned.get(name.name, home)
        by_name[home, key(name.name)].append((name.name, sighting))
    parent = {who: who for who in by_name}
    for left, right in _spellings(by_name):
        parent[_top(parent, right)] = _top(parent, left)
    groups: dict[tuple[str, str], list[tuple[str, Sighting]]] = defaultdict(list)
    for who, own in by_name.items():
        groups[_top(parent, who)] += own
    return [_person(home, own, marked, also) for (home, _), own in groups.items()]


def _top(parent: Mapping[tuple[str, str], tuple[str, str]], who: tuple[str, str]) -> tuple[str, str]:
    while parent[who] != who:
        who = parent[who]
    return who


def _spellings(
    by_name: Mapping[tuple[str, str], list[tuple[str, Sighting]]],
) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Pairs of names of one country that are one person's: in one post from one day, or seen in it one after the other."""
    posts: dict[tuple[str, str, str], dict[tuple[str, str], list[Sighting]]] = defaultdict(lambda: defaultdict(list))
    for who, own in by_name.items():
        for _, sighting in own:
            posts[who[0], sighting.post.of, sighting.post.key][who].append(sighting)
    for holders in posts.values():
        for left, right in combinations(holders, 2):
            if _one(left[1], holders[left], right[1], holders[right]):
                yield left, right


def _one(left: str, first: Sequence[Sighting], right: str, second: Sequence[Sighting]) -> bool:
    near, single = fuzz.token_sort_ratio(left, right), first[0].post.single
    starts = {item.since for item in first if item.since} & {item.since for item in second if item.since}
    if starts and (near >= (NEAR_SINGLE if single else NEAR) or (single and _contained(left, right))):
        return True
    if not same_name(_bare(left), _bare(right)) and not (single and (near >= NEAR or _contained(left, right))):
        return False
    return bool(starts) or any(_near(*sorted((a, b), key=_first_day)) for a in first for b in second)


def _contained(left: str, right: str) -> bool:
    """Whether each part of the shorter name, two or more but initials, is nearly one of the longer."""
    words = ([part for part in core_parts(name) if len(part) > 1] for name in (left, right))
    short, long = sorted(words, key=len)
    return len(short) > 1 and all(max(fuzz.ratio(part, other) for other in long) >= PART for part in short)


def _near(early: Sighting, late: Sighting) -> bool:
    return late.first.first - early.last.last <= RETURNS


def _first_day(sighting: Sighting) -> date:
    return sighting.first.last


def _bare(name: str) -> Entity:
    return Entity(id="", name=name, kind=Kind.PERSON)


def _person(home: str, own: Sequence[tuple[str, Sighting]], marked: Mapping[str, str], also: Mapping[str, str]) -> Person:
    spans: dict[str, tuple[date, date]] = {}
    for name, sighting in own:
        first, last = spans.get(name, (date.max, date.min))
        spans[name] = min(first, sighting.first.first), max(last, sighting.last.last)
    newest = max(spans, key=lambda name: (spans[name][1], spans[name][1] - spans[name][0]))
    name = without_patronymic(newest)
    others = {key(other): other for other in (newest, *spans) if key(other) != key(name)}.values()
    right = [other for other in others if same_name(_bare(other), _bare(name))]
    older = [other for other in others if other not in right and spans[other][1] - spans[other][0] >= SLIP]
    right += [also[key(other)] for other in spans if key(other) in also]
    family = marked.get(key(newest))
    return Person(
        ident=f"cia:{home}/{slug(name)}", home=home, name=name, family=family, aliases=tuple(dict.fromkeys(right)),
        older=tuple(older),
        sightings=tuple(sighting for _, sighting in own), at=own[0][1].at,
    )  # fmt: skip
