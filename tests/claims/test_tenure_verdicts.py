"""Verdicts on claims of office: coverage, gaps, grace, two at once, titles, history, namesakes, those who moved on."""

from __future__ import annotations

from typing import Any

import pytest
from tenure_list import row, verdict

from copydesk.core.dates import PartialDate
from copydesk.core.entity import Fact
from copydesk.core.mention import LinkStatus

YES, NO, OPEN, BOTH = "supported", "refuted", "not_enough_info", "contested"
DAY = "2015-06-15"
ADLER = row("anna-adler", "president", "north", "2010-03-01", "2018-03-01")
BERG = row("bruno-berg", "president", "north", "2002-03-01", "2010-03-01")


#: what is wrong with the rows, the holders' rows, the verdict on Clara Cole, who never held the office
ROWS: list[tuple[str, list[Fact], str]] = [
    ("closed", [ADLER], NO),
    ("nobody is known", [], OPEN),
    ("disputed", [row("anna-adler", "president", "north", "2010-03-01", "2018-03-01", disputed=True)], OPEN),
    ("the start lies within the window", [row("anna-adler", "president", "north", "2015-05-01", "2018-03-01")], OPEN),
    ("the end lies within the window", [row("anna-adler", "president", "north", "2010-03-01", "2015-08-01")], OPEN),
    ("open, and seen long enough", [row("anna-adler", "president", "north", "2010-03-01", "", as_of="2016-01-01")], NO),
    ("open, and last seen too early", [row("anna-adler", "president", "north", "2010-03-01", "", as_of="2015-07-01")], OPEN),
    (
        "an end to come is no sighting",
        [row("anna-adler", "president", "north", "2010-03-01", "2018-03-01", as_of="2014-01-01")],
        OPEN,
    ),
    ("the year of the end alone", [row("anna-adler", "president", "north", "2010-03-01", "2015")], OPEN),
    ("the year of the start alone", [row("anna-adler", "president", "north", "2015", "2018-03-01")], OPEN),
    (
        "a change within the window, told by both",
        [
            row("anna-adler", "president", "north", "2010-03-01", "2015"),
            row("bruno-berg", "president", "north", "2015", "2018-01-01"),
        ],
        NO,
    ),
    (
        "a gap of three weeks",
        [
            row("anna-adler", "president", "north", "2010-03-01", "2015-06-01"),
            row("bruno-berg", "president", "north", "2015-06-22", "2018-01-01"),
        ],
        OPEN,
    ),
    (
        "a gap of three days",
        [
            row("anna-adler", "president", "north", "2010-03-01", "2015-06-01"),
            row("bruno-berg", "president", "north", "2015-06-04", "2018-01-01"),
        ],
        NO,
    ),
    ("two for years", [ADLER, row("bruno-berg", "president", "north", "2012-03-01", "2018-01-01")], OPEN),
    (
        "two rows of one person",
        [
            row("anna-adler", "president", "north", "2010-03-01", "2016-01-01"),
            row("anna-adler", "president", "north", "2012-03-01", "2018-01-01"),
        ],
        NO,
    ),
]


@pytest.mark.parametrize(("facts", "expected"), [case[1:] for case in ROWS], ids=[case[0] for case in ROWS])
def test_somebody_who_never_held_it(facts: list[Fact], expected: str) -> None:
    assert verdict(facts, "clara-cole", DAY).verdict == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2010-02-28", YES), ("2010-03-01", YES), ("2010-03-02", OPEN), ("2010-04-30", OPEN), ("2010-05-01", NO),
        ("2010-05", NO), ("2010-04", OPEN), ("2002-03-01", YES), ("2002-02-01", OPEN), ("2001-01-01", OPEN), ("2011", OPEN),
        ("", OPEN),
    ],
)  # fmt: skip
def test_days_around_a_change(day: str, expected: str) -> None:
    assert verdict([ADLER, BERG], "bruno-berg", day).verdict == expected


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar(day: str) -> None:
    assert verdict([ADLER, BERG], "clara-cole", day).verdict == OPEN


#: what stands in the way of a refutal that all else allows
@pytest.mark.parametrize(
    "given",
    [
        {"qualifier": "unsure"}, {"qualifier": "resigned"}, {"qualifier": "under"}, {"qualifier": "signed by"},
        {"qualifier": "honorary"}, {"qualifier": "deputy"}, {"qualifier": "acting"}, {"qualifier": "in 2009"},
        {"status": LinkStatus.GARBLE}, {"status": LinkStatus.NOT_IN_LIST},
        {"probability": 0.9}, {"text": "Cole"}, {"text": "C. F. Cole"}, {"born": "1925"},
        {"bodies": (), "of": "Lower Northia"}, {"bodies": ("nowhere",)}, {"bodies": ("north", "nowhere")[1:]},
    ],
)  # fmt: skip
def test_what_keeps_from_refuting(given: dict[str, Any]) -> None:
    assert verdict([ADLER], "clara-cole", DAY).verdict == NO
    assert verdict([ADLER], "clara-cole", DAY, **given).verdict == OPEN


