"""Rising numbers as bytes: the steps between them, each in one, two or four bytes, whichever the widest step needs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.uint32]
_WIDTHS = {1: "<u1", 2: "<u2", 4: "<u4"}


def pack(numbers: Sequence[int]) -> bytes:
    """The bytes of numbers in rising order, below 2**32; the first byte says how wide a step is."""
    steps = np.diff(np.asarray(numbers, dtype=np.uint32), prepend=np.uint32(0))
    width = next(width for width in _WIDTHS if width == 4 or int(steps.max(initial=0)) < 1 << 8 * width)
    return bytes([width]) + steps.astype(_WIDTHS[width]).tobytes()


def unpack(data: bytes) -> Numbers:
    """The numbers again."""
    return np.cumsum(np.frombuffer(data, dtype=_WIDTHS[data[0]], offset=1), dtype=np.uint32)


def unpacked(data: bytes) -> list[int]:
    """The numbers again as a list: most rows have one."""
    return [int.from_bytes(data[1:], "little")] if len(data) == data[0] + 1 else unpack(data).tolist()


def unpack_all(rows: Sequence[bytes]) -> tuple[Numbers, NDArray[np.int64]]:
    """The numbers of all rows behind each other, and where each row begins and the last one ends (rows + 1).

    Many times faster than row by row where there are many.
    """
    data = np.frombuffer(b"".join(rows), dtype=np.uint8)
    sizes = np.fromiter(map(len, rows), dtype=np.int64, count=len(rows))
    heads = np.cumsum(sizes) - sizes
    widths = data[heads]
    counts = (sizes - 1) // widths
    ends = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(counts)])
    steps = np.empty(int(ends[-1]), dtype=np.uint32)
    for width, stored in _WIDTHS.items():
        own = widths == width
        body = np.repeat(own, sizes)
        body[heads[own]] = False
        steps[np.repeat(own, counts)] = data[body].view(stored)
    # one sum over all rows, less what came before each row: it may wrap around and comes out right all the same
    sums = np.cumsum(steps, dtype=np.uint32)
    before = np.concatenate([np.zeros(1, dtype=np.uint32), sums])[ends[:-1]]
    sums -= np.repeat(before, counts)
    return sums, ends
