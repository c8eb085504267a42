"""Statements about who holds what and what lies where, and what the list says to them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from copydesk.core.dates import PartialDate
from copydesk.core.entity import Entity, Fact
from copydesk.core.span import Span


class Verdict(StrEnum):
    """What the list says to a claim."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    NOT_ENOUGH_INFO = "not_enough_info"
    CONTESTED = "contested"


class Reason(StrEnum):
    """Why a claim was refuted or could not be decided."""

    WRONG_HOLDER = "wrong_holder"
    OUT_OF_TERM = "out_of_term"
    WRONG_PLACE = "wrong_place"
    WRONG_OFFICE = "wrong_office"
    VALUE = "value"
    UNLINKED = "unlinked"
    AMBIGUOUS_LINK = "ambiguous_link"
    NO_RECORD = "no_record"
    STALE_LIST = "stale_list"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Subject or object of a claim: the words, and the entity where one was found."""

    text: str
    span: Span | None = None
    entity: Entity | None = None


class Fault(StrEnum):
    """Whose fault a refuted claim likelier is."""

    #: the words are those of a translation gone wrong: the source will have it right
    TRANSLATION = "translation"
    #: the source itself will have said so
    SOURCE = "source"
    #: the list may be wrong or out of date
    LIST = "list"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What a score is made of, each a probability: that the text makes the claim, that its parties are those that were linked,
    and that the list's rows are right and decide it."""

    extraction: float
    link: float
    fact: float


#: what a claim can say: who holds an office, what lies where; ``member_of`` is of a party, ``part_of`` of a body of a country
RELATIONS = (
    "role", "capital_of", "located_in", "rank", "nationality", "member_of", "part_of", "age", "anniversary", "weekday",
    "gender",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement read off the text; ``relation`` is one of `RELATIONS`."""

    span: Span
    text: str
    relation: str
    subject: Party
    predicate: str
    object: Party
    role: str | None = None
    #: claims of office: every role that the title can mean, and every id that the words of the object can
    roles: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    qualifier: str | None = None
    #: nobody wrote the object: it follows from the subject or from the rest of the document
    implied: bool = False
    #: the sentence says so, where a title right before a name may be mere courtesy
    asserted: bool = False
    #: probability that the text says so
    extraction: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A claim with the list's answer, its reason, and the rows that it rests on."""

    claim: Claim
    verdict: Verdict
    as_of: PartialDate | None
    reason: Reason | None = None
    #: probability that the verdict is right; None when there is no verdict
    score: float | None = None
    #: what ``score`` is made of; None when there is no verdict
    parts: Parts | None = None
    facts: tuple[Fact, ...] = ()
    message: str = ""
    #: of refuted claims
    fault: Fault | None = None
