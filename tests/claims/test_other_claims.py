"""Nationality, party, home country, weekday, age, anniversary and gender: what is read, and what a small list says to it."""

from __future__ import annotations

import pytest
from other_world import DAY, judged, read, the_lexicon, the_list

from copydesk.claims.ages import ages
from copydesk.claims.anniversaries import years_of
from copydesk.claims.other import RELATIONS, judge_other, other_claims
from copydesk.core.claim import Fault
from copydesk.core.dates import PartialDate
from copydesk.core.mention import Link, LinkStatus
from copydesk.entities import EntityList
from copydesk.reader.lexicon import Lexicon
from copydesk.reader.mentions import scan
from copydesk.text import parse_document

YES, NO, OPEN, BOTH = "supported", "refuted", "not_enough_info", "contested"

#: sentence, relation, words of the claim, verdict, reason
ONE_CLAIM = [
    # nationality: trades, behind and before, citizens
    ("The German politician Dar Kolmeck spoke.", "nationality", "German politician Dar Kolmeck", YES, None),
    ("Dar Kolmeck, a German national, spoke.", "nationality", "Dar Kolmeck, a German national", YES, None),
    ("Dar Kolmeck is an old German politician.", "nationality", "Dar Kolmeck is an old German politician", YES, None),
    ("The Turkish politician Dar Kolmeck spoke.", "nationality", "Turkish politician Dar Kolmeck", NO, "value"),
    ("Dar Kolmeck, a Turkish citizen, spoke.", "nationality", "Dar Kolmeck, a Turkish citizen", NO, "value"),
    # a trade that nobody in public office has is a namesake's
    ("The Turkish footballer Dar Kolmeck spoke.", "nationality", "Turkish footballer Dar Kolmeck", OPEN, "no_record"),
    # who served two countries is of either
    ("The Turkish politician Petra Lindqvist spoke.", "nationality", "Turkish politician Petra Lindqvist", YES, None),
    # where somebody was born, an old state, a family name alone, one little known, one unknown
    ("Turkish-born politician Dar Kolmeck spoke.", "nationality", "Turkish-born politician Dar Kolmeck", OPEN, "no_record"),
    ("The Karabakhi politician Dar Kolmeck spoke.", "nationality", "Karabakhi politician Dar Kolmeck", OPEN, "no_record"),
    ("The Turkish politician Kolmeck spoke.", "nationality", "Turkish politician Kolmeck", OPEN, "no_record"),
    ("The Turkish politician Anselm Otterby spoke.", "nationality", "Turkish politician Anselm Otterby", OPEN, "no_record"),
    ("The Turkish poet Orhan Tamerbek spoke.", "nationality", "Turkish poet Orhan Tamerbek", OPEN, "unlinked"),
    # organisations of a country
    ("The German news agency DNA said so.", "part_of", "German news agency DNA", YES, None),
    ("Germany’s DNA said so.", "part_of", "Germany’s DNA", YES, None),
    ("The DNA news agency of Germany said so.", "part_of", "DNA news agency of Germany", YES, None),
    ("The Turkish news agency DNA said so.", "part_of", "Turkish news agency DNA", NO, "value"),
    ("The DNA news agency of Turkey said so.", "part_of", "DNA news agency of Turkey", NO, "value"),
    ("The Swedish newspaper Svea Post said so.", "part_of", "Swedish newspaper Svea Post", YES, None),
    # no row says that a newspaper has one country, and no noun that the agency itself is meant
    ("The Turkish newspaper Svea Post said so.", "part_of", "Turkish newspaper Svea Post", OPEN, "no_record"),
    ("Turkey’s DNA said so.", "part_of", "Turkey’s DNA", OPEN, "no_record"),
    ("The Turkish company Kermil Bakrach said so.", "part_of", "Turkish company Kermil Bakrach", OPEN, "unlinked"),
    ("The Cypriot bank Hansa Bank said so.", "part_of", "Cypriot bank Hansa Bank", BOTH, None),
    # parties
    ("Dar Kolmeck (DDP) spoke.", "member_of", "Dar Kolmeck (DDP)", YES, None),
    ("DDP politician Dar Kolmeck spoke.", "member_of", "DDP politician Dar Kolmeck", YES, None),
    ("Dar Kolmeck, member of the ruling DDP, spoke.", "member_of", "Dar Kolmeck, member of the ruling DDP", YES, None),
    ("Dar Kolmeck of the ruling Volk Party spoke.", "member_of", "Dar Kolmeck of the ruling Volk Party", NO, "value"),
    ("Dar Kolmeck (Volk Party) spoke.", "member_of", "Dar Kolmeck (Volk Party)", NO, "value"),
    ("Ilsa Braumer (DDP) spoke.", "member_of", "Ilsa Braumer (DDP)", OPEN, "no_record"),
    ("Petra Lindqvist (DDP) spoke.", "member_of", "Petra Lindqvist (DDP)", OPEN, "no_record"),
    ("Democratic President Rufus Tolbeck spoke.", "member_of", "Democratic President Rufus Tolbeck", OPEN, "unlinked"),
    # weekdays
    ("It began on Tuesday, October 6, 2020.", "weekday", "Tuesday, October 6, 2020", YES, None),
    ("It began on 6 October 2020 (Tuesday).", "weekday", "6 October 2020 (Tuesday)", YES, None),
    ("It began on Monday, October 6, 2020.", "weekday", "Monday, October 6, 2020", NO, "value"),
    ("It began on Monday, October 5.", "weekday", "Monday, October 5", YES, None),
    ("It began on Tuesday, October 5.", "weekday", "Tuesday, October 5", NO, "value"),
    ("As last year, it began on Saturday, October 5.", "weekday", "Saturday, October 5", OPEN, "undated"),
    ("It began on Saturday, September 5.", "weekday", "Saturday, September 5", YES, None),
    ("It began on Thursday, September 5.", "weekday", "Thursday, September 5", OPEN, "undated"),
    ("It closes this weekend, October 3 and 4.", "weekday", "weekend, October 3 and 4", YES, None),
    ("It closes this weekend, October 4-5.", "weekday", "weekend, October 4-5", NO, "value"),
    # ages
    ("Dar Kolmeck, 65, spoke.", "age", "Dar Kolmeck, 65", YES, None),
    ("Dar Kolmeck (65) spoke.", "age", "Dar Kolmeck (65)", YES, None),
    ("The 65-year-old Dar Kolmeck spoke.", "age", "65-year-old Dar Kolmeck", YES, None),
    ("Dar Kolmeck, 64, spoke.", "age", "Dar Kolmeck, 64", OPEN, "no_record"),
    ("Dar Kolmeck, 56, spoke.", "age", "Dar Kolmeck, 56", NO, "value"),
    ("Dar Kolmeck, then aged 56, spoke in 2011.", None, "", "", None),
    ("In 2011 Dar Kolmeck, 56, spoke.", "age", "Dar Kolmeck, 56", OPEN, "no_record"),
    ("Kolmeck, 56, spoke.", "age", "Kolmeck, 56", OPEN, "no_record"),
    ("Ilsa Braumer, 59, spoke.", "age", "Ilsa Braumer, 59", YES, None),
    ("Ilsa Braumer, 60, spoke.", "age", "Ilsa Braumer, 60", YES, None),
    ("Ilsa Braumer, 62, spoke.", "age", "Ilsa Braumer, 62", NO, "value"),
    ("Petra Lindqvist, 62, spoke.", "age", "Petra Lindqvist, 62", OPEN, "no_record"),
    ("Anselm Otterby, 20, spoke.", "age", "Anselm Otterby, 20", OPEN, "no_record"),
    ("Dar Kolmeck, born in 1955, spoke.", "age", "Dar Kolmeck, born in 1955", YES, None),
    ("Dar Kolmeck was born on 2 March 1955.", "age", "Dar Kolmeck was born on 2 March 1955", YES, None),
    ("Dar Kolmeck, born in 1965, spoke.", "age", "Dar Kolmeck, born in 1965", NO, "value"),
    # anniversaries
    ("It was the 75th anniversary of the 1945 victory.", "anniversary", "75th anniversary of the 1945", YES, None),
    ("The 70th anniversary of its start in 1950 passed.", "anniversary", "70th anniversary of its start in 1950", YES, None),
    ("Soon the 75th anniversary of 1946 comes.", "anniversary", "75th anniversary of 1946", OPEN, "no_record"),
    ("It was the 57th anniversary of the 1945 victory.", "anniversary", "57th anniversary of the 1945", NO, "value"),
    ("In 2015 came the 70th anniversary of the 1945 victory.", "anniversary", "70th anniversary of the 1945", YES, None),
    ("In 2015 came the 75th anniversary of the 1942 fall.", "anniversary", "75th anniversary of the 1942", OPEN, "no_record"),
    ("The 20th anniversary of the start in 2020.", "anniversary", "20th anniversary of the start in 2020", OPEN, "no_record"),
    ("It ended 30 years ago, in 1990.", "anniversary", "30 years ago, in 1990", YES, None),
    ("It ended in 1990, thirty years ago.", "anniversary", "in 1990, thirty years ago", YES, None),
    ("It ended 20 years ago, in 1990.", "anniversary", "20 years ago, in 1990", NO, "value"),
    ("It ended about 25 years ago, in 1990.", "anniversary", "25 years ago, in 1990", OPEN, "no_record"),
    # gender
    ("Mr. Dar Kolmeck spoke.", "gender", "Mr. Dar Kolmeck", YES, None),
    ("Dar Kolmeck himself spoke.", "gender", "Dar Kolmeck himself", YES, None),
    ("Ilsa Braumer and her husband came.", "gender", "Ilsa Braumer and her", YES, None),
    ("President Ilsa Braumer himself spoke.", "gender", "Ilsa Braumer himself", NO, "value"),
    ("Ilsa Braumer and his wife came.", "gender", "Ilsa Braumer and his", NO, "value"),
    ("Ms. Dar Kolmeck spoke.", "gender", "Ms. Dar Kolmeck", NO, "value"),
    ("Mr Ilsa Braumer spoke.", "gender", "Mr Ilsa Braumer", NO, "value"),
    # his wife, as she was once called
    ("Mrs Dar Kolmeck spoke.", "gender", "Mrs Dar Kolmeck", OPEN, "ambiguous_link"),
    ("Spokeswoman Dar Kolmeck spoke.", "gender", "Spokeswoman Dar Kolmeck", NO, "value"),
    ("Ilsa Braumer himself spoke.", "gender", "Ilsa Braumer himself", NO, "value"),
    ("Mrs Kolmeck spoke.", "gender", "Mrs Kolmeck", OPEN, "ambiguous_link"),
    ("Mrs Anselm Otterby spoke.", "gender", "Mrs Anselm Otterby", OPEN, "ambiguous_link"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "relation", "words", "verdict", "reason"), [row for row in ONE_CLAIM if row[1]])
