"""Lists that lie over each other: what each adds, what the ones above take from it, and who bears its names there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from copydesk.core.entity import Fact
from copydesk.entities.packing import Numbers
from copydesk.entities.store import Store
from copydesk.entities.writing import ALIKE, MASK, SHIFT, USES
from copydesk.names.likeness import Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """A built list and what the lists above it take from it."""

    store: Store
    #: numbers of entities that a list above replaces
    hidden: frozenset[int] = frozenset()
    #: statements (subject, relation, object, role) that a list above makes anew
    restated: frozenset[tuple[object, ...]] = frozenset()
    #: ids of this list that a list above knows under another id
    renamed: Mapping[str, str] = field(default_factory=dict)

    def facts(self, rows: Iterable[Fact]) -> Iterator[Fact]:
        """The rows that still hold, with the ids of the list above."""
        for fact in rows:
            if self.renamed:
                subject, of = self.renamed.get(fact.subject), self.renamed.get(fact.object or "")
                if subject or of:
                    fact = replace(fact, subject=subject or fact.subject, object=of or fact.object)
            if statement(fact) not in self.restated:
                yield fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """The folded names of one of the lists that are like a written one, best first, and who bears them there."""

    names: Sequence[str]
    #: 0 to 1: an order, no probability
    scores: Floats
    #: of the names in that list
    numbers: Numbers
    start: int
    layer: Layer

    def bearers(self, places: NDArray[np.intp]) -> Iterator[list[int]]:
        """The numbers of the entities that are found by likeness under each of the names in these places."""
        for owners in self.layer.store.owned(self.numbers[places].tolist()):
            alike = (owner >> SHIFT for owner in owners if USES[owner & MASK] in ALIKE)
            yield [self.start + n for n in alike if n not in self.layer.hidden]


def statement(fact: Fact) -> tuple[object, ...]:
    """What a fact says apart from its dates: a list above that says it too is believed instead."""
    return fact.subject, fact.relation, fact.object, fact.role
