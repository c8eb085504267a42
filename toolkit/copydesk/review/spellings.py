"""Accepted spellings, added to a list of the user's own, so that the next check takes them for right."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from copydesk.core.entity import Entity, FormType
from copydesk.entities import EntityList, schema
from copydesk.entities.listing import RIGHT
from copydesk.entities.schema import Place
from copydesk.entities.tables import Rows, read_table
from copydesk.errors import EntityListError
from copydesk.fixing import replacing

#: forms that no check flags
_FINE = (*RIGHT, FormType.FOREIGN)
_BOM = b"\xef\xbb\xbf"
_COLUMNS = (*schema.FORM_COLUMNS[0], *schema.FORM_COLUMNS[1])
#: one at a time within a program
_ONE = Lock()


def accept_spelling(path: str, entity: str, spelling: str, entities: EntityList, *, source: str = "") -> bool:
    """Add a spelling of an entity (its id) to the CSV table of forms at ``path``, which is made where there is none.

    ``entities`` is the list in use, with or without that table; ``source`` says who accepted the spelling. The rest of the file
    stays byte by byte; it appears whole or not at all. False where the list or the table has the spelling as a right one
    already: nothing is then written. Raises EntityListError for an unknown entity, a spelling that no list could hold, and a
    file that is broken, of another kind, or cannot be written.
    """
    if Path(path).suffix.lower() != ".csv":
        raise EntityListError("not a table of forms", where=path, remedy="name a .csv file")
    at = Place(path=path, line=1)
    known = entities.get(entity)
    if known is None:
        raise EntityListError(f"no entity has the id {entity!r}", where=path, remedy="look it up with copydesk entities search")
    row = {"entity": entity, "form": spelling, "type": FormType.ALIAS.value, "lang": "", "source": " ".join(source.split())}
    row["form"] = schema.form(row, at)[1].text
    with _ONE, _told(path):
        before = _content(path)
        if _has(known, row["form"]) or any(_same(path, entity, row["form"])):
            return False
        after = before + _line(row, before, at)
        with replacing(Path(path)) as file:
            file.write(after)
            if _content(path) != before:
                raise EntityListError("changed meanwhile", where=path, remedy="accept the spelling again")
    return True


def _has(entity: Entity, spelling: str) -> bool:
    return spelling == entity.name or spelling in entity.written(*_FINE)


def _same(path: str, entity: str, spelling: str) -> Iterator[bool]:
    """Whether a row of the file says the same, for each row. Raises EntityListError where the file is broken."""
    rows = Rows()
    if Path(path).exists() and Path(path).stat().st_size:
        read_table(path, rows)
    for ident, form, _ in rows.forms:
        yield ident == entity and form.text == spelling and form.type in _FINE


def _content(path: str) -> bytes:
    return Path(path).read_bytes() if Path(path).exists() else b""


def _line(row: dict[str, str], before: bytes, at: Place) -> bytes:
    """The row as the file writes its rows, after a header or a line's end where one is missing."""
    text = before.removeprefix(_BOM).decode()
    end = "\r\n" if "\r\n" in text else "\n"
    if not text.strip():
        return _csv((_COLUMNS, [row[column] for column in _COLUMNS]), end)
    header = next(csv.reader(text.splitlines(keepends=True)))
    if not {"entity", "form", "type"} <= set(header):
        raise at.error("not a table of forms", f"name another file, whose columns are {', '.join(_COLUMNS)}")
    return (b"" if text.endswith(("\n", "\r")) else end.encode()) + _csv([[row.get(column, "") for column in header]], end)


def _csv(rows: Sequence[Sequence[str]], end: str) -> bytes:
    file = io.StringIO()
    csv.writer(file, lineterminator=end).writerows(rows)
    return file.getvalue().encode(errors="backslashreplace")


@contextmanager
def _told(path: str) -> Iterator[None]:
    """What the disk refuses, as an error that names the file."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or "cannot be written").lower()
        raise EntityListError(reason, where=path, remedy="check the folder and its permissions") from None
