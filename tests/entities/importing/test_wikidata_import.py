from __future__ import annotations

import bz2
import gzip
import json
from pathlib import Path

import pytest
from import_world import imported, short, write
from wikidata_rows import Json, item, link, person, statement, text, time

from copydesk.core.dates import PartialDate
from copydesk.core.entity import FormType, Kind, NameForm

ARMENIA = item("Q399", "Armenia", P31=link("Q6256"), P297=text("AM"))
OFFICE = item("Q100", "prime minister of Armenia", P1001=link("Q399"))
MINISTER = item("Q101", "minister of foreign affairs", P17=link("Q399"))


def held(rank: str = "normal", office: str = "Q100", **qualifiers: Json | str) -> Json:
    return statement(link(office), rank, **qualifiers)


def test_person(tmp_path: Path) -> None:
    row = person(
        "Q77",
        "Nikol Pashinyan",
        aliases=("Nikol Vovayi Pashinyan", "Nikol", "Пашинян Никол"),
        labels={
            "hy": "Նիկոլ Փաշինյան",
            "ru": "Пашинян, Никол",
            "tr": "Nikol Paşinyan",
            "de": "Nikol Paschinjan",
            "zh": "帕希尼扬 (政治家)",
            "zh-hant": "帕希尼揚",
            "fa": "Nikol Pashinyan",
        },
        P39=[held(P580=time("2018-05-08"), P582=time("2021-04"))],
        P27=link("Q399"),
        P21=link("Q6581097"),
        P569=time("1975-06-01"),
        P734=link("Q200"),
        P1157=text("P000001"),
    )
    rows = [item("Q200", "Pashinyan"), row, ARMENIA, OFFICE]
    (record,), tally = imported(write(tmp_path / "dump.json", *rows))
    entity = record.entity
    assert (entity.id, entity.name, entity.family) == ("wikidata:Q77", "Nikol Pashinyan", ("Pashinyan",))
    assert (entity.country, entity.gender, entity.born) == ("AM", "m", PartialDate(1975, 6, 1))
    assert entity.same_as == ("bioguide:P000001",)
    assert set(entity.forms) == {
        NameForm(text="Nikol Vovayi Pashinyan", type=FormType.ALIAS),
        NameForm(text="Пашинян Никол", type=FormType.NATIVE, lang="ru"),
        NameForm(text="帕希尼扬", type=FormType.NATIVE, lang="zh"),
        NameForm(text="帕希尼揚", type=FormType.NATIVE, lang="zh"),
        NameForm(text="Никол Пашинян", type=FormType.NATIVE, lang="ru"),
        NameForm(text="Նիկոլ Փաշինյան", type=FormType.NATIVE, lang="hy"),
        NameForm(text="Nikol Paşinyan", type=FormType.FOREIGN, lang="tr"),
    }
    assert [short(fact) for fact in record.facts] == ["prime_minister armenia: 2018-05-08..2021-04 /"]
    assert record.facts[0].title == "Prime Minister"
    assert (tally.rows, dict(tally.refused)) == (4, {})


#: statements of P39, what comes of them, and why some are left out
HELD: dict[str, tuple[list[Json], list[str], dict[str, int]]] = {
    "both ends": ([held(P580=time("2018"), P582=time("2021-04-25"))], ["2018..2021-04-25 /"], {}),
    "held still": ([held(P580=time("2018"))], ["2018.. /2024-02-03"], {}),
    "long ago": ([held(P580=time("1998"))], ["1998.. /1998"], {}),
    "long ago, and preferred": ([held("preferred", P580=time("1998"))], ["1998.. /2024-02-03"], {}),
    "no end yet": ([held(P580=time("1998"), P582="novalue")], ["1998.. /2024-02-03"], {}),
    "end unknown": ([held(P580=time("2018"), P582="somevalue")], ["2018.. /2018"], {}),
    "start unknown": ([held(P580="somevalue", P582=time("2021"))], ["..2021 2021/"], {}),
    "replaced": ([held(P580=time("2018"), P1366=link("Q1"))], ["2018.. /2018"], {}),
    "one day": ([held(P585=time("2019-02-01"))], [".. 2019-02-01/2019-02-01"], {}),
    "no date": ([held()], [], {"no date": 1}),
    "century": ([held(P580={"value": {"time": "+1900-00-00T00:00:00Z", "precision": 7}, "type": "time"})], [], {"no date": 1}),
    "deprecated": ([held("deprecated", P580=time("2018")), held(P580=time("2020"))], ["2020.. /2024-02-03"], {}),
    "another is preferred": (
        [held(P580=time("2015")), held("preferred", P580=time("2018"))],
        ["2015.. /2015", "2018.. /2024-02-03"],
        {},
    ),
    "with a reservation": ([held(P580=time("2018"), P5102=link("Q1"))], [], {"no value, or with a reservation": 1}),
    "no value": ([statement("somevalue")], [], {"no value, or with a reservation": 1}),
    "unknown office": ([held(office="Q999", P580=time("2018"))], [], {"no known role": 1}),
    "twice": ([held(P580=time("2018"))] * 2, ["2018.. /2024-02-03"], {}),
}


