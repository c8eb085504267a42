"""How well each sentence reads, one line each."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size

from copydesk.core.lines import Lines
from copydesk.core.report import DocumentReport
from copydesk.render.paint import Paint
from copydesk.render.visible import visible

_NARROWEST = 20


def sentences(report: DocumentReport, lines: Lines, paint: Paint, width: int) -> Iterator[str]:
    """Place, quality (1 is best), probability of a major error, and as much of the sentence as fits on the line."""
    for item in report.sentences:
        line, column = lines.place(item.span.start)
        place = f"{visible(report.document.path)}:{line}:{column}:"
        said = f"quality {item.quality:.2f}, major error {item.major:.2f}"
        words = visible(" ".join(item.span.of(report.document.text).split()))
        room = max(_NARROWEST, width - cell_len(place) - len(said) - 3)
        yield f"{paint.bold(place)} {said}  {words if cell_len(words) <= room else set_cell_size(words, room - 1) + '…'}\n"
    if not report.sentences:
        yield f"{visible(report.document.path)}: no reader that rates sentences has read this\n"
