"""The claims of a document as a compact table, one line each."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size

from copydesk.core.claim import Judgement
from copydesk.core.lines import Lines
from copydesk.core.report import DocumentReport
from copydesk.render.excerpt import padded
from copydesk.render.paint import Paint
from copydesk.render.visible import visible

_WIDEST_QUOTE = 48


def claim_table(report: DocumentReport, lines: Lines, paint: Paint, width: int) -> Iterator[str]:
    """A line a claim: the verdict, where, the words, and what the list says to them."""
    if not report.claims:
        return
    rows = [(item, _place(item, lines), f"“{visible(item.claim.text)}”") for item in report.claims]
    verdicts = max(len(_verdict(item)) for item, _, _ in rows)
    places = max(len(place) for _, place, _ in rows)
    quotes = min(max(_WIDEST_QUOTE, width // 3), max(cell_len(quote) for _, _, quote in rows))
    yield f"claims in {visible(report.document.path)}:\n"
    for item, place, quote in rows:
        verdict = paint.by(item.verdict, padded(_verdict(item), verdicts))
        yield f"  {verdict}  {place.rjust(places)}  {_fitted(quote, quotes)}  {visible(_answer(item))}".rstrip() + "\n"
    yield "\n"


def _verdict(item: Judgement) -> str:
    return item.verdict.value.replace("_", " ")


def _place(item: Judgement, lines: Lines) -> str:
    line, column = lines.place(item.claim.span.start)
    return f"{line}:{column}"


def _fitted(quote: str, cells: int) -> str:
    return padded(quote, cells) if cell_len(quote) <= cells else set_cell_size(quote, cells - 2) + "…”"


def _answer(item: Judgement) -> str:
    """The message and the reason; for a claim without a message, the statement as it was understood."""
    claim = item.claim
    message = item.message or f"{claim.subject.text}: {claim.predicate} {claim.object.text}".strip()
    return f"{message} [{item.reason.value}]" if item.reason else message
