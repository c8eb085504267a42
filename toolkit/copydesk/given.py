"""From the reading that is proof-read to the text as given, and back: the one place where spans change their ground."""

from __future__ import annotations

import html
from dataclasses import replace

from copydesk.core.claim import Judgement, Party
from copydesk.core.document import Document
from copydesk.core.finding import Finding, Fix, Safety
from copydesk.core.marking import ErrorSpan, SentenceQuality
from copydesk.core.mention import Link


def finding_as_given(finding: Finding, document: Document) -> Finding:
    """The finding with spans and quotation in ``document.text``; fixes across markup can only be shown."""
    if document.reading.origins is None:
        return finding
    span = document.reading.given(finding.span)
    fixes = tuple(_fix_as_given(fix, document) for fix in finding.fixes)
    return replace(finding, span=span, text=span.of(document.text), fixes=fixes)


def _fix_as_given(fix: Fix, document: Document) -> Fix:
    span = document.reading.given(fix.span)
    plain = fix.span.of(document.reading.text)
    untouched = span.of(document.text) == plain
    if untouched and not set(fix.replacement) & set("<>&"):
        return replace(fix, span=span)
    if untouched:
        return replace(fix, span=span, replacement=html.escape(fix.replacement, quote=False), safety=Safety.DISPLAY)
    return replace(fix, span=span, safety=Safety.DISPLAY)


def judgement_as_given(judgement: Judgement, document: Document) -> Judgement:
    """The judgement with its claim's spans and quotations in ``document.text``."""
    if document.reading.origins is None:
        return judgement
    claim = judgement.claim
    span = document.reading.given(claim.span)
    claim = replace(
        claim, span=span, text=span.of(document.text), subject=_party_as_given(claim.subject, document),
        object=_party_as_given(claim.object, document),
    )  # fmt: skip
    return replace(judgement, claim=claim)


def _party_as_given(party: Party, document: Document) -> Party:
    return party if party.span is None else replace(party, span=document.reading.given(party.span))


def link_as_given(link: Link, document: Document) -> Link:
    """The link with its mention's spans and quotation in ``document.text``."""
    if document.reading.origins is None:
        return link
    mention = link.mention
    span = document.reading.given(mention.span)
    context = mention.context and replace(mention.context, span=document.reading.given(mention.context.span))
    return replace(link, mention=replace(mention, span=span, text=span.of(document.text), context=context))


def mark_as_given(mark: ErrorSpan, document: Document) -> ErrorSpan:
    """The mark with its span in ``document.text``."""
    return replace(mark, span=document.reading.given(mark.span))


def mark_as_read(mark: ErrorSpan, document: Document) -> ErrorSpan | None:
    """The other way: a mark in ``document.text`` with its span in the reading; None where that reads nothing of it."""
    span = document.reading.read(mark.span)
    return None if span is None else replace(mark, span=span)


def quality_as_given(sentence: SentenceQuality, document: Document) -> SentenceQuality:
    """The sentence's quality with its span in ``document.text``."""
    return replace(sentence, span=document.reading.given(sentence.span))
