"""Capital, rank and location claims: "Stepanakert, the capital of …", "Ganja, the second-largest city in …".

Each claim has the probability that the text makes it: the same words can be a list ("Vienna, Prague and Budapest"), the end of
one phrase and the subject of a clause ("At talks in Geneva, Russia …"), or a club and a country. Claims below
`copydesk.claims.apart.FIRM` are never refuted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from copydesk.claims.implied_places import implied_claims
from copydesk.claims.place_names import Place, places_of
from copydesk.claims.place_said import Said, said_of
from copydesk.claims.seats import seat_claims
from copydesk.claims.setting import Setting, setting_of
from copydesk.claims.world_regions import region_claims
from copydesk.core.claim import Claim, Party
from copydesk.core.entity import Entity
from copydesk.core.mention import Link
from copydesk.core.span import Span
from copydesk.entities import EntityList
from copydesk.entities.whereabouts import is_area, ways
from copydesk.reader.lexicon import Lexicon
from copydesk.reader.mentions import Scanned

#: a sentence of more names is a list, not prose
MOST_NAMES = 300
#: words without which a sentence says nothing of where a place lies
_MAY_SAY = re.compile(
    r"\bcapital\b|\b(?:city|town|village|port|province|region|governorate|state|district|oblast|republic|county|territory"
    r"|prefecture|department|island|peninsula|country|nation|kingdom|monarchy|emirate"
    r"|based|headquartered)\b|, (?:the )?[A-Z]| in [a-z ]*[A-Z]|\(",
    re.IGNORECASE,
)


def place_claims(sentence: Scanned, links: Sequence[Link], lexicon: Lexicon, setting: Setting | None = None) -> Iterator[Claim]:
    """Claims about the places of a sentence, one a subject and relation; spans refer to the reading.

    ``setting`` is what the document speaks of (`copydesk.claims.setting`); without it only the sentence says what "the capital"
    is the capital of.
    """
    if len(links) > MOST_NAMES or not _MAY_SAY.search(sentence.text):
        return
    places = places_of(sentence, links, lexicon)
    setting = setting if setting is not None else setting_of([sentence], lexicon.entities)
    told: set[tuple[Span, str]] = set()
    for claim in (
        *_explicit(sentence, places, lexicon.entities),
        *region_claims(sentence, places),
        *seat_claims(sentence, places, links, lexicon.entities),
        *implied_claims(sentence, places, setting, lexicon.entities),
    ):
        if claim.subject.span is not None and (claim.subject.span, claim.relation) not in told:
            told.add((claim.subject.span, claim.relation))
            yield claim


def _explicit(sentence: Scanned, places: Sequence[Place], entities: EntityList) -> Iterator[Claim]:
    for n, (first, second) in enumerate(pairwise(places)):
        third = places[n + 2] if n + 2 < len(places) else None
        if found := said_of(sentence.text, first, second, third):
            yield _claim(sentence, found, entities)


def _claim(sentence: Scanned, said: Said, entities: EntityList) -> Claim:
    subject, whole = said.subject, said.whole
    span = said.span.shifted(sentence.offset)
    return Claim(
        span=span, text=said.span.of(sentence.text), relation=said.relation, predicate=said.predicate,
        subject=Party(text=subject.text, span=subject.span.shifted(sentence.offset), entity=subject.entity),
        object=Party(text=whole.text, span=whole.span.shifted(sentence.offset), entity=_whole(subject, whole, entities)),
        qualifier=said.qualifier, extraction=said.extraction,
    )  # fmt: skip


def _whole(subject: Place, whole: Place, entities: EntityList) -> Entity | None:
    """The whole that is meant: the one of several of the name that the subject lies in, else the only area, else the known."""
    inside = {ident for entity in subject.readings or _one(subject) for ident in ways(entity.id, None, entities)}
    around = [entity for entity in whole.readings if entity.id in inside]
    if whole.entity not in around and len(around) == 1:
        return around[0]
    areas = [entity for entity in whole.readings if is_area(entity)]
    return areas[0] if whole.entity not in areas and len(areas) == 1 else whole.entity


def _one(place: Place) -> tuple[Entity, ...]:
    return (place.entity,) if place.entity is not None else ()
