"""Whether bytes read in some encoding look like words somebody wrote."""

from __future__ import annotations

import itertools
import re
import unicodedata

#: share of the characters outside ASCII that may look wrong
TOLERATED = 0.05
#: of a long text only the first part is looked at
LOOKED_AT = 200_000

#: signs that western typists use; others outside ASCII must be letters in words
_SIGNS = "‘’‚“”„–—…•·«»‹›€£¥©®™°§¶†‡‰½¼¾²³¹ªº×÷±µ¿¡¢¤¦¨¬¯´¸ˆ˜\u00a0\u00ad"
#: Russian in another encoding: no western word has three letters with accents in a row
_ALL_ACCENTED = re.compile(r"[^\W\d_A-Za-z]{3}")
#: Turkish and South Slavic names in Windows-1254 and Windows-1250 as they look in Windows-1252: Erdoðan, Vuèiæ, Wa³êsa
TURKISH = re.compile(r"\Bþ|\bÝ(?=[a-zþ])|oð(?:an|lu)|(?<=[Bb]a)ðd")
CENTRAL = re.compile(r"[A-Za-z][³¹¿]|[³¹¿][A-Za-z]|(?<=[a-zè])iæ\b")
_FOREIGN = re.compile(f"{TURKISH.pattern}|{CENTRAL.pattern}")
_BLANK = re.compile(r"\s+")
_RUN = re.compile(r"[^\W\d_]+")
#: signs that stand where a letter would: mojibake such as "Jos‰"
_SIGN_IN_WORD = re.compile(r"[a-z][€£¥©®™°§¶†‡‰½¼¾²³¹×÷±¿¡¢¤¦¨¬¯¸ˆ˜‚„•][a-z]")


def western(text: str) -> bool:
    """Whether ``text``, read as Windows-1252, is mostly ASCII words with typographic signs and accented letters."""
    text = text[:LOOKED_AT]
    strange = [char for char in text if char > "\x7f"]
    wrong = sum(1 for char in strange if not char.isalpha() and char not in _SIGNS)
    wrong += sum(1 for _ in _SIGN_IN_WORD.finditer(text))
    runs = [match[0] for match in _RUN.finditer(text) if not match[0].isascii()]
    wrong += sum(len(run) for run in runs if _misplaced(run) or _ALL_ACCENTED.search(run))
    letters = sum(char.isalpha() for char in text)
    return wrong <= TOLERATED * len(strange) and 2 * letters >= len(_BLANK.sub("", text)) and not _FOREIGN.search(text)


def plausible(text: str) -> bool:
    """Whether ``text`` holds words of one script each, in the case people write them, and next to nothing else."""
    text = text[:LOOKED_AT]
    strange = [char for char in text if char > "\x7f"]
    wrong = sum(1 for char in strange if unicodedata.category(char) in ("Cc", "Cn", "Co", "Cs", "So", "Sk"))
    runs = [match[0] for match in _RUN.finditer(text) if not match[0].isascii()]
    wrong += sum(len(run) for run in runs if _misplaced(run) or _mixed(run))
    in_words = sum(len(run) for run in runs)
    return wrong <= TOLERATED * len(strange) and 2 * in_words >= len(strange)


def _misplaced(run: str) -> bool:
    """A capital after a small letter where no capital belongs: a sign of the wrong encoding (``рПЧЕФ``)."""
    if run.isupper() or run[1:].islower() or not run[1:]:
        return False
    return any(before.islower() and char.isupper() and char > "\x7f" for before, char in itertools.pairwise(run))


def _mixed(run: str) -> bool:
    scripts = {unicodedata.name(char, "?").split(" ")[0] for char in run if char.isalpha()}
    return len(scripts) > 1
