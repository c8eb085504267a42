"""What ``copydesk entities import`` and ``export`` do."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from hashlib import file_digest, sha256
from pathlib import Path

import click

from copydesk.cli.look_up import entities_counted
from copydesk.core.dates import PartialDate
from copydesk.core.entity import Entity, Fact, Kind
from copydesk.entities import schema
from copydesk.entities.exporting import write_csv, write_ftm, write_jsonl
from copydesk.entities.exporting.rows import row_of
from copydesk.entities.importing import read_records
from copydesk.entities.importing.spool import spool, taken
from copydesk.entities.listing import EntityList
from copydesk.entities.loading import with_channels
from copydesk.entities.records import Record, Tally
from copydesk.entities.schema import Place
from copydesk.entities.world import SeedWorld
from copydesk.entities.writing import write_list
from copydesk.errors import EntityListError
from copydesk.render.text import counted
from copydesk.render.visible import visible

_TABLES = "CREATE TABLE taken (id TEXT PRIMARY KEY) WITHOUT ROWID; CREATE TABLE fact (row TEXT);"
_AT = Place(path="import", line=1)
_EVERY = 5000


def import_lists(
    files: tuple[str, ...], out: Path, base: EntityList, *, form: str | None, offices: str | None, strict: bool,
    as_of: PartialDate | None, kinds: tuple[Kind, ...] | None, quiet: bool,
) -> None:  # fmt: skip
    """Read files of other formats into a built list and say what became of their rows. Facts are spooled: memory is bounded.

    Raises EntityListError for a broken row and for an id that stands twice, if ``strict``; ``out`` then stays as it was.
    """
    world = SeedWorld(base.entities, base.offices.values())
    tallies: list[Tally] = []
    kept = {"entities": 0, "facts": 0}
    with ExitStack() as stack:
        db = stack.enter_context(spool(_TABLES))

        def entities() -> Iterator[Entity]:
            for file in files:
                tally = Tally(source=file)
                tallies.append(tally)
                records = read_records(file, form, world, tally, strict=strict, as_of=as_of, kinds=kinds, offices=offices)
                for record in _shown(records, quiet):
                    if _clashes(db, record, tally, strict):
                        continue
                    rows = ((json.dumps(row_of(fact, record.at)),) for fact in record.facts)
                    db.executemany("INSERT INTO fact VALUES (?)", rows)
                    kept["entities"] += 1
                    kept["facts"] += len(record.facts)
                    yield with_channels(record.entity)

        # the facts are asked for when all entities are written, and by then they are all spooled
        write_list(out, entities(), _facts(db), base.offices.values(), signature=_signature(files))
    for tally in tallies:
        _say(tally)
    click.echo(f"{visible(str(out))}: {entities_counted(kept['entities'])}, {counted(kept['facts'], 'fact')}")


def _signature(files: tuple[str, ...]) -> str:
    """The first file's name and a digest of all of them."""
    digests = []
    for file in files:
        with Path(file).open("rb") as stream:
            digests.append(file_digest(stream, "sha256").hexdigest())
    made = digests[0] if len(digests) == 1 else sha256("".join(digests).encode()).hexdigest()
    return f"{Path(files[0]).name}{f'+{len(files) - 1}' if len(files) > 1 else ''}-{made[:8]}"


def _facts(db: sqlite3.Connection) -> Iterator[Fact]:
    """The spooled facts, asked for only when the entities are all there."""
    for (row,) in db.execute("SELECT row FROM fact ORDER BY rowid"):
        yield schema.fact(json.loads(row), _AT)


def _clashes(db: sqlite3.Connection, record: Record, tally: Tally, strict: bool) -> bool:
    if not taken(db, record.entity.id):
        return False
    if strict:
        raise record.at.error(f"the id {record.entity.id!r} stands twice", "take one out, or import with --lenient")
    tally.refuse("an id that was there already", record.at, record.entity.id)
    return True


def _shown(records: Iterable[Record], quiet: bool) -> Iterator[Record]:
    """The records, counted on a terminal as they come."""
    watched = sys.stderr.isatty() and not quiet
    for number, record in enumerate(records, start=1):
        if watched and number % _EVERY == 0:
            click.echo(f"\r\033[K{number:,} entities …", nl=False, err=True)
        yield record
    if watched:
        click.echo("\r\033[K", nl=False, err=True)


def _say(tally: Tally) -> None:
    click.echo(f"{visible(tally.source)}: {counted(tally.rows, 'row')} read, {sum(tally.refused.values())} refused or left out")
    for reason, number in tally.refused.most_common():
        click.echo(f"  {number}: {visible(reason)}")
        for example in tally.examples[reason][:2]:
            click.echo(f"    {visible(example)}")


def export_list(entities: EntityList, to: str, out: Path, *, country: str | None, kind: Kind | None) -> None:
    """Write a list, or its entities of one country or kind with the facts about them, for other programs."""
    chosen = [e for e in entities.entities if country in (None, e.country) and kind in (None, e.kind)]
    if not chosen:
        raise EntityListError("no entity to export", remedy="loosen --country and --kind")
    ids = {entity.id for entity in chosen}
    facts = [fact for fact in entities.facts if fact.subject in ids]
    if to == "csv":
        paths: Iterable[str] = write_csv(chosen, facts, str(out.parent), out.name.removesuffix(".csv"))
    else:
        paths = [(write_jsonl if to == "jsonl" else write_ftm)(chosen, facts, str(out))]
    for path in paths:
        click.echo(f"wrote {visible(path)}")
    click.echo(f"{entities_counted(len(chosen))}, {counted(len(facts), 'fact')}")
