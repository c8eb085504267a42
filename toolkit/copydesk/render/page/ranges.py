"""A text cut into the ranges in which the spans on it do not change, so that spans may lie over each other and none hides.

Each span gets a level: one below those of the spans that it begins under, as parts of a staff do in music. Time grows as
n log n with the number of spans, and the number of ranges is at most twice theirs and the cuts: no text makes a page explode.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise

from copydesk.core.span import Span

#: underlines that have room under one line of text; deeper spans are drawn by their number alone
LEVELS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """A span, by its place in the sequence given, and its level from 0 (nearest to the words)."""

    number: int
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A stretch of the text and the spans that cover it, by level; those deeper than `LEVELS` are not among them.

    ``opens`` and ``closes`` number all spans that begin and end with it. A span without length is a range without length.
    """

    span: Span
    layers: tuple[Layer, ...] = ()
    opens: tuple[int, ...] = ()
    closes: tuple[int, ...] = ()


def ranges(length: int, spans: Sequence[Span], cuts: Iterable[int] = ()) -> Iterator[Range]:
    """The ranges of a text of so many code points, in order and without gaps, also cut at ``cuts``.

    What of a span lies outside the text is left out; a span wholly outside stands at its end.
    """
    inside = [Span(min(span.start, length), min(span.end, length)) for span in spans]
    starting, ending = _by_place(inside)
    points = sorted({0, length, *starting, *ending, *(cut for cut in cuts if 0 <= cut <= length)})
    levels = _Levels()
    yield from _points_at(points[0], starting, inside, levels)
    for start, end in pairwise(points):
        opens = [number for number in starting.get(start, ()) if inside[number]]
        for number in opens:
            levels.open(number)
        closes = tuple(ending.get(end, ()))
        yield Range(span=Span(start, end), layers=levels.layers(), opens=tuple(opens), closes=closes)
        for number in closes:
            levels.close(number)
        yield from _points_at(end, starting, inside, levels)


def _by_place(spans: Sequence[Span]) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """The numbers of the spans by where they start, the longest first, and of those with a length by where they end."""
    starting: dict[int, list[int]] = defaultdict(list)
    ending: dict[int, list[int]] = defaultdict(list)
    for number in sorted(range(len(spans)), key=lambda number: (spans[number].start, -spans[number].end, number)):
        starting[spans[number].start].append(number)
        if spans[number]:
            ending[spans[number].end].append(number)
    return starting, ending


def _points_at(place: int, starting: dict[int, list[int]], spans: Sequence[Span], levels: _Levels) -> Iterator[Range]:
    """A range for each span without length in this place."""
    for number in starting.get(place, ()):
        if not spans[number]:
            levels.open(number)
            yield Range(span=Span(place, place), layers=levels.layers(), opens=(number,), closes=(number,))
            levels.close(number)


class _Levels:
    """Which span is on which level at the place that the sweep has come to."""

    def __init__(self) -> None:
        self._of: dict[int, int] = {}
        self._drawn: list[int | None] = [None] * LEVELS
        self._free: list[int] = []
        self._next = 0

    def open(self, number: int) -> None:
        """Put a span on the lowest level that is free."""
        if self._free:
            level = heappop(self._free)
        else:
            level, self._next = self._next, self._next + 1
        self._of[number] = level
        if level < LEVELS:
            self._drawn[level] = number

    def close(self, number: int) -> None:
        """Take a span away."""
        level = self._of.pop(number)
        heappush(self._free, level)
        if level < LEVELS:
            self._drawn[level] = None

    def layers(self) -> tuple[Layer, ...]:
        """The spans that are drawn here, from the lowest level."""
        return tuple(Layer(number=number, level=level) for level, number in enumerate(self._drawn) if number is not None)
