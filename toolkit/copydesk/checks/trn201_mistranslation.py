"""TRN201: words whose sense is likely not that of the source."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.checks.base import Check, Proof
from copydesk.checks.marked import reported
from copydesk.core.finding import Finding, Severity
from copydesk.core.marking import Category

_CODE = "TRN201"
_MARKED = (Category.MISTRANSLATION, Category.TERMINOLOGY, Category.UNTRANSLATED)


def _run(proof: Proof) -> Iterator[Finding]:
    yield from reported(proof, _CODE, _MARKED)


CHECK = Check(
    code=_CODE,
    name="mistranslation",
    severity=Severity.MAJOR,
    summary="words are likely mistranslated, or not translated at all",
    explanation=(
        "“The military upgrade continued” is good grammar and makes no sense: the source speaks of an escalation. "
        "The reader, a small language model, reads the English alone and gives each word the probability that an editor would "
        "mark it; neighbouring words make a mark. With --spans the marks of another tool take its place."
    ),
    failing=(
        "According to the agency, [[the military upgrade]] continued near the border.",
        "The minister said [[it can satisfy us]].",
        "The [[face power]] of the group grew in the north.",
        "They signed a [[cease-fire treaty book]] in the capital.",
    ),
    passing=(
        "According to the agency, the escalation continued near the border.",
        "The minister said that the terms suit the government.",
        "The influence of the group grew in the north.",
        "They signed a ceasefire agreement in the capital.",
        "The army upgraded its tanks.",
        "Officials upgraded the alert level.",
    ),
    marked=_MARKED,
    run=_run,
)
