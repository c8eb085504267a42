from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from stub_world import StubWorld, tally, texts

from copydesk.core.dates import PartialDate, Period
from copydesk.core.entity import FormType
from copydesk.entities.records import Record, Tally
from copydesk.entities.sources.congress import read
from copydesk.errors import EntityListError


class World(StubWorld):
    def country(self, text: str) -> str | None:
        return "united-states" if text == "US" else super().country(text)


def term(start: str, end: str, kind: str = "rep", state: str = "OH") -> dict[str, str]:
    return {"type": kind, "start": start, "end": end, "state": state}


NOW = term("2025-01-03", "2027-01-03")


def member(*terms: dict[str, str], **changes: Any) -> dict[str, Any]:
    entry = {
        "id": {"bioguide": "D000001", "wikidata": "Q1"},
        "name": {"first": "Joan", "last": "Doe"},
        "bio": {"birthday": "1960-05-04", "gender": "F"},
        "terms": list(terms or [NOW]),
    }
    return entry | changes


def records(tmp_path: Path, *members: object) -> tuple[list[Record], Tally]:
    path = tmp_path / "members.yaml"
    path.write_text(yaml.safe_dump(list(members)), encoding="utf-8")
    counted = tally()
    return list(read([str(path)], World(), counted)), counted


def test_a_member_with_identifiers(tmp_path: Path) -> None:
    (record,), counted = records(tmp_path, member())
    entity = record.entity
    assert (entity.id, entity.name, entity.family) == ("bioguide:D000001", "Joan Doe", ("Doe",))
    assert (entity.country, entity.gender, entity.born) == ("US", "f", PartialDate(1960, 5, 4))
    assert entity.same_as == ("wikidata:Q1",)
    assert entity.description == "Representative for Ohio (since 2025), US politician"
    assert (counted.rows, record.facts[0].object) == (1, "united-states")


@pytest.mark.parametrize(
    ("names", "article", "name", "others"),
    [
        (
            {"first": "Joan", "last": "Doe", "official_full": "Joan Q. Doe"},
            "Joan Doe (politician)",
            "Joan Doe",
            ["Joan Q. Doe"],
        ),
        ({"first": "J.", "last": "Doe", "official_full": "J. Rae Doe"}, "Rae Doe", "Rae Doe", ["J. Doe", "J. Rae Doe"]),
        ({"first": "Henry", "last": "Doe", "nickname": "Hank"}, "", "Hank Doe", ["Henry Doe"]),
        (
            {"first": "Henry", "last": "Doe", "nickname": "Hank", "official_full": 'Henry C. "Hank" Doe, Jr.'},
            "Hank Doe",
            "Hank Doe",
            ["Henry Doe", "Henry C. Doe"],
        ),
        ({"first": "Zachary (Zach)", "last": "Doe"}, "Zach Doe", "Zach Doe", ["Zachary Doe"]),
        (
            {"first": "Thomas", "last": "Doe", "official_full": "Thomas H. Doe III"},
            "Thomas Doe Jr.",
            "Thomas Doe",
            ["Thomas H. Doe"],
        ),
        ({"first": "Joan", "last": "Doe"}, "Doe family", "Joan Doe", []),
    ],
)
def test_the_name_that_news_prints(tmp_path: Path, names: dict[str, str], article: str, name: str, others: list[str]) -> None:
    (record,), _ = records(tmp_path, member(name=names, id={"bioguide": "D000001", "wikipedia": article}))
    assert record.entity.name == name
    assert texts(record.entity, FormType.ALIAS) == others


@pytest.mark.parametrize(
    ("ids", "ident", "same_as"),
    [
        ({"bioguide": "D1", "wikidata": "Q1"}, "bioguide:D1", ("wikidata:Q1",)),
        ({"govtrack": 7, "wikidata": "Q1"}, "wikidata:Q1", ()),
        ({"govtrack": 7}, "govtrack:7", ()),
    ],
)
def test_identifiers(tmp_path: Path, ids: dict[str, object], ident: str, same_as: tuple[str, ...]) -> None:
    (record,), _ = records(tmp_path, member(id=ids))
    assert (record.entity.id, record.entity.same_as, record.facts[0].subject) == (ident, same_as, ident)


