"""NUM102: a range that runs backwards, or a day or time that does not exist.

Confidence is an estimate from few cases: in 390,000 words of human translations nothing, in 350,000 words of human
newswire three ranges, all of which run backwards in truth.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from copydesk.checks.base import Check, Proof
from copydesk.checks.prose import READ, addresses, lines
from copydesk.checks.rule import Rule
from copydesk.core.document import Document, PartKind
from copydesk.core.finding import Finding, Severity
from copydesk.core.span import Span
from copydesk.text import TextDate
from copydesk.text.days import MONTHS, days_in, longest, ranged

_RULE = Rule("NUM102", Severity.MAJOR, 0.9)

_N = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_COUNTED = (
    r"(?:(?:(?!thousand|million|billion|trillion)[a-z-]+ )?(?:people|persons|men|women|children|students|"
    r"soldiers|troops|workers|passengers|residents|cases|deaths|houses|"
    r"homes|countries|companies|employees|participants|candidates|members|tonnes|tons|kilometers|kilometres|km|"
    r"miles|meters|metres|"
    r"dollars|euros|yuan|rubles|roubles|yen|percent|per cent)\b|%)"
)
_BETWEEN = re.compile(
    rf"\bbetween (?P<currency>[$€£¥])?(?P<first>{_N})(?P<share>%| percent|"
    rf" per cent)? and (?(currency)(?P=currency))(?P<second>{_N})"
    rf"(?(share)(?:%| percent| per cent)\b|(?(currency)(?![\w.,]|[ ](?:thousand|million|billion|trillion))|"
    rf"[ ]?{_COUNTED}))",
)
#: a gap between 50 and 30 percent, a match between 60 and 40 people: two things, no range
_TWO_THINGS = re.compile(
    r"\b(?:difference|gap|ratio|comparison|contrast|choice|choose|choosing|match|game|duel|battle|border|link|"
    r"distinguish|conversion|"
    r"average|switch|alternat\w+|discrepancy|spread|toss-up|decide|split|divided|fluctuat\w+|odds)\b[^.]*$",
    re.IGNORECASE,
)
_YEAR = r"(?:1[6-9]|20)\d\d"
_YEARS = re.compile(
    rf"(?<![\w.,/:№#-])(?P<first>{_YEAR})[ ]?[-–—][ ]?(?P<second>{_YEAR})(?![\w%/]|[-–.,:]\d|[ ]?(?:BC|B\.C|m\b|km\b))"
)
_YEARS_IN_WORDS = re.compile(
    rf"\b(?:(?:period|years?|term|tenure|time|war|seasons?) (?:from|between)|(?:lived|served|worked|studied|"
    rf"ruled|reigned|[Bb]orn|held) "
    rf"(?:there |here )?(?:from|between)) (?P<first>{_YEAR}) (?:to|and|until) (?P<second>{_YEAR})\b(?!,\d|\.\d|"
    rf"[ ]BC|[ ][a-z]{{3,}}s\b)"
)
_AGES = re.compile(
    r"\b(?:aged|ages) (?P<between>between |from )?(?P<first>\d{1,2})(?: to |[-–]|(?(between) and |"
    r"(?!)))(?P<second>\d{1,2})\b(?![.,:]\d)"
)
_NOT_A_SPAN = re.compile(
    r"(?:\b(?:No|no|nos|order|decree|GOST|ISO|article|tel|phone|fax|code|number|score|won|beat|index|"
    r"model)\b\.?|№|#)[ ]?[\w/-]*[ ]?$"
)
_CLOCK = re.compile(
    r"(?<![\w.,:/])(?P<hour>\d{1,2}):(?P<minute>\d{2})(?![\d:]|[.,]\d)[ ]?(?:[ap]\.?m\b|o['’]clock|GMT\b|UTC\b|"
    r"(?:local|Moscow|Beijing) time\b|hours\b)",
    re.IGNORECASE,
)
_ZONE = re.compile(r"(?:GMT|UTC)[ ]?[-+−]$")
_RESPONDENTS = re.compile(
    rf"\b(?P<share>{_N})(?:%| percent| per cent) of (?:all |the )*(?:respondents|those (?:polled|surveyed|"
    rf"questioned)|people (?:polled|surveyed))\b"
)
_MONTH_THEN_NUMBER = re.compile(r"[a-z.] ?\d{1,2}$")
_ENDS_THERE = re.compile(
    r"[.,;:)]?(?:$|[ ]?[\"”’)])|[,;.] |[ ](?:at|in|on|and|to|until|the|by|from|after|when|for|this|last|next)\b"
)
_ON_BEFORE = re.compile(
    r"\b(?:on|by|until|till|since|before|after|dated?|[Mm]onday|[Tt]uesday|[Ww]ednesday|[Tt]hursday|[Ff]riday|"
    r"[Ss]aturday|[Ss]unday),?[ ](?:the[ ])?$"
)
_DENIED = re.compile(
    r"\b(?:no|never|not|nonexistent|non-existent|doesn['’]t|fictional|impossible|imaginary|joke\w*|instead)\b",
    re.IGNORECASE,
)


def _value(written: str) -> float:
    return float(written.replace(",", ""))


def _ranges(document: Document, line: Span) -> Iterator[Finding]:
    text = document.reading.text
    for match in _BETWEEN.finditer(text, line.start, line.end):
        if _value(match["first"]) <= _value(match["second"]) or _TWO_THINGS.search(text[line.start : match.start()]):
            continue
        if not re.match(r" (?:ago|before|earlier|from|apart|behind|north|south)\b", text[match.end() :]):
            yield _backwards(document, Span(match.start(), match.end()), match)
    for pattern in (_AGES, _YEARS_IN_WORDS):
        for match in pattern.finditer(text, line.start, line.end):
            if int(match["first"]) > int(match["second"]):
                yield _backwards(document, Span(match.start(), match.end()), match)


def _years(document: Document, line: Span) -> Iterator[Finding]:
    text = document.reading.text
    inside = addresses(text, line)
    for match in _YEARS.finditer(text, line.start, line.end):
        span = Span(match.start(), match.end())
        reference = _NOT_A_SPAN.search(text, max(line.start, match.start() - 20), match.start())
        if int(match["first"]) > int(match["second"]) and not reference and not any(a.overlaps(span) for a in inside):
            yield _backwards(document, span, match)


def _backwards(document: Document, span: Span, match: re.Match[str]) -> Finding:
    return _RULE.found(document, span, f"The range runs backwards, from {match['first']} to {match['second']}")


def _sure_day(text: str, line: Span, day: TextDate) -> bool:
    """Whether the number beside the month must be a day: "In June 31 people died" speaks of people."""
    if ranged(text, day) or day.day is None or not 1 <= day.day <= 39:
        return False
    if day.year_given or not _MONTH_THEN_NUMBER.search(day.span.of(text)):
        return True
    before = text[max(line.start, day.span.start - 14) : day.span.start]
    return bool(
        (day.weekday is not None or _ON_BEFORE.search(before)) and _ENDS_THERE.match(text[day.span.end : day.span.end + 12])
    )


def _days(document: Document, line: Span) -> Iterator[Finding]:
    text = document.reading.text
    if _DENIED.search(line.of(text)):
        return
    for day in days_in(text, line):
        if not day.possible and _sure_day(text, line, day):
            most = longest(text, day)
            yield _RULE.found(document, day.span, f"There is no {day.day} {MONTHS[day.month - 1]}: the month has {most} days")


def _times(document: Document, line: Span) -> Iterator[Finding]:
    text = document.reading.text
    for match in _CLOCK.finditer(text, line.start, line.end):
        hour, minute = int(match["hour"]), int(match["minute"])
        if (hour > 24 or minute > 59 or (hour == 24 and minute)) and not _ZONE.search(text[: match.start()]):
            span = Span(match.start(), match.end())
            yield _RULE.found(document, span, f"There is no {match['hour']}:{match['minute']} on a clock")


def _shares(document: Document, line: Span) -> Iterator[Finding]:
    for match in _RESPONDENTS.finditer(document.reading.text, line.start, line.end):
        if _value(match["share"]) > 100:
            yield _RULE.found(document, Span(match.start(), match.end()), "No more than 100 percent of a group can answer")


_FINDERS: tuple[Callable[[Document, Span], Iterator[Finding]], ...] = (_ranges, _years, _days, _times, _shares)


def _run(proof: Proof) -> Iterator[Finding]:
    for line in lines(proof.document, *READ, PartKind.DATELINE):
        found = [finding for find in _FINDERS for finding in find(proof.document, line)]
        yield from sorted(found, key=lambda finding: finding.span)


CHECK = Check(
    code=_RULE.code,
    name="impossible-number",
    severity=_RULE.severity,
    summary="a range runs backwards, or a day, time or share cannot be",
    explanation=(
        "“Between 50 and 30 people”, “1998–1989”, “aged 40 to 35”, “31 June”, “10:75 p.m.”. Only what cannot be right "
        "is reported: a fall “from 30 to 20 percent”, a deadline moved “from 2030 to 2025”, seasons, scores and "
        "telephone numbers pass."
    ),
    failing=(
        "The blast killed [[between 50 and 30 people]] in the port.",
        "He led the party ([[1998–1989]]) and then the country.",
        "The ceasefire began on [[February 30]], the ministry said.",
        "The meeting is on [[31 June 2021]] in Geneva.",
        "The train leaves at [[10:75 p.m]]. from the main station.",
        "Conscripts [[aged 40 to 35]] were called up.",
        "She [[served from 2019 to 2015]] as minister.",
    ),
    passing=(
        "Support fell from 30 to 20 percent, a gap between 30 and 20 percent of voters.",
        "The team won 3-2 in the 2019-20 season and 30:25 at handball.",
        "Call 555-2019-2015 or order No. 2019-2015 by post.",
        "In June 31 people died on the roads of the region.",
        "The deadline was moved from 2030 to 2025 by the government.",
        "There is no February 30 in any calendar.",
        "Between 10 and 5 years ago, and between 500 and 1 billion, are fine; so is between 11 and 2.",
        "He ran it in 25:70 and scored at 75:30 of the match.",
        "On February 29 the office closes at 24:00 local time.",
    ),
    run=_run,
)
