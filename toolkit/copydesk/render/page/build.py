"""From a report to the values of its page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from copydesk.core.finding import Finding
from copydesk.core.report import DocumentReport
from copydesk.render.known import Known
from copydesk.render.page.blocks import blocks
from copydesk.render.page.cards import cards
from copydesk.render.page.choices import Choices
from copydesk.render.page.claimed import claims
from copydesk.render.page.model import Article, Counted, RuleCount
from copydesk.render.page.named import mentions
from copydesk.render.page.places import Places
from copydesk.render.page.titles import FAMILIES, SEVERITIES, family, rule_name, rule_summary
from copydesk.text.words import words


def article(report: DocumentReport, known: Known) -> Article:
    """All that the page of a document shows; ``known`` tells the offices of those who may be meant."""
    document = report.document
    places = Places(document)
    choices = Choices(known, document.date.value if document.date else None)
    spans = [(number, places.read(item.span), item.severity) for number, item in enumerate(report.findings, start=1)]
    found = [(number, span, severity) for number, span, severity in spans if span is not None]
    shown = tuple(blocks(document, places, found, report.sentences))
    return Article(
        path=document.path,
        title=PurePath(document.path).name or document.path,
        date=None if document.date is None else str(document.date.value),
        date_origin=None if document.date is None else document.date.origin,
        words=len(words(document.reading.text)),
        ignored=report.ignored,
        silenced=report.silenced,
        signature=report.signature,
        depth=1 + max((mark.level for block in shown for piece in block.pieces for mark in piece.marks), default=0),
        blocks=shown,
        cards=tuple(cards(report, places, choices)),
        mentions=tuple(mentions(report.links, places, choices)),
        claims=tuple(claims(report.claims, places, choices)),
        rules=tuple(_rules(Counter(item.rule for item in report.findings))),
        severities=tuple(_severities(report.findings)),
        families=tuple(_families(report.findings)),
    )


def _rules(counts: Counter[str]) -> Iterator[RuleCount]:
    for code, count in sorted(counts.items()):
        yield RuleCount(code=code, name=rule_name(code), summary=rule_summary(code), count=count)


def _severities(findings: Sequence[Finding]) -> Iterator[Counted]:
    counts = Counter(item.severity for item in findings)
    for severity in SEVERITIES:
        if counts[severity]:
            yield Counted(key=severity.value, label=severity.value, count=counts[severity])


def _families(findings: Sequence[Finding]) -> Iterator[Counted]:
    for key, count in sorted(Counter(family(item.rule) for item in findings).items()):
        yield Counted(key=key, label=FAMILIES.get(key, key), count=count)
