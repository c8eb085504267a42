"""Entities of the list that a written name may mean, and the forms under which they may be written."""

from __future__ import annotations

from functools import lru_cache

from copydesk.core.entity import Entity, Kind
from copydesk.entities import EntityList
from copydesk.entities.candidates import candidates
from copydesk.entities.listing import RIGHT
from copydesk.names.families import family_names
from copydesk.names.forms import spelled_out

#: how many candidates are compared part by part
WIDTH = 16
#: names that are found by their parts: fewer than a search asks for, since what is very unlike is never called a garble
POOL = 200


class CandidateIndex:
    """Looks entities up for the linker, and remembers what was asked."""

    def __init__(self, entities: EntityList) -> None:
        self.entities = entities
        self.near = lru_cache(maxsize=8192)(self._near)

    def of_family(self, text: str) -> tuple[Entity, ...]:
        """Persons who are called exactly so on second mention."""
        return self.entities.of_family(text)

    def _near(self, text: str, kind: Kind | None) -> tuple[Entity, ...]:
        """Entities with names like the written one, of one kind if given, the most alike first."""
        kinds = None if kind is None else (kind,)
        return tuple(hit.entity for hit in candidates(self.entities, text, limit=WIDTH, kinds=kinds, pool=POOL))


@lru_cache(maxsize=16384)
def forms(entity: Entity) -> tuple[str, ...]:
    """The accepted forms of an entity's name, the name itself first, and each with its marked letters spelled out."""
    written = (entity.name, *entity.written(*RIGHT))
    marked = tuple(spelled_out(form) for form in written if not form.isascii())
    return tuple(dict.fromkeys((*written, *marked)))


@lru_cache(maxsize=16384)
def families(entity: Entity) -> tuple[str, ...]:
    """What stands alone on second mention, also with marked letters spelled out."""
    own = family_names(entity)
    return tuple(dict.fromkeys((*own, *(spelled_out(family) for family in own))))
