"""FEVER JSON lines (Thorne et al. 2018), as its data sets have claims and its shared task wants predictions.

https://fever.ai/dataset/fever.html; https://github.com/sheffieldnlp/fever-scorer
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from copydesk.core.claim import Judgement, Verdict
from copydesk.core.report import DocumentReport
from copydesk.render import wire
from copydesk.render.base import Style
from copydesk.render.claims.words import said
from copydesk.render.known import Known
from copydesk.render.tally import Tally
from copydesk.render.visible import json_line

#: the labels of FEVER, which has none for a claim that serious sources disagree on
LABELS = {Verdict.SUPPORTED: "SUPPORTS", Verdict.REFUTED: "REFUTES"}
NO_INFO = "NOT ENOUGH INFO"
#: ids are numbers that a double holds exactly
_BITS = 52


class Fever:
    """``--format fever``: a line a claim: ``id``, ``claim``, ``label``, ``predicted_label``, ``predicted_evidence``.

    ``id`` is a number made from the path, the words and what was understood. ``claim`` has the words of the article, which are
    seldom a sentence. ``predicted_evidence`` has a pair [page, line] for each row that the verdict rests on: the entity that it
    is about, and which of its facts in the list it is, counted from 0; it is empty for what is not decided. ``label`` repeats
    the predicted label, as nobody has judged the claims. There is no ``evidence``, so that the scorer of the shared task does
    not take this label for the true one. The other keys are those of the wire schema; readers of FEVER pass over them.
    """

    def __init__(self, style: Style) -> None:
        self._known = style.known

    def document(self, report: DocumentReport) -> Iterator[str]:
        """The lines of one document."""
        for item in report.claims:
            yield json_line(_example(item, report.document.path, self._known)) + "\n"

    def problem(self, _: wire.Problem, /) -> Iterator[str]:
        """Nothing: errors go to standard error."""
        yield from ()

    def end(self, _: Tally, /) -> Iterator[str]:
        """Nothing: a line is a claim."""
        yield from ()


def _example(item: Judgement, path: str, known: Known) -> wire.Wire:
    label = LABELS.get(item.verdict, NO_INFO)
    rest = wire.claim(item, path)
    rows = rest.pop("evidence")
    return {
        "id": _id(item, path),
        "claim": item.claim.text,
        "label": label,
        "predicted_label": label,
        "predicted_evidence": [] if label == NO_INFO else list(_evidence(item, known)),
        **{key: value for key, value in rest.items() if key not in ("schema", "type", "text")},
        "rows": rows,
    }


def _id(item: Judgement, path: str) -> int:
    claim = item.claim
    made_of = json_line({"claim": [path, claim.relation, str(claim.span), str(claim.subject.span), said(item)]})
    return int.from_bytes(hashlib.sha256(made_of.encode()).digest()) >> (256 - _BITS)


def _evidence(item: Judgement, known: Known) -> Iterator[list[str | int]]:
    for fact in item.facts:
        facts = known.about(fact.subject)
        if fact in facts:
            yield [fact.subject, facts.index(fact)]
