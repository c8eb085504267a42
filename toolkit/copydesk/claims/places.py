"""Capital, rank and location claims: "Stepanakert, the capital of …", "Ganja, the second-largest city in …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copydesk.core.claim import Claim, Party
from copydesk.core.entity import Entity, FormType, Kind
from copydesk.core.mention import Link
from copydesk.core.span import Span
from copydesk.reader.lexicon import Lexicon
from copydesk.reader.mentions import Scanned
from copydesk.reader.titles import Body, body_at, body_before

_RANK = r"(?:second|third|fourth|fifth)?[ -]?(?:largest|biggest|most populous)"
#: behind the place: ", the capital of", " is the second-largest city in"
_BEHIND = re.compile(
    r"(?:,| is|(?P<past> was)|,? which is)[ \u00a0](?:now[ ])?(?:the|a)?[ \u00a0]?"
    rf"(?P<what>(?P<former>former[ ])?capital(?:[ ]city)?|{_RANK}[ ]city|city|town|village)"
    r"[ \u00a0](?:of|in)[ \u00a0](?:the[ \u00a0])?",
    re.IGNORECASE,
)  # fmt: skip
#: before the place: "Armenia's capital Yerevan", "the Turkish city of Izmir"
_BEFORE = re.compile(r"(?P<what>\bcapital(?:[ ]city)?|\bcity|\btown)(?:,|[ ]of|)[ \u00a0]$")


def place_claims(sentence: Scanned, links: Sequence[Link], lexicon: Lexicon) -> Iterator[Claim]:
    """Claims about the places of a sentence; spans refer to the reading."""
    for link in links:
        if link.entity is None or link.entity.kind is not Kind.PLACE:
            continue
        claim = _behind(sentence, link, lexicon) or _before(sentence, link, lexicon)
        if claim is not None:
            yield claim


def _behind(sentence: Scanned, link: Link, lexicon: Lexicon) -> Claim | None:
    match = _BEHIND.match(sentence.text, link.mention.span.end - sentence.offset)
    if match is None:
        return None
    after = [token for token in sentence.tokens if token.span.start >= match.end()]
    body = body_at(sentence.text, after, match.end(), lexicon)
    found = _place(body, lexicon)
    if body is None or found is None:
        return None
    span = Span(link.mention.span.start, sentence.offset + body.end)
    return _claim(sentence, link, span, match["what"], body.text, found, bool(match["former"] or match["past"]))


def _before(sentence: Scanned, link: Link, lexicon: Lexicon) -> Claim | None:
    match = _BEFORE.search(sentence.text[: link.mention.span.start - sentence.offset])
    if match is None:
        return None
    before = [token for token in sentence.tokens if token.span.end <= match.start()]
    body = body_before(sentence.text, before, match.start(), lexicon)
    found = _place(body, lexicon)
    if body is None or found is None:
        return None
    span = Span(sentence.offset + body.start, link.mention.span.end)
    return _claim(sentence, link, span, match["what"], body.text, found, former=False)


def _place(body: Body | None, lexicon: Lexicon) -> Entity | None:
    """The one place that the words mean; a country goes before a town or state of its name."""
    entities = [lexicon.entities.by_id[ident] for ident in (body.ids if body else ())]
    places = [entity for entity in entities if entity.kind is Kind.PLACE]
    countries = [entity for entity in places if entity.written(FormType.DEMONYM) and entity.country]
    return places[0] if len(places) == 1 else countries[0] if len(countries) == 1 else None


def _claim(sentence: Scanned, link: Link, span: Span, what: str, text: str, found: Entity, former: bool) -> Claim:
    word = what.lower().replace("  ", " ")
    relation = "capital_of" if "capital" in word else "rank" if word not in ("city", "town", "village") else "located_in"
    return Claim(
        span=span, text=span.shifted(-sentence.offset).of(sentence.text), relation=relation,
        subject=Party(text=link.mention.text, span=link.mention.span, entity=link.entity),
        predicate=f"{word} of", object=Party(text=text, entity=found), qualifier="former" if former else None,
    )  # fmt: skip
