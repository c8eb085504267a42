"""Candidate search by likeness: the listed names that a written one may stand for, however it is misspelled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from copydesk.core.entity import Entity, Kind
from copydesk.entities.likeness import sharpened
from copydesk.entities.listing import Alike, EntityList
from copydesk.names.designators import undesignated
from copydesk.names.forms import key

#: names that are found by their parts and then compared as wholes
POOL = 400
#: entities that are read at once
_BLOCK = 24


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
    """
    written = key(text)
    found: list[tuple[float, Alike]] = []
    for variant in dict.fromkeys((written, undesignated(written))):
        names = entities.alike(variant, max(pool, limit), kinds)
        found += zip(sharpened(variant, names), names, strict=True)
    found.sort(key=lambda item: -item[0])
    return tuple(islice(_hits(entities, found, kinds), limit))


def _hits(entities: EntityList, found: Sequence[tuple[float, Alike]], kinds: Sequence[Kind] | None) -> Iterator[Hit]:
    """Each entity once, under the best of its names."""
    for block in _blocks(found):
        for (name, score), entity in zip(block.values(), entities.load(list(block)), strict=True):
            if kinds is None or entity.kind in kinds:
                yield Hit(entity=entity, form=name, score=round(score, 4))


def _blocks(found: Sequence[tuple[float, Alike]]) -> Iterator[dict[int, tuple[str, float]]]:
    """The numbers of the bearers in order, some at a time, each with its best name and the score of that."""
    seen: set[int] = set()
    block: dict[int, tuple[str, float]] = {}
    for score, alike in found:
        for number in alike.bearers():
            if number not in seen:
                seen.add(number)
                block[number] = (alike.name, score)
        if len(block) >= _BLOCK:
            yield block
            block = {}
    yield block
