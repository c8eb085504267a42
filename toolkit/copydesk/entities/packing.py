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
