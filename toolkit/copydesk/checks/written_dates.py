"""Days as English writes them: ``November 28 2020``, ``28th of November``, ``Nov. 28``."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from copydesk.core.span import Span

MONTHS = ("January February March April May June July August September October November December").split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

_SHORT = {month[:3]: number for number, month in enumerate(MONTHS, 1)}


def _both_cases(names: list[str]) -> str:
    return "|".join(f"{name}|{name.upper()}" for name in names)


_MONTH = rf"(?:(?P<full>{_both_cases(MONTHS)})|(?P<short>Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_DAY = r"(?P<day>\d{1,2})(?P<ordinal>st|nd|rd|th)?"
_YEAR = r"(?:[ \u00a0]?,?[ \u00a0](?:of[ ])?(?P<year>(?:1[5-9]|20)\d\d)(?![\d,.:]*\d|[ ]?[-–—]?[ ]?(?:people|%|percent|yuan|dollars)))?"
#: more digits, a share or a clock time make the number something else than a day
_NO_MORE = r"(?![\d%°]|[.,:/]\d|[ ]?(?:percent|per cent|a\.m|p\.m|am\b|pm\b))"
_FORMS = (
    re.compile(rf"\b{_MONTH}[ \u00a0]?(?:the[ ])?{_DAY}\b{_NO_MORE}{_YEAR}"),
    re.compile(rf"(?<![\d.,:$€£/-])\b{_DAY}(?:[ ]of|[ ]day[ ]of)?[ \u00a0]{_MONTH}(?![\w'’]){_YEAR}"),
)
_RANGE_BEFORE = re.compile(r"\d(?:st|nd|rd|th)?[ ]?(?:[-–—/&,]|and|or|to|through)[ ]?$")
_RANGE_AFTER = re.compile(r"[ ]?(?:[-–—/&]|and|or|to|through|until|,)[ ]?(?:the[ ])?\d{1,2}(?:st|nd|rd|th)?\b(?![ ]?[:%.]\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDate:
    """A day as written; it need not exist. ``ranged`` says that it is one end of several days."""

    span: Span
    day: int
    month: int
    year: int | None
    ordinal: bool
    ranged: bool
    month_first: bool

    @property
    def longest(self) -> int:
        """How many days the month has, with 29 for a February of unknown year."""
        return calendar.monthrange(2000 if self.year is None else self.year, self.month)[1]

    @property
    def exists(self) -> bool:
        """Whether some calendar year, or the year given, has the day."""
        return 1 <= self.day <= self.longest

    def on(self, year: int) -> date | None:
        """The day in that year, None where the year lacks it."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def written_dates(text: str, line: Span) -> Iterator[WrittenDate]:
    """The days written out inside a line."""
    taken = -1
    for match, month_first in sorted(_matches(text, line), key=lambda pair: pair[0].start()):
        if match.start() < taken:
            continue
        taken = match.end()
        yield _date(text, match, month_first)


def _matches(text: str, line: Span) -> Iterator[tuple[re.Match[str], bool]]:
    for form, month_first in zip(_FORMS, (True, False), strict=True):
        for match in form.finditer(text, line.start, line.end):
            yield match, month_first


def _date(text: str, match: re.Match[str], month_first: bool) -> WrittenDate:
    name = (match["full"] or match["short"]).title()[:3]
    end_of_day = match.end("ordinal") if match["ordinal"] else match.end("day")
    before = text[max(0, match.start() - 12) : match.start()]
    after = text[end_of_day if month_first else match.end("full" if match["full"] else "short") :][:16]
    ranged = bool(_RANGE_BEFORE.search(before)) or (match["year"] is None and bool(_RANGE_AFTER.match(after)))
    return WrittenDate(
        span=Span(match.start(), match.end()),
        day=int(match["day"]),
        month=_SHORT[name],
        year=int(match["year"]) if match["year"] else None,
        ordinal=match["ordinal"] is not None,
        ranged=ranged,
        month_first=month_first,
    )
