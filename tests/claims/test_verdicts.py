"""Statements, the day they were made, and what a small dated list says to them."""

from __future__ import annotations

import pytest

from copydesk.core.claim import Judgement
from copydesk.core.dates import PartialDate
from copydesk.text import parse_document
from small_list import small_desk, small_list

DAY = "2020-10-06"
YES, NO, OPEN, BOTH = "supported", "refuted", "not_enough_info", "contested"
MAY = "British Prime Minister Theresa May spoke."


def judged(text: str, day: str = DAY) -> list[Judgement]:
    date = PartialDate.parse(day) if day else None
    return list(small_desk().check(parse_document(text, date=date)).claims)


#: sentence, day, verdict, reason
OFFICES = [
    # the holder
    ("Armenian Prime Minister Nikol Pashinyan spoke.", DAY, YES, None),
    ("Foreign Minister Jeyhun Bayramov spoke.", DAY, YES, None),
    ("Jeyhun Bayramov, the foreign minister of Azerbaijan, spoke.", DAY, YES, None),
    ("Armenian Prime Minister Nikol Pashinyan spoke.", "2018-05-08", YES, None),
    # the holder under a garbled name
    ("Armenian Prime Minister Nicole Pasinyan spoke.", DAY, YES, None),
    ("Russian Foreign Minister Sergey Labrov spoke.", DAY, YES, None),
    # somebody else, who never held it
    ("German Chancellor Emmanuel Macron spoke.", DAY, NO, "wrong_holder"),
    ("Turkish Foreign Minister Sergey Lavrov spoke.", DAY, NO, "wrong_holder"),
    ("Emmanuel Macron, the German chancellor, spoke.", DAY, NO, "wrong_holder"),
    # somebody who held it at another time
    (MAY, DAY, NO, "out_of_term"),
    (MAY, "2020-10", NO, "out_of_term"),
    ("Russian President Dmitry Medvedev spoke.", DAY, NO, "out_of_term"),
    # within sixty days of the change nobody is refuted
    (MAY, "2019-07-24", YES, None),
    (MAY, "2019-07-25", OPEN, "no_record"),
    (MAY, "2019-09-22", OPEN, "no_record"),
    (MAY, "2019-09-23", NO, "out_of_term"),
    ("British Prime Minister Boris Johnson spoke.", "2019-05-25", OPEN, "no_record"),
    ("British Prime Minister Boris Johnson spoke.", "2019-05-01", NO, "out_of_term"),
    ("British Prime Minister Boris Johnson spoke.", "2019-07-23", OPEN, "no_record"),
    ("German Chancellor Boris Johnson spoke.", "2021-11-01", OPEN, "no_record"),
    # what the list does not know
    ("Armenian Prime Minister Nikol Pashinyan spoke.", "2026-01-01", OPEN, "stale_list"),
    ("Israeli President Angela Merkel spoke.", DAY, OPEN, "no_record"),
    ("German Chancellor Emmanuel Macron spoke.", "1999-10-06", OPEN, "no_record"),
    # the day is unknown, or known to the year
    ("Armenian Prime Minister Nikol Pashinyan spoke.", "", OPEN, "undated"),
    (MAY, "", OPEN, "undated"),
    (MAY, "2020", OPEN, "no_record"),
    ("German Chancellor Emmanuel Macron spoke.", "2020", OPEN, "no_record"),
    ("Armenian Prime Minister Nikol Pashinyan spoke.", "2020", YES, None),
    # former holders
    ("Former British Prime Minister Theresa May spoke.", DAY, YES, None),
    ("Theresa May, the former British prime minister, spoke.", DAY, YES, None),
    ("Former British Prime Minister Theresa May spoke.", "2018-10-06", NO, "out_of_term"),
    ("Former German Chancellor Emmanuel Macron spoke.", DAY, OPEN, "no_record"),
    ("Former British Prime Minister Theresa May spoke.", "", YES, None),
    # another time than the article's, another office than the plain one
    ("The then Prime Minister of the United Kingdom, Theresa May, spoke.", DAY, OPEN, "no_record"),
    ("In 2017 British Prime Minister Theresa May called an election.", DAY, YES, None),
    ("British Prime Minister Theresa May called it two years ago.", DAY, OPEN, "no_record"),
    ("Acting British Prime Minister Theresa May spoke.", DAY, NO, "out_of_term"),
    ("Deputy British Prime Minister Theresa May spoke.", DAY, OPEN, "no_record"),
    ("Interim German Chancellor Emmanuel Macron spoke.", DAY, OPEN, "no_record"),
    ("British Prime Minister-designate Theresa May spoke.", DAY, OPEN, "no_record"),
    # offices that several hold at once
    ("Russian Deputy Foreign Minister Sergey Shoigu spoke.", DAY, OPEN, "no_record"),
    ("Russian spokesman Sergey Lavrov spoke.", DAY, OPEN, "no_record"),
    # a disputed office
    ("Israeli President Ana Sallay spoke.", "2017-10-06", BOTH, None),
    # who is meant is not known
    ("German Chancellor Dorvan Kestrimov spoke.", DAY, OPEN, "unlinked"),
    ("Turkish Foreign Minister Sergey Labrov spoke.", DAY, OPEN, "unlinked"),
    ("Senator Johnson spoke.", DAY, OPEN, "ambiguous_link"),
    # a title that leans on another one
    ("Ali Akbar Velayati, an adviser to Iran’s supreme leader, spoke.", DAY, YES, None),
    ("The spokesman for the Russian President Dmitry Peskov answered.", DAY, YES, None),
]


