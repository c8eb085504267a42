"""CPD001: an ignore comment that silences nothing."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.checks.base import Check, Proof
from copydesk.core.document import Document, Ignore
from copydesk.core.finding import Finding, Severity


def unused(document: Document, ignores: tuple[Ignore, ...]) -> Iterator[Finding]:
    """Findings for these comments, with spans in the text as given: a comment is no part of the reading."""
    for ignore in ignores:
        rules = ", ".join(ignore.rules) or "any rule"
        yield Finding(
            rule="CPD001", span=ignore.comment, text=ignore.comment.of(document.text), severity=Severity.MINOR, confidence=1.0,
            message=f"this comment silences no finding of {rules}; take it out",
        )  # fmt: skip


def run(_proof: Proof) -> Iterator[Finding]:
    """Nothing: what a comment silenced is known only after all other rules ran, so the desk asks `unused`."""
    return iter(())


CHECK = Check(
    code="CPD001",
    name="unused-ignore",
    severity=Severity.MINOR,
    summary="an ignore comment silences nothing",
    explanation=(
        "An ignore comment that silences no finding is left over from an earlier text and would hide the next real error. "
        "Names of rules that do not exist are reported here too, since they can silence nothing."
    ),
    failing=(
        "All is well here. [[<!-- copydesk: ignore[NAM101] -->]]",
        "All is well here. [[<!-- copydesk: ignore -->]]",
        "[[<!-- copydesk: ignore-file[CLM101] -->]]\n\nAll is well here.",
        "All is well here. [[<!-- copydesk: ignore[XYZ999] -->]]",
    ),
    passing=(
        "He saw the the house. <!-- copydesk: ignore[TRN102] -->",
        "He saw the the house. <!-- copydesk: ignore -->",
        "<!-- copydesk: ignore-file[TRN102] -->\n\nHe saw the the house.",
        "All is well here.",
        "The word ignore stands here without a comment.",
        "A copydesk: ignore that is no comment.",
    ),
    run=run,
)
