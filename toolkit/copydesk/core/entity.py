"""What the reference list holds: entities, the forms of their names, dated facts, and offices."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from copydesk.core.dates import PartialDate, Period

#: prominence from which an entity counts as one that news speaks of
NEWSWORTHY = 0.5


class Kind(StrEnum):
    """What sort of thing a name stands for."""

    PERSON = "person"
    PLACE = "place"
    ORGANIZATION = "organization"


class FormType(StrEnum):
    """What a form of a name is good for. Only the first five are right in a text."""

    NAME = "name"
    ALIAS = "alias"
    FORMER = "former"
    ACRONYM = "acronym"
    DEMONYM = "demonym"
    #: another language's spelling, or an older one, in Latin letters: recognised, never flagged, never printed as a correction
    FOREIGN = "foreign"
    #: another script: used to find, never printed as a correction
    NATIVE = "native"
    #: a foreign spelling of it letter by letter in Latin: used to explain a garble, never printed as a correction
    CHANNEL = "channel"
    #: a name rendered by its meaning, as machine translation does
    TRANSLATED = "translated"
    #: a name cut short, as machine translation does
    CLIPPED = "clipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameForm:
    """One way to write a name. ``lang`` is an ISO 639 code, None where it does not matter."""

    text: str
    type: FormType
    lang: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, place or organisation. ``country`` is ISO 3166 alpha-2; ``gender`` is ``m``, ``f`` or None (unknown)."""

    id: str
    name: str
    kind: Kind
    country: str | None = None
    #: persons: what stands alone on second mention
    family: tuple[str, ...] = ()
    gender: str | None = None
    #: every other form; the name itself is not repeated here
    forms: tuple[NameForm, ...] = ()
    description: str = ""
    #: who publishes it, several apart by ``; ``
    source: str = ""
    born: PartialDate | None = None
    #: what other data sets call it, as ``scheme:value``: ``wikidata:Q7416438``, ``geonames:616052``
    same_as: tuple[str, ...] = ()
    #: how likely news speaks of it, 0 to 1; None where nobody said
    prominence: float | None = None

    def written(self, *types: FormType) -> tuple[str, ...]:
        """The texts of the forms of these types, in list order."""
        return tuple(form.text for form in self.forms if form.type in types)


class Relation(StrEnum):
    """What a fact says of its subject."""

    HOLDS_OFFICE = "holds_office"
    CAPITAL_OF = "capital_of"
    LOCATED_IN = "located_in"
    PART_OF = "part_of"
    RANK = "rank"
    AGENCY_OF = "agency_of"
    MEMBER_OF = "member_of"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One dated statement. ``subject`` and ``object`` are entity ids; ``role`` names an `Office`."""

    subject: str
    relation: Relation
    object: str | None = None
    role: str | None = None
    title: str | None = None
    period: Period = field(default_factory=Period)
    disputed: bool = False
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A role, its English titles (most usual first), and whether one person at a time holds it for one country or body."""

    role: str
    titles: tuple[str, ...]
    single: bool
    rank: int
