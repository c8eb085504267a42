"""TRN204: words that likely lack something of the source, or add to it."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.checks.base import Check, Proof
from copydesk.checks.marked import reported
from copydesk.core.finding import Finding, Severity
from copydesk.core.marking import Category

_CODE = "TRN204"
_MARKED = (Category.OMISSION, Category.ADDITION)


def _run(proof: Proof) -> Iterator[Finding]:
    yield from reported(proof, _CODE, _MARKED)


CHECK = Check(
    code=_CODE,
    name="missing-or-added",
    severity=Severity.MAJOR,
    summary="something of the source is likely missing, or was added",
    explanation=(
        "What is missing shows in the English alone only where a sentence becomes odd without it; what was added where it "
        "repeats or contradicts the rest. Few such errors can be found without the source. "
        "The reader, a small language model, reads the English alone and gives each word the probability that an editor would "
        "mark it; neighbouring words make a mark. With --spans the marks of another tool take its place."
    ),
    failing=(
        "The president met [[with the of]] Georgia.",
        "The bridge was [[opened and opened]] in spring.",
        "The talks [[between]] ended in the evening.",
        "The plan, [[the plan of it]], was adopted.",
    ),
    passing=(
        "The president met with the ambassador of Georgia.",
        "The bridge was opened in spring.",
        "The talks between the sides ended in the evening.",
        "The plan was adopted.",
        "They talked again and again.",
        "Again it rained.",
    ),
    marked=_MARKED,
    run=_run,
)
