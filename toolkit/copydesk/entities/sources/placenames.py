"""Names of towns as an English newsroom prints them, from the careful romanisation of a gazetteer."""

from __future__ import annotations

import re
import unicodedata

from copydesk.entities.sources.scripts_of import NOT_LATIN, Script, script

#: longer names are addresses or notes
LONGEST = 60
#: marks of scholarly romanisation: macron, breve, tilde, dot above and below, cedilla, line below
_MARKS = frozenset("\u0304\u0306\u0303\u0307\u0323\u0327\u0331")
#: tone marks of pinyin, and the stress marks of Greek: of no use to English either
_TONES = frozenset("\u0301\u0300\u030c")
#: all that stands for an apostrophe
TURNED = str.maketrans(dict.fromkeys("‘’`´ʻʼʿʾ", "'"))
#: countries that mark syllables, not sounds of their script, with an apostrophe: Xi'an, Be'er Sheva
_APOSTROPHES_STAY = frozenset("CN TW JP IL DZ MA TN LB MR".split())
#: countries whose names English takes from Cyrillic
CYRILLIC = frozenset("RU UA BY KZ KG TJ BG".split())
_ADJECTIVE = re.compile(r"(?<=\w{2}[^\Waeiou])(?:iy|yy)\b")
#: "city of", "district of" in the name of the country's own language
_WHAT_IT_IS = {
    "UZ": re.compile(r" Shahri$"),
    "VN": re.compile(r"^(?:Thành [Pp]hố|Thị [Tt]rấn|Thị [Xx]ã|Xã) "),
    "KR": re.compile(r"-(?:si|gun|eup|ŭp|up)$"),
    "KP": re.compile(r"-(?:si|gun|eup|ŭp|up)$"),
    "JP": re.compile(r"-shi$"),
    "BY": re.compile(r"^Horad "),
    "CN": re.compile(r" (?:Qū|Qu|Jiēdào|Jiedao|Zhèn|Zhen|Shi|Xian|County|City)$"),
    "TW": re.compile(r"(?<!Taipei) City$"),
}


def english(name: str, plain: str, country: str) -> str | None:
    """The name as an English newsroom prints it; None for one with brackets, slashes or digits, which is no name.

    ``plain`` is the source's ASCII spelling. Marks of romanisation go where the country's own language is not written in Latin
    letters (``Warīsān`` → ``Warisan``, ``Ts’khinvali`` → ``Tskhinvali``); letters of its own Latin spelling stay.
    """
    if script(name) is not Script.LATIN:
        name = plain
    name = re.sub(r" ?\([^()]*\)$|, .*", "", name.translate(TURNED))
    if country in _WHAT_IT_IS:
        name = _WHAT_IT_IS[country].sub("", name)
    if country in NOT_LATIN:
        name = _without_marks(name, country)
    if script(name) is not Script.LATIN or not 2 <= len(name) <= LONGEST or re.search(r"[()/\d&=\"]| - ", name):
        return None
    return name


def _without_marks(name: str, country: str) -> str:
    spread = unicodedata.normalize("NFD", name.replace("ŭ", "a") if country == "BG" else name)
    # pinyin is marked throughout; a dieresis alone is a letter of it: Lüshun
    toned = country in ("GR", "CY") or (country == "CN" and any(mark in spread for mark in _TONES | {"\u0304"}))
    marks = _MARKS | _TONES if toned else _MARKS
    dropped = marks | {"\u0308"} if country in ("RU", "GR", "CY") else marks
    name = unicodedata.normalize("NFC", "".join(char for char in spread if char not in dropped))
    if country not in _APOSTROPHES_STAY:
        name = name.replace("'", "")
    elif country in ("IL", "DZ", "MA", "TN", "MR"):
        name = re.sub(r"(?<!\w)'|'(?!\w)", "", name)
    if country in CYRILLIC:
        name = _ADJECTIVE.sub("yi" if country == "UA" else "y", name)
    return re.sub(r"(?<![\w'])\w", lambda match: match.group().upper(), name, count=1)
