"""A tiny list of offices with gaps, double holders and disputes, made by hand, and verdicts on single claims of it."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.claims.tenure import judge_office
from copydesk.core.claim import Claim, Judgement, Party
from copydesk.core.dates import PartialDate, Period
from copydesk.core.entity import Entity, Fact, FormType, Kind, NameForm, Office, Relation
from copydesk.core.mention import Link, LinkStatus, Mention
from copydesk.core.span import Span
from copydesk.entities import EntityList

OFFICES = (
    Office(role="president", titles=("President",), single=True, rank=1),
    Office(role="prime_minister", titles=("Prime Minister", "Premier", "Chancellor"), single=True, rank=1),
    Office(role="foreign_minister", titles=("Foreign Minister", "Secretary of State"), single=True, rank=1),
    Office(role="monarch", titles=("King", "Queen"), single=True, rank=1),
    Office(role="speaker", titles=("Speaker",), single=False, rank=2),
    Office(role="minister", titles=("Minister",), single=False, rank=3),
    Office(role="leader", titles=("Leader",), single=False, rank=3),
)
#: persons that the rows speak of are made as they come: Anna Adler is anna-adler
LANDS = {"north": "NO", "south": "SO", "island": "NO", "nowhere": None}


def name_of(ident: str) -> str:
    return ident.replace("-", " ").title()


def row(
    subject: str,
    role: str,
    body: str,
    start: str,
    end: str,
    *,
    title: str | None = None,
    as_of: str = "",
    disputed: bool = False,
) -> Fact:
    """A row of an office; dates are ISO, empty where unknown."""
    dates = [PartialDate.parse(text) if text else None for text in (start, end, as_of)]
    return Fact(
        subject=subject, relation=Relation.HOLDS_OFFICE, object=body, role=role, title=title, disputed=disputed,
        period=Period(start=dates[0], end=dates[1], as_of=dates[2]),
    )  # fmt: skip


def list_of(facts: Sequence[Fact], born: dict[str, str] | None = None) -> EntityList:
    dates = {ident: PartialDate.parse(text) for ident, text in (born or {}).items()}
    idents = sorted({fact.subject for fact in facts} | set(dates))
    persons = [
        Entity(
            id=ident, name=name_of(ident), kind=Kind.PERSON, country="NO", family=(name_of(ident).split()[-1],),
            born=dates.get(ident),
        )
        for ident in idents
    ]  # fmt: skip
    lands = [
        Entity(
            id=ident, name=ident.title(), kind=Kind.PLACE, country=country,
            forms=(NameForm(text=f"{ident.title()}ish", type=FormType.DEMONYM),),
        )
        for ident, country in LANDS.items()
    ]  # fmt: skip
    return EntityList([*persons, *lands], list(facts), list(OFFICES), signature="tenure")


def verdict(
    facts: Sequence[Fact],
    subject: str,
    day: str,
    *,
    title: str = "President",
    roles: tuple[str, ...] = ("president",),
    bodies: tuple[str, ...] = ("north",),
    qualifier: str | None = None,
    text: str = "",
    of: str = "",
    implied: bool = False,
    asserted: bool = False,
    status: LinkStatus = LinkStatus.CANONICAL,
    probability: float = 0.99,
    born: str = "",
) -> Judgement:
    """The verdict on "TITLE of BODIES SUBJECT" at a day, the subject linked with this probability."""
    entities = list_of(facts, {subject: born} if born else {subject: "1960"})
    words = text or name_of(subject)
    known = status in (LinkStatus.CANONICAL, LinkStatus.VARIANT)
    person = entities.by_id[subject] if known else None
    mention = Mention(span=Span(0, len(words)), text=words, sentence=0, kind=Kind.PERSON)
    link = Link(mention=mention, status=status, entity=person, probability=probability if known else None)
    body = entities.get(bodies[0]) if bodies else None
    claim = Claim(
        span=mention.span, text=words, relation="role", subject=Party(text=words, span=mention.span, entity=person),
        predicate=f"{title} of", role=roles[0], roles=roles, bodies=() if implied else bodies, qualifier=qualifier,
        object=Party(text=of, entity=body), implied=implied, asserted=asserted,
    )  # fmt: skip
    return judge_office(claim, link, PartialDate.parse(day) if day else None, entities)
