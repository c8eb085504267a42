"""Finds translated segments in the article that they make up."""

from __future__ import annotations

import re

from copydesk.characters import HOSTILE
from copydesk.core.span import Span

#: neither white space nor a character that nobody sees, which formats of one line cannot hold
_SOLID = re.compile(rf"[^\s{HOSTILE.pattern[1:]}")


def solid(text: str) -> str:
    """What a segment and an article must have in common: the text without white space and invisible characters."""
    return "".join(_SOLID.findall(text))


def within_a_word(text: str, place: int) -> bool:
    """Whether a letter or digit stands on both sides of the place."""
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()


class Placed:
    """An article in which segments are looked for one after the other. White space and invisible characters may differ."""

    def __init__(self, text: str) -> None:
        self._places = [match.start() for match in _SOLID.finditer(text)]
        self._text = text
        self._solid = solid(text)
        self._from = 0

    def place(self, segment: str) -> Segment | None:
        """The next place of the segment after the last one found; None where it does not follow."""
        wanted = solid(segment)
        start = self._solid.find(wanted, self._from)
        # a short segment may be found within a word further on
        while start > self._from and self._within_a_word(start):
            start = self._solid.find(wanted, start + 1)
        if start < 0:
            return None
        self._from = start + len(wanted)
        return Segment(segment, self._places[start : self._from], before=self._places[start - 1] + 1 if start else 0)

    def _within_a_word(self, start: int) -> bool:
        return start < len(self._places) and within_a_word(self._text, self._places[start])


class Segment:
    """A segment in an article: ``places`` are where the solid characters of the segment stand there."""

    def __init__(self, segment: str, places: list[int], *, before: int) -> None:
        self._segment = segment
        self._places = places
        self._before = before

    def given(self, span: Span) -> Span:
        """A span of the segment in the article. White space alone becomes the white space that stands there, if any."""
        first, last = self._solid(span.start), self._solid(span.end)
        if first < last:
            return Span(self._places[first], self._places[last - 1] + 1)
        start = self._places[first - 1] + 1 if first else self._before
        end = self._places[first] if first < len(self._places) and len(span) else start
        return Span(start, max(start, end))

    def _solid(self, end: int) -> int:
        """How many characters before ``end`` are solid."""
        return len(solid(self._segment[:end]))
