from __future__ import annotations

import pytest

from copydesk.core.claim import Claim, Judgement, Party, Reason, Verdict
from copydesk.core.dates import PartialDate, Period
from copydesk.core.document import ArticleDate, Document, Part, PartKind, Reading
from copydesk.core.entity import Entity, Fact, Kind, Relation
from copydesk.core.evidence import Evidence
from copydesk.core.finding import Finding, Fix, Safety, Severity
from copydesk.core.mention import Candidate, Context, Link, LinkStatus, Mention
from copydesk.core.report import DocumentReport
from copydesk.core.span import Span

TEXT = (
    "Leave a Reply\n"
    "As the upgrade continued, Armenian Prime Minister Nicole Pasinyan held a military meeting in Yerevan.\n"
    "John Doe spoke.\n"
)
PASHINYAN = Entity(id="Q1", name="Nikol Pashinyan", kind=Kind.PERSON, country="AM")
ARMENIA = Entity(id="Q2", name="Armenia", kind=Kind.PLACE)


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


EVIDENCE = (
    Evidence(feature="family", score=0.93456, weight=1.0, detail="sh~s", query="Pasinyan", candidate="Pashinyan"),
    Evidence(feature="context", score=1.0, weight=0.5, detail="Armenian Prime Minister"),
)
FINDING = Finding(
    rule="NAM101",
    span=span_of("Nicole Pasinyan"),
    text="Nicole Pasinyan",
    severity=Severity.MAJOR,
    confidence=0.97123,
    message="“Nicole Pasinyan” looks like a garbled form of Nikol Pashinyan",
    entity=PASHINYAN,
    name_form="garble",
    fixes=(Fix(span=span_of("Nicole Pasinyan"), replacement="Nikol Pashinyan", safety=Safety.UNSAFE),),
    evidence=EVIDENCE,
)
PLAIN = Finding(
    rule="TRN101", span=span_of("spoke"), text="spoke", severity=Severity.MINOR, confidence=0.5, message="a plain one"
)
CLAIM = Judgement(
    claim=Claim(
        span=span_of("Armenian Prime Minister Nicole Pasinyan"),
        text="Armenian Prime Minister Nicole Pasinyan",
        relation="role",
        subject=Party(text="Nicole Pasinyan", entity=PASHINYAN),
        predicate="Prime Minister of",
        object=Party(text="Armenian", entity=ARMENIA),
        role="head_of_government",
    ),
    verdict=Verdict.SUPPORTED,
    as_of=PartialDate(2020, 11, 28),
    score=0.97,
    facts=(
        Fact(
            subject="Q1",
            relation=Relation.HOLDS_OFFICE,
            object="Q2",
            role="head_of_government",
            period=Period(start=PartialDate(2018, 5, 8)),
            source="https://example.org/a",
        ),
    ),
    message="Nikol Pashinyan has held the office since 2018-05-08",
)
OPEN_CLAIM = Judgement(
    claim=Claim(
        span=span_of("John Doe"),
        text="John Doe",
        relation="role",
        subject=Party(text="John Doe"),
        predicate="speaks for",
        object=Party(text="nobody"),
    ),
    verdict=Verdict.NOT_ENOUGH_INFO,
    as_of=None,
    reason=Reason.UNLINKED,
)
LINK = Link(
    mention=Mention(
        span=span_of("Nicole Pasinyan"),
        text="Nicole Pasinyan",
        sentence=0,
        kind=Kind.PERSON,
        context=Context(
            roles=("head_of_government",),
            objects=("Q2",),
            span=span_of("Armenian Prime Minister"),
            text="Armenian Prime Minister",
        ),
    ),
    status=LinkStatus.GARBLE,
    entity=PASHINYAN,
    probability=0.97123,
    evidence=EVIDENCE,
    candidates=(
        Candidate(entity=PASHINYAN, form="Nikol Pashinyan", probability=0.97123, evidence=EVIDENCE),
        Candidate(entity=ARMENIA, form="Hayastan", probability=0.01),
    ),
    replacement="Nikol Pashinyan",
)
UNKNOWN = Link(mention=Mention(span=span_of("John Doe"), text="John Doe", sentence=1), status=LinkStatus.NOT_IN_LIST)


@pytest.fixture
def report() -> DocumentReport:
    document = Document(
        text=TEXT,
        reading=Reading(text=TEXT),
        path="a.txt",
        parts=(
            Part(kind=PartKind.FURNITURE, span=span_of("Leave a Reply"), reason="a form"),
            Part(kind=PartKind.BODY, span=Span(14, len(TEXT))),
        ),
        date=ArticleDate(value=PartialDate(2020, 11, 28), origin="option"),
    )
    return DocumentReport(
        document=document,
        findings=(FINDING, PLAIN),
        claims=(CLAIM, OPEN_CLAIM),
        links=(LINK, UNKNOWN),
        ignored=1,
        signature="copydesk:0|entities:x|date:2020-11-28",
    )


@pytest.fixture
def hostile() -> DocumentReport:
    """A text, a path and names that try to act on a terminal or a page."""
    bad = "\x1b[31mred\x9b2J\u202eevil\u2066<script>alert(1)</script>\x07\u2028end"
    text = f"say {bad} now\ttab\n"
    span = Span(4, 4 + len(bad))
    entity = Entity(id=bad, name=bad, kind=Kind.PERSON)
    evidence = (Evidence(feature=bad, score=1, weight=1, detail=bad, query=bad, candidate=bad),)
    mention = Mention(
        span=span, text=bad, sentence=0, context=Context(span=span, text=bad, qualifier=bad, roles=(bad,), objects=(bad,))
    )
    return DocumentReport(
        document=Document(text=text, reading=Reading(text=text), path=f"{bad}\ud800.txt"),
        findings=(
            Finding(
                rule="NAM101",
                span=span,
                text=bad,
                severity=Severity.CRITICAL,
                confidence=1.0,
                message=f"{bad}\ud800",
                entity=entity,
                name_form=bad,
                fixes=(Fix(span=span, replacement=bad, safety=Safety.SAFE),),
                evidence=evidence,
            ),
        ),
        claims=(
            Judgement(
                claim=Claim(
                    span=span,
                    text=bad,
                    relation=bad,
                    subject=Party(text=bad, entity=entity),
                    predicate=bad,
                    object=Party(text=bad),
                    qualifier=bad,
                ),
                verdict=Verdict.CONTESTED,
                as_of=None,
                message=bad,
            ),
        ),
        links=(
            Link(
                mention=mention,
                status=LinkStatus.GARBLE,
                entity=entity,
                probability=1.0,
                evidence=evidence,
                candidates=(Candidate(entity=entity, form=f"{bad}2", probability=1.0, evidence=evidence),),
                replacement=bad,
            ),
        ),
        signature=bad,
    )
