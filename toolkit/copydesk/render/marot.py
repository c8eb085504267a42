"""WMT's tables of MQM ratings, as the viewer Marot shows them: one error a row, its words between ``<v>`` and ``</v>``.

https://github.com/google-research/google-research/tree/master/marot; `copydesk.mqm.marot` reads them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from copydesk.characters import HOSTILE
from copydesk.core.finding import Finding
from copydesk.core.report import DocumentReport
from copydesk.core.span import Span
from copydesk.mqm.categories import published
from copydesk.mqm.marot import tagged
from copydesk.render.base import Style
from copydesk.render.segments import segments
from copydesk.render.tally import Tally
from copydesk.render.visible import json_line, visible
from copydesk.render.wire import Problem

HEADER = "system\tdoc\tdocSegId\tglobalSegId\trater\tsource\ttarget\tcategory\tseverity\tmetadata\n"
#: who translated an article is not known
SYSTEM, RATER = "unknown", "copydesk"
_NO_ERROR = "No-error"
#: a tag that stands in the text itself
_TAG = re.compile(r"<(?=/?v>)")


class Marot:
    """``--format marot``: a row for each finding, and one for each segment without any.

    Segments are those of `copydesk.render.segments`; the column of the source is empty. The format has no escapes: white space
    that would end a cell becomes a blank, invisible characters are left out, and a tag of the text is broken by a blank.
    """

    def __init__(self, _: Style) -> None:
        self._begun = False
        self._segments = 0

    def document(self, report: DocumentReport) -> Iterator[str]:
        """The rows of one document; segments are numbered within it and through the whole file."""
        yield self._begin()
        for number, segment in enumerate(segments(report), start=1):
            self._segments += 1
            head = [SYSTEM, visible(report.document.path), str(number), str(self._segments), RATER, ""]
            target, starts = _cell(segment.text)
            for error in segment.errors:
                marked = tagged(target, Span(starts[error.span.start], starts[error.span.end]))
                severity = error.finding.severity.value.capitalize()
                yield _row(*head, marked, published(error.category), severity, _metadata(error.finding))
            if not segment.errors:
                yield _row(*head, target, _NO_ERROR, _NO_ERROR, "{}")

    def problem(self, _: Problem, /) -> Iterator[str]:
        """Nothing: errors go to standard error."""
        yield from ()

    def end(self, _: Tally, /) -> Iterator[str]:
        """The header where nothing else was printed."""
        yield self._begin()

    def _begin(self) -> str:
        opening = "" if self._begun else HEADER
        self._begun = True
        return opening


def _row(*cells: str) -> str:
    return "\t".join(cells) + "\n"


def _cell(text: str) -> tuple[str, list[int]]:
    """The text as a cell can hold it, and where each of its code points, and its end, stands in that."""
    tags = {match.start() for match in _TAG.finditer(text)}
    pieces = ["< " if place in tags else _harmless(char) for place, char in enumerate(text)]
    return "".join(pieces), list(accumulate(map(len, pieces), initial=0))


def _harmless(char: str) -> str:
    if not HOSTILE.match(char):
        return char
    return " " if char.isspace() else ""


def _metadata(item: Finding) -> str:
    """What Marot shows as the rater's note, and what its readers pass over."""
    rest = {"rule": item.rule, "confidence": round(item.confidence, 4), "fingerprint": item.fingerprint}
    return json_line({"note": f"{item.rule} {item.message}", **rest})
