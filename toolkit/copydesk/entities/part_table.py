"""The parts of a list's names as arrays: read from its file once, when the first name is searched for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from copydesk.entities.packing import Numbers, unpack_all
from copydesk.names.likeness import STEPS, Floats

Ask = Callable[[str], Sequence[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartTable:
    """All parts by number. A cell holds parts that follow each other: those whose vectors lie around one centre."""

    texts: tuple[str, ...]
    numbers: Mapping[str, int]
    #: a vector a row, each number times `STEPS` in one byte
    vectors: NDArray[np.int8]
    #: first part of each cell, and behind the last one
    cells: NDArray[np.int64]
    #: numbers of the names that have a part, rising, part after part, and where those of each begin
    names: Numbers
    starts: NDArray[np.int64]

    @classmethod
    def read(cls, ask: Ask, size: int, cells: int) -> PartTable:
        """From the tables of a list, for vectors of so many numbers and so many cells."""
        rows = ask("SELECT part, names FROM part ORDER BY n")
        names, starts = unpack_all([packed for _, packed in rows])
        stored = ask("SELECT n, first, vectors FROM cell ORDER BY n")
        vectors = np.frombuffer(b"".join(data for _, _, data in stored), dtype=np.int8).reshape(-1, size)
        firsts = np.full(cells + 1, len(rows), dtype=np.int64)
        firsts[[n for n, _, _ in stored]] = [first for _, first, _ in stored]
        # a cell without parts begins where the next one does
        firsts = np.minimum.accumulate(firsts[::-1])[::-1]
        texts = tuple(text for text, _ in rows)
        return cls(
            texts=texts, numbers=dict(zip(texts, range(len(texts)), strict=True)), vectors=vectors, cells=firsts, names=names,
            starts=starts,
        )  # fmt: skip

    def vectors_of(self, parts: Iterable[str]) -> dict[str, Floats]:
        """The unit vectors of those of the parts that are here."""
        held = [part for part in parts if part in self.numbers]
        return dict(zip(held, self.floats([self.numbers[part] for part in held]), strict=True))

    def floats(self, numbers: Sequence[int] | NDArray[np.int64]) -> Floats:
        """The unit vectors of some parts, as the network makes them."""
        return self.vectors[numbers].astype(np.float32) / np.float32(STEPS)

    def like(self, vector: Floats, cells: NDArray[np.int64], far: float, size: int) -> tuple[NDArray[np.int64], Floats]:
        """The parts of some cells (rising) most like a unit vector, in order of number, and the cosine of each.

        At most so many, and none of ``far`` or less.
        """
        firsts, lasts = self.cells[cells], self.cells[cells + 1]
        sizes = lasts - firsts
        ends = np.cumsum(sizes)
        found = np.empty(int(sizes.sum()), dtype=np.float32)
        # cell by cell, so that the bytes made numbers stay in the processor's cache
        made = np.empty((int(sizes.max(initial=0)), len(vector)), dtype=np.float32)
        for first, last, end in zip(firsts.tolist(), lasts.tolist(), ends.tolist(), strict=True):
            here = made[: last - first]
            here[:] = self.vectors[first:last]
            np.dot(here, vector, out=found[end - (last - first) : end])
        near = np.flatnonzero(found > far * STEPS)
        if len(near) > size:
            near = np.sort(near[np.argpartition(found[near], len(near) - size)[len(near) - size :]])
        cell = np.searchsorted(ends, near, side="right")
        return near + (lasts - ends)[cell], found[near] / np.float32(STEPS)

    def named(self, parts: NDArray[np.int64]) -> list[Numbers]:
        """The numbers of the names that have each of these parts."""
        firsts, lasts = self.starts[parts].tolist(), self.starts[parts + 1].tolist()
        return [self.names[first:last] for first, last in zip(firsts, lasts, strict=True)]
