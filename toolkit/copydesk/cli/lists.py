"""Validates reference lists, one after the other and all together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click

from copydesk.cli.counting import entities_counted
from copydesk.core.entity import Entity, Kind
from copydesk.entities import load_entities
from copydesk.entities.loading import BUILT
from copydesk.entities.store import Store
from copydesk.entities.tables import Rows, read_table
from copydesk.errors import EntityListError
from copydesk.render.text import counted
from copydesk.render.visible import visible


def validate(files: tuple[str, ...], *, default: bool) -> int:
    """Print the counts of every good list and the error of every broken one; 2 when there is a broken one."""
    good = list(files)
    while good:
        try:
            load_entities(*good, default=default)
            break
        except EntityListError as error:
            click.echo(f"copydesk: error: {visible(str(error))}", err=True)
            if error.where not in good:
                return 2
            good = [file for file in good if file != error.where]
    for file in good:
        click.echo(f"{visible(file)}: {_counts(file)}")
    return 0 if len(good) == len(files) else 2


def _counts(file: str) -> str:
    if Path(file).suffix.lower() == BUILT:
        store = Store.opened(Path(file))
        return _told(store.entities(), 0, store.count_facts())
    rows = Rows()
    read_table(file, rows)
    return _told((entity for entity, _ in rows.entities), len(rows.forms), len(rows.facts))


def _told(entities: Iterable[Entity], forms: int, facts: int) -> str:
    kinds: Counter[Kind] = Counter()
    for entity in entities:
        kinds[entity.kind] += 1
        forms += 1 + len(entity.forms)
    by_kind = ", ".join(f"{kinds[kind]} {kind.value}" for kind in Kind if kinds[kind])
    found = entities_counted(kinds.total())
    return f"{found}{f' ({by_kind})' if by_kind else ''}, {counted(forms, 'form')}, {counted(facts, 'fact')}"
