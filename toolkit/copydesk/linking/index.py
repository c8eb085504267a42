"""Candidate entities for a written name: those with a part that is spelled alike, or that hold the office beside it."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from rapidfuzz import fuzz, process

from copydesk.core.entity import Entity, Kind
from copydesk.entities import EntityList
from copydesk.entities.listing import RIGHT
from copydesk.names.forms import core_parts

#: edit ratio (0 to 100) below which no part is worth a closer look
NEAR = 50.0
#: how many alike parts are looked at
WIDTH = 60


class PersonIndex:
    """Persons of the list by the parts of their names."""

    def __init__(self, entities: EntityList) -> None:
        self.entities = entities
        self._by_part: dict[str, list[Entity]] = defaultdict(list)
        self._by_family: dict[str, list[Entity]] = defaultdict(list)
        for entity in entities.entities:
            if entity.kind is Kind.PERSON:
                self._add(entity)
        self._parts = list(self._by_part)
        self.near = lru_cache(maxsize=4096)(self._near)

    def _add(self, entity: Entity) -> None:
        parts = {part for form in forms(entity) for part in core_parts(form)}
        for part in sorted(parts):
            self._by_part[part].append(entity)
        for family in entity.family:
            self._by_family[" ".join(core_parts(family))].append(entity)

    def of_family(self, text: str) -> tuple[Entity, ...]:
        """Persons who are called exactly so on second mention."""
        return tuple(dict.fromkeys(self._by_family.get(" ".join(core_parts(text)), ())))

    def _near(self, part: str) -> tuple[str, ...]:
        hits = process.extract(part, self._parts, scorer=fuzz.ratio, score_cutoff=NEAR, limit=WIDTH)
        return tuple(str(hit[0]) for hit in hits)

    def candidates(self, text: str) -> tuple[Entity, ...]:
        """Persons with at least one part like one of the written parts; those with several come first."""
        votes: dict[str, int] = defaultdict(int)
        for part in core_parts(text):
            for entity in {entity.id: entity for near in self.near(part) for entity in self._by_part[near]}:
                votes[entity] += 1
        ranked = sorted(votes, key=lambda ident: -votes[ident])
        most = votes[ranked[0]] if ranked else 0
        return tuple(self.entities.by_id[ident] for ident in ranked if votes[ident] >= min(most, 2))


def forms(entity: Entity) -> tuple[str, ...]:
    """The accepted forms of an entity's name, the name itself first."""
    return (entity.name, *entity.written(*RIGHT))
