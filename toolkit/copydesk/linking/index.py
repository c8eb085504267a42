"""Entities of the list that a written name may mean, and the forms under which they may be written."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps

from copydesk.core.entity import Entity, Kind
from copydesk.entities import EntityList
from copydesk.entities.candidates import candidates
from copydesk.entities.listing import RIGHT
from copydesk.names.families import family_names
from copydesk.names.forms import spelled_out

#: how many candidates are compared part by part
WIDTH = 16
#: entities whose names are remembered
_KEPT = 16384
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


def _remembered(make: Callable[[Entity], tuple[str, ...]]) -> Callable[[Entity], tuple[str, ...]]:
    """What is made of an entity, kept: by which object it is, since to hash an entity takes longer than to make it."""
    kept: dict[int, tuple[Entity, tuple[str, ...]]] = {}

    @wraps(make)
    def made(entity: Entity) -> tuple[str, ...]:
        found = kept.get(id(entity))
        if found is None or found[0] is not entity:
            if len(kept) >= _KEPT:
                kept.clear()
            found = kept[id(entity)] = entity, make(entity)
        return found[1]

    return made


@_remembered
def forms(entity: Entity) -> tuple[str, ...]:
    """The accepted forms of an entity's name, the name itself first, and each with its marked letters spelled out."""
    if not entity.forms and entity.name.isascii():
        return (entity.name,)
    written = (entity.name, *entity.written(*RIGHT))
    marked = tuple(spelled_out(form) for form in written if not form.isascii())
    return tuple(dict.fromkeys((*written, *marked)))


@_remembered
def families(entity: Entity) -> tuple[str, ...]:
    """What stands alone on second mention, also with marked letters spelled out."""
    own = family_names(entity)
    return tuple(dict.fromkeys((*own, *(spelled_out(family) for family in own))))
