"""What a source or an import gives: one entity with its facts at a time, and the count of what was read and refused."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from copydesk.core.entity import Entity, Fact
from copydesk.entities.schema import Place

#: refused rows that are kept as examples, for each reason
EXAMPLES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An entity with all that one source says of it. The facts' subject is the entity; their objects may be other records."""

    entity: Entity
    facts: tuple[Fact, ...] = ()
    at: Place


@dataclass(slots=True)
class Tally:
    """Rows of one source: how many were read, and how many refused for which reason, with the first few of each."""

    source: str
    rows: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def refuse(self, reason: str, at: Place, detail: str = "") -> None:
        """Count a row, or a statement of a row, that is left out. ``reason`` is one of a few fixed wordings."""
        self.refused[reason] += 1
        if len(self.examples[reason]) < EXAMPLES:
            self.examples[reason].append(f"{at.path}:{at.line}" + (f": {detail[:120]}" if detail else ""))


class World(Protocol):
    """What an adapter may ask of the entities that are there already: countries, bodies and roles."""

    def country(self, text: str) -> str | None:
        """The entity id of a country by English name, ISO 3166 alpha-2 or alpha-3, or a CIA spelling (``Korea, North``)."""

    def code(self, ident: str) -> str | None:
        """The ISO 3166 alpha-2 code of an entity id."""

    def body(self, name: str) -> str | None:
        """The entity id of the only organisation or place of this name."""

    def role(self, title: str) -> str | None:
        """The role that an English title means: ``Minister of Foreign Relations`` → ``foreign_minister``; None if unclear."""


class Source(Protocol):
    """An adapter: reads the published files of one source. Never raises for a bad row: it refuses it, with the reason."""

    def __call__(self, files: Sequence[str], world: World, tally: Tally) -> Iterator[Record]:
        """The records of these files, in file order."""
