"""Candidate entities for a written name: those with a part that is spelled alike, or that hold the office beside it."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache

from rapidfuzz import fuzz, process

from copydesk.core.entity import Entity, FormType, Kind
from copydesk.entities import EntityList
from copydesk.entities.listing import RIGHT
from copydesk.names.forms import core_parts, spelled_out
from copydesk.names.knowledge import NameKnowledge, romanised

#: edit ratio (0 to 100) below which no part is worth a closer look
NEAR = 50.0
#: how many candidates are looked at
WIDTH = 20


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
        parts = {part for form in (*forms(entity), *entity.written(FormType.CHANNEL)) for part in core_parts(form)}
        for part in sorted(parts):
            self._by_part[part].append(entity)
        for family in families(entity):
            self._by_family[" ".join(core_parts(family))].append(entity)

    def of_family(self, text: str) -> tuple[Entity, ...]:
        """Persons who are called exactly so on second mention."""
        return tuple(dict.fromkeys(self._by_family.get(" ".join(core_parts(text)), ())))

    def _near(self, part: str) -> tuple[tuple[str, float], ...]:
        hits = process.extract(part, self._parts, scorer=fuzz.ratio, score_cutoff=NEAR, limit=None)
        return tuple((str(hit[0]), float(hit[1])) for hit in hits)

    def sharing(self, text: str) -> tuple[Entity, ...]:
        """Persons that share parts with the written name letter by letter, two where it has two."""
        votes: Counter[str] = Counter()
        for part in core_parts(text):
            votes.update({entity.id for entity in self._by_part.get(part, ())})
        return self._most(votes)

    def spelled(self, text: str, knowledge: NameKnowledge) -> tuple[Entity, ...]:
        """Persons that share an accepted spelling of at least one part with the written name, two where it has two."""
        votes: Counter[str] = Counter()
        for part in core_parts(text):
            sound = romanised(part)
            same = {part, *knowledge.partners(part), *(other for other, _ in self.near(part) if romanised(other) == sound)}
            votes.update({entity.id for other in same for entity in self._by_part.get(other, ())})
        return self._most(votes)

    def candidates(self, text: str) -> tuple[Entity, ...]:
        """Persons with parts like the written parts, the most alike first."""
        votes: Counter[str] = Counter()
        for part in core_parts(text):
            best: dict[str, float] = {}
            for other, ratio in self.near(part):
                for entity in self._by_part[other]:
                    best[entity.id] = max(best.get(entity.id, 0.0), ratio)
            for ident, ratio in best.items():
                votes[ident] += ratio  # type: ignore[assignment]
        return tuple(self.entities.by_id[ident] for ident, _ in votes.most_common(WIDTH))

    def _most(self, votes: Counter[str]) -> tuple[Entity, ...]:
        most = min(2, max(votes.values(), default=0))
        return tuple(self.entities.by_id[ident] for ident, count in votes.items() if count >= most)


def forms(entity: Entity) -> tuple[str, ...]:
    """The accepted forms of an entity's name, the name itself first, and each with its marked letters spelled out."""
    written = (entity.name, *entity.written(*RIGHT))
    marked = tuple(spelled_out(form) for form in written if not form.isascii())
    return tuple(dict.fromkeys((*written, *marked)))


def families(entity: Entity) -> tuple[str, ...]:
    """What stands alone on second mention, also with marked letters spelled out."""
    return tuple(dict.fromkeys((*entity.family, *(spelled_out(family) for family in entity.family))))
