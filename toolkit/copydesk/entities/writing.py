"""Writes a list into SQLite with its index, so that a run opens it and parses nothing.

Beside the rows themselves (``entity``, ``fact``, ``office``) the file holds what look-ups need: ``name`` (folded form →
owners), ``part`` (folded name part → owners), ``gram`` (pair of letters or sounds → names) and ``title`` (plain title → roles).
SQLite maps the file into memory and hands out only the rows that a query touches.
"""

from __future__ import annotations

import json
import os
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from copydesk.core.entity import Entity, Fact, FormType, Kind, Office
from copydesk.entities.likeness import grams
from copydesk.entities.packing import pack
from copydesk.entities.titles import plain_title
from copydesk.names.forms import key, parts

FAMILY = "family"
#: forms by which an entity is found by likeness
ALIKE_FORMS = (FormType.NAME, FormType.ALIAS, FormType.FORMER, FormType.FOREIGN, FormType.CHANNEL)
#: what a name is to its owner: a form of a type, or the part of a person's name that stands alone
USES = (*(type_.value for type_ in FormType), FAMILY)
#: bits of an owner's number that say which use
SHIFT = 4
MASK = (1 << SHIFT) - 1
KINDS = tuple(Kind)
#: titles longer than this in words are descriptions
LONGEST_TITLE = 8
#: uses of a name by which it is found by likeness
ALIKE = frozenset((*(type_.value for type_ in ALIKE_FORMS), FAMILY))

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE built (source TEXT, count TEXT, n INTEGER);
CREATE TABLE office (role TEXT, titles TEXT, single INTEGER, rank INTEGER);
CREATE TABLE entity (n INTEGER PRIMARY KEY, id TEXT, name TEXT, kind TEXT, country TEXT, family TEXT, gender TEXT, born TEXT,
                     prominence REAL, same_as TEXT, description TEXT, source TEXT, forms TEXT);
CREATE TABLE fact (n INTEGER PRIMARY KEY, subject TEXT, relation TEXT, object TEXT, role TEXT, title TEXT, start TEXT,
                   "end" TEXT, as_of TEXT, seen TEXT, disputed INTEGER, source TEXT, note TEXT);
