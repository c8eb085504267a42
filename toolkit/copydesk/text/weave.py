"""Builds the reading of a marked-up text: the words in order, and where each character came from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from copydesk.core.document import Reading

_WORD = r"[^ \t\n\r\f\u00ad\u200b]+"
#: white space; words with one space between them, which stand for themselves; what is not shown
_CHUNK = re.compile(rf"[ \t\n\r\f]+|{_WORD}(?: {_WORD})*|[\u00ad\u200b]+")
#: a browser shows nothing for these: soft hyphen and zero-width space
_UNSEEN = "\u00ad\u200b"
_SPACE = " \t\n\r\f"


@dataclass(frozen=True, slots=True, kw_only=True)
class Woven:
    """A reading with what the markup says about it: where headings begin, the publication date it declares."""

    reading: Reading
    headings: frozenset[int] = frozenset()
    declared_date: str | None = None
    #: how deep its elements are nested
    depth: int = 0


class Weaver:
    """Takes pieces of the given text in order and folds white space as a browser does."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._text: list[str] = []
        self._origins: list[tuple[int, int]] = []
        self._space: tuple[int, int] | None = None
        self._broken = True
        self._headings: set[int] = set()
        #: whether what comes next stands in a heading
        self.heading = False

    def words(self, start: int, end: int) -> None:
        """Take the given text from ``start`` to ``end`` as it stands."""
        for chunk in _CHUNK.finditer(self._source, start, end):
            first = chunk[0][0]
            if first in _SPACE:
                self._space = self._space or chunk.span()
            elif first not in _UNSEEN:
                self._flush(chunk.start())
                self._text.append(chunk[0])
                self._origins += zip(range(chunk.start(), chunk.end()), range(chunk.start() + 1, chunk.end() + 1), strict=True)

    def reference(self, text: str, start: int, end: int) -> None:
        """Take ``text`` for what the character reference from ``start`` to ``end`` stands for."""
        if not text or text in _UNSEEN:
            return
        if text in _SPACE:
            self._space = self._space or (start, end)
            return
        self._flush(start)
        self._text.append(text)
        last = len(text) - 1
        # a reference can stand for two characters; each gets its own share so that the origins keep rising
        self._origins += [(start + at, end if at == last else start + at + 1) for at in range(len(text))]

    def line_break(self) -> None:
        """End the line: what comes next stands on a new one."""
        self._broken = True

    def woven(self, declared_date: str | None = None, depth: int = 0) -> Woven:
        """The reading of everything taken so far."""
        reading = Reading(text="".join(self._text), origins=tuple(self._origins))
        return Woven(reading=reading, headings=frozenset(self._headings), declared_date=declared_date, depth=depth)

    def _flush(self, start: int) -> None:
        """Write the white space that stands before the character from ``start``."""
        if self._origins and self._broken:
            self._text.append("\n")
            self._origins.append((self._origins[-1][1], start))
        elif self._origins and self._space is not None:
            self._text.append(" ")
            self._origins.append(self._space)
        if self._broken and self.heading:
            self._headings.add(len(self._origins))
        self._broken, self._space = False, None
