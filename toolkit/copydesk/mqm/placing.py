"""Finds translated segments in the article that they make up."""

from __future__ import annotations

from copydesk.core.span import Span


class Placed:
    """An article in which segments are looked for one after the other. White space may differ."""

    def __init__(self, text: str) -> None:
        self._places = [place for place, char in enumerate(text) if not char.isspace()]
        self._text = text
        self._solid = "".join(text[place] for place in self._places)
        self._from = 0

    def place(self, segment: str) -> Segment | None:
        """The next place of the segment after the last one found; None where it does not follow."""
        solid = "".join(segment.split())
        start = self._solid.find(solid, self._from)
        # a short segment may be found within a word further on
        while start > self._from and self._within_a_word(start):
            start = self._solid.find(solid, start + 1)
        if start < 0:
            return None
        self._from = start + len(solid)
        return Segment(segment, self._places[start : self._from], before=self._places[start - 1] + 1 if start else 0)

    def _within_a_word(self, start: int) -> bool:
        place = self._places[start]
        return place > 0 and self._text[place - 1].isalnum() and self._text[place].isalnum()


class Segment:
    """A segment in an article: ``places`` are where the characters of the segment that are no white space stand there."""

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
        """How many characters before ``end`` are no white space."""
        return sum(not char.isspace() for char in self._segment[:end])
