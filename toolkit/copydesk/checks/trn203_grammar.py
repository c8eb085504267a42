"""TRN203: mistakes of grammar and spelling that a reader stumbles over."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.checks.base import Check, Proof
from copydesk.checks.marked import reported
from copydesk.core.finding import Finding, Severity
from copydesk.core.marking import Category

_CODE = "TRN203"
_MARKED = (Category.GRAMMAR, Category.SPELLING)


def _run(proof: Proof) -> Iterator[Finding]:
    yield from reported(proof, _CODE, _MARKED)


CHECK = Check(
    code=_CODE,
    name="grammar",
    severity=Severity.MINOR,
    summary="grammar or spelling is likely wrong",
    explanation=(
        "Agreement, tenses, articles, prepositions, the order of words, and misspelled words that are no names. "
        "The reader, a small language model, reads the English alone and gives each word the probability that an editor would "
        "mark it; neighbouring words make a mark. With --spans the marks of another tool take its place."
    ),
    failing=(
        "The troops [[has withdraw]] from the town.",
        "He spoke [[in the region attention]] of the council.",
        "The goverment [[discuss about]] the plan yesterday.",
        "A [[seperate]] meeting is planned.",
    ),
    passing=(
        "The troops have withdrawn from the town.",
        "He spoke to the council about the region.",
        "The government discussed the plan yesterday.",
        "A separate meeting is planned.",
        "Neither side has withdrawn.",
        "Prices rose, wages did not.",
    ),
    marked=_MARKED,
    run=_run,
)
