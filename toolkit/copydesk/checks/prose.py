"""The stretches of a document that the rules read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.core.document import PROOF_READ, Document, PartKind
from copydesk.core.span import Span

#: what is proof-read
READ = PROOF_READ

_LINE = re.compile(r"[^\n\r\u2028\u2029]*\S[^\n\r\u2028\u2029]*")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|ru|рф|cn|tr|kz|ua|by|am|az|"
    r"ge|ir|jp|kr|uk|de|fr|eu|info|tv)\b(?:/\S*)?"
)


def lines(document: Document, *kinds: PartKind) -> Iterator[Span]:
    """Every line with something on it inside the parts of these kinds, in order; a paragraph of news is a line."""
    for part in document.parts:
        if part.kind in kinds:
            for match in _LINE.finditer(document.reading.text, part.span.start, part.span.end):
                yield Span(match.start(), match.end())


def addresses(text: str, line: Span) -> tuple[Span, ...]:
    """Where web and mail addresses stand in the line: nothing in them is prose."""
    return tuple(Span(*match.span()) for match in _ADDRESS.finditer(text, line.start, line.end))
