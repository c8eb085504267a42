from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from cia_world import table, terms, world

from copydesk.core.entity import FormType
from copydesk.entities.records import Record, Tally
from copydesk.entities.sources.factbook import read

HEADER = "country role title name since first_seen last_seen source"
CAPS = "gec country role title name surname_caps since first_seen last_seen"
HEAD, STATE, FROM, TO = "head_of_government", "chief_of_state", "amb_to_us", "us_amb"


def gathered(tmp_path: Path, *lines: Sequence[str], caps: Sequence[Sequence[str]] = ()) -> tuple[list[Record], Tally]:
    """Read rows of ``country role title name since first last``, the annual ones told from the daily ones by their dates."""
    full = [(*line, "factbook-annual" if len(line[-1]) == len("2012") else "factbook.json-history") for line in lines]
    files = [table(tmp_path / "derived.tsv.gz", HEADER, full)]
    if caps:
        files.append(table(tmp_path / "history.tsv.gz", CAPS, caps))
    tally = Tally(source="test")
    return list(read(files, world(), tally)), tally


def test_repeated_rows_and_later_appointments_are_one_term(tmp_path: Path) -> None:
    records, _ = gathered(
        tmp_path,
        ("Armenia", HEAD, "Prime Minister", "Nikol Pashinyan", "2021-09-10", "2021-09-20", "2026-05-17"),
        ("Armenia", HEAD, "Prime Minister", "Nikol Pashinyan", "2018-05-08", "2020-11-24", "2021-03-01"),
        ("Armenia", HEAD, "Prime Minister", "Nikol Pashinyan", "2021-08-02", "2021-08-12", "2021-09-09"),
    )
    assert terms(records, "Nikol Pashinyan") == ["Prime Minister 2018-05-08..2026-05-17"]
    assert records[0].entity.id == "cia:armenia/nikol-pashinyan"


def test_two_terms_with_another_holder_between_stay_two(tmp_path: Path) -> None:
    records, _ = gathered(
        tmp_path,
        ("Slovenia", HEAD, "Prime Minister", "Janez Jansa", "2004-11-09", "2004", "2007"),
        ("Slovenia", HEAD, "Prime Minister", "Borut Pahor", "2008-11-07", "2008", "2011"),
        ("Slovenia", HEAD, "Prime Minister", "Janez Jansa", "2012-02-10", "2012", "2012"),
    )
    assert terms(records, "Janez Jansa") == ["Prime Minister 2004-11-09..2007", "Prime Minister 2012-02-10..2012"]


def test_the_next_holder_ends_what_is_believed_of_the_last(tmp_path: Path) -> None:
    records, _ = gathered(
        tmp_path,
        ("Slovenia", HEAD, "Prime Minister", "Robert Golob", "2022-06-01", "2022-06-16", "2026-05-17"),
        ("Slovenia", HEAD, "Prime Minister", "Janez Jansa", "2020-03-13", "2020-11-24", "2022-06-14"),
    )
    assert terms(records, "Janez Jansa") == ["Prime Minister 2020-03-13..2022-06-01"]


def test_an_interim_holder_is_no_fact_but_ends_a_term(tmp_path: Path) -> None:
    records, tally = gathered(
        tmp_path,
        ("Armenia", STATE, "President", "Armen Sarkissian", "2018-04-09", "2020-11-24", "2022-02-20"),
        ("Armenia", STATE, "Acting President", "Alen Simonyan", "2022-02-01", "2022-02-21", "2022-03-14"),
    )
    assert terms(records, "Armen Sarkissian") == ["President 2018-04-09..2022-02-01"]
    assert (len(records), dict(tally.refused)) == (1, {"acting or interim": 1})


def test_a_slip_between_sightings_of_the_holder_is_refused(tmp_path: Path) -> None:
    records, tally = gathered(
        tmp_path,
        ("Slovenia", HEAD, "Prime Minister", "Robert Golob", "2022-05-25", "2022-06-02", "2022-12-29"),
        ("Slovenia", HEAD, "Prime Minister", "Natasa Pirc Musar", "2022-12-23", "2023-01-05", "2023-01-19"),
        ("Slovenia", HEAD, "Prime Minister", "Robert Golob", "2022-06-01", "2023-01-26", "2026-05-17"),
    )
    assert terms(records, "Robert Golob") == ["Prime Minister 2022-05-25..2026-05-17"]
    assert tally.refused["another holder at the same time"] == 1


