"""TRN105: a quotation mark or bracket without its fellow.

Measured on 187,000 words of human translations by document: 36 findings, most of them slips of the translators, the
others where the data set lacks a paragraph. Texts that lack paragraphs are the weakness of this rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.checks.base import Check, Proof
from copydesk.checks.prose import lines
from copydesk.checks.rule import Rule
from copydesk.core.document import PartKind
from copydesk.core.finding import Finding, Severity
from copydesk.core.span import Span

_RULE = Rule("TRN105", Severity.MINOR, 0.8)

_OPENS = "“„«"
_MARK = re.compile(r"[“”„«»\"]")
_BRACKET = re.compile(r"[()\[\]]")
#: ``5'10"``, ``a 15" screen``
_INCH = re.compile(r"\d$")
#: ``1)``, ``a)``, smileys: closing brackets that nothing opens
_LONE = re.compile(r"(?:^|[\s;:,(])(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})$|[:;=8][-']?$")
_SMILEY = re.compile(r"[:;=8][-']?$")
#: over so many paragraphs a quotation may run before its closing mark is missed
_REACH = 15
_BEFORE_OPENING, _AFTER_CLOSING = "([{-–—/‘'", ".,;:!?)]}-–—/…’'"
_PAIRS = {")": "(", "]": "["}


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph: its first mark that stays open, its first closing mark that nothing opened."""

    span: Span
    quoted_first: bool
    opening: int | None
    closing: int | None


def _direction(text: str, line: Span, at: int, opened: bool) -> bool:
    """Whether the mark opens: the blanks around it say so, else the shape of a curly mark, else each in turn."""
    if at == line.start or at + 1 == line.end:
        return at == line.start
    may_open = text[at - 1].isspace() or text[at - 1] in _BEFORE_OPENING
    may_close = text[at + 1].isspace() or text[at + 1] in _AFTER_CLOSING
    if may_open != may_close:
        return may_open
    return text[at] in _OPENS if text[at] != '"' else not opened


def _marks(text: str, line: Span) -> list[int]:
    """Where quotation marks stand. After a number a straight mark means inches, unless it ends a quotation."""
    marks: list[int] = []
    for match in _MARK.finditer(text, line.start, line.end):
        inches = match[0] == '"' and len(marks) % 2 == 0 and _INCH.search(text, line.start, match.start())
        if not inches:
            marks.append(match.start())
    return marks


def _read(text: str, line: Span) -> _Line:
    marks = _marks(text, line)
    quoted_first = text[line.start] in _OPENS + '"'
    if len(marks) % 2 == 0 and all(text[at] == '"' for at in marks):
        return _Line(line, quoted_first, None, None)  # blanks on the wrong side of a straight mark are another matter
    opening = lost = closing = None
    for at in marks:
        if _direction(text, line, at, opening is not None):
            lost = opening if lost is None else lost
            opening = at
        elif opening is None:
            closing = at if closing is None else closing
        else:
            opening = None
    return _Line(line, quoted_first, opening if lost is None else lost, closing)


def _stray_quotes(paragraphs: list[_Line]) -> Iterator[int]:
    """Marks that neither their own paragraph nor a neighbour pairs; a quotation may run over several paragraphs."""
    for index, line in enumerate(paragraphs):
        if line.opening is not None and line.closing is None:
            following = paragraphs[index + 1 : index + 1 + _REACH]
            continues = bool(following) and following[0].quoted_first
            # what is read may be an excerpt that ends inside a quotation, or below begins inside one
            if following and not continues and not any(later.closing is not None for later in following):
                yield line.opening
        elif line.closing is not None and line.opening is None:
            earlier = paragraphs[max(0, index - _REACH) : index]
            if earlier and not any(line.opening is not None for line in earlier):
                yield line.closing


def _stray_brackets(text: str, line: Span) -> Iterator[int]:
    """The first bracket of the line without a fellow; brackets in smileys and list letters need none."""
    opened: list[int] = []
    for match in _BRACKET.finditer(text, line.start, line.end):
        at = match.start()
        if match[0] in "([":
            if not _SMILEY.search(text[max(line.start, at - 2) : at]):
                opened.append(at)
        elif opened and text[opened[-1]] == _PAIRS[match[0]]:
            opened.pop()
        elif not _LONE.search(text[line.start : at]):
            yield at
            return
    yield from opened[:1]


def _neighbours_bracketed(text: str, paragraphs: list[_Line], index: int) -> bool:
    """Whether a line beside it is unbalanced too: lines that were wrapped, or a remark over two paragraphs."""
    beside = paragraphs[max(0, index - 1) : index] + paragraphs[index + 1 : index + 2]
    return any(next(_stray_brackets(text, line.span), None) is not None for line in beside)


def _run(proof: Proof) -> Iterator[Finding]:
    document, text = proof.document, proof.document.reading.text
    paragraphs = [_read(text, line) for line in lines(document, PartKind.BODY)]
    found = [(at, "quotation mark") for at in _stray_quotes(paragraphs)]
    for index, line in enumerate(paragraphs):
        stray = list(_stray_brackets(text, line.span))
        if stray and not _neighbours_bracketed(text, paragraphs, index):
            found += [(at, "bracket") for at in stray]
    for at, what in sorted(found):
        yield _RULE.found(document, Span(at, at + 1), f"This {what} has no fellow in its paragraph")


CHECK = Check(
    code=_RULE.code,
    name="unbalanced-marks",
    severity=_RULE.severity,
    summary="a quotation mark or bracket lacks its fellow",
    explanation=(
        "Where a quotation ends without a mark, the reader cannot tell who speaks. A first or last paragraph may be cut "
        "from a longer text and is left alone. Quotations over several "
        "paragraphs, which open each paragraph and close once, pass; so do apostrophes, inches and list letters such "
        "as a)."
    ),
    failing=(
        "He said: [[“]]The army must leave the territories. Then he left the room.\n\nThe talks go on.",
        "The talks began.\n\nThe minister called it a success[[”]] and left the room at once.",
        "The group [[(]]known as Center left the town on Monday.",
        'The [["]]association of the free met in Baku on Monday.\n\nThe talks go on.',
        "The Center group[[)]] left the town on Monday, the army said.",
    ),
    passing=(
        "He said: “The army must leave.” Then he left.",
        "He said: “The army must leave.\n\n“And it must leave now.”",
        "He is 5'10\" tall and owns a 15\" screen from the ’90s; rock 'n' roll.",
        "There are two reasons: a) money and b) time. It is fine :)",
        "“The army must leave,” he said. “It must leave now (today).”",
        '"It is over," he said. The paper quotes him: "We go home.',
        'The "first" and "second" of the players’ unions met.',
        "He began: “We will go home.\n\nAnd we will stay there,” he ended.",
    ),
    run=_run,
)
