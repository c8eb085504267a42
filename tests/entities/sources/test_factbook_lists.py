from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from cia_world import dates, table, world

from copydesk.core.entity import Relation
from copydesk.entities.records import Record, Tally
from copydesk.entities.sources.factbook_items import items, split
from copydesk.entities.sources.factbook_lists import read
from copydesk.entities.sources.factbook_regions import printed

HEADER = "gec country field first_seen last_seen text"


def gathered(tmp_path: Path, *lines: Sequence[str]) -> tuple[list[Record], Tally]:
    rows = [("xx", country, field, "2015-10-26", last, text) for country, field, last, text in lines]
    tally = Tally(source="test")
    return list(read([table(tmp_path / "fields.tsv.gz", HEADER, rows)], world(), tally)), tally


def names(tmp_path: Path, country: str, text: str) -> list[str]:
    """The names, each with its other forms."""
    records, _ = gathered(tmp_path, (country, "admin_divisions", "2025-01-01", text))
    forms = [[f"{form.type.value} {form.text}" for form in record.entity.forms] for record in records]
    return [", ".join((record.entity.name, *found)) for record, found in zip(records, forms, strict=True)]


def test_a_region_lies_in_its_country(tmp_path: Path) -> None:
    records, tally = gathered(
        tmp_path,
        ("Armenia", "admin_divisions", "2020-01-01", "11 provinces; Aragatsotn"),
        ("Armenia", "admin_divisions", "2025-01-01", "11 provinces ( marzer , singular - marz ); Aragatsotn, Kotayk*"),
        ("Armenia", "capital", "2025-01-01", "Yerevan"),
    )
    assert [record.entity.id for record in records] == ["cia:region/AM/aragatsotn", "cia:region/AM/kotayk"]
    fact = records[0].facts[0]
    assert (fact.relation, fact.object, dates(fact)) == (Relation.LOCATED_IN, "armenia", "(2025-01-01)..2025-01-01")
    assert (tally.rows, records[0].entity.description) == (2, "region of Armenia")


@pytest.mark.parametrize(
    ("country", "text", "found"),
    [
        ("Germany", "2 states; Bayern (Bavaria), Saarland", ["Bavaria, foreign Bayern", "Saarland"]),
        (
            "Armenia",
            "2 provinces; Lori (Vanadzor), Tavush note: exceptions show the administrative center name in parentheses",
            ["Lori", "Tavush"],
        ),
        (
            "Ukraine",
            "1 republic*; Crimea or Avtonomna Respublika Krym* (Simferopol) note 1: the administrative center in parentheses",
            ["Crimea, foreign Avtonomna Respublika Krym"],
        ),
        ("Spain", "1; Catalunya (Catalan), Catalonha (Aranese) [Catalonia]", ["Catalonia, alias Catalonha"]),
        (
            "France",
            "2 regions; Bretagne (Brittany), Pays de la Loire (Lands of the Loire)",
            ["Brittany, foreign Bretagne", "Pays de la Loire"],
        ),
        ("Russia", "2 (a; b) republics: Kareliya, Sakha [Yakutiya]", ["Karelia, alias Kareliya", "Sakha, alias Yakutiya"]),
        ("Indonesia", "2 provinces; Sulawesi Selatan, Aceh", ["South Sulawesi, alias Sulawesi Selatan", "Aceh"]),
        (
            "China",
            "2 (a) provinces: Gansu (see note) autonomous regions: Nei Mongol [Inner Mongolia]",
            ["Gansu", "Inner Mongolia, alias Nei Mongol"],
        ),
    ],
)
def test_the_english_name_is_the_name(tmp_path: Path, country: str, text: str, found: list[str]) -> None:
    assert names(tmp_path, country, text) == found


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("none (special administrative region)", "no plain list of regions"),
        ("22 municipalities; Praia, Tarrafal", "no plain list of regions"),
        ("no first-order administrative divisions as defined by the US government; Kotayk", "no plain list of regions"),
        ("1 province; 4 district councils", "no plain name of a region"),
        ("1 province; Myanmar", "named like a country"),
        ("1 province; Western", "a common word"),
        ("1 province; Kotayk, Kotayk*", "twice in one list"),
        ("1 province; Etela-Karjala (Finnish)", "a name in one of several languages"),
    ],
)
def test_what_is_no_plain_region_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    _, tally = gathered(tmp_path, ("Armenia", "admin_divisions", "2025-01-01", text))
    assert dict(tally.refused) == {reason: 1}


def test_unknown_countries_and_dates_are_refused(tmp_path: Path) -> None:
    _, tally = gathered(
        tmp_path,
        ("Ruritania", "admin_divisions", "2025-01-01", "1 province; Kotayk"),
        ("Armenia", "admin_divisions", "2025-02-30", "1 province; Kotayk"),
    )
    assert dict(tally.refused) == {"no country of the list": 1, "a date that cannot be": 1}


def test_a_group_of_several_countries_is_one_organisation(tmp_path: Path) -> None:
    records, tally = gathered(
        tmp_path,
        ("Nigeria", "terror_groups", "2025-01-01", "Boko Haram; Lashkar-e Tayyiba (LeT); elements of unknown groups"),
        ("India", "terror_groups", "2025-01-01", "Lashkar-e Tayyiba; Indian Movement (IM) note 1: as of 2024"),
    )
    assert [(record.entity.id, record.entity.country) for record in records] == [
        ("cia:group/boko-haram", "NG"),
        ("cia:group/lashkar-e-taiba", None),
        ("cia:group/indian-movement", "IN"),
    ]
    assert [form.text for form in records[2].entity.forms] == ["IM"]
    assert dict(tally.refused) == {"no plain name of a group": 1}


def test_items_and_headings() -> None:
    assert split("a (b, c), and d; e [f; g]") == ["a (b, c)", "d", "e [f; g]"]
    assert items("2 things ( a ; b ) districts: Zardab, Zaqatala cities: Baku") == ["Zardab", "Zaqatala", "Baku"]
    assert items("no list at all") is None


@pytest.mark.parametrize(
    ("name", "code", "text"),
    [("Kareliya", "RU", "Karelia"), ("Kepulauan Riau", "ID", "Riau Islands"), ("Papua Barat Daya", "ID", "Southwest Papua"),
     ("Nusa Tenggara Timur", "ID", "East Nusa Tenggara"), ("Kareliya", "FI", "Kareliya")],
)  # fmt: skip
def test_regions_are_printed_as_newsrooms_do(name: str, code: str, text: str) -> None:
    assert printed(name, code) == text