def test_a_misprinted_start_is_left_out(tmp_path: Path) -> None:
    records, _ = gathered(
        tmp_path,
        ("Slovenia", STATE, "President", "Danilo Turk", "2007-12-22", "2021-03-02", "2024-01-18"),
        ("Slovenia", STATE, "President", "Borut Pahor", "2023-01-03", "2024-01-25", "2026-05-17"),
    )
    assert terms(records, "Borut Pahor") == ["President (2024-01-25)..2026-05-17"]


def test_days_on_which_old_editions_were_repeated_are_no_sightings(tmp_path: Path) -> None:
    records, _ = gathered(tmp_path, ("Armenia", STATE, "President", "Serzh Sargsian", "2008-04-09", "2015-10-26", "2020-11-23"))
    assert terms(records, "Serzh Sargsian") == ["President 2008-04-09..2017-03-29"]


def test_an_annual_edition_is_dated_by_what_came_in_with_it(tmp_path: Path) -> None:
    others = [("Nigeria", TO, "Ambassador", "Ann Doe", f"2012-10-{day:02}", "2012", "2012") for day in range(1, 22)]
    records, _ = gathered(tmp_path, *others, ("Slovenia", STATE, "President", "Danilo Turk", "2007-12-22", "2012", "2012"))
    assert terms(records, "Danilo Turk") == ["President 2007-12-22..2012-10"]


def test_spellings_of_one_holder_are_one_person(tmp_path: Path) -> None:
    records, _ = gathered(
        tmp_path,
        ("Bulgaria", HEAD, "Prime Minister", "Boyko Borissov", "2014-11-07", "2014", "2016"),
        ("Bulgaria", HEAD, "Prime Minister", "Boyko Borisov", "2014-11-07", "2017", "2017"),
        ("Nigeria", STATE, "President", "Bola Tinbu", "2023-05-29", "2023-06-08", "2023-08-03"),
        ("Nigeria", STATE, "President", "Bola Ahmed Tinubu", "2023-05-29", "2023-08-11", "2026-05-17"),
    )
    assert [(record.entity.name, record.entity.written(FormType.ALIAS)) for record in records] == [
        ("Boyko Borisov", ("Boyko Borissov",)),
        ("Bola Ahmed Tinubu", ()),
    ]


def test_a_monarch_of_many_countries_is_one_person(tmp_path: Path) -> None:
    records, _ = gathered(
        tmp_path,
        ("Canada", STATE, "Queen", "Elizabeth II", "1952-02-06", "2000", "2012"),
        ("United Kingdom", STATE, "Queen", "Elizabeth II", "1952-02-06", "2000", "2012"),
        ("New Zealand", STATE, "Queen", "Elizabeth II of the United Kingdom", "1952-02-06", "2000", "2012"),
    )
    assert [record.entity.id for record in records] == ["cia:united-kingdom/elizabeth-ii"]
    assert {fact.object for fact in records[0].facts} == {"canada", "united-kingdom", "new-zealand"}
    assert records[0].entity.family == ("Elizabeth",)


def test_a_president_who_is_head_of_both_has_the_office_once(tmp_path: Path) -> None:
    row = ("Nigeria", "{}", "President", "Olusegun Obasanjo", "1999-05-29", "2000", "2006")
    records, _ = gathered(tmp_path, *(tuple(cell.format(role) for cell in row) for role in (STATE, HEAD)))
    assert terms(records, "Olusegun Obasanjo") == ["President 1999-05-29..2006"]


def test_names_as_printed_are_read_from_the_other_table(tmp_path: Path) -> None:
    records, tally = gathered(
        tmp_path,
        ("Slovenia", FROM, "Ambassador", "Iztok Miro IČ", "2023-09-15", "2023", "2025"),
        ("Slovenia", FROM, "Ambassador", "Iztok MiroŠIČ", "2023-09-15", "2023-10-05", "2026-05-17"),
        caps=[("si", "Slovenia", FROM, "Ambassador", "Iztok MIROŠIČ", "MIROŠIČ", "2023-09-15", "2023-10-05", "2026-05-17")],
    )
    assert [(record.entity.name, record.entity.family) for record in records] == [("Iztok Mirošič", ("Mirošič",))]
    assert dict(tally.refused) == {"read from the table with names as printed": 2}