@pytest.mark.parametrize(("text", "day", "verdict", "reason"), OFFICES)
def test_an_office(text: str, day: str, verdict: str, reason: str | None) -> None:
    (found,) = judged(text, day)
    assert (found.claim.relation, found.verdict, found.reason) == ("role", verdict, reason), found.message
    assert (found.score is None) == (verdict == OPEN)
    assert found.as_of == (PartialDate.parse(day) if day else None)
    assert found.message


@pytest.mark.parametrize(("text", "day"), [row[:2] for row in OFFICES if row[2] in (YES, NO, BOTH)])
def test_a_verdict_shows_its_rows(text: str, day: str) -> None:
    (found,) = judged(text, day)
    assert found.facts
    assert set(found.facts) <= set(small_list().facts)


def test_only_refuted_claims_are_findings() -> None:
    for text, day, verdict, _ in OFFICES:
        date = PartialDate.parse(day) if day else None
        rules = [finding.rule for finding in small_desk().check(parse_document(text, date=date)).findings]
        assert ("CLM101" in rules) == (verdict == NO), text


PLACES = [
    ("Yerevan, the capital of Armenia, was quiet.", DAY, "capital_of", YES, None),
    ("Yerevan is the capital of Armenia.", "", "capital_of", YES, None),
    ("They met in Armenia’s capital Yerevan.", DAY, "capital_of", YES, None),
    ("Ankara, the capital of Armenia, was quiet.", DAY, "capital_of", NO, "wrong_place"),
    ("Ankara, the capital of Armenia, was quiet.", "", "capital_of", NO, "wrong_place"),
    ("They met in Armenia’s capital Baku.", DAY, "capital_of", NO, "wrong_place"),
    ("Ganja, the former capital of Armenia, was quiet.", DAY, "capital_of", OPEN, "no_record"),
    # disputed on either side
    ("Stepanakert, the capital of Nagorno-Karabakh, was quiet.", DAY, "capital_of", BOTH, None),
    ("Jerusalem, the capital of Israel, was quiet.", DAY, "capital_of", BOTH, None),
    ("Baku, the capital of Israel, was quiet.", DAY, "capital_of", OPEN, "no_record"),
    ("Stepanakert, the capital of Azerbaijan, was quiet.", DAY, "capital_of", OPEN, "no_record"),
    # a capital that has ended
    ("Stepanakert, the capital of Nagorno-Karabakh, was quiet.", "2024-10-06", "capital_of", OPEN, "no_record"),
    # no capital in the list
    ("Ganja, the capital of China, was quiet.", DAY, "capital_of", OPEN, "no_record"),
    # a rank is never refuted
    ("Ganja, the second-largest city in Azerbaijan, was quiet.", DAY, "rank", YES, None),
    ("Ganja, the second largest city of Azerbaijan, was quiet.", DAY, "rank", YES, None),
    ("Ganja, the largest city in Azerbaijan, was quiet.", DAY, "rank", OPEN, "no_record"),
    # but the place has to lie there
    ("Yerevan, the second-largest city in Azerbaijan, was quiet.", DAY, "rank", NO, "wrong_place"),
    ("Ganja, a city in Azerbaijan, was quiet.", DAY, "located_in", YES, None),
    ("Baku, a city in Azerbaijan, was quiet.", DAY, "located_in", YES, None),
    ("Ganja, a city in Armenia, was quiet.", DAY, "located_in", NO, "wrong_place"),
]


