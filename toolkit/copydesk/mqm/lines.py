"""Files of annotations as streams of lines, plain or gzip, each line with the place it stands at."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from copydesk.errors import InputError

#: bytes; a longer line is no row of any format read here
LONGEST_LINE = 64 * 2**20
_BOM, _GZIP = b"\xef\xbb\xbf", b"\x1f\x8b"


@dataclass(frozen=True, slots=True, kw_only=True)
class At:
    """Where a row stands: the file, and the line counted from 1 or, in a file that is one value, the part of it."""

    path: str
    line: int | None = None
    part: str | None = None

    def error(self, message: str, remedy: str) -> InputError:
        """An error that points at this row."""
        message = f"{self.part}: {message}" if self.part else message
        return InputError(message, where=self.path, line=self.line, remedy=remedy)


def lines(path: str | Path) -> Iterator[tuple[At, str]]:
    """The lines of a UTF-8 file without their ends, one at a time. Gzip is told by the first bytes.

    Raises InputError, with file and line, where it cannot be opened, breaks off, is not UTF-8 or has a line of more than
    `LONGEST_LINE` bytes.
    """
    number = 0
    try:
        with _opened(Path(path)) as file:
            while line := file.readline(LONGEST_LINE + 1):
                number += 1
                at = At(path=str(path), line=number)
                if len(line) > LONGEST_LINE:
                    raise at.error("a line too long", f"a line has at most {LONGEST_LINE // 2**20} MiB")
                yield at, _text(line.removeprefix(_BOM) if number == 1 else line, at)
    except (OSError, EOFError, zlib.error) as error:
        if getattr(error, "errno", None) is None:
            raise At(path=str(path), line=number + 1).error("the packed file breaks off", "fetch the file again") from None
        reason = (getattr(error, "strerror", None) or "cannot be read").lower()
        raise InputError(reason, where=str(path), remedy="check the path and its permissions") from None


def objects(path: str | Path) -> Iterator[tuple[At, dict[str, object]]]:
    """The JSON objects of a file of JSON lines; empty lines are passed over. Raises InputError as `lines` does."""
    return ((at, json_object(text, at)) for at, text in lines(path) if text.strip())


def json_object(text: str, at: At) -> dict[str, object]:
    """The object that a text holds. Raises InputError for anything else."""
    value = json_value(text, at)
    if not isinstance(value, dict):
        raise at.error("not a JSON object", "write one object, such as {…}")
    return cast(dict[str, object], value)


def json_value(text: str, at: At) -> object:
    """The JSON value that a text holds. Raises InputError where it is no JSON."""
    try:
        return cast(object, json.loads(text))
    except (ValueError, RecursionError) as error:  # broken, too deep, or a number of more digits than Python reads
        reason = str(error).split(":")[0].lower()
        raise at.error(f"not JSON: {reason}", "write the file again with a JSON library") from None


def _opened(path: Path) -> BinaryIO:
    with path.open("rb") as file:
        start = file.read(2)
    return cast(BinaryIO, gzip.open(path, "rb")) if start == _GZIP else path.open("rb")


def _text(line: bytes, at: At) -> str:
    try:
        return line.decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise at.error(f"broken UTF-8 at byte {error.start} of the line", "save the file as UTF-8") from None
