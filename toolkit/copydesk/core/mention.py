"""Names found in a text, and what they were taken for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from copydesk.core.entity import Entity, Kind
from copydesk.core.evidence import Evidence
from copydesk.core.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What stands beside a mention and says who it may be: an office, a country or body, the words that say so."""

    #: roles that the title can mean; empty where only a country or body stands beside the name
    roles: tuple[str, ...] = ()
    #: entity ids that the title belongs to; empty where the text does not say, or names none of the list
    objects: tuple[str, ...] = ()
    #: title and country words, in the reading
    span: Span
    text: str
    title: str = ""
    object_text: str | None = None
    #: former, acting, elect … as written; None when the title is plain
    qualifier: str | None = None
    #: the title may belong to somebody else ("the spokesman for President X")
    unsure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name in the reading. ``kind`` is None where the text does not tell what it names."""

    span: Span
    text: str
    sentence: int
    kind: Kind | None = None
    context: Context | None = None


class LinkStatus(StrEnum):
    """How the written form stands to the entity it was linked to."""

    CANONICAL = "canonical"
    VARIANT = "variant"
    GARBLE = "garble"
    TRANSLATED = "translated"
    CLIPPED = "clipped"
    AMBIGUOUS = "ambiguous"
    NOT_IN_LIST = "not_in_list"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An entity that a mention may mean, with the probability and the reasons."""

    entity: Entity
    #: the form of the entity's name that was compared
    form: str
    probability: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What a mention was taken for. ``entity`` is None when it is not in the list or cannot be decided."""

    mention: Mention
    status: LinkStatus
    entity: Entity | None = None
    #: probability that the entity is meant and the status is right
    probability: float | None = None
    evidence: tuple[Evidence, ...] = ()
    #: best first; at most three
    candidates: tuple[Candidate, ...] = ()
    #: what to write instead; None when the form is right
    replacement: str | None = None
