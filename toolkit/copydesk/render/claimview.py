"""The claims of a document as a table for reading: a row a claim, with the answer and the rows behind it below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from copydesk.core.claim import Judgement
from copydesk.core.lines import Lines
from copydesk.core.report import DocumentReport
from copydesk.render.base import Style
from copydesk.render.claims.words import answer, plain, rows
from copydesk.render.excerpt import padded
from copydesk.render.paint import Paint
from copydesk.render.visible import visible
from copydesk.render.wrapping import wrapped

_HEADER = ("line:col", "relation", "verdict", "reason", "score", "as of", "claim")
_VERDICT, _AS_OF = _HEADER.index("verdict"), _HEADER.index("as of")
#: cells that a claim gets at least
_NARROWEST = 24
#: rows behind an answer that are shown
_FEW = 4


def claim_table(report: DocumentReport, lines: Lines, style: Style) -> Iterator[str]:
    """The table as lines with their ends, and an empty one behind it. A day that all are judged at stands in the heading."""
    if not report.claims:
        return
    paint = Paint(style.colour)
    header, *cells = _without_shared_day([_HEADER, *(_cells(item, lines) for item in report.claims)])
    widths = [max(cell_len(row[at]) for row in (header, *cells)) for at in range(len(header) - 1)]
    shared = f", {_day(report.claims[0])}" if len(header) < len(_HEADER) else ""
    yield f"claims in {visible(report.document.path)}{shared}:\n"
    yield f"{paint.gutter(_joined(header, widths))}\n"
    for item, row in zip(report.claims, cells, strict=True):
        for number, line in enumerate(_wrapped(row, widths, style.width)):
            yield f"{_coloured(line, widths, item, paint) if number == 0 else _joined(line, widths)}\n"
        yield from _behind(item, style, 2 + widths[0] + 2)
    yield "\n"


def _cells(item: Judgement, lines: Lines) -> tuple[str, ...]:
    line, column = lines.place(item.claim.span.start)
    return (
        f"{line}:{column}",
        visible(plain(item.claim.relation)),
        plain(item.verdict.value),
        plain(None if item.reason is None else item.reason.value),
        "" if item.score is None else f"{item.score:.2f}",
        "" if item.as_of is None else str(item.as_of),
        f"“{visible(item.claim.text)}”",
    )


def _without_shared_day(table: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    if len({row[_AS_OF] for row in table[1:]}) > 1:
        return table
    return [(*row[:_AS_OF], *row[_AS_OF + 1 :]) for row in table]


def _day(item: Judgement) -> str:
    return "undated" if item.as_of is None else f"as of {item.as_of}"


def _wrapped(row: Sequence[str], widths: Sequence[int], width: int) -> Iterator[list[str]]:
    """The row, and more lines for a claim that does not fit behind the other cells."""
    room = max(_NARROWEST, width - sum(size + 2 for size in widths) - 2)
    first, *more = wrapped(row[-1], room)
    yield [*row[:-1], first]
    yield from ([*("" for _ in row[:-1]), line] for line in more)


def _joined(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [padded(cell, size) for cell, size in zip(row, widths, strict=False)]
    return f"  {'  '.join([*cells, row[-1]])}".rstrip()


def _coloured(row: Sequence[str], widths: Sequence[int], item: Judgement, paint: Paint) -> str:
    shown = list(row)
    shown[_VERDICT] = paint.by(item.verdict, padded(row[_VERDICT], widths[_VERDICT]))
    return _joined(shown, widths)


def _behind(item: Judgement, style: Style, indent: int) -> Iterator[str]:
    """The answer, and the rows that it rests on."""
    found = list(rows(item, style.known))
    more = [f"… and {len(found) - _FEW} more"] if len(found) > _FEW else []
    room = max(_NARROWEST, style.width - indent - 2)
    for mark, words in (("", answer(item)), *(("- ", words) for words in [*found[:_FEW], *more])):
        for number, line in enumerate(wrapped(visible(words), room)):
            yield f"{' ' * indent}{mark if number == 0 else ' ' * len(mark)}{line}".rstrip() + "\n"
