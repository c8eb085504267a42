"""What a decision about one mention may know of everything else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from copydesk.core.dates import PartialDate
from copydesk.core.entity import Entity
from copydesk.core.mention import Mention
from copydesk.entities import EntityList
from copydesk.linking.beside import Beside
from copydesk.linking.index import CandidateIndex
from copydesk.names.knowledge import NameKnowledge

#: code points on either side of a mention that speak of it rather than of something else
_WINDOW = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The document's date, what it speaks of, the list, and what names are like."""

    day: PartialDate | None
    #: ids of countries, places and bodies that the text names
    implied: frozenset[str]
    text: str
    #: folded words that name what is implied: they are no topic
    names: frozenset[str]
    entities: EntityList
    index: CandidateIndex
    knowledge: NameKnowledge
    #: persons and bodies that the document spells right somewhere
    named: Mapping[str, Entity] = field(default_factory=dict)
    #: the text that it was translated from
    source: Beside | None = None

    def window(self, mention: Mention) -> str:
        """The text around a mention: about its sentence and the next ones."""
        return self.text[max(0, mention.span.start - _WINDOW) : mention.span.end + _WINDOW]

    def beside(self, mention: Mention) -> str:
        """The same without the mention."""
        start, end = mention.span.start, mention.span.end
        return f"{self.text[max(0, start - _WINDOW) : start]} {self.text[end : end + _WINDOW]}"
