from __future__ import annotations

import csv
from pathlib import Path

import pytest
from stub_world import tally, texts, world

from copydesk.core.entity import Entity, FormType
from copydesk.entities.records import Tally
from copydesk.entities.sources.partyfacts import read

COLUMNS = "country partyfacts_id technical name_short name name_english name_other year_first year_last share wikipedia".split()
PARTY = {"country": "DEU", "partyfacts_id": "7", "name": "Neue Partei der Mitte", "name_english": "New Party of the Centre",
         "share": "12.5"}  # fmt: skip


def party(tmp_path: Path, **cells: str) -> tuple[Entity | None, Tally]:
    path = tmp_path / "parties.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerow(PARTY | cells)
    counted = tally()
    found = list(read([str(path)], world(), counted))
    return (found[0].entity if found else None), counted


def test_english_name_and_own_name(tmp_path: Path) -> None:
    entity, counted = party(tmp_path, name_short="NPM")
    assert entity is not None
    assert (entity.id, entity.name, entity.country) == ("partyfacts:7", "New Party of the Centre", "DE")
    assert (entity.description, entity.prominence) == ("political party", 0.125)
    assert texts(entity, FormType.ALIAS) == ["Neue Partei der Mitte"]
    assert texts(entity, FormType.ACRONYM) == ["NPM"]
    assert counted.rows == 1


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"technical": "15"}, "not a party"),
        ({"name_english": "Liberals [no-party]"}, "not a party"),
        ({"name": "independent"}, "not a party"),
        ({"year_last": "1989"}, "gone before 1990"),
        ({"share": "1.9"}, "few votes and no fame"),
        ({"country": "DDR"}, "unknown country"),
        ({"name": ""}, "a row without id, name or country"),
        ({"name_english": "Goergian Workers' Party"}, "no plain English name"),
        ({"name_english": "Unity", "name": "Единство"}, "no plain English name"),
    ],
)
def test_refused_with_the_reason(tmp_path: Path, cells: dict[str, str], reason: str) -> None:
    entity, counted = party(tmp_path, **cells)
    assert entity is None
    assert dict(counted.refused) == {reason: 1}


def test_little_known_parties_stay_with_an_article(tmp_path: Path) -> None:
    entity, _ = party(tmp_path, share="", wikipedia="https://en.wikipedia.org/wiki/X")
    assert entity is not None
    assert entity.prominence == 0.05


@pytest.mark.parametrize(
    ("english", "own", "name", "aliases"),
    [
        ("Agrarian Union / Centre Party", "Maalaisliitto", "Agrarian Union", ["Centre Party", "Maalaisliitto"]),
        ("Freedom Party // National Party", "Fridom Pati (FP)", "Freedom Party", ["National Party", "Fridom Pati"]),
        ("Consolidation", "Likkudan", "Likkudan", []),
        ("The River", "To Potami", "To Potami", []),
        ("", "Partei der Mitte", "Partei der Mitte", []),
    ],
)
def test_alternatives_and_everyday_words(tmp_path: Path, english: str, own: str, name: str, aliases: list[str]) -> None:
    entity, _ = party(tmp_path, name_english=english, name=own)
    assert entity is not None
    assert (entity.name, texts(entity, FormType.ALIAS)) == (name, aliases)


@pytest.mark.parametrize(
    ("short", "kept"),
    [
        ("PASOK", True),
        ("PiS", True),
        ("PNC-R", True),
        ("UN", False),
        ("ICC", False),
        ("Volya", False),
        ("A/FPS", False),
        ("C", False),
    ],
)
def test_acronyms(tmp_path: Path, short: str, kept: bool) -> None:
    entity, _ = party(tmp_path, name_short=short)
    assert entity is not None
    assert texts(entity, FormType.ACRONYM) == ([short] if kept else [])


@pytest.mark.parametrize(
    ("other", "native"),
    [
        ("Ukrainian: Партія регіонів; Russian: Партия регионов", [("uk", "Партія регіонів"), ("ru", "Партия регионов")]),
        ("Arabic: حركة الشعب\u200e", [("ar", "حركة الشعب")]),
        ("Serbian: Снага народа", [("sr", "Снага народа")]),
        ("公民黨", [("zh", "公民黨")]),
        ("Swedish: Samlingspartiet", []),
        ("Thai: พรรคชาติพัฒนา", []),
    ],
)
def test_native_forms(tmp_path: Path, other: str, native: list[tuple[str, str]]) -> None:
    entity, _ = party(tmp_path, name_other=other)
    assert entity is not None
    assert [(form.lang, form.text) for form in entity.forms if form.type is FormType.NATIVE] == native
