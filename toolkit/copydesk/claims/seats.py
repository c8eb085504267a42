"""Where an organisation sits: "TASS, headquartered in Moscow", "Moscow, where TASS is based"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copydesk.claims import place_patterns as say
from copydesk.claims.place_names import Place
from copydesk.core.claim import Claim, Party
from copydesk.core.entity import Kind, Relation
from copydesk.core.mention import Link
from copydesk.core.span import Span
from copydesk.entities import EntityList
from copydesk.reader.mentions import Scanned

#: probability that the words say where an organisation sits; "based" can be a branch or a team that is sent somewhere
HEADQUARTERED, BASED = 0.95, 0.85
_WHERE = re.compile(r",?[ \u00a0](?:\([ \u00a0]?)?where[ \u00a0](?:the[ \u00a0])?$")
_IS = re.compile(r"[ \u00a0](?:is|has been|are)[ \u00a0](?P<what>headquartered|based)\b")


def seat_claims(sentence: Scanned, places: Sequence[Place], links: Sequence[Link], entities: EntityList) -> Iterator[Claim]:
    """The claims about organisations with a listed seat; spans refer to the reading."""
    for link in links:
        listed = link.entity is not None and link.entity.kind is Kind.ORGANIZATION
        if listed and link.entity is not None and entities.about(link.entity.id, Relation.LOCATED_IN):
            for place in places:
                if not place.demonym and not place.possessive and (claim := _claim(sentence, link, place)):
                    yield claim


def _claim(sentence: Scanned, link: Link, place: Place) -> Claim | None:
    name = link.mention.span.shifted(-sentence.offset)
    if name.end <= place.span.start:
        match, span = say.SEAT.fullmatch(sentence.text, name.end, place.span.start), Span(name.start, place.span.end)
    else:
        where = _WHERE.fullmatch(sentence.text, place.span.end, name.start)
        match = _IS.match(sentence.text, name.end) if where else None
        span = Span(place.span.start, match.end() if match else name.end)
    if match is None:
        return None
    return Claim(
        span=span.shifted(sentence.offset), text=span.of(sentence.text), relation="located_in",
        subject=Party(text=link.mention.text, span=link.mention.span, entity=link.entity), predicate=f"{match['what']} in",
        object=Party(text=place.text, span=place.span.shifted(sentence.offset), entity=place.entity),
        extraction=HEADQUARTERED if match["what"] == "headquartered" else BASED,
    )  # fmt: skip
