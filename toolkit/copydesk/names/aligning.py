"""The parts of two names beside each other: which answers to which, where neither order is broken."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from copydesk.names.forms import PARTICLES

#: log-odds of two texts: the parts, or neighbouring ones joined
Odds = Mapping[tuple[str, str], float]
#: how many written and how many listed parts are matched, one step after the other
Step = tuple[int, int]

#: what a written part costs that answers to nothing, in likeness, and a listed one that nothing answers to
_SKIP_WRITTEN, _SKIP_LISTED = 0.5, 0.1
#: what a match is worth beyond its likeness: nothing below this is matched at all
_WORTH = 0.3
#: likeness from which several parts may answer to one
_FUSED = 0.5
#: letters of the shorter side, as a share of the longer one's
_SIZE = 0.7


#: what several parts that answer to one are worth: the written ones, the listed ones
Joints = Mapping[tuple[tuple[str, ...], tuple[str, ...]], float]


def aligned(
    left: Sequence[str], right: Sequence[str], likeness: Mapping[tuple[str, str], float], joints: Joints
) -> tuple[float, list[Step]]:
    """What the best match that keeps both orders is worth, and its steps. Listed parts may go unwritten.

    ``likeness`` is that of each written with each listed part. A part may answer to two (Jongun: Jong Un), as `joined` says.
    """
    rows: list[list[float]] = [[0.0]]
    steps: list[list[Step]] = [[(0, 1)] * (len(right) + 1)]
    for _ in right:
        rows[0].append(rows[0][-1] - _SKIP_LISTED)
    for i, one in enumerate(left):
        skip = _skip(one)
        above, row, here = rows[i], [rows[i][0] + skip], [(1, 0)]
        for j, other in enumerate(right):
            top, step = above[j] + (likeness[one, other] - _WORTH), (1, 1)
            if joints:
                top, step = _with_joints(top, i, j, left, right, rows, joints)
            if above[j + 1] + skip > top:
                top, step = above[j + 1] + skip, (1, 0)
            if row[j] - _SKIP_LISTED > top:
                top, step = row[j] - _SKIP_LISTED, (0, 1)
            row.append(top)
            here.append(step)
        rows.append(row)
        steps.append(here)
    return rows[-1][-1], _walk(steps)


def in_order(left: Sequence[str], right: Sequence[str], likeness: Mapping[tuple[str, str], float]) -> bool:
    """Whether the parts are best matched one by one as they stand: each is most like the one across from it."""
    return len(left) == len(right) and all(
        likeness[one, other] >= max([likeness[one, every] for every in right]) and likeness[one, other] - _WORTH >= _skip(one)
        for one, other in zip(left, right, strict=True)
    )


def most(left: Sequence[str], right: Sequence[str], likeness: Mapping[tuple[str, str], float]) -> float:
    """What an alignment is worth at most, in any order and where no part answers to two."""
    worth = [max(max([likeness[one, other] for other in right]) - _WORTH, _skip(one)) for one in left]
    return sum(worth) - _SKIP_LISTED * max(0, len(right) - len(left))


def _skip(part: str) -> float:
    return 0.0 if part in PARTICLES or len(part) == 1 else -_SKIP_WRITTEN


def _with_joints(
    top: float, i: int, j: int, left: Sequence[str], right: Sequence[str], rows: Sequence[Sequence[float]], joints: Joints
) -> tuple[float, Step]:
    """The best of a match of one with one, two with one and one with two that end here."""
    step = (1, 1)
    worth = joints.get(((left[i - 1], left[i]), (right[j],))) if i else None
    if worth is not None and rows[i - 1][j] + worth > top:
        top, step = rows[i - 1][j] + worth, (2, 1)
    worth = joints.get(((left[i],), (right[j - 1], right[j]))) if j else None
    if worth is not None and rows[i][j - 1] + worth > top:
        top, step = rows[i][j - 1] + worth, (1, 2)
    return top, step


def _walk(steps: Sequence[Sequence[Step]]) -> list[Step]:
    i, j = len(steps) - 1, len(steps[0]) - 1
    found = []
    while i or j:
        found.append(steps[i][j])
        i, j = i - found[-1][0], j - found[-1][1]
    return found[::-1]


def joined(left: tuple[str, ...], right: tuple[str, ...], odds: Odds) -> Joints:
    """The neighbours of either side that may answer to one part of the other in some order, each with its worth."""
    found = {}
    for one, other, texts in _joinable(left, right):
        likeness = 1.0 if texts[0] == texts[1] else probable(odds[texts])
        if likeness >= _FUSED:
            found[one, other] = likeness - _WORTH
    return found


def joints(left: tuple[str, ...], right: tuple[str, ...]) -> list[tuple[str, str]]:
    """The pairs of texts whose odds `joined` asks for: neighbours joined, on either side, and one part."""
    return [texts for _, _, texts in _joinable(left, right)]


#: parts of two names that may answer to each other, and the two texts that they make
_Joinable = tuple[tuple[str, ...], tuple[str, ...], tuple[str, str]]


@lru_cache(maxsize=8192)
def _joinable(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[_Joinable, ...]:
    listed = [((one,), both, (one, "".join(both))) for both in pairwise(right) for one in left if _fits(one, both)]
    # the last part may come to stand before the first one
    cycle = pairwise((*left, left[0])) if len(left) > 1 else ()
    written = [(both, (other,), ("".join(both), other)) for both in cycle for other in right if _fits(other, both)]
    return (*listed, *written)


def _fits(one: str, both: tuple[str, str]) -> bool:
    """Whether parts may be the same letters together: Jair Messias is no Jair, nor Ali Pashinyan a Pashinyan."""
    size, other = len(one), len(both[0]) + len(both[1])
    return size >= _SIZE * other and other >= _SIZE * size and one not in both


def probable(odds: float) -> float:
    """Log-odds as a probability."""
    return 1.0 / (1.0 + math.exp(-odds))
