from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest
from stub_world import StubWorld, tally, texts

from copydesk.core.dates import PartialDate
from copydesk.core.entity import Entity, FormType
from copydesk.entities.records import Record, Tally
from copydesk.entities.sources.cia_names import without_patronymic
from copydesk.entities.sources.ofac import LONGEST_TITLE, read
from copydesk.entities.sources.person_names import listed

_CODES = {"Russia": "RU", "China": "CN", "Venezuela": "VE", "Syria": "SY", "Korea": "KP"}
REMARKS = "DOB 21 Aug 1961; POB Lower Town; nationality Russia; Gender Male; Passport 12345."


class World(StubWorld):
    def country(self, text: str) -> str | None:
        return text.lower() if text in _CODES else None

    def code(self, ident: str) -> str | None:
        return _CODES.get(ident.title())


def entry(name: str, title: str = "Minister of Tides", remarks: str = REMARKS, kind: str = "individual") -> list[str]:
    return ["77", name, kind, "PROGRAMME", title, *["-0- "] * 6, remarks]


def records(
    tmp_path: Path, *entries: list[str], alt: Sequence[tuple[str, str]] = (), clusters: str = ""
) -> tuple[list[Record], Tally]:
    main, others, table = tmp_path / "sdn.csv", tmp_path / "alt.csv", tmp_path / "clusters.tsv"
    for path, rows in ((main, entries), (others, [["77", "1", kind, name, "-0- "] for kind, name in alt])):
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    main.write_text(main.read_text(encoding="utf-8") + "\x1a", encoding="utf-8")
    table.write_text("ent_num\ttype\tnames(|)\n" + (f"77\t-0-\t{clusters}\n" if clusters else ""), encoding="utf-8")
    counted = tally()
    return list(read([str(main), str(others), str(table)], World(), counted)), counted


def one(tmp_path: Path, row: list[str], alt: Sequence[tuple[str, str]] = (), clusters: str = "") -> Entity:
    (record,), _ = records(tmp_path, row, alt=alt, clusters=clusters)
    assert record.facts == ()
    return record.entity


def test_a_person_by_name_office_and_country(tmp_path: Path) -> None:
    entity = one(tmp_path, entry("DOEV, Ivan Petrovich"))
    assert (entity.name, entity.family, entity.country, entity.gender) == ("Ivan Doev", ("Doev",), "RU", "m")
    assert (entity.born, entity.description) == (PartialDate(1961, 8, 21), "Minister of Tides")
    assert texts(entity, FormType.ALIAS) == ["Ivan Petrovich Doev"]


def test_nothing_says_that_somebody_is_listed(tmp_path: Path) -> None:
    row = entry("DOEV, Ivan", remarks=REMARKS + " Secondary sanctions risk: section 1; Linked To: SOMEBODY.")
    assert not any(
        word in repr(one(tmp_path, row)).lower() for word in ("sanction", "programme", "linked", "passport", "lower town")
    )


def test_aliases_near_the_name_are_right_and_others_foreign(tmp_path: Path) -> None:
    alt = [("aka", "DOEV, Iwan"), ("aka", "ABU AMIR"), ("aka", "KUNTZ, Ivan"), ("fka", "DOJEV, Ivan")]
    entity = one(tmp_path, entry("DOEV, Ivan Petrovich"), alt, "DOEV, Ivan Petrovich|DOYEV, Ivan Petrovich|DOJEV, Ivan")
    assert texts(entity, FormType.ALIAS) == ["Ivan Petrovich Doev", "Iwan Doev", "Ivan Doyev", "Ivan Petrovich Doyev"]
    assert texts(entity, FormType.FOREIGN) == ["Ivan Kuntz"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (entry("DOEV, Ivan", title="-0- "), "a person without a title"),
        (entry("DOEV, Ivan", title="Tide Research Center Employee"), "staff, not office holders"),
        (entry("DOEV, Ivan", title="Tide Bank Deputy Representative in Georgia"), "staff, not office holders"),
        (entry("DOEV, Ivan", remarks="DOB 1961."), "a person of no country: could be anybody of the name"),
        (entry("DOEV, Ivan", remarks="nationality Atlantis;"), "a person of no country: could be anybody of the name"),
        (entry("DOEV IVAN"), "not plainly one name"),
        (entry("DOEV, Ivan (Iwan)"), "not plainly one name"),
        (entry("SEA HARE", kind="vessel"), "a vessel or aircraft"),
        (entry("TIDE TRADING LTD.", kind="-0- "), "a firm, or no body that news speaks of"),
        (entry("TIDE", kind="-0- "), "a firm, or no body that news speaks of"),
        (entry("DOE DRUG TRAFFICKING ORGANIZATION", kind="-0- "), "a label, not a name"),
        (entry("KUNTZ DOEV ORGANIZATION", kind="-0- "), "a label, not a name"),
        (entry("FEDERAL STATE INSTITUTION ACADEMY DOEV", kind="-0- "), "a registered name that nobody prints"),
        (entry("MINISTRY OF LABOR", kind="-0- "), "a name that bodies of many countries have"),
    ],
)
def test_refused_with_the_reason(tmp_path: Path, row: list[str], reason: str) -> None:
    found, counted = records(tmp_path, row)
    assert not found
    assert (dict(counted.refused), counted.rows) == ({reason: 1}, 1)


@pytest.mark.parametrize(
    ("title", "country"),
    [
        ("Minister of Tides of Russia", "RU"),
        ("Venezuela's Minister of Tides", "VE"),
        ("DPRK Minister of Tides", "KP"),
        ("Member of the Council of the Russian Federation", "RU"),
        ("Vice-Chair, National People's Congress", "CN"),
    ],
)
def test_the_country_of_the_title_where_no_nationality_is_given(tmp_path: Path, title: str, country: str) -> None:
    assert one(tmp_path, entry("DOEV, Ivan", title=title, remarks="-0- ")).country == country


