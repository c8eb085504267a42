"""Tokens of annotated corpora put together again as a person would write them."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.core.span import Span

_CLOSE = frozenset(". , ; : ! ? ) ] } % ... … 's 're 've 'll 'd 'm n't ’s ’re ’ve ’ll ’d ’m n’t ''".split())
_OPEN = frozenset("( [ { $ # £ € ``".split())
_QUOTE = '"'


def put_together(tokens: Sequence[str]) -> tuple[str, tuple[Span, ...]]:
    """The text of the tokens and where each stands in it."""
    text, spans = "", list[Span]()
    glued, quoted = True, False
    for token in tokens:
        tight = glued or token in _CLOSE or (token == _QUOTE and quoted)
        start = len(text) + (0 if tight or not text else 1)
        text = f"{text}{' ' * (start - len(text))}{token}"
        spans.append(Span(start, len(text)))
        if token == _QUOTE:
            quoted = not quoted
        glued = token in _OPEN or (token == _QUOTE and quoted)
    return text, tuple(spans)
