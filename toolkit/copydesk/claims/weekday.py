"""Days of the week that stand with a date: "on Sunday, 30 September". The calendar judges them, as it does for NUM101."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.claims.weighing import Weigher
from copydesk.core.claim import Claim, Fault, Judgement, Party, Reason
from copydesk.core.dates import PartialDate
from copydesk.core.span import Span
from copydesk.reader.mentions import Scanned
from copydesk.text.days import WEEKDAYS, days_in, in_words
from copydesk.text.weekdays import CLOSE_DAYS, Weekday, weekday_of

#: how often the date and the day of the week are meant for each other
_SURE = 0.97
#: the calendar does not err, but a text may speak of another year than the one nearest to it
_FACT = 0.99
_OPEN = "open year"


def weekday_claims(sentence: Scanned, day: PartialDate | None) -> Iterator[Claim]:
    """The claims of a sentence; where the year is open, one that is not judged."""
    line = Span(0, len(sentence.text))
    for found in days_in(sentence.text, line):
        if weekday := weekday_of(sentence.text, line, found, day, close=CLOSE_DAYS):
            yield _claim(sentence, weekday, found.span)


def _claim(sentence: Scanned, weekday: Weekday, written: Span) -> Claim:
    text, at = sentence.text, sentence.offset
    words = weekday.words.of(text)
    said = words.strip(" \u00a0\n\t,()")
    start = weekday.words.start + words.index(said)
    date = Span(start, start + len(said))
    whole = Span(min(written.start, weekday.name.start), max(written.end, date.end))
    return Claim(
        span=whole.shifted(at), text=whole.of(text), relation="weekday", predicate="falls on",
        subject=Party(text=said, span=date.shifted(at)), extraction=_SURE,
        object=Party(text=weekday.name.of(text), span=weekday.name.shifted(at)),
        qualifier=None if weekday.day is not None else _OPEN,
    )  # fmt: skip


def judge_weekday(weigher: Weigher) -> Judgement:
    """What the calendar says."""
    text = weigher.claim.text
    line = Span(0, len(text))
    for found in days_in(text, line) if weigher.claim.qualifier is None else ():
        weekday = weekday_of(text, line, found, weigher.day, close=CLOSE_DAYS)
        if weekday is None or weekday.day is None:
            continue
        message = f"{in_words(weekday.day)} is a {WEEKDAYS[weekday.day.weekday()]}"
        if weekday.fits:
            return weigher.supported(_FACT, message)
        return weigher.refuted(Reason.VALUE, _FACT, message, Fault.SOURCE)
    return weigher.unknown(Reason.UNDATED, "it is not known which year is meant")
