"""W3C Web Annotation: each claim as an annotation of the words that make it, with what the list says to it."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.core.claim import Judgement
from copydesk.core.report import DocumentReport
from copydesk.render.annotating import Collection, identified, target, textual, urn
from copydesk.render.base import Style
from copydesk.render.claims.words import answer, rows, said
from copydesk.render.tally import Tally
from copydesk.render.wire import Problem, Wire


class ClaimAnnotations:
    """``--format annotations`` of ``claims``.

    An annotation is tagged with the relation and classified by the verdict; it identifies subject and object where Wikidata
    knows them. Identifiers are made from the path as given, the words and what was understood, not from the answer: another
    list, or another day, gives the same claim another answer.
    """

    def __init__(self, style: Style) -> None:
        self._known = style.known
        self._collection = Collection("claims")

    def document(self, report: DocumentReport) -> Iterator[str]:
        """An annotation for each claim."""
        for item in report.claims:
            claim = item.claim
            ident = urn(report.document.path, claim.relation, str(claim.span), str(claim.subject.span), said(item))
            yield self._collection.annotation(ident, self._annotation(item, report))

    def problem(self, _: Problem, /) -> Iterator[str]:
        """Nothing: errors go to standard error."""
        yield from ()

    def end(self, tally: Tally) -> Iterator[str]:
        """The close of the collection."""
        yield self._collection.end(tally.claims, tally.signature)

    def _annotation(self, item: Judgement, report: DocumentReport) -> Wire:
        claim = item.claim
        return {
            "motivation": "assessing",
            "body": [
                textual("commenting", answer(item)),
                textual("tagging", claim.relation),
                textual("classifying", item.verdict.value),
                textual("describing", "\n".join([said(item), *_grounds(item), *rows(item, self._known)])),
                *identified(claim.subject.entity),
                *identified(claim.object.entity),
            ],
            "target": target(report.document, claim.span),
        }


def _grounds(item: Judgement) -> Iterator[str]:
    yield "undated" if item.as_of is None else f"as of {item.as_of}"
    if item.reason is not None:
        yield f"reason {item.reason.value}"
    if item.score is not None:
        yield f"score {item.score:.2f}"