@pytest.mark.parametrize(
    "given", [{"text": "C. Cole"}, {"qualifier": "in 2015"}, {"qualifier": "until 2030"}, {"born": "1935"}]
)
def test_what_does_not(given: dict[str, Any]) -> None:
    assert verdict([ADLER], "clara-cole", DAY, **given).verdict == NO


KING = row("anna-adler", "monarch", "north", "2000-01-01", "2020-01-01", title="King")
PREMIER = row("anna-adler", "prime_minister", "north", "2000-01-01", "2020-01-01", title="Prime Minister")
STATE = row("anna-adler", "foreign_minister", "north", "2000-01-01", "2020-01-01", title="Secretary of State")
FOREIGN = row(
    "anna-adler", "foreign_minister", "north", "2000-01-01", "2020-01-01", title="Secretary of State for Foreign Affairs"
)
AFFAIRS = row("anna-adler", "foreign_minister", "north", "2000-01-01", "2020-01-01", title="Minister of Foreign Affairs")


@pytest.mark.parametrize(
    ("holder", "title", "expected"),
    [
        (KING, "King", NO),
        # the king's wife, and no holder of his office
        (KING, "Queen", OPEN),
        (PREMIER, "Prime Minister", NO),
        # the chancellor of the exchequer, the premier of a state
        (PREMIER, "Chancellor", OPEN),
        (PREMIER, "Premier", OPEN),
        (STATE, "Secretary of State", NO),
        (STATE, "Foreign Minister", NO),
        (FOREIGN, "Secretary of State", OPEN),
        (FOREIGN, "Foreign Secretary", NO),
        # elsewhere the head of the service
        (AFFAIRS, "Foreign Secretary", OPEN),
        (AFFAIRS, "Foreign Minister", NO),
    ],
)
def test_titles_that_mean_the_office_only_in_some_countries(holder: Fact, title: str, expected: str) -> None:
    assert verdict([holder], "clara-cole", DAY, title=title, roles=(str(holder.role),)).verdict == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        # the prime minister of a part of the country, of a land that is nobody's, of another country
        ([row("clara-cole", "prime_minister", "island", "2012-01-01", "2020-01-01")], OPEN),
        ([row("clara-cole", "prime_minister", "nowhere", "2012-01-01", "2020-01-01")], OPEN),
        ([row("clara-cole", "prime_minister", "south", "2012-01-01", "2020-01-01")], NO),
        ([row("clara-cole", "prime_minister", "island", "2002-01-01", "2010-01-01")], NO),
    ],
)
def test_parts_of_a_country(facts: list[Fact], expected: str) -> None:
    found = verdict([PREMIER, *facts], "clara-cole", DAY, title="Prime Minister", roles=("prime_minister",))
    assert found.verdict == expected


@pytest.mark.parametrize(
    ("qualifier", "subject", "day", "expected"),
    [
        ("former", "bruno-berg", DAY, YES),
        ("former", "anna-adler", DAY, NO),
        ("former", "anna-adler", "2018-02-01", OPEN),
        ("former", "anna-adler", "2010-03-20", OPEN),
        ("former", "clara-cole", DAY, OPEN),
        ("late", "bruno-berg", DAY, OPEN),
        ("then", "bruno-berg", DAY, OPEN),
        ("outgoing", "anna-adler", "2018-02-01", YES),
        ("elect", "anna-adler", DAY, NO),
        ("elect", "anna-adler", "2010-06-01", OPEN),
        ("elect", "bruno-berg", DAY, OPEN),
        ("candidate", "anna-adler", DAY, OPEN),
        ("deputy", "anna-adler", DAY, OPEN),
        ("acting", "bruno-berg", DAY, NO),
        ("was", "bruno-berg", DAY, YES),
        ("was", "clara-cole", DAY, OPEN),
        ("appointed", "anna-adler", "2010-01-15", YES),
        ("appointed", "clara-cole", DAY, OPEN),
        ("in 2005", "bruno-berg", DAY, YES),
        ("in 2005", "anna-adler", DAY, OPEN),
        ("unsure", "anna-adler", DAY, YES),
        # a month is judged too: Berg held it in March, Cole never
        ("in march", "bruno-berg", "2010-12-01", OPEN),
        ("in october", "bruno-berg", "2010-12-01", NO),
        ("in march", "clara-cole", "2015-12-01", NO),
        ("last year", "bruno-berg", "2011-02-01", OPEN),
        ("last year", "bruno-berg", "2012-02-01", NO),
        ("earlier this year", "bruno-berg", "2010-12-01", OPEN),
        # history
        (None, "bruno-berg", "2017-02-01", NO),
        (None, "bruno-berg", "2019-02-01", OPEN),
    ],
)
def test_times(qualifier: str | None, subject: str, day: str, expected: str) -> None:
    assert verdict([BERG, ADLER], subject, day, qualifier=qualifier).verdict == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        # "President Berg" of one who was it: people keep the title
        ({"implied": True}, OPEN),
        ({"implied": True, "asserted": True}, NO),
        ({"implied": False}, NO),
    ],
)
def test_courtesy_titles(given: dict[str, Any], expected: str) -> None:
    assert verdict([BERG, ADLER], "bruno-berg", DAY, **given).verdict == expected


