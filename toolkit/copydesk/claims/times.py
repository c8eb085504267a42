"""Words that put a claim into another time than the article's."""

from __future__ import annotations

import re

from copydesk.core.dates import PartialDate
from copydesk.core.span import Span
from copydesk.reader.titles import QUALIFIERS
from copydesk.text.days import MONTHS

#: near the claim
_NEAR = re.compile(
    r"\b(?:at the time|back then|in those days|when (?:he|she) was|served as|used to be|would-be|predecessor|successor"
    r"|historic(?:al)?|(?:years?|decades?|months?) (?:ago|earlier|later)|hypothetical|if elected|earlier this year|last year"
    r"|(?:last|previous|this|that) (?:spring|summer|autumn|fall|winter)|film|movie|musical|novel|biography|memoirs?|actor"
    r"|actress|starring|played|portray(?:ed|s)|role of|self-(?:proclaimed|styled|declared|appointed)"
    r"|so-called|(?<!the )(?<!near )future|in-waiting|(?:takes|taking|take|assumes?) office|sworn in|inaugurat\w+"
    r"|new(?:ly[ -]\w+)? (?:president|prime|premier|chancellor|minister|foreign|defen[cs]e|interior|finance|secretary))\b",
    re.IGNORECASE,
)
#: anywhere in the sentence
_YEAR = re.compile(r"\b(?:in|since|until|from|by|of|during) (?:the year )?(?:\w+ )?(?:1\d|20)\d\d\b", re.IGNORECASE)
_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS, start=1)}
_MONTH = re.compile(
    rf"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring|[Ll]ast|[Oo]n) (?:(?:early|late|mid|\d\d?)[ -])?(?:{'|'.join(MONTHS)})\b"
)
#: right before the claim
_LEADS = re.compile(
    r"\b(?:under|since|when|until"
    r"|(?:sign|introduc|appoint|nominat|found|impos|adopt|launch|initiat|enact|creat|establish|nam|elect|hir|start|"
    r"negotiat)ed by"
    r"|(?:replac|succeed|dismiss|sack|fir|oust|defeat|remov|toppl|depos|assassinat|murder|kill)(?:e?d|e?s|ing)|overthrew|shot"
    r"|(?:government|administration|cabinet|presidency|tenure|reign|rule|era|legacy|time|term|years|statue|bust|portrait"
    r"|monument|painting|grave|tomb|funeral|death|assassination|murder|book|impeachment|trial|conviction|downfall|flight"
    r"|fall|ouster|overthrow|removal) of|(?:coup|revolt|uprising|rebellion|revolution|protests?) against)"
    r" (?:(?:the|its|his|her|their) )?$",
    re.IGNORECASE,
)
#: right behind the claim
_GOES = re.compile(
    r"(?:,? who)? (?:(?:was|were|has been|had been) (?:\w+ly )?(?:fired|dismissed|ousted|removed|sacked|killed|shot"
    r"|assassinated|murdered|toppled|replaced|deposed|forced|defeated|voted out)|resigned|stepped down|died|left office"
    r"|lost (?:the|an) (?:election|vote))|['’]s (?:predecessor|successor|era|tenure|presidency|legacy|reign|resignation|death)",
    re.IGNORECASE,
)
#: what somebody who held it once is called, right before the claim or as its first word
_FALLEN = re.compile(
    r"\b(?:ex[-‑]\w+|one-time|onetime|sometime|erstwhile|(?<![-‑])old|long-?time|runaway|fugitive|exiled|toppled|fallen|impeached"
    r"|convicted|jailed|imprisoned|arrested|detained|indicted|dead|deceased|slain|murdered|assassinated|retired)\b",
    re.IGNORECASE,
)
_FOUR = re.compile(r"(?:1\d|20)\d\d")
#: how far words speak of a claim, in code points
_REACH, _WORD = 80, 15

#: what a verb says of the time of a claim; None is now
_VERBS: dict[str, str | None] = {
    **dict.fromkeys("is remains stays continues serves acts works holds heads leads chairs".split()), "has been": None,
    **dict.fromkeys("was served acted worked held remained stayed headed led chaired".split(), "was"), "had been": "was",
    **dict.fromkeys(("has served", "has worked", "has held"), "unsure"),
    **dict.fromkeys(("resigned", "resigns", "stepped down", "steps down", "retired"), "resigned"),
    **dict.fromkeys(("will be", "will become", "takes office", "will take office"), "next"), "to be": "would-be",
}  # fmt: skip
_STAYS = ("remain", "stay", "continue")
_MODALS = ("may", "might", "could", "can", "should", "must", "would", "will")
#: qualifiers after which somebody else may hold the office at the date
CHANGED = QUALIFIERS | {"was", "appointed", "resigned", "next", "would-be", "nominee", "unsure"}


def other_time(sentence: str, claim: Span) -> str | None:
    """The words that put a claim (its span within the sentence) into another time; None where there are none."""
    start = max(claim.start - _REACH, 0)
    near = sentence[start : claim.end + _REACH]
    match = (
        _NEAR.search(near)
        or _YEAR.search(sentence)
        or _LEADS.search(sentence[start : claim.start])
        or _GOES.match(sentence, claim.end)
        or _FALLEN.search(sentence, max(claim.start - _WORD, 0), min(claim.start + _WORD, claim.end))
        or _MONTH.search(near)
    )
    return " ".join(match.group().lower().split()) if match else None


def year_of(qualifier: str | None) -> int | None:
    """The year that a qualifier names."""
    match = _FOUR.search(qualifier or "")
    return int(match.group()) if match else None


def is_now(qualifier: str | None, day: PartialDate) -> bool:
    """Whether a claim speaks of the article's day: no words say otherwise, or they name its year or a later one."""
    return qualifier is None or (year_of(qualifier) or 0) >= day.year


def told(qualifier: str | None, day: PartialDate) -> PartialDate | None:
    """The month or year without a number that words name, as of the article's day: the last March, last year."""
    words = (qualifier or "").split()
    month = next((_NUMBERS[word] for word in words if word in _NUMBERS), None)
    back = {"last year": 1, "earlier this year": 0}.get(" ".join(words))
    if month is not None and day.month is not None:
        return PartialDate(max(day.year - (month > day.month), 1), month)
    return None if back is None else PartialDate(max(day.year - back, 1))


def of_verb(verb: str | None) -> str | None:
    """What the verb of "X was president" says of its time: a qualifier, ``appointed`` for a change of holders, None for now."""
    if verb is None:
        return None
    if verb in _VERBS:
        return _VERBS[verb]
    if verb.startswith(_MODALS):
        return "unsure" if verb.endswith(_STAYS) else "would-be"
    return "nominee" if verb.endswith("nominated") else "appointed"
