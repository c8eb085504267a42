"""A table of claims for spreadsheets and data frames (RFC 4180, with the line ends of this system's other tables)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from copydesk.core.claim import Judgement, Party
from copydesk.core.lines import Lines
from copydesk.core.report import DocumentReport
from copydesk.render import wire
from copydesk.render.base import Style
from copydesk.render.claims.words import rows
from copydesk.render.known import Known
from copydesk.render.tally import Tally
from copydesk.render.visible import visible

COLUMNS = (
    "path", "line", "column", "start", "end", "text", "relation", "subject", "subject_id", "subject_name", "predicate",
    "object", "object_id", "object_name", "qualifier", "implied", "as_of", "verdict", "reason", "fault", "score", "extraction",
    "link", "fact", "message", "rows",
)  # fmt: skip
#: a spreadsheet runs what begins so, and takes an apostrophe away that stands before it
_RUNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "'")


class Csv:
    """``--format csv``: a row a claim under a header; offsets, line and column as in the wire schema.

    What is unknown is an empty cell. Characters that act on a terminal, line ends included, are escaped as `visible` does; a
    cell of words that a spreadsheet would run as a formula has an apostrophe before it, and so has one that begins with an
    apostrophe. The rows that a verdict rests on stand in one cell, apart by " | ".
    """

    def __init__(self, style: Style) -> None:
        self._known = style.known
        self._begun = False

    def document(self, report: DocumentReport) -> Iterator[str]:
        """The rows of one document."""
        yield from self._begin()
        lines = Lines(report.document.text)
        for item in report.claims:
            yield _line(_cells(item, report.document.path, lines, self._known))

    def problem(self, _: wire.Problem, /) -> Iterator[str]:
        """Nothing: errors go to standard error."""
        yield from ()

    def end(self, _: Tally, /) -> Iterator[str]:
        """The header where nothing else was printed."""
        yield from self._begin()

    def _begin(self) -> Iterator[str]:
        if not self._begun:
            self._begun = True
            yield _line(COLUMNS)


def _cells(item: Judgement, path: str, lines: Lines, known: Known) -> Sequence[object]:
    claim, parts = item.claim, item.parts
    line, column = lines.place(claim.span.start)
    return (
        _words(path), line, column, claim.span.start, claim.span.end, _words(claim.text), _words(claim.relation),
        *_party(claim.subject), _words(claim.predicate), *_party(claim.object), _words(claim.qualifier),
        "yes" if claim.implied else "no", item.as_of, item.verdict.value, item.reason and item.reason.value,
        item.fault and item.fault.value, wire.number(item.score), *(
            (None, None, None) if parts is None else map(wire.number, (parts.extraction, parts.link, parts.fact))
        ), _words(item.message), _words(" | ".join(rows(item, known))),
    )  # fmt: skip


def _party(party: Party) -> Iterator[str | None]:
    yield _words(party.text)
    yield None if party.entity is None else _words(party.entity.id)
    yield None if party.entity is None else _words(party.entity.name)


def _words(text: str | None) -> str | None:
    if text is None:
        return None
    shown = visible(text)
    return f"'{shown}" if shown.startswith(_RUNS) else shown


def _line(cells: Sequence[object]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerow(cells)
    return written.getvalue()
