"""Days as the text writes them, and what the calendar says of them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from copydesk.core.span import Span
from copydesk.text.dates import TextDate, find_dates

MONTHS = tuple(calendar.month_name)[1:]
WEEKDAYS = tuple(calendar.day_name)

_RANGE_INSIDE = re.compile(r"\d(?:st|nd|rd|th)?\s*[-–]\s*\d{1,2}(?:st|nd|rd|th)?\b(?![-/]?\d)")
_RANGE_BEFORE = re.compile(r"\d(?:st|nd|rd|th)?[ ]?(?:[-–—/&,]|and|or|to|through)[ ]?$")
_RANGE_AFTER = re.compile(r"[ ]?(?:[-–—/&,]|and|or|to|through|until)[ ]?(?:the[ ])?\d{1,2}(?:st|nd|rd|th)?\b(?![ ]?[:%.]\d)")
_YEAR = re.compile(r"\b\d{4}\b")


def days_in(text: str, line: Span) -> Iterator[TextDate]:
    """The dates of a line that name a day of the month; spans are in ``text``."""
    for day in find_dates(line.of(text)):
        if day.day is not None:
            yield replace(day, span=day.span.shifted(line.start))


def ranged(text: str, day: TextDate) -> bool:
    """Whether the date is one end of several days: "28-29 November", "November 28 and 29"."""
    after = None if day.year_given else _RANGE_AFTER.match(text, day.span.end)
    return bool(after or _RANGE_INSIDE.search(day.span.of(text)) or _RANGE_BEFORE.search(text[: day.span.start][-12:]))


def longest(text: str, day: TextDate) -> int:
    """How many days the month has, in the year given or in the longest."""
    year = _YEAR.search(day.span.of(text)) if day.year_given else None
    return calendar.monthrange(int(year[0]) if year else 2000, day.month)[1]


def in_words(day: date) -> str:
    """A day as a message writes it: 28 November 2020."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
