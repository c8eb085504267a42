"""What was asked for on the command line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from copydesk.core.dates import PartialDate

ORIGIN = "command line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options of ``copydesk check``, one field each. None means that the settings decide."""

    paths: tuple[str, ...]
    format: str
    entities: tuple[str, ...]
    default_entities: bool | None
    select: tuple[tuple[str, ...], ...]
    ignore: tuple[tuple[str, ...], ...]
    min_confidence: float | None
    date: PartialDate | None
    source: str | None
    reader: str | None
    spans: str | None
    diff: bool
    fix: bool
    unsafe_fixes: bool
    mentions: bool
    links: bool
    sentences: bool
    exit_zero: bool
    config: str | None
    output: str | None
    color: str
    quiet: bool

    @property
    def start(self) -> Path:
        """Where the search for a settings file begins: at the first input, else in the working folder."""
        return start_of(self.paths[0])

    @property
    def writes(self) -> bool:
        """Whether articles may be changed."""
        return self.fix and not self.diff

    @property
    def settings(self) -> dict[str, Any]:
        """The settings that an option replaces."""
        given = {
            "select": tuple(code for codes in self.select for code in codes) or None,
            "ignore": tuple(code for codes in self.ignore for code in codes) or None,
            "min-confidence": self.min_confidence,
            "entities": self.entities or None,
            "default-entities": self.default_entities,
            "date": self.date,
            "reader": self.reader,
        }
        return {key: value for key, value in given.items() if value is not None}


def start_of(path: str) -> Path:
    """The folder of an input; the working folder for standard input and for what is not there."""
    given = Path(path)
    if given.is_dir():
        return given
    return given.parent if given.is_file() else Path()
