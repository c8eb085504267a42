from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from stub_world import StubWorld, tally, texts

from copydesk.core.dates import PartialDate, Period
from copydesk.core.entity import FormType
from copydesk.entities.records import Record, Tally
from copydesk.entities.sources.everypolitician import read
from copydesk.entities.sources.person_names import family_of

PERSONS = "key country chamber qid name gender birth_date death_date".split()
LABELS = "country chamber qid lang name".split()
MEMBER = {"key": "1", "country": "Austria", "chamber": "Nationalrat", "qid": "Q1", "name": "DOE Joan", "gender": "female",
          "birth_date": "1960-05-04"}  # fmt: skip
DOE = ("Q1", "en", "Joan Doe")


class World(StubWorld):
    def country(self, text: str) -> str | None:
        return {"Hong Kong": "hong-kong", "Jordan": "jordan", "UK": "uk"}.get(text) or super().country(text)

    def code(self, ident: str) -> str | None:
        return {"hong-kong": "HK", "jordan": "JO", "uk": "GB"}.get(ident) or super().code(ident)


def records(
    tmp_path: Path, persons: list[dict[str, str]], *labels: tuple[str, str, str]
) -> tuple[list[Record], Tally]:  # fmt: skip
    people, names = tmp_path / "persons.tsv.gz", tmp_path / "names.tsv.gz"
    table = [PERSONS, *([(MEMBER | row).get(column, "") for column in PERSONS] for row in persons)]
    others = [LABELS, *(["", "", *label] for label in labels)]
    for path, rows in ((people, table), (names, others)):
        with gzip.open(path, "wt", encoding="utf-8") as file:
            file.writelines("\t".join(row) + "\n" for row in rows)
    counted = tally()
    return list(read([str(people), str(names)], World(), counted)), counted


def test_a_member_with_a_seat_in_2015(tmp_path: Path) -> None:
    (record,), counted = records(tmp_path, [{}], DOE)
    entity, (fact,) = record.entity, record.facts
    assert (entity.id, entity.name, entity.family, entity.gender) == ("wikidata:Q1", "Joan Doe", ("Doe",), "f")
    assert (entity.country, entity.born) == ("AT", PartialDate(1960, 5, 4))
    assert (fact.object, fact.role, fact.title) == ("austria", "legislator", "Member of Parliament")
    assert fact.period == Period(seen=PartialDate(2015), as_of=PartialDate(2015))
    assert counted.rows == 1


def test_no_seat_is_stated_where_a_chamber_has_the_members_of_many_terms(tmp_path: Path) -> None:
    crowd = [{"key": str(number), "qid": "", "name": "X"} for number in range(200)]
    (record,), counted = records(tmp_path, [{}, *crowd], DOE)
    assert record.facts == ()
    assert record.entity.description == "lawmaker in or before 2015"
    assert dict(counted.refused) == {"no Wikidata identity": 200}


def test_no_seat_is_stated_for_a_chamber_of_unknown_size(tmp_path: Path) -> None:
    (record,), _ = records(tmp_path, [{"chamber": "Lower"}], DOE)
    assert record.facts == ()


def test_a_legislature_without_members_of_parliament(tmp_path: Path) -> None:
    (record,), _ = records(tmp_path, [{"country": "Hong_Kong", "chamber": "Legislative_Council"}], DOE)
    assert record.facts[0].title == "Lawmaker"


def test_one_record_for_one_identity_in_two_chambers(tmp_path: Path) -> None:
    (record,), counted = records(tmp_path, [{"chamber": "Bundesrat"}, {"key": "2"}], DOE)
    assert (len(record.facts), counted.rows) == (1, 2)