@pytest.mark.parametrize(("rows", "expected", "refused"), HELD.values(), ids=HELD.keys())
def test_position_held(tmp_path: Path, rows: list[Json], expected: list[str], refused: dict[str, int]) -> None:
    (record,), tally = imported(write(tmp_path / "dump.json", person("Q1", P39=rows), OFFICE, ARMENIA))
    assert [short(fact) for fact in record.facts] == [f"prime_minister armenia: {text}" for text in expected]
    assert dict(tally.refused) == refused


def test_the_dead_hold_no_office(tmp_path: Path) -> None:
    row = person("Q1", P39=[held("preferred", P580=time("2018"))], P570=time("2022"))
    (record,), _ = imported(write(tmp_path / "dump.json", row, OFFICE, ARMENIA))
    assert [short(fact) for fact in record.facts] == ["prime_minister armenia: 2018.. /2018"]


def test_office_without_a_country_in_its_label(tmp_path: Path) -> None:
    rows = [MINISTER, person("Q1", P39=[held(office="Q101", P580=time("2018"))]), ARMENIA]
    (record,), _ = imported(write(tmp_path / "dump.json", *rows), as_of="2020-01-31")
    assert [short(fact) for fact in record.facts] == ["foreign_minister armenia: 2018.. /2020-01-31"]


def test_offices_that_the_user_resolved(tmp_path: Path) -> None:
    table = write(tmp_path / "offices.csv", "qid,role,object", "Q100,head,armenia")
    path = write(tmp_path / "dump.json", person("Q1", P39=[held(P580=time("2018"), P582=time("2019"))]))
    (record,), _ = imported(path, offices=table)
    assert [short(fact) for fact in record.facts] == ["head armenia: 2018..2019 /"]


def test_who_is_not_taken(tmp_path: Path) -> None:
    rows = [
        person("Q1", P39=[held(P580=time("2018"))]),
        person("Q2"),
        item("Q3", "A cat", P31=link("Q146"), P39=[held()]),
        person("Q4", None, labels={"ru": "Никол Пашинян"}, P39=[held()]),
        {"type": "property", "id": "P39", "labels": {}},
        OFFICE,
    ]
    records, tally = imported(write(tmp_path / "dump.json", *rows), "wikidata")
    assert [record.entity.id for record in records] == ["wikidata:Q1"]
    assert (tally.rows, dict(tally.refused)) == (6, {"no English label": 1})


def test_label_for_all_languages(tmp_path: Path) -> None:
    (record,), _ = imported(write(tmp_path / "dump.json", person("Q1", None, labels={"mul": "Bo Li"}, P39=[held()])))
    assert record.entity.name == "Bo Li"


def test_other_kinds(tmp_path: Path) -> None:
    party = item("Q7", "Civil Contract", aliases=("CC", "Civil Contract Party"), P31=link("Q7278"), P17=link("Q399"))
    path = write(tmp_path / "dump.json", party, person("Q1", P39=[held()]), ARMENIA)
    records, _ = imported(path, kinds=[Kind.PLACE, Kind.ORGANIZATION])
    assert [(record.entity.name, record.entity.kind.value, record.entity.country) for record in records] == [
        ("Civil Contract", "organization", "AM"),
        ("Armenia", "place", None),
    ]
    assert [(form.text, form.type.value) for form in records[0].entity.forms] == [
        ("CC", "acronym"),
        ("Civil Contract Party", "alias"),
    ]
    assert records[0].entity.description == "political party"


@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress], ids=["plain", "gz", "bz2"])
@pytest.mark.parametrize("array", [True, False])
def test_arrays_lines_and_packed_files(tmp_path: Path, pack: object, array: bool) -> None:
    rows = [json.dumps(row) for row in (ARMENIA, person("Q1", P39=[held(P580=time("2018"))]), OFFICE)]
    content = "[\n" + ",\n".join(rows) + "\n]\n" if array else "\n".join(rows)
    path = tmp_path / "dump"
    assert callable(pack)
    path.write_bytes(pack(content.encode()))
    records, tally = imported(str(path))
    assert [len(record.facts) for record in records] == [1]
    assert [record.at.line for record in records] == [3 if array else 2]
    assert tally.rows == 3


def test_parts_of_an_item_in_another_order(tmp_path: Path) -> None:
    rows = [json.dumps(row, sort_keys=True) for row in (OFFICE, ARMENIA, person("Q1", P39=[held(P580=time("2018"))]))]
    (record,), _ = imported(write(tmp_path / "dump.json", *rows), "wikidata")
    assert len(record.facts) == 1
