"""One list out of many sources: the more trusted ones first, each later record kept, merged or refused, and counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from copydesk.core.entity import Entity, Fact, FormType, Kind, NameForm, Office, Relation
from copydesk.entities.listing import RIGHT
from copydesk.entities.records import Record, Tally
from copydesk.entities.resolving import Draft, Resolver
from copydesk.entities.tenures import closed, contradicts, join, joined_source
from copydesk.names.forms import key

#: roles of which one person may hold several posts, told apart by title
_MANY_POSTS = frozenset(
    "ambassador permanent_representative minister legislator special_envoy head leader vice_president"
    " deputy_prime_minister".split()
)
_MIDDLE = re.compile(r"(?<=[^\W\d_]{2}) (?:[^\W\d_]\.? )+(?=[^\W\d_]{2})")
#: what an everyday word in a description says: this is a region, not a town
_REGION = frozenset("region province oblast prefecture district republic county governorate territory state".split())


@dataclass(slots=True)
class Merged:
    """What became of the records of one source."""

    tally: Tally
    records: int = 0
    kept: int = 0
    merged: int = 0
    facts: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """How a source is merged: who it is, and what it may decide."""

    name: str
    #: persons of the same name in the same country are the same without further evidence
    by_name: bool = True
    #: entities that nobody else has are added, and not only those that are there enriched
    adds: bool = True
    #: how likely news speaks of its entities, where it does not say (0 to 1)
    prominence: float | None = None


class Merger:
    """Holds the list in the making. ``offices`` are the roles that facts may name."""

    def __init__(self, offices: Mapping[str, Office]) -> None:
        self.offices = offices
        self.resolver = Resolver(offices)
        self.by_source: dict[str, Merged] = {}

    def seed(self, entities: Iterable[Entity], facts: Iterable[Fact], trust: Trust) -> None:
        """Start from rows that are believed as they are."""
        of: dict[str, list[Fact]] = {}
        for fact in facts:
            of.setdefault(fact.subject, []).append(fact)
        merged = self.by_source.setdefault(trust.name, Merged(tally=Tally(source=trust.name)))
        for entity in entities:
            own = of.get(entity.id, [])
            merged.tally.rows += 1 + len(own)
            merged.records += 1
            merged.kept += 1
            merged.facts["kept"] += len(own)
            self.resolver.put(Draft(entity=_rated(entity, trust), facts=own, sources={trust.name}))

    def add(self, records: Iterable[Record], trust: Trust, tally: Tally) -> None:
        """Merge the records of a source into what is there."""
        merged = self.by_source.setdefault(trust.name, Merged(tally=tally))
        for record in records:
            merged.records += 1
            draft = self._meant(record, trust)
            if draft is not None:
                merged.merged += 1
                draft.entity = _joined(draft.entity, record.entity)
            elif not trust.adds:
                tally.refuse("nobody of the list", record.at, record.entity.name)
                continue
            elif self._shadowed(record.entity):
                tally.refuse("named like a place that is there", record.at, record.entity.name)
                continue
            else:
                merged.kept += 1
                draft = Draft(entity=_rated(record.entity, trust), facts=[], sources=set())
            draft.sources.add(trust.name)
            for fact in record.facts:
                self._state(draft, fact, record, merged)
            self.resolver.put(draft)

    def _meant(self, record: Record, trust: Trust) -> Draft | None:
        entity = record.entity
        known = self.resolver.known(entity)
        if known is not None:
            return known
        if entity.kind is Kind.PERSON:
            return self.resolver.person(entity, record.facts, trust.name, by_name=trust.by_name)
        same = [
            draft for draft in self.resolver.named(entity.name, entity.kind, entity.country) if trust.name not in draft.sources
        ]
        if entity.kind is Kind.PLACE:
            same = [
                d for d in same if _is_region(d.entity) == _is_region(entity) and d.entity.id not in self.resolver.countries
            ]
        return same[0] if len(same) == 1 else None

    def _shadowed(self, entity: Entity) -> bool:
        """Whether a region has the bare name of a town, or a town that of its country, so that it would mean two things."""
        named = self.resolver.named(entity.name, Kind.PLACE, entity.country)
        return any(_is_region(entity) or draft.entity.id in self.resolver.countries for draft in named)

    def _state(self, draft: Draft, fact: Fact, record: Record, merged: Merged) -> None:
        fact = replace(fact, subject=draft.entity.id)
        if fact.relation is not Relation.HOLDS_OFFICE or fact.role is None:
            known = any((own.relation, own.object) == (fact.relation, fact.object) for own in draft.facts)
            merged.facts["merged" if known else "kept"] += 1
            if not known:
                draft.facts.append(fact)
            return
        same = [own for own in draft.facts if (own.role, own.object) == (fact.role, fact.object) and _one_post(own, fact)]
        rest = [own for own in draft.facts if own not in same]
        joined = join(same, fact)
        if joined is not None:
            merged.facts["merged"] += 1
            draft.facts = [*rest, *joined]
            return
        others = [
            own
            for other in self.resolver.in_office(fact.role, fact.object)
            for own in other.facts
            if (own.role, own.object) == (fact.role, fact.object) and _one_post(own, fact)
        ]
        against = contradicts(fact, others, self.offices[fact.role])
        if against is not None:
            merged.facts["refused"] += 1
            merged.tally.refuse("another holder then", record.at, f"{record.entity.name}, {fact.title}, not {against.subject}")
            return
        merged.facts["kept"] += 1
        draft.facts.append(fact)

    def entities(self) -> list[Entity]:
        """The entities as they stand, in the order in which they came, people also without their middle initials."""
        return [_without_initials(draft.entity) for draft in self.resolver.drafts.values()]

    def facts(self) -> list[Fact]:
        """The facts as they stand; open ends of one-holder offices closed by the next holder."""
        return closed([fact for draft in self.resolver.drafts.values() for fact in draft.facts], self.offices)


def _one_post(left: Fact, right: Fact) -> bool:
    """Whether two facts of one role and body speak of one post: ambassadors and ministers have several."""
    if left.role not in _MANY_POSTS:
        return True
    return key(left.title or "") == key(right.title or "")


def _without_initials(entity: Entity) -> Entity:
    """With ``Geoffrey Pyatt`` beside ``Geoffrey R. Pyatt``: news writes the initial out, or leaves it."""
    if entity.kind is not Kind.PERSON:
        return entity
    known = {key(form) for form in (entity.name, *entity.written(*RIGHT))}
    made: dict[str, NameForm] = {}
    for form in (entity.name, *entity.written(FormType.ALIAS)):
        short = _MIDDLE.sub(" ", form)
        if key(short) not in known:
            made.setdefault(key(short), NameForm(text=short, type=FormType.ALIAS))
    return replace(entity, forms=(*entity.forms, *made.values())) if made else entity


def _is_region(entity: Entity) -> bool:
    return entity.kind is Kind.PLACE and bool(_REGION & set(entity.description.lower().replace(",", " ").split()))


def _rated(entity: Entity, trust: Trust) -> Entity:
    return entity if entity.prominence is not None else replace(entity, prominence=trust.prominence)


def _joined(entity: Entity, other: Entity) -> Entity:
    """The entity with what the less trusted record adds: forms, identifiers, and what was unknown."""
    known = {key(text) for text in (entity.name, *entity.written(*RIGHT))}
    seen = {(form.type, form.text) for form in entity.forms}
    forms = list(entity.forms)
    for form in (NameForm(text=other.name, type=FormType.ALIAS), *other.forms):
        if (form.type is not FormType.NATIVE and key(form.text) in known) or (form.type, form.text) in seen:
            continue
        known.add(key(form.text))
        seen.add((form.type, form.text))
        forms.append(form)
    ids = tuple(dict.fromkeys((*entity.same_as, *(() if other.id == entity.id else (other.id,)), *other.same_as)))
    rated = [share for share in (entity.prominence, other.prominence) if share is not None]
    return replace(
        entity,
        forms=tuple(forms),
        family=entity.family or other.family,
        gender=entity.gender or other.gender,
        born=entity.born or other.born,
        country=entity.country or other.country,
        same_as=ids,
        prominence=max(rated, default=None),
        description=entity.description or other.description,
        source=joined_source(entity.source, other.source),
    )
