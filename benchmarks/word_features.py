"""What a classical model sees of each word of a sentence: itself, its neighbours, its shape, how common it is, its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

_CLASSES = ((re.compile(r"[^\W\d_a-z]"), "X"), (re.compile(r"[^\W\d_]"), "x"), (re.compile(r"\d"), "9"))
_SUFFIX = 3
#: halves of a Zipf unit are told apart, and fifths of a sentence
_ZIPF_STEPS, _PLACES = 2, 5
_NONE = "·"


@cache
def zipf(word: str) -> float:
    """How common a word is in English: the log of its occurrences per thousand million; 0 where it is unknown."""
    from wordfreq import zipf_frequency

    return float(zipf_frequency(word, "en"))


@cache
def shape(word: str) -> str:
    """``Xx`` for a capitalised word, ``9`` for a number, ``x-x`` for one with a hyphen."""
    kinds = (next((kind for pattern, kind in _CLASSES if pattern.match(char)), char) for char in word)
    return "".join(kind for kind, _ in groupby(kinds))


def features(sentence: Sequence[str]) -> Iterator[list[str]]:
    """The features of each word, as strings."""
    lower = [_NONE, *(word.lower() for word in sentence), _NONE]
    common = [f"{round(zipf(word) * _ZIPF_STEPS)}" for word in lower]
    seen = {word: lower.count(word) > 1 for word in set(lower)}
    for at, word in enumerate(sentence):
        before, here, after = lower[at : at + 3]
        yield [
            f"w={word}", f"l={here}", f"p={before}", f"n={after}", f"pl={before} {here}", f"ln={here} {after}",
            f"s={shape(word)}", f"e={here[-_SUFFIX:]}", f"z={common[at + 1]}", f"zz={' '.join(common[at : at + 3])}",
            f"at={_PLACES * at // len(sentence)}", f"first={at == 0}", f"last={at == len(sentence) - 1}",
            f"again={seen[here]}", f"long={min(len(sentence) // 10, 8)}",
        ]  # fmt: skip
