"""Places as a sentence writes them: listed names and demonyms with the words that say what sort of place they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copydesk.core.entity import Entity, FormType, Kind
from copydesk.core.mention import Link, LinkStatus
from copydesk.core.span import Span
from copydesk.entities import EntityList, Named
from copydesk.entities.whereabouts import is_country, is_town
from copydesk.linking.document import best_known
from copydesk.reader.lexicon import Lexicon
from copydesk.reader.mentions import Scanned
from copydesk.reader.tokens import Token, joined

#: words of one name at most
LONGEST = 6
#: what a place is called behind its name; a country is none of these, so that "Niger State" is not Niger
_REGIONAL = "Province|State|Region|Oblast|Krai|Governorate|Prefecture|County|District|Department|Republic|Territory|Island"
_TOWNLY = "City|Town|(?:International[ \u00a0])?Airport"
_BEHIND = re.compile(rf"[ \u00a0](?:(?P<region>{_REGIONAL})|{_TOWNLY})\b", re.IGNORECASE)
#: forms that say that the place is meant as the list has it; older and foreign names may mean another time or place
PLAIN = (FormType.NAME, FormType.ALIAS, FormType.ACRONYM, FormType.DEMONYM)
#: capitals before a name that are no part of it
_TITLED = re.compile(r"(?:City|Town|Province|State|Region|In|At|Of|The|From|To|Near|And)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in a sentence: its words with any "City" or "Province" behind them, and what the list has of this name.

    ``span`` is within the sentence. ``entity`` is the one meant, None where the text and the list do not tell.
    """

    span: Span
    text: str
    entity: Entity | None
    readings: tuple[Entity, ...]
    demonym: bool = False
    possessive: bool = False


def plain_name(text: str) -> str:
    """A name without "City" or "Province" behind it."""
    match = _BEHIND.search(text)
    return text[: match.start()] if match and match.end() == len(text) and match.start() else text


def readings(text: str, entities: EntityList) -> tuple[Named, ...]:
    """The places that the list knows under exactly this name, or under it without "City" or "Province"."""
    for name in (text, plain_name(text)):
        if found := tuple(named for named in entities.named(name) if named.entity.kind is Kind.PLACE):
            return found
    return ()


def places_of(sentence: Scanned, links: Sequence[Link], lexicon: Lexicon) -> tuple[Place, ...]:
    """The places of a sentence in text order; those that are part of another name, such as a club's, are left out."""
    return tuple(place for place in _scanned(sentence, lexicon, links) if not _is_part(place, sentence, links))


def _scanned(sentence: Scanned, lexicon: Lexicon, links: Sequence[Link]) -> Iterator[Place]:
    found, at = sentence.tokens, 0
    while at < len(found):
        place, last = None, at
        if found[at].capital:
            place, last = _longest(sentence, at, lexicon, links)
        if place is not None:
            yield place
        at = last + 1


def _longest(sentence: Scanned, at: int, lexicon: Lexicon, links: Sequence[Link]) -> tuple[Place | None, int]:
    """The longest listed name from a token on, if it is a place's, and its last token."""
    found = sentence.tokens
    for last in range(min(at + LONGEST, len(found)) - 1, at - 1, -1):
        inner = found[at + 1 : last + 1]
        if not all(joined(token.gap) for token in inner) or any(token.possessive for token in found[at:last]):
            continue
        span = Span(found[at].span.start, found[last].span.end)
        if named := lexicon.exact(span.of(sentence.text)):
            here = tuple(item for item in named if item.entity.kind is Kind.PLACE)
            return (_place(sentence, span, here, found[last], links) if here else None), last
    return _linked(sentence, found[at], links), at


def _place(sentence: Scanned, span: Span, named: tuple[Named, ...], last: Token, links: Sequence[Link]) -> Place:
    things = list({item.entity.id: item for item in named}.values())
    demonym = all(item.form.type is FormType.DEMONYM for item in named)
    behind = None if last.possessive or demonym else _BEHIND.match(sentence.text, span.end)
    if behind and behind["region"]:
        things = [item for item in things if not is_country(item.entity) and not is_town(item.entity)]
    elif behind:
        things = [item for item in things if not is_country(item.entity)]
    whole = span if behind is None else Span(span.start, behind.end())
    return Place(
        span=whole, text=whole.of(sentence.text), entity=_meant(things, _link_at(sentence, span, links)),
        readings=tuple(item.entity for item in things), possessive=last.possessive, demonym=demonym,
    )  # fmt: skip


def _meant(named: Sequence[Named], link: Link | None) -> Entity | None:
    """The one of several that news means: the linked one, the country, the far better known."""
    if link is not None and link.entity is not None and any(item.entity.id == link.entity.id for item in named):
        return link.entity
    countries = [item.entity for item in named if is_country(item.entity)]
    if len(countries) == 1 or len(named) == 1:
        return countries[0] if countries else named[0].entity
    first = best_known(named) if named else None
    return first.entity if first else None


def _linked(sentence: Scanned, token: Token, links: Sequence[Link]) -> Place | None:
    """A misspelt place that the linker knew all the same."""
    for link in links:
        span = link.mention.span.shifted(-sentence.offset)
        place = link.entity is not None and link.entity.kind is Kind.PLACE
        if place and link.status in (LinkStatus.GARBLE, LinkStatus.VARIANT) and span == token.span:
            return Place(span=span, text=token.text, entity=link.entity, readings=(), possessive=token.possessive)
    return None


def _link_at(sentence: Scanned, span: Span, links: Sequence[Link]) -> Link | None:
    return next((link for link in links if link.mention.span.shifted(-sentence.offset).overlaps(span)), None)


def _is_part(place: Place, sentence: Scanned, links: Sequence[Link]) -> bool:
    """Whether a name goes on over the ends of the place: Paris Hilton, Manchester United, Real Madrid."""
    if place.demonym:
        return False
    for link in links:
        span = link.mention.span.shifted(-sentence.offset)
        other = link.entity is not None and link.entity.kind is not Kind.PLACE
        if span.overlaps(place.span) and (other or not place.span.contains(span)):
            return True
    return _joined_before(place, sentence) or _joined_behind(place, sentence)


def _joined_before(place: Place, sentence: Scanned) -> bool:
    at = next(i for i, token in enumerate(sentence.tokens) if token.span.end > place.span.start)
    if not at:
        return False
    before, gap = sentence.tokens[at - 1], sentence.tokens[at].gap
    return before.capital and gap == " " and not before.possessive and at > 1 and not _TITLED.search(before.text) and (
        not any(mention.span.shifted(-sentence.offset).overlaps(before.span) for mention in sentence.mentions)
        and before.text.lower() not in ("capital", "president", "governor", "mayor")
    )  # fmt: skip


def _joined_behind(place: Place, sentence: Scanned) -> bool:
    after = next((token for token in sentence.tokens if token.span.start >= place.span.end), None)
    return after is not None and after.capital and after.gap in (" ", "-") and not place.possessive
