"""Whom a written name may mean, and under which form of their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from copydesk.core.entity import Entity, Kind
from copydesk.core.mention import Mention
from copydesk.linking.context import holders
from copydesk.linking.index import families, forms
from copydesk.linking.scene import Scene
from copydesk.names.compare import Comparison, Relation, compare_all, prepare
from copydesk.names.designators import bared
from copydesk.names.forms import core_parts
from copydesk.names.scripts import is_romanised

#: letters of an acronym at most: what is like one says nothing
_ACRONYM = 5
#: what a form that leaves listed parts unwritten, or written parts unanswered, loses against another form of the entity
_UNWRITTEN, _UNMATCHED = 0.12, 0.5


def pool(mention: Mention, scene: Scene) -> list[Entity]:
    """The entities to compare a mention with: holders of the office beside it, names of the source, names that are like it."""
    found: dict[str, Entity] = {}
    if mention.context is not None and mention.context.objects:
        found.update((entity.id, entity) for entity in holders(mention.context, scene.day, scene.entities))
    if scene.source is not None:
        found.update((name.entity.id, name.entity) for name in scene.source.names(mention))
    found.update((entity.id, entity) for entity in scene.index.near(mention.text, mention.kind))
    return list(found.values())


def compared_with(text: str, entities: Sequence[Entity], scene: Scene) -> Iterator[tuple[Entity, Comparison]]:
    """Each entity with the form of its name that the written one is most like."""
    one_word = len(core_parts(text)) == 1
    every = [(entity, _sides(text, entity, _fitting_forms(entity, one_word))) for entity in entities]
    scene.entities.lend([part for _, sides in every for _, bare, _ in sides for part in core_parts(bare)])
    odds = prepare(((written, bare) for _, sides in every for written, bare, _ in sides), scene.knowledge)
    for entity, sides in every:
        romanised = is_romanised(entity)
        if entity.kind is Kind.PERSON:
            listed = [form for _, _, form in sides]
            found = compare_all(text, listed, families(entity), scene.knowledge, romanised=romanised, odds=odds)
        else:
            found = [
                _named(compare_all(written, [bare], (), scene.knowledge, romanised=romanised, odds=odds)[0], form)
                for written, bare, form in sides
            ]
        yield entity, max(found, key=_closeness) if len(found) > 1 else found[0]


def _named(comparison: Comparison, form: str) -> Comparison:
    return comparison if comparison.form == form else replace(comparison, form=form)


def _sides(text: str, entity: Entity, listed: Sequence[str]) -> list[tuple[str, str, str]]:
    """What is compared with each form: of a place or body without the words that make no two names alike; and the form."""
    return [(text, form, form) if entity.kind is Kind.PERSON else (*bared(text, form), form) for form in listed]


def _fitting_forms(entity: Entity, one_word: bool) -> Sequence[str]:
    """The forms that may stand for a name of one word or of several: a person's full name is never cut to its first part."""
    if entity.kind is not Kind.PERSON:
        return [form for form in forms(entity) if not (form.isupper() and len(form) <= _ACRONYM)] or [entity.name]
    single = [form for form in (*forms(entity), *entity.family) if len(core_parts(form)) == 1]
    if one_word:
        return single or [entity.name]
    return [form for form in forms(entity) if len(core_parts(form)) > 1] or [entity.name]


def _closeness(comparison: Comparison) -> float:
    missing = sum(match.relation is Relation.MISSING for match in comparison.matches)
    return comparison.likeness - _UNWRITTEN * len(comparison.unwritten) - _UNMATCHED * missing
