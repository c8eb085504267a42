"""Judged claims of every sort, and what a format prints of them."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from copydesk.core.claim import Claim, Fault, Judgement, Parts, Party, Reason, Verdict
from copydesk.core.dates import PartialDate, Period
from copydesk.core.document import Document, Reading
from copydesk.core.entity import Entity, Fact, Kind, Relation
from copydesk.core.report import DocumentReport
from copydesk.core.span import Span
from copydesk.entities import EntityList
from copydesk.render import Style, Tally
from copydesk.render.formats import CLAIM_FORMATS
from copydesk.render.known import Known

TEXT = "In Berlin, German Chancellor Emmanuel Macron met Ada of the Greens in Bonn, Germany."
MACRON = Entity(id="macron", name="Emmanuel Macron", kind=Kind.PERSON, country="FR", same_as=("wikidata:Q3052772",))
MERKEL = Entity(id="wikidata:Q567", name="Angela Merkel", kind=Kind.PERSON, country="DE", gender="f")
GERMANY = Entity(id="germany", name="Germany", kind=Kind.PLACE, country="DE")
BONN = Entity(id="bonn", name="Bonn", kind=Kind.PLACE, country="DE")
GREENS = Entity(id="greens", name="The Greens", kind=Kind.ORGANIZATION, country="DE")
HELD = Fact(
    subject=MERKEL.id, relation=Relation.HOLDS_OFFICE, object="germany", role="prime_minister", title="Chancellor",
    period=Period(start=PartialDate(2005, 11, 22), end=PartialDate(2021, 12, 8)), source="https://example.org/m", note="twice",
)  # fmt: skip
LIES = Fact(subject="bonn", relation=Relation.LOCATED_IN, object="germany", source="https://example.org/b")
MEMBER = Fact(subject=MERKEL.id, relation=Relation.MEMBER_OF, object="greens", disputed=True)
LIST = EntityList([MACRON, MERKEL, GERMANY, BONN, GREENS], [MEMBER, HELD, LIES])


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def claim(words: str, relation: str, subject: Party, predicate: str, of: Party, **fields: Any) -> Claim:
    return Claim(
        span=span_of(words), text=words, relation=relation, subject=subject, predicate=predicate, object=of, **fields
    )  # fmt: skip


REFUTED = Judgement(
    claim=claim(
        "German Chancellor Emmanuel Macron", "role", Party(text="Emmanuel Macron", entity=MACRON), "Chancellor of",
        Party(text="German", entity=GERMANY), role="prime_minister",
    ),
    verdict=Verdict.REFUTED, as_of=PartialDate(2020, 10, 6), reason=Reason.WRONG_HOLDER, score=0.95123,
    parts=Parts(extraction=0.99, link=0.98, fact=0.98044), facts=(HELD,), message="Angela Merkel held the office",
    fault=Fault.TRANSLATION,
)  # fmt: skip
PLACE = Judgement(
    claim=claim("Bonn, Germany", "located_in", Party(text="Bonn", entity=BONN), "in", Party(text="Germany", entity=GERMANY)),
    verdict=Verdict.SUPPORTED, as_of=None, score=0.97, facts=(LIES,),
)  # fmt: skip
PARTY = Judgement(
    claim=claim("Ada of the Greens", "member_of", Party(text="Ada", entity=MERKEL), "of", Party(text="Greens", entity=GREENS)),
    verdict=Verdict.CONTESTED, as_of=PartialDate(2020), score=0.5, facts=(MEMBER,), message="sources disagree",
)  # fmt: skip
OPEN = Judgement(
    claim=claim(
        "Ada of the Greens", "role", Party(text="Ada"), "of", Party(text="the Greens"), qualifier="former", implied=True
    ),
    verdict=Verdict.NOT_ENOUGH_INFO, as_of=None, reason=Reason.UNLINKED,
)  # fmt: skip
AGE = Judgement(
    claim=claim("Ada", "age", Party(text="Ada"), "aged", Party(text="65")), verdict=Verdict.NOT_ENOUGH_INFO, as_of=None
)
EVERY = (REFUTED, PLACE, PARTY, OPEN, AGE)


def judged(*items: Judgement, path: str = "a.txt", text: str = TEXT) -> DocumentReport:
    document = Document(text=text, reading=Reading(text=text), path=path)
    return DocumentReport(document=document, claims=items, signature="copydesk:0|date:unknown")


def printed(name: str, *reports: DocumentReport, known: Known | None = None, **style: Any) -> str:
    shown, tally = CLAIM_FORMATS[name].renderer(Style(known=known or Known(LIST), **style)), Tally()
    pieces: list[str] = []
    for report in reports:
        tally.add(report)
        pieces += shown.document(report)
    return "".join([*pieces, *shown.end(tally)])


def objects(name: str, *items: Judgement) -> list[dict[str, Any]]:
    return [json.loads(line) for line in printed(name, judged(*items)).splitlines()]


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), strict=True))
