"""W3C Web Annotation: each finding as an annotation of its words, for tools that collect and show remarks on texts.

https://www.w3.org/TR/annotation-model/
"""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.core.finding import Finding, Safety
from copydesk.core.report import DocumentReport
from copydesk.render import wire
from copydesk.render.annotating import Collection, identified, target, textual, urn
from copydesk.render.base import Style
from copydesk.render.tally import Tally
from copydesk.render.text import notes


class Annotations:
    """``--format annotations`` of ``check``.

    Identifiers are made from the path as given and what is annotated: the same run always gives the same ones.
    """

    def __init__(self, _: Style) -> None:
        self._collection = Collection("findings")

    def document(self, report: DocumentReport) -> Iterator[str]:
        """An annotation for each finding."""
        for item in report.findings:
            ident = urn(report.document.path, item.rule, str(item.span), item.fingerprint, item.message)
            yield self._collection.annotation(ident, _annotation(item, report))

    def problem(self, _: wire.Problem) -> Iterator[str]:
        """Nothing: errors go to standard error."""
        yield from ()

    def end(self, tally: Tally) -> Iterator[str]:
        """The close of the collection."""
        yield self._collection.end(tally.findings, tally.signature)


def _annotation(item: Finding, report: DocumentReport) -> wire.Wire:
    fixes = [fix.replacement for fix in item.fixes if fix.span == item.span and fix.safety is not Safety.DISPLAY]
    return {
        "motivation": "editing" if fixes else "assessing",
        "body": [
            textual("commenting", item.message),
            textual("tagging", item.rule),
            textual("classifying", item.severity.value),
            textual("describing", "\n".join([f"confidence {item.confidence:.2f}", *notes(item)])),
            *(textual("editing", words) for words in fixes),
            *identified(item.entity),
        ],
        "target": target(report.document, item.span),
    }
