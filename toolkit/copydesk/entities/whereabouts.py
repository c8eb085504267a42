"""Where places lie by a list's dated rows: what a place is, what it lies in, and what is disputed about it."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass

from copydesk.core.dates import PartialDate, When
from copydesk.core.entity import Entity, Fact, FormType, Kind, Relation
from copydesk.entities.listing import EntityList

INSIDE = (Relation.LOCATED_IN, Relation.PART_OF, Relation.CAPITAL_OF)
_OVER = (When.BEFORE, When.AFTER)
_TOWN = re.compile(r"(?:\w+[- ])*?(?:city|town|village|capital|settlement|port)\b", re.IGNORECASE)
_AND_REGION = re.compile(r"\b(?:and|or) (?:\w+ )?(?:region|province|state)\b|^city-state", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:state|province|region|republic|prefecture|territory|area|community|islands?|peninsula|entity|half|part)\b"
    r"(?: (?:or|and) \w+)? of (?:[a-z-]+ )?(?:the )?[A-Z]"
)
_AREA = re.compile(
    r"\b(?:state|province|region|territory|republic|prefecture|governorate|oblast|krai|county|district|area|island|islands"
    r"|peninsula|community|entity|emirate|canton|department|country)\b",
    re.IGNORECASE,
)
#: notes of rows that are no dispute by their flag, and still say that somebody else ruled there
_DOUBTED = re.compile(r"\b(?:control|claim|administ(?!rative)|occup|recogni|annex|breakaway|de facto)", re.IGNORECASE)
#: steps from a town to what it lies in at most: a list may go in circles
_DEEPEST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """The rows that lead from a place to one that it lies in."""

    rows: tuple[Fact, ...]

    @property
    def disputed(self) -> bool:
        """Whether any step is."""
        return any(row.disputed for row in self.rows)


def is_country(entity: Entity) -> bool:
    """Whether a place is a state or is spoken of like one (Scotland): it has a country code and a demonym, and is no part."""
    named = entity.kind is Kind.PLACE and entity.country is not None and bool(entity.written(FormType.DEMONYM))
    return named and not is_town(entity) and not _PART.search(entity.description)


def is_town(entity: Entity) -> bool:
    """Whether a place is a town, by its description, and no region of the same name too."""
    return _TOWN.match(entity.description) is not None and not _AND_REGION.search(entity.description)


def is_area(entity: Entity) -> bool:
    """Whether other places can lie in it."""
    return entity.kind is Kind.PLACE and (
        is_country(entity) or (not is_town(entity) and bool(_AREA.search(entity.description)))
    )


def holds(fact: Fact, day: PartialDate | None) -> bool:
    """Whether a fact holds at the date; without a date only what has not ended counts."""
    return fact.period.end is None if day is None else fact.period.when(day) not in _OVER


def ways(ident: str, day: PartialDate | None, entities: EntityList) -> dict[str, Way]:
    """All that a place lies in at the date, by id, each with the shortest way there, undisputed before disputed."""
    found: dict[str, Way] = {}
    for careful in (True, False):
        queue = deque([(ident, Way(rows=()))])
        while queue:
            at, way = queue.popleft()
            for fact in entities.about(at) if len(way.rows) < _DEEPEST else ():
                if fact.relation not in INSIDE or not holds(fact, day) or (careful and fact.disputed):
                    continue
                if (to := fact.object) is not None and to != ident and to not in found and _is_place(to, entities):
                    found[to] = Way(rows=(*way.rows, fact))
                    queue.append((to, found[to]))
            if not careful and at == ident:
                queue.extend((to, known) for to, known in tuple(found.items()))
    return found


def _is_place(ident: str, entities: EntityList) -> bool:
    entity = entities.get(ident)
    return entity is None or entity.kind is Kind.PLACE


def is_doubtful(ident: str, entities: EntityList) -> bool:
    """Whether any row about where a place lies, or about what it lies in, is disputed at any time, or by its note."""
    seen, queue = {ident}, deque([ident])
    while queue and len(seen) < 50:
        for fact in entities.about(queue.popleft()):
            if fact.relation not in INSIDE:
                continue
            if fact.disputed or (fact.relation is not Relation.CAPITAL_OF and _DOUBTED.search(fact.note)):
                return True
            if fact.object is not None and fact.object not in seen:
                seen.add(fact.object)
                queue.append(fact.object)
    return False


def countries(ident: str, day: PartialDate | None, entities: EntityList) -> frozenset[str]:
    """Ids of the countries that a place is or lies in."""
    around = [ident, *ways(ident, day, entities)]
    return frozenset(item for item in around if (entity := entities.get(item)) is not None and is_country(entity))


def capitals(ident: str, day: PartialDate | None, entities: EntityList) -> tuple[Fact, ...]:
    """The rows of the capitals that a country or region has at the date; several where it has several."""
    return tuple(fact for fact in entities.related(Relation.CAPITAL_OF, ident) if holds(fact, day))
