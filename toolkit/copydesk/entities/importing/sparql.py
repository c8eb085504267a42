"""Results of a query as query.wikidata.org saves them: CSV with one row for each combination of a person's statements."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from copydesk.core.dates import PartialDate, Period
from copydesk.core.entity import Entity, Fact, FormType, Kind, NameForm
from copydesk.entities.importing.dating import stamped, tenure
from copydesk.entities.importing.intake import Intake
from copydesk.entities.importing.naming import family_of, is_latin, other_form, tidy, without_note
from copydesk.entities.importing.offices import Post, post_of
from copydesk.entities.importing.opened import lines, text_of
from copydesk.entities.importing.wikidata_items import SOURCE
from copydesk.entities.records import Record
from copydesk.entities.schema import Place
from copydesk.entities.sources.scripts_of import distinct

#: names that a column may have, by what it holds
_NAMES = {
    "person": ("person", "item"), "name": ("personLabel", "itemLabel", "name"), "position": ("position",),
    "title": ("positionLabel",), "country": ("country",), "land": ("countryLabel",), "start": ("start",), "end": ("end",),
    "aliases": ("altLabel", "aliases"), "native": ("nativeLabel",),
}  # fmt: skip
COLUMNS = {name: column for column, names in _NAMES.items() for name in names}
_URI = re.compile(r"(?:<?https?://www\.wikidata\.org/entity/)?(Q[1-9]\d{0,11})>?", re.ASCII)
#: a value that exists and is not known
_UNKNOWN = re.compile(r"_:.*|t\d+|https?://www\.wikidata\.org/\.well-known/genid/.*", re.ASCII)


@dataclass(slots=True)
class _Person:
    """What the rows of one person say, each thing once."""

    at: Place
    name: str
    lands: dict[str, None] = field(default_factory=dict)
    forms: dict[NameForm, None] = field(default_factory=dict)
    facts: dict[Fact, None] = field(default_factory=dict)


def read(path: str, intake: Intake) -> Iterator[Record]:
    """The people in the order in which they are first named, with the rows of each joined, wherever they stand.

    The format does not say how precise a date is, and writes a year as its first of January: such a day is taken for the year.
    ``countryLabel`` belongs to the office; a person whose rows all name one country is taken to be from there.
    """
    people: dict[str, _Person] = {}
    for at, row in _rows(path, intake):
        match = _URI.fullmatch(row["person"])
        name = without_note(tidy(row.get("name", ""), at, intake) or "")
        if match is None:
            intake.broken("no id", at, "the column person holds an address that ends in a Q-id", row["person"])
        elif not is_latin(name) or _URI.fullmatch(name):
            intake.tally.refuse("no English label", at, match[1])
        else:
            person = people.setdefault(match[1], _Person(at=at, name=name))
            if person.name != name:
                intake.broken("an id with two names", at, "keep one of them", f"{match[1]}: {person.name}, {name}")
                continue
            _join(person, f"wikidata:{match[1]}", row, at, intake)
    for qid, person in people.items():
        yield _record(qid, person, intake)


def _rows(path: str, intake: Intake) -> Iterator[tuple[Place, dict[str, str]]]:
    reader = csv.reader(_texts(path, intake), strict=True)
    header: list[str] | None = None
    start = 1
    while True:
        at, message = Place(path=path, line=start), ""
        try:
            cells = next(reader, None)
        except csv.Error as error:
            cells, message = [], str(error)
        start = reader.line_num + 1
        if cells is None:
            return
        if message:
            intake.broken("broken CSV", at, "mend the quoting", message)
        elif header is None:
            header = _header(cells, at, intake)
        elif any(cell.strip() for cell in cells):
            intake.tally.rows += 1
            if len(cells) != len(header):
                intake.broken("cells that do not fit the header", at, "quote cells that hold a comma", f"{len(cells)} cells")
                continue
            yield at, {name: cell.strip() for name, cell in zip(header, cells, strict=True)}


def _texts(path: str, intake: Intake) -> Iterator[str]:
    """The lines; one that cannot be read is an empty line, so that the numbers stay right."""
    for at, line in lines(path, intake):
        yield text_of(line, at, intake) or "\n"


def _header(cells: list[str], at: Place, intake: Intake) -> list[str]:
    header = [COLUMNS.get(cell.strip(), cell.strip()) for cell in cells]
    for needed in ("person", "name"):
        if header.count(needed) != 1:
            raise at.error(f"{header.count(needed)} columns {needed!r}", f"select one of {', '.join(_NAMES[needed])}")
    for column in header:
        if column not in _NAMES:
            near = get_close_matches(column, COLUMNS, 1)
            remedy = f"did you mean {near[0]!r}?" if near else f"the columns are {', '.join(COLUMNS)}"
            intake.broken("unknown column", at, remedy, column)
    return header


def _join(person: _Person, subject: str, row: Mapping[str, str], at: Place, intake: Intake) -> None:
    for cell, type_ in (("aliases", FormType.ALIAS), ("native", FormType.FOREIGN)):
        for item in row.get(cell, "").split("|"):
            text = tidy(item, at, intake)
            form = other_form(text, None, type_) if text and (" " in text or not is_latin(text)) else None
            if form is not None:
                person.forms[form] = None
    land = row.get("land", "") or row.get("country", "")
    country = intake.world.country(land) if land else None
    if land:
        person.lands[country or ""] = None
    post = _post(row, country, at, intake)
    period = None if post is None else _period(row, at, intake)
    if post is not None and period is not None:
        person.facts[post.held(subject, period, SOURCE)] = None


def _post(row: Mapping[str, str], country: str | None, at: Place, intake: Intake) -> Post | None:
    match = _URI.fullmatch(row.get("position", ""))
    label = tidy(row.get("title", ""), at, intake)
    if match is not None and match[1] in intake.posts:
        return intake.posts[match[1]]
    post = post_of(label, intake.world, country) if label else None
    if post is None and (label or match):
        intake.tally.refuse("no known role", at, label or "")
    return post


def _period(row: Mapping[str, str], at: Place, intake: Intake) -> Period | None:
    start, end = row.get("start", ""), row.get("end", "")
    over = True if _UNKNOWN.fullmatch(end) else None
    try:
        period = tenure(_day(start), _day(end), over=over, as_of=intake.as_of)
    except ValueError as error:
        intake.broken("impossible dates", at, "mend the date", str(error))
        return None
    if period is None:
        intake.tally.refuse("no date", at, row["person"])
    return period


def _day(text: str) -> PartialDate | None:
    if not text or _UNKNOWN.fullmatch(text):
        return None
    date = stamped(text)
    return PartialDate(date.year) if (date.month, date.day) == (1, 1) else date


def _record(qid: str, person: _Person, intake: Intake) -> Record:
    lands = list(person.lands)
    code = intake.world.code(lands[0]) if len(lands) == 1 and lands[0] else None
    entity = Entity(
        id=f"wikidata:{qid}",
        name=person.name,
        kind=Kind.PERSON,
        country=code,
        family=family_of(person.name, (), code),
        forms=distinct(person.name, person.forms),
        source=SOURCE,
    )
    return Record(entity=entity, facts=tuple(person.facts), at=person.at)
