"""Ministries in running text, and the titles that lean on them: a bare "Minister", the head of a ministry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.core.span import Span
from copydesk.reader.lexicon import Lexicon
from copydesk.reader.titles import TitlePhrase, body_before, body_behind
from copydesk.reader.tokens import Token

_OF = re.compile(r"\b(?:Ministry|Department)[ \u00a0](?:of|for)[ \u00a0](?:the[ \u00a0])?(?=[A-Z])")
_BEFORE = re.compile(r"\b(?P<what>[A-Z][\w’'-]+(?:[ ]Affairs)?)[ \u00a0]Ministry\b(?![ \u00a0]of\b)")
_WORD = re.compile(r"(?:[ \u00a0](?:and[ \u00a0])?)?[A-Z][\w’'-]+")
_BARE = re.compile(r"\bMinister(?=[ \u00a0][A-Z])")
_HEAD = re.compile(r"\b(?:head|chief|boss)[ \u00a0]of[ \u00a0](?:the[ \u00a0])?$", re.IGNORECASE)
#: words of a portfolio: Labour, Health and Social Affairs
_LONGEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Ministry:
    """A ministry: its own words, the roles of its minister, the country where one is written."""

    span: Span
    #: with the country before or behind it
    whole: Span
    roles: tuple[str, ...]
    objects: tuple[str, ...]
    object_text: str | None


def ministries(sentence: str, tokens: list[Token], lexicon: Lexicon) -> list[Ministry]:
    """The ministries of a sentence in text order."""
    found = [_made(sentence, span, roles, tokens, lexicon) for span, roles in _named(sentence, lexicon)]
    return sorted(found, key=lambda ministry: ministry.span)


def _named(sentence: str, lexicon: Lexicon) -> Iterator[tuple[Span, tuple[str, ...]]]:
    for match in _BEFORE.finditer(sentence):
        if roles := _roles(match["what"], lexicon):
            yield Span(*match.span()), roles
    for match in _OF.finditer(sentence):
        ends = [match.end()]
        while len(ends) <= _LONGEST and (word := _WORD.match(sentence, ends[-1])):
            ends.append(word.end())
        # the longest run that is a portfolio: the name of the minister may follow without a comma
        for end in reversed(ends[1:]):
            if roles := _roles(sentence[match.end() : end], lexicon):
                yield Span(match.start(), end), roles
                break


def _roles(portfolio: str, lexicon: Lexicon) -> tuple[str, ...]:
    return lexicon.roles_of(f"minister of {portfolio}") or lexicon.roles_of(f"{portfolio} minister")


def _made(sentence: str, span: Span, roles: tuple[str, ...], tokens: list[Token], lexicon: Lexicon) -> Ministry:
    before = [token for token in tokens if token.span.end <= span.start]
    body = body_before(sentence, before, span.start, lexicon) or body_behind(sentence, tokens, span.end, lexicon)
    if body is None:
        return Ministry(span=span, whole=span, roles=roles, objects=(), object_text=None)
    whole = Span(min(span.start, body.start), max(span.end, body.end))
    return Ministry(span=span, whole=whole, roles=roles, objects=body.ids, object_text=body.text)


def ministers(sentence: str, found: list[Ministry], taken: list[TitlePhrase]) -> list[TitlePhrase]:
    """Title phrases for "the head of the Foreign Ministry" and for each bare "Minister" behind a ministry."""
    titles = [
        _title(Span(head.start(), ministry.whole.end), "head of the ministry", ministry)
        for ministry in found
        if (head := _HEAD.search(sentence[: ministry.whole.start]))
    ]
    for match in _BARE.finditer(sentence):
        span = Span(*match.span())
        before = [ministry for ministry in found if ministry.span.end <= span.start]
        if before and not any(phrase.span.overlaps(span) for phrase in (*taken, *titles)):
            titles.append(_title(span, "Minister", before[-1]))
    return titles


def _title(span: Span, title: str, of: Ministry) -> TitlePhrase:
    return TitlePhrase(span=span, title=title, roles=of.roles, objects=of.objects, object_text=of.object_text)
