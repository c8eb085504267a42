"""How alike a written name is to many listed ones at once: what candidate search ranks by.

A score is 0 to 1 and orders candidates; it is no probability. It is the weighted mean of edit ratios (normalised
insertion–deletion similarity, rapidfuzz's ``ratio``): of the letters, of the sound skeletons, of the consonants, of the letters
without spaces, and of the parts, each part against the best one of the other name.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from copydesk.names.forms import parts
from copydesk.names.sounds import consonants, skeleton, skeletons

Scores = NDArray[np.floating[Any]]
_LETTERS, _SOUNDS, _CONSONANTS, _JOINED, _PARTS = 1.0, 1.0, 0.3, 0.5, 0.5
_WHOLE = _LETTERS + _SOUNDS + _CONSONANTS + _JOINED


def grams(name: str) -> frozenset[str]:
    """The pairs of letters and of sounds in the parts of a name, with their ends: what near names have in common."""
    found: set[str] = set()
    for part in parts(name):
        for text in (f"^{part}$", f"<{skeleton(part)}>"):
            found.update(text[at : at + 2] for at in range(len(text) - 1))
    return frozenset(found)


def rough_scores(text: str, names: Sequence[str]) -> Scores:
    """The likeness of one folded name to many without a look at their parts, 0 to 1."""
    letters = _ratios([text], names)[0]
    sound, *heard = skeletons([text, *names])
    sounds = _ratios([sound], heard)[0]
    bare = _ratios([consonants(sound)], [consonants(other) for other in heard])[0]
    joined = _ratios([text.replace(" ", "")], [name.replace(" ", "") for name in names])[0]
    total: Scores = _LETTERS * letters + _SOUNDS * sounds + _CONSONANTS * bare + _JOINED * joined
    return total / np.float32(_WHOLE)


def _ratios(texts: Sequence[str], names: Sequence[str]) -> Scores:
    """The edit ratio of each text with each name, 0 to 1: a row a text."""
    ratios: Scores = process.cdist(texts, names, scorer=fuzz.ratio, dtype=np.float32)
    return ratios / np.float32(100.0)


def aligned_scores(text: str, names: Sequence[str]) -> Scores:
    """Each part of one folded name against the best part of every other, and back, weighted by letters; 0 to 1."""
    split = [parts(name) or (name,) for name in names]
    vocabulary = {part: at for at, part in enumerate(dict.fromkeys(part for name in split for part in name))}
    written = parts(text) or (text,)
    sounds = _ratios(skeletons(written), skeletons(list(vocabulary)))
    table = (_ratios(written, list(vocabulary)) + sounds) / 2.0
    flat = np.array([vocabulary[part] for name in split for part in name])
    starts = np.cumsum([0, *(len(name) for name in split[:-1])])
    ours_sizes = np.array([len(part) for part in written], dtype=np.float32)
    ours = ours_sizes @ np.maximum.reduceat(table[:, flat], starts, axis=1) / ours_sizes.sum()
    sizes = np.array([len(part) for part in vocabulary], dtype=np.float32)[flat]
    theirs = np.add.reduceat(table.max(axis=0)[flat] * sizes, starts) / np.add.reduceat(sizes, starts)
    return np.asarray((ours + theirs) / 2.0, dtype=np.float32)


def joint_scores(rough: Scores, aligned: Scores) -> Scores:
    """The likeness as wholes and part by part together."""
    return (_WHOLE * rough + _PARTS * aligned) / np.float32(_WHOLE + _PARTS)
