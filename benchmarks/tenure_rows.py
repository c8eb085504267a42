"""Who held which office, as the public data sets under ``entities/eps_world`` say it: one row a person and office."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from copydesk import PartialDate
from national import FOREIGN_MINISTER, HEAD_OF_GOVERNMENT, HEAD_OF_STATE, MONARCH, PRESIDENT, SUPREME, VICEROY, Post

BODY = "international body"
#: letters of a date that is only a year
_YEAR = 4
#: days after a start on which a tenure is asked, so that neighbours may differ by some days
_SETTLED = timedelta(days=30)
#: the last day that the files speak of: their latest starts, and changes of government that they do not have yet
_COUNTRIES_SEEN = PartialDate(2022, 10, 5)
_MINISTERS_SEEN = PartialDate(2022, 12, 10)
_BODIES_SEEN = PartialDate(2021, 12, 31)
_POSTS: tuple[tuple[re.Pattern[str], Post], ...] = tuple(
    (re.compile(rf"(?!.*\b(coalition|commission|republika)\b){pattern}", re.I), post)
    for pattern, post in (
        (r"(prime minister|premier|(federal )?chancellor|taoiseach|minister of state of monaco)\b", HEAD_OF_GOVERNMENT),
        (r"(president|chair\w*) of the (government|executive yuan|c\w+ of ministers)\b", HEAD_OF_GOVERNMENT),
        (r"governor[- ]general\b", VICEROY),
        (r"(monarch|king|emperor|sultan|emir|prince|grand duke|druk gyalpo|yang di-pertuan|ngwenyama|pope)", MONARCH),
        (r"supreme leader\b", SUPREME),
        (r"president of (?!.*\b(assembly|senate|council|parliament)\b)", PRESIDENT),
        (r"(captains? regent|o le ao|.*\bco-prince|chair\w* of the (presiden|state administration))", HEAD_OF_STATE),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """A row: this person held this office of this country or body; ``day`` is when the list is asked.

    ``post`` is None for offices of international bodies and for what is no office that this benchmark reads.
    """

    file: str
    line: int
    office: str
    of: str
    person: str
    start: str = ""
    end: str = ""
    day: PartialDate
    post: Post | None

    @property
    def group(self) -> str:
        """What kind of office it is, for the table."""
        return self.post.name if self.post else BODY if self.file.startswith("html_") else "other"


def read_tenures(paths: Iterable[Path]) -> Iterator[Tenure]:
    """The rows that name a person and a day on which that person surely held the office."""
    for path in paths:
        with path.open(encoding="utf-8", newline="") as stream:
            for line, row in enumerate(csv.DictReader(stream), start=2):
                yield from (found for found in _READERS[path.name](path.name, line, row) if _readable(found))


def _readable(row: Tenure) -> bool:
    """Whether there is a name, not the number of one or the office again, and a sure day.

    Of a tenure within one year, or one that ended in a year and began nobody says when, no day is sure.
    """
    named = bool(row.person) and row.person != row.office and not re.fullmatch(r"Q\d+", row.person)
    return named and not (len(row.end) == _YEAR and row.start in ("", row.end))


def _minister(file: str, line: int, row: dict[str, str]) -> Iterator[Tenure]:
    day = _day(row["start"], "", _MINISTERS_SEEN)
    yield Tenure(
        file=file, line=line, office=row["positionLabel"], of=row["countryLabel"], person=row["name"], start=row["start"],
        day=day, post=FOREIGN_MINISTER,
    )  # fmt: skip


def _compared(file: str, line: int, row: dict[str, str]) -> Iterator[Tenure]:
    """Two sources side by side: one row where they name the same person."""
    persons = {row["wppersonlabel"]: "Wikipedia"}
    if not row["wdperson"] or row["wdperson"] != row["wpperson"]:
        persons.setdefault(row["wdpersonlabel"], "Wikidata")
    for person, source in persons.items():
        yield Tenure(
            file=file, line=line, office=f"Foreign Minister ({source})", of=row["countrylabel"], person=person,
            day=_MINISTERS_SEEN, post=FOREIGN_MINISTER,
        )  # fmt: skip


def _leader(file: str, line: int, row: dict[str, str]) -> Iterator[Tenure]:
    office = row.get("positionLabel") or row.get("positionlabel") or ""
    person = row.get("officeholderLabel") or row.get("officeholderlabel") or ""
    start, end = row["start_year"], row["end_year"]
    yield Tenure(
        file=file, line=line, office=office, of=row["country"], person=re.sub(r" \(.*\)$", "", person), start=start, end=end,
        day=_day(start, end, _COUNTRIES_SEEN), post=next((post for pattern, post in _POSTS if pattern.match(office)), None),
    )  # fmt: skip


def _official(file: str, line: int, row: dict[str, str]) -> Iterator[Tenure]:
    day = _day(row["start"], row["end"], _BODIES_SEEN)
    title, body = split_office(row["position"])
    yield Tenure(
        file=file,
        line=line,
        office=title,
        of=body,
        person=row["person"],
        start=row["start"],
        end=row["end"],
        day=day,
        post=None,
    )


def split_office(text: str) -> tuple[str, str]:
    """``President of the United Nations General Assembly``: the title and the body."""
    title, found, body = text.partition(" to the " if " to the " in text else " of the ")
    if found:
        return title, body
    body, _, title = text.partition(" ")
    return title, body


_READERS = {
    "html_holders21.csv": _official,
    "sources_foreign_scraped.csv": _minister,
    "sources_foreign_wikidata.csv": _minister,
    "sources_foreign_comparison.csv": _compared,
    "wikidata.csv": _leader,
    "wikipedia.csv": _leader,
}
FILES = tuple(_READERS)


def _day(start: str, end: str, seen: PartialDate) -> PartialDate:
    """A day on which the tenure must hold by its own dates: soon after the start, the middle of the first whole year."""
    first, last = (PartialDate.parse(text) if text else None for text in (start, end))
    until = min(seen.first, last.first) if last else seen.first
    if first is None:
        return PartialDate.of(until)
    if first.precision == "day":
        wanted = first.first + _SETTLED
        middle = first.first + (until - first.first) / 2
        return PartialDate.of(min(wanted, max(middle, first.first)))
    return PartialDate.of(min(PartialDate(first.year + 1, 7, 1).first, until))
