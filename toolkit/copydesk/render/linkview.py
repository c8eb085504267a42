"""What was found before any rule ran: the mentions by status, or every link with its candidates and reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from copydesk.core.evidence import Evidence
from copydesk.core.lines import Lines
from copydesk.core.mention import Candidate, Link, LinkStatus
from copydesk.core.report import DocumentReport
from copydesk.render.excerpt import padded
from copydesk.render.paint import Paint
from copydesk.render.visible import visible

_HEAD = ("feature", "score", "weight", "text", "list", "detail")


def mentions(report: DocumentReport, lines: Lines, paint: Paint) -> Iterator[str]:
    """The mentions of a document, those of one status together."""
    count = len(report.links)
    yield paint.bold(f"{visible(report.document.path)}: {count or 'no'} mention{'' if count == 1 else 's'}") + "\n"
    for status in LinkStatus:
        links = [link for link in report.links if link.status is status]
        if not links:
            continue
        yield f"{paint.by(status, _words(status))} ({len(links)})\n"
        places = max(len(_place(link, lines)) for link in links)
        for link in links:
            yield f"  {_place(link, lines).rjust(places)}  “{visible(link.mention.text)}”{_meaning(link)}\n"
    yield "\n"


def links(report: DocumentReport, lines: Lines, paint: Paint) -> Iterator[str]:
    """Each link of a document: the words, the decision, and the candidates with their probabilities and reasons."""
    for link in report.links:
        place = paint.bold(f"{visible(report.document.path)}:{_place(link, lines)}:")
        yield f"{place} {paint.by(link.status, _words(link.status))} “{visible(link.mention.text)}”{_meaning(link)}\n"
        if link.mention.context is not None:
            yield f"   beside it: {visible(link.mention.context.text)}\n"
        yield from _decision(link)
        for number, candidate in enumerate(link.candidates, start=1):
            yield from _candidate(number, candidate)
        yield "\n"


def _words(status: LinkStatus) -> str:
    return status.value.replace("_", " ")


def _place(link: Link, lines: Lines) -> str:
    line, column = lines.place(link.mention.span.start)
    return f"{line}:{column}"


def _meaning(link: Link) -> str:
    if link.entity is None:
        return ""
    sure = "" if link.probability is None else f" ({link.probability:.2f})"
    instead = f", write {visible(link.replacement)}" if link.replacement else ""
    return f" → {visible(link.entity.name)} [{visible(link.entity.id)}]{sure}{instead}"


def _decision(link: Link) -> Iterator[str]:
    """The reasons of the decision, unless they are the first candidate's own."""
    own = link.candidates[0].evidence if link.candidates else ()
    if link.evidence and link.evidence != own:
        yield "   decided by:\n"
        yield from _table(link.evidence)


def _candidate(number: int, item: Candidate) -> Iterator[str]:
    form = f" as “{visible(item.form)}”" if item.form != item.entity.name else ""
    yield f"   {number}. {visible(item.entity.name)} [{visible(item.entity.id)}]{form} {item.probability:.2f}\n"
    yield from _table(item.evidence)


def _table(evidence: Sequence[Evidence]) -> Iterator[str]:
    rows = [_HEAD, *(_cells(item) for item in evidence)] if evidence else []
    widths = [max(cell_len(row[column]) for row in rows) for column in range(len(_HEAD))] if rows else []
    for row in rows:
        line = "  ".join(padded(cell, width) for cell, width in zip(row, widths, strict=True))
        yield f"      {line}".rstrip() + "\n"


def _cells(item: Evidence) -> tuple[str, ...]:
    words = (visible(item.query), visible(item.candidate), visible(item.detail))
    return visible(item.feature), f"{item.score:.2f}", f"{item.weight:g}", *words
