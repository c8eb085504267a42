"""What the names of published files and systems tell."""

from __future__ import annotations

import re
from pathlib import Path

#: ISO 639-3 for a language that is not determined, on both sides
UNKNOWN_PAIR = "und-und"
_PAIR = re.compile(r"(?<![a-z])([a-z]{2})-?([a-z]{2})(?![a-z])")
_PEOPLE = re.compile(r"(?:ref|human)(?:[-_.]?[a-z0-9](?:[-_.]\d+)?)?", re.IGNORECASE)
_LANGUAGES = frozenset(
    "ar bn cs de en es et fi fr gu ha he hi hr is it ja kk km ko liv lt mr nl pl ps pt ro ru sw ta tr uk zh".split()
)


def pair_of(path: str | Path) -> str:
    """The language pair that a file name tells, ``zh-en`` for ``mqm_ted_zhen.tsv``; UNKNOWN_PAIR where it tells none."""
    for match in _PAIR.finditer(Path(path).name.lower()):
        if _LANGUAGES.issuperset(match.groups()):
            return "-".join(match.groups())
    return UNKNOWN_PAIR


def corpus_of(path: str | Path) -> str:
    """The file name up to its first dot, which names the set where nothing else does."""
    return Path(path).name.split(".")[0]


def by_people(system: str) -> bool | None:
    """True for the names that WMT gives to human translations (``refA``, ``Human-B.0``); None else: no file says more."""
    return True if _PEOPLE.fullmatch(system) else None