def test_a_claim(text: str, relation: str, words: str, verdict: str, reason: str | None) -> None:
    (found,) = judged(text)
    claim = found.claim
    assert (claim.relation, claim.text, found.verdict, found.reason) == (relation, words, verdict, reason), found.message
    assert claim.relation in RELATIONS
    assert 0.0 < claim.extraction <= 1.0
    assert found.message
    assert (found.score is None) == (found.parts is None) == (verdict == OPEN)
    assert isinstance(found.fault, Fault) == (verdict == NO)


NO_CLAIM = [
    # the country or the trade is somebody else's
    "The Latin American and German politician Dar Kolmeck spoke.",
    "The Swedish and Turkish politician Dar Kolmeck spoke.",
    "The German coach Rufus Tolbeck spoke.",
    "German President Dar Kolmeck spoke.",
    "Sweden’s Dar Kolmeck spoke.",
    "Dar Kolmeck is not a Turkish politician.",
    "In German Kolmeck spoke well.",
    # a branch, or the people of it
    "The German DNA correspondent spoke.",
    "The Turkish DNA service said so.",
    # no party
    "Dar Kolmeck (65 kg) spoke.",
    "The Dorwin Donkel Partnership (DDP) spoke.",
    "Germany’s official Dorwin Donkel News said so.",
    "The German National Dorwin spoke.",
    "Dar Kolmeck (Germany) spoke.",
    # no weekday with the date
    "The talks on October 6, 2020, lasted until Monday.",
    "It is open on Saturday and Sunday, October 3 and 4, 2020.",
    # no age
    "Dar Kolmeck, 65 percent of the vote, spoke.",
    "Dar Kolmeck, 65,000 votes behind, spoke.",
    # no year to count from
    "The 75th anniversary of the victory was kept.",
    "It was the 75th anniversary of their victories.",
    # whose self it is, is open
    "The aide to Ilsa Braumer himself spoke.",
    "Rufus Tolbeck told Ilsa Braumer of Rufus himself.",
    "Rufus Tolbeck met Dar Kolmeck and Ilsa Braumer and his wife.",
    "Dar Kolmeck and her proposal were heard.",
    "They miss Dar Kolmeck.",
    "He asked Ilsa Braumer himself.",
    "Rufus Tolbeck met Ilsa Braumer and his wife.",
    "Spokesman Ilsa Braumer spoke.",
    "Mrs Tolbeck spoke.",
]


