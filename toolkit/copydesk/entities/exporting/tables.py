"""CSV and JSON Lines files that copydesk reads as a list of the user's own."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TextIO

from copydesk.core.entity import Entity, Fact
from copydesk.entities import schema
from copydesk.entities.exporting.rows import json_line, row_of, rows_of
from copydesk.entities.exporting.whole import whole_files
from copydesk.entities.schema import Place

#: columns that hold several values, apart by vertical bars
_SEVERAL = frozenset({"aliases", "native", "family", "same_as"})
#: what a text reader takes for the end of a line, though a CSV writer does not quote it
_LINE_ENDS = frozenset("\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")


def write_csv(entities: Iterable[Entity], facts: Iterable[Fact], folder: str, name: str) -> tuple[str, ...]:
    """Write ``NAME.entities.csv``, ``NAME.facts.csv`` and ``NAME.forms.csv`` into a folder and give the paths.

    A table without rows is not written, and an older one of its name removed. Raises EntityListError for what the tables cannot
    hold and where the folder does not take them; the files are then as they were.
    """
    paths = [Path(folder) / f"{name}.{table}.csv" for table in ("entities", "facts", "forms")]
    with whole_files(*paths) as (entity_file, fact_file, form_file):
        put_form = _csv_table(form_file, _columns(schema.FORM_COLUMNS))
        put_entity = _csv_table(entity_file, _columns(schema.ENTITY_COLUMNS))
        put_fact = _csv_table(fact_file, _columns(schema.FACT_COLUMNS, without="precision"))
        for number, entity in enumerate(entities, start=2):
            row, forms = rows_of(entity, Place(path=str(paths[0]), line=number))
            put_entity(row)
            for form in forms:
                put_form(form)
        for number, fact in enumerate(facts, start=2):
            put_fact(row_of(fact, Place(path=str(paths[1]), line=number)))
    return tuple(str(path) for path in paths if path.exists())


def write_jsonl(entities: Iterable[Entity], facts: Iterable[Fact], path: str) -> str:
    """Write one JSON Lines file with entities, each with its further forms after it, and then facts; give its path.

    Raises EntityListError as `write_csv`. Without a row there is no file.
    """
    line = 0

    def put(row: Mapping[str, object]) -> None:
        nonlocal line
        line += 1
        file.write(json_line(row))

    with whole_files(Path(path)) as (file,):
        for entity in entities:
            row, forms = rows_of(entity, Place(path=path, line=line + 1))
            put({column: cell.split("|") if column in _SEVERAL else cell for column, cell in row.items()})
            for form in forms:
                put(form)
        for fact in facts:
            # the table of a row is known by its columns, so the object stands there even where there is none
            put({"object": None, **row_of(fact, Place(path=path, line=line + 1))})
    return path


def _columns(columns: tuple[tuple[str, ...], tuple[str, ...]], without: str = "") -> list[str]:
    return [column for column in (*columns[0], *columns[1]) if column != without]


def _csv_table(file: TextIO, columns: list[str]) -> Callable[[Mapping[str, str]], None]:
    """A function that writes one row, with the header before the first."""
    plain = csv.DictWriter(file, columns, restval="", lineterminator="\n")
    quoted = csv.DictWriter(file, columns, restval="", lineterminator="\n", quoting=csv.QUOTE_ALL)
    empty = True

    def put(row: Mapping[str, str]) -> None:
        nonlocal empty
        if empty:
            plain.writeheader()
        empty = False
        odd = any(_LINE_ENDS & set(cell) for cell in row.values())
        (quoted if odd else plain).writerow(row)

    return put
