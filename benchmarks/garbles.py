"""Labelled mentions of names in real sentences, and what a system may answer to one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from common import NEWS_MONTHS, rows_of
from copydesk import EntityList, PartialDate, Span
from copydesk.core.entity import Kind
from copydesk.entities.listing import RIGHT
from copydesk.names.forms import key

GARBLE = "garble"
#: labels of mentions that must not be flagged
QUIET = ("variant", "correct", "nil")
_KINDS = {"PER": (Kind.PERSON,), "LOC": (Kind.PLACE, Kind.ORGANIZATION), "ORG": (Kind.ORGANIZATION, Kind.PLACE)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A labelled mention, and who of the list its right name means."""

    id: str
    set: str
    text: str
    span: Span
    mention: str
    type: str
    label: str
    gold: str
    accepted: frozenset[str]
    bearers: frozenset[str]

    @property
    def answerable(self) -> bool:
        """Whether the list can give the right name of a garble."""
        return self.label == GARBLE and bool(self.bearers)


def read_rows(path: Path, entities: EntityList) -> list[Row]:
    """The labelled mentions."""
    return [_row(raw, entities) for raw in rows_of(path)]


def _row(raw: dict[str, Any], entities: EntityList) -> Row:
    names = [name for name in (raw["gold"], *raw["also"]) if name]
    # a bare family name among the accepted spellings is anybody's: only whole names say who is meant
    whole = [name for place, name in enumerate(names) if place == 0 or " " in name]
    bearers = {
        named.entity.id
        for name in whole
        for named in entities.named(name)
        if named.form.type in RIGHT and named.entity.kind in _KINDS[raw["type"]]
    }
    return Row(
        id=raw["id"], set=raw["set"], text=raw["text"], span=Span(raw["start"], raw["end"]), mention=raw["mention"],
        type=raw["type"], label=raw["label"], gold=raw["gold"] or "", accepted=frozenset(map(key, names)),
        bearers=frozenset(bearers),
    )  # fmt: skip


def date_of(row: Row) -> PartialDate | None:
    """When the news of the row's set was written; None where that is not known."""
    return NEWS_MONTHS.get(f"20{row.set[3:5]}") if row.set.startswith("wmt") else None
