"""Capital, rank and location claims: "Stepanakert, the capital of …", "Ganja, the second-largest city in …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copydesk.core.claim import Claim, Party
from copydesk.core.entity import Entity, Kind
from copydesk.core.mention import Link
from copydesk.core.span import Span
from copydesk.entities import EntityList
from copydesk.reader.mentions import Scanned

_RANK = r"(?:second|third|fourth|fifth)?[ -]?(?:largest|biggest|most populous)"
#: behind the place: ", the capital of", " is the second-largest city in"
_BEHIND = re.compile(
    rf"(?:,| is| was|,? which is)[ \u00a0](?:now[ ])?(?:the|a)?[ \u00a0]?(?P<what>(?P<former>former[ ])?capital(?:[ ]city)?|{_RANK}[ ]city|city|town|village)"
    r"[ \u00a0](?:of|in)[ \u00a0](?:the[ \u00a0])?",
    re.IGNORECASE,
)  # fmt: skip
#: before the place: "Armenia's capital Yerevan", "the Turkish city of Izmir"
_BEFORE = re.compile(
    r"(?P<holder>[\w.’'-]+(?:[ ][\w.’'-]+){0,3}?)(?:['’]s|['’])?[ \u00a0](?P<what>capital(?:[ ]city)?|city|town)(?:,|[ ]of|)[ \u00a0]$"
)
LONGEST = 5


def place_claims(sentence: Scanned, links: Sequence[Link], entities: EntityList) -> Iterator[Claim]:
    """Claims about the places of a sentence; spans refer to the reading."""
    for link in links:
        if link.entity is None or link.entity.kind is not Kind.PLACE:
            continue
        claim = _behind(sentence, link, entities) or _before(sentence, link, entities)
        if claim is not None:
            yield claim


def _behind(sentence: Scanned, link: Link, entities: EntityList) -> Claim | None:
    at = link.mention.span.end - sentence.offset
    match = _BEHIND.match(sentence.text, at)
    if match is None:
        return None
    end, found = _object(sentence, match.end(), entities)
    if found is None:
        return None
    span = Span(link.mention.span.start, sentence.offset + end)
    return _claim(sentence, link, span, match["what"], sentence.text[match.end() : end], found, bool(match["former"]))


def _before(sentence: Scanned, link: Link, entities: EntityList) -> Claim | None:
    start = link.mention.span.start - sentence.offset
    match = _BEFORE.search(sentence.text[:start])
    if match is None:
        return None
    tokens = [token for token in sentence.tokens if token.span.end <= match.end("holder") and token.span.start >= match.start()]
    for token in tokens[::1]:
        text = sentence.text[token.span.start : match.end("holder")]
        found = _place(text, entities)
        if found is not None:
            span = Span(sentence.offset + token.span.start, link.mention.span.end)
            return _claim(sentence, link, span, match["what"], text, found, former=False)
    return None


def _object(sentence: Scanned, at: int, entities: EntityList) -> tuple[int, Entity | None]:
    after = [token for token in sentence.tokens if token.span.start >= at][:LONGEST]
    if not after or after[0].span.start != at:
        return at, None
    for token in reversed(after):
        if not token.possessive and (found := _place(sentence.text[at : token.span.end], entities)):
            return token.span.end, found
    return at, None


def _place(text: str, entities: EntityList) -> Entity | None:
    found = {named.entity.id: named.entity for named in entities.named(text) if named.entity.kind is Kind.PLACE}
    countries = [entity for entity in found.values() if text[:1].isupper()]
    return countries[0] if len(countries) == 1 else None


def _claim(sentence: Scanned, link: Link, span: Span, what: str, text: str, found: Entity, former: bool) -> Claim:
    word = what.lower().replace("  ", " ")
    relation = "capital_of" if "capital" in word else "rank" if word not in ("city", "town", "village") else "located_in"
    return Claim(
        span=span, text=span.shifted(-sentence.offset).of(sentence.text), relation=relation,
        subject=Party(text=link.mention.text, span=link.mention.span, entity=link.entity),
        predicate=f"{word} of", object=Party(text=text, entity=found), qualifier="former" if former else None,
    )  # fmt: skip
