"""CSV and JSON Lines files of a reference list, read row by row with their line numbers."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from copydesk.core.entity import Entity, Fact, NameForm
from copydesk.entities import schema
from copydesk.entities.schema import Place
from copydesk.errors import EntityListError

_TABLES = {"entities": schema.ENTITY_COLUMNS, "facts": schema.FACT_COLUMNS, "forms": schema.FORM_COLUMNS}
#: cells that hold several values, as JSON arrays in JSONL and with vertical bars in CSV
_LISTS = frozenset({"aliases", "native", "family", "same_as"})


@dataclass(slots=True)
class Rows:
    """Everything read so far, each with the place it came from."""

    entities: list[tuple[Entity, Place]] = field(default_factory=list)
    facts: list[tuple[Fact, Place]] = field(default_factory=list)
    forms: list[tuple[str, NameForm, Place]] = field(default_factory=list)

    def add(self, table: str, row: dict[str, str], at: Place) -> None:
        """Read one row of a table."""
        if table == "entities":
            self.entities.append((schema.entity(row, at), at))
        elif table == "facts":
            self.facts.append((schema.fact(row, at), at))
        else:
            entity, form = schema.form(row, at)
            self.forms.append((entity, form, at))


def read_table(path: str, into: Rows) -> None:
    """Read a ``.csv`` or ``.jsonl`` file. Raises EntityListError for a file or row that is not right."""
    suffix = Path(path).suffix.lower()
    if suffix not in (".csv", ".jsonl"):
        raise EntityListError("not a list that can be read", where=path, remedy="give a .csv or .jsonl file")
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except OSError as error:
        reason = (error.strerror or "cannot be read").lower()
        raise EntityListError(reason, where=path, remedy="check the path and its permissions") from None
    except UnicodeDecodeError as error:
        line = Path(path).read_bytes()[: error.start].count(b"\n") + 1
        raise EntityListError("not UTF-8", where=path, line=line, remedy="save the list as UTF-8") from None
    rows = _csv_rows(path, text) if suffix == ".csv" else _jsonl_rows(path, text)
    for table, row, at in rows:
        into.add(table, row, at)


def _csv_rows(path: str, text: str) -> Iterator[tuple[str, dict[str, str], Place]]:
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    try:
        header = next(reader, None)
        if header is None:
            raise EntityListError("the list is empty", where=path, remedy="its first line names the columns")
        table = _table_of(header, Place(path=path, line=1))
        line = reader.line_num + 1
        for cells in reader:
            at, line = Place(path=path, line=line), reader.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(header):
                raise at.error(f"{len(cells)} cells where the header has {len(header)}", "quote cells that hold a comma")
            yield table, dict(zip(header, (cell.strip() for cell in cells), strict=True)), at
    except csv.Error as error:
        raise EntityListError(f"broken CSV: {error}", where=path, line=reader.line_num, remedy="mend the quoting") from None


def _jsonl_rows(path: str, text: str) -> Iterator[tuple[str, dict[str, str], Place]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        at = Place(path=path, line=number)
        try:
            row = json.loads(line, object_pairs_hook=_Pairs)
        except (ValueError, RecursionError):  # broken, too deep, or a number of more digits than Python reads
            row = None
        if not isinstance(row, _Pairs):
            raise at.error("not a JSON object", "write one object a line")
        table = _table_of([column for column, _ in row], at)
        yield table, {column: _cell(column, value, at) for column, value in row}, at


class _Pairs(list[tuple[str, object]]):
    """A JSON object as it is written, with columns that stand twice."""


def _cell(column: str, value: object, at: Place) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return value
    if type(value) is list and column in _LISTS and all(isinstance(item, str) for item in value):
        return "|".join(value)
    name = "an object" if isinstance(value, _Pairs) else type(value).__name__
    raise at.error(f"{column!r} holds {name}", "write a string, null or, for names, an array of strings")


def _table_of(columns: list[str], at: Place) -> str:
    for table, (required, optional) in _TABLES.items():
        if set(required) <= set(columns):
            known = (*required, *optional)
            for column in columns:
                if column not in known:
                    near = get_close_matches(column, known, 1)
                    remedy = f"did you mean {near[0]!r}?" if near else f"the columns are {', '.join(known)}"
                    raise at.error(f"unknown column {column!r}", remedy)
            if len(set(columns)) < len(columns):
                raise at.error("a column stands twice", "keep one of them")
            return table
    wanted = "; or ".join(", ".join(required) for required, _ in _TABLES.values())
    raise at.error(f"no table has the columns {', '.join(columns) or '(none)'}", f"needed are {wanted}")
