"""JSON: one object a line as documents come, or one object for the whole run. Wire schema 1 in both."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.core.document import PartKind
from copydesk.core.lines import Lines
from copydesk.core.report import DocumentReport
from copydesk.render import wire
from copydesk.render.base import Style, View
from copydesk.render.tally import Tally
from copydesk.render.visible import json_line

_READ = (PartKind.BODY, PartKind.HEADLINE, PartKind.TEASER)


class JsonLines:
    """``--format jsonl``: findings and claims of each document, errors as they happen, one summary."""

    def __init__(self, style: Style) -> None:
        self._view = style.view

    def document(self, report: DocumentReport) -> Iterator[str]:
        """One line a finding, claim and, where asked for, mention, link or sentence."""
        for kind in _objects(report, self._view).values():
            for item in kind:
                yield json_line(item) + "\n"

    def problem(self, problem: wire.Problem) -> Iterator[str]:
        """One error object."""
        yield json_line(wire.error(problem)) + "\n"

    def end(self, tally: Tally) -> Iterator[str]:
        """The summary."""
        yield json_line(wire.summary(tally)) + "\n"


class Json:
    """``--format json``: one object that holds the same objects by document. Each document is still printed as it comes."""

    def __init__(self, style: Style) -> None:
        self._view = style.view
        self._begun = False
        self._errors: list[wire.Wire] = []

    def document(self, report: DocumentReport) -> Iterator[str]:
        """The document's results as one member of ``documents``."""
        date = report.document.date
        head: wire.Wire = {
            "path": report.document.path,
            "signature": report.signature,
            "date": None if date is None else str(date.value),
            "date_origin": None if date is None else date.origin,
            "ignored": report.ignored,
            **({} if report.silenced is None else {"silenced": report.silenced}),
            "not_read": _not_read(report),
        }
        yield self._begin() + json_line(head | _objects(report, self._view))

    def problem(self, problem: wire.Problem) -> Iterator[str]:
        """Kept for the end: in one object, errors stand in a list of their own."""
        self._errors.append(wire.error(problem))
        yield from ()

    def end(self, tally: Tally) -> Iterator[str]:
        """The errors and the summary, and the close."""
        opening = "" if self._begun else self._begin()
        rest = json_line({"errors": self._errors, "summary": wire.summary(tally)})
        yield f"{opening}\n],{rest[1:]}\n"

    def _begin(self) -> str:
        opening = ",\n" if self._begun else f'{{"schema":{wire.SCHEMA},"documents":[\n'
        self._begun = True
        return opening


def _objects(report: DocumentReport, view: View) -> dict[str, list[wire.Wire]]:
    path = report.document.path
    lines = Lines(report.document.text)
    objects = {
        "findings": [wire.finding(item, path, lines) for item in report.findings],
        "claims": [wire.claim(item, path) for item in report.claims],
    }
    if view is View.MENTIONS:
        objects["mentions"] = [wire.mention(item, path, lines) for item in report.links]
    if view is View.LINKS:
        objects["links"] = [wire.link(item, path, lines) for item in report.links]
    if view is View.SENTENCES:
        objects["sentences"] = [wire.sentence(item, path) for item in report.sentences]
    return objects


def _not_read(report: DocumentReport) -> list[wire.Wire]:
    """The parts of the page that are no article, with why."""
    reading = report.document.reading
    parts: list[wire.Wire] = []
    for part in report.document.parts:
        if part.kind not in _READ:
            span = reading.given(part.span)
            parts.append({"kind": part.kind.value, "start": span.start, "end": span.end, "reason": part.reason or None})
    return parts
