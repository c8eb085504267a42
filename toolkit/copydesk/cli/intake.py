"""What ``copydesk entities import`` does: files of other formats into a list, in constant memory but for its index."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import file_digest, sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from copydesk.cli.counting import entities_counted, facts_counted
from copydesk.cli.transfer import checked_output, export_list
from copydesk.core.dates import PartialDate
from copydesk.core.entity import Entity, Fact, Kind
from copydesk.entities import schema
from copydesk.entities.exporting.rows import row_of
from copydesk.entities.importing import read_records
from copydesk.entities.importing.spool import spool, taken
from copydesk.entities.listing import EntityList
from copydesk.entities.loading import checked, with_channels
from copydesk.entities.records import Record, Tally
from copydesk.entities.schema import Place
from copydesk.entities.tables import Rows, read_table
from copydesk.entities.world import SeedWorld
from copydesk.entities.writing import write_list
from copydesk.errors import EntityListError
from copydesk.render.text import counted
from copydesk.render.visible import visible

#: formats of copydesk's own lists, which are read whole
OWN = ("csv", "jsonl")
_TABLES = "CREATE TABLE taken (id TEXT PRIMARY KEY) WITHOUT ROWID; CREATE TABLE fact (row TEXT);"
_AT = Place(path="import", line=1)
_EVERY = 5000
#: refused rows that are shown of each reason
_EXAMPLES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What was asked for; see the options of the command. ``form`` None means to look."""

    form: str | None = None
    strict: bool = True
    as_of: PartialDate | None = None
    offices: str | None = None
    kinds: tuple[Kind, ...] | None = None
    quiet: bool = False


@dataclass(slots=True)
class _Kept:
    """What became of one file's rows."""

    tally: Tally
    entities: int = 0
    facts: int = 0


def import_lists(files: tuple[str, ...], out: Path, base: EntityList, wanted: Wanted) -> None:
    """Read files into a list and say what became of their rows. ``out`` is a built list, or tables for ``.csv``, ``.jsonl``.

    Raises EntityListError for a broken row and for an id that stands twice, if strict; ``out`` then stays as it was.
    """
    built = out.suffix.lower() == ".sqlite"
    checked_output(out, folder=not built and out.suffix.lower() != ".jsonl")
    with _place_of(out, built) as path:
        intake = _Intake(base, wanted)
        intake.write(files, path)
        for kept in intake.kept:
            _say(kept)
        if not built:
            export_list(EntityList.opened(path), "jsonl" if out.suffix.lower() == ".jsonl" else "csv", out)
            return
        entities, facts = (sum(getattr(kept, what) for kept in intake.kept) for what in ("entities", "facts"))
        click.echo(f"{visible(str(out))}: {entities_counted(entities)}, {facts_counted(facts)}")


@contextmanager
def _place_of(out: Path, built: bool) -> Iterator[Path]:
    """Where the built list goes: what is exported in the end is built beside."""
    if built:
        yield out
        return
    with TemporaryDirectory(prefix="copydesk-") as folder:
        yield Path(folder) / "list.sqlite"


