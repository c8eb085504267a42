"""NAM103: a name that was translated by its meaning, or cut short, where it should have been carried over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.checks.base import Check, Proof
from copydesk.core.entity import Entity, Kind
from copydesk.core.finding import Finding, Fix, Safety, Severity
from copydesk.core.mention import LinkStatus, Mention
from copydesk.core.span import Span

_GENERAL = frozenset(["region", "area", "province", "district", "city"])
_ARTICLE = re.compile(r"\bthe[ \u00a0]$")
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
            fixes=(_fix(link.mention, link.entity, proof.document.reading.text),),
        )  # fmt: skip


def _fix(mention: Mention, entity: Entity, text: str) -> Fix:
    """The right name; a general word behind a clipped place stays, an article before a body goes."""
    last = mention.text.split()[-1]
    keeps = last.lower() in _GENERAL and not entity.name.lower().endswith(last.lower())
    replacement = f"{entity.name} {last}" if keeps else entity.name
    article = _ARTICLE.search(text[: mention.span.start])
    bare = article is not None and entity.kind is Kind.ORGANIZATION and len(entity.name.split()) == 1
    start = article.start() if article is not None and bare else mention.span.start
    return Fix(span=Span(start, mention.span.end), replacement=replacement, safety=Safety.UNSAFE)


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
