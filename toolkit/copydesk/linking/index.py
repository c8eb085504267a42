"""Persons of the list that a written name may mean: those who share its parts, and those who are spelled alike."""

from __future__ import annotations

from functools import lru_cache

from copydesk.core.entity import Entity, FormType, Kind
from copydesk.entities import EntityList
from copydesk.entities.candidates import candidates
from copydesk.entities.listing import RIGHT
from copydesk.names.forms import core_parts, spelled_out
from copydesk.names.knowledge import NameKnowledge, romanised

#: how many candidates are looked at
WIDTH = 20
#: names that are compared for one written: fewer than a search asks for, since what is very unlike is never called a garble
POOL = 600
#: how many are asked whether the written name is an accepted spelling of theirs
SPELLED = 60


class PersonIndex:
    """Looks persons up for the linker, and remembers what was asked."""

    def __init__(self, entities: EntityList) -> None:
        self.entities = entities
        self.near = lru_cache(maxsize=4096)(self._near)

    def of_family(self, text: str) -> tuple[Entity, ...]:
        """Persons who are called exactly so on second mention."""
        return self.entities.of_family(text)

    def sharing(self, text: str) -> tuple[Entity, ...]:
        """Persons that share parts with the written name letter by letter, two where it has two."""
        written = set(core_parts(text))
        votes = [(entity, len(written & _own_parts(entity))) for entity in self.near(text, SPELLED)]
        most = min(2, len(written))
        return tuple(entity for entity, count in votes if count >= most)

    def spelled(self, text: str, knowledge: NameKnowledge) -> tuple[Entity, ...]:
        """Persons that share an accepted spelling of at least one part with the written name, two where it has two."""
        written = [({part, *knowledge.partners(part)}, romanised(part)) for part in core_parts(text)]
        votes = [(entity, sum(_shares(entity, *part) for part in written)) for entity in self.near(text, SPELLED)]
        most = min(2, max((count for _, count in votes), default=0))
        return tuple(entity for entity, count in votes if count and count >= most)

    def candidates(self, text: str) -> tuple[Entity, ...]:
        """Persons with names like the written one, the most alike first."""
        return self.near(text, SPELLED)[:WIDTH]

    def _near(self, text: str, limit: int) -> tuple[Entity, ...]:
        return tuple(hit.entity for hit in candidates(self.entities, text, limit=limit, kinds=(Kind.PERSON,), pool=POOL))


def _shares(entity: Entity, spellings: set[str], sound: str) -> bool:
    """Whether a form of the entity has one of these parts, or one of the same sound."""
    own = _own_parts(entity)
    return not own.isdisjoint(spellings) or any(romanised(part) == sound for part in own)


def _own_parts(entity: Entity) -> set[str]:
    return {part for form in (*forms(entity), *entity.written(FormType.CHANNEL)) for part in core_parts(form)}


def forms(entity: Entity) -> tuple[str, ...]:
    """The accepted forms of an entity's name, the name itself first, and each with its marked letters spelled out."""
    written = (entity.name, *entity.written(*RIGHT))
    marked = tuple(spelled_out(form) for form in written if not form.isascii())
    return tuple(dict.fromkeys((*written, *marked)))


def families(entity: Entity) -> tuple[str, ...]:
    """What stands alone on second mention, also with marked letters spelled out."""
    return tuple(dict.fromkeys((*entity.family, *(spelled_out(family) for family in entity.family))))