@pytest.mark.parametrize(
    ("title", "description"),
    [
        ("Position: Head of HIZBALLAH", "Head of Hizballah"),
        ("Minister of Tides; " + "x" * LONGEST_TITLE, "Minister of Tides"),
        (
            "Member of the Tide Council of the Federal Assembly of the Very Large and Old Federation",
            "Member of the Tide Council of the Federal Assembly",
        ),
        ("x" * 30 + " " + "y" * 60, "x" * 30),
    ],
)
def test_descriptions_are_short(tmp_path: Path, title: str, description: str) -> None:
    assert one(tmp_path, entry("DOEV, Ivan", title=title)).description == description


@pytest.mark.parametrize(
    ("remarks", "born"),
    [
        ("DOB Aug 1961; nationality Russia", PartialDate(1961, 8)),
        ("DOB 1961; nationality Russia", PartialDate(1961)),
        ("DOB 31 Feb 1961; nationality Russia", None),
        ("nationality Russia", None),
    ],
)
def test_dates_of_birth(tmp_path: Path, remarks: str, born: PartialDate | None) -> None:
    assert one(tmp_path, entry("DOEV, Ivan", remarks=remarks)).born == born


@pytest.mark.parametrize(
    ("text", "country", "name", "family"),
    [
        ("DOE, Joan Ann", "GB", "Joan Ann Doe", ("Doe",)),
        ("KIM, Jong Chol", "KP", "Kim Jong Chol", ("Kim",)),
        ("JO, Yong-Won", "KP", "Jo Yong-won", ("Jo",)),
        ("WANG, Xiaoming", "CN", "Wang Xiaoming", ("Wang",)),
        ("HE, Daniel Y.", "CN", "Daniel Y. He", ("He",)),
        ("LAM, Carrie", "HK", "Carrie Lam", ("Lam",)),
        ("LEE, John Ka-chiu", "HK", "John Lee Ka-chiu", ("Lee",)),
        ("DOE PEREZ, Juan", "VE", "Juan Doe Perez", ("Doe Perez", "Doe")),
        ("DE LA CRUZ, Juan", "CO", "Juan de la Cruz", ("de la Cruz",)),
        ("AL-SHA'IR, Samir", "SY", "Samir al-Sha'ir", ("al-Sha'ir",)),
        ("BIN DOE, Saad", "SA", "Saad bin Doe", ("bin Doe",)),
        ("O'DOE, Sean", "IE", "Sean O'Doe", ("O'Doe",)),
        ("MCDOE, Ian", "GB", "Ian McDoe", ("McDoe",)),
        ("DOE-SMITH, Ann", "GB", "Ann Doe-Smith", ("Doe-Smith",)),
        ("THAN, Aung Min", "MM", "Aung Min Than", ()),
    ],
)
def test_listed_names_in_the_order_and_case_of_news(text: str, country: str, name: str, family: tuple[str, ...]) -> None:
    found = listed(text, country)
    assert found is not None
    assert (found.name, found.family) == (name, family)


@pytest.mark.parametrize(
    ("text", "country"), [("DOE", "GB"), ("YO'N, Cho'ng-Nam", "KP"), ("DOE, J", "GB"), ("MINISTER, Joan", "GB")]
)
def test_what_is_not_plainly_a_name(text: str, country: str) -> None:
    assert listed(text, country) is None


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Ivan Petrovich Doev", "Ivan Doev"),
        ("Anna Ivanovna Doeva", "Anna Doeva"),
        ("Viktar Aliaksandravich Doenka", "Viktar Doenka"),
        ("Ilyas Magomed-Salamovich Doev", "Ilyas Doev"),
        ("Anna Marina Doe", "Anna Marina Doe"),
        ("Ivan Petrovich", "Ivan Petrovich"),
    ],
)
def test_patronymics_are_left_out(name: str, short: str) -> None:
    assert without_patronymic(name) == short


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("KATA'IB AL-DOEV BRIGADE", "Kata'ib al-Doev Brigade"),
        ("THE ARMY OF DOEV", "Army of Doev"),
        ("TEHRIK-E DOEV MOVEMENT (TDM)", "Tehrik-e Doev Movement"),
        ("SMP DOEV BANK", "SMP Doev Bank"),
        ("IRGC DOEV FORCES", "IRGC Doev Forces"),
    ],
)
def test_bodies_in_the_case_of_news(tmp_path: Path, text: str, name: str) -> None:
    assert one(tmp_path, entry(text, kind="-0- ", title="-0- ")).name == name


def test_aliases_that_other_bodies_may_have_are_left_out(tmp_path: Path) -> None:
    names = [
        "DFM",
        "XYZ",
        "DOEV MOVEMENT OF FISHERS",
        "ISLAMIC JIHAD",
        "DOEV TRADING CO",
        "HARAKAT AL-DOEV",
        "DOEV FISHERS' MOVEMENT",
    ]
    alt = [("aka", name) for name in names]
    entity = one(tmp_path, entry("DOEV FISHERS MOVEMENT", kind="-0- ", title="-0- "), alt)
    assert texts(entity, FormType.ACRONYM) == ["DFM"]
    assert texts(entity, FormType.ALIAS) == ["Doev Movement of Fishers"]
    assert texts(entity, FormType.FOREIGN) == ["Harakat al-Doev"]


def test_one_body_of_several_with_one_name(tmp_path: Path) -> None:
    found, counted = records(tmp_path, *[entry("AL-DOEV FOUNDATION", kind="-0- ", title="-0- ")] * 2)
    assert len(found) == 1
    assert dict(counted.refused) == {"one of several bodies of one name": 1}
