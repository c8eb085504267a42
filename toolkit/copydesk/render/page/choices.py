"""Entities as the page shows them: who it is, and which offices the list gives them at the article's date."""

from __future__ import annotations

from collections.abc import Iterable

from copydesk.core.dates import PartialDate, When
from copydesk.core.entity import Entity, Fact, Relation
from copydesk.core.mention import Candidate
from copydesk.render.entities import HELD, dates, newest, title_of
from copydesk.render.known import Known
from copydesk.render.page.model import Choice, Row, Tenure

_FEW = 3
#: what is shown of those who hold no office: where it lies, whose it is
_RELATIONS = (Relation.CAPITAL_OF, Relation.AGENCY_OF, Relation.PART_OF, Relation.LOCATED_IN, Relation.MEMBER_OF)
#: how near a tenure is to being held
_NEARNESS = {When.INSIDE: 0, When.UNSURE: 1, When.STALE: 2, When.AFTER: 3, When.BEFORE: 4}


class Choices:
    """Makes entities of a document ready to show, each once; ``day`` is the document's date."""

    def __init__(self, known: Known, day: PartialDate | None) -> None:
        self._known = known
        self._day = day
        self._tenures: dict[str, tuple[Tenure, ...]] = {}

    def candidates(self, candidates: Iterable[Candidate], chosen: Entity | None) -> tuple[Choice, ...]:
        """The candidates of a mention, at most three, best first."""
        return tuple(self._candidate(item, chosen) for item in [*candidates][:_FEW])

    def entity(self, entity: Entity, probability: float | None = None, *, chosen: bool = True) -> Choice:
        """An entity by itself."""
        return Choice(
            id=entity.id, name=entity.name, kind=entity.kind, country=entity.country, probability=probability, chosen=chosen,
            tenures=self._held(entity.id),
        )  # fmt: skip

    def _candidate(self, item: Candidate, chosen: Entity | None) -> Choice:
        entity = item.entity
        return Choice(
            id=entity.id, name=entity.name, kind=entity.kind, country=entity.country,
            form=None if item.form == entity.name else item.form, probability=item.probability,
            chosen=chosen is not None and chosen.id == entity.id, tenures=self._held(entity.id),
        )  # fmt: skip

    def _held(self, ident: str) -> tuple[Tenure, ...]:
        if ident not in self._tenures:
            self._tenures[ident] = tenures(self._known.about(ident), self._day, self._known)
        return self._tenures[ident]

    def row(self, fact: Fact) -> Row:
        """A fact as a row with its source."""
        return Row(
            id=fact.subject, name=self._known.name(fact.subject), statement=statement(fact, self._known),
            dates=dates(fact.period), source=fact.source or None, note=fact.note or None, disputed=fact.disputed,
        )  # fmt: skip


def tenures(facts: Iterable[Fact], day: PartialDate | None, known: Known) -> tuple[Tenure, ...]:
    """The offices held at the day, surest first; where none was, the nearest other; without a day, the latest.

    For those without offices, what they lie in or belong to.
    """
    every = [*facts]
    offices = [fact for fact in every if fact.relation is Relation.HOLDS_OFFICE]
    if not offices:
        places = sorted(
            (fact for fact in every if fact.relation in _RELATIONS), key=lambda fact: _RELATIONS.index(fact.relation)
        )
        return tuple(_tenure(fact, None, known) for fact in places[:1])
    latest = sorted(offices, key=newest, reverse=True)
    if day is None:
        return tuple(_tenure(fact, None, known) for fact in latest[:_FEW])
    ordered = sorted(latest, key=lambda fact: _NEARNESS[fact.period.when(day)])
    held = [fact for fact in ordered if fact.period.when(day) in (When.INSIDE, When.UNSURE, When.STALE)]
    return tuple(_tenure(fact, day, known) for fact in (held[:_FEW] or ordered[:1]))


def _tenure(fact: Fact, day: PartialDate | None, known: Known) -> Tenure:
    held = None if day is None else HELD[fact.period.when(day)]
    return Tenure(statement=statement(fact, known), dates=dates(fact.period), held=held)


def statement(fact: Fact, known: Known) -> str:
    """What a fact says of its subject: ``Prime Minister, Armenia``, ``Part of Azerbaijan``."""
    of = "" if fact.object is None else known.name(fact.object)
    if fact.relation is Relation.HOLDS_OFFICE or fact.title:
        title = title_of(fact)
        return title if not of or of in title else f"{title}, {of}"
    return " ".join(filter(None, (fact.relation.value.replace("_", " ").capitalize(), of)))