@pytest.mark.parametrize(("text", "day", "relation", "verdict", "reason"), PLACES)
def test_a_place(text: str, day: str, relation: str, verdict: str, reason: str | None) -> None:
    (found,) = judged(text, day)
    assert (found.claim.relation, found.verdict, found.reason) == (relation, verdict, reason), found.message
    assert found.claim.span.of(text) == found.claim.text


@pytest.mark.parametrize(
    "text",
    [
        "Sergey Lavrov spoke in Baku.",
        "The capital of Armenia was quiet.",
        "Baku and the capital of Armenia were quiet.",
        "The prime minister met Emmanuel Macron.",
        "Lavrov told the German chancellor. Emmanuel Macron heard of it.",
    ],
)
def test_no_claim(text: str) -> None:
    assert judged(text) == []


def test_a_claim_says_who_and_of_what_in_its_own_words() -> None:
    text = "On Monday, Azerbaijan’s Foreign Minister Jaykhon Bairamov spoke."
    (found,) = judged(text)
    claim = found.claim
    assert claim.text == claim.span.of(text) == "Azerbaijan’s Foreign Minister Jaykhon Bairamov"
    assert claim.subject.text == "Jaykhon Bairamov"
    assert claim.subject.entity is small_list().by_id["jeyhun-bayramov"]
    assert (claim.role, claim.predicate) == ("foreign_minister", "Foreign Minister of")
    assert (claim.object.text, claim.object.entity) == ("Azerbaijan", small_list().by_id["azerbaijan"])


def test_claims_stand_in_text_order() -> None:
    text = (
        "Yerevan, the capital of Armenia, was quiet.\n\nRussian Foreign Minister Sergey Lavrov and German Chancellor "
        "Angela Merkel met in Baku, the capital of Azerbaijan."
    )
    found = [item.claim for item in judged(text)]
    assert [claim.relation for claim in found] == ["capital_of", "role", "role", "capital_of"]
    assert found == sorted(found, key=lambda claim: claim.span)
    assert all(claim.span.of(text) == claim.text for claim in found)


#: what is true, or says something else, and must not be refuted
QUIET = [
    "Ganja was the capital of Armenia.",
    "In 1915 Ganja was the capital of Armenia.",
    "Ganja, then the capital of Armenia, was quiet.",
    "Ganja, the commercial capital of Armenia, was quiet.",
    "Ganja is the capital of Armenia’s rivals.",
    "The French President, Angela Merkel and Boris Johnson met.",
    "He met Theresa May, and the French president told Angela Merkel.",
    "According to the office of the German Chancellor, Emmanuel Macron will come.",
    "Russian President Vladimir Putin's predecessor Dmitry Medvedev spoke.",
    "He met Angela Merkel, the French president, and the Spanish king.",
    "The meeting with Angela Merkel, the French president and others went on.",
]


@pytest.mark.parametrize("text", QUIET)
def test_what_is_not_said_is_not_refuted(text: str) -> None:
    assert [item.claim.text for item in judged(text) if item.verdict == NO] == []
