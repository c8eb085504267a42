"""Candidate search by likeness: the listed names that a written one may stand for, however it is misspelled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from copydesk.core.entity import Entity, Kind
from copydesk.entities.layers import Alike
from copydesk.entities.likeness import Scores, lettered, sharpened
from copydesk.entities.listing import EntityList
from copydesk.entities.parting import FEW
from copydesk.names.designators import undesignated
from copydesk.names.forms import key

#: names that are found as wholes and then compared letter by letter
WHOLE = 1000
#: candidates that whole names leave to what was found by parts
SEATED = 30
#: names whose bearers are read at once
_READ = 24
#: the best name of an entity and its score
Named = tuple[str, float]
#: names that are found by their parts and then compared as wholes
POOL = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A candidate: the folded form of its name most like the written one, and how alike (0 to 1: an order, no probability)."""

    entity: Entity
    form: str
    score: float


def candidates(
    entities: EntityList, text: str, *, limit: int = 50, kinds: Sequence[Kind] | None = None, pool: int = POOL
) -> tuple[Hit, ...]:
    """The entities whose names are most like a written one, best first.

    The learned vectors of their parts find a ``pool`` of names, which letters and sounds of the whole names then put in order.
    Who asks for many gets at the end some that only share letters with the written name: the parts of Lynwood and Collingwood
    have little in common.
    """
    variants = tuple(dict.fromkeys((key(text), undesignated(key(text)))))
    size = max(pool, limit)
    parted = [(alike, sharpened(text, alike.names, alike.scores)) for text, alike in _alike(entities, variants, size, kinds)]
    found = dict(islice(_ranked(entities, parted, kinds), limit))
    if size > FEW and limit > SEATED:
        every = _alike(entities, variants, WHOLE, kinds, whole=True)
        found = _beside(found, _ranked(entities, [(alike, lettered(text, alike.names)) for text, alike in every], kinds), limit)
    return tuple(
        Hit(entity=entity, form=form, score=round(score, 4))
        for entity, (form, score) in zip(entities.load(list(found)), found.values(), strict=True)
    )


def _alike(
    entities: EntityList, variants: Sequence[str], size: int, kinds: Sequence[Kind] | None, *, whole: bool = False
) -> list[tuple[str, Alike]]:
    """Each way to write the name, with what is like it."""
    return [(text, alike) for text in variants for alike in entities.alike(text, size, kinds, whole=whole)]


def _beside(first: Mapping[int, Named], last: Iterable[tuple[int, Named]], limit: int) -> dict[int, Named]:
    """What was found by parts, its end in favour of what is found by whole names alone, best first."""
    new = list(islice(((number, named) for number, named in last if number not in first), limit - SEATED))
    seated = [*islice(first.items(), limit - len(new)), *new]
    return dict(sorted(seated, key=lambda item: -item[1][1]))


def _ranked(
    entities: EntityList, found: Sequence[tuple[Alike, Scores]], kinds: Sequence[Kind] | None
) -> Iterator[tuple[int, Named]]:
    """The number of each bearer once, with the best of its names and the score of that, best first."""
    scores = np.concatenate([scores for _, scores in found])
    names = [name for alike, _ in found for name in alike.names]
    order = np.argsort(-scores, kind="stable")
    seen: set[int] = set()
    for start in range(0, len(order), _READ):
        some = order[start : start + _READ]
        for place, numbers in zip(some.tolist(), _bearers([alike for alike, _ in found], some), strict=True):
            for number in numbers:
                if number not in seen:
                    seen.add(number)
                    if kinds is None or entities.kind(number) in kinds:
                        yield number, (names[place], float(scores[place]))


def _bearers(found: Sequence[Alike], places: NDArray[np.intp]) -> Iterable[list[int]]:
    """Who bears the names in these places of all that were found, one list behind the other."""
    borne: dict[int, list[int]] = {}
    first = 0
    for alike in found:
        own = places[(places >= first) & (places < first + len(alike.names))]
        if len(own):
            borne.update(zip(own.tolist(), alike.bearers(own - first), strict=True))
        first += len(alike.names)
    return map(borne.__getitem__, places.tolist())
