"""The reference list in memory: entities by id and by name, facts by subject and by office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from copydesk.core.entity import Entity, Fact, FormType, NameForm, Office, Relation
from copydesk.names.forms import key

#: forms that may stand in an English text as they are
RIGHT = (FormType.NAME, FormType.ALIAS, FormType.FORMER, FormType.ACRONYM)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An entity under one form of its name."""

    entity: Entity
    form: NameForm


class EntityList:
    """Entities, dated facts and offices, looked up by id, by exact name (folded) and by what they say of whom.

    ``signature`` names the lists it was made from; it is printed with every result.
    """

    def __init__(
        self,
        entities: Iterable[Entity],
        facts: Iterable[Fact] = (),
        offices: Iterable[Office] = (),
        *,
        signature: str = "none",
    ) -> None:
        self.by_id = {entity.id: entity for entity in entities}
        self.facts = tuple(facts)
        self.offices = {office.role: office for office in offices}
        self.signature = signature
        self._named: dict[str, list[Named]] = defaultdict(list)
        self._subject: dict[str, list[Fact]] = defaultdict(list)
        self._holders: dict[tuple[str, str | None], list[Fact]] = defaultdict(list)
        self._roles: dict[str, list[Fact]] = defaultdict(list)
        for entity in self.by_id.values():
            for form in (NameForm(text=entity.name, type=FormType.NAME), *entity.forms):
                if form.type not in (FormType.NATIVE, FormType.CHANNEL):
                    self._named[key(form.text)].append(Named(entity=entity, form=form))
        for fact in self.facts:
            self._subject[fact.subject].append(fact)
            if fact.relation is Relation.HOLDS_OFFICE and fact.role is not None:
                self._holders[fact.role, fact.object].append(fact)
                self._roles[fact.role].append(fact)

    def __len__(self) -> int:
        return len(self.by_id)

    @property
    def entities(self) -> Iterable[Entity]:
        """All entities, in list order."""
        return self.by_id.values()

    def get(self, ident: str | None) -> Entity | None:
        """The entity of an id, None where there is none."""
        return None if ident is None else self.by_id.get(ident)

    def named(self, text: str) -> tuple[Named, ...]:
        """Entities that have exactly this name in one of their forms, after folding."""
        return tuple(self._named.get(key(text), ()))

    def about(self, subject: str, relation: Relation | None = None) -> tuple[Fact, ...]:
        """The facts of a subject, of one relation if given."""
        facts = self._subject.get(subject, ())
        return tuple(fact for fact in facts if relation is None or fact.relation is relation)

    def holders(self, role: str, of: str | None) -> tuple[Fact, ...]:
        """All facts that say who holds a role of a country or body, over all times."""
        return tuple(self._holders.get((role, of), ()))

    def in_role(self, role: str) -> tuple[Fact, ...]:
        """All facts that say who holds a role anywhere, over all times."""
        return tuple(self._roles.get(role, ()))