@pytest.mark.parametrize("text", NO_CLAIM)
def test_no_claim(text: str) -> None:
    assert [(found.claim.relation, found.claim.text) for found in judged(text) if found.claim.relation != "age"] == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Dar Kolmeck, 56, spoke.", "undated"),
        ("It was the 57th anniversary of the 1945 victory.", "undated"),
        ("It began on Tuesday, October 5.", "undated"),
        ("Dar Kolmeck (DDP) spoke.", "undated"),
    ],
)
def test_without_a_date(text: str, reason: str) -> None:
    (found,) = judged(text, "")
    assert (found.verdict, found.reason) == (OPEN, reason)


@pytest.mark.parametrize("text", [row[0] for row in ONE_CLAIM] + NO_CLAIM)
def test_an_empty_list_refutes_nothing_about_names(text: str) -> None:
    empty = EntityList(signature="empty")
    date = PartialDate.parse(DAY)
    document = parse_document(text, date=date)
    for sentence in scan(document, Lexicon(empty)):
        links = [Link(mention=mention, status=LinkStatus.NOT_IN_LIST) for mention in sentence.mentions]
        for claim in other_claims(sentence, links, Lexicon(empty), date):
            found = judge_other(claim, None, date, empty)
            assert found.verdict == OPEN or claim.relation in ("weekday", "anniversary")


