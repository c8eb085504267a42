"""What every output format does: it turns results into printable pieces, one document at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from copydesk.core.report import DocumentReport
from copydesk.render.known import Known
from copydesk.render.tally import Tally
from copydesk.render.wire import Problem


class View(StrEnum):
    """Which stage of the work is shown."""

    FINDINGS = "findings"
    MENTIONS = "mentions"
    LINKS = "links"
    SENTENCES = "sentences"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How to print: columns, colours, which stage, whether to leave all but the results out, and who is who in the list."""

    width: int = 100
    colour: bool = False
    quiet: bool = False
    view: View = View.FINDINGS
    known: Known = field(default_factory=Known, compare=False)
    #: where a format that makes a file an article puts them
    folder: Path | None = None


class Renderer(Protocol):
    """One output format. The pieces hold their own line ends; documents come in any number and are not kept."""

    def document(self, report: DocumentReport, /) -> Iterator[str]:
        """What is printed of one document."""

    def problem(self, problem: Problem, /) -> Iterator[str]:
        """What the format itself says of something that could not be done; nothing where that goes to standard error."""

    def end(self, tally: Tally, /) -> Iterator[str]:
        """What comes after the last document."""