def test_ambassadors_go_both_ways(tmp_path: Path) -> None:
    records, _ = gathered(
        tmp_path,
        ("Armenia", FROM, "Ambassador", "Lilit Makunts", "2021-09-15", "2021-09-23", "2025-08-14"),
        ("Burma", TO, "Ambassador", "Thomas Vajda", "2021-01-19", "2021-02-02", "2022-12-15"),
    )
    assert [(record.entity.country, record.facts[0].object, record.facts[0].title) for record in records] == [
        ("AM", "armenia", "Ambassador to the United States"),
        ("US", "united-states", "Ambassador to Myanmar"),
    ]


@pytest.mark.parametrize(
    ("country", "role", "title", "name", "printed"),
    [
        ("Spain", HEAD, "President of the", "Government Mariano Rajoy", "prime_minister: Prime Minister"),
        ("Nigeria", STATE, "", "president Umaru Musa Yar'adua", "president: President"),
        ("Nigeria", STATE, "President of the", "Republic of Nigeria Umaru Musa Yar'adua", "president: President"),
        ("Canada", STATE, "Governor-General", "Mary Simon", "governor: Governor General"),
        ("Germany", HEAD, "Chancellor", "Angela Merkel", "prime_minister: Chancellor"),
        ("China", HEAD, "Executive Vice Premier", "Han Zheng", "deputy_prime_minister: Executive Vice Premier"),
        ("Russia", HEAD, "1st Deputy Prime Minister", "Andrey Belousov", "deputy_prime_minister: First Deputy Prime Minister"),
        ("Nigeria", STATE, "Vice Presidents", "Kashim Shettima", "vice_president: Vice President"),
    ],
)
def test_titles_are_read_through_a_wrong_cut(
    tmp_path: Path, country: str, role: str, title: str, name: str, printed: str
) -> None:
    records, _ = gathered(tmp_path, (country, role, title, name, "2010-01-01", "2010", "2012"))
    assert [f"{record.facts[0].role}: {record.facts[0].title}" for record in records] == [printed]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("Ruritania", STATE, "President", "Ann Doe", "2010", "2010", "2012"), "no country of the list"),
        (("Nigeria", STATE, "", "Ann Doe", "2010", "2010", "2012"), "not plainly one office"),
        (("Nigeria", HEAD, "Chancellor", "Ann Doe", "2010", "2010", "2012"), "not plainly one office"),
        (("Nigeria", STATE, "President-elect", "Ann Doe", "2010", "2010", "2012"), "not yet in office"),
        (("Nigeria", STATE, "President", "(vacant)", "2010", "2010", "2012"), "not plainly one name"),
        (("Nigeria", STATE, "President", "Ann Doe", "2013-01-01", "2010", "2012"), "a date that cannot be"),
        (("Nigeria", STATE, "President", "Ann Doe", "2010-02-30", "2010", "2012"), "a date that cannot be"),
        (("Nigeria", STATE, "President", "Ann Doe", "0000-00-00", "2010", "2012"), "a date that cannot be"),
        (("Nigeria", TO, "Charge d'Affaires", "Ann Doe", "2010", "2010", "2012"), "no ambassador"),
        (("Nigeria", TO, "Ambassador", "Ann Doe embassy: 1 Road", "", "2010", "2012"), "not plainly one name"),
        (("Nigeria", STATE, "President", "Ann Doe", "1990", "1992", "1998"), "nothing left of a person, or over before 2000"),
    ],
)
def test_bad_rows_are_refused_with_the_reason(tmp_path: Path, row: Sequence[str], reason: str) -> None:
    records, tally = gathered(tmp_path, row)
    assert (records, dict(tally.refused), tally.rows) == ([], {reason: 1}, 1)


@pytest.mark.parametrize(("source", "reason"), [("REIGN", "licence unclear"), ("cia-world-leaders", "read from its own file")])
def test_rows_of_other_sources_are_left_out(tmp_path: Path, source: str, reason: str) -> None:
    row = ("Nigeria", STATE, "President", "Ann Doe", "2010", "2010", "2012", source)
    tally = Tally(source="test")
    assert list(read([table(tmp_path / "derived.tsv", HEADER, [row])], world(), tally)) == []
    assert dict(tally.refused) == {reason: 1}
