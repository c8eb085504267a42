"""The index of name parts: a written part is found among the listed ones by its vector, and names by their parts.

Vectors lie in cells around fixed centres (an inverted file, Jégou et al. 2011), each number in one byte, so that a search
reads a small share of them from the file.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from copydesk.entities.packing import pack, unpack
from copydesk.names.likeness import STEPS, default_likeness

TABLES = """
CREATE TABLE part (n INTEGER PRIMARY KEY, part TEXT, names BLOB);
CREATE TABLE cell (n INTEGER PRIMARY KEY, first INTEGER, vectors BLOB);
"""
#: parts of a name that are indexed
LONGEST = 8
#: a part this short may be joined to its neighbour by a translator: Jong Un, Jongun
SHORT = 6
#: letters of two written parts that may be one listed part
JOINED = 14
#: cells that are read for a part, parts that are compared letter by letter, and those of them that are followed to their names
PROBES, NEAR, CLOSEST = 32, 250, 60
#: the same for a search that is asked for more names than this: slower, and it misses fewer
FEW, WIDE = 200, (64, 800, 150)
#: names of a list that is so small that all its cells are read
SMALL = 5000
#: cosine under which two parts have nothing to do with each other
FAR = 0.4

Ask = Callable[[str], Sequence[tuple[Any, ...]]]
Floats = NDArray[np.float32]
Found = tuple[NDArray[np.uint32], Floats]


def units(name: str, person: bool) -> list[str]:
    """What a folded name is found by: its parts, and what a translator may write as one.

    That is both parts of a place's or body's name of two, and the last two of a person's name of three, where they are short.
    """
    words = name.split()[:LONGEST]
    last = words[-2:]
    if len(words) == (3 if person else 2) and max(map(len, last)) <= SHORT:
        return [*words, "".join(last)]
    return words


def write_parts(db: sqlite3.Connection, names: Iterable[tuple[int, str, bool]]) -> None:
    """Fill the tables of the index from folded names: number (rising), name, and whether it is a person's alone."""
    found: dict[str, array[int]] = {}
    for n, name, person in names:
        for unit in dict.fromkeys(units(name, person)):
            found.setdefault(unit, array("I")).append(n)
    vocabulary = sorted(found)
    vectors = default_likeness().vectors(vocabulary)
    cells = np.argmax(vectors @ default_likeness().centres.T, axis=1) if vocabulary else np.zeros(0, dtype=np.int64)
    order = np.argsort(cells, kind="stable")
    rows = ((at, vocabulary[n], pack(found[vocabulary[n]])) for at, n in enumerate(order.tolist()))
    db.executemany("INSERT INTO part VALUES (?, ?, ?)", rows)
    db.executemany("INSERT INTO cell VALUES (?, ?, ?)", _cells(vectors[order], cells[order]))


def _cells(vectors: Floats, cells: NDArray[np.int64]) -> Iterator[tuple[int, int, bytes]]:
    numbers, starts = np.unique(cells, return_index=True)
    ends = [*starts.tolist()[1:], len(cells)] if len(cells) else []
    for number, first, last in zip(numbers.tolist(), starts.tolist(), ends, strict=True):
        yield number, first, np.rint(vectors[first:last] * STEPS).astype(np.int8).tobytes()


