"""The day an article speaks from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copydesk.core.dates import PartialDate
from copydesk.core.document import ArticleDate, Part, PartKind
from copydesk.core.span import Span
from copydesk.text.dates import TextDate, find_dates

#: a date is looked for in so many lines from the top
TOP_LINES = 10

_ISO = re.compile(r"\s*(\d{4}-\d{2}(?:-\d{2})?)(?!\d)")
#: "BAKU, Oct 6, 2020 (Reuters) -": the place in capitals, the date, then at the latest after an agency a dash
_AGENCY_PLACE = re.compile(r"[A-Z][A-Z.’'\- /]*[A-Z](?:, [A-Z][A-Za-z. ]+)?,?\s+\(?$")
_AGENCY_DASH = re.compile(r"\)?,?\s*(?:\([^)\n]{1,40}\)|/[^/\n]{1,40}/\.?|[A-Z]{2,12})?\s*[-–—:]")


def article_date(text: str, parts: Sequence[Part], *, option: PartialDate | None, declared: str | None) -> ArticleDate | None:
    """The date given, else what the markup declares, else what stands at the top; never one without a year."""
    if option is not None:
        return ArticleDate(value=option, origin="option")
    value = _declared(declared) if declared else None
    if value is not None:
        return ArticleDate(value=value, origin="meta")
    for part in parts[:TOP_LINES]:
        date = _of_part(text, part)
        if date is not None and date.value is not None:
            return ArticleDate(value=date.value, origin="text", span=date.span)
    return None


def _declared(written: str) -> PartialDate | None:
    iso = _ISO.match(written)
    try:
        if iso:
            return PartialDate.parse(iso[1])
    except ValueError:
        return None
    return next((date.value for date in find_dates(written) if date.value is not None), None)


def _of_part(text: str, part: Part) -> TextDate | None:
    if part.kind not in (PartKind.DATELINE, PartKind.BODY):
        return None
    line = part.span.of(text)[:200]
    for date in find_dates(line):
        if date.value is None or (part.kind is PartKind.BODY and not _agency(line, date.span)):
            continue
        return TextDate(date.span.shifted(part.span.start), date.value, date.weekday, True, date.month, date.day)
    return None


def _agency(line: str, span: Span) -> bool:
    return bool(_AGENCY_PLACE.match(line[: span.start]) and _AGENCY_DASH.match(line, span.end))
