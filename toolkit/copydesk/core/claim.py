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


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement read off the text. ``relation`` is ``role``, ``capital_of``, ``located_in`` or ``rank``."""

    span: Span
    text: str
    relation: str
    subject: Party
    predicate: str
    object: Party
    role: str | None = None
    qualifier: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A claim with the list's answer, its reason, and the rows that it rests on."""

    claim: Claim
    verdict: Verdict
    as_of: PartialDate | None
    reason: Reason | None = None
    #: probability that the verdict is right; None when there is no verdict
    score: float | None = None
    facts: tuple[Fact, ...] = ()
    message: str = ""
