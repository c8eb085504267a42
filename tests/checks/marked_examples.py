"""Reading the marked examples of the rules."""

from __future__ import annotations

import re

from copydesk.checks import Proof
from copydesk.core.span import Span
from one_desk import checked

_MARK = re.compile(r"\[\[|\]\]")


def unmarked(example: str) -> tuple[str, tuple[Span, ...]]:
    """The text without ``[[`` and ``]]``, and the spans that they held."""
    pieces: list[str] = []
    at: list[int] = []
    start = 0
    for mark in _MARK.finditer(example):
        pieces.append(example[start : mark.start()])
        at.append(sum(map(len, pieces)))
        start = mark.end()
    pieces.append(example[start:])
    return "".join(pieces), tuple(Span(*pair) for pair in zip(at[::2], at[1::2], strict=True))


def proof_for(text: str) -> Proof:
    """What a rule reads of a plain text: what the desk found in it, before the rules spoke."""
    report = checked(text)
    return Proof(document=report.document, links=report.links, claims=report.claims)
