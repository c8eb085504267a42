"""What a format prints, and reports made for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from copydesk.core.document import Document, PartKind, Reading, Sentence
from copydesk.core.finding import Finding, Severity
from copydesk.core.report import DocumentReport
from copydesk.core.span import Span
from copydesk.render import FORMATS, Style, Tally
from copydesk.render.wire import Problem


def whole(name: str, *reports: DocumentReport, problems: Iterable[Problem] = ()) -> str:
    """All that a format prints of a run."""
    shown, tally = FORMATS[name].renderer(Style()), Tally()
    pieces: list[str] = []
    for report in reports:
        tally.add(report)
        pieces += shown.document(report)
    for problem in problems:
        tally.errors += 1
        pieces += shown.problem(problem)
    return "".join([*pieces, *shown.end(tally)])


def found(text: str, span: Span, **fields: object) -> Finding:
    """A finding of these words."""
    finding = Finding(
        rule="NAM101", span=span, text=span.of(text), severity=Severity.MAJOR, confidence=0.75, message="looks wrong"
    )
    return replace(finding, **fields)  # type: ignore[arg-type]


def of(text: str, *findings: Finding, sentences: Iterable[Span] = (), path: str = "a.txt") -> DocumentReport:
    """A report on a plain text."""
    document = Document(
        text=text,
        reading=Reading(text=text),
        path=path,
        sentences=tuple(Sentence(span=span, part=PartKind.BODY) for span in sentences),
    )
    return DocumentReport(document=document, findings=findings, signature="copydesk:0|date:unknown")
