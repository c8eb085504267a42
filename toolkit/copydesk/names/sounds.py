"""What is left of a spelling when the letters that foreign scripts confuse are taken for one: to find, never to decide.

``Khaftar``, ``Haftar`` and ``Hawtar`` share a skeleton but for one letter: voiced and voiceless consonants, sibilants,
gutturals, l and r, and the vowels by height fall together, since foreign scripts often keep them no further apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

#: the longer before the shorter; not those whose letters are one class, such as kh
_SEVERAL = (
    ("shch", "S"), ("tsch", "S"), ("dzh", "S"), ("sch", "S"), ("tch", "S"), ("zh", "S"), ("sh", "S"), ("ch", "S"), ("cz", "S"),
    ("dj", "S"), ("ts", "S"), ("tz", "S"), ("dz", "S"), ("qu", "K"), ("ph", "F"), ("th", "T"), ("ng", "N"), ("ce", "Sa"),
    ("ci", "Sa"), ("cy", "Sa"),
)  # fmt: skip
_ONE = str.maketrans("bpvfwdtszcjxkgqhlrmnaeiouy", "PPFFFTTSSKSKKKKKLLNNaaiooi")
_VOWELS = str.maketrans("", "", "aio")
_LINE = ord("\n")
#: texts whose skeletons are remembered
_KEPT = 131072
_HEARD: dict[str, str] = {}


def skeletons(texts: Sequence[str]) -> list[str]:
    """Folded names in sound classes: capitals for consonants, ``a``, ``i``, ``o`` for vowels, nothing doubled.

    They are made as one text, line by line, which is many times faster than one by one.
    """
    lines = "\n".join(texts)
    for letters, sound in _SEVERAL:
        lines = lines.replace(letters, sound)
    return _undoubled(lines.translate(_ONE)).split("\n")


def _undoubled(lines: str) -> str:
    """The lines with each run of a letter as one of it."""
    letters = np.frombuffer(lines.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    if len(letters) < 2:
        return lines
    new = (letters[1:] != letters[:-1]) | (letters[1:] == _LINE)
    kept: bytes = letters[np.concatenate([[True], new])].tobytes()
    return kept.decode("utf-32-le", "surrogatepass")


def heard(texts: Sequence[str]) -> dict[str, str]:
    """The `skeletons` of parts, which come again and again, remembered."""
    found = {text: sound for text in texts if (sound := _HEARD.get(text)) is not None}
    new = [text for text in dict.fromkeys(texts) if text not in found]
    if new:
        if len(_HEARD) > _KEPT:
            _HEARD.clear()
        made = dict(zip(new, skeletons(new), strict=True))
        _HEARD.update(made)
        found.update(made)
    return found


def skeleton(text: str) -> str:
    """One name in sound classes."""
    sound = _HEARD.get(text)
    return heard([text])[text] if sound is None else sound


@lru_cache(maxsize=65536)
def consonants(skeleton: str) -> str:
    """A skeleton without vowels, as Arabic and Hebrew write names; the skeleton itself where nothing else is left."""
    return skeleton.translate(_VOWELS).strip() or skeleton
