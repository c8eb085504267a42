"""A bare "Minister" takes its office from the ministry that the sentence has just named."""

from __future__ import annotations

import re

from copydesk.core.span import Span
from copydesk.reader.lexicon import Lexicon
from copydesk.reader.titles import TitlePhrase, body_before, body_behind
from copydesk.reader.tokens import Token

_PORTFOLIO = r"[A-Z][\w’'-]+(?:[ ](?:and[ ])?[A-Z][\w’'-]+){0,3}"
_MINISTRY = re.compile(
    rf"\b(?:Ministry[ ](?:of|for)[ ](?:the[ ])?(?P<of>{_PORTFOLIO})|(?P<before>[A-Z][\w’'-]+(?:[ ]Affairs)?)[ ]Ministry(?![ ]of\b))\b"
)
_BARE = re.compile(r"\bMinister[ \u00a0](?=[A-Z])")


def ministers(sentence: str, tokens: list[Token], taken: list[TitlePhrase], lexicon: Lexicon) -> list[TitlePhrase]:
    """Title phrases for each bare "Minister" that follows a ministry and is no part of a longer title."""
    found: list[TitlePhrase] = []
    ministry = None
    for match in sorted([*_MINISTRY.finditer(sentence), *_BARE.finditer(sentence)], key=lambda item: item.start()):
        if match.re is _MINISTRY:
            ministry = _ministry(sentence, match, tokens, lexicon) or ministry
            continue
        span = Span(match.start(), match.end() - 1)
        if ministry is not None and not any(phrase.span.overlaps(span) for phrase in taken):
            roles, objects, text = ministry
            found.append(TitlePhrase(span=span, title="Minister", roles=roles, objects=objects, object_text=text))
    return found


def ministry_spans(sentence: str) -> list[Span]:
    """Where ministries are named: "Ministry of Foreign Affairs" names no magazine."""
    return [Span(*match.span()) for match in _MINISTRY.finditer(sentence)]


def _ministry(
    sentence: str, match: re.Match[str], tokens: list[Token], lexicon: Lexicon
) -> tuple[tuple[str, ...], tuple[str, ...], str | None] | None:
    portfolio = match["of"] or match["before"]
    roles = lexicon.roles_of(f"minister of {portfolio}") or lexicon.roles_of(f"{portfolio} minister")
    if not roles:
        return None
    before = [token for token in tokens if token.span.end <= match.start()]
    body = body_before(sentence, before, match.start(), lexicon)
    if body is None:
        body = body_behind(sentence, tokens, match.end(), lexicon)
    return (roles, body.ids, body.text) if body is not None else None
