"""A small world and short ways to write files for the tests of imports."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from copydesk.core.dates import PartialDate
from copydesk.core.entity import Fact, Kind
from copydesk.entities.importing import read_records
from copydesk.entities.records import Record, Tally

_COUNTRIES = {
    "armenia": ("AM", "Armenia", "Republic of Armenia"),
    "north-korea": ("KP", "North Korea"),
    "germany": ("DE", "Germany"),
    "united-states": ("US", "United States"),
    "georgia": ("GE", "Georgia"),
}
_BODIES = {"united nations": "united-nations", "bank of england": "bank-of-england", "ankara": "ankara", "bavaria": "bavaria"}
_ROLES = {
    "prime minister": "prime_minister", "president": "president", "foreign minister": "foreign_minister", "mayor": "governor",
    "minister of foreign affairs": "foreign_minister", "minister of finance": "finance_minister", "governor": "governor",
    "secretary of state": "foreign_minister", "secretary general": "secretary_general", "minister": "minister",
    "minister of defence": "defence_minister", "governor of the bank of england": "central_bank_governor", "head": "head",
    "ambassador": "ambassador",
}  # fmt: skip


class ImportWorld:
    """Knows a few countries, bodies and roles; ministers of finance of whatever too, as real look-ups by pattern do."""

    def country(self, text: str) -> str | None:
        return next((ident for ident, names in _COUNTRIES.items() if text in names), None)

    def code(self, ident: str) -> str | None:
        return _COUNTRIES[ident][0] if ident in _COUNTRIES else None

    def body(self, name: str) -> str | None:
        return _BODIES.get(name.lower())

    def role(self, title: str) -> str | None:
        plain = title.lower().replace("-", " ")
        return "finance_minister" if plain.startswith("minister of finance") else _ROLES.get(plain)


def write(path: Path, *lines: object) -> str:
    """Write lines, objects as JSON, and give the path."""
    texts = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
    path.write_text("".join(f"{text}\n" for text in texts), encoding="utf-8")
    return str(path)


def imported(
    path: str,
    format: str | None = None,
    *,
    strict: bool = True,
    as_of: str | None = None,
    kinds: Iterable[Kind] | None = None,
    offices: str | None = None,
) -> tuple[list[Record], Tally]:
    """The records of a file and the tally."""
    tally = Tally(source="test")
    day = None if as_of is None else PartialDate.parse(as_of)
    chosen = None if kinds is None else frozenset(kinds)
    found = read_records(path, format, ImportWorld(), tally, strict=strict, as_of=day, kinds=chosen, offices=offices)
    return list(found), tally


def short(fact: Fact) -> str:
    """``foreign_minister armenia: 2018-05..2021, as of -, seen -``."""
    period = fact.period
    return f"{fact.role} {fact.object}: {period.start or ''}..{period.end or ''} {period.seen or ''}/{period.as_of or ''}"


def ftm(ident: str, schema: str = "Person", *, last_seen: str | None = None, **properties: object) -> dict[str, object]:
    """An object of a FollowTheMoney file; properties as text or list."""
    listed = {name: [value] if isinstance(value, str) else value for name, value in properties.items()}
    row: dict[str, object] = {"id": ident, "schema": schema, "properties": listed, "datasets": ["tiny_list"]}
    if "name" in listed:
        row["caption"] = listed["name"][0] if isinstance(listed["name"], list) else ""
    return row if last_seen is None else {**row, "last_seen": last_seen}
