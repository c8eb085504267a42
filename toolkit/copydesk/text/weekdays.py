"""Whether a date and the day of the week that stands with it go together: the one place where that is reckoned."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from copydesk.core.dates import PartialDate
from copydesk.core.span import Span
from copydesk.text.dates import TextDate
from copydesk.text.days import ranged

_NAME = re.compile(r"\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d(?:s|\b)")
#: the Gregorian calendar came to Russia in 1918, to Greece in 1923
_FIRST_YEAR = 1924
#: a date without a year is taken for a day this near to the article's
_NEAR_DAYS = 100
#: a date this near to the article's is of the article's year, where no word speaks of another
CLOSE_DAYS = 10
_OTHER_YEAR = re.compile(
    r"\b(?:last|next|previous|following|that|same) year\b|\byears? (?:ago|earlier|later|before)\b", re.IGNORECASE
)
_WEEKEND = re.compile(r"\b(?P<name>weekend)(?:,?[ \u00a0](?:of|on)|,)?[ \u00a0](?:the[ \u00a0])?\Z", re.IGNORECASE)
_SECOND = re.compile(r"\d(?:st|nd|rd|th)?(?:[ \u00a0]and[ \u00a0]|[ \u00a0]?[-–][ \u00a0]?)(?:the[ \u00a0])?(?P<day>\d{1,2})\b")
_SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday:
    """A date that names its weekday, or a weekend its two days: the words, and which day is meant."""

    #: the word for the weekday, and those for the date
    name: Span
    words: Span
    #: the weekday that the text says; that of the first day of a weekend
    said: int
    #: the day that is meant; None where several could be
    day: date | None

    @property
    def fits(self) -> bool | None:
        """Whether the day falls on that weekday; None where it is not known which day is meant."""
        return None if self.day is None else self.day.weekday() == self.said


def weekday_of(text: str, line: Span, day: TextDate, spoken: PartialDate | None, *, close: int = 0) -> Weekday | None:
    """The weekday that stands with a date of a line; None where there is none, or it is another date's. Spans are in ``text``.

    ``spoken`` is the day of the article, or its month: without a year the day nearest to it is meant, and it is only wrong
    where no neighbouring year would fit. A weekday that is one off fits one of them, so that such errors are seen only within
    ``close`` days of the article, where another year is not thought of.
    """
    if (name := _name_of_day(text, line, day) if day.weekday is not None else None) and day.weekday is not None:
        said, words = day.weekday, _without(day.span, name)
    elif (weekend := _weekend(text, line, day)) is not None:
        (name, words), said = weekend, _SATURDAY
    else:
        return None
    meant, others = _meant(text, line, day, spoken, close)
    wrong = meant is not None and meant.weekday() != said
    if wrong and any(other.weekday() == said for other in others):
        meant = None
    return Weekday(name=name, words=words, said=said, day=meant)


def _without(whole: Span, name: Span) -> Span:
    """The date without the weekday before or behind it."""
    return Span(name.end, whole.end) if name.start == whole.start else Span(whole.start, name.start)


def _weekend(text: str, line: Span, day: TextDate) -> tuple[Span, Span] | None:
    """The word and the two days of "this weekend, August 5 and 6"."""
    name = _WEEKEND.search(text, max(line.start, day.span.start - 25), day.span.start)
    inside = _SECOND.search(text, day.span.start, day.span.end)
    second = inside or _SECOND.match(text, max(day.span.end - 1, day.span.start), line.end)
    if name is None or second is None or day.day is None or int(second["day"]) != day.day + 1:
        return None
    return Span(*name.span("name")), Span(day.span.start, max(day.span.end, second.end()))


def _name_of_day(text: str, line: Span, day: TextDate) -> Span | None:
    """Where the date names its weekday; None where the name may belong to something else.

    "Saturday and Sunday, November 28 and 29" names two days at once, and there are newspapers called Sun.
    """
    names = [Span(*match.span()) for match in _NAME.finditer(text, day.span.start, day.span.end)]
    earlier = text[max(line.start, day.span.start - 25) : day.span.start]
    if len(names) != 1 or _NAME.search(earlier) or ranged(text, day):
        return None
    return None if names[0].of(text) == "Sun" and re.search(r"\w ?$", earlier) else names[0]


def _meant(text: str, line: Span, day: TextDate, spoken: PartialDate | None, close: int) -> tuple[date | None, list[date]]:
    """The day that the text must mean, None when its year is open, and the days of other years that it may mean too."""
    if day.value is not None:
        return day.value.first if day.value.year >= _FIRST_YEAR and day.value.day else None, []
    if spoken is None or spoken.month is None or not day.possible or day.day is None:
        return None, []
    if day.year_given or _YEAR.search(line.of(text)):
        return None, []
    days = [date(year, day.month, day.day) for year in range(spoken.year - 1, spoken.year + 2) if _exists(year, day)]
    near = [found for found in days if _distance(found, spoken) <= _NEAR_DAYS]
    if len(near) != 1:
        return None, days
    sure = _distance(near[0], spoken) <= close and not _OTHER_YEAR.search(line.of(text))
    return near[0], [] if sure else days


def _distance(day: date, spoken: PartialDate) -> int:
    """The most days that can lie between the two."""
    return max(abs((day - edge).days) for edge in (spoken.first, spoken.last))


def _exists(year: int, day: TextDate) -> bool:
    return day.day is not None and day.day <= calendar.monthrange(year, day.month)[1]
