"""Writes a list into SQLite with its index, so that a run opens it and parses nothing.

Beside the rows themselves (``entity``, ``fact``, ``office``) the file holds what look-ups need: ``name`` (folded form →
owners), ``part`` and ``cell`` (see `copydesk.entities.parting`) and ``title`` (plain title → roles). SQLite maps the file into
memory and hands out only the rows that a query touches.
"""

from __future__ import annotations

import os
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from copydesk.core.entity import Entity, Fact, FormType, Kind, NameForm, Office, Relation
from copydesk.entities.packing import pack
from copydesk.entities.parting import TABLES, write_parts
from copydesk.entities.titles import plain_title
from copydesk.names.forms import key

FAMILY = "family"
#: forms by which an entity is found by likeness
ALIKE_FORMS = (FormType.NAME, FormType.ALIAS, FormType.FORMER, FormType.CHANNEL)
#: the layout of the tables: another one is no list that can be read
FORMAT = "4"
#: what a name is to its owner: a form of a type, or the part of a person's name that stands alone
USES = (*(type_.value for type_ in FormType), FAMILY)
#: bits of an owner's number that say which use
SHIFT = 4
MASK = (1 << SHIFT) - 1
KINDS = tuple(Kind)
RELATIONS = tuple(Relation)
#: one letter for each type of form
LETTERS = {type_: "nafcdogrhtl"[at] for at, type_ in enumerate(FormType)}
#: titles longer than this in words are descriptions
LONGEST_TITLE = 8
#: uses of a name by which it is found by likeness
ALIKE = frozenset((*(type_.value for type_ in ALIKE_FORMS), FAMILY))

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE built (source TEXT, count TEXT, n INTEGER);
CREATE TABLE office (role TEXT, titles TEXT, single INTEGER, rank INTEGER);
CREATE TABLE ident (n INTEGER PRIMARY KEY, id TEXT);
CREATE TABLE source (n INTEGER PRIMARY KEY, text TEXT);
CREATE TABLE entity (n INTEGER PRIMARY KEY, name TEXT, kind INTEGER, country TEXT, family TEXT, gender TEXT, born TEXT,
                     prominence REAL, same_as TEXT, description TEXT, source INTEGER, forms TEXT);
CREATE TABLE fact (n INTEGER PRIMARY KEY, subject INTEGER, relation INTEGER, object INTEGER, role TEXT, title TEXT, start TEXT,
                   "end" TEXT, as_of TEXT, seen TEXT, disputed INTEGER, source INTEGER, note TEXT);
CREATE TABLE name (n INTEGER PRIMARY KEY, key TEXT, owners BLOB);
CREATE TABLE title (title TEXT PRIMARY KEY, roles TEXT) WITHOUT ROWID;
CREATE TABLE array (name TEXT PRIMARY KEY, data BLOB);
"""
_INDEXES = f"""
CREATE UNIQUE INDEX ident_id ON ident (id);
CREATE UNIQUE INDEX name_key ON name (key);
CREATE INDEX fact_subject ON fact (subject);
CREATE INDEX fact_office ON fact (object, role) WHERE role IS NOT NULL;
CREATE INDEX fact_capital ON fact (object) WHERE relation = {RELATIONS.index(Relation.CAPITAL_OF)};
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
    db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _TABLES + TABLES)
    index, idents, sources = _Index(), _Numbers(), _Numbers()
    rows = (_entity_row(index.add(entity, idents.of(entity.id)), entity, sources) for entity in entities)
    db.executemany(f"INSERT INTO entity VALUES ({_marks(12)})", rows)
    office_rows = [(o.role, "|".join(o.titles), o.single, o.rank) for o in offices]
    db.executemany("INSERT INTO office VALUES (?, ?, ?, ?)", office_rows)
    titles: dict[str, dict[str, None]] = defaultdict(dict)
    stated = (_fact_row(n, fact, idents, sources, titles) for n, fact in enumerate(facts))
    db.executemany(f"INSERT INTO fact VALUES ({_marks(13)})", stated)
    db.executemany("INSERT INTO title VALUES (?, ?)", ((title, "|".join(roles)) for title, roles in sorted(titles.items())))
    db.executemany("INSERT INTO ident VALUES (?, ?)", ((n, text) for text, n in idents.known.items()))
    db.executemany("INSERT INTO source VALUES (?, ?)", ((n, text) for text, n in sources.known.items()))
    index.write(db)
    db.executemany("INSERT INTO meta VALUES (?, ?)", (("signature", signature), ("format", FORMAT)))
    db.executescript(_INDEXES)
    db.commit()


