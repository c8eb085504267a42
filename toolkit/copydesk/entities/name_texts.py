"""The folded names of a list by number: read from its file as one text, when the first name is searched for."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from copydesk.entities.packing import Numbers
from copydesk.entities.part_table import Ask

#: names that are read at once
_BLOCK = 1 << 13
_LINE = ord("\n")


class NameTexts:
    """All names, numbered from 0. One by one from the file they would take most of the time of a search."""

    def __init__(self, ask: Ask, count: int) -> None:
        self._ask = ask
        self._count = count

    def __len__(self) -> int:
        return self._count

    def of(self, numbers: Numbers) -> list[str]:
        """The names of these numbers."""
        if not len(numbers):
            return []
        lines, starts = self._lines
        firsts, lasts = starts[numbers].tolist(), (starts[numbers + 1] - 1).tolist()
        return [lines[first:last].decode() for first, last in zip(firsts, lasts, strict=True)]

    def block(self, first: int, last: int) -> bytes:
        """Names that follow each other, a line each."""
        lines, starts = self._lines
        return bytes(lines[starts[first] : starts[last]])

    @cached_property
    def _lines(self) -> tuple[bytearray, Numbers]:
        """All names, each with a line end, and where each begins and the last one ends."""
        lines, starts = bytearray(), np.zeros(self._count + 1, dtype=np.uint32)
        for first in range(0, self._count, _BLOCK):
            some = self._read(first)
            ends = np.flatnonzero(np.frombuffer(some, dtype=np.uint8) == _LINE)
            starts[first + 1 : first + 1 + len(ends)] = ends + 1 + len(lines)
            lines += some
        return lines, starts

    def _read(self, first: int) -> bytes:
        # as one text: many times faster than row by row. The line end is written out: char(10) would be called for each
        ((text,),) = self._ask(f"SELECT group_concat(key, '\n') FROM name WHERE n >= {first} AND n < {first + _BLOCK}")
        return f"{text}\n".encode()
