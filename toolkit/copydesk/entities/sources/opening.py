"""Lines and rows of a published file, each with the place it stands at."""

from __future__ import annotations

import csv
import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO, cast

from copydesk.entities.schema import Place
from copydesk.errors import EntityListError


def lines(path: str) -> Iterator[tuple[Place, str]]:
    """The lines of a UTF-8 file, plain or ``.gz``; bytes that are no UTF-8 become U+FFFD.

    Raises EntityListError where the file cannot be read.
    """
    try:
        with _opened(path) as file:
            for number, line in enumerate(file, start=1):
                yield Place(path=path, line=number), line
    except (OSError, EOFError, zlib.error) as error:
        reason = str(getattr(error, "strerror", None) or "broken file").lower()
        raise EntityListError(reason, where=path, remedy="check the path, its permissions and that it is whole") from None


def rows(path: str) -> Iterator[tuple[Place, dict[str, str]]]:
    """The rows of a CSV or tab-separated file with a header, by column; cells that a row lacks are empty.

    Raises EntityListError as `lines`.
    """
    texts = (line for _, line in lines(path))
    if path.removesuffix(".gz").endswith(".tsv"):
        reader = csv.DictReader(texts, restval="", restkey="", delimiter="\t", quoting=csv.QUOTE_NONE)
    else:
        reader = csv.DictReader(texts, restval="", restkey="")
    start = 2
    try:
        for row in reader:
            yield Place(path=path, line=start), {name: cell for name, cell in row.items() if isinstance(cell, str)}
            start = reader.line_num + 1
    except csv.Error as error:
        raise EntityListError(f"broken CSV: {error}", where=path, line=reader.line_num, remedy="mend the quoting") from None


def _opened(path: str) -> TextIO:
    if path.endswith(".gz"):
        return cast(TextIO, gzip.open(path, "rt", encoding="utf-8", errors="replace", newline=""))
    return Path(path).open(encoding="utf-8", errors="replace", newline="")
