"""The index of name parts: a written part is found among the listed ones by its vector, and names by their parts.

Vectors lie in cells around fixed centres (an inverted file, Jégou et al. 2011), each number in one byte, so that a search
reads a small share of them from the file.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from copydesk.entities.packing import Numbers, pack
from copydesk.entities.part_table import Ask, PartTable
from copydesk.names.likeness import STEPS, Floats, default_likeness

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

#: numbers, rising, and how like each of them is (0 to 1)
Near = tuple[NDArray[np.int64], Floats]


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
        self._near = lru_cache(maxsize=8192)(self._closest)

    @cached_property
    def _table(self) -> PartTable:
        return PartTable.read(self._ask, default_likeness().size, len(default_likeness().centres))

    @cached_property
    def _places(self) -> NDArray[np.uint32]:
        """Room for the place of each name among those of a search: what is left over from earlier ones is never read."""
        return np.zeros(len(self._letters), dtype=np.uint32)

    def names(self, text: str, size: int, allowed: NDArray[np.bool_] | None) -> tuple[Numbers, Floats]:
        """Numbers of the names most like a folded one, and a score of 0 to 1 for each, best first."""
        words = text.split()[:LONGEST]
        if not words or not len(self._letters):
            return np.zeros(0, dtype=np.uint32), np.zeros(0, dtype=np.float32)
        pairs = [(at, a + b) for at, (a, b) in enumerate(pairwise(words)) if len(a + b) <= JOINED]
        self.lend(words)
        default_likeness().remember([*words, *(pair for _, pair in pairs)])
        reach = WIDE if size > FEW else (PROBES, NEAR, CLOSEST)
        found = [_Found.under(self._table, word, self._near(word, reach), allowed) for word in words]
        joined = [(at, _Found.under(self._table, pair, self._near(pair, reach), allowed)) for at, pair in pairs]
        touched = _distinct([item.names for item in (*found, *(item for _, item in joined))])
        score = self._scored(touched, found, joined)
        best = _first(score, size)
        return touched[best], score[best]

    def lend(self, parts: Iterable[str]) -> None:
        """Give the vectors of listed parts that will be judged to the network, which need not make them again."""
        if len(self._letters):
            default_likeness().keep(self._table.vectors_of(default_likeness().unknown(parts)).items())

    def _scored(self, touched: Numbers, found: Sequence[_Found], joined: Sequence[tuple[int, _Found]]) -> Floats:
        places = self._places
        places[touched] = np.arange(len(touched), dtype=np.uint32)
        single = np.stack([item.over(len(touched), places) * item.letters for item in found])
        for at, item in joined:
            together = item.over(len(touched), places)
            better = together * item.letters > single[at] + single[at + 1]
            single[at, better] = (together * found[at].letters)[better]
            single[at + 1, better] = (together * found[at + 1].letters)[better]
        covered = single.sum(axis=0)
        written = np.float32(sum(item.letters for item in found))
        longer = np.maximum(self._letters[touched], written)
        return np.asarray(0.75 * covered / written + 0.25 * covered / longer, dtype=np.float32)

    def _closest(self, part: str, reach: tuple[int, int, int]) -> Near:
        """The listed parts most like a written one."""
        near, nearness = self._nearest(part, reach)
        texts = [self._table.texts[n] for n in near.tolist()]
        if not texts:
            return near, nearness
        letters = process.cdist([part], texts, scorer=fuzz.ratio, dtype=np.float32)[0] / 100
        likeness = (nearness + letters) / 2
        best = np.argsort(-likeness, kind="stable")[: reach[2]]
        return near[best], likeness[best]

    def _nearest(self, part: str, reach: tuple[int, int, int]) -> Near:
        """The parts whose vectors are nearest to a written one's."""
        likeness = default_likeness()
        vector = likeness.remember([part])[0]
        cells = np.arange(len(likeness.centres))
        if len(self._letters) > SMALL:
            cells = np.sort(np.argsort(-(likeness.centres @ vector), kind="stable")[: reach[0]])
        near, cosine = self._table.like(vector, cells, FAR, reach[1])
        return near, np.clip((cosine - FAR) / np.float32(1.0 - FAR), 0.0, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """The names that have one of the parts that a written one may be, and how like that part is: the best of a name last."""

    names: Numbers
    scores: Floats
    #: of the written part
    letters: int

    @classmethod
    def under(cls, table: PartTable, part: str, near: Near, allowed: NDArray[np.bool_] | None) -> _Found:
        """Those of the names of the parts that are near which are wanted."""
        order = np.argsort(near[1], kind="stable")
        held = table.named(near[0][order])
        names = np.concatenate(held) if held else np.zeros(0, dtype=np.uint32)
        scores = np.repeat(near[1][order], [len(some) for some in held])
        if allowed is not None:
            there = allowed[names]
            names, scores = names[there], scores[there]
        return cls(names=names, scores=scores, letters=len(part))

    def over(self, size: int, places: Numbers) -> Floats:
        """The best scores in the places of the names among so many, 0 for those not found."""
        spread = np.zeros(size, dtype=np.float32)
        spread[places[self.names]] = self.scores  # of several in one place the last one stays
        return spread


def _distinct(every: Sequence[Numbers]) -> Numbers:
    """All numbers once, rising."""
    numbers = np.sort(np.concatenate(every))
    return numbers[np.concatenate([[True], numbers[1:] != numbers[:-1]])] if len(numbers) else numbers


def _first(score: Floats, size: int) -> NDArray[np.intp]:
    """The places of the highest scores, the highest first, the earlier first where they are equal."""
    kept = np.arange(len(score))
    if len(score) > size:
        kept = np.flatnonzero(score >= np.partition(score, len(score) - size)[len(score) - size])
    return kept[np.argsort(-score[kept], kind="stable")[:size]]
