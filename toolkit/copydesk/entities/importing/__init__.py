"""Readers of lists that users have in formats of others: FollowTheMoney, Wikidata's dump, results of Wikidata queries."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from types import MappingProxyType

from copydesk.core.dates import PartialDate
from copydesk.core.entity import Kind
from copydesk.entities.importing import ftm, sparql, wikidata
from copydesk.entities.importing.intake import Intake
from copydesk.entities.importing.offices import read_posts
from copydesk.entities.importing.opened import lines
from copydesk.entities.records import Record, Tally, World
from copydesk.entities.schema import Place
from copydesk.errors import EntityListError

_READERS: dict[str, Callable[[str, Intake], Iterator[Record]]] = {
    "ftm": ftm.read,
    "wikidata": wikidata.read,
    "sparql": sparql.read,
}
#: the formats by name
FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "ftm": "FollowTheMoney JSON lines, as OpenSanctions publishes them",
        "wikidata": "Wikidata's JSON dump of items",
        "sparql": "CSV results of a query at query.wikidata.org",
    }
)
_NAME_THE_FORMAT = f"name the format: {', '.join(_READERS)}"


def read_records(
    path: str,
    format: str | None,
    world: World,
    tally: Tally,
    *,
    strict: bool = True,
    as_of: PartialDate | None = None,
    kinds: Collection[Kind] | None = None,
    offices: str | None = None,
) -> Iterator[Record]:
    """The records of a file, plain, gzip or bzip2, as a stream in constant memory but for ``sparql`` (one entry a person).

    ``format`` is a key of `FORMATS`, None to look. ``as_of`` is the day on which the file is known to have been right: offices
    without an end are believed up to it. ``kinds`` are the kinds of thing to take: by default all of a FollowTheMoney file, and
    the people of a Wikidata dump. ``offices`` is a CSV table (``qid,role,object,title``) of positions that the user resolved.

    Raises EntityListError with file, line and remedy for the first row that is broken, and for a file without rows; with
    ``strict=False`` such rows are refused and counted in ``tally``, and only a file that cannot be opened is an error. What is
    right but not wanted, such as an office of no known role, is counted in both.
    """
    intake = Intake(
        world=world,
        tally=tally,
        strict=strict,
        as_of=as_of,
        kinds=None if kinds is None else frozenset(kinds),
        posts={} if offices is None else read_posts(offices),
    )
    if format is not None and format not in _READERS:
        raise EntityListError(f"{format!r} is not a known format", where=path, remedy=_NAME_THE_FORMAT)
    return _read(format or _format_of(path, intake), path, intake)


def _read(format: str, path: str, intake: Intake) -> Iterator[Record]:
    before = intake.tally.rows
    yield from _READERS[format](path, intake)
    if intake.tally.rows == before:
        intake.broken("no rows", Place(path=path, line=1), "give a file with rows")


def _format_of(path: str, intake: Intake) -> str:
    """Which format a file has, by its first line that is not empty. Raises EntityListError where it is none of them."""
    for at, line in lines(path, intake.quiet()):
        text = line.decode("utf-8", errors="replace").strip()
        if text:
            return _format_of_line(text, at)
    return next(iter(_READERS))  # of an empty file, whichever it is, nothing can be read


def _format_of_line(text: str, at: Place) -> str:
    if text.startswith(("[", '{"type":"item"')):
        return "wikidata"
    if not text.startswith("{"):
        columns = {cell.strip(' "') for cell in text.split(",")}
        if columns & {"person", "item"}:
            return "sparql"
        raise at.error("not a list that can be read", _NAME_THE_FORMAT)
    try:
        row = json.loads(text)
    except (ValueError, RecursionError):
        raise at.error("not a JSON object", f"write one object a line, or {_NAME_THE_FORMAT}") from None
    if {"schema", "properties"} <= set(row):
        return "ftm"
    if {"labels", "claims"} & set(row):
        return "wikidata"
    raise at.error("not a list that can be read", _NAME_THE_FORMAT)
