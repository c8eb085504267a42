"""Dates as published data sets write them, and the period in which an office is known to have been held."""

from __future__ import annotations

import re
from collections.abc import Iterable

from copydesk.core.dates import PartialDate, Period

#: years after which an office without an end is no longer taken to be held still: nobody may have written down the end
OPEN_YEARS = 12
_STAMP = re.compile(r"\+?0*(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?", re.ASCII)
#: precision of a Wikidata time value that is a year, a month, a day
_YEAR, _MONTH, _DAY = 9, 10, 11


def stamped(text: str) -> PartialDate:
    """``2018``, ``2018-05``, ``2018-05-08`` or a time stamp that begins so, at the precision written. ValueError for others."""
    match = _STAMP.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text[:40]!r} is not a date")
    return PartialDate.parse("-".join(part for part in match.groups() if part))


def timed(text: str, precision: int) -> PartialDate | None:
    """A Wikidata time value: ``+2018-05-08T00:00:00Z`` with its precision. None for one coarser than a year.

    ValueError for a day that no calendar has, and for years before 1 or after 9999.
    """
    if precision < _YEAR:
        return None
    match = _STAMP.fullmatch(text)
    if match is None or match[3] is None:
        raise ValueError(f"{text[:40]!r} is not a date")
    year, month, day = map(int, match.groups())
    if precision == _YEAR:
        return PartialDate(year)
    return PartialDate(year, month) if precision == _MONTH else PartialDate(year, month, day)


def agreed(dates: Iterable[PartialDate]) -> PartialDate | None:
    """What several statements of one date agree on: the finest of those that fit together, else their common year or month."""
    found = set(dates)
    if len(found) < 2:
        return next(iter(found), None)
    texts = sorted(map(str, found), key=len)
    if all(texts[-1].startswith(text) for text in texts):
        return PartialDate.parse(texts[-1])
    for length in (7, 4):
        if len(heads := {text[:length] for text in texts}) == 1 and len(next(iter(heads))) == length:
            return PartialDate.parse(heads.pop())
    return None


def tenure(
    start: PartialDate | None, end: PartialDate | None, *, over: bool | None, as_of: PartialDate | None = None
) -> Period | None:
    """When an office was held for sure. None where no day is known. ValueError where the end lies before the start.

    ``over``: whether it ended; None where nobody says, which is taken for holding it still up to `OPEN_YEARS` after the start.
    ``as_of``: when it was seen not to have ended. Without any such day it is known to be held at its start only.
    """
    if end is not None:
        return Period(start=start, end=end, seen=end if start is None else None)
    if over or as_of is None or (start is not None and as_of.last < start.first):
        return None if start is None else Period(start=start, as_of=start)
    if start is None:
        return None if over is None else Period(as_of=as_of, seen=as_of)
    if over is None and as_of.year - start.year > OPEN_YEARS:
        return Period(start=start, as_of=start)
    return Period(start=start, as_of=as_of)
