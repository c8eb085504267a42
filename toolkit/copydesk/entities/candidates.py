"""Candidate search by likeness: the listed names that a written one may stand for, however it is misspelled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from copydesk.core.entity import Entity, Kind
from copydesk.entities.likeness import aligned_scores, joint_scores, rough_scores
from copydesk.entities.listing import EntityList
from copydesk.names.designators import undesignated
from copydesk.names.forms import key

#: names that are compared as wholes, and those of them that are compared part by part
POOL, CLOSER = 2000, 200


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

    Pairs of letters and sounds find a ``pool`` of names; these are compared as wholes, and the best of them part by part. A
    smaller pool is faster, and misses names that have little in common with the written one.
    """
    written = key(text)
    best: dict[int, tuple[float, str]] = {}
    for variant in dict.fromkeys((written, undesignated(written))):
        for number, form, score in _scored(entities, variant, max(limit, CLOSER), kinds, pool):
            best[number] = max(best.get(number, (0.0, "")), (score, form))
    ranked = sorted(best.items(), key=lambda item: -item[1][0])
    hits = (Hit(entity=entities.at(number), form=form, score=round(score, 4)) for number, (score, form) in ranked)
    return tuple(islice((hit for hit in hits if kinds is None or hit.entity.kind in kinds), limit))


def _scored(
    entities: EntityList, written: str, closer: int, kinds: Sequence[Kind] | None, pool: int
) -> Iterator[tuple[int, str, float]]:
    names = entities.alike(written, pool, kinds)
    if not names:
        return
    rough = rough_scores(written, names)
    order = np.argsort(-rough, kind="stable")[:closer]
    near = [names[at] for at in order]
    scores = joint_scores(rough[order], aligned_scores(written, near)).tolist()
    for name, score in zip(near, scores, strict=True):
        for number in entities.bearers(name):
            yield number, name, score
