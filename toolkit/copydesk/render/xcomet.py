"""Error spans as xCOMET (Guerreiro et al. 2023) has them, in the JSON that COMET's command writes."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.core.report import DocumentReport
from copydesk.render import wire
from copydesk.render.base import Style
from copydesk.render.segments import Error, Segment, segments
from copydesk.render.tally import Tally
from copydesk.render.visible import json_line


class XComet:
    """``--format xcomet``: an object that holds, by the path of each article, a list of its segments.

    A segment is ``{src, mt, ref, errors: [{text, confidence, severity, start, end}]}``; ``text`` is ``mt[start:end]`` in code
    points. Segments are those of `copydesk.render.segments`; source and reference are not known.
    """

    def __init__(self, _: Style) -> None:
        self._begun = False

    def document(self, report: DocumentReport) -> Iterator[str]:
        """The list of one document, segment by segment."""
        opening = ",\n" if self._begun else "{"
        self._begun = True
        yield f"{opening}{json_line({report.document.path: 0})[1:-2]}["
        mark = "\n"
        for segment in segments(report):
            yield mark + json_line(_segment(segment))
            mark = ",\n"
        yield "\n]"

    def problem(self, _: wire.Problem, /) -> Iterator[str]:
        """Nothing: errors go to standard error."""
        yield from ()

    def end(self, _: Tally, /) -> Iterator[str]:
        """The close."""
        yield "}\n" if self._begun else "{}\n"


def _segment(segment: Segment) -> wire.Wire:
    return {"src": None, "mt": segment.text, "ref": None, "errors": [_error(error, segment.text) for error in segment.errors]}


def _error(error: Error, text: str) -> wire.Wire:
    return {
        "text": error.span.of(text),
        "confidence": round(error.finding.confidence, 4),
        "severity": error.finding.severity.value,
        "start": error.span.start,
        "end": error.span.end,
    }