@pytest.mark.parametrize("probability", [0.5, 0.94, None])
@pytest.mark.parametrize("text", [row[0] for row in ONE_CLAIM if row[3] == NO and row[1] not in ("weekday", "anniversary")])
def test_a_doubtful_link_refutes_nothing(text: str, probability: float | None) -> None:
    date = PartialDate.parse(DAY)
    for sentence, links in read(text, DAY)[1]:
        for claim in other_claims(sentence, links, the_lexicon(), date):
            link = next(link for link in links if link.mention.span == claim.subject.span)
            doubtful = Link(mention=link.mention, status=link.status, entity=link.entity, probability=probability)
            assert judge_other(claim, doubtful, date, the_list()).verdict == OPEN


@pytest.mark.parametrize(
    ("born", "day", "expected"),
    [
        ("1955-03-02", "2020-10-06", (65, 65)),
        ("1955-10-06", "2020-10-06", (65, 65)),
        ("1955-10-07", "2020-10-06", (64, 64)),
        ("2000-02-29", "2021-02-28", (20, 20)),
        ("1955", "2020-10-06", (64, 65)),
        ("1955-10", "2020-10", (64, 65)),
        ("1955", "2020", (64, 65)),
    ],
)
def test_ages(born: str, day: str, expected: tuple[int, int]) -> None:
    assert ages(PartialDate.parse(born), PartialDate.parse(day)) == expected


@pytest.mark.parametrize(
    ("text", "years"), [("75th", 75), ("1st", 1), ("fiftieth", 50), ("Twentieth", 20), ("ten", 10), ("30", 30), ("many", None)]
)
def test_years_of(text: str, years: int | None) -> None:
    assert years_of(text) == years


def test_many_names_in_a_sentence() -> None:
    text = "The German politician " + ", ".join(["Dar Kolmeck"] * 2_000) + " spoke."
    assert judged(text)[0].verdict == YES
