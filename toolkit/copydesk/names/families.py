"""The part of a person's name that stands alone on second mention, where a list does not say which it is."""

from __future__ import annotations

from copydesk.core.entity import Entity, Kind
from copydesk.names.forms import core_parts

#: countries whose names mostly begin with the family name
_FIRST = frozenset("CN TW HK MO KR KP JP VN HU KH".split())


def family_names(entity: Entity) -> tuple[str, ...]:
    """The family names of a person: as listed, else guessed as the last part, or the first or last where it may stand first."""
    if entity.family or entity.kind is not Kind.PERSON:
        return entity.family
    parts = core_parts(entity.name)
    if len(parts) < 2:
        return ()
    return (parts[-1], parts[0]) if entity.country in _FIRST else (parts[-1],)
