"""Which pieces stand together before the network: windows of neighbouring sentences that overlap, so that nothing is cut off.

A window is the mark [CLS] and the pieces of each of its sentences, then [SEP]. Every sentence is answered in one window, where
it has its neighbours on both sides as far as there is room; a sentence longer than a window is cut into parts that overlap, and
each of its pieces is answered in the part where it stands farther from the edge.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

#: pieces that two parts of a cut sentence share
OVERLAP = 32
#: the mark before each sentence, and the one behind the last
_MARK, _CLOSING = 1, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The pieces ``start`` to ``stop`` of a sentence in a window; those from ``first`` to ``last`` are answered there."""

    sentence: int
    start: int
    stop: int
    first: int
    last: int


#: what stands in one window, in order
Window = tuple[Shown, ...]


def width(window: Window) -> int:
    """How many numbers the window is, marks included."""
    return sum(_MARK + shown.stop - shown.start for shown in window) + _CLOSING


def windows(counts: Sequence[int], room: int) -> Iterator[Window]:
    """Windows of at most ``room`` numbers over sentences of so many pieces. Raises ValueError where ``room`` is too small."""
    if room <= _MARK + _CLOSING + OVERLAP:
        raise ValueError(f"a window of {room} has no room beside its overlap of {OVERLAP}")
    at = 0
    while at < len(counts):
        if not _fits(counts[at : at + 1], room):
            yield from _cut(at, counts[at], room - _MARK - _CLOSING)
            at += 1
            continue
        begin = at - 1 if at and _fits(counts[at - 1 : at + 1], room) else at
        end = at + 1
        while end < len(counts) and _fits(counts[begin : end + 1], room):
            end += 1
        done = _answered(counts, at, end, room)
        yield tuple(_shown(number, counts[number], answered=at <= number < done) for number in range(begin, end))
        at = done


def _fits(counts: Sequence[int], room: int) -> bool:
    return sum(counts) + len(counts) * _MARK + _CLOSING <= room


def _answered(counts: Sequence[int], at: int, end: int, room: int) -> int:
    """Up to which sentence is answered: the last one waits for the next window, if it has its next neighbour there."""
    waits = end < len(counts) and end - at > 1 and _fits(counts[end - 1 : end + 1], room)
    return end - 1 if waits else end


def _shown(sentence: int, count: int, *, answered: bool) -> Shown:
    return Shown(sentence=sentence, start=0, stop=count, first=0, last=count if answered else 0)


def _cut(sentence: int, count: int, room: int) -> Iterator[Window]:
    """Parts of one long sentence, of ``room`` pieces each; the last begins earlier rather than being short."""
    starts = [*range(0, count - room, room - OVERLAP), count - room]
    first = 0
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        stop = start + room
        last = count if following is None else (following + stop + 1) // 2
        yield (Shown(sentence=sentence, start=start, stop=stop, first=first, last=last),)
        first = last
