"""Files of a user as streams of lines: plain, gzip or bzip2, of any size, each line with the place it stands at."""

from __future__ import annotations

import bz2
import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from copydesk.entities.importing.intake import Intake
from copydesk.entities.schema import Place
from copydesk.errors import EntityListError

#: bytes; a longer line is no row of any format read here, and reading it would take the memory of the machine
LONGEST_LINE = 64 * 2**20
_BOM = b"\xef\xbb\xbf"
_GZIP, _BZIP2 = b"\x1f\x8b", b"BZh"


def lines(path: str, intake: Intake) -> Iterator[tuple[Place, bytes]]:
    """The lines of a file with their ends, without a byte order mark. How it is packed is told by its first bytes.

    Raises EntityListError where it cannot be opened at all. A file that breaks off and a line of more than `LONGEST_LINE` bytes
    are broken rows; what came before the break is kept.
    """
    number = 0
    try:
        with _opened(path) as file:
            while line := file.readline(LONGEST_LINE + 1):
                number += 1
                at = Place(path=path, line=number)
                if len(line) > LONGEST_LINE:
                    _skip_line(file, line)
                    intake.broken("a line too long", at, f"a line has at most {LONGEST_LINE // 2**20} MiB; take it out")
                    continue
                yield at, line.removeprefix(_BOM) if number == 1 else line
    except (OSError, EOFError, zlib.error) as error:
        if getattr(error, "errno", None) is not None:
            raise _unreadable(path, error) from None
        intake.broken("truncated", Place(path=path, line=number + 1), "fetch the file again", "the packed file breaks off")


def text_of(line: bytes, at: Place, intake: Intake) -> str | None:
    """The text of a line; None for one that is not UTF-8, which is a broken row."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as error:
        intake.broken("not UTF-8", at, "save the file as UTF-8", repr(line[max(error.start - 20, 0) : error.start + 20]))
        return None


def object_of(line: bytes, at: Place, intake: Intake) -> dict[str, object] | None:
    """The JSON object of a line; None for anything else, which is a broken row."""
    text = text_of(line, at, intake)
    if text is None:
        return None
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):  # broken, too deep, or a number of more digits than Python reads
        value = None
    if not isinstance(value, dict):
        intake.broken("not a JSON object", at, "write one object a line", " ".join(text[:60].split()))
        return None
    return cast(dict[str, object], value)


def _opened(path: str) -> BinaryIO:
    with Path(path).open("rb") as file:
        start = file.read(3)
    if start.startswith(_GZIP):
        return cast(BinaryIO, gzip.open(path, "rb"))
    if start.startswith(_BZIP2):
        return cast(BinaryIO, bz2.open(path, "rb"))
    return Path(path).open("rb")


def _skip_line(file: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = file.readline(2**20)


def _unreadable(path: str, error: Exception) -> EntityListError:
    reason = (getattr(error, "strerror", None) or "cannot be read").lower()
    return EntityListError(reason, where=path, remedy="check the path and its permissions")
