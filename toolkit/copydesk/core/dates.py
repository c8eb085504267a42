"""Dates known to the year, the month or the day, and whether one falls into a period."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """An ISO 8601 date of reduced precision: ``2018``, ``2018-05`` or ``2018-05-08``.

    Raises ValueError for a day that no calendar has.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise ValueError("a day without a month")
        # a month or day of 0 is not one left out
        date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; ValueError for anything else."""
        match = _ISO.fullmatch(text)
        if match is None:
            raise ValueError(f"{text!r} is not a date of the form YYYY, YYYY-MM or YYYY-MM-DD")
        year, month, day = match.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """A day of the calendar."""
        return cls(day.year, day.month, day.day)

    @property
    def precision(self) -> str:
        """``year``, ``month`` or ``day``."""
        return "year" if self.month is None else "month" if self.day is None else "day"

    @property
    def first(self) -> date:
        """The earliest day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{value:02d}" for value in (self.month, self.day) if value is not None]
        return "-".join(parts)


class When(StrEnum):
    """How a date stands to a period."""

    INSIDE = "inside"
    BEFORE = "before"
    AFTER = "after"
    #: the precision of the ends, or of the date, does not decide it
    UNSURE = "unsure"
    #: outside the days on which it was seen to hold, and no start or end says more
    STALE = "stale"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """When something held. A missing start or end is unknown or open.

    ``as_of`` is the last day on which it was seen to hold: after it an open period is stale, and so is one up to an end that
    lies later. ``seen`` is the first such day, where no start is known: before it nothing is known. A snapshot is a point,
    ``seen`` and ``as_of`` alike.
    """

    start: PartialDate | None = None
    end: PartialDate | None = None
    as_of: PartialDate | None = None
    seen: PartialDate | None = None

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end.last < self.start.first:
            raise ValueError(f"the end {self.end} lies before the start {self.start}")
        if self.seen is not None and self.as_of is not None and self.as_of.last < self.seen.first:
            raise ValueError(f"last seen on {self.as_of}, before it was first seen on {self.seen}")

    def when(self, day: PartialDate) -> When:
        """Where ``day`` lies, taking both ends at their precision."""
        if self.start is not None and day.last < self.start.first:
            return When.BEFORE
        if self.end is not None and day.first > self.end.last:
            return When.AFTER
        if self._is_unseen(day):
            return When.STALE
        start = self.start or self.seen
        sure_start = start is None or day.first >= start.last
        sure_end = self.end is None or day.last <= self.end.first
        return When.INSIDE if sure_start and sure_end else When.UNSURE

    def _is_unseen(self, day: PartialDate) -> bool:
        """Whether the day lies before the first sighting of an unknown start, or after the last one and before any end."""
        early = self.start is None and self.seen is not None and day.last < self.seen.first
        open_ = self.end is None or (self.as_of is not None and self.as_of.last < self.end.first)
        return early or (open_ and self.as_of is not None and day.first > self.as_of.last)
