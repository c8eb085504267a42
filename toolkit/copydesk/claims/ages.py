"""How old somebody is: "X, 65,", "65-year-old X", "X, born in 1955"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from copydesk.claims.near import start_of_reach
from copydesk.claims.times import other_time
from copydesk.claims.weighing import Weigher
from copydesk.claims.wording import STOPS
from copydesk.core.claim import Claim, Fault, Judgement, Party, Reason
from copydesk.core.dates import PartialDate
from copydesk.core.entity import Kind
from copydesk.core.mention import Link
from copydesk.core.span import Span
from copydesk.reader.mentions import Scanned

_AGE = r"(?P<value>1[0-9]|[2-9]\d|10\d)"
_YEAR = r"(?P<value>1[89]\d\d|20[0-2]\d)"
#: behind the name
_BEHIND = (
    (re.compile(rf",[ \u00a0](?:who[ \u00a0]is[ \u00a0])?(?:aged?[ \u00a0])?{_AGE}(?=[,.;)]|$)(?!,\d|\.\d)"), "aged"),
    (re.compile(rf"[ \u00a0]\((?:aged?[ \u00a0])?{_AGE}\)"), "aged"),
    (re.compile(rf",?[ \u00a0](?:is[ \u00a0])?aged[ \u00a0]{_AGE}\b(?![-–.,]\d)"), "aged"),
    (re.compile(rf",?[ \u00a0](?:is[ \u00a0])?{_AGE}[ \u00a0-]years?[ \u00a0-]old\b"), "aged"),
    (re.compile(rf",[ \u00a0]a[ \u00a0]{_AGE}-year-old\b"), "aged"),
    (
        re.compile(rf"(?:,|[ \u00a0]\(|[ \u00a0]was)[ \u00a0]?born[ \u00a0](?:[io]n[ \u00a0](?:[\w ]+[ \u00a0])?)?{_YEAR}\b"),
        "born in",
    ),
)
#: before the name, with at most two words between: 65-year-old German politician X
_BEFORE = re.compile(rf"\b{_AGE}-year-old[ \u00a0](?:[\w-]+[ \u00a0]){{0,3}}$")
_SURE = 0.96
#: a birth day of the list is the right one, and so is a number of the text that agrees with it
_FACT = 0.98
#: years by which ages differ without anybody being wrong: other ways to count, dates of birth that sources differ about
_SLACK = 1


def age_claims(sentence: Scanned, links: list[Link]) -> Iterator[Claim]:
    """The claims of a sentence about the persons in it."""
    for link in links:
        if link.mention.kind not in (None, Kind.PERSON) or (link.entity is not None and link.entity.kind is not Kind.PERSON):
            continue
        name = link.mention.span.shifted(-sentence.offset)
        for pattern, predicate in _BEHIND:
            if match := pattern.match(sentence.text, name.end):
                yield _claim(sentence, link, Span(*match.span("value")), Span(name.start, match.end()), predicate)
                break
        else:
            match = _BEFORE.search(sentence.text, start_of_reach(name.start), name.start)
            if match and _is_name(link) and not STOPS & set(match.group().lower().split()):
                yield _claim(sentence, link, Span(*match.span("value")), Span(match.start(), name.end), "aged")


def _is_name(link: Link) -> bool:
    """Whether somebody is named, not what somebody is: a 28-year-old Muscovite."""
    return link.entity is not None or len(link.mention.text.split()) > 1


def _claim(sentence: Scanned, link: Link, value: Span, span: Span, predicate: str) -> Claim:
    time = None if predicate == "born in" else other_time(sentence.text, span)
    return Claim(
        span=span.shifted(sentence.offset), text=span.of(sentence.text), relation="age", predicate=predicate, qualifier=time,
        subject=Party(text=link.mention.text, span=link.mention.span, entity=link.entity),
        object=Party(text=value.of(sentence.text), span=value.shifted(sentence.offset)), extraction=_SURE,
    )  # fmt: skip


def judge_age(weigher: Weigher) -> Judgement:
    """By the date of birth, where the list has one, at the article's date."""
    claim = weigher.claim
    person, said = claim.subject.entity, int(claim.object.text)
    if person is None:
        return weigher.unlinked()
    if person.born is None:
        return weigher.unknown(Reason.NO_RECORD, f"the list does not say when {person.name} was born")
    if claim.predicate == "born in":
        return _compared(weigher, said, (person.born.year, person.born.year), f"{person.name} was born in {person.born.year}")
    if weigher.day is None:
        return weigher.unknown(Reason.UNDATED, "the article has no date")
    if claim.qualifier is not None:
        return weigher.unknown(Reason.NO_RECORD, f"“{claim.qualifier}” speaks of another time")
    least, most = ages(person.born, weigher.day)
    years = str(least) if least == most else f"{least} or {most}" if most - least == 1 else f"{least} to {most}"
    return _compared(weigher, said, (least, most), f"born on {person.born}, {person.name} is {years} on {weigher.day}")


def ages(born: PartialDate, day: PartialDate) -> tuple[int, int]:
    """The least and the greatest age that somebody born then can have on that day."""

    def full_years(first: date, last: date) -> int:
        return last.year - first.year - ((last.month, last.day) < (first.month, first.day))

    return full_years(born.last, day.first), full_years(born.first, day.last)


def _compared(weigher: Weigher, said: int, right: tuple[int, int], message: str) -> Judgement:
    if right[0] <= said <= right[1]:
        return weigher.supported(_FACT, message)
    if right[0] - _SLACK <= said <= right[1] + _SLACK or not weigher.sure:
        return weigher.unknown(Reason.NO_RECORD, f"{message}; that does not decide it")
    return weigher.refuted(Reason.VALUE, _FACT, message, Fault.SOURCE)
