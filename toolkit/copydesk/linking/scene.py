"""What a decision about one mention may know of everything else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from copydesk.core.dates import PartialDate
from copydesk.core.entity import Entity
from copydesk.entities import EntityList
from copydesk.linking.beside import Beside
from copydesk.linking.index import CandidateIndex
from copydesk.names.knowledge import NameKnowledge


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The document's date, what it speaks of, the list, and what names are like."""

    day: PartialDate | None
    #: ids of countries, places and bodies that the text names
    implied: frozenset[str]
    #: folded words of the text
    words: frozenset[str]
    entities: EntityList
    index: CandidateIndex
    knowledge: NameKnowledge
    #: persons and bodies that the document spells right somewhere
    named: Mapping[str, Entity] = field(default_factory=dict)
    #: the text that it was translated from
    source: Beside | None = None
