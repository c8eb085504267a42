"""The reference list: one or several built lists, the later over the earlier, behind one set of look-ups."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

from copydesk.core.entity import Entity, Fact, FormType, Kind, NameForm, Office, Relation
from copydesk.entities.layers import Alike, Layer
from copydesk.entities.replacing import filled
from copydesk.entities.store import Store
from copydesk.entities.writing import FAMILY, KINDS
from copydesk.names.forms import key

#: forms that may stand in an English text as they are
RIGHT = (FormType.NAME, FormType.ALIAS, FormType.FORMER, FormType.ACRONYM)
#: forms in other scripts, and forms made only to find
_UNWRITTEN = frozenset((FormType.NATIVE.value, FormType.CHANNEL.value, FAMILY))
#: entities that are remembered whole
_KEPT = 50_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An entity under one form of its name."""

    entity: Entity
    form: NameForm


class EntityList:
    """Entities, dated facts and offices, looked up by id, by name, by likeness and by what they say of whom.

    ``signature`` names the lists it was made from; it is printed with every result. Within one list an entity has a number,
    which index look-ups give and `at` reads; numbers mean nothing outside it.
    """

    def __init__(
        self,
        entities: Iterable[Entity] = (),
        facts: Iterable[Fact] = (),
        offices: Iterable[Office] = (),
        *,
        signature: str = "none",
    ) -> None:
        self._join((Layer(store=Store.held(entities, facts, offices, signature=signature)),), signature)

    @classmethod
    def of(cls, *layers: Layer, signature: str) -> EntityList:
        """Lists one over the other, the last on top."""
        made = cls.__new__(cls)
        made._join(layers, signature)
        return made

    @classmethod
    def opened(cls, path: Path) -> EntityList:
        """A built file. Raises EntityListError where it is missing or no such list."""
        store = Store.opened(path)
        return cls.of(Layer(store=store), signature=store.signature)

    def _join(self, layers: Sequence[Layer], signature: str) -> None:
        self.layers = tuple(layers)
        self.signature = signature
        self.offices = {office.role: office for layer in layers for office in layer.store.offices}
        self._starts = list(accumulate((len(layer.store) for layer in layers), initial=0))
        self._replaced = {new: old for layer in layers for old, new in layer.renamed.items()}
        self._whole: dict[str, Entity] = {}
        self.by_id = _ById(self)
        self.get = lru_cache(maxsize=16384)(self._get)
        self._about = lru_cache(maxsize=16384)(lambda subject: self._where(subject=subject))
        self.holders = lru_cache(maxsize=4096)(self._holders)
        self.in_role = lru_cache(maxsize=512)(self._in_role)

    def __len__(self) -> int:
        return self._starts[-1] - sum(len(layer.hidden) for layer in self.layers)

    @property
    def entities(self) -> Iterator[Entity]:
        """All entities, in list order."""
        for layer in self.layers:
            for n, entity in enumerate(layer.store.entities()):
                if n not in layer.hidden:
                    yield self._filled(entity)

    def heads(self) -> Iterator[tuple[str, str, Kind, str | None]]:
        """Id, name, kind and country of all entities, in list order."""
        for layer in self.layers:
            yield from (head for n, head in enumerate(layer.store.heads()) if n not in layer.hidden)

    def stated(self) -> Iterator[Fact]:
        """All facts in list order, as a stream."""
        return (fact for layer in self.layers for fact in layer.facts(layer.store.facts()))

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All facts, in list order."""
        return tuple(self.stated())

    def load(self, numbers: Sequence[int]) -> list[Entity]:
        """The entities of several numbers, which is quicker than one by one."""
        wanted: dict[int, list[int]] = {}
        for number in numbers:
            place = bisect_right(self._starts, number) - 1
            wanted.setdefault(place, []).append(number - self._starts[place])
        for place, own in wanted.items():
            self.layers[place].store.load(own)
        return [self.at(number) for number in numbers]

    def at(self, number: int) -> Entity:
        """The entity of a number."""
        place = bisect_right(self._starts, number) - 1
        return self._filled(self.layers[place].store.entity(int(number) - self._starts[place]))

    def _get(self, ident: str | None) -> Entity | None:
        """The entity of an id, None where there is none."""
        if ident is not None:
            for layer in reversed(self.layers):
                n = layer.store.number(ident)
                if n is not None and n not in layer.hidden:
                    return self._filled(layer.store.entity(n))
        return None

    def _filled(self, entity: Entity) -> Entity:
        """An entity with what it leaves open taken from the one that it replaces: how known it is, birth, family, scripts."""
        if len(self.layers) == 1:
            return entity
        found = self._whole.get(entity.id)
        if found is None:
            if len(self._whole) > _KEPT:
                self._whole.clear()
            found = self._whole[entity.id] = self._over_replaced(entity)
        return found

    def _over_replaced(self, entity: Entity) -> Entity:
        for layer in (layer for layer in reversed(self.layers) if layer.hidden):
            for ident in (entity.id, self._replaced.get(entity.id)):
                n = None if ident is None else layer.store.number(ident)
                if n is not None and n in layer.hidden:
                    entity = filled(entity, layer.store.entity(n))
        return entity

    def named(self, text: str) -> tuple[Named, ...]:
        """Entities that have exactly this name in one of their Latin forms, after folding."""
        return tuple(
            found for entity, use in self._owners(key(text)) if use not in _UNWRITTEN for found in _named(entity, use, text)
        )

    def called(self, text: str) -> tuple[Entity, ...]:
        """Entities that have this name in any form or script, or are called so on second mention."""
        return tuple({entity.id: entity for entity, _ in self._owners(key(text))}.values())

    def of_family(self, text: str) -> tuple[Entity, ...]:
        """Persons who are called exactly so on second mention, after folding."""
        return tuple({entity.id: entity for entity, use in self._owners(key(text)) if use == FAMILY}.values())

    def _owners(self, name: str) -> Iterator[tuple[Entity, str]]:
        for layer in self.layers:
            for n, use in layer.store.owners(name):
                if n not in layer.hidden:
                    yield self._filled(layer.store.entity(n)), use

    def alike(self, text: str, size: int, kinds: Sequence[Kind] | None = None, *, whole: bool = False) -> list[Alike]:
        """For each list the folded names like a folded one, by their parts or as wholes: what candidate search starts from."""
        return [
            Alike(names=names, scores=scores, numbers=numbers, start=start, layer=layer)
            for start, layer in zip(self._starts, self.layers, strict=False)
            for names, numbers, scores in [(layer.store.whole if whole else layer.store.alike)(text, size, kinds)]
        ]

    def lend(self, parts: Sequence[str]) -> None:
        """Spare the network of name parts the vectors that the lists hold."""
        for layer in self.layers:
            layer.store.lend(parts)

    def kind(self, number: int) -> Kind:
        """What the entity of a number is, without reading it."""
        place = bisect_right(self._starts, number) - 1
        return KINDS[int(self.layers[place].store.kinds[number - self._starts[place]])]

    def titles(self) -> Iterator[tuple[str, Sequence[str]]]:
        """Plain titles that stand in the facts, each with the roles that it can mean."""
        for layer in self.layers:
            yield from layer.store.titles()

    def about(self, subject: str, relation: Relation | None = None) -> tuple[Fact, ...]:
        """The facts of a subject, of one relation if given."""
        return tuple(fact for fact in self._about(subject) if relation is None or fact.relation is relation)

    def _holders(self, role: str, of: str) -> tuple[Fact, ...]:
        """All facts that say who holds a role of a country or body, over all times."""
        return self._where(of=of, role=role, relation=Relation.HOLDS_OFFICE)

    def _in_role(self, role: str) -> tuple[Fact, ...]:
        """All facts that say who holds a role anywhere, over all times."""
        return self._where(role=role, relation=Relation.HOLDS_OFFICE)

    def related(self, relation: Relation, to: str) -> tuple[Fact, ...]:
        """All facts of a relation to this object: the capitals of a country, what lies in it."""
        return self._where(of=to, relation=relation)

    def _where(
        self, *, subject: str | None = None, of: str | None = None, role: str | None = None, relation: Relation | None = None
    ) -> tuple[Fact, ...]:
        found: list[Fact] = []
        for layer in self.layers:
            before = {new: old for old, new in layer.renamed.items()}
            rows = layer.store.facts_where(subject=subject, of=of, role=role, relation=relation)
            if subject in before or of in before:
                old, old_of = before.get(subject or "", subject), before.get(of or "", of)
                rows += layer.store.facts_where(subject=old, of=old_of, role=role, relation=relation)
            # an id that a list above knows under another has no rows of its own any more
            found += (f for f in layer.facts(rows) if subject in (None, f.subject) and of in (None, f.object))
        return tuple(found)


def _named(entity: Entity, use: str, text: str) -> Iterator[Named]:
    """The forms of this type that fold to the text; usually one."""
    if use == FormType.NAME:
        yield Named(entity=entity, form=NameForm(text=entity.name, type=FormType.NAME))
        return
    for form in entity.forms:
        if form.type.value == use and key(form.text) == key(text):
            yield Named(entity=entity, form=form)


class _ById(Mapping[str, Entity]):
    """The entities of a list by id, read as they are asked for."""

    def __init__(self, entities: EntityList) -> None:
        self._entities = entities

    def __getitem__(self, ident: str) -> Entity:
        entity = self._entities.get(ident)
        if entity is None:
            raise KeyError(ident)
        return entity

    def __iter__(self) -> Iterator[str]:
        for layer in self._entities.layers:
            for n, ident in enumerate(layer.store.ids()):
                if n not in layer.hidden:
                    yield ident

    def __len__(self) -> int:
        return len(self._entities)
