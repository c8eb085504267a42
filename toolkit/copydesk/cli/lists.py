"""Validates reference lists, one after the other and all together."""

from __future__ import annotations

from collections import Counter

import click

from copydesk.core.entity import Kind
from copydesk.entities import load_entities
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
    rows = Rows()
    read_table(file, rows)
    kinds = Counter(entity.kind for entity, _ in rows.entities)
    by_kind = ", ".join(f"{kinds[kind]} {kind.value}" for kind in Kind if kinds[kind])
    forms = sum(1 + len(entity.forms) for entity, _ in rows.entities) + len(rows.forms)
    found = "1 entity" if len(rows.entities) == 1 else f"{len(rows.entities) or 'no'} entities"
    return f"{found}{f' ({by_kind})' if by_kind else ''}, {counted(forms, 'form')}, {counted(len(rows.facts), 'fact')}"
