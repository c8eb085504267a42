"""A small world for the tests of adapters: a few countries and bodies."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.core.entity import Entity, FormType
from copydesk.entities.records import Record, Tally, World

_COUNTRIES = {"germany": "DE DEU", "united-arab-emirates": "AE ARE", "russia": "RU RUS", "ukraine": "UA UKR", "china": "CN CHN",
              "georgia": "GE GEO", "israel": "IL ISR", "turkey": "TR TUR", "austria": "AT AUT", "india": "IN IND"}  # fmt: skip
_BODIES = {"United Nations": "united-nations", "UN": "united-nations", "International Criminal Court": "icc", "ICC": "icc"}


class StubWorld:
    """Knows ten countries by code and English name, and two bodies."""

    def country(self, text: str) -> str | None:
        for ident, codes in _COUNTRIES.items():
            if text in codes.split() or text == ident.replace("-", " ").title():
                return ident
        return None

    def code(self, ident: str) -> str | None:
        return _COUNTRIES[ident].split()[0] if ident in _COUNTRIES else None

    def body(self, name: str) -> str | None:
        return _BODIES.get(name)

    def role(self, title: str) -> str | None:
        return None


def tally() -> Tally:
    return Tally(source="test")


def world() -> World:
    return StubWorld()


def texts(entity: Entity, type_: FormType) -> list[str]:
    return [form.text for form in entity.forms if form.type is type_]


def ids(records: Sequence[Record]) -> list[str]:
    return [record.entity.id for record in records]
