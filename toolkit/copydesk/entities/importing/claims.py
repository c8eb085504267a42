"""Statements of a Wikidata item, as a dump has them: values by property, with ranks and qualifiers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from copydesk.core.dates import PartialDate
from copydesk.entities.importing.dating import agreed, timed

Json = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement: its value (None where the item says that it is unknown or that there is none), rank and qualifiers."""

    value: object
    preferred: bool
    qualifiers: Mapping[str, object]

    def says(self, name: str) -> bool:
        """Whether it has a qualifier, be its value known or not; one that says there is none does not count."""
        return any(snak.get("snaktype") != "novalue" for snak in _rows(self.qualifiers.get(name)))

    def denies(self, name: str) -> bool:
        """Whether a qualifier says that there is none."""
        return any(snak.get("snaktype") == "novalue" for snak in _rows(self.qualifiers.get(name)))

    def date(self, name: str) -> PartialDate | None:
        """The date that a qualifier gives; ValueError for a day that no calendar has."""
        return agreed(date for snak in _rows(self.qualifiers.get(name)) if (date := date_of(_value(snak))) is not None)


def statements(item: Json, name: str) -> Iterator[Statement]:
    """The statements of a property, deprecated ones left out."""
    for row in _rows(table(item.get("claims")).get(name)):
        if row.get("rank") != "deprecated":
            yield Statement(
                value=_value(table(row.get("mainsnak"))),
                preferred=row.get("rank") == "preferred",
                qualifiers=table(row.get("qualifiers")),
            )


def best(item: Json, name: str) -> list[object]:
    """The values of a property: the preferred ones where there are any."""
    found = [statement for statement in statements(item, name) if statement.value is not None]
    preferred = [statement.value for statement in found if statement.preferred]
    return preferred or [statement.value for statement in found]


def items(item: Json, name: str) -> list[str]:
    """The Q-ids of the best values of a property."""
    return [qid for value in best(item, name) if (qid := qid_of(value)) is not None]


def texts(item: Json, name: str) -> list[str]:
    """The best values of a property that are texts."""
    return [value for value in best(item, name) if isinstance(value, str)]


def qid_of(value: object) -> str | None:
    """The Q-id that a value points at; None for other values."""
    row = table(value)
    ident, number = row.get("id"), row.get("numeric-id")
    if isinstance(ident, str):
        return ident if ident[:1] == "Q" and ident[1:].isdecimal() and ident.isascii() else None
    return f"Q{number}" if type(number) is int and row.get("entity-type", "item") == "item" else None


def date_of(value: object) -> PartialDate | None:
    """The date of a time value; None for one coarser than a year. ValueError for a day that no calendar has."""
    row = table(value)
    text, precision = row.get("time"), row.get("precision")
    return timed(text, precision) if isinstance(text, str) and type(precision) is int else None


def label(item: Json, *languages: str) -> str | None:
    """The label in the first of these languages that has one."""
    labels = table(item.get("labels"))
    found = (table(labels.get(language)).get("value") for language in languages)
    return next((text for text in found if isinstance(text, str)), None)


def table(value: object) -> Json:
    """A JSON object; an empty one for anything else, as dumps write an empty array where an object is empty."""
    return value if isinstance(value, dict) else {}


def _rows(value: object) -> list[Json]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _value(snak: Json) -> object:
    return table(snak.get("datavalue")).get("value") if snak.get("snaktype") == "value" else None
