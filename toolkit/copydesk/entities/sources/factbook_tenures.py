"""Sightings of office holders in editions of the Factbook, made into tenures: who held an office, since when, seen until when.

A ``since`` resets when a holder is appointed anew, editions lag behind the news, and misprints are common. So sightings that
follow each other are one tenure, the next holder's first day ends what is believed of the last one, and what two holders of one
post cannot both have is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from copydesk.core.dates import PartialDate, Period
from copydesk.entities.schema import Place
from copydesk.entities.sources.factbook_posts import Post

#: sightings not further apart are one tenure, where nobody else was seen between: editions are a year apart
FOLLOWS = timedelta(days=400)
#: an edition names the last holder for so long after the next one came
LAG = timedelta(days=60)
#: no edition lags so far behind: where it seems so, a date is misprinted
MISPRINT = timedelta(days=150)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One row: a holder of a post, first and last seen in the editions of these days."""

    post: Post
    since: PartialDate | None
    first: PartialDate
    last: PartialDate
    at: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """Sightings of one person in one post that join up. ``person`` is the index of the person."""

    person: int
    post: Post
    start: PartialDate | None
    first: PartialDate
    last: PartialDate
    at: Place

    @property
    def begun(self) -> date:
        """The first day it is known to hold."""
        return (self.start or self.first).first

    @property
    def period(self) -> Period:
        """The dates of a fact. A holder named before the day of office was seen on that day at the earliest."""
        last = self.start if self.start is not None and self.start.first > self.last.last else self.last
        return Period(start=self.start, seen=None if self.start else min(self.first, last, key=_day), as_of=last)


def _day(day: PartialDate) -> date:
    return day.last


def follows(sighting: Sighting, last: PartialDate, since: frozenset[PartialDate] | set[PartialDate]) -> bool:
    """Whether a sighting goes on with a tenure seen until ``last`` that was dated from ``since``."""
    if sighting.since in since or sighting.first.first - last.last <= FOLLOWS:
        return True
    return sighting.since is not None and sighting.since.first <= last.last + LAG


def tenures(person: int, sightings: Sequence[Sighting], rivals: Sequence[tuple[int, Sighting]]) -> Iterator[Tenure]:
    """The tenures of one person in one post. ``rivals`` are all sightings of the post, with their persons."""
    group: list[Sighting] = []
    for sighting in sorted(sightings, key=lambda item: (item.first.last, item.last.last, str(item.since))):
        if group and not _goes_on(person, group, sighting, rivals):
            yield _tenure(person, group)
            group = []
        group.append(sighting)
    if group:
        yield _tenure(person, group)


def _goes_on(person: int, group: Sequence[Sighting], new: Sighting, rivals: Sequence[tuple[int, Sighting]]) -> bool:
    last = max((item.last for item in group), key=_day)
    if group[0].post.acting != new.post.acting or not follows(new, last, {item.since for item in group if item.since}):
        return False
    if not new.post.single or new.since is None or new.since.first <= last.first - LAG:
        return True
    began = min((item.since or item.first).first for item in group)
    after = max(began, last.first - LAG)
    between = (other.since for who, other in rivals if who != person)
    return not any(day is not None and after < day.last and day.first < new.since.first for day in between)


def _tenure(person: int, group: Sequence[Sighting]) -> Tenure:
    first = min((item.first for item in group), key=_day)
    dated = [item.since for item in group if item.since and item.since.first <= first.last]
    dated = dated or [item.since for item in group if item.since]
    sharp = [day for day in dated if not any(day != other and day.first <= other.first <= day.last for other in dated)]
    newest = max(group, key=lambda item: _day(item.last))
    return Tenure(
        person=person, post=newest.post, start=min(sharp, key=lambda day: (day.first, day.last), default=None), first=first,
        last=max((item.last for item in group), key=_day), at=group[0].at,
    )  # fmt: skip


def settled(post: Sequence[Tenure]) -> tuple[list[Tenure], list[Tenure]]:
    """The tenures of one post as far as they can stand beside each other, and those that cannot."""
    if not post[0].post.single:
        return list(post), []
    ordered = sorted(post, key=lambda item: (item.first.last, item.begun))
    kept = [item for item in ordered if not any(_within(item, other) for other in ordered)]
    dated = [_dated(item, kept[:at]) for at, item in enumerate(kept)]
    trimmed = [_until_next(item, kept) for item in dated]
    stand = [item for item in trimmed if not any(_against(item, other) for other in trimmed)]
    return stand, [item for item in ordered if not any(item.at == other.at for other in stand)]


def _within(item: Tenure, other: Tenure) -> bool:
    """Whether another person was seen in the post before and after: a slip of an edition."""
    return item.person != other.person and other.first.last < item.first.first and item.last.last < other.last.first


def _dated(item: Tenure, before: Sequence[Tenure]) -> Tenure:
    """Without a start at which somebody else came later or was still seen long after: one of the dates is a misprint."""
    early = [other for other in before if other.person != item.person]
    if item.start is None or item.start.first > item.first.last:
        return item
    if any(item.start.last + LAG < other.begun or item.start.last + MISPRINT < other.last.first for other in early):
        seen = max((item.first, *(other.last for other in early)), key=_day)
        return replace(item, start=None, first=min(seen, item.last, key=_day))
    return item


def _until_next(item: Tenure, every: Sequence[Tenure]) -> Tenure:
    """Seen no longer than until the next holder began. ``every`` has the starts as they are printed."""
    starts = [other.start or other.first for other in every if other.person != item.person and other.begun > item.begun]
    following = min(starts, key=lambda day: (day.first, day.last), default=None)
    if following is None or item.last.last <= following.last:
        return item
    return replace(item, last=following, first=min(item.first, following, key=_day))


def _against(item: Tenure, other: Tenure) -> bool:
    if item.person == other.person:
        return False
    together = min(item.last.first, other.last.first) - max(item.begun, other.begun)
    return together > LAG
