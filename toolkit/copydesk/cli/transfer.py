"""What ``copydesk entities export`` does: lists into the files of other programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from copydesk.cli.counting import entities_counted, facts_counted
from copydesk.core.entity import Entity, Fact, Kind
from copydesk.entities.exporting import write_csv, write_ftm, write_jsonl
from copydesk.entities.listing import EntityList
from copydesk.errors import EntityListError
from copydesk.render.visible import visible

#: how the three tables are called that are written into a folder
_NAME = "list"


def export_list(entities: EntityList, to: str, out: Path, *, country: str | None = None, kind: Kind | None = None) -> None:
    """Write a list, or its entities of one country or kind with the facts about them, and say what was written.

    Both are read as they are written. Raises EntityListError where nothing is left and where the files cannot be written.
    """
    chosen = {entity.id for entity in _of(entities, country, kind)}
    if not chosen:
        raise EntityListError("no entity to export", remedy="loosen --country and --kind")
    told = _Counted(fact for fact in entities.stated() if fact.subject in chosen)
    for path in _write(_of(entities, country, kind), told, to, out):
        click.echo(f"wrote {visible(path)}")
    click.echo(f"{entities_counted(len(chosen))}, {facts_counted(told.number)}")


def checked_output(out: Path, *, folder: bool) -> None:
    """Raise EntityListError for a file that could not be written in the end, before hours are spent on it."""
    if not out.parent.is_dir():
        raise EntityListError("no such folder", where=str(out.parent), remedy="make it first")
    if out.is_dir() and not folder:
        raise EntityListError("is a folder", where=str(out), remedy="name a file in it")


def _of(entities: EntityList, country: str | None, kind: Kind | None) -> Iterator[Entity]:
    return (e for e in entities.entities if country in (None, e.country) and kind in (None, e.kind))


class _Counted:
    """Facts that are counted as they go by."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self.number = 0
        self._facts = facts

    def __iter__(self) -> Iterator[Fact]:
        for fact in self._facts:
            self.number += 1
            yield fact


def _write(entities: Iterable[Entity], facts: Iterable[Fact], to: str, out: Path) -> Iterable[str]:
    checked_output(out, folder=to == "csv")
    if to == "csv":
        inside = out.is_dir()
        return write_csv(
            entities, facts, str(out if inside else out.parent), _NAME if inside else out.name.removesuffix(".csv")
        )
    return [(write_jsonl if to == "jsonl" else write_ftm)(entities, facts, str(out))]
