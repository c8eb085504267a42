"""The text as the reviewers want it: accepted fixes written, with the words that they chose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath

from copydesk.copies import with_copies
from copydesk.core.document import Document
from copydesk.core.finding import Finding, Fix, Safety
from copydesk.core.report import DocumentReport
from copydesk.fixing import FixPlan, apply_fixes, plan_fixes
from copydesk.given import finding_as_given
from copydesk.review.context import find_again
from copydesk.review.decision import ADDED_RULE, Answer, Decision, Key, key_of
from copydesk.review.merging import Judged, standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """A corrected text, and what of the accepted is not in it."""

    text: str
    #: what was written (`fixes`, `fixed`), and what touches a surer correction (`overlapping`)
    plan: FixPlan
    #: accepted, but with nothing to write instead, or across markup
    unwritten: tuple[Finding, ...] = ()
    #: added errors with a correction, whose words are no longer there
    lost: tuple[Decision, ...] = ()


def corrected(report: DocumentReport, decisions: Iterable[Decision]) -> Corrected:
    """The text of a report with all accepted corrections: of findings that somebody accepted and nobody rejected, and of
    added errors that were marked in a document of this file name.

    The last who accepted a finding says what is written: the reviewer's own words, else the finding's first fix. Copies of a
    line that a page repeats are corrected with it. Where two corrections touch each other, a reviewer's own words win over a
    proposed fix, then the surer finding, then the one that stands first: the same decisions always make the same text.
    """
    document = report.document
    judged = standing(decisions)
    by_key = {one.key: one for one in judged if one.right}
    accepted = list(_accepted(report, by_key))
    placed, lost = _placed(document, judged)
    plan = plan_fixes((*accepted, *placed), unsafe=True)
    taken = {id(finding) for finding in (*plan.fixed, *plan.overlapping)}
    return Corrected(
        text=apply_fixes(document.text, plan.fixes),
        plan=plan,
        unwritten=tuple(finding for finding in (*accepted, *placed) if id(finding) not in taken),
        lost=tuple(lost),
    )


def _accepted(report: DocumentReport, by_key: dict[Key, Judged]) -> Iterator[Finding]:
    for finding in report.findings:
        judged = judged_of(finding, report.document, by_key)
        decision = judged.accepted if judged is not None else None
        if decision is not None:
            yield _worded(finding, decision.replacement, report.document)


def judged_of(finding: Finding, document: Document, by_key: Mapping[Key, Judged]) -> Judged | None:
    """What was said of a finding of a document: in that place, else wherever it stands; None where nothing was."""
    return by_key.get(key_of(finding, document.text)) or by_key.get(Key(finding.fingerprint))


def _placed(document: Document, judged: Iterable[Judged]) -> tuple[list[Finding], list[Decision]]:
    """The added errors of this document that have a correction, as findings in the text as it is now; and those not found."""
    found: list[Finding] = []
    lost: list[Decision] = []
    for one, mark in added_in(judged, document):
        decision = one.accepted if one.right else None
        if decision is None:
            continue
        replacement = decision.replacement if decision.replacement is not None else mark.replacement
        if replacement is None:
            continue
        finding = finding_of(mark, document)
        if finding is None:
            lost.append(mark)
        else:
            found.append(_worded(finding, replacement, document))
    return found, lost


def added_in(judged: Iterable[Judged], document: Document) -> Iterator[tuple[Judged, Decision]]:
    """What stands of the errors that were added in a document of this file name, each with the decision that marks it.

    The folder may differ: people keep an article in different ones, and call it from different ones.
    """
    for one in judged:
        mark = next((said for said in one.decisions if said.answer is Answer.ADDED), None)
        if mark is not None and mark.path is not None and PurePath(mark.path).name == PurePath(document.path).name:
            yield one, mark


def finding_of(decision: Decision, document: Document) -> Finding | None:
    """An added error as a finding in the text as it is now, found by its words and those around; None where they are gone.

    Raises ValueError for a decision that adds nothing.
    """
    if decision.answer is not Answer.ADDED or decision.span is None or decision.text is None or decision.severity is None:
        raise ValueError("only an added error has a place of its own")
    near = decision.span.start
    span = find_again(document.text, decision.text, decision.prefix or "", decision.suffix or "", near=near)
    if span is None:
        return None
    return Finding(
        rule=decision.rule or ADDED_RULE, span=span, text=decision.text, severity=decision.severity, confidence=1.0,
        message=decision.note or "marked by a reviewer", category=decision.category and decision.category.value,
    )  # fmt: skip


def _worded(finding: Finding, replacement: str | None, document: Document) -> Finding:
    """The finding with the reviewer's words as its only fix, there and in the copies of the line, surer than any other.

    They take the place of all that the finding underlines, even where its own fix changes less.
    """
    if replacement is None:
        return finding
    read = document.reading.read(finding.span)
    if read is None:
        return replace(finding, fixes=())
    fix = Fix(span=read, replacement=replacement, safety=Safety.UNSAFE)
    whole = finding_as_given(with_copies(replace(finding, span=read, fixes=(fix,)), document), document)
    return replace(whole, span=finding.span, text=finding.text, confidence=1.0)
