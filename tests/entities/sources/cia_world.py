"""A small world of real offices for the tests of the CIA's publications, and tables written for one test."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Sequence
from pathlib import Path

from copydesk.core.entity import Entity, Fact, FormType, Kind, NameForm, Office
from copydesk.entities.records import Record
from copydesk.entities.world import SeedWorld

_COUNTRIES = {
    "US": ("united-states", "United States"), "GB": ("united-kingdom", "United Kingdom"), "SI": ("slovenia", "Slovenia"),
    "BG": ("bulgaria", "Bulgaria"), "KP": ("north-korea", "North Korea"), "MM": ("myanmar", "Myanmar"),
    "ES": ("spain", "Spain"),
    "CA": ("canada", "Canada"), "NZ": ("new-zealand", "New Zealand"), "AM": ("armenia", "Armenia"), "CN": ("china", "China"),
    "LU": ("luxembourg", "Luxembourg"), "NG": ("nigeria", "Nigeria"), "RU": ("russia", "Russia"), "DE": ("germany", "Germany"),
    "FR": ("france", "France"), "CD": ("congo-kinshasa", "Democratic Republic of the Congo"), "HK": ("hong-kong", "Hong Kong"),
    "FM": ("micronesia", "Micronesia"), "IN": ("india", "India"), "UA": ("ukraine", "Ukraine"),
    "ID": ("indonesia", "Indonesia"),
}  # fmt: skip
_OFFICES = {
    "president": "President", "prime_minister": "Prime Minister|Premier|Chancellor", "monarch": "King|Queen|Emperor",
    "foreign_minister": "Foreign Minister|Minister of Foreign Affairs|Secretary of State",
    "defence_minister": "Defence Minister|Minister of Defense", "deputy_prime_minister": "Deputy Prime Minister",
    "central_bank_governor": "Central Bank Governor", "head": "Director|Chief Executive", "minister": "Minister",
}  # fmt: skip


def world(alpha3: dict[str, str] | None = None) -> SeedWorld:
    """Twenty-two countries, one town and one body."""
    places = [
        Entity(
            id=ident, name=name, kind=Kind.PLACE, country=code, description="country in the world",
            forms=(NameForm(text=f"{name} people", type=FormType.DEMONYM),),
        )
        for code, (ident, name) in _COUNTRIES.items()
    ]  # fmt: skip
    others = [
        Entity(id="ljubljana", name="Ljubljana", kind=Kind.PLACE, country="SI", description="capital of Slovenia"),
        Entity(id="united-nations", name="United Nations", kind=Kind.ORGANIZATION),
    ]
    offices = [Office(role=role, titles=tuple(titles.split("|")), single=True, rank=1) for role, titles in _OFFICES.items()]
    return SeedWorld([*others, *places], offices, alpha3)


def table(path: Path, header: str, lines: Iterable[Sequence[str]]) -> str:
    """Write a tab-separated table, packed where its name says so."""
    text = "\n".join("\t".join(line) for line in [header.split(), *lines]) + "\n"
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(text.encode()))
    else:
        path.write_text(text, encoding="utf-8")
    return str(path)


def dates(fact: Fact) -> str:
    """``start..as_of``, or ``(seen)..as_of``."""
    return f"{fact.period.start or f'({fact.period.seen})'}..{fact.period.as_of}"


def terms(records: Sequence[Record], name: str) -> list[str]:
    """The terms of office of the person of this name."""
    found = [record for record in records if record.entity.name == name]
    assert len(found) == 1, [record.entity.name for record in records]
    return [f"{fact.title} {dates(fact)}" for fact in found[0].facts]
