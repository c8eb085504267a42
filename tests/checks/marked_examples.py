"""Reading the marked examples of the rules."""

from __future__ import annotations

import re

from copydesk.checks import Check, Proof
from copydesk.core.finding import Finding
from copydesk.core.marking import ErrorSpan
from copydesk.core.span import Span
from copydesk.text import parse_document
from one_desk import checked, found_by, the_desk

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


def found_in(check: Check, example: str) -> list[Finding]:
    """The findings of a rule in an example; one that reports marks is given a mark wherever the example has one."""
    text, spans = unmarked(example)
    if not check.marked:
        return found_by(check.code, text)
    marks = [ErrorSpan(span=span, category=check.marked[0], severity=check.severity) for span in spans]
    report = the_desk().check(parse_document(text), marks=marks)
    return [finding for finding in report.findings if finding.rule == check.code]