@pytest.mark.parametrize(
    ("row", "labels", "reason"),
    [
        ({"qid": ""}, [DOE], "no Wikidata identity"),
        ({"country": "Abkhazia"}, [DOE], "no country of the list"),
        ({"birth_date": "1919-12-31"}, [DOE], "a member of an older parliament"),
        ({"death_date": "2009"}, [DOE], "a member of an older parliament"),
        ({}, [], "no English name"),
        ({}, [("Q1", "en", "Doe")], "no English name"),
        ({}, [("Q1", "en", "member of 2015")], "no English name"),
        ({}, [("Q1", "en", "JOAN DOE")], "no English name"),
        ({}, [("Q1", "de", "Joan Doe"), ("Q1", "pl", "Joanna Doe")], "no English name"),
        ({"country": "Jordan"}, [("Q1", "de", "Joan Doe")], "no English name"),
    ],
)
def test_refused_with_the_reason(tmp_path: Path, row: dict[str, str], labels: list[tuple[str, str, str]], reason: str) -> None:
    found, counted = records(tmp_path, [row], *labels)
    assert not found
    assert dict(counted.refused) == {reason: 1}


@pytest.mark.parametrize(
    "labels",
    [
        [("Q1", "en", "Joan Doe (politician)")],
        [("Q1", "en", "Joan Doe, Baroness Doe of Doeham")],
        [("Q1", "en", "Dame Joan Doe")],
        [("Q1", "de", "Joan Doe"), ("Q1", "fr", "Joan Doe"), ("Q1", "", "Doe")],
    ],
)
def test_names_without_notes(tmp_path: Path, labels: list[tuple[str, str, str]]) -> None:
    (record,), _ = records(tmp_path, [{}], *labels)
    assert record.entity.name == "Joan Doe"


def test_labels_become_forms_by_language_and_script(tmp_path: Path) -> None:
    labels = [
        DOE, ("Q1", "en_gb", "Joanna Doe"), ("Q1", "de", "Johanna Doh"), ("Q1", "lv", "Džoana Dou"), ("Q1", "lt", "Džoana Dou"),
        ("Q1", "fi", "Joana Doh"), ("Q1", "cs", "Joana Doeová"), ("Q1", "sv", "Joan Doe"), ("Q1", "ru", "До, Джоан"),
        ("Q1", "sr", "Џоан До"), ("Q1", "zh_hans", "琼·多伊"), ("Q1", "zh_hk", "瓊·多伊"), ("Q1", "eo", "Джоан"),
    ]  # fmt: skip
    (record,), _ = records(tmp_path, [{}], *labels)
    assert texts(record.entity, FormType.ALIAS) == ["Joanna Doe"]
    assert texts(record.entity, FormType.FOREIGN) == ["Džoana Dou", "Johanna Doh", "Joana Doh"]
    natives = [(form.lang, form.text) for form in record.entity.forms if form.type is FormType.NATIVE]
    assert natives == [("ru", "Джоан До"), ("sr", "Џоан До"), ("zh", "琼·多伊"), ("zh", "瓊·多伊")]


@pytest.mark.parametrize(
    ("birth", "born"),
    [
        ("1960-01-01", PartialDate(1960)),
        ("1960", PartialDate(1960)),
        ("1960-02-30", None),
        ("2014-11-12", None),
        ("2951-08-24", None),
        ("", None),
    ],
)
def test_dates_of_birth(tmp_path: Path, birth: str, born: PartialDate | None) -> None:
    (record,), _ = records(tmp_path, [{"birth_date": birth}], DOE)
    assert record.entity.born == born


@pytest.mark.parametrize(
    ("name", "country", "family"),
    [
        ("Joan Doe", "GB", ("Doe",)),
        ("Joan Doe Jr.", "GB", ("Doe",)),
        ("Wang Huei-mei", "TW", ("Wang",)),
        ("Freddy Lim", "TW", ("Lim",)),
        ("Leung Che-cheung", "HK", ("Leung",)),
        ("Starry Lee Wai-king", "HK", ("Lee",)),
        ("Ho Iat Seng", "MO", ()),
        ("Kim Jong-un", "KP", ("Kim",)),
        ("Lee Hsien Loong", "SG", ()),
        ("Pedro Pérez", "ES", ("Pérez",)),
        ("Pedro Pérez Gil", "ES", ()),
        ("Kees van der Berg", "NL", ()),
        ("Seán Ó Sé", "IE", ()),
        ("Aung Than", "MM", ()),
    ],
)
def test_family_names(name: str, country: str, family: tuple[str, ...]) -> None:
    assert family_of(name, country) == family
