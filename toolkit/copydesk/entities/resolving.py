"""Whether a record of a source is an entity that is there already: entity resolution, apart where it is not sure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from copydesk.core.entity import Entity, Fact, FormType, Kind, Office, Relation
from copydesk.entities.listing import RIGHT
from copydesk.entities.tenures import CONTRADICTS, JOINS, extent
from copydesk.names.forms import core_parts, key
from copydesk.names.knowledge import default_knowledge, romanised
from copydesk.names.sounds import skeleton

#: countries where many people share two- or three-syllable names, so that a name alone says little
NAMESAKES = frozenset("CN TW HK KR KP VN KH MM".split())
_SUFFIXES = frozenset("jr sr ii iii iv".split())
#: offices of one holder for each of several posts
SEVERAL = frozenset(("vice_president", "deputy_prime_minister"))
#: edit ratio (0 to 100) of sound skeletons of names that may be one person's in one office at one time
SAME_IN_OFFICE = 65.0


@dataclass(slots=True)
class Draft:
    """An entity in the making, its facts, and the sources that spoke of it."""

    entity: Entity
    facts: list[Fact]
    sources: set[str]


class Resolver:
    """Finds the draft that a record speaks of."""

    def __init__(self, offices: Mapping[str, Office]) -> None:
        self._offices = offices
        self.drafts: dict[str, Draft] = {}
        self.countries: set[str] = set()
        self._by_name: dict[str, dict[str, None]] = defaultdict(dict)
        self._by_sound: dict[tuple[str | None, str], dict[str, None]] = defaultdict(dict)
        self._by_office: dict[tuple[str, str | None], dict[str, None]] = defaultdict(dict)
        self._known: dict[str, str] = {}

    def put(self, draft: Draft) -> None:
        """Take a new or changed draft into the look-ups."""
        entity = draft.entity
        self.drafts[entity.id] = draft
        for name in (entity.id, *entity.same_as):
            self._known.setdefault(name, entity.id)
        for text in (entity.name, *entity.written(*RIGHT)):
            self._by_name[key(text)][entity.id] = None
            if entity.kind is Kind.PERSON:
                for part in core_parts(text):
                    self._by_sound[entity.country, romanised(part)][entity.id] = None
        for fact in draft.facts:
            if fact.relation is Relation.HOLDS_OFFICE and fact.role:
                self._by_office[fact.role, fact.object][entity.id] = None

    def country(self, code: str, ident: str) -> None:
        """Know a country by its ISO 3166 alpha-2 code."""
        self._known.setdefault(f"iso:{code}", ident)
        self.countries.add(ident)

    def in_office(self, role: str, of: str | None) -> Iterator[Draft]:
        """Those who ever held an office."""
        return (self.drafts[ident] for ident in self._by_office.get((role, of), ()))

    def known(self, entity: Entity) -> Draft | None:
        """The draft that has this id, or an identifier of it."""
        ident = next((self._known[name] for name in (entity.id, *entity.same_as) if name in self._known), None)
        return None if ident is None else self.drafts[ident]

    def named(self, name: str, kind: Kind, country: str | None) -> list[Draft]:
        """The drafts of a kind and country that have exactly this name, folded."""
        found = (self.drafts[ident] for ident in self._by_name.get(key(name), ()))
        return [draft for draft in found if draft.entity.kind is kind and draft.entity.country == country]

    def person(self, entity: Entity, facts: Iterable[Fact], source: str, *, by_name: bool) -> Draft | None:
        """The person meant: the holder of the same office at the same time with a like name, or the only one of the name.

        ``by_name`` says whether the same name in the same country is enough. None where nobody or more than one fits.
        """
        pool = dict.fromkeys(ident for part in _sounds(entity) for ident in self._by_sound.get((entity.country, part), ()))
        rivals = [draft for draft in map(self.drafts.__getitem__, pool) if not _differ(entity, draft, source)]
        offices = [fact for fact in facts if fact.role]
        for fact in offices:
            same = [draft for draft in self.in_office(str(fact.role), fact.object) if _at_once(fact, draft.facts)]
            if self._offices[str(fact.role)].single and fact.role not in SEVERAL:
                # a source may spell the only holder in several ways, but hardly make two people of the office at one time
                like = [draft for draft in same if not _differ(entity, draft, "") and _alike(entity, draft.entity)]
            else:
                like = [draft for draft in same if not _differ(entity, draft, source) and same_name(entity, draft.entity)]
            if len(like) == 1:
                return like[0]
        spelled = [draft for draft in rivals if same_name(entity, draft.entity)]
        if len(spelled) != 1:
            return None
        sure = by_name and entity.country not in NAMESAKES
        return spelled[0] if sure or _born_alike(entity, spelled[0].entity) else None


def _sounds(entity: Entity) -> set[str]:
    return {romanised(part) for text in (entity.name, *entity.written(*RIGHT)) for part in core_parts(text)}


def _differ(entity: Entity, draft: Draft, source: str) -> bool:
    """Whether two cannot be one: another sex, another year of birth, or two records of one source."""
    other = draft.entity
    if entity.gender and other.gender and entity.gender != other.gender:
        return True
    if entity.born and other.born and abs(entity.born.year - other.born.year) > 1:
        return True
    return source in draft.sources


def _born_alike(entity: Entity, other: Entity) -> bool:
    return entity.born is not None and other.born is not None and abs(entity.born.year - other.born.year) <= 1


def _at_once(fact: Fact, facts: Iterable[Fact]) -> bool:
    """Whether the office was held at one time: begun together, or overlapping by more than a late handover explains."""
    start, end = extent(fact.period)
    for other in facts:
        if (other.role, other.object) == (fact.role, fact.object):
            first, last = extent(other.period)
            begun = None not in (fact.period.start, other.period.start) and abs(start - first) <= JOINS
            point = start == end and first + JOINS <= start <= last - JOINS
            if begun or point or (first == last and start + JOINS <= first <= end - JOINS):
                return True
            if min(end, last) - max(start, first) >= CONTRADICTS:
                return True
    return False


def _alike(entity: Entity, other: Entity) -> bool:
    """Whether two names can be spellings of one: a part in common by sound, or sounds near as wholes."""
    if _sounds(entity) & _sounds(other):
        return True
    return any(
        fuzz.token_sort_ratio(skeleton(key(a)), skeleton(key(b))) >= SAME_IN_OFFICE
        for a in (entity.name, *entity.written(FormType.ALIAS))
        for b in (other.name, *other.written(FormType.ALIAS))
    )


def same_name(left: Entity, right: Entity) -> bool:
    """Whether some right form of one is an accepted spelling of one of the other, in two parts or more."""
    return any(
        _same_parts(core_parts(a), core_parts(b))
        for a in (left.name, *left.written(FormType.ALIAS))
        for b in (right.name, *right.written(FormType.ALIAS))
    )


def _initial(left: str, right: str) -> bool:
    """Whether one part is the first letter of the other."""
    return min(len(left), len(right)) == 1 and left[0] == right[0]


def _same_parts(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """All parts of the shorter name answer to one of the longer; middle names and patronymics may be left out."""
    left, right = (tuple(part for part in name if part not in _SUFFIXES) for name in (left, right))
    if min(len(left), len(right)) < 2:
        return False
    short, longer = (left, right) if len(left) <= len(right) else (right, left)
    rest, whole = list(longer), 0
    knowledge = default_knowledge()
    for part in short:
        match = next((other for other in rest if part == other or knowledge.variants(part, other)), None)
        whole += match is not None
        if match is None and part != short[-1]:
            # an initial stands for a given name: neither side of it may be the last part, which is the family name in most
            match = next((other for other in rest if other != longer[-1] and _initial(part, other)), None)
        if match is None:
            return False
        rest.remove(match)
    # two parts are the same in full, and the family name is not the one left over
    return whole > 1 and (not rest or longer[-1] not in rest or longer[0] not in rest)
