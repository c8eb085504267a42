"""TRN202: names that are likely wrong."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.checks.base import Check, Proof
from copydesk.checks.marked import reported
from copydesk.core.finding import Finding, Severity
from copydesk.core.marking import Category

_CODE = "TRN202"
_MARKED = (Category.NAME,)


def _run(proof: Proof) -> Iterator[Finding]:
    yield from reported(proof, _CODE, _MARKED)


CHECK = Check(
    code=_CODE,
    name="wrong-name",
    severity=Severity.CRITICAL,
    summary="a name is likely wrong",
    explanation=(
        "Names come through machine translation garbled, translated or replaced. NAM101 knows the names of the list; this rule "
        "speaks of the others, which the reader takes for wrong by how they are written and where they stand. "
        "The reader, a small language model, reads the English alone and gives each word the probability that an editor would "
        "mark it; neighbouring words make a mark. With --spans the marks of another tool take its place."
    ),
    failing=(
        "The head of the office, [[Jay Hong Bei]], left.",
        "Shelling was heard in [[Stepan the Agate]] at night.",
        "The agency [[New Satellite Room]] wrote about it.",
        "Fighting went on near [[Mount Bull Ear]] in the north.",
    ),
    passing=(
        "The head of the office, Kate Hong, left.",
        "Shelling was heard in Stepanakert at night.",
        "The agency Interfax wrote about it.",
        "Fighting went on near Mount Ararat in the north.",
        "Dr. Lee opened the exhibition.",
        "The Danube rose again.",
    ),
    marked=_MARKED,
    run=_run,
)