SPEAKER = row("clara-cole", "speaker", "north", "2005-01-01", "2012-01-01", title="Speaker of Parliament")


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ([row("clara-cole", "minister", "north", "2012-01-15", "2020-01-01", title="Minister of Trade")], NO),
        # what began before the office ended need not have followed it, nor is it sure without a day or in dispute
        ([row("clara-cole", "minister", "north", "2008-01-15", "2020-01-01", title="Minister of Trade")], OPEN),
        ([row("clara-cole", "minister", "north", "", "2020-01-01", title="Minister of Trade")], OPEN),
        ([row("clara-cole", "minister", "north", "2012-01-15", "2020-01-01", title="Minister of Trade", disputed=True)], OPEN),
        ([row("clara-cole", "minister", "north", "2012-01-15", "2015-07-01", title="Minister of Trade")], OPEN),
        ([], OPEN),
    ],
)
def test_those_who_moved_on(now: list[Fact], expected: str) -> None:
    found = verdict([SPEAKER, *now], "clara-cole", DAY, title="Speaker of Parliament", roles=("speaker",))
    assert found.verdict == expected


@pytest.mark.parametrize(
    ("title", "of", "expected"),
    [
        ("head", "government of North", YES), ("head", "Northish cabinet", YES), ("leader", "North", YES),
        ("head", "Bank of North", OPEN), ("leader", "Northish Labour Party", OPEN), ("President", "Football Union", OPEN),
    ],
)  # fmt: skip
def test_who_heads_something_of_a_country(title: str, of: str, expected: str) -> None:
    found = verdict([ADLER], "anna-adler", DAY, title=title, roles=("head",), bodies=(), of=of)
    assert found.verdict == expected


SINGH = row("ravi-singh", "minister", "south", "2010-01-01", "2020-01-01", title="Minister of Trade")


@pytest.mark.parametrize(
    ("facts", "text", "given", "expected"),
    [
        # every Singh of the list is another than the holder
        ([ADLER, SINGH], "Singh", {}, NO),
        ([ADLER, SINGH], "Singh", {"qualifier": "unsure"}, OPEN),
        ([ADLER, SINGH], "Singh", {"qualifier": "under"}, OPEN),
        ([ADLER, SINGH], "Singh", {"status": LinkStatus.NOT_IN_LIST}, OPEN),
        ([ADLER, SINGH], "Kestrim", {}, OPEN),
        # the holder, by one name or under a garbled one
        ([ADLER, SINGH], "Adler", {}, YES),
        ([ADLER, SINGH], "Adlr", {}, OPEN),
        # one of the name held it not long ago, or long ago
        ([ADLER, row("ravi-singh", "president", "north", "2002-01-01", "2010-03-01")], "Singh", {}, NO),
        ([ADLER, row("ravi-singh", "president", "north", "1990-01-01", "1999-03-01")], "Singh", {}, OPEN),
        ([row("ravi-singh", "president", "north", "2010-03-01", "2018-03-01", disputed=True)], "Singh", {}, OPEN),
    ],
)
def test_namesakes(facts: list[Fact], text: str, given: dict[str, Any], expected: str) -> None:
    given = {"status": LinkStatus.AMBIGUOUS, **given}
    assert verdict(facts, "clara-cole", DAY, text=text, **given).verdict == expected


def test_verdicts_say_why() -> None:
    found = verdict([ADLER, BERG], "bruno-berg", DAY)
    assert found.message == "Anna Adler held the office on 2015-06-15"
    assert found.facts == (ADLER, BERG)
    assert found.as_of == PartialDate.parse(DAY)
    assert found.parts is not None
    assert found.score == pytest.approx(found.parts.extraction * found.parts.link * found.parts.fact, abs=1e-4)
