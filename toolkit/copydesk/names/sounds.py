"""What is left of a spelling when the letters that foreign scripts confuse are taken for one: to find, never to decide.

``Khaftar``, ``Haftar`` and ``Hawtar`` share a skeleton but for one letter: voiced and voiceless consonants, sibilants,
gutturals, l and r, and the vowels by height fall together, since foreign scripts often keep them no further apart.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SEVERAL = {
    "shch": "S", "tsch": "S", "dzh": "S", "sch": "S", "tch": "S", "zh": "S", "sh": "S", "ch": "S", "cz": "S", "dj": "S",
    "ts": "S", "tz": "S", "dz": "S", "kh": "K", "gh": "K", "ck": "K", "qu": "K", "ph": "F", "th": "T", "ng": "N",
    "ce": "Sa", "ci": "Sa", "cy": "Sa",
}  # fmt: skip
_UNIT = re.compile("|".join(sorted(_SEVERAL, key=lambda unit: -len(unit))))
_ONE = str.maketrans(
    "bpvfwdtszcjxkgqhlrmnaeiouy",
    "PPFFFTTSSKSKKKKKLLNNaaiooi",
)
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile("[aio]+")


@lru_cache(maxsize=262144)
def skeleton(text: str) -> str:
    """A folded name in sound classes: capitals for consonants, ``a``, ``i``, ``o`` for vowels, nothing doubled."""
    return _DOUBLED.sub(r"\1", _UNIT.sub(lambda match: _SEVERAL[match.group()], text).translate(_ONE))


@lru_cache(maxsize=262144)
def consonants(text: str) -> str:
    """The skeleton without vowels, as Arabic and Hebrew write names; the skeleton itself where nothing else is left."""
    bare = skeleton(text)
    return _VOWELS.sub("", bare).strip() or bare
