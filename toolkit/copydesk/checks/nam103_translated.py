"""NAM103: a name that was translated by its meaning, or cut short, where it should have been carried over."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.checks.base import Check, Proof
from copydesk.core.finding import Finding, Fix, Safety, Severity
from copydesk.core.mention import LinkStatus

_HOW = {LinkStatus.TRANSLATED: "rendered by its meaning", LinkStatus.CLIPPED: "cut short"}


def run(proof: Proof) -> Iterator[Finding]:
    """One finding for each mention in a translated or clipped form."""
    for link in proof.links:
        how = _HOW.get(link.status)
        if how is None or link.entity is None:
            continue
        yield Finding(
            rule="NAM103", span=link.mention.span, text=link.mention.text, severity=Severity.MAJOR,
            confidence=link.probability or 0.0, entity=link.entity, name_form=link.status.value, evidence=link.evidence,
            message=f"“{link.mention.text}” is the name of {link.entity.name} {how}",
            fixes=(Fix(span=link.mention.span, replacement=link.entity.name, safety=Safety.UNSAFE),),
        )  # fmt: skip


CHECK = Check(
    code="NAM103",
    name="translated-name",
    severity=Severity.MAJOR,
    summary="a name is rendered by its meaning or cut short",
    explanation=(
        "Some names are words, and machine translation translates the words: Sputnik becomes Russian Satellite Network. Others "
        "have a short form in the source language that means nothing in English: Naka for Nagorno-Karabakh. The reference list "
        "holds such forms, each with the language that makes it."
    ),
    failing=(
        "According to news from the [[Russian Satellite Network]] on October 15, the talks failed.",
        "Azerbaijan resumed shelling of the [[Naka region]] this morning.",
        "Fighting in the [[Naka region]] went on, the [[Russian Satellite Network]] said.",
        "The [[Russian Satellite News Agency]] quoted the minister.",
    ),
    passing=(
        "According to Sputnik, the talks failed.",
        "The Russian satellite network grew by two spacecraft.",
        "Azerbaijan resumed shelling of Nagorno-Karabakh this morning.",
        "The town of Naka lies in Ibaraki Prefecture.",
        "Karabakh was calm.",
        "A satellite network carries the signal.",
    ),
    run=run,
)
