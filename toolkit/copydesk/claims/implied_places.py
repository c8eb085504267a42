"""Capitals of what nobody names: "the capital, Oslo", "the country's capital Rome", "the regional capital Florence"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copydesk.claims import place_patterns as say
from copydesk.claims.place_names import Place
from copydesk.claims.setting import KNOWN, Setting, setting_of
from copydesk.core.claim import Claim, Party
from copydesk.core.entity import Entity, Relation
from copydesk.core.span import Span
from copydesk.entities import EntityList
from copydesk.entities.whereabouts import countries, is_country
from copydesk.reader.mentions import Scanned

#: probability that the words speak of the place as a capital, and of the only country that is possible
FIRM, LOOSE = 0.95, 0.8
#: "the capital" of a region may be meant where the sentence speaks of one that the list lacks
_REGIONAL = re.compile(
    r"\b(?:provinc\w+|states?|region\w*|islands?|district|count(?:y|ies)|territor\w+|archipelago|oblast|governorate|canton"
    r"|prefecture|republic)\b"
)


def implied_claims(sentence: Scanned, places: Sequence[Place], setting: Setting, entities: EntityList) -> Iterator[Claim]:
    """The claims of a sentence; spans refer to the reading. The object is None where several wholes are possible."""
    for place in places:
        if place.demonym or any(map(is_country, place.readings)):
            continue
        match, span = _capital_beside(sentence.text, place)
        if match is not None:
            yield _claim(sentence, place, match, span, _whole(place, match, sentence, setting, entities))


def _capital_beside(text: str, place: Place) -> tuple[re.Match[str] | None, Span]:
    """The words that call a place a capital, before or behind it, and the span of the claim within the sentence."""
    if (before := say.THE_CAPITAL.search(text[: place.span.start])) and not place.possessive | _is_open(text, place, before):
        return before, Span(before.start(), place.span.end)
    if (behind := say.CAPITAL_BEHIND.match(text, place.span.end)) and not place.possessive:
        return behind, Span(place.span.start, behind.end())
    return None, place.span


def _is_open(text: str, place: Place, match: re.Match[str]) -> bool:
    """Whether a name behind "the capital, " does not stand for it: it is not closed off by a comma or full stop."""
    if match.groupdict().get("comma") is None:
        return False
    end = place.span.end
    return not say.SHUT.match(text, end) or bool(say.COMMA_NAME.match(text, end) and not say.AND_NAME.match(text, end))


def _claim(sentence: Scanned, place: Place, match: re.Match[str], span: Span, whole: tuple[Entity | None, float]) -> Claim:
    entity, sure = whole
    historic = say.is_historic(sentence.text, span.start, span.end)
    return Claim(
        span=span.shifted(sentence.offset), text=span.of(sentence.text), relation="capital_of",
        subject=Party(text=place.text, span=place.span.shifted(sentence.offset), entity=place.entity),
        predicate=f"{' '.join(match['what'].lower().removesuffix(' of').split())} of", object=Party(text="", entity=entity),
        qualifier="historic" if historic else None, implied=True, extraction=sure,
    )  # fmt: skip


def _whole(
    place: Place, match: re.Match[str], sentence: Scanned, setting: Setting, entities: EntityList
) -> tuple[Entity | None, float]:
    """What the place is implied to be the capital of, and how sure that is."""
    kind = (match["kind"] or "").lower()
    national = match["own"] is not None or kind in ("national", "country")
    regional = not national and (bool(kind) or match["area"] is not None)
    of = [entity for entity in _listed(place, entities) if is_country(entity) != regional or not (national or regional)]
    if of:
        own = next((entity for entity in of if not is_country(entity) or setting.speaks_of(entity.id)), of[0])
        elsewhere = match["own"] is not None and setting.countries and not setting.countries & countries(own.id, None, entities)
        return (None, LOOSE) if elsewhere else (own, FIRM)
    found = None if regional or place.entity is None else _only_country(place.entity, setting, entities)
    if found is None or national or (match.start() < place.span.start and _is_bare(found, sentence, setting, entities)):
        return found, FIRM
    return None, LOOSE


def _is_bare(country: Entity, sentence: Scanned, setting: Setting, entities: EntityList) -> bool:
    """Whether the sentence itself speaks of the country, and nothing of a region: large cities are capitals of theirs."""
    spoken = country.id in setting_of([sentence], entities).countries
    return spoken and not setting.regions_in(country.id, entities) and _REGIONAL.search(sentence.text) is None


def _listed(place: Place, entities: EntityList) -> list[Entity]:
    """What the list has the place as capital of today, countries first."""
    own = (place.entity,) if place.entity is not None else place.readings
    rows = [fact for entity in own for fact in entities.about(entity.id, Relation.CAPITAL_OF) if fact.period.end is None]
    found = [entity for fact in rows if (entity := entities.get(fact.object)) is not None]
    return sorted(found, key=lambda entity: not is_country(entity))


def _only_country(town: Entity, setting: Setting, entities: EntityList) -> Entity | None:
    """The state that a well-known town would have to be the capital of, if the text speaks of it."""
    around = countries(town.id, None, entities)
    states = [item for item in around if not countries(item, None, entities) - {item}]
    known = town.prominence is None or town.prominence >= KNOWN
    return entities.get(states[0]) if known and len(states) == 1 and setting.speaks_of(states[0]) else None
