"""Days that rows cover: the window around a date, and whether rows hold on all of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import combinations

from copydesk.core.dates import PartialDate, Period, When
from copydesk.core.entity import Fact

#: days around a change of holder within which nobody is refuted: appointments, oaths and news overlap
GRACE = 60
#: days that may lie between two holders
_GAP = 7
_POSSIBLE = (When.INSIDE, When.UNSURE, When.STALE)


def moved(day: date, by: int) -> date:
    """So many days later, within the calendar."""
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return date.min if by < 0 else date.max


def window(day: PartialDate) -> tuple[PartialDate, PartialDate]:
    """The first and last day around a date."""
    return PartialDate.of(moved(day.first, -GRACE)), PartialDate.of(moved(day.last, GRACE))


def all_around(fact: Fact, day: PartialDate, *when: When) -> bool:
    """Whether a row stands so to both ends of the window around a date."""
    return all(fact.period.when(edge) in when for edge in window(day))


def may_be_near(fact: Fact, day: PartialDate) -> bool:
    """Whether a row may hold on some day around the date."""
    first, last = window(day)
    start, end = fact.period.start, fact.period.end
    within = start is not None and end is not None and first.first <= start.first and end.last <= last.last
    return within or any(fact.period.when(edge) in _POSSIBLE for edge in (first, last))


def cover(facts: Iterable[Fact], day: PartialDate) -> bool:
    """Whether somebody is known to hold the office on every day of the window, but for a few between two holders."""
    first, last = (edge.first for edge in window(day))
    ends = [(_begin(fact.period), _end(fact.period)) for fact in facts]
    spans = sorted((begin.first, end.last) for begin, end in ends if begin and end)
    # the outer ends must be sure; where a row ends and the next begins, they tell each other's day
    sure = [(begin.last, end.first) for begin, end in ends if begin and end]
    if not sure or min(begin for begin, _ in sure) > moved(first, _GAP):
        return False
    at = spans[0][1]
    for begin, end in spans:
        if begin > moved(max(at, first), _GAP):
            return False
        at = max(at, end)
    return max(end for _, end in sure) >= moved(last, -_GAP)


def _begin(period: Period) -> PartialDate | None:
    return period.start or period.seen


def _end(period: Period) -> PartialDate | None:
    """The last day known: that of an end to come is the day it was told."""
    early = period.as_of is not None and (period.end is None or period.as_of.last < period.end.first)
    return period.as_of if early else period.end


def at_once(facts: Sequence[Fact]) -> bool:
    """Whether two surely hold it at the same time for longer than a change takes: then it is no office of one."""
    spans = [
        (begin.last, end.first, fact.subject)
        for fact in facts
        if (begin := _begin(fact.period)) is not None and (end := _end(fact.period)) is not None
    ]
    return any(
        one[2] != other[2] and min(one[1], other[1]) > moved(max(one[0], other[0]), GRACE)
        for one, other in combinations(spans, 2)
    )
