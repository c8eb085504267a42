"""Of what an office is: the country or body that is written, or the one that the person leaves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from copydesk.claims.wording import NATIONAL
from copydesk.core.entity import Entity, Fact, FormType, Kind, Relation
from copydesk.entities import EntityList

#: offices that no town has
_OF_COUNTRIES = frozenset("president vice_president monarch supreme_leader".split()) | NATIONAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a title was taken for: role, body, every body that the words can mean, and whether nobody wrote it."""

    role: str | None = None
    body: str | None = None
    bodies: tuple[str, ...] = ()
    implied: bool = False


def meant(entity: Entity | None, roles: Sequence[str], objects: Sequence[str], entities: EntityList) -> Meaning:
    """Role and body that a title means: those that the person is known for where it leaves a choice, else the most usual."""
    if roles[0] in _OF_COUNTRIES and not any(_is_country(entities.get(i)) or _is_held(roles, i, entities) for i in objects):
        objects = _bodies(objects, entities)
    own = () if entity is None else entities.about(entity.id, Relation.HOLDS_OFFICE)
    for fact in own:
        if fact.role in roles and fact.object in objects:
            return Meaning(role=str(fact.role), body=fact.object, bodies=tuple(objects))
    if not objects and (implied := _only(fact for fact in own if fact.role in roles)):
        return Meaning(role=str(implied.role), body=implied.object, implied=True)
    for role in roles:
        for ident in objects:
            if entities.holders(role, ident):
                return Meaning(role=role, body=ident, bodies=tuple(objects))
    return Meaning(role=roles[0], body=next(iter(objects), None), bodies=tuple(objects))


def _is_held(roles: Sequence[str], body: str, entities: EntityList) -> bool:
    return any(entities.holders(role, body) for role in roles)


def _is_country(entity: Entity | None) -> bool:
    return entity is not None and bool(entity.written(FormType.DEMONYM))


def _bodies(objects: Sequence[str], entities: EntityList) -> tuple[str, ...]:
    """Without the towns: "Prime Minister Netanyahu in Jerusalem" says where he was."""
    return tuple(ident for ident in objects if (found := entities.get(ident)) is None or found.kind is not Kind.PLACE)


def _only(facts: Iterable[Fact]) -> Fact | None:
    found = list(facts)
    return found[0] if len({fact.object for fact in found}) == 1 else None
