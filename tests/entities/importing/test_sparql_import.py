from __future__ import annotations

from pathlib import Path

import pytest
from import_world import imported, short, write

from copydesk.core.entity import FormType, NameForm

HEADER = "person,personLabel,position,positionLabel,country,countryLabel,start,end"
ENTITY = "http://www.wikidata.org/entity/"


def row(person: str, name: str, title: str, land: str = "", start: str = "", end: str = "") -> str:
    return f"{ENTITY}{person},{name},{ENTITY}Q100,{title},,{land},{start},{end}"


def test_rows_of_one_person_are_joined(tmp_path: Path) -> None:
    lines = [
        HEADER,
        row("Q1", "Ada Byron", "prime minister of Armenia", "Armenia", "2018-05-08T00:00:00Z", "2021-04-25T00:00:00Z"),
        row("Q2", "Bo Li", "President", "Armenia", "2001-01-01T00:00:00Z", "2003-02-01T00:00:00Z"),
        row("Q1", "Ada Byron", "prime minister of Armenia", "Armenia", "2018-05-08T00:00:00Z", "2021-04-25T00:00:00Z"),
        row("Q1", "Ada Byron", "Minister of Foreign Affairs", "Armenia", "2022-01-02T00:00:00Z"),
    ]
    (ada, bo), tally = imported(write(tmp_path / "query.csv", *lines), as_of="2024-05")
    assert (ada.entity.id, ada.entity.country, ada.entity.family, ada.at.line) == ("wikidata:Q1", "AM", ("Byron",), 2)
    assert [short(fact) for fact in ada.facts] == [
        "prime_minister armenia: 2018-05-08..2021-04-25 /",
        "foreign_minister armenia: 2022-01-02.. /2024-05",
    ]
    assert [short(fact) for fact in bo.facts] == ["president armenia: 2001..2003-02-01 /"]  # a first of January is the year
    assert (tally.rows, dict(tally.refused)) == (4, {})


def test_other_columns(tmp_path: Path) -> None:
    lines = [
        "item,name,altLabel,nativeLabel,positionLabel,start",
        'Q1,"Byron, Ada",Ada King|Ada|,Ադա Բայրոն,tinker of Armenia,2018',
        "Q1,Ada Byron,Ada King|Ada|,Ադա Բայրոն,tinker of Armenia,2018",
    ]
    path = write(tmp_path / "query.csv", *[lines[0], lines[2]])
    (record,), tally = imported(path)
    assert record.entity.forms == (
        NameForm(text="Ada King", type=FormType.ALIAS),
        NameForm(text="Ադա Բայրոն", type=FormType.NATIVE, lang="hy"),
    )
    assert dict(tally.refused) == {"no known role": 1}


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2018", "t1234", "2018.. /2018"),
        ("2018", "http://www.wikidata.org/.well-known/genid/abc", "2018.. /2018"),
        ("_:b1", "2021-03-04T00:00:00Z", "..2021-03-04 2021-03-04/"),
        ("2018-03", "", "2018-03.. /2018-03"),
        ("", "", None),
    ],
)
def test_ends_that_are_not_known(tmp_path: Path, start: str, end: str, expected: str | None) -> None:
    lines = [HEADER, row("Q1", "Ada Byron", "Prime Minister of Armenia", "", start, end)]
    (record,), tally = imported(write(tmp_path / "query.csv", *lines))
    assert [short(fact) for fact in record.facts] == ([] if expected is None else [f"prime_minister armenia: {expected}"])
    assert dict(tally.refused) == ({} if expected else {"no date": 1})


def test_a_person_of_several_countries_has_none(tmp_path: Path) -> None:
    lines = [HEADER, *(row("Q1", "Ada Byron", "tinker", land) for land in ("Armenia", "Germany"))]
    (record,), _ = imported(write(tmp_path / "query.csv", *lines))
    assert (record.entity.country, record.entity.family) == (None, ())


def test_person_without_label(tmp_path: Path) -> None:
    records, tally = imported(write(tmp_path / "query.csv", HEADER, row("Q1", "Q1", "tinker")))
    assert records == []
    assert dict(tally.refused) == {"no English label": 1}
