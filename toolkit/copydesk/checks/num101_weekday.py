"""NUM101: the day of the week and the date do not go together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from copydesk.checks.base import Check, Proof
from copydesk.checks.prose import READ, lines
from copydesk.checks.rule import Rule
from copydesk.checks.written_dates import MONTHS, WEEKDAYS, WrittenDate, written_dates
from copydesk.core.document import Document, PartKind
from copydesk.core.finding import Finding, Fix, Safety, Severity
from copydesk.core.span import Span

_RULE = Rule("NUM101", Severity.MAJOR, 0.97)

_NAMES = "Mon(?:day)?|Tues?(?:day)?|Wed(?:nesday)?|Thu(?:r|rs|rsday)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?"
_BEFORE = re.compile(rf"\b(?P<weekday>{_NAMES})\b\.?[ \u00a0]?,?[ \u00a0]?\(?(?:the[ ])?$", re.IGNORECASE)
_AFTER = re.compile(rf"[ ]?\((?P<weekday>{_NAMES})\.?\)", re.IGNORECASE)
_ANY = re.compile(rf"\b(?:{_NAMES})s?\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d(?:s|\b)")
#: the Gregorian calendar came to Russia in 1918, to Greece in 1923
_FIRST_YEAR = 1924
#: a date without a year is taken for a day this near to the article's
_NEAR_DAYS = 100


def _weekday(text: str, day: WrittenDate) -> tuple[Span, int] | None:
    """Where the day of the week stands beside the date, and which it is (Monday is 0)."""
    start = max(0, day.span.start - 20)
    match, at = _BEFORE.search(text[start : day.span.start]), start
    if match is None:
        match, at = _AFTER.match(text[day.span.end : day.span.end + 14]), day.span.end
    if match is None:
        return None
    written = match["weekday"].title()
    earlier = text[max(0, at + match.start() - 25) : at + match.start()].rpartition("\n")[2]
    if _ANY.search(earlier) or (written == "Sun" and earlier.rstrip().lower().endswith("the")):
        return None  # "Saturday and Sunday, November 28 and 29" names two days at once; The Sun is a newspaper
    number = next(n for n, name in enumerate(WEEKDAYS) if name.startswith(written[:3]))
    return Span(at + match.start("weekday"), at + match.end("weekday")), number


def _meant(document: Document, line: Span, day: WrittenDate, weekday: int) -> date | None:
    """The day that the text must mean; None when its year is open or a neighbouring year would fit."""
    if day.year is not None:
        return day.on(day.year) if day.year >= _FIRST_YEAR else None
    if document.date is None or document.date.value.day is None or _YEAR.search(line.of(document.reading.text)):
        return None
    spoken = document.date.value.first
    days = [found for year in (-1, 0, 1) if (found := day.on(spoken.year + year)) is not None]
    if any(found.weekday() == weekday for found in days):
        return None
    near = [found for found in days if abs((found - spoken).days) <= _NEAR_DAYS]
    return near[0] if len(near) == 1 else None


def _message(document: Document, day: date, weekday: int) -> str:
    spoken = document.date.value.last if document.date is not None else day
    verb = "will be" if day > spoken else "was"
    return f"{day.day} {MONTHS[day.month - 1]} {day.year} {verb} a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[weekday]}"


def _same_style(written: str, weekday: int) -> str:
    """The right name, abbreviated and capitalised as the wrong one."""
    name = WEEKDAYS[weekday] if written.lower().endswith("day") else WEEKDAYS[weekday][:3]
    return name.upper() if written.isupper() else name.lower() if written.islower() else name


def _run(proof: Proof) -> Iterator[Finding]:
    document, text = proof.document, proof.document.reading.text
    for line in lines(document, *READ, PartKind.DATELINE):
        for day in written_dates(text, line):
            beside = None if day.ranged else _weekday(text, day)
            if beside is None:
                continue
            span, weekday = beside
            meant = _meant(document, line, day, weekday)
            if meant is not None and meant.weekday() != weekday:
                whole = Span(min(span.start, day.span.start), max(span.end, day.span.end))
                fix = Fix(span=span, replacement=_same_style(span.of(text), meant.weekday()), safety=Safety.UNSAFE)
                yield _RULE.found(document, whole, _message(document, meant, weekday), fix)


CHECK = Check(
    code=_RULE.code,
    name="weekday-date",
    severity=_RULE.severity,
    summary="The day of the week does not go with the date.",
    explanation=(
        "A date that names both the day of the week and the day of the month can be wrong in either; the calendar knows that they "
        "cannot both be right. Without a year the article's own date decides, and only where no neighbouring year would fit."
    ),
    failing=(
        "The talks began on [[Monday, November 28 2020]] in Baku.",
        "He was born on [[Friday, 1 January 2021]] and [[Sunday the 2nd of January, 2021]] was quiet.".replace("Friday", "Sunday"),
        "The court met on 12 May 2020. The verdict came on [[13 May 2020 (Thursday)]] in Minsk.",
        "The vote is set for [[Tues., Nov. 4, 2020]], the commission said.",
    ),
    passing=(
        "The talks began on Saturday, November 28 2020 in Baku.",
        "Shops close on Saturday and Sunday, November 28 and 29, 2020, the city said.",
        "The fair runs from Monday to Friday, 23-27 November 2020, in Kyiv.",
        "He spoke on Monday. November 28, 2020 was the day of the vote.",
        "The Sun, November 28, 2020, printed the photograph first.",
        "On Monday, November 28, a strike began in the capital.",
        "Petersburg rose on Sunday, 9 January 1905, by the old calendar.",
        "On Friday, May 2020 figures showed a fall in exports.",
    ),
    run=_run,
)