def _marks(count: int) -> str:
    return ", ".join("?" * count)


class _Numbers:
    """Numbers texts in the order in which they come."""

    def __init__(self) -> None:
        self.known: dict[str, int] = {}

    def of(self, text: str) -> int:
        """The number of a text."""
        return self.known.setdefault(text, len(self.known))


class _Index:
    """Gathers names, parts and kinds while the entities go by."""

    def __init__(self) -> None:
        self._names: dict[str, array[int]] = {}
        self._alike: dict[str, int] = {}
        self._kinds = bytearray()

    def add(self, entity: Entity, n: int) -> int:
        """Take an entity of this number in; gives the number."""
        kind = KINDS.index(entity.kind)
        self._kinds.append(kind)
        uses = [(entity.name, FormType.NAME.value), *((form.text, form.type.value) for form in entity.forms)]
        for text, use in (*uses, *((family, FAMILY) for family in entity.family)):
            name = key(text)
            self._named(name, n, use)
            if use in ALIKE:
                self._alike[name] = self._alike.get(name, 0) | 1 << kind
        return n

    def _named(self, name: str, n: int, use: str) -> None:
        owners = self._names.setdefault(name, array("I"))
        owner = n << SHIFT | USES.index(use)
        if owner not in owners[-len(USES) :]:
            owners.append(owner)

    def write(self, db: sqlite3.Connection) -> None:
        """Write the look-up tables."""
        names = sorted(self._names)
        rows = ((n, name, pack(self._names[name])) for n, name in enumerate(names))
        db.executemany("INSERT INTO name VALUES (?, ?, ?)", rows)
        person = 1 << KINDS.index(Kind.PERSON)
        write_parts(db, ((n, name, self._alike[name] == person) for n, name in enumerate(names) if name in self._alike))
        letters = bytes(min(len(name.replace(" ", "")), 255) for name in names)
        kinds = bytes(self._alike.get(name, 0) for name in names)
        arrays = {"entity_kinds": bytes(self._kinds), "name_kinds": kinds, "name_letters": letters}
        db.executemany("INSERT INTO array VALUES (?, ?)", arrays.items())


def _entity_row(n: int, entity: Entity, sources: _Numbers) -> tuple[object, ...]:
    return (
        n, entity.name, KINDS.index(entity.kind), entity.country, "|".join(entity.family), entity.gender,
        None if entity.born is None else str(entity.born), entity.prominence, "|".join(entity.same_as), entity.description,
        sources.of(entity.source), "\n".join(map(_form_line, entity.forms)),
    )  # fmt: skip


def _form_line(form: NameForm) -> str:
    """A form on a line: the letter of its type, its language, a blank, and the text without line breaks."""
    text = form.text.replace("\\", "\\\\").replace("\n", "\\n")
    return f"{LETTERS[form.type]}{form.lang or ''} {text}"


def _fact_row(
    n: int, fact: Fact, idents: _Numbers, sources: _Numbers, titles: dict[str, dict[str, None]]
) -> tuple[object, ...]:
    # one word alone, such as Prince, is a title of too many; the usual ones stand in the table of offices
    if fact.role and fact.title and 1 < len(plain_title(fact.title).split()) <= LONGEST_TITLE:
        titles[plain_title(fact.title)][fact.role] = None
    period = fact.period
    dates = (None if date is None else str(date) for date in (period.start, period.end, period.as_of, period.seen))
    of = None if fact.object is None else idents.of(fact.object)
    head = (n, idents.of(fact.subject), RELATIONS.index(fact.relation), of, fact.role, fact.title)
    return (*head, *dates, int(fact.disputed), sources.of(fact.source), fact.note or None)
