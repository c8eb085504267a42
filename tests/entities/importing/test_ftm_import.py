from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from import_world import ftm, imported, short, write

from copydesk.core.dates import PartialDate
from copydesk.core.entity import FormType, Kind, NameForm

ADA = ftm("p1", name="Ada Byron", nationality="de")
POST = ftm("post1", "Position", name="Prime Minister of Armenia", country="am")


def held(ident: str = "o1", holder: str = "p1", post: str = "post1", **properties: Any) -> dict[str, Any]:
    return ftm(ident, "Occupancy", holder=holder, post=post, **properties)


def test_person(tmp_path: Path) -> None:
    row = ftm(
        "Q77",
        name=["PASHINYAN Nikol", "Նիկոլ Փաշինյան", "Никол Пашинян", "Nikol Paşinyan"],
        alias="Nikol Vovayi Pashinyan",
        weakAlias="Niko",
        previousName="Nikol Pashin",
        lastName="Pashinyan",
        nationality="am",
        gender="male",
        birthDate=["1975", "1975-06-01"],
        topics=["sanction", "role.pep"],
    )
    (record,), tally = imported(write(tmp_path / "a.ftm.json", row))
    entity = record.entity
    assert (entity.id, entity.name, entity.family) == ("wikidata:Q77", "Pashinyan Nikol", ("Pashinyan",))
    assert (entity.country, entity.gender, entity.born) == ("AM", "m", PartialDate(1975, 6, 1))
    assert entity.forms == (
        NameForm(text="Նիկոլ Փաշինյան", type=FormType.NATIVE, lang="hy"),
        NameForm(text="Никол Пашинян", type=FormType.NATIVE, lang="ru"),
        NameForm(text="Nikol Paşinyan", type=FormType.FOREIGN),
        NameForm(text="Nikol Vovayi Pashinyan", type=FormType.FOREIGN),
        NameForm(text="Nikol Pashin", type=FormType.FORMER),
    )
    assert entity.source == "FollowTheMoney (tiny_list)"
    assert (tally.rows, dict(tally.refused)) == (1, {})


@pytest.mark.parametrize(
    ("properties", "as_of", "expected"),
    [
        ({"startDate": "2018-05-08", "endDate": "2021"}, None, "2018-05-08..2021 /"),
        ({"startDate": "2018-05", "status": "current"}, "2024-03-01", "2018-05.. /2024-03-01"),
        ({"startDate": "2018-05", "status": "current"}, None, "2018-05.. /2023-11-02"),  # last_seen
        ({"status": "current"}, None, ".. 2023-11-02/2023-11-02"),
        ({"startDate": "2018-05", "status": "ended"}, "2024", "2018-05.. /2018-05"),
        ({"startDate": "2018-05", "status": "unknown"}, "2024", "2018-05.. /2018-05"),
        ({"startDate": "2018-05"}, "2024", "2018-05.. /2018-05"),
        ({"endDate": "2021-04"}, "2024", "..2021-04 2021-04/"),
        ({"startDate": ["2018", "2018-05-08T00:00:00"], "status": "current"}, "2024", "2018-05-08.. /2024"),
        ({"status": "unknown"}, "2024", None),
        ({}, "2024", None),
    ],
)
def test_period(tmp_path: Path, properties: dict[str, Any], as_of: str | None, expected: str | None) -> None:
    row = ftm("o1", "Occupancy", last_seen="2023-11-02T06:00:00", holder="p1", post="post1", **properties)
    (record,), tally = imported(write(tmp_path / "a.json", ADA, POST, row), as_of=as_of)
    assert [short(fact) for fact in record.facts] == ([] if expected is None else [f"prime_minister armenia: {expected}"])
    assert dict(tally.refused) == ({"no date": 1} if expected is None else {})
    assert all((fact.subject, fact.title) == ("ftm:p1", "Prime Minister") for fact in record.facts)


def test_offices_may_stand_anywhere(tmp_path: Path) -> None:
    rows = [held("o1", startDate="2001"), ADA, held("o2", startDate="2005"), POST, ftm("p2", name="Bo Li")]
    (ada, bo), _ = imported(write(tmp_path / "a.json", *rows))
    assert [str(fact.period.start) for fact in ada.facts] == ["2001", "2005"]
    assert (bo.entity.name, bo.facts) == ("Bo Li", ())


def test_what_is_left_out_is_counted(tmp_path: Path) -> None:
    rows = [
        ADA,
        ftm("a1", "Address", full="Somewhere"),
        ftm("s1", "Sanction", entity="p1"),
        ftm("x1", "LegalEntity", name="Someone or Something"),
        ftm("p2", name="Никол Пашинян"),
        ftm("post2", "Position", name="Prime Minister of Saxony", country="de"),
        ftm("post3", "Position", name="Prime Minister", country="de", subnationalArea="Saxony"),
        ftm("post4", "Position", name="Prime Minister", country=["de", "am"]),
        *(held(f"o{n}", post=f"post{n}", startDate="2001") for n in (2, 3, 4)),
        held("o5", post="nowhere", startDate="2001"),
        held("o6", holder="nobody", startDate="2001"),
    ]
    records, tally = imported(write(tmp_path / "a.json", *rows))
    assert [(record.entity.id, record.facts) for record in records] == [("ftm:p1", ())]
    assert dict(tally.refused) == {
        "schema Address": 1,
        "schema Sanction": 1,
        "schema LegalEntity": 1,
        "no name in Latin letters": 1,
        "no known role": 3,
        "a position that is not in the file": 1,
        "a holder who is not in the file": 1,
    }
    assert tally.rows == len(rows)


def test_organisations_and_kinds(tmp_path: Path) -> None:
    body = ftm("b", "PublicBody", name="Office of Weights", alias=["OOW", "Weights Office"], country="am", wikidataId="Q9")
    path = write(tmp_path / "a.json", ADA, body)
    records, _ = imported(path, kinds=[Kind.ORGANIZATION])
    (record,) = records
    assert (record.entity.kind, record.entity.country, record.entity.family) == (Kind.ORGANIZATION, "AM", ())
    assert record.entity.same_as == ("wikidata:Q9",)
    assert [(form.text, form.type) for form in record.entity.forms] == [
        ("OOW", FormType.ACRONYM),
        ("Weights Office", FormType.FOREIGN),
    ]
    assert len(imported(path)[0]) == 2


@pytest.mark.parametrize(
    ("properties", "country"),
    [
        ({"nationality": "am"}, "AM"),
        ({"nationality": ["am", "de"], "country": "am"}, None),
        ({"country": "am"}, "AM"),
        ({"citizenship": "us", "country": ["am", "de"]}, "US"),
        ({"country": "suhh"}, None),
        ({}, None),
    ],
)
def test_country(tmp_path: Path, properties: dict[str, Any], country: str | None) -> None:
    (record,), _ = imported(write(tmp_path / "a.json", ftm("p", name="Ada Byron", **properties)))
    assert record.entity.country == country


def test_offices_that_the_user_resolved(tmp_path: Path) -> None:
    table = write(tmp_path / "offices.csv", "qid,role,object,title", "Q8,foreign_minister,armenia,Top Diplomat")
    rows = [ADA, ftm("post1", "Position", name="Something odd", wikidataId="Q8"), held(startDate="2001", endDate="2002")]
    (record,), _ = imported(write(tmp_path / "a.json", *rows), offices=table)
    assert [(short(fact), fact.title) for fact in record.facts] == [("foreign_minister armenia: 2001..2002 /", "Top Diplomat")]
