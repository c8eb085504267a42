"""The reference list as formats look names and offices up in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from copydesk.core.entity import Entity, Fact

if TYPE_CHECKING:
    from copydesk.entities import EntityList


class Known:
    """Entities and facts by id. Nothing is known until `load`: errors are printed before the list is read."""

    def __init__(self, entities: EntityList | None = None) -> None:
        self._find: Callable[[str | None], Entity | None] = lambda _: None
        self._about: Callable[[str], tuple[Fact, ...]] = lambda _: ()
        if entities is not None:
            self.load(entities)

    def load(self, entities: EntityList) -> None:
        """Answer from this list from now on."""
        self._find, self._about = entities.get, entities.about

    def name(self, ident: str) -> str:
        """The name of an entity; its id where it is not known."""
        entity = self._find(ident)
        return ident if entity is None else entity.name

    def about(self, ident: str) -> tuple[Fact, ...]:
        """The facts of a subject."""
        return self._about(ident)
