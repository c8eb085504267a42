"""Parts of the world as news names them: "the West African country of Ghana", "Nepal, a South Asian nation".

The sets follow the sub-regions of the United Nations (M49, https://unstats.un.org/unsd/methodology/m49/), and where it has
none, usage (Baltic, Nordic, Balkan, Gulf). Each has the countries that belong to it, and those that news also counts there;
about the latter nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copydesk.claims.place_names import Place
from copydesk.core.claim import Claim, Party
from copydesk.core.entity import Entity, Fact, Relation
from copydesk.core.span import Span
from copydesk.entities.whereabouts import is_country
from copydesk.reader.mentions import Scanned

SOURCE = "United Nations M49"
#: probability that the words mean the country: beside it, and elsewhere in a sentence that names no other
BESIDE, ONLY = 0.95, 0.85

#: adjective: countries by M49; and those that are counted there as well
_TABLE = """
west african     | BJ BF CV CI GM GH GN GW LR ML MR NE NG SN SL TG | CM TD
east african     | BI KM DJ ER ET KE MG MW MU MZ RW SC SO SS TZ UG ZM ZW | SD CD
central african  | AO CM CF TD CG CD GQ GA ST | RW BI SS SD ZM UG
north african    | DZ EG LY MA SD TN | MR EH ML NE TD
southern african | BW SZ LS NA ZA | AO ZM ZW MW MZ MG TZ MU SC KM CD
central asian    | KZ KG TJ TM UZ | AF MN AZ
east asian       | CN JP KP KR MN TW | HK MO RU VN
southeast asian  | BN KH ID LA MY MM PH SG TH TL VN | PG
south asian      | AF BD BT IN MV NP PK LK | IR MM
central american | BZ CR SV GT HN NI PA | MX
south american   | AR BO BR CL CO EC GY PY PE SR UY VE | TT PA
caribbean        | AG BS BB CU DM DO GD HT JM KN LC VC TT | BZ GY SR PR CO VE
baltic           | EE LV LT | FI PL SE DK DE RU
nordic           | DK FI IS NO SE | EE GL FO
balkan           | AL BA BG HR GR XK ME MK RO RS SI | TR MD CY
gulf             | BH KW OM QA SA AE | IQ IR YE
"""
_ALIKE = {
    "south-east asian": "southeast asian", "south east asian": "southeast asian", "western african": "west african",
    "eastern african": "east african", "northern african": "north african",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """ISO 3166 codes of the countries of a region, and of those about which views differ."""

    inside: frozenset[str]
    also: frozenset[str]


def _read() -> dict[str, Region]:
    rows = [[cell.strip() for cell in line.split("|")] for line in _TABLE.strip().splitlines()]
    return {name: Region(inside=frozenset(own.split()), also=frozenset(also.split())) for name, own, also in rows}


REGIONS = _read()
_NAMES = "|".join(sorted((*REGIONS, *_ALIKE), key=len, reverse=True))
_LAND = r"(?:island[ \u00a0])?(?:country|nation|state|republic|kingdom|monarchy|emirate)"
_WORDS = re.compile(rf"\b(?P<region>{_NAMES})[ \u00a0]{_LAND}\b(?P<of>[ \u00a0]of\b)?", re.IGNORECASE)
_TO_NAME = re.compile(r"[ \u00a0](?:the[ \u00a0])?")
_FROM_NAME = re.compile(r",[ \u00a0](?:the|a|an)[ \u00a0](?:[a-z-]+[ \u00a0]){0,2}$")


def region_of(words: str) -> Region | None:
    """The region that an adjective names; None for any other."""
    plain = " ".join(words.lower().split())
    return REGIONS.get(_ALIKE.get(plain, plain))


def region_claims(sentence: Scanned, places: Sequence[Place]) -> Iterator[Claim]:
    """Claims that a country is of a part of the world; spans refer to the reading."""
    lands = [place for place in places if not place.demonym and place.entity is not None and is_country(place.entity)]
    for match in _WORDS.finditer(sentence.text) if lands else ():
        beside = [place for place in lands if _stands_beside(sentence.text, match, place)]
        if beside:
            yield _claim(sentence, match, beside[0], BESIDE)
        elif len({place.text for place in lands}) == 1 and not any(place.demonym for place in places) and not match["of"]:
            yield _claim(sentence, match, lands[0], ONLY)


def _stands_beside(text: str, match: re.Match[str], place: Place) -> bool:
    if _TO_NAME.fullmatch(text, match.end(), place.span.start):
        return True
    return place.span.end <= match.start() and _FROM_NAME.fullmatch(text, place.span.end, match.start()) is not None


def _claim(sentence: Scanned, match: re.Match[str], place: Place, sure: float) -> Claim:
    words = Span(match.start("region"), match.end("region"))
    span = Span(min(match.start(), place.span.start), max(match.end(), place.span.end))
    return Claim(
        span=span.shifted(sentence.offset), text=span.of(sentence.text), relation="located_in", predicate="country in",
        subject=Party(text=place.text, span=place.span.shifted(sentence.offset), entity=place.entity),
        object=Party(text=match["region"], span=words.shifted(sentence.offset)), extraction=sure,
    )  # fmt: skip


def row_of(country: Entity, region: str) -> Fact:
    """What the table says of a country, as a row; it has no date, for places do not move."""
    return Fact(subject=country.id, relation=Relation.LOCATED_IN, title=region, source=SOURCE)
