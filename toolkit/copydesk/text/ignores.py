"""Ignore comments: where an editor told the desk to be silent."""

from __future__ import annotations

import re

from copydesk.core.document import Ignore
from copydesk.core.lines import Lines
from copydesk.core.span import Span

_ORDER = r"copydesk:\s*ignore(?P<file>-file)?(?:\[(?P<rules>[^\]\n]*)\]|(?=\s*(?:-->|--|$)))"
_HTML = re.compile(rf"<!--\s*{_ORDER}.*?-->", re.DOTALL | re.MULTILINE)
_HASH = re.compile(rf"(?:(?<=\s)|^)#\s*{_ORDER}[^\r\n]*", re.MULTILINE)
_RULE = re.compile(r"[A-Z]+\d*", re.ASCII)


def find_ignores(text: str, *, plain: bool) -> tuple[Ignore, ...]:
    """The ignore comments of a text as given; ``plain`` text may also end a line with ``# copydesk: ignore[…]``."""
    if "copydesk:" not in text:
        return ()
    patterns = (_HTML, _HASH) if plain else (_HTML,)
    matches = [match for pattern in patterns for match in pattern.finditer(text)]
    # a comment in hash form can stand inside one in HTML form; the outer one counts
    matches = [match for match in matches if not any(_inside(match, other) for other in matches)]
    lines = Lines(text)
    spans = sorted(Span(*match.span()) for match in matches)
    found = []
    for match in sorted(matches, key=lambda match: match.start()):
        rules = _rules(match["rules"])
        if rules is not None:
            scope = Span(0, len(text)) if match["file"] else _scope(text, lines, spans, Span(*match.span()))
            found.append(Ignore(comment=Span(*match.span()), scope=scope, rules=rules))
    return tuple(found)


def _inside(match: re.Match[str], other: re.Match[str]) -> bool:
    return match is not other and other.start() <= match.start() and match.end() <= other.end()


def _rules(written: str | None) -> tuple[str, ...] | None:
    """The rules named; ``()`` is all of them. None for brackets that name no rule: they must not silence everything."""
    if written is None:
        return ()
    rules = tuple(rule.strip().upper() for rule in written.split(",") if rule.strip())
    return rules if rules and all(_RULE.fullmatch(rule) for rule in rules) else None


def _scope(text: str, lines: Lines, comments: list[Span], comment: Span) -> Span:
    first, last = lines.place(comment.start)[0], lines.place(max(comment.start, comment.end - 1))[0]
    own = Span(lines.span(first).start, lines.span(last).end)
    if not _blank(text, own, comments):
        return own
    for number in range(last + 1, len(lines) + 1):
        span = lines.span(number)
        if not _blank(text, span, comments):
            return span
    return own


def _blank(text: str, span: Span, comments: list[Span]) -> bool:
    """Whether nothing but white space and comments stands there."""
    at = span.start
    for comment in comments:
        if comment.overlaps(span):
            if text[at : max(at, comment.start)].strip():
                return False
            at = max(at, comment.end)
    return not text[at : span.end].strip()
