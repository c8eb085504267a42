"""What an entity of one list keeps of the entity that it replaces in the list below."""

from __future__ import annotations

from dataclasses import replace

from copydesk.core.entity import Entity, FormType

#: forms that are kept: none of them is printed
_KEPT = (FormType.NATIVE, FormType.CHANNEL)


def filled(entity: Entity, replaced: Entity) -> Entity:
    """An entity with its open cells, and the forms of its name in other scripts, filled from the one that it replaces."""
    forms = (*entity.forms, *(form for form in replaced.forms if form.type in _KEPT and form not in entity.forms))
    return replace(
        entity,
        forms=forms,
        family=entity.family or replaced.family,
        gender=entity.gender or replaced.gender,
        born=entity.born or replaced.born,
        prominence=replaced.prominence if entity.prominence is None else entity.prominence,
        description=entity.description or replaced.description,
    )
