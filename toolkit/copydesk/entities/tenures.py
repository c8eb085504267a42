"""When two statements of office are one tenure, when they contradict each other, and what the next holder says of the last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from copydesk.core.dates import PartialDate, Period
from copydesk.core.entity import Fact, Office, Relation

#: two statements closer than this are one tenure: "since" dates reset on reappointment, and sources lag
JOINS = timedelta(days=45)
#: the same for a tenure whose end nobody gave: who is seen in office again a year later has not left it
GOES_ON = timedelta(days=400)
#: an overlap with another holder of a one-holder office that sources' lag does not explain
CONTRADICTS = timedelta(days=60)
#: a gap before the next holder up to which the tenure is taken to have lasted until then
LASTS = timedelta(days=92)


#: the days of an unknown start and of an open end, with room for sums
_EVER = date(1000, 1, 1), date(3000, 1, 1)


def extent(period: Period) -> tuple[date, date]:
    """The days over which a statement surely speaks: from its start, or first sighting, to its end, or last sighting."""
    start = period.start.last if period.start else period.seen.last if period.seen else _EVER[0]
    last = period.end or period.as_of or period.seen or period.start
    end = last.first if last else _EVER[1]
    return start, max(start, end)


def join(facts: Sequence[Fact], new: Fact) -> list[Fact] | None:
    """The facts of one person in one office with the new one merged into that which it continues; None where it continues none.

    The facts that were there are trusted more: their dates stay, and only what they leave open is filled in.
    """
    start, end = extent(new.period)
    for at, fact in enumerate(facts):
        first, last = extent(fact.period)
        begun = new.period.start is not None and fact.period.start == new.period.start
        lasts = JOINS if fact.period.end else GOES_ON
        if begun or (start <= last + lasts and first - JOINS <= end):
            return [*facts[:at], _filled(fact, new), *facts[at + 1 :]]
    return None


def _filled(fact: Fact, new: Fact) -> Fact:
    old, other = fact.period, new.period
    start = old.start or other.start
    if start is not None and other.start is not None and _sharper(other.start, start):
        start = other.start
    as_of = _latest(old.as_of, other.as_of) if old.end is None else old.as_of
    end = old.end or (other.end if other.end and as_of and other.end.last >= as_of.first else None)
    seen = None if start else _earliest(old.seen, other.seen)
    if start is not None and end is not None and end.last < start.first:
        return fact
    period = Period(start=start, end=end, as_of=as_of, seen=seen)
    return replace(fact, period=period, title=fact.title or new.title, source=joined_source(fact.source, new.source))


def _sharper(other: PartialDate, start: PartialDate) -> bool:
    """Whether a date is the same one, known more exactly."""
    return start.first <= other.first and other.last <= start.last and other != start


def _latest(*dates: PartialDate | None) -> PartialDate | None:
    return max((day for day in dates if day), key=lambda day: (day.last, day.first), default=None)


def _earliest(*dates: PartialDate | None) -> PartialDate | None:
    return min((day for day in dates if day), key=lambda day: (day.first, day.last), default=None)


def joined_source(*sources: str) -> str:
    """Each source once, in order."""
    return "; ".join(dict.fromkeys(part for source in sources for part in source.split("; ") if part))


def contradicts(new: Fact, others: Iterable[Fact], office: Office) -> Fact | None:
    """The more trusted fact that somebody else held a one-holder office over a good part of the new fact's time."""
    if not office.single or new.disputed:
        return None
    start, end = extent(new.period)
    for fact in others:
        if fact.subject == new.subject or fact.disputed:
            continue
        first, last = extent(fact.period)
        if fact.period.end is None and fact.period.as_of is None:
            continue
        point = start == end and first + CONTRADICTS < start < last - CONTRADICTS
        if point or (start < end and min(end, last) - max(start, first) >= min(CONTRADICTS, end - start)):
            return fact
    return None


def closed(facts: Sequence[Fact], offices: Mapping[str, Office]) -> list[Fact]:
    """The facts, with open ends of one-holder offices closed where the next holder's start says that they are over."""
    by_office: dict[tuple[str, str | None], list[int]] = {}
    for at, fact in enumerate(facts):
        if fact.relation is Relation.HOLDS_OFFICE and fact.role and offices[fact.role].single and not fact.disputed:
            by_office.setdefault((fact.role, fact.object), []).append(at)
    made = list(facts)
    for places in by_office.values():
        places.sort(key=lambda at: extent(facts[at].period))
        for at, after in pairwise(places):
            made[at] = _closed(facts[at], facts[after])
    return made


def _closed(fact: Fact, after: Fact) -> Fact:
    period, next_start = fact.period, after.period.start or after.period.seen
    if period.end is not None or period.as_of is None or next_start is None or fact.subject == after.subject:
        return fact
    if next_start.first <= extent(period)[0]:
        return fact
    gap = next_start.first - period.as_of.last
    if gap < timedelta(0):
        return fact  # seen in office after the other began: one of the two is late, and which one is not known
    exact = after.period.start is not None and gap <= LASTS
    end = next_start if exact else PartialDate(next_start.year)
    note = "until the next holder" if exact else "left by the year in which the next holder is known"
    ended = replace(period, end=end, as_of=end if exact else period.as_of)
    return replace(fact, period=ended, note="; ".join(filter(None, (fact.note, note))))
