"""Name parts as the likeness network reads them: letter numbers, and what plain string measures say of a pair."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from copydesk.names.sounds import consonants, heard

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


def ratios(left: Sequence[str], right: Sequence[str]) -> tuple[Floats, Floats]:
    """Edit ratios of letters and of sounds of pairs of folded parts, each 0 to 100."""
    sounds = heard((*left, *right))
    return _ratios(left, right), _ratios([sounds[part] for part in left], [sounds[part] for part in right])


def measures(left: Sequence[str], right: Sequence[str], known: tuple[Floats, Floats] | None = None) -> Floats:
    """Plain measures of pairs of folded parts, a row a pair, each 0 to about 2.

    Edit ratios of letters, sounds and consonants, edit distance with swaps, lengths, and whether the ends are the same.
    ``known`` are their `ratios`.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if not left:
        return np.zeros((0, MEASURES), dtype=np.float32)
    letters, sounds = ratios(left, right) if known is None else known
    bones = {part: consonants(sound) for part, sound in heard((*left, *right)).items()}
    sizes, others = np.array([*map(len, left)], dtype=np.float32), np.array([*map(len, right)], dtype=np.float32)
    shorter, longer = np.minimum(sizes, others), np.maximum(sizes, others)
    made = np.empty((len(left), MEASURES), dtype=np.float32)
    made[:, 0] = letters / np.float32(100.0)
    made[:, 1] = sounds / np.float32(100.0)
    made[:, 2] = _ratios([bones[part] for part in left], [bones[part] for part in right]) / np.float32(100.0)
    made[:, 3] = process.cpdist(left, right, scorer=OSA.normalized_similarity, dtype=np.float32)
    made[:, 4] = shorter / 12
    made[:, 5] = longer / 12
    made[:, 6] = (longer - shorter) / 6
    made[:, 7] = [a[:1] == b[:1] for a, b in zip(left, right, strict=True)]
    made[:, 8] = [a[-1:] == b[-1:] for a, b in zip(left, right, strict=True)]
    return made


def _ratios(left: Sequence[str], right: Sequence[str]) -> Floats:
    from rapidfuzz import fuzz, process

    return np.asarray(process.cpdist(left, right, scorer=fuzz.ratio, dtype=np.float32))
