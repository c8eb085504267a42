from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from cia_world import table, terms, world

from copydesk.entities.records import Record, Tally
from copydesk.entities.sources.world_leaders import read

HEADER = "country office person as_of"


def gathered(tmp_path: Path, *lines: Sequence[str]) -> tuple[list[Record], Tally]:
    tally = Tally(source="test")
    return list(read([table(tmp_path / "leaders.tsv", HEADER, lines)], world(), tally)), tally


def test_all_offices_of_one_person_are_one_record(tmp_path: Path) -> None:
    records, tally = gathered(
        tmp_path,
        ("Armenia", "Prime Min.", "Nikol PASHINYAN", "2019-06-04"),
        ("Armenia", "Min. of Transport & Communications", "Nikol PASHINYAN", "2019-06-04"),
    )
    assert terms(records, "Nikol Pashinyan") == [
        "Prime Minister (2019-06-04)..2019-06-04",
        "Minister of Transport and Communications (2019-06-04)..2019-06-04",
    ]
    entity = records[0].entity
    assert (entity.id, entity.family, entity.country) == ("cia:armenia/nikol-pashinyan", ("Pashinyan",), "AM")
    assert (tally.rows, sum(tally.refused.values())) == (2, 0)


@pytest.mark.parametrize(
    ("country", "office", "person", "reason"),
    [
        ("Ruritania", "President", "Ann DOE", "no country of the list"),
        ("Armenia", "Min. of Justice (Acting)", "Ann DOE", "acting or vacant"),
        ("Armenia", "Min. of Justice", "(vacant)", "acting or vacant"),
        ("Armenia", "Min. of Justice", "S erbini BIN", "not plainly one name"),
        ("Armenia", "Postmaster General", "Ann DOE", "no known role"),
        ("Armenia", "Secretary of State for Defense", "Ann DOE", "no known role"),
        ("China", "Secretary for Justice", "Ann DOE", "no known role"),
        ("Germany", "Chief Executive", "Ann DOE", "no known role"),
    ],
)
def test_what_is_not_sure_is_refused(tmp_path: Path, country: str, office: str, person: str, reason: str) -> None:
    records, tally = gathered(tmp_path, (country, office, person, "2019-06-04"))
    assert (records, dict(tally.refused)) == ([], {reason: 1})


def test_a_date_that_cannot_be_is_refused(tmp_path: Path) -> None:
    records, tally = gathered(tmp_path, ("Armenia", "President", "Ann DOE", "2019-02-30"))
    assert (records, dict(tally.refused)) == ([], {"a date that cannot be": 1})


@pytest.mark.parametrize(
    ("country", "office"),
    [("India", "Min. of Defense"), ("Armenia", "Chairman, Central Bank"), ("Armenia", "Ambassador to the US")],
)
def test_of_late_pages_only_the_name_is_read(tmp_path: Path, country: str, office: str) -> None:
    records, tally = gathered(tmp_path, (country, office, "Ann DOE", "2019-06-04"))
    assert [(record.entity.name, record.facts) for record in records] == [("Ann Doe", ())]
    assert sum(tally.refused.values()) == 1


def test_titles_are_printed_in_full(tmp_path: Path) -> None:
    records, _ = gathered(
        tmp_path,
        ("Spain", "King", "FELIPE VI", "2019-06-04"),
        ("Canada", "King", "CHARLES", "2019-06-04"),
        ("Hong Kong", "Chief Executive", "Carrie LAM", "2019-06-04"),
        ("Armenia", "Permanent Representative to the UN, New York", "Mher MARGARYAN", "2019-06-04"),
    )
    assert [(record.entity.name, record.entity.description) for record in records] == [
        ("Felipe VI", "King"),
        ("King Charles", "King"),
        ("Carrie Lam", "Chief Executive"),
        ("Mher Margaryan", "Permanent Representative to the United Nations"),
    ]
