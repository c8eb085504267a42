"""What two neighbouring places of a sentence are said to be to each other."""

from __future__ import annotations

import re
from dataclasses import dataclass

from copydesk.claims import place_patterns as say
from copydesk.claims.listings import firmness
from copydesk.claims.place_names import Place
from copydesk.core.span import Span
from copydesk.entities.whereabouts import is_area, is_country

#: probability that an explicit statement is meant as it stands, of one that has to be closed off, and of looser ones
SAID, FIRM, LOOSE = 0.97, 0.92, 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Two places with what a sentence says of them. Spans are within the sentence."""

    subject: Place
    whole: Place
    relation: str
    predicate: str
    span: Span
    extraction: float
    qualifier: str | None = None


def said_of(text: str, first: Place, second: Place, third: Place | None) -> Said | None:
    """What a sentence says of two neighbouring places, the most telling reading only. ``third`` is the place behind them."""
    gap = text[first.span.end : second.span.start]
    for reading in (_behind, _of_before, _own, _also, _kind):
        if found := reading(text, gap, first, second):
            return found
    return _beside(text, gap, first, second, third)


def _behind(text: str, gap: str, first: Place, second: Place) -> Said | None:
    """Ankara, the capital of Turkey."""
    match = say.BEHIND.fullmatch(gap)
    if match is None or first.demonym or second.demonym or second.possessive or first.possessive:
        return None
    past = match["verb"] in say.NOT_NOW or match["now"] == "once"
    return _made(text, match, first, second, Span(first.span.start, second.span.end), SAID, "former" if past else None)


def _of_before(text: str, gap: str, first: Place, second: Place) -> Said | None:
    """The capital of Turkey, Ankara."""
    match = say.OF_BEFORE.search(text[: first.span.start])
    if match is None or not say.OF_BETWEEN.fullmatch(gap) or first.demonym or second.demonym or is_whole(second):
        return None
    sure = SAID if say.ENDED.match(text, second.span.end) or not gap.strip() else _apposed(text, second)
    return _made(text, match, second, first, Span(match.start(), second.span.end), sure)


def _own(text: str, gap: str, first: Place, second: Place) -> Said | None:
    """Turkey's capital Ankara, the Turkish capital, Ankara."""
    match = say.OWN.fullmatch(gap)
    if match is None or not (first.demonym or first.possessive or "’" in gap or "'" in gap) or second.demonym:
        return None
    sure = _apposed(text, second) if match["comma"] and "of" not in match["comma"] else SAID
    if first.demonym and not re.search(r"\bthe[ \u00a0]$", text[: first.span.start], re.IGNORECASE):
        sure = min(sure, LOOSE)
    return _made(text, match, second, first, Span(first.span.start, second.span.end), sure)


def _apposed(text: str, place: Place) -> float:
    """How sure a name behind "the Turkish capital, " stands for it: closed off again, and no item of a list."""
    if say.AND_NAME.match(text, place.span.end) or say.COMMA_NAME.match(text, place.span.end):
        return LOOSE
    return FIRM if say.SHUT.match(text, place.span.end) else LOOSE


def _also(text: str, gap: str, first: Place, second: Place) -> Said | None:
    """Oslo, Norway's capital."""
    match = say.OWNED.match(text, second.span.end)
    if match is None or not say.ALSO.fullmatch(gap) or first.demonym or is_whole(first):
        return None
    if not (second.possessive or second.demonym) or not say.SHUT.match(text, match.end()):
        return None
    sure = LOOSE if say.LISTED_BEFORE.search(text[: first.span.start]) else SAID
    return _made(text, match, first, second, Span(first.span.start, match.end()), sure)


def _kind(text: str, gap: str, first: Place, second: Place) -> Said | None:
    """The Turkish city of Izmir."""
    match = say.KIND.fullmatch(gap)
    if match is None or not first.demonym or second.demonym or any(map(is_country, second.readings)):
        return None
    sure = SAID if re.search(r"\b(?:the|a|an)[ \u00a0]$", text[: first.span.start], re.IGNORECASE) else FIRM
    return _made(text, match, second, first, Span(first.span.start, second.span.end), sure)


def _beside(text: str, gap: str, first: Place, second: Place, third: Place | None) -> Said | None:
    """Siena, Tuscany; Siena (Italy); Siena in central Italy."""
    if first.demonym or first.possessive or second.demonym or second.possessive or not is_whole(second):
        return None
    if any(map(is_country, first.readings)) or not (sure := firmness(text, gap, first, second, third)):
        return None
    closing = say.BRACKET.fullmatch(gap) is not None
    span = Span(first.span.start, second.span.end + closing)
    return Said(subject=first, whole=second, relation="located_in", predicate="in", span=span, extraction=sure)


def is_whole(place: Place) -> bool:
    """Whether others can lie in it, by one of its readings."""
    return any(map(is_area, place.readings))


def _made(
    text: str, match: re.Match[str], subject: Place, whole: Place, span: Span, sure: float, qualifier: str | None = None
) -> Said | None:
    what = " ".join(match["what"].lower().split())
    relation = "capital_of" if "capital" in what else "rank" if re.match(say.RANK, what) else "located_in"
    if not sure or (relation == "located_in" and not is_whole(whole)):
        return None
    when = match.groupdict().get("when")
    qualifier = qualifier or (when.strip().lower() if when else None) or ("de facto" if "de facto" in what else None)
    if qualifier is None and relation != "located_in" and say.is_historic(text, span.start, span.end):
        qualifier = "historic"
    if qualifier is None and re.search(r"\b(?:not|never|no longer)\W+$", text[: span.start]):
        qualifier = "not"
    return Said(
        subject=subject, whole=whole, relation=relation, predicate=f"{what} of", span=span, extraction=sure,
        qualifier=qualifier,
    )  # fmt: skip
