"""TRN205: wording that is understood but that no editor would leave."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.checks.base import Check, Proof
from copydesk.checks.marked import reported
from copydesk.core.finding import Finding, Severity
from copydesk.core.marking import Category

_CODE = "TRN205"
_MARKED = (Category.STYLE, Category.INCONSISTENCY, Category.LOCALE, Category.OTHER)


def _run(proof: Proof) -> Iterator[Finding]:
    yield from reported(proof, _CODE, _MARKED)


CHECK = Check(
    code=_CODE,
    name="wording",
    severity=Severity.MINOR,
    summary="wording is likely clumsy, inconsistent or foreign",
    explanation=(
        "The sense comes through, but nobody writes so: literal phrases, two words for one thing, dates and units as another "
        "language writes them. "
        "The reader, a small language model, reads the English alone and gives each word the probability that an editor would "
        "mark it; neighbouring words make a mark. With --spans the marks of another tool take its place."
    ),
    failing=(
        "[[It is very necessary for]] the sides to meet.",
        "The crowd [[gave their hands a clap]] at the end.",
        "The festival [[will open the curtain]] on Sunday.",
        "The factory [[carries out the production of]] tractors.",
    ),
    passing=(
        "The sides must meet.",
        "The crowd applauded at the end.",
        "The festival will open on Sunday.",
        "The factory makes tractors.",
        "The curtain fell.",
        "Clap your hands!",
    ),
    marked=_MARKED,
    run=_run,
)