@dataclass(slots=True)
class _Intake:
    """One import: entities are written as they come, facts wait on disk until all entities are there."""

    base: EntityList
    wanted: Wanted
    kept: list[_Kept] = field(default_factory=list)

    def write(self, files: tuple[str, ...], out: Path) -> None:
        """Write what the files hold into a built list."""
        offices = self.base.offices.values()
        signature = _signature(files)
        try:
            with spool(_TABLES) as db:
                write_list(out, self._entities(files, db), _spooled(db), offices, signature=signature)
        except sqlite3.Error as error:
            remedy = "check the folder, its permissions and the room on the disk"
            raise EntityListError(f"cannot be written: {error}", where=str(out), remedy=remedy) from None

    def _entities(self, files: tuple[str, ...], db: sqlite3.Connection) -> Iterator[Entity]:
        own = [file for file in files if (self.wanted.form or _own_form(file)) in OWN]
        world = SeedWorld(self.base.entities, self.base.offices.values())
        for file in files:
            if file in own:
                continue
            kept = self._begun(file)
            for record in self._records(file, world, kept.tally):
                if not self._is_twice(db, record, kept.tally):
                    yield with_channels(self._taken(db, record, kept))
        if own:
            yield from self._tables(own, db)

    def _records(self, file: str, world: SeedWorld, tally: Tally) -> Iterator[Record]:
        asked = self.wanted
        records = read_records(
            file, asked.form, world, tally, strict=asked.strict, as_of=asked.as_of, kinds=asked.kinds, offices=asked.offices
        )
        return _shown(records, asked.quiet)

    def _tables(self, files: list[str], db: sqlite3.Connection) -> Iterator[Entity]:
        """The rows of copydesk's own tables. They may refer to each other, and are always read strictly."""
        rows = Rows()
        kept = self._begun(", ".join(files))
        for file in files:
            read_table(file, rows)
        kept.tally.rows = len(rows.entities) + len(rows.facts) + len(rows.forms)
        entities, facts = checked(rows, self.base)
        left: set[str] = set()
        for entity in entities:
            record = Record(entity=entity, at=Place(path=files[0], line=1))
            if self.wanted.kinds is not None and entity.kind not in self.wanted.kinds:
                left.add(entity.id)
            elif not self._is_twice(db, record, kept.tally):
                yield self._taken(db, record, kept)
        kept.facts += _spool_facts(db, (fact for fact in facts if fact.subject not in left), _AT)

    def _begun(self, name: str) -> _Kept:
        self.kept.append(_Kept(tally=Tally(source=name)))
        return self.kept[-1]

    def _taken(self, db: sqlite3.Connection, record: Record, kept: _Kept) -> Entity:
        kept.entities += 1
        kept.facts += _spool_facts(db, record.facts, record.at)
        return record.entity

    def _is_twice(self, db: sqlite3.Connection, record: Record, tally: Tally) -> bool:
        if not taken(db, record.entity.id):
            return False
        if self.wanted.strict:
            raise record.at.error(f"the id {record.entity.id!r} stands twice", "take one out, or import with --lenient")
        tally.refuse("an id that was there already", record.at, record.entity.id)
        return True


def _spool_facts(db: sqlite3.Connection, facts: Iterable[Fact], at: Place) -> int:
    rows = [(json.dumps(row_of(fact, at)),) for fact in facts]
    db.executemany("INSERT INTO fact VALUES (?)", rows)
    return len(rows)


def _spooled(db: sqlite3.Connection) -> Iterator[Fact]:
    """The facts that wait on disk, asked for only when the entities are all written."""
    for (row,) in db.execute("SELECT row FROM fact ORDER BY rowid"):
        yield schema.fact(json.loads(row), _AT)


def _own_form(file: str) -> str | None:
    """``csv`` or ``jsonl`` for a table of copydesk's own, by its name and first line."""
    form = Path(file).suffix.lower().removeprefix(".")
    if form not in OWN:
        return None
    with Path(file).open("rb") as stream:
        line = stream.readline(1 << 16).decode("utf-8-sig", errors="replace")
    try:
        columns = set(json.loads(line)) if form == "jsonl" else {cell.strip(' "\r\n') for cell in line.split(",")}
    except (ValueError, TypeError, RecursionError):
        return None
    tables = (schema.ENTITY_COLUMNS, schema.FACT_COLUMNS, schema.FORM_COLUMNS)
    return form if any(set(required) <= columns for required, _ in tables) else None


def _signature(files: tuple[str, ...]) -> str:
    """The first file's name and a digest of all of them."""
    digests = []
    for file in files:
        with Path(file).open("rb") as stream:
            digests.append(file_digest(stream, "sha256").hexdigest())
    made = digests[0] if len(digests) == 1 else sha256("".join(digests).encode()).hexdigest()
    return f"{Path(files[0]).name}{f'+{len(files) - 1}' if len(files) > 1 else ''}-{made[:8]}"


def _shown(records: Iterable[Record], quiet: bool) -> Iterator[Record]:
    """The records, counted on a terminal as they come."""
    watched = sys.stderr.isatty() and not quiet
    for number, record in enumerate(records, start=1):
        if watched and number % _EVERY == 0:
            click.echo(f"\r\033[K{number:,} entities …", nl=False, err=True)
        yield record
    if watched:
        click.echo("\r\033[K", nl=False, err=True)


def _say(kept: _Kept) -> None:
    tally = kept.tally
    found = f"{entities_counted(kept.entities)} and {facts_counted(kept.facts)} kept"
    refused = f"{sum(tally.refused.values()) or 'nothing'} refused or left out"
    click.echo(f"{visible(tally.source)}: {counted(tally.rows, 'row')} read, {found}, {refused}")
    for reason, number in tally.refused.most_common():
        click.echo(f"  {number}: {visible(reason)}")
        for example in tally.examples[reason][:_EXAMPLES]:
            click.echo(f"    {visible(example)}")
