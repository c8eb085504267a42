"""What the hand-written facts must hold."""

from __future__ import annotations

import csv
from collections import Counter

import pytest

from copydesk.core.entity import FormType, Kind, Relation
from copydesk.entities.build import SEEDS
from copydesk.entities.loading import default_list

TABLES = sorted(path for kind in ("entities", "facts", "forms") for path in SEEDS.glob(f"*.{kind}.csv"))
LIST = default_list()
#: no demonym is in use, or no capital: said of few
NO_CAPITAL = {"nauru"}


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_every_row_names_its_source(path: object) -> None:
    with open(str(path), encoding="utf-8", newline="") as file:  # noqa: PTH123
        lacking = [dict(row) for row in csv.DictReader(file) if not row["source"].strip()]
    assert lacking == []


def test_enough_of_each_kind() -> None:
    kinds = Counter(entity.kind for entity in LIST.entities)
    assert sum(kinds.values()) >= 300
    assert all(kinds[kind] >= 100 for kind in Kind)


def _countries() -> list[str]:
    with (SEEDS / "world.entities.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if "member states list" in row["source"]]
    return [row["id"] for row in rows if row["kind"] == "place"]


def test_the_countries_of_the_world_are_there() -> None:
    assert len(_countries()) >= 193


def test_every_country_has_a_demonym_and_a_capital() -> None:
    capitals = {fact.object for fact in LIST.facts if fact.relation is Relation.CAPITAL_OF}
    countries = _countries()
    assert [ident for ident in countries if not LIST.by_id[ident].written(FormType.DEMONYM)] == []
    assert [ident for ident in countries if ident not in capitals | NO_CAPITAL] == []


def test_every_person_can_be_named_by_the_family_name() -> None:
    # the ids of sources have their scheme before a colon
    persons = [entity for entity in LIST.entities if entity.kind is Kind.PERSON and ":" not in entity.id]
    lacking = [entity.id for entity in persons if not entity.family and " " in entity.name]
    assert len(lacking) < 0.05 * len(persons), lacking


def test_every_office_has_holders_and_no_fact_another_role() -> None:
    held = {fact.role for fact in LIST.facts if fact.relation is Relation.HOLDS_OFFICE}
    assert held <= set(LIST.offices)
    assert all(office.titles and 1 <= office.rank <= 5 for office in LIST.offices.values())


def test_open_facts_say_up_to_when_they_are_known() -> None:
    open_ended = [fact for fact in LIST.facts if fact.relation is Relation.HOLDS_OFFICE and fact.period.end is None]
    assert [fact for fact in open_ended if fact.period.as_of is None] == []


def test_both_sides_of_a_dispute_have_a_note() -> None:
    assert [fact for fact in LIST.facts if fact.disputed and not fact.note] == []


@pytest.mark.parametrize(
    ("text", "ident", "type_"),
    [
        ("Mevlüt Çavuşoğlu", "mevlut-cavusoglu", FormType.NAME),
        ("Mevlut Cavusoglu", "mevlut-cavusoglu", FormType.NAME),
        ("Jeyhun Bayramov", "jeyhun-bayramov", FormType.NAME),
        ("Nikol Pashinyan", "nikol-pashinyan", FormType.NAME),
        ("Stephane Dujarric", "stephane-dujarric", FormType.NAME),
        ("Ali Akbar Velayati", "ali-akbar-velayati", FormType.NAME),
        ("Nagorno-Karabakh", "nagorno-karabakh", FormType.NAME),
        ("Russian Satellite Network", "sputnik", FormType.TRANSLATED),
        ("Naka region", "nagorno-karabakh", FormType.CLIPPED),
        ("Armenian", "armenia", FormType.DEMONYM),
    ],
)
def test_what_the_seed_article_speaks_of(text: str, ident: str, type_: FormType) -> None:
    assert (ident, type_) in [(named.entity.id, named.form.type) for named in LIST.named(text)]
