"""Carries spans from one wording of a text to another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from copydesk.core.span import Span

_TOKEN = re.compile(r"\w+|[^\w\s]")
#: a span is carried over where at least this share of its words stands in the other text
_ENOUGH = 0.5


def carried(span: Span, text: str, other: str) -> Span | None:
    """Where the words of ``span`` in ``text`` stand in ``other``, a slightly different wording; None where they do not.

    The same stretch of characters is looked for first, nearest to where the words before it lead; then the words that both
    texts share in order are followed, by edits of words as in Levenshtein's distance.
    """
    if text == other:
        return span
    here, there = [*_tokens(text)], [*_tokens(other)]
    shared = _shared([token.of(text) for token in here], [token.of(other) for token in there])
    near = _led_to(span.start, here, there, shared)
    exact = _nearest(span.of(text), other, near)
    if exact is not None:
        return exact
    inside = [index for index, token in enumerate(here) if span.overlaps(token)]
    found = [there[shared[index]] for index in inside if index in shared]
    if not found or len(found) < _ENOUGH * len(inside):
        return None
    return Span(found[0].start, found[-1].end)


def _tokens(text: str) -> Iterator[Span]:
    return (Span(*match.span()) for match in _TOKEN.finditer(text))


def _shared(here: Sequence[str], there: Sequence[str]) -> dict[int, int]:
    """The number of each token that both texts share, in order, with its number in the other."""
    shared: dict[int, int] = {}
    for code in Indel.opcodes(here, there):
        if code.tag == "equal":
            places = range(code.src_start, code.src_end)
            shared.update(zip(places, range(code.dest_start, code.dest_end), strict=True))
    return shared


def _led_to(start: int, here: Sequence[Span], there: Sequence[Span], shared: dict[int, int]) -> int:
    """The place in the other text to which the last shared word at or before ``start`` leads."""
    led = 0
    for index, token in enumerate(here):
        if token.start > start:
            break
        if index in shared:
            led = there[shared[index]].start + start - token.start
    return led


def _nearest(words: str, text: str, near: int) -> Span | None:
    if not words.strip():
        return None
    starts = [match.start() for match in re.finditer(f"(?={re.escape(words)})", text)]
    if not starts:
        return None
    start = min(starts, key=lambda start: abs(start - near))
    return Span(start, start + len(words))
