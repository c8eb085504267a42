"""Reads files of judgements and of findings: strictly, but for lines that a kill cut off, which are told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from copydesk.errors import ReviewError
from copydesk.mqm.fields import field
from copydesk.mqm.lines import At, json_object
from copydesk.review.decision import Decision
from copydesk.review.wire import HEAD, SCHEMA, TYPE, decision_of

_HEAD = HEAD.encode()
_BOM = b"\xef\xbb\xbf"
#: strings of JSON, the last of them perhaps without its end
_STRING = re.compile(rb'"(?:[^"\\]|\\.)*(?:"|\\?$)', re.DOTALL)


class Line(At):
    """A line of such a file."""

    __slots__ = ()

    def error(self, message: str, remedy: str) -> ReviewError:
        """An error that points at this line."""
        return ReviewError(message, where=self.path, line=self.line, remedy=remedy)


@dataclass(frozen=True, slots=True, kw_only=True)
class Torn:
    """A line that breaks off: what it began to say was not kept when the program was killed."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: breaks off; the judgement that was being written when the program ended is lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgements:
    """What a file holds: decisions in the order of its lines, and the lines that broke off."""

    decisions: tuple[Decision, ...] = ()
    torn: tuple[Torn, ...] = ()


def read_judgements(path: str | Path) -> Judgements:
    """The judgements of a file. Raises ReviewError naming file, line and remedy for what is neither a judgement nor cut off."""
    decisions: list[Decision] = []
    torn: list[Torn] = []
    for at, row in rows(path):
        if isinstance(row, Torn):
            torn.append(row)
        elif field(row, "type", str, at) != TYPE:
            raise at.error(f"a line of type {row['type']!r} is no judgement", "give the file that the review wrote")
        else:
            decisions.append(decision_of(row, at))
    return Judgements(decisions=tuple(decisions), torn=tuple(torn))


def rows(path: str | Path) -> Iterator[tuple[Line, dict[str, object] | Torn]]:
    """The objects of a file, whatever their type, each with its line; and the lines that a kill cut off.

    After a cut, another line may follow without a line's end between them, where files were put together: both are read.
    """
    for number, text in enumerate(_content(Path(path)).removeprefix(_BOM).split(b"\n"), start=1):
        at = Line(path=str(path), line=number)
        for piece in _pieces(text.strip(b" \t\r\0")):
            yield at, Torn(path=str(path), line=number) if breaks_off(piece) else _object(piece, at)


def breaks_off(line: bytes) -> bool:
    """Whether a line begins as a judgement does and ends within an object or a string, as after a kill."""
    if not line.startswith(_HEAD):
        return bool(line) and _HEAD.startswith(line)
    strings = _STRING.findall(line)
    if strings and not _closed(strings[-1]):
        return True
    bare = _STRING.sub(b"", line)
    return bare.count(b"{") > bare.count(b"}")


def _closed(string: bytes) -> bool:
    """Whether a string of JSON has its end: a quotation mark that no backslash takes away."""
    inner = string[1:]
    return inner.endswith(b'"') and (len(inner[:-1]) - len(inner[:-1].rstrip(b"\\"))) % 2 == 0


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "cannot be read").lower()
        raise ReviewError(reason, where=str(path), remedy="check the path and its permissions") from None


def _pieces(line: bytes) -> Iterator[bytes]:
    """The line, cut before each head of a judgement but the first: inside a string its quotation marks would be escaped."""
    starts = [match.start() for match in re.finditer(re.escape(_HEAD), line)]
    cuts = [0, *(start for start in starts if start), len(line)]
    yield from (piece for start, end in pairwise(cuts) if (piece := line[start:end].strip()))


def _object(piece: bytes, at: Line) -> dict[str, object]:
    try:
        row = json_object(piece.decode(), at)
    except UnicodeDecodeError as error:
        raise at.error(f"broken UTF-8 at byte {error.start} of the line", "save the file as UTF-8") from None
    if field(row, "schema", int, at) != SCHEMA:
        raise at.error(f"schema {row['schema']} is not known", f"this copydesk reads schema {SCHEMA}; update it")
    return row
