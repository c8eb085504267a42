"""FollowTheMoney JSON lines as OpenSanctions publishes them (``entities.ftm.json``): people, organisations and offices held.

A file is read twice: first for positions and occupancies, which may stand before or after their holders and wait on disk, then
for the holders. Topics, such as sanctions, and weak aliases are ignored on purpose.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping

from copydesk.core.dates import PartialDate
from copydesk.core.entity import Entity, Fact, Relation
from copydesk.entities.importing.dating import agreed, stamped, tenure
from copydesk.entities.importing.ftm_things import SCHEMATA, Thing, entity_of, is_id, source_of, thing_of
from copydesk.entities.importing.intake import Intake
from copydesk.entities.importing.naming import tidy
from copydesk.entities.importing.offices import post_of
from copydesk.entities.importing.opened import lines, object_of
from copydesk.entities.importing.own import Numbered, note_of, own_entity, own_fact
from copydesk.entities.importing.spool import spool, taken
from copydesk.entities.records import Record
from copydesk.entities.schema import Place

_TABLES = """
CREATE TABLE taken (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE position (id TEXT PRIMARY KEY, role TEXT, object TEXT, title TEXT) WITHOUT ROWID;
CREATE TABLE occupancy (line INTEGER PRIMARY KEY, holder TEXT, post TEXT, said TEXT);
CREATE INDEX occupancy_holder ON occupancy (holder);
"""
_SCHEMA = re.compile(r"[A-Za-z]{1,40}")


def read(path: str, intake: Intake) -> Iterator[Record]:
    """The people and organisations of a file with their offices, in file order.

    An office is left out, and counted, where its position has no known role, has no date, or is not in the file.
    """
    with spool(_TABLES) as db:
        first = intake.uncounted()
        for at, line in lines(path, first):
            if b'"Position"' in line or b'"Occupancy"' in line:
                _remember(db, object_of(line, at, first), at, first)
        for at, line in lines(path, intake):
            if not line.strip():
                continue
            intake.tally.rows += 1
            row = object_of(line, at, intake)
            thing = None if row is None else thing_of(row, at, intake)
            if thing is not None and (record := _record(db, thing, at, intake)) is not None:
                yield record
        for number, holder in db.execute("SELECT line, holder FROM occupancy WHERE holder NOT IN (SELECT id FROM taken)"):
            intake.tally.refuse("a holder who is not in the file", Place(path=path, line=number), holder)


def _remember(db: sqlite3.Connection, row: Mapping[str, object] | None, at: Place, first: Intake) -> None:
    thing = None if row is None else thing_of(row, at, first)
    if thing is None:
        return
    if thing.schema == "Position":
        countries = thing.values("country")
        country = first.world.country(countries[0].upper()) if len(countries) == 1 else None
        names = () if thing.values("subnationalArea") else thing.values("name")
        labels = (tidy(name, at, first) for name in names)
        found = (post_of(label, first.world, country) for label in labels if label)
        ready = (first.posts.get(name) for name in (thing.id, *thing.values("wikidataId")))
        post = next((post for post in (*ready, *found) if post is not None), None)
        cells = (None, None, None) if post is None else (post.role, post.object, post.title)
        db.execute("INSERT OR IGNORE INTO position VALUES (?, ?, ?, ?)", (thing.id, *cells))
    elif thing.schema == "Occupancy":
        said = {name: thing.values(name) for name in ("startDate", "endDate", "status", "summary")}
        said["seen"] = [thing.seen] if thing.seen else []
        said["source"] = [source_of(thing)]
        ids = [text for name in ("holder", "post") for text in thing.values(name)[:1] if is_id(text)]
        if len(ids) == 2:
            db.execute("INSERT INTO occupancy VALUES (?, ?, ?, ?)", (at.line, *ids, json.dumps(said)))


def _record(db: sqlite3.Connection, thing: Thing, at: Place, intake: Intake) -> Record | None:
    note = note_of(thing.values("notes"))
    if note is None and thing.schema not in (*SCHEMATA, "Position", "Occupancy"):
        name = thing.schema if _SCHEMA.fullmatch(thing.schema) else "of no name"
        intake.tally.refuse(f"schema {name}", at, thing.id)
        return None
    if taken(db, thing.id):
        intake.broken("an id that stands twice", at, "take one of the two out", thing.id)
        return None
    ids = (text for name in ("holder", "post") for text in thing.values(name)[:1])
    if thing.schema == "Occupancy" and len(list(filter(is_id, ids))) < 2:
        intake.broken("an occupancy without holder or post", at, "name both", thing.id)
    if thing.schema in ("Position", "Occupancy"):
        return None
    restored = None if note is None else own_entity(note, at, intake)
    entity = entity_of(thing, at, intake) if note is None else restored and restored[0]
    if entity is None:
        return None
    if intake.kinds is not None and entity.kind not in intake.kinds:
        intake.tally.refuse(f"kind {entity.kind.value}", at, thing.id)
        return None
    facts = [*(restored[1] if restored else ()), *_facts(db, thing.id, entity, at, intake)]
    return Record(entity=entity, facts=tuple(fact for _, fact in sorted(facts, key=lambda item: item[0])), at=at)


def _facts(db: sqlite3.Connection, holder: str, entity: Entity, at: Place, intake: Intake) -> Iterator[Numbered]:
    query = (
        "SELECT line, said, position.id, role, object, title FROM occupancy LEFT JOIN position ON post = position.id"
        " WHERE holder = ? ORDER BY line"
    )
    for line, said_text, position, role, of, title in db.execute(query, (holder,)).fetchall():
        place, said = Place(path=at.path, line=line), json.loads(said_text)
        if (note := note_of(said["summary"])) is not None:
            own = own_fact(note, place, intake)
            yield from () if own is None else (own,)
        elif role is None:
            intake.tally.refuse("a position that is not in the file" if position is None else "no known role", place, entity.id)
        else:
            fact = Fact(subject=entity.id, relation=Relation.HOLDS_OFFICE, object=of, role=role, title=title)
            yield from _dated(fact, said, place, intake)


def _dated(fact: Fact, said: Mapping[str, list[str]], at: Place, intake: Intake) -> Iterator[Numbered]:
    try:
        start, end = (agreed(map(stamped, said[name])) for name in ("startDate", "endDate"))
        current = "current" in said["status"] and "ended" not in said["status"]
        period = tenure(start, end, over=not current, as_of=intake.as_of or _seen(said))
    except ValueError as error:
        intake.broken("impossible dates", at, "mend the date", str(error))
        return
    if period is None:
        intake.tally.refuse("no date", at, fact.subject)
        return
    yield (
        at.line,
        Fact(
            subject=fact.subject,
            relation=fact.relation,
            object=fact.object,
            role=fact.role,
            title=fact.title,
            period=period,
            source=said["source"][0],
        ),
    )


def _seen(said: Mapping[str, list[str]]) -> PartialDate | None:
    return agreed(map(stamped, said["seen"]))
