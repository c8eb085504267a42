"""From offsets to lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right

from copydesk.core.span import Span

_BREAK = re.compile(r"\r\n|\n|\r")


class Lines:
    """The lines of one text; they end at LF, CRLF or CR. Lines and columns count from 1, columns in code points."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0]
        self._ends: list[int] = []
        for match in _BREAK.finditer(text):
            self._ends.append(match.start())
            self._starts.append(match.end())
        self._ends.append(len(text))

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of a code point."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def span(self, line: int) -> Span:
        """What a line covers, without its line end."""
        return Span(self._starts[line - 1], self._ends[line - 1])

    def __len__(self) -> int:
        return len(self._starts)
