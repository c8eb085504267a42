"""Findings from the marks that the reader, or another tool, makes in a text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from copydesk.checks.base import Proof
from copydesk.core.evidence import Evidence
from copydesk.core.finding import Finding
from copydesk.core.marking import Category, ErrorSpan
from copydesk.core.span import Span

#: what words of a category read like
_LIKE = {
    Category.MISTRANSLATION: "a mistranslation",
    Category.TERMINOLOGY: "a wrong term",
    Category.NAME: "a wrong name",
    Category.OMISSION: "a place where something was left out",
    Category.ADDITION: "something that was added",
    Category.UNTRANSLATED: "words that were not translated",
    Category.GRAMMAR: "a grammatical mistake",
    Category.SPELLING: "a misspelling",
    Category.PUNCTUATION: "a slip of punctuation",
    Category.STYLE: "clumsy wording",
    Category.INCONSISTENCY: "an inconsistency",
    Category.LOCALE: "a form that is not usual in English",
    Category.OTHER: "an error of translation",
}
#: longer quotations are cut in messages
_LONGEST = 60
#: rules that a mark inside their findings would only repeat
_SAID_BETTER = ("NAM", "NUM", "TRN1")
_OF_MARKS = "TRN2"


def reported(proof: Proof, rule: str, categories: Collection[Category]) -> Iterator[Finding]:
    """A finding for each mark of one of the categories. Whoever marks without a probability is taken to be certain."""
    for mark in proof.marks:
        if mark.category in categories:
            text = mark.span.of(proof.document.reading.text)
            yield Finding(
                rule=rule, span=mark.span, text=text, severity=mark.severity, message=_message(mark, text),
                confidence=1.0 if mark.confidence is None else mark.confidence,
                category=mark.category.value, evidence=tuple(_evidence(mark, proof)),
            )  # fmt: skip


def _message(mark: ErrorSpan, text: str) -> str:
    words = " ".join(text.split())
    quoted = f"“{words if len(words) <= _LONGEST else words[: _LONGEST - 1] + '…'}”"
    if mark.confidence is None:
        return f"{quoted} is marked as {_LIKE[mark.category]}"
    return f"{quoted} reads like {_LIKE[mark.category]}, {mark.confidence:.0%} sure"


def _evidence(mark: ErrorSpan, proof: Proof) -> Iterator[Evidence]:
    if mark.confidence is not None:
        yield _row("any error", mark.confidence, "probability that an editor would mark it")
    if mark.major is not None:
        yield _row("major error", mark.major, "probability that it changes the meaning")
    if mark.share is not None:
        yield _row("category", mark.share, f"{mark.category.value}, if anything is wrong")
    for sentence in proof.sentences:
        if sentence.span.overlaps(mark.span):
            detail = f"of the sentence, 1 is best; {sentence.major:.2f} that it holds a major error"
            yield _row("quality", sentence.quality, detail)


def _row(feature: str, score: float, detail: str) -> Evidence:
    return Evidence(feature=feature, score=score, weight=1.0, detail=detail)


def without_repeats(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those of marks that lie within what a rule of names, numbers or signs of translation found."""
    every = list(findings)
    taken = [item.span for item in every if item.rule.startswith(_SAID_BETTER)]
    return [item for item in every if not (item.rule.startswith(_OF_MARKS) and _within(item.span, taken))]


def _within(span: Span, taken: Iterable[Span]) -> bool:
    return any(other.contains(span) for other in taken)
