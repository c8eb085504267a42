"""How often English uses a word, and so how sure it is that somebody meant to write it."""

from __future__ import annotations

import math
from functools import lru_cache

#: Zipf frequency (log10 of uses in a billion words) from which a word is everyday English
EVERYDAY = 3.0
#: from here on a word is in use at all; misspellings of names stay below
IN_USE = 1.5


@lru_cache(maxsize=65536)
def zipf(word: str) -> float:
    """Zipf frequency of a lower-cased word in English text; 0 where it is unknown (the wordfreq package)."""
    from wordfreq import zipf_frequency

    return float(zipf_frequency(word.lower(), "en"))


def is_common_word(word: str) -> bool:
    """Whether English uses the word so often that a capital alone makes no name of it."""
    return zipf(word) >= EVERYDAY


def fame(uses: int) -> float:
    """How sure it is that a part is a real name, from the number of known bearers: 1 → 0.4, 10 → 0.8, 30 and more → 1."""
    return 0.0 if uses <= 0 else min(1.0, 0.4 + 0.4 * math.log10(uses))


def usage(word: str) -> float:
    """How sure it is that a word is meant as written, from its use in English: in use at all → 0.4, everyday → 1."""
    frequency = zipf(word)
    return 0.0 if frequency < IN_USE else min(1.0, 0.4 + 0.4 * (frequency - IN_USE))
