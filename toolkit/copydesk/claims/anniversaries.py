"""Anniversaries and spans of years by arithmetic: "the 75th anniversary of the 1945 victory", "30 years ago, in 1991"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.claims.near import start_of_reach
from copydesk.claims.weighing import Weigher
from copydesk.core.claim import Claim, Fault, Judgement, Party, Reason
from copydesk.core.span import Span
from copydesk.reader.mentions import Scanned

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_TENS = {"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70,
         "eightieth": 80, "ninetieth": 90, "hundredth": 100, "centenary": 100, "bicentenary": 200}  # fmt: skip
_NUMBERS = {"ten": 10, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
            "ninety": 90, "five": 5}  # fmt: skip
_WORDS = {**{word: at + 1 for at, word in enumerate(_ORDINALS)}, **_TENS, **_NUMBERS}
_YEAR = r"(?P<year>1[5-9]\d\d|20[0-4]\d)\b(?![-–/]\d|s\b|[ \u00a0](?:BC|B\.C))"
#: between "of" and the year at most so many plain words: the storming of the Bastille in 1789
_EVENT = r"(?:[\w’'-]+[ \u00a0]){0,6}"
_NTH = rf"(?P<many>\d{{1,3}}(?:st|nd|rd|th)|{'|'.join([*_ORDINALS, *_TENS])})"
_MANY = rf"(?P<many>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_ANNIVERSARY = re.compile(
    rf"\b{_NTH}[ \u00a0-](?:[a-z]+[ \u00a0])?anniversary[ \u00a0]of[ \u00a0]"
    rf"(?:the[ \u00a0])?(?P<event>{_EVENT}in[ \u00a0](?:the[ \u00a0]year[ \u00a0])?)?{_YEAR}",
    re.IGNORECASE,
)
_AGO = (
    re.compile(rf"\b{_MANY}[ \u00a0]years[ \u00a0]ago,?[ \u00a0](?:that is,[ \u00a0])?in[ \u00a0]{_YEAR}", re.IGNORECASE),
    re.compile(rf"\bin[ \u00a0]{_YEAR},[ \u00a0]{_MANY}[ \u00a0]years[ \u00a0]ago\b", re.IGNORECASE),
)
_ABOUT = re.compile(r"\b(?:almost|nearly|about|around|some|roughly|over|more than|less than)[ \u00a0]$", re.IGNORECASE)
_ANY_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_SURE, _FACT = 0.97, 0.98
#: an anniversary is spoken of in the years beside it too
_SLACK = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A number of years since a year, and the year in which they are counted where the sentence names it."""

    span: Span
    many: Span
    year: Span
    kind: str
    to: int | None
    #: the number is rounded, or the sentence names many years
    doubtful: bool
    #: the year may be that of the celebration: the 200th anniversary of their arrival in 2018
    loose: bool


def years_of(text: str) -> int | None:
    """The number that "75th", "fiftieth" or "30" stands for; None for none."""
    digits = re.match(r"\d+", text)
    return int(digits.group()) if digits else _WORDS.get(text.lower())


def anniversary_claims(sentence: Scanned) -> Iterator[Claim]:
    """The claims of a sentence."""
    for found in _counted(sentence.text):
        yield Claim(
            span=found.span.shifted(sentence.offset), text=found.span.of(sentence.text), relation="anniversary",
            subject=Party(text=found.year.of(sentence.text), span=found.year.shifted(sentence.offset)),
            predicate=found.kind, object=Party(text=found.many.of(sentence.text), span=found.many.shifted(sentence.offset)),
            qualifier=_qualifier(found), extraction=_SURE,
        )  # fmt: skip


def _qualifier(found: Counted) -> str | None:
    if found.doubtful:
        return "doubtful"
    return f"in {found.to}" if found.to else "loose" if found.loose else None


def _counted(text: str) -> Iterator[Counted]:
    years = {match.start(): int(match.group()) for match in _ANY_YEAR.finditer(text)}
    for pattern, kind in ((_ANNIVERSARY, "anniversary of"), *((ago, "years since") for ago in _AGO)):
        for match in pattern.finditer(text):
            year, many = Span(*match.span("year")), Span(*match.span("many"))
            others = [years[start] for start in [*years][:3] if start != year.start]
            rounded = _ABOUT.search(text, start_of_reach(many.start), many.start) is not None
            yield Counted(
                span=Span(*match.span()), year=year, many=many, kind=kind,
                to=others[0] if len(others) == 1 else None, doubtful=rounded or len(others) > 1,
                loose=bool(match.groupdict().get("event")),
            )  # fmt: skip


def judge_anniversary(weigher: Weigher) -> Judgement:
    """Year and number against the article's year, or against the other year of the sentence where it fits."""
    claim = weigher.claim
    many, since = years_of(claim.object.text), int(claim.subject.text)
    if many is None or claim.qualifier == "doubtful":
        return weigher.unknown(Reason.NO_RECORD, "it is not known from which year is counted")
    sum_ = since + many
    message = f"{since} and {many} years make {sum_}"
    if claim.qualifier == f"in {sum_}":
        return weigher.supported(_FACT, message)
    if weigher.day is None:
        return weigher.unknown(Reason.UNDATED, "the article has no date")
    if sum_ == weigher.day.year:
        return weigher.supported(_FACT, message)
    if claim.qualifier is not None or abs(sum_ - weigher.day.year) <= _SLACK:
        return weigher.unknown(Reason.NO_RECORD, f"{message}; another year may be meant")
    return weigher.refuted(Reason.VALUE, _FACT, f"{message}, not {weigher.day.year}", Fault.SOURCE)
