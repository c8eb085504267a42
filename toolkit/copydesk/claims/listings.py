"""Whether two names side by side say where the first lies, or are a list, a clause and its subject, a club and a country."""

from __future__ import annotations

import re

from copydesk.claims import place_patterns as say
from copydesk.claims.place_names import Place
from copydesk.entities.whereabouts import is_country, is_town

#: probability that the words say where the first place lies
COMMA, LOOSE, WEAK = 0.95, 0.85, 0.75
#: how far before a name "between" or "both" makes it one of several
_REACH = 60


def firmness(text: str, gap: str, first: Place, second: Place, third: Place | None) -> float:
    """The probability that "first, second", "first (second)" or "first in second" locates; 0 where it is something else."""
    if say.COMMA.fullmatch(gap):
        return _of_comma(text, first, second, third)
    before = text[: first.span.start]
    if say.BRACKET.fullmatch(gap) and text[second.span.end : second.span.end + 1] == ")":
        return COMMA if say.AT.search(before) else WEAK
    if say.IN.fullmatch(gap) and say.LOCATIVE.search(before):
        return COMMA if say.AT.search(before) and not _is_metonym(before) else WEAK
    return 0.0


def _is_metonym(before: str) -> bool:
    """Whether a government may be meant: support for, war against, pressure on Damascus in Lebanon."""
    return re.search(r"\b(?:interest|trust|belie\w+|confidence) in[ \u00a0]$", before) is not None


def _of_comma(text: str, first: Place, second: Place, third: Place | None) -> float:
    before = text[: first.span.start]
    if not any(map(is_town, first.readings)) and not any(map(is_country, second.readings)):
        return 0.0  # regions, one after the other, are a list
    if say.LISTED_BEFORE.search(before) or say.AND_NAME.match(text, second.span.end):
        return 0.0
    follows = third is not None and say.COMMA.fullmatch(text[second.span.end : third.span.start]) is not None
    nested = follows and third is not None and _contains(third, second)
    if follows and not nested and third is not None and not third.demonym:
        return 0.0
    if not nested and say.COMMA_NAME.match(text, second.span.end):
        return WEAK
    return _placed(text, before, second)


def _placed(text: str, before: str, second: Place) -> float:
    if not say.CLOSED.match(text, second.span.end) or not say.LOCATIVE.search(before):
        return WEAK
    if say.PAIRED.search(before[-_REACH:]):
        return WEAK
    if say.AND.match(text, second.span.end):
        return LOOSE
    ended = say.ENDED.match(text, second.span.end) is not None
    return COMMA if ended or not _opens(before) else LOOSE


def _contains(outer: Place, inner: Place) -> bool:
    """Whether a country stands behind a part of it."""
    pairs = ((one, other) for one in outer.readings if is_country(one) for other in inner.readings)
    return any(one.country == other.country and one.id != other.id for one, other in pairs)


def _opens(before: str) -> bool:
    """Whether the name ends an opening phrase, so that the next one may be the subject: "After talks in Geneva, Russia …"."""
    starts = [match.end() for match in say.CLAUSE.finditer(before)]
    return say.OPENING.match(before, starts[-1] if starts else 0) is not None
