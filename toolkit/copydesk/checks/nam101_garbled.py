"""NAM101: a name whose spelling is a garbled form of a listed one."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.checks.base import Check, Proof
from copydesk.core.finding import Finding, Fix, Safety, Severity
from copydesk.core.mention import Link, LinkStatus


def run(proof: Proof) -> Iterator[Finding]:
    """One finding for each garbled mention."""
    for link in proof.links:
        if link.status is LinkStatus.GARBLE and link.entity is not None and link.replacement is not None:
            yield _finding(link)


def _finding(link: Link) -> Finding:
    assert link.entity is not None
    assert link.replacement is not None
    about = f", {link.entity.description}" if link.entity.description else ""
    return Finding(
        rule="NAM101", span=link.mention.span, text=link.mention.text, severity=Severity.MAJOR,
        confidence=link.probability or 0.0,
        message=f"“{link.mention.text}” looks like a garbled form of {link.entity.name}{about}",
        entity=link.entity, name_form="garble", evidence=link.evidence,
        fixes=(Fix(span=link.mention.span, replacement=link.replacement, safety=Safety.UNSAFE),),
    )  # fmt: skip


CHECK = Check(
    code="NAM101",
    name="garbled-name",
    severity=Severity.MAJOR,
    summary="a name is a garbled form of a listed one",
    explanation=(
        "Machine translation spells a foreign name anew from the sound of its characters, so that Nikol Pashinyan comes out as "
        "Nicole Pasinyan. The rule compares names part by part with the reference list. It speaks only where the spelling, the "
        "office and country beside the name, and the rest of the document together make one listed person far more likely than "
        "a namesake. An accepted romanisation is never a finding, and a name that is in no list stays as it is."
    ),
    failing=(
        "Armenian Prime Minister [[Nicole Pasinyan]] held a military meeting.",
        "Azerbaijan’s Foreign Minister [[Jaykhon Bairamov]] told reporters that there is no hope of a ceasefire.",
        "Turkish Foreign Minister [[Mevrut Cavusoglu]] spoke in Baku.",
        "The Spokesman for the U.N. Secretary-General, [[Stephen Dugarik]], said that he was deeply concerned.",
        "[[Ali Akbar Vilayati]], an adviser to Iran’s supreme leader, said so. [[Vilayati]] stressed it again.",
    ),
    passing=(
        "Armenian Prime Minister Nikol Pashinyan held a military meeting.",
        "Iranian Foreign Minister Mohamed Javad Zarif met his Russian counterpart Sergey Lavrov.",
        "U.N. Secretary-General Antonio Guterres condemned the escalation.",
        "Nicole Kidman starred in a film by Stephen Daldry.",
        "Ivan Medvedev, a baker from Tula, and Maria Trump, his neighbour, opened a shop.",
        "Cavusoglu said that Pashinyan had to answer.",
    ),
    run=run,
)