CREATE TABLE name (n INTEGER PRIMARY KEY, key TEXT, owners BLOB);
CREATE TABLE part (text TEXT PRIMARY KEY, owners BLOB) WITHOUT ROWID;
CREATE TABLE gram (gram TEXT PRIMARY KEY, names BLOB) WITHOUT ROWID;
CREATE TABLE title (title TEXT PRIMARY KEY, roles TEXT) WITHOUT ROWID;
CREATE TABLE array (name TEXT PRIMARY KEY, data BLOB);
"""
_INDEXES = """
CREATE UNIQUE INDEX entity_id ON entity (id);
CREATE UNIQUE INDEX name_key ON name (key);
CREATE INDEX fact_subject ON fact (subject);
CREATE INDEX fact_object ON fact (object, role) WHERE object IS NOT NULL;
CREATE INDEX fact_role ON fact (role) WHERE role IS NOT NULL;
"""


def write_list(
    path: Path,
    entities: Iterable[Entity],
    facts: Iterable[Fact],
    offices: Iterable[Office],
    *,
    signature: str,
    built: Iterable[tuple[str, str, int]] = (),
) -> None:
    """Write a list for `copydesk.entities.store.Store`. The file appears whole or not at all; entities may be a stream.

    ``built`` says what became of each source's rows: source, count, number.
    """
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(part)) as db:
            fill(db, entities, facts, offices, signature=signature)
            db.executemany("INSERT INTO built VALUES (?, ?, ?)", built)
            db.commit()
            db.execute("VACUUM")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def fill(
    db: sqlite3.Connection, entities: Iterable[Entity], facts: Iterable[Fact], offices: Iterable[Office], *, signature: str
) -> None:
    """Fill an empty database with the rows of a list and their index."""
    db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _TABLES)
    index = _Index()
    db.executemany(f"INSERT INTO entity VALUES ({_marks(13)})", (index.row(n, entity) for n, entity in enumerate(entities)))
    office_rows = [(o.role, "|".join(o.titles), o.single, o.rank) for o in offices]
    db.executemany("INSERT INTO office VALUES (?, ?, ?, ?)", office_rows)
    titles: dict[str, dict[str, None]] = defaultdict(dict)
    db.executemany(f"INSERT INTO fact VALUES ({_marks(13)})", (_fact_row(n, fact, titles) for n, fact in enumerate(facts)))
    db.executemany("INSERT INTO title VALUES (?, ?)", ((title, "|".join(roles)) for title, roles in sorted(titles.items())))
    index.write(db)
    db.execute("INSERT INTO meta VALUES ('signature', ?)", (signature,))
    db.executescript(_INDEXES)
    db.commit()


def _marks(count: int) -> str:
    return ", ".join("?" * count)


class _Index:
    """Gathers names, parts and kinds while the entities go by."""

    def __init__(self) -> None:
        self._names: dict[str, array[int]] = {}
        self._alike: dict[str, int] = {}
        self._parts: dict[str, array[int]] = {}
        self._kinds = bytearray()

    def row(self, n: int, entity: Entity) -> tuple[object, ...]:
        """The row of an entity, after it was indexed."""
        kind = KINDS.index(entity.kind)
        self._kinds.append(kind)
        own: dict[str, None] = {}
        uses = [(entity.name, FormType.NAME.value), *((form.text, form.type.value) for form in entity.forms)]
        for text, use in (*uses, *((family, FAMILY) for family in entity.family)):
            name = key(text)
            self._named(name, n, use)
            if use in ALIKE:
                self._alike[name] = self._alike.get(name, 0) | 1 << kind
                own.update(dict.fromkeys(parts(name)))
        for part in own:
            self._parts.setdefault(part, array("I")).append(n)
        return _entity_row(n, entity)

    def _named(self, name: str, n: int, use: str) -> None:
        owners = self._names.setdefault(name, array("I"))
        owner = n << SHIFT | USES.index(use)
        if owner not in owners[-len(USES) :]:
            owners.append(owner)

    def write(self, db: sqlite3.Connection) -> None:
        """Write the look-up tables."""
        near: dict[str, array[int]] = {}
        counts, kinds = bytearray(), bytearray()
        names = sorted(self._names)
        for n, name in enumerate(names):
            found = grams(name) if name in self._alike else ()
            counts.append(min(len(found), 255))
            kinds.append(self._alike.get(name, 0))
            for gram in found:
                near.setdefault(gram, array("I")).append(n)
        rows = ((n, name, pack(self._names[name])) for n, name in enumerate(names))
        db.executemany("INSERT INTO name VALUES (?, ?, ?)", rows)
        db.executemany("INSERT INTO part VALUES (?, ?)", ((text, pack(self._parts[text])) for text in sorted(self._parts)))
        db.executemany("INSERT INTO gram VALUES (?, ?)", ((gram, pack(near[gram])) for gram in sorted(near)))
        arrays = {"entity_kinds": self._kinds, "name_kinds": kinds, "name_grams": counts}
        db.executemany("INSERT INTO array VALUES (?, ?)", ((name, bytes(data)) for name, data in arrays.items()))


def _entity_row(n: int, entity: Entity) -> tuple[object, ...]:
    forms = json.dumps([[form.text, form.type.value, form.lang] for form in entity.forms], ensure_ascii=False)
    return (
        n, entity.id, entity.name, entity.kind.value, entity.country, "|".join(entity.family), entity.gender,
        None if entity.born is None else str(entity.born), entity.prominence, "|".join(entity.same_as), entity.description,
        entity.source, forms if entity.forms else "",
    )  # fmt: skip


def _fact_row(n: int, fact: Fact, titles: dict[str, dict[str, None]]) -> tuple[object, ...]:
    if fact.role and fact.title and 0 < len(plain_title(fact.title).split()) <= LONGEST_TITLE:
        titles[plain_title(fact.title)][fact.role] = None
    period = fact.period
    dates = (None if date is None else str(date) for date in (period.start, period.end, period.as_of, period.seen))
    head = (n, fact.subject, fact.relation.value, fact.object, fact.role, fact.title)
    return (*head, *dates, int(fact.disputed), fact.source, fact.note)