class PartIndex:
    """Finds the names of one list by their parts."""

    def __init__(self, ask: Ask, letters: NDArray[np.uint8]) -> None:
        self._ask = ask
        self._letters = letters
        self._near = lru_cache(maxsize=8192)(self._named)

    def names(self, text: str, size: int, allowed: NDArray[np.bool_] | None) -> list[tuple[int, float]]:
        """Numbers of the names most like a folded one, with a score of 0 to 1, best first."""
        words = text.split()[:LONGEST]
        if not words:
            return []
        pairs = [(at, a + b) for at, (a, b) in enumerate(pairwise(words)) if len(a + b) <= JOINED]
        default_likeness().remember([*words, *(pair for _, pair in pairs)])
        sizes = {word: len(word) for word in words}
        reach = WIDE if size > FEW else (PROBES, NEAR, CLOSEST)
        found = [(*self._near(word, reach), sizes[word]) for word in words]
        joined = [(at, *self._near(pair, reach), len(pair)) for at, pair in pairs]
        touched = np.unique(np.concatenate([*(names for names, _, _ in found), *(names for _, names, _, _ in joined)]))
        if allowed is not None:
            touched = touched[allowed[touched]]
        if not len(touched):
            return []
        score = self._scored(touched, found, joined)
        best = np.argsort(-score, kind="stable")[:size]
        return list(zip(touched[best].tolist(), score[best].tolist(), strict=True))

    def _scored(
        self,
        touched: NDArray[np.uint32],
        found: Sequence[tuple[Any, Floats, int]],
        joined: Sequence[tuple[int, Any, Floats, int]],
    ) -> Floats:
        single = np.stack([_spread(touched, names, scores) * size for names, scores, size in found])
        for at, names, scores, size in joined:
            together = _spread(touched, names, scores)
            better = together * size > single[at] + single[at + 1]
            single[at, better] = (together * found[at][2])[better]
            single[at + 1, better] = (together * found[at + 1][2])[better]
        covered = single.sum(axis=0)
        written = np.float32(sum(size for _, _, size in found))
        longer = np.maximum(self._letters[touched], written)
        return np.asarray(0.75 * covered / written + 0.25 * covered / longer, dtype=np.float32)

    def _named(self, part: str, reach: tuple[int, int, int]) -> Found:
        """Numbers of the names that have a part like this, rising, and how like the best one is (0 to 1)."""
        near = self._parts(part, reach)
        marks = ", ".join(map(str, near))
        found = self._ask(f"SELECT n, part FROM part WHERE n IN ({marks})")
        if not found:
            return np.zeros(0, dtype=np.uint32), np.zeros(0, dtype=np.float32)
        letters = process.cdist([part], [text for _, text in found], scorer=fuzz.ratio, dtype=np.float32)[0] / 100
        likeness = (np.array([near[n][0] for n, _ in found], dtype=np.float32) + letters) / 2
        best = np.argsort(-likeness, kind="stable")[: reach[2]].tolist()
        # what is near will be judged soon, and its vector lies here
        default_likeness().keep({found[at][1]: near[found[at][0]][1] for at in best})
        return self._names_of({found[at][0]: float(likeness[at]) for at in best})

    def _names_of(self, parts: Mapping[int, float]) -> Found:
        """The names that have any of these parts, each with the best of their scores."""
        marks = ", ".join(map(str, parts))
        rows = [(unpack(names), parts[n]) for n, names in self._ask(f"SELECT n, names FROM part WHERE n IN ({marks})")]
        names = np.concatenate([numbers for numbers, _ in rows])
        scores = np.concatenate([np.full(len(numbers), score, dtype=np.float32) for numbers, score in rows])
        order = np.lexsort((-scores, names))
        names, scores = names[order], scores[order]
        first = np.concatenate([[True], names[1:] != names[:-1]])
        return names[first], scores[first]

    def _parts(self, part: str, reach: tuple[int, int, int]) -> Mapping[int, tuple[float, Floats]]:
        """The parts whose vectors are nearest: number, nearness of 0 to 1, vector."""
        likeness = default_likeness()
        vector = likeness.remember([part])[0]
        where = ""
        if len(self._letters) > SMALL:
            cells = np.argsort(-(likeness.centres @ vector), kind="stable")[: reach[0]].tolist()
            where = f" WHERE n IN ({', '.join(map(str, cells))})"
        numbers, tables = [], []
        for first, data in self._ask(f"SELECT first, vectors FROM cell{where}"):
            vectors = np.frombuffer(data, dtype=np.int8).reshape(-1, likeness.size)
            numbers.append(np.arange(first, first + len(vectors)))
            tables.append(vectors)
        if not numbers:
            return {}
        every, table = np.concatenate(numbers), np.concatenate(tables)
        cosine = (table.astype(np.float32) @ vector) / np.float32(STEPS)
        best = np.argpartition(-cosine, reach[1])[: reach[1]] if len(cosine) > reach[1] else np.arange(len(cosine))
        best = best[cosine[best] > FAR]
        near = np.clip((cosine[best] - FAR) / (1.0 - FAR), 0.0, 1.0)
        vectors = table[best].astype(np.float32) / np.float32(STEPS)
        return dict(zip(every[best].tolist(), zip(near.tolist(), vectors, strict=True), strict=True))


def _spread(touched: NDArray[np.uint32], names: NDArray[np.uint32], scores: Floats) -> Floats:
    """The scores of the touched names, 0 for those not found."""
    spread = np.zeros(len(touched), dtype=np.float32)
    if len(names):
        at = np.minimum(np.searchsorted(names, touched), len(names) - 1)
        there = names[at] == touched
        spread[there] = scores[at[there]]
    return spread
