"""Titles of office in running text: what office, of which country or body, former or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from copydesk.core.span import Span
from copydesk.reader.lexicon import LOOSE_TITLES, Lexicon
from copydesk.reader.tokens import Token, joined

QUALIFIERS = frozenset(
    "former ex acting deputy vice interim then late incoming outgoing designate elect ousted deposed disgraced"
    " honorary would-be prospective next previous first".split()
)
#: words that may stand between a country and its title without changing the office
_FILLERS = frozenset("new newly elected current incumbent long-time longtime veteran powerful senior".split())
_OF = re.compile(r"[ \u00a0](?:of|for|to|at|in|from)[ \u00a0](?:the[ \u00a0])?", re.IGNORECASE)
_OF_NAME = re.compile(r"[ \u00a0](?:of|for)[ \u00a0](?:the[ \u00a0])?[A-Z]")
_AFTER = re.compile(r"[-‑ ](?:elect|designate)\b", re.IGNORECASE)
_EX = re.compile(r"(?:^|[^\w])(?P<ex>ex[-‑ ])$", re.IGNORECASE)
LONGEST_OBJECT = 7
_AND = (" and ", ", ", " & ")
_POSSESSIVE = ("", "'s", "’s", "'", "’")


@dataclass(frozen=True, slots=True, kw_only=True)
class TitlePhrase:
    """A title with the words that say of what. Spans are within the sentence."""

    span: Span
    title: str
    roles: tuple[str, ...]
    objects: tuple[str, ...] = ()
    object_text: str | None = None
    qualifier: str | None = None
    plural: bool = False
    #: the phrase that this one is "of": the spokesman *of the Russian president*
    inner: TitlePhrase | None = None


def title_phrases(sentence: str, tokens: list[Token], lexicon: Lexicon) -> list[TitlePhrase]:
    """All title phrases of a sentence in text order, each with its country or body where one is written."""
    found = [phrase for phrase in _bare(sentence, tokens, lexicon) if phrase is not None]
    merged: list[TitlePhrase] = []
    for phrase in reversed(found):
        follower = merged[-1] if merged else None
        if follower is not None and follower.plural and phrase.span.contains(follower.span):
            # the House of *Representatives* is the body of its speaker, and no title
            merged.pop()
        elif follower is not None and _leads_to(sentence, phrase, follower):
            phrase = _nested(phrase, merged.pop())
        merged.append(phrase)
    merged = _shared_bodies(sentence, list(reversed(merged)))
    return [phrase for phrase in merged if phrase.objects or phrase.inner or not _is_loose(phrase)]


def _shared_bodies(sentence: str, phrases: list[TitlePhrase]) -> list[TitlePhrase]:
    """Titles joined by "and" share the country of the first: Israeli Deputy Prime Minister and Defense Minister."""
    shared: list[TitlePhrase] = []
    for phrase in phrases:
        before = shared[-1] if shared else None
        bare = before is not None and before.objects and not phrase.objects and not phrase.inner
        if before is not None and bare and sentence[before.span.end : phrase.span.start] in _AND:
            phrase = replace(phrase, objects=before.objects, object_text=before.object_text)
        shared.append(phrase)
    return shared


def _leads_to(sentence: str, outer: TitlePhrase, inner: TitlePhrase) -> bool:
    """Whether the outer title is one of the inner: the spokesman *for the* Russian president."""
    if outer.span.end > inner.span.start:
        return outer.span.start < inner.span.start
    return _OF.fullmatch(sentence[outer.span.end : inner.span.start]) is not None


def _is_loose(phrase: TitlePhrase) -> bool:
    return phrase.title.lower() in LOOSE_TITLES and not phrase.title[0].isupper()


def _nested(outer: TitlePhrase, inner: TitlePhrase) -> TitlePhrase:
    return TitlePhrase(
        span=Span(outer.span.start, inner.span.end), title=outer.title, roles=outer.roles,
        objects=outer.objects or inner.objects, object_text=outer.object_text or inner.object_text,
        qualifier=outer.qualifier, plural=outer.plural, inner=inner,
    )  # fmt: skip


def _bare(sentence: str, tokens: list[Token], lexicon: Lexicon) -> Iterator[TitlePhrase]:
    for title in lexicon.titles(sentence, tokens):
        end, qualifier = title.span.end, None
        if after := _AFTER.match(sentence, end):
            end, qualifier = after.end(), after.group()[1:].lower()
        before = [token for token in tokens if token.span.end <= title.span.start]
        start, word, before = _over_qualifiers(sentence, before, title.span.start)
        body = body_before(sentence, before, start, lexicon)
        if body is not None:
            start, earlier, _ = _over_qualifiers(sentence, [t for t in tokens if t.span.end <= body.start], body.start)
            word = word or earlier
        else:
            start = title.span.start if word is None else start
            body = body_behind(sentence, tokens, end, lexicon)
            end = body.end if body is not None else end
        yield TitlePhrase(
            span=Span(start, end), title=title.text, roles=title.roles,
            objects=body.ids if body else (), object_text=body.text if body else None,
            qualifier=qualifier or word, plural=title.plural,
        )  # fmt: skip


def _over_qualifiers(sentence: str, before: list[Token], start: int) -> tuple[int, str | None, list[Token]]:
    """Walk left over "new", "former", "ex-": where the phrase begins, the qualifier, and the words before."""
    qualifier = None
    if ex := _EX.search(sentence[:start]):
        qualifier, start = "ex", ex.start("ex")
        before = [token for token in before if token.span.end <= start]
    while before:
        last = before[-1]
        word = last.text.lower()
        if last.possessive or sentence[last.span.end : start].strip(" \u00a0-‑") or word not in QUALIFIERS | _FILLERS:
            break
        if word in QUALIFIERS:
            qualifier = word
        start, before = last.span.start, before[:-1]
    return start, qualifier, before


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The country or organisation of a title: where the words stand, what they are, whom they may mean."""

    start: int
    end: int
    text: str
    ids: tuple[str, ...]


def body_before(sentence: str, before: list[Token], start: int, lexicon: Lexicon) -> Body | None:
    """The demonym, possessive or name that ends right before ``start``."""
    for length in range(min(LONGEST_OBJECT, len(before)), 0, -1):
        first, last = before[-length], before[-1]
        between = sentence[last.span.end : start].strip(" \u00a0")
        inner = before[len(before) - length + 1 :]
        if between not in _POSSESSIVE or not all(joined(token.gap) for token in inner):
            continue
        text = sentence[first.span.start : last.span.end]
        if ids := lexicon.countries(text):
            return Body(start=first.span.start, end=last.span.end, text=text, ids=ids)
    return None


def body_behind(sentence: str, tokens: list[Token], end: int, lexicon: Lexicon) -> Body | None:
    """The country or organisation in "of the Republic of X" right behind ``end``."""
    match = _OF.match(sentence, end)
    if match is None:
        return None
    return body_at(sentence, [token for token in tokens if token.span.start >= match.end()], match.end(), lexicon)


def body_at(sentence: str, after: list[Token], start: int, lexicon: Lexicon) -> Body | None:
    """The longest country or organisation that begins at ``start``."""
    after = after[:LONGEST_OBJECT]
    if not after or after[0].span.start != start:
        return None
    for last in reversed(after):
        text = sentence[start : last.span.end]
        if not last.possessive and (ids := lexicon.bodies(text)):
            # "the Communist Party of Vietnam" is not the Communist Party that the list knows
            whole = _OF_NAME.match(sentence, last.span.end) is None
            return Body(start=start, end=last.span.end, text=text, ids=ids if whole else ())
    return None
