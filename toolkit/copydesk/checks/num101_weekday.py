"""NUM101: the day of the week and the date do not go together.

Confidence is an estimate from few cases: in 1.3 million words of human text the rule reported two dates, and both
were wrong in truth; in 390,000 words of human translations, which hold some 50 days with a weekday, none.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

from copydesk.checks.base import Check, Proof
from copydesk.checks.days import MONTHS, WEEKDAYS, days_in, ranged
from copydesk.checks.prose import READ, lines
from copydesk.checks.rule import Rule
from copydesk.core.document import Document, PartKind
from copydesk.core.finding import Finding, Fix, Safety, Severity
from copydesk.core.span import Span
from copydesk.text import TextDate

_RULE = Rule("NUM101", Severity.MAJOR, 0.95)

_NAME = re.compile(r"\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d(?:s|\b)")
#: the Gregorian calendar came to Russia in 1918, to Greece in 1923
_FIRST_YEAR = 1924
#: a date without a year is taken for a day this near to the article's
_NEAR_DAYS = 100


def _name_of_day(text: str, line: Span, day: TextDate) -> Span | None:
    """Where the date names its weekday; None where the name may belong to something else.

    "Saturday and Sunday, November 28 and 29" names two days at once, and there are newspapers called Sun.
    """
    names = [Span(*match.span()) for match in _NAME.finditer(text, day.span.start, day.span.end)]
    earlier = text[max(line.start, day.span.start - 25) : day.span.start]
    if len(names) != 1 or _NAME.search(earlier) or ranged(text, day):
        return None
    return None if names[0].of(text) == "Sun" and re.search(r"\w ?$", earlier) else names[0]


def _meant(document: Document, line: Span, day: TextDate) -> date | None:
    """The day that the text must mean; None when its year is open or a neighbouring year would fit."""
    if day.value is not None:
        return day.value.first if day.value.year >= _FIRST_YEAR and day.value.day else None
    if document.date is None or document.date.value.day is None or not day.possible or day.day is None:
        return None
    if day.year_given or _YEAR.search(line.of(document.reading.text)):
        return None
    spoken = document.date.value.first
    days = [date(year, day.month, day.day) for year in range(spoken.year - 1, spoken.year + 2) if _exists(year, day)]
    if any(found.weekday() == day.weekday for found in days):
        return None
    near = [found for found in days if abs((found - spoken).days) <= _NEAR_DAYS]
    return near[0] if len(near) == 1 else None


def _exists(year: int, day: TextDate) -> bool:
    return day.day is not None and day.day <= calendar.monthrange(year, day.month)[1]


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
        for day in days_in(text, line):
            name = _name_of_day(text, line, day) if day.weekday is not None else None
            meant = _meant(document, line, day) if name is not None else None
            if name is None or meant is None or day.weekday is None or meant.weekday() == day.weekday:
                continue
            fix = Fix(span=name, replacement=_same_style(name.of(text), meant.weekday()), safety=Safety.UNSAFE)
            yield _RULE.found(document, day.span, _message(document, meant, day.weekday), fix)


CHECK = Check(
    code=_RULE.code,
    name="weekday-date",
    severity=_RULE.severity,
    summary="the day of the week does not go with the date",
    explanation=(
        "A date that names both the day of the week and the day of the month can be wrong in either; the calendar "
        "knows that they cannot both be right. Without a year the article's own date decides, and only where no "
        "neighbouring year would fit."
    ),
    failing=(
        "The talks began on [[Monday, November 28 2020]] in Baku.",
        "Offices close on [[Sunday, 1 January 2021]] and open on [[Sunday the 4th of January, 2021]] again.",
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
