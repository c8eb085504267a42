"""Findings as cards: what was found, why, who may be meant, and what to write instead."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from copydesk.core.claim import Judgement
from copydesk.core.document import Document
from copydesk.core.finding import Finding, Fix
from copydesk.core.mention import Link
from copydesk.core.report import DocumentReport
from copydesk.core.span import Span
from copydesk.render.page.choices import Choices
from copydesk.render.page.model import Card, Change, Choice
from copydesk.render.page.places import Places
from copydesk.render.page.titles import family, rule_name
from copydesk.render.page.wordchange import word_changes


def cards(report: DocumentReport, places: Places, choices: Choices) -> Iterator[Card]:
    """A card for each finding in the report's order, numbered from 1."""
    links = _Links(report.links)
    claims: dict[Span, Judgement] = {item.claim.span: item for item in report.claims}
    for number, item in enumerate(report.findings, start=1):
        claim = claims.get(item.span) if family(item.rule) == "CLM" else None
        yield Card(
            number=number,
            fingerprint=item.fingerprint,
            rule=item.rule,
            name=rule_name(item.rule),
            family=family(item.rule),
            severity=item.severity,
            confidence=item.confidence,
            message=item.message,
            text=item.text,
            start=item.span.start,
            end=item.span.end,
            place=places.of(item.span),
            category=item.category,
            evidence=item.evidence,
            choices=_choices(item, links.at(item.span), choices),
            changes=tuple(_changes(item, report.document)),
            rows=() if claim is None else tuple(choices.row(fact) for fact in claim.facts),
        )


class _Links:
    """The links of a document by where their mention stands."""

    def __init__(self, links: Sequence[Link]) -> None:
        self._links = sorted(links, key=lambda link: link.mention.span)
        self._starts = [link.mention.span.start for link in self._links]

    def at(self, span: Span) -> Link | None:
        """The link of exactly these words, else the last that begins before them and overlaps them."""
        place = bisect_right(self._starts, span.start) - 1
        found = self._links[place] if place >= 0 else None
        return found if found is not None and (found.mention.span == span or found.mention.span.overlaps(span)) else None


def _choices(item: Finding, link: Link | None, choices: Choices) -> tuple[Choice, ...]:
    """Who may be meant: the candidates of the name, or the entity that the finding speaks of."""
    same = link is not None and (item.entity is None or any(item.entity.id == other.entity.id for other in link.candidates))
    if link is not None and same and (item.entity is not None or link.mention.span == item.span):
        return choices.candidates(link.candidates, item.entity or link.entity)
    return () if item.entity is None else (choices.entity(item.entity),)


def _changes(item: Finding, document: Document) -> Iterator[Change]:
    """Each correction once; the same one in repeated lines is counted."""
    by_kind: dict[tuple[str, str, str], list[Fix]] = {}
    for fix in item.fixes:
        by_kind.setdefault((_words(fix, document), fix.replacement, fix.safety.value), []).append(fix)
    for (before, after, _), fixes in by_kind.items():
        changed = word_changes(before, after)
        yield Change(words=changed, replacement=after, safety=fixes[0].safety, copies=len(fixes) - 1)


def _words(fix: Fix, document: Document) -> str:
    """What is replaced, as it is read: without the markup."""
    read = document.reading.read(fix.span)
    return fix.span.of(document.text) if read is None else read.of(document.reading.text)
