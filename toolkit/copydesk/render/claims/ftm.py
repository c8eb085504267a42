"""FollowTheMoney JSON lines of what claims say, for the tools around OpenSanctions and Aleph."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.core.claim import Judgement, Party, Verdict
from copydesk.core.document import Document
from copydesk.core.entity import Entity, Kind
from copydesk.core.report import DocumentReport
from copydesk.entities.exporting.ftm_objects import (
    Ftm,
    Properties,
    date_of,
    ftm_object,
    made_id,
    position,
    position_id,
    put,
    thing,
)
from copydesk.linking.context import PAST
from copydesk.render.base import Style
from copydesk.render.claims.words import answer, rows, said
from copydesk.render.known import Known
from copydesk.render.tally import Tally
from copydesk.render.visible import json_line
from copydesk.render.wire import Problem


class FtmClaims:
    """``--format ftm``: the article as a Document, the people, bodies and posts that its claims speak of, and what they say.

    A claim of office is an Occupancy, one of a party a Membership, any other between two listed entities an UnknownLink; what
    has no second entity (an age, a weekday) has no schema and is left out. Each has the article as its ``proof``, the words as
    ``summary``, the answer of the list and the rows behind it as ``description``, and in ``status`` what came of it:
    ``current`` or ``ended`` for what the list supports, else the verdict. Whoever is in the list has the id that
    ``copydesk entities export --to ftm`` gives.
    """

    def __init__(self, style: Style) -> None:
        self._known = style.known

    def document(self, report: DocumentReport) -> Iterator[str]:
        """The objects of one document, each once."""
        seen: set[object] = set()
        for item in report.claims:
            for made in _objects(item, report.document, self._known):
                if made["id"] not in seen:
                    seen.add(made["id"])
                    yield json_line(made) + "\n"

    def problem(self, _: Problem, /) -> Iterator[str]:
        """Nothing: errors go to standard error."""
        yield from ()

    def end(self, _: Tally, /) -> Iterator[str]:
        """Nothing: a line is an object."""
        yield from ()


def _objects(item: Judgement, document: Document, known: Known) -> Iterator[Ftm]:
    claim = item.claim
    subject, of = claim.subject.entity, claim.object.entity
    article = _article(document)
    about = _about(item, str(article["id"]), known)
    if claim.relation == "role" and (subject is None or subject.kind is Kind.PERSON):
        holder, post = _person(claim.subject, document), _post(item)
        yield from (article, holder, *_body(of), post, _said("Occupancy", item, document, about, holder=holder, post=post))
    elif subject is not None and of is not None:
        one, other = thing(subject), thing(of)
        put(about, "role", claim.predicate)
        member = claim.relation == "member_of" and subject.kind is Kind.PERSON and of.kind is Kind.ORGANIZATION
        edge = (
            _said("Membership", item, document, about, member=one, organization=other)
            if member
            else _said("UnknownLink", item, document, about, subject=one, object=other)
        )
        yield from (article, one, other, edge)


def _said(schema: str, item: Judgement, document: Document, about: Properties, **ends: Ftm) -> Ftm:
    claim = item.claim
    ident = made_id(schema.lower(), [document.path, claim.relation, str(claim.span), str(claim.subject.span), said(item)])
    return ftm_object(ident, schema, {**{name: [str(end["id"])] for name, end in ends.items()}, **about})


def _about(item: Judgement, article: str, known: Known) -> Properties:
    described = "\n".join([f"{item.verdict.value}: {answer(item)}", *rows(item, known)])
    about: Properties = {
        "status": [_status(item)],
        "summary": [item.claim.text],
        "description": [described],
        "proof": [article],
    }
    put(about, "date", date_of(item.as_of))
    return about


def _status(item: Judgement) -> str:
    if item.verdict is not Verdict.SUPPORTED:
        return item.verdict.value
    return "ended" if item.claim.qualifier in PAST else "current"


def _article(document: Document) -> Ftm:
    properties: Properties = {"fileName": [document.path]}
    put(properties, "date", date_of(document.date.value if document.date else None))
    return ftm_object(made_id("article", document.path), "Document", properties, document.path)


def _person(party: Party, document: Document) -> Ftm:
    """Who is said to hold the post; one who is not in the list is the same person throughout the article."""
    if party.entity is not None:
        return thing(party.entity)
    return ftm_object(made_id("person", [document.path, party.text]), "Person", {"name": [party.text]})


def _post(item: Judgement) -> Ftm:
    claim = item.claim
    of = claim.object.entity
    if claim.role is not None and of is not None:
        return position(claim.role, of, None, ident=position_id(claim.role, of.id, None))
    title = claim.predicate.removesuffix(" of")
    if of is not None or not claim.object.text:
        return position(None, of, title, ident=position_id(None, None if of is None else of.id, title))
    return ftm_object(
        made_id("position", [title, claim.object.text]), "Position", {"name": [f"{title} of {claim.object.text}"]}
    )


def _body(of: Entity | None) -> Iterator[Ftm]:
    """The organisation that a post refers to."""
    if of is not None and of.kind is Kind.ORGANIZATION:
        yield thing(of)
