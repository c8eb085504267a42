"""Wikidata's dump of items: one JSON object a line, in an array or not, packed or not.

A line is looked at as bytes before it is parsed: only people with a position held (P39), countries (P297) and, if wished,
places and organisations are; of the others nothing but their first and last letter is checked. What is taken waits on disk
until a second reading has found the items of the offices and the family names.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence

from copydesk.core.entity import Kind
from copydesk.entities.importing.claims import items, label, statements, texts
from copydesk.entities.importing.intake import Intake
from copydesk.entities.importing.naming import tidy
from copydesk.entities.importing.offices import post_of
from copydesk.entities.importing.opened import lines, object_of
from copydesk.entities.importing.spool import spool, taken
from copydesk.entities.importing.wikidata_items import CLASSES, ENGLISH, Sought, kind_of, packed, record_of
from copydesk.entities.records import Record
from copydesk.entities.schema import Place

_TABLES = """
CREATE TABLE taken (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE item (line INTEGER PRIMARY KEY, data TEXT);
"""
#: what holds an array together
_AROUND = b" \t\r\n,[]"
#: how an item begins in a dump; elsewhere its parts may come in another order
_ID = re.compile(rb'\[?\s*\{\s*(?:"type"\s*:\s*"item"\s*,\s*)?"id"\s*:\s*"(Q\d{1,12})"')
_QID = re.compile(r"Q[1-9]\d{0,11}", re.ASCII)


def read(path: str, intake: Intake) -> Iterator[Record]:
    """The people with their offices, and the other things wanted, in file order.

    An office is left out, and counted, where its label has no known role and country, and where it has no date.
    """
    sought = Sought()
    kinds = intake.kinds or frozenset({Kind.PERSON})
    marks = [f'"{qid}"'.encode() for qid, (kind, _) in CLASSES.items() if kind in kinds]
    marks += [b'"P39"', b'"P297"']
    with spool(_TABLES) as db:
        for at, line in lines(path, intake):
            if line.strip(_AROUND):
                intake.tally.rows += 1
                if _is_read_first(line, marks):
                    _first(db, sought, line, kinds, at, intake)
        again = intake.uncounted()
        for at, line in lines(path, again) if sought.offices or sought.families else ():
            _second(sought, line, at, again if _is_read_first(line, marks) else intake)
        for number, data in db.execute("SELECT line, data FROM item ORDER BY line"):
            record = record_of(data, Place(path=path, line=number), sought, intake)
            if record is not None:
                yield record


def _is_read_first(line: bytes, marks: Sequence[bytes]) -> bool:
    """Whether a line may hold what is taken, or is broken to be sure."""
    bare = line.strip(_AROUND)
    return any(mark in line for mark in marks) or not (bare.startswith(b"{") and bare.endswith(b"}"))


def _first(db: sqlite3.Connection, sought: Sought, line: bytes, kinds: frozenset[Kind], at: Place, intake: Intake) -> None:
    item = object_of(line.strip(_AROUND), at, intake)
    if item is None or item.get("type", "item") != "item":
        return
    ident = item.get("id")
    if not isinstance(ident, str) or not _QID.fullmatch(ident):
        intake.broken("no id", at, "an item of Wikidata has an id such as Q42")
        return
    for code in texts(item, "P297")[:1]:
        if (country := intake.world.country(code)) is not None:
            sought.countries[ident] = country
    kind = kind_of(item)
    if kind not in kinds or (kind is Kind.PERSON and not any(True for _ in statements(item, "P39"))):
        return
    if taken(db, ident):
        intake.broken("an id that stands twice", at, "take one of the two out", ident)
        return
    sought.note(item, intake.posts)
    db.execute("INSERT INTO item VALUES (?, ?)", (at.line, packed(item)))


def _second(sought: Sought, line: bytes, at: Place, intake: Intake) -> None:
    """Read an item that others point at."""
    match = _ID.match(line)
    if not line.strip(_AROUND) or (match is not None and not sought.needs(match[1].decode())):
        return
    item = object_of(line.strip(_AROUND), at, intake)
    ident = None if item is None else item.get("id")
    if item is None or not isinstance(ident, str) or not sought.needs(ident):
        return
    text = tidy(label(item, *ENGLISH) or "", at, intake)
    if text and ident in sought.families:
        sought.families[ident] = text
    if text and ident in sought.offices:
        of = items(item, "P1001") or items(item, "P17")
        sought.offices[ident] = post_of(text, intake.world, sought.country(of))