def day(text: str) -> PartialDate:
    return PartialDate.parse(text)


def test_terms_that_join_up_are_one_open_tenure(tmp_path: Path) -> None:
    (record,), _ = records(tmp_path, member(term("2021-01-03", "2023-01-03"), term("2023-01-07", "2025-01-03"), NOW))
    (fact,) = record.facts
    assert fact.period == Period(start=day("2021-01-03"), as_of=day("2025-01-03"))
    assert (fact.role, fact.title) == ("legislator", "Representative for Ohio")


def test_a_break_another_state_and_another_chamber_are_other_tenures(tmp_path: Path) -> None:
    terms = [
        term("2011-01-03", "2013-01-03"),
        term("2015-01-03", "2017-01-03"),
        term("2017-01-03", "2019-01-03", state="IN"),
        term("2019-01-03", "2025-01-03", kind="sen", state="IN"),
        term("2025-01-03", "2031-01-03", kind="sen", state="IN"),
    ]
    (record,), _ = records(tmp_path, member(*terms))
    assert [(fact.title, str(fact.period.start), fact.period.end and str(fact.period.end)) for fact in record.facts] == [
        ("Representative for Ohio", "2011-01-03", "2013-01-03"),
        ("Representative for Ohio", "2015-01-03", "2017-01-03"),
        ("Representative for Indiana", "2017-01-03", "2019-01-03"),
        ("Senator for Indiana", "2019-01-03", None),
    ]


@pytest.mark.parametrize(
    ("kind", "state", "title", "role"),
    [
        ("rep", "GU", "Delegate for Guam", "legislator"),
        ("rep", "PR", "Resident Commissioner for Puerto Rico", "legislator"),
        ("prez", "", "President", "president"),
        ("viceprez", "", "Vice President", "vice_president"),
    ],
)
def test_titles(tmp_path: Path, kind: str, state: str, title: str, role: str) -> None:
    (record,), _ = records(tmp_path, member(term("2025-01-20", "2029-01-20", kind=kind, state=state)))
    assert (record.facts[0].title, record.facts[0].role) == (title, role)


def test_what_was_over_long_ago_is_left_out(tmp_path: Path) -> None:
    past = member(term("1981-01-20", "1989-01-20", kind="prez"))
    found, counted = records(tmp_path, past, member())
    assert [record.entity.id for record in found] == ["bioguide:D000001"]
    assert dict(counted.refused) == {"over before 1990": 1}


@pytest.mark.parametrize(
    "changes",
    [
        {"terms": None},
        {"terms": [term("2025-02-30", "2027-01-03")]},
        {"terms": [term("2027-01-03", "2025-01-03")]},
        {"terms": [term("2025-01-03", "2027-01-03", kind="judge")]},
        {"terms": [term("2025-01-03", "2027-01-03", state="XX")]},
        {"name": {"first": "Joan"}},
        {"name": "Joan Doe"},
        {"id": {}},
        {"bio": {"birthday": "1960-13-01"}},
    ],
)
def test_a_bad_entry_is_refused_and_the_rest_read(tmp_path: Path, changes: dict[str, Any]) -> None:
    found, counted = records(tmp_path, member(**changes), member())
    assert len(found) == 1
    assert dict(counted.refused) == {"a member whose entry is not as published": 1}


@pytest.mark.parametrize("text", ["a: [", "a: 1", "- 1", "\x00"])
def test_a_file_that_is_no_list_of_members(tmp_path: Path, text: str) -> None:
    path = tmp_path / "members.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(EntityListError, match=r"members\.yaml: not"):
        list(read([str(path)], World(), tally()))
