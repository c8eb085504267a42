"""The words around a name: a window of them, so that a sentence of ten thousand names is read in time."""

from __future__ import annotations

from bisect import bisect_left

from copydesk.reader.mentions import Scanned
from copydesk.reader.tokens import Token

#: tokens, and code points, on one side of a name
_TOKENS, _REACH = 16, 160


def tokens_before(sentence: Scanned, end: int) -> list[Token]:
    """The last tokens that end at ``end`` or before it; places are within the sentence."""
    at = bisect_left(sentence.tokens, end, key=lambda token: token.span.start)
    window = sentence.tokens[max(at - _TOKENS, 0) : at]
    return [token for token in window if token.span.end <= end]


def tokens_behind(sentence: Scanned, start: int) -> list[Token]:
    """The first tokens that start at ``start`` or behind it."""
    at = bisect_left(sentence.tokens, start, key=lambda token: token.span.start)
    return sentence.tokens[at : at + _TOKENS]


def start_of_reach(end: int) -> int:
    """Where to begin to look for words before ``end``."""
    return max(end - _REACH, 0)
