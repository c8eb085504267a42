"""The baseline for whole texts: each name that the reader reads, held against every listed form by accent-folded edit ratio."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process

from common import waited
from copydesk.core.entity import Entity
from copydesk.names.forms import fold
from peers import Gallery, gallery

#: ratios below this are no answer: at it false alarms are far more than anybody bears
FLOOR = 70.0
_BLOCK, _WORKERS = 64, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """The best ratio, from 0 to 1, and the names of all entities that have it; no score where the name is spelled so."""

    score: float | None = None
    names: frozenset[str] = frozenset()


def nearest(mentions: Sequence[str], entities: Iterable[Entity]) -> dict[str, Near]:
    """For each mention the best form of a list; one of one word is also held against parts of persons' names."""
    names = gallery(entities, parts=True)
    whole, every = frozenset(names.texts[: names.whole]), frozenset(names.texts)
    found = {text: Near() for text in mentions}
    asked = [text for text in found if fold(text) not in (every if names.size(fold(text)) > names.whole else whole)]
    for size in {names.size(fold(text)) for text in asked}:
        sized = [text for text in asked if names.size(fold(text)) == size]
        for start in waited(range(0, len(sized), _BLOCK), -(-len(sized) // _BLOCK), "edit ratio"):
            block = sized[start : start + _BLOCK]
            found.update(zip(block, _best(block, names, size), strict=True))
    return found


def _best(block: Sequence[str], names: Gallery, size: int) -> list[Near]:
    folded = [fold(text) for text in block]
    scores = process.cdist(
        folded, names.texts[:size], scorer=fuzz.ratio, score_cutoff=FLOOR, dtype=np.float32, workers=_WORKERS
    )
    return [_near(row, names) for row in scores]


def _near(row: np.ndarray[tuple[int], np.dtype[np.float32]], names: Gallery) -> Near:
    best = float(row.max())
    if best < FLOOR:
        return Near()
    owners = {owner for at in np.flatnonzero(row == best).tolist() for owner in names.owners[at]}
    return Near(score=best / 100, names=frozenset(names.entities[owner].name for owner in owners))
