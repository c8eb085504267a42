"""Which writing system a letter belongs to, and which letters pass for Latin ones."""

from __future__ import annotations

import re

#: scripts that English running text never uses; Greek is left out, for science writes it
FOREIGN: dict[str, str] = {
    "Cyrillic": "\u0400-\u052f",
    "Armenian": "\u0531-\u0587",
    "Hebrew": "\u05d0-\u05ea\ufb1d-\ufb4f",
    "Arabic": "\u0620-\u065f\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc",
    "Devanagari": "\u0900-\u0963\u0970-\u097f",
    "Thai": "\u0e01-\u0e3a\u0e40-\u0e4e",
    "Georgian": "\u10a0-\u10ff\u1c90-\u1cbf",
    "Kana": "\u3041-\u3096\u30a1-\u30fa\u30fc",
    "Hangul": "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3",
    "Han": "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3005",
}
LETTERS = "".join(FOREIGN.values())

_NAMED = tuple((name, re.compile(f"[{letters}]")) for name, letters in FOREIGN.items())
_LOOKALIKES = str.maketrans("АВЕКМНОРСТХІЈЅУаеорсухіјѕԁһԛԝ", "ABEKMHOPCTXIJSYaeopcyxijsdhqw")


def script_of(letter: str) -> str:
    """The script of a foreign letter; ``Latin`` for all others."""
    return next((name for name, pattern in _NAMED if pattern.match(letter)), "Latin")


def latinised(word: str) -> str | None:
    """The word with Cyrillic letters that look Latin replaced; None where some letter has no Latin double."""
    plain = word.translate(_LOOKALIKES)
    return None if any(script_of(letter) != "Latin" for letter in plain) else plain
