"""The claims of each file as a table for reading."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.core.lines import Lines
from copydesk.core.report import DocumentReport
from copydesk.render.base import Style
from copydesk.render.claimview import claim_table
from copydesk.render.tally import Tally
from copydesk.render.text import claim_summary
from copydesk.render.wire import Problem


class Table:
    """``--format table``."""

    def __init__(self, style: Style) -> None:
        self._style = style

    def document(self, report: DocumentReport) -> Iterator[str]:
        """The table of one document; nothing for one without claims."""
        yield from claim_table(report, Lines(report.document.text), self._style)

    def problem(self, _: Problem, /) -> Iterator[str]:
        """Nothing: errors go to standard error."""
        yield from ()

    def end(self, tally: Tally) -> Iterator[str]:
        """The counts."""
        if not self._style.quiet:
            yield f"{claim_summary(tally)}\n"
