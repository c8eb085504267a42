"""Lines that say when and by whom, and nothing else."""

from __future__ import annotations

import re

from copydesk.text.dates import find_dates

_NAME = r"[^\W\d_a-zß-ÿ][\w’'.-]*"
_SMALL = r"(?:and|de|van|von|al|der|in|of|for)\b"
_BYLINE = re.compile(
    r"(?:By|BY|Written by|Reported by|Reporting by|Edited by|Author:|Posted by|Published by|Text:)\s+"
    rf"{_NAME}(?:(?:\s*[,/|&]\s*|\s+[-–]\s+|\s+)(?:{_NAME}|{_SMALL})){{0,8}}"
)
_SAID = re.compile(
    r"\b(?:first|last|originally)?\s*(?:published|updated|posted|modified|created|issued|date|time|on|at|by|edited|news"
    r"|gmt|utc|est|edt|cet|cest|msk|bst|ist|pst|pdt|am|pm|a\.m\.|p\.m\.|hrs?|local|world|edition|today)\b\.?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}(?::\d{2})?\b|(?<!\w)(?:[+-]\d{2}:?\d{2}|\d{1,2}(?= ?[ap]\.?m))|T\d{2}:\d{2}\S*")
_LETTER = re.compile(r"\w")


def is_dateline(line: str) -> bool:
    """Whether the line is a date, with or without "Published", a clock time, a time zone and a byline."""
    if len(line) > 120:
        return False
    dates = [date for date in find_dates(line) if date.day is not None or date.year_given]
    if not dates:
        return False
    rest = line
    for date in reversed(dates):
        rest = rest[: date.span.start] + " " + rest[date.span.end :]
    if is_byline(rest.strip(" |,;•·–—-")):
        return True
    return _LETTER.search(_SAID.sub(" ", _CLOCK.sub(" ", rest))) is None


def is_byline(line: str) -> bool:
    """Whether the line only names its author: "By Jane Smith, Reuters"."""
    return len(line) <= 120 and _BYLINE.fullmatch(line) is not None
