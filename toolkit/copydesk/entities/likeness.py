"""How alike a written name is to the listed ones that were found by their parts: what candidate search ranks by.

A score is 0 to 1 and orders candidates; it is no probability. It is the mean of the score of the learned vectors and of edit
ratios (normalised insertion–deletion similarity, rapidfuzz's ``ratio``) of letters, sounds, and letters without spaces.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from copydesk.names.sounds import skeletons

Scores = NDArray[np.floating[Any]]
_LEARNED, _LETTERS, _SOUNDS, _JOINED = 2.0, 1.0, 1.0, 0.5


def sharpened(text: str, names: Sequence[str], learned: Scores) -> Scores:
    """Learned scores of folded names put together with the ratios of the whole names to a folded one."""
    if not names:
        return learned
    sound, *heard = skeletons([text, *names])
    total: Scores = (
        _LEARNED * learned
        + _LETTERS * _ratios(text, names)
        + _SOUNDS * _ratios(sound, heard)
        + _JOINED * _ratios(text.replace(" ", ""), [name.replace(" ", "") for name in names])
    ) / np.float32(_LEARNED + _LETTERS + _SOUNDS + _JOINED)
    return total


def lettered(text: str, names: Sequence[str]) -> Scores:
    """The score of names of which only the letters are known to be like."""
    return _ratios(text, names) * np.float32(_LETTERS / (_LEARNED + _LETTERS + _SOUNDS + _JOINED)) if names else np.zeros(0)


def _ratios(text: str, names: Sequence[str]) -> Scores:
    """The edit ratio of a text with each name, 0 to 1."""
    ratios: Scores = process.cdist([text], names, scorer=fuzz.ratio, dtype=np.float32)[0]
    return ratios / np.float32(100.0)
