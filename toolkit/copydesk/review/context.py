"""The words around a place: they tell one place from another, and find it again after edits elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.core.span import Span

#: code points kept on either side, as W3C's TextQuoteSelector is mostly written
LENGTH = 32
#: code points of the text that are looked at for them: white space shrinks
_WINDOW = 4 * LENGTH
#: code points on both sides together that must be as they were for a place to be the same
_ENOUGH = 8
_SPACE = re.compile(r"\s+")


def context_of(text: str, span: Span) -> tuple[str, str]:
    """What stands before and after a span: at most `LENGTH` code points each, runs of white space as one blank.

    New line breaks and indents therefore change nothing. At the ends of the text it is shorter or empty.
    """
    before = text[max(0, span.start - _WINDOW) : span.start]
    after = text[span.end : span.end + _WINDOW]
    return _SPACE.sub(" ", before)[-LENGTH:], _SPACE.sub(" ", after)[:LENGTH]


def find_again(text: str, quoted: str, prefix: str, suffix: str, *, near: int = 0) -> Span | None:
    """Where the quoted words stand now, by the words around them; of places alike, the one nearest to ``near``.

    None where they are gone, or so little of what stood around them is left that it may be another place.
    """
    enough = min(_ENOUGH, len(prefix) + len(suffix))
    best: tuple[int, int, Span] | None = None
    for span in _places(text, quoted):
        before, after = context_of(text, span)
        kept = _shared(before[::-1], prefix[::-1]) + _shared(after, suffix)
        if kept >= enough and (best is None or (-kept, abs(span.start - near)) < best[:2]):
            best = -kept, abs(span.start - near), span
    return None if best is None else best[2]


def _places(text: str, quoted: str) -> Iterator[Span]:
    at = text.find(quoted) if quoted else -1
    while at >= 0:
        yield Span(at, at + len(quoted))
        at = text.find(quoted, at + 1)


def _shared(one: str, other: str) -> int:
    """How many code points both begin with."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
