"""A small list with people, countries, bodies and parties, and what the other claims of a text say against it."""

from __future__ import annotations

from functools import lru_cache

from copydesk.claims.other import judge_other, other_claims
from copydesk.core.claim import Judgement
from copydesk.core.dates import PartialDate, Period
from copydesk.core.entity import Entity, Fact, FormType, Kind, NameForm, Office, Relation
from copydesk.core.mention import Link, LinkStatus, Mention
from copydesk.entities import EntityList
from copydesk.reader.lexicon import Lexicon
from copydesk.reader.mentions import Scanned, scan
from copydesk.text import parse_document

DAY = "2020-10-06"

#: name, country, gender, born, prominence
PERSONS = """
Dar Kolmeck  | DE | m | 1955-03-02 | 0.9
Ilsa Braumer    | DE | f | 1960       | 0.9
Petra Lindqvist | SE | f |            | 0.9
Anselm Otterby  | SE | m | 1970-01-01 | 0.2
"""
COUNTRIES = {
    "Germany": ("DE", "German"), "Sweden": ("SE", "Swedish"), "Turkey": ("TR", "Turkish"), "Ireland": ("IE", "Irish"),
    "Cyprus": ("CY", "Cypriot"), "Karabakh": (None, "Karabakhi"),
}  # fmt: skip
#: id, name, country, description
BODIES = """
dna-press | DNA        | DE | German news agency
ddp       | DDP        | DE | German party
blau      | Blue Union | DE | German political alliance
volk      | Volk Party | DE | German party
svea      | Svea Post  | SE | Swedish newspaper
hansa     | Hansa Bank |    | bank
"""
FACTS = """
Dar Kolmeck  | holds_office | Germany | president |            |
Ilsa Braumer    | holds_office | Germany | president |            |
Petra Lindqvist | holds_office | Sweden  | president |            |
Petra Lindqvist | holds_office | Turkey  | president |            |
Dar Kolmeck  | member_of    | ddp     |           | 1990       | 2030
Ilsa Braumer    | member_of    | ddp     |           | 1990       | 2010
Ilsa Braumer    | member_of    | blau    |           | 2011       | 2030
dna-press       | agency_of    | Germany |           |            |
hansa           | part_of      | Cyprus  |           |            | disputed
"""


def _cells(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def _fact(subject: str, relation: str, of: str, role: str, start: str, end: str) -> Fact:
    disputed = end == "disputed"
    dates = [PartialDate.parse(text) if text and text != "disputed" else None for text in (start, end)]
    period = Period(start=dates[0], end=dates[1])
    return Fact(subject=subject, relation=Relation(relation), object=of, role=role or None, period=period, disputed=disputed)


@lru_cache(maxsize=1)
def the_list() -> EntityList:
    persons = [
        Entity(
            id=name, name=name, kind=Kind.PERSON, country=country, gender=gender, prominence=float(known),
            born=PartialDate.parse(born) if born else None,
        )
        for name, country, gender, born, known in _cells(PERSONS)
    ]  # fmt: skip
    countries = [
        Entity(id=name, name=name, kind=Kind.PLACE, country=code, forms=(NameForm(text=demonym, type=FormType.DEMONYM),))
        for name, (code, demonym) in COUNTRIES.items()
    ]
    bodies = [
        Entity(id=ident, name=name, kind=Kind.ORGANIZATION, country=code or None, description=text, prominence=0.9)
        for ident, name, code, text in _cells(BODIES)
    ]
    offices = [Office(role="president", titles=("President",), single=True, rank=1)]
    return EntityList([*persons, *countries, *bodies], [_fact(*cells) for cells in _cells(FACTS)], offices, signature="other")


@lru_cache(maxsize=1)
def the_lexicon() -> Lexicon:
    return Lexicon(the_list())


def linked(mention: Mention) -> Link:
    """A name of the list is what it says, a lone family name is its bearer's, and all others are unknown."""
    named = [item.entity for item in the_list().named(mention.text)]
    family = [item for item in the_list().entities if item.kind is Kind.PERSON and item.name.split()[-1] == mention.text]
    found = named or family
    if len(found) != 1:
        return Link(mention=mention, status=LinkStatus.NOT_IN_LIST)
    return Link(mention=mention, status=LinkStatus.CANONICAL, entity=found[0], probability=0.99)


def read(text: str, day: str) -> tuple[str, list[tuple[Scanned, list[Link]]]]:
    document = parse_document(text, date=PartialDate.parse(day) if day else None)
    scanned = scan(document, the_lexicon())
    return document.reading.text, [(sentence, [linked(mention) for mention in sentence.mentions]) for sentence in scanned]


def judged(text: str, day: str = DAY) -> list[Judgement]:
    date = PartialDate.parse(day) if day else None
    reading, sentences = read(text, day)
    found = []
    for sentence, links in sentences:
        for claim in other_claims(sentence, links, the_lexicon(), date):
            assert claim.span.of(reading) == claim.text
            for party in (claim.subject, claim.object):
                assert party.span is not None
                assert party.span.of(reading) == party.text
                assert claim.span.contains(party.span)
            link = next((link for link in links if link.mention.span == claim.subject.span), None)
            found.append(judge_other(claim, link, date, the_list()))
    return found
