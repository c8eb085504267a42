"""Name parts as the likeness network reads them: letter numbers, and what plain string measures say of a pair."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from copydesk.names.sounds import consonants, skeleton

Floats = NDArray[np.float32]
#: number 0 is padding; the last stands for every letter outside the alphabet
ALPHABET = "^$abcdefghijklmnopqrstuvwxyz"
OTHER = len(ALPHABET) + 1
LETTERS = OTHER + 1
#: letters that are read of a part
LONGEST = 22
#: how many plain measures `measures` gives of a pair
MEASURES = 9
_NUMBERS = {letter: at + 1 for at, letter in enumerate(ALPHABET)}


def letter_numbers(parts: Sequence[str]) -> NDArray[np.int64]:
    """Folded parts as rows of letter numbers between a start and an end mark, padded to the longest with 0."""
    marked = [f"^{part[:LONGEST]}$" for part in parts]
    rows = np.zeros((len(marked), max(map(len, marked), default=2)), dtype=np.int64)
    for row, text in zip(rows, marked, strict=True):
        row[: len(text)] = [_NUMBERS.get(letter, OTHER) for letter in text]
    return rows


@lru_cache(maxsize=262144)
def _heard(part: str) -> tuple[str, str]:
    sound = skeleton(part)
    return sound, consonants(sound)


def measures(left: Sequence[str], right: Sequence[str]) -> Floats:
    """Plain measures of pairs of folded parts, a row a pair, each 0 to about 2.

    Edit ratios of letters, sounds and consonants, edit distance with swaps, lengths, and whether the ends are the same.
    """
    from rapidfuzz import fuzz, process
    from rapidfuzz.distance import OSA

    if not left:
        return np.zeros((0, MEASURES), dtype=np.float32)
    one, other = zip(*map(_heard, left), strict=True), zip(*map(_heard, right), strict=True)
    (sounds, bones), (other_sounds, other_bones) = one, other
    sizes = np.array([[len(a), len(b)] for a, b in zip(left, right, strict=True)], dtype=np.float32)
    ends = np.array([[a[:1] == b[:1], a[-1:] == b[-1:]] for a, b in zip(left, right, strict=True)], dtype=np.float32)

    def compared(a: Sequence[str], b: Sequence[str], scorer: Any, scale: float) -> Floats:
        return np.asarray(process.cpdist(a, b, scorer=scorer, dtype=np.float32) / np.float32(scale))

    columns = (
        compared(left, right, fuzz.ratio, 100.0),
        compared(sounds, other_sounds, fuzz.ratio, 100.0),
        compared(bones, other_bones, fuzz.ratio, 100.0),
        compared(left, right, OSA.normalized_similarity, 1.0),
        sizes.min(axis=1) / 12,
        sizes.max(axis=1) / 12,
        (sizes.max(axis=1) - sizes.min(axis=1)) / 6,
        ends[:, 0],
        ends[:, 1],
    )
    return np.stack(columns, axis=1).astype(np.float32)
