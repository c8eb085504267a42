"""The built list as one SQLite file: written by the build, read by every run."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from contextlib import closing
from functools import lru_cache
from pathlib import Path

from copydesk.core.dates import PartialDate, Period
from copydesk.core.entity import Entity, Fact, FormType, Kind, NameForm, Office, Relation
from copydesk.entities.listing import EntityList
from copydesk.errors import EntityListError

DEFAULT = Path(__file__).resolve().parent.parent / "data" / "entities.sqlite"

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE office (role TEXT, titles TEXT, single INTEGER, rank INTEGER);
CREATE TABLE entity (id TEXT, name TEXT, kind TEXT, country TEXT, family TEXT, gender TEXT, description TEXT, source TEXT);
CREATE TABLE form (entity TEXT, text TEXT, type TEXT, lang TEXT);
CREATE TABLE fact (subject TEXT, relation TEXT, object TEXT, role TEXT, title TEXT, start TEXT, "end" TEXT, as_of TEXT,
                   disputed INTEGER, source TEXT, note TEXT);
"""


def write_list(entities: EntityList, path: Path) -> None:
    """Write a list so that `read_list` gives it back. The file appears whole or not at all."""
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(part)) as db:
        db.executescript(_TABLES)
        db.execute("INSERT INTO meta VALUES ('signature', ?)", (entities.signature,))
        offices = [(o.role, "|".join(o.titles), o.single, o.rank) for o in entities.offices.values()]
        db.executemany("INSERT INTO office VALUES (?, ?, ?, ?)", offices)
        db.executemany("INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?, ?, ?)", [_entity_row(e) for e in entities.entities])
        forms = [(e.id, form.text, form.type.value, form.lang) for e in entities.entities for form in e.forms]
        db.executemany("INSERT INTO form VALUES (?, ?, ?, ?)", forms)
        db.executemany(f"INSERT INTO fact VALUES ({', '.join('?' * 11)})", [_fact_row(fact) for fact in entities.facts])
        db.commit()
        db.execute("VACUUM")
    part.replace(path)


def _entity_row(entity: Entity) -> tuple[str | None, ...]:
    family = "|".join(entity.family)
    kind = entity.kind.value
    return entity.id, entity.name, kind, entity.country, family, entity.gender, entity.description, entity.source


def _fact_row(fact: Fact) -> tuple[str | int | None, ...]:
    dates = [None if date is None else str(date) for date in (fact.period.start, fact.period.end, fact.period.as_of)]
    head = (fact.subject, fact.relation.value, fact.object, fact.role, fact.title)
    return *head, *dates, int(fact.disputed), fact.source, fact.note


def read_list(path: Path) -> EntityList:
    """Read a built list. Raises EntityListError where the file is missing or no such list."""
    if not path.is_file():
        raise EntityListError(
            "the built list is missing", where=str(path), remedy="install the package again or run make build"
        )
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as db:
            return _read(db)
    except sqlite3.DatabaseError as error:
        raise EntityListError(f"not a built list: {error}", where=str(path), remedy="build it again") from None


def _read(db: sqlite3.Connection) -> EntityList:
    forms: dict[str, list[NameForm]] = defaultdict(list)
    types = {item.value: item for item in FormType}
    for entity, text, type_, lang in db.execute("SELECT entity, text, type, lang FROM form ORDER BY rowid"):
        forms[entity].append(NameForm(text=text, type=types[type_], lang=lang))
    entities = [
        Entity(
            id=row[0], name=row[1], kind=Kind(row[2]), country=row[3], family=tuple(row[4].split("|")) if row[4] else (),
            gender=row[5], description=row[6], source=row[7], forms=tuple(forms[row[0]]),
        )
        for row in db.execute("SELECT * FROM entity ORDER BY rowid")
    ]  # fmt: skip
    facts = [
        Fact(
            subject=row[0], relation=Relation(row[1]), object=row[2], role=row[3], title=row[4],
            period=_period(row[5], row[6], row[7]),
            disputed=bool(row[8]), source=row[9], note=row[10],
        )
        for row in db.execute("SELECT * FROM fact ORDER BY rowid")
    ]  # fmt: skip
    offices = [
        Office(role=role, titles=tuple(titles.split("|")), single=bool(single), rank=rank)
        for role, titles, single, rank in db.execute("SELECT role, titles, single, rank FROM office ORDER BY rowid")
    ]
    (signature,) = db.execute("SELECT value FROM meta WHERE key = 'signature'").fetchone()
    return EntityList(entities, facts, offices, signature=signature)


@lru_cache(maxsize=8192)
def _date(text: str | None) -> PartialDate | None:
    return None if text is None else PartialDate.parse(text)


@lru_cache(maxsize=8192)
def _period(start: str | None, end: str | None, as_of: str | None) -> Period:
    return Period(start=_date(start), end=_date(end), as_of=_date(as_of))


@lru_cache(maxsize=1)
def default_list() -> EntityList:
    """The list that the package ships."""
    return read_list(DEFAULT)
