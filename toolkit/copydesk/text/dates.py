"""Dates written in English text, with their weekday where one stands beside them."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from functools import cache

from copydesk.core.dates import PartialDate
from copydesk.core.span import Span

_MONTHS = {name.lower()[:3]: number for number, name in enumerate(calendar.month_name) if name}
_DAYS = {name.lower()[:3]: number for number, name in enumerate(calendar.day_name)}

_MONTH = (
    r"(?:(?i:January|February|March|April|June|July|August|September|October|November|December)|May|MAY"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\b\.?)"
)
_WEEKDAY = r"(?:(?i:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)"
_BEFORE = rf"(?P<before>{_WEEKDAY})\s*(?:,\s*|\(\s*|\s)(?:the\s+)?"
_AFTER = rf"(?:\s*\(\s*(?P<in_brackets>{_WEEKDAY})\s*\)|\s*,\s*(?P<after_comma>{_WEEKDAY})(?=\s*(?:[,.;:)]|$)))"
_DAY = r"(?P<day>[0-3]?\d)(?!\d)(?:\s?(?i:st|nd|rd|th)\b)?(?:\s*[-–]\s*\d{1,2}(?:st|nd|rd|th)?\b)?"
_YEAR = r"(?P<year>1[5-9]\d\d|2[01]\d\d)(?![\w]|[.,]\d)"
_NO_MORE = r"(?![\d%]|[.,:/]\d)"

_FORMS = (
    # November 28, 2020; Nov. 28
    rf"(?:{_BEFORE})?\b(?P<month>{_MONTH})\s*\b{_DAY}(?:\s*,?\s*\b{_YEAR}|{_NO_MORE})(?:{_AFTER})?",
    # 28 November 2020; 6th of October
    rf"(?:{_BEFORE})?(?<![\w.,:/-]){_DAY}(?:\s+of)?[\s-]\s*(?P<month>{_MONTH})(?:(?:\s*,?\s*|-)\b{_YEAR}|(?![\w-]))(?:{_AFTER})?",
    # November 2020
    rf"\b(?P<month>{_MONTH})(?:\s*,\s*|\s+of\s+|\s+){_YEAR}",
    # 2020-11-28; 2020/11/28
    rf"(?:{_BEFORE})?(?<![\w.,:/-])(?P<year>[12]\d{{3}})(?P<sep>[-/])(?P<month>\d\d)(?P=sep)(?P<day>\d\d)(?![\d/-])(?:{_AFTER})?",
    # 28/11/2020; 11/28/2020
    rf"(?:{_BEFORE})?(?<![\w.,:/-])(?P<first>\d{{1,2}})(?P<sep>[-/.])(?P<second>\d{{1,2}})(?P=sep)(?P<year>[12]\d{{3}})(?![\w/-])(?:{_AFTER})?",
)
_DIGIT = re.compile(r"\d")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form) for form in _FORMS)


@dataclass(frozen=True, slots=True)
class TextDate:
    """A date as the text writes it.

    ``value`` is None where the year is missing or no calendar has the day; ``possible`` tells the two apart. ``weekday``
    counts from Monday, 0, and is what the text says, right or wrong. ``day`` is None for ``November 2020``.
    """

    span: Span
    value: PartialDate | None
    weekday: int | None
    year_given: bool
    month: int
    day: int | None

    @property
    def possible(self) -> bool:
        """Whether some year has this day: February 30 is in none."""
        if self.year_given:
            return self.value is not None
        return self.day is None or 1 <= self.day <= calendar.monthrange(2000, self.month)[1]


def find_dates(text: str) -> tuple[TextDate, ...]:
    """Every date in ``text`` that has a month, in order; 10/06/2020 is left out, for it may be June or October."""
    if not _DIGIT.search(text):
        return ()
    found: list[TextDate] = []
    for pattern in _patterns():
        # earlier forms say more, so a later one must not take a part of what they found
        taken = iter(found)
        before = next(taken, None)
        fresh = []
        for match in pattern.finditer(text):
            date = _date_of(match)
            while before is not None and before.span.end <= match.start():
                before = next(taken, None)
            if date is not None and (before is None or before.span.start >= match.end()):
                fresh.append(date)
        found = sorted([*found, *fresh], key=lambda date: date.span)
    return tuple(found)


def _date_of(match: re.Match[str]) -> TextDate | None:
    parts = match.groupdict()
    month_and_day = _numeric(parts) if parts.get("first") else _named(parts)
    if month_and_day is None:
        return None
    month, day = month_and_day
    year = int(parts["year"]) if parts.get("year") else None
    weekday = next((parts[name] for name in ("before", "in_brackets", "after_comma") if parts.get(name)), None)
    start, end = match.span()
    if match[0].count("(") > match[0].count(")") and match.string.startswith(")", end):
        end += 1
    return TextDate(
        span=Span(start, end),
        value=_value(year, month, day),
        weekday=None if weekday is None else _DAYS[weekday[:3].lower()],
        year_given=year is not None,
        month=month,
        day=day,
    )


def _named(parts: dict[str, str | None]) -> tuple[int, int | None] | None:
    written, day = parts["month"] or "", parts.get("day")
    month = int(written) if written.isdigit() else _MONTHS[written[:3].lower()]
    return (month, None if day is None else int(day)) if 1 <= month <= 12 else None


def _numeric(parts: dict[str, str | None]) -> tuple[int, int] | None:
    first, second = int(parts["first"] or 0), int(parts["second"] or 0)
    if first > 12 >= second >= 1:
        return second, first
    if 1 <= first <= 12 and (second > 12 or first == second):
        return first, second
    return None


def _value(year: int | None, month: int, day: int | None) -> PartialDate | None:
    if year is None:
        return None
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None
