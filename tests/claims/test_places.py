"""What a text says of places, and what a small map says to it, both ways."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.core.claim import Fault
from place_list import judged_places, world

YES, NO, OPEN, BOTH = "supported", "refuted", "not_enough_info", "contested"

CAPITALS = [
    ("Budapest, the capital of Hungary, was quiet.", "Budapest", YES),
    ("Lyon, the capital of Hungary, was quiet.", "Lyon", NO),
    ("Lyon, the capital city of Hungary, was quiet.", "Lyon", NO),
    ("Debrecen is the capital of Hungary.", "Debrecen", NO),
    ("Budapest is now the capital of Hungary.", "Budapest", YES),
    ("They met in Hungary's capital Budapest.", "Budapest", YES),
    ("They met in Hungary’s capital, Debrecen.", "Debrecen", NO),
    ("They met in Hungary’s capital city of Debrecen.", "Debrecen", NO),
    ("They met in the Hungarian capital Budapest.", "Budapest", YES),
    ("They met in the Hungarian capital, Debrecen.", "Debrecen", NO),
    ("They met in Budapest, Hungary's capital.", "Budapest", YES),
    ("They met in Debrecen, Hungary's capital.", "Debrecen", NO),
    ("They met in Debrecen, the Hungarian capital, on Monday.", "Debrecen", NO),
    ("They met in the capital of Hungary, Budapest.", "Budapest", YES),
    ("They met in the capital of Hungary, Debrecen.", "Debrecen", NO),
    # a region's
    ("Florence, the capital of Tuscany, was quiet.", "Florence", YES),
    ("Milan, the capital of Tuscany, was quiet.", "Milan", NO),
    ("They met in the Tuscan capital Milan.", "Milan", NO),
    ("Milan, the capital of Lazio, was quiet.", "Milan", OPEN),
    # several capitals: all of them count
    ("Bloemfontein, the capital of South Africa, was quiet.", "Bloemfontein", YES),
    ("Cape Town, the capital of South Africa, was quiet.", "Cape Town", YES),
    ("Durban, the capital of South Africa, was quiet.", "Durban", NO),
    # two wholes of one name
    ("Atlanta, the capital of Georgia, was quiet.", "Atlanta", YES),
    ("Tbilisi, the capital of Georgia, was quiet.", "Tbilisi", YES),
    ("Batumi, the capital of Georgia, was quiet.", "Batumi", NO),
    # two towns of one name
    ("Victoria, the capital of Seychelles, was quiet.", "Victoria", YES),
    # a part of the capital's name, a misspelling of it
    ("Delhi, the capital of India, was quiet.", "Delhi", OPEN),
    ("Mumbai, the capital of India, was quiet.", "Mumbai", NO),
    # moved not long ago
    ("Gitega, the capital of Burundi, was quiet.", "Gitega", YES),
    ("Bujumbura, the capital of Burundi, was quiet.", "Bujumbura", OPEN),
    # disputed
    ("Jerusalem, the capital of Israel, was quiet.", "Jerusalem", BOTH),
    ("Haifa, the capital of Israel, was quiet.", "Haifa", OPEN),
    # the two changed places
    ("They met in Hungary, the capital of Budapest.", "Hungary", NO),
    # another state of things
    ("Debrecen, the former capital of Hungary, was quiet.", "Debrecen", OPEN),
    ("Debrecen, the then capital of Hungary, was quiet.", "Debrecen", OPEN),
    ("Debrecen, the future capital of Hungary, was quiet.", "Debrecen", OPEN),
    ("Debrecen was the capital of Hungary.", "Debrecen", OPEN),
    ("In 1849 Debrecen, the capital of Hungary, was quiet.", "Debrecen", OPEN),
    ("Debrecen, the de facto capital of Hungary, was quiet.", "Debrecen", OPEN),
]

IMPLIED = [
    ("They met in the capital, Budapest.", "Budapest", YES),
    ("They met in the capital city of Budapest.", "Budapest", YES),
    ("The Hungarian minister spoke in the capital Debrecen.", "Debrecen", NO),
    ("Hungary mourns. It rained in the country’s capital, Debrecen.", "Debrecen", NO),
    ("Hungary mourns. It rained in the nation's capital Budapest.", "Budapest", YES),
    ("It rained in Florence, the regional capital.", "Florence", YES),
    ("It rained in the regional capital, Milan.", "Milan", OPEN),
    # no country is named, or another one; a region is
    ("They met in the capital, Debrecen.", "Debrecen", OPEN),
    ("The Romanian minister spoke in the capital Debrecen.", "Debrecen", OPEN),
    ("The Italian minister went to Tuscany and spoke in the capital Milan.", "Milan", OPEN),
    ("The Italian minister spoke in the province, in the capital Milan.", "Milan", OPEN),
    ("Italy mourns. It was heard in Milan, the capital, and elsewhere.", "Milan", OPEN),
    ("Italian history: in 1866 it was heard in the capital Florence.", "Florence", OPEN),
]

LOCATIONS = [
    ("They met in Budapest, Hungary.", "Budapest", YES),
    ("They met in Budapest, Romania.", "Budapest", NO),
    ("The visit to Debrecen, Romania, was short.", "Debrecen", NO),
    ("The visit to Debrecen (Romania) was short.", "Debrecen", OPEN),
    ("The visit took place in Debrecen (Romania) on Monday.", "Debrecen", NO),
    ("The Hungarian city of Debrecen was quiet.", "Debrecen", YES),
    ("The Romanian city of Debrecen was quiet.", "Debrecen", NO),
    ("The eastern Hungarian city of Debrecen was quiet.", "Debrecen", YES),
    ("The Romanian border town Debrecen was quiet.", "Debrecen", NO),
    ("The Italian region of Tuscany was quiet.", "Tuscany", YES),
    ("The French region of Tuscany was quiet.", "Tuscany", NO),
    ("They met in Florence in central Italy.", "Florence", YES),
    ("They met in Florence in southern France.", "Florence", NO),
    ("Mombasa, a port city in Kenya, was quiet.", "Mombasa", YES),
    ("Mombasa, a port city in Ghana, was quiet.", "Mombasa", NO),
    ("Mombasa is a city in eastern Ghana.", "Mombasa", NO),
    # a region of the same country
    ("They met in Leeds, England.", "Leeds", YES),
    ("They met in Leeds, Scotland.", "Leeds", NO),
    ("They met in Florence, Tuscany.", "Florence", YES),
    ("They met in Florence, Lazio.", "Florence", NO),
    ("They met in Milan, Lazio.", "Milan", OPEN),
    # namesakes, listed and not
    ("They met in Paris, Texas.", "Paris", OPEN),
    ("They met in Paris, France.", "Paris", YES),
    ("They met in Budapest, Georgia.", "Budapest", OPEN),
    ("They met in Moscow, United States.", "Moscow", OPEN),
    ("They met in Tbilisi, Georgia.", "Tbilisi", YES),
    ("They met in Atlanta, Georgia.", "Atlanta", YES),
    ("They met in Bekes, Romania.", "Bekes", OPEN),
    # disputed land, and countries that dispute some
    ("They met in Sevastopol, Ukraine.", "Sevastopol", BOTH),
    ("They met in Sevastopol, Russia.", "Sevastopol", BOTH),
    ("They met in Sevastopol, Hungary.", "Sevastopol", OPEN),
    ("They met in Lviv, Russia.", "Lviv", OPEN),
    ("They met in Kyiv, Russia.", "Kyiv", NO),
    ("They met in Lviv, Hungary.", "Lviv", NO),
    # older and foreign names may mean another time
    ("They met in Lemberg, Hungary.", "Lemberg", OPEN),
    # an opening phrase and the subject of the clause
    ("In Budapest, Romania, backed by Italy, said no.", "Budapest", OPEN),
    ("After talks in Budapest, Romania, for its part, said no.", "Budapest", OPEN),
    ("A match between Budapest, Romania, and others was held.", "Budapest", OPEN),
]

RANKS = [
    ("Milan, the second-largest city in Italy, was quiet.", "Milan", YES),
    ("They met in Italy's second largest city, Milan.", "Milan", YES),
    ("Milan, the 2nd largest city of Italy, was quiet.", "Milan", YES),
    ("Milan, the largest city in Italy, was quiet.", "Milan", OPEN),
    ("Florence, the third-largest city in Italy, was quiet.", "Florence", OPEN),
    ("Florence, the second-largest city in France, was quiet.", "Florence", NO),
]

REGIONS = [
    ("They live in the West African country of Ghana.", "Ghana", YES),
    ("They live in the East African nation of Ghana.", "Ghana", NO),
    ("They live in Kenya, an East African country.", "Kenya", YES),
    ("They live in Kenya, a Central Asian country.", "Kenya", NO),
    ("They live in the Central African country of Burundi.", "Burundi", OPEN),
    ("From Ghana they went home to the West African country.", "Ghana", YES),
    ("From Ghana they went on to the East African country.", "Ghana", OPEN),
]

SEATS = [
    ("Radio Lyon, headquartered in Lyon, is quiet.", "Radio Lyon", YES),
    ("Radio Lyon, based in France, is quiet.", "Radio Lyon", YES),
    ("They met in Lyon, where Radio Lyon is headquartered.", "Radio Lyon", YES),
    ("Radio Lyon, which is headquartered in Rome, is quiet.", "Radio Lyon", NO),
    ("Radio Lyon, based in Rome, is quiet.", "Radio Lyon", OPEN),
    ("Radio Lyon, headquartered in Paris, is quiet.", "Radio Lyon", OPEN),
]


def _cases() -> list[tuple[str, str, str, str]]:
    tables = [("capital_of", CAPITALS), ("capital_of", IMPLIED), ("located_in", LOCATIONS), ("rank", RANKS)]
    tables += [("located_in", REGIONS), ("located_in", SEATS)]
    return [(relation, *row) for relation, rows in tables for row in rows]


@pytest.mark.parametrize(("relation", "text", "subject", "verdict"), _cases())
def test_a_claim_of_place(relation: str, text: str, subject: str, verdict: str) -> None:
    found = [item for item in judged_places(text) if item.claim.relation == relation and item.claim.subject.text == subject]
    assert [item.verdict for item in found] == [verdict], [(item.claim.text, item.message) for item in found]
    (item,) = found
    assert item.claim.span.of(text) == item.claim.text
    assert item.claim.subject.span is not None
    assert item.claim.subject.span.of(text) == subject
    assert (item.parts is None) == (item.score is None) == (verdict == OPEN)
    assert (item.fault is not None) == (verdict == NO)
    assert item.message


@pytest.mark.parametrize(("relation", "text", "subject", "verdict"), [case for case in _cases() if case[3] != OPEN])
def test_a_verdict_rests_on_rows(relation: str, text: str, subject: str, verdict: str) -> None:
    for item in judged_places(text):
        if item.claim.relation == relation and item.claim.subject.text == subject:
            assert item.facts
            assert all(row in world().facts or row.source == "United Nations M49" for row in item.facts)
            assert item.parts is not None
            assert item.score == pytest.approx(item.parts.extraction * item.parts.link * item.parts.fact, abs=1e-4)
            assert item.fault in (None, Fault.TRANSLATION, Fault.LIST)


@pytest.mark.parametrize(
    "text",
    [
        # lists
        "They visited Budapest, Romania and Italy.",
        "They visited Bucharest, Budapest and Rome.",
        "Leaders of Paris, Hungary, Romania and Italy met.",
        "They went to Florence, Lazio, Leeds and Scotland.",
        "It rained in Tuscany, Lazio, Texas and elsewhere.",
        "They live an hour from Lyon, in the territory of Hungary.",
        "Budapest and Romania are quiet.",
        # somebody and something else
        "The Hungarian capital was quiet.",
        "Ann London, the capital of Hungary, was quiet.",
        "Milan United, the capital of Hungary, was quiet.",
        "Debrecen, the commercial capital of Hungary, was quiet.",
        "Debrecen, the capital of Hungary’s rivals, was quiet.",
        "Debrecen, the capital of Hungarian football, was quiet.",
        "Debrecen is not the capital of Hungary.",
        "They raised venture capital, Budapest said.",
        "Budapest said that Romania is quiet.",
        "In Budapest the French are quiet.",
        "They left Rome for Hungary.",
    ],
)
def test_no_place_is_placed(text: str) -> None:
    assert [item.claim.text for item in judged_places(text) if item.verdict != OPEN] == []


@pytest.mark.parametrize(
    "text",
    [
        "In Budapest, Romania said no.",
        "After the match in Budapest, Romania’s coach was quiet.",
        "In the Hungarian capital, Paris and Rome were praised.",
        "In the Hungarian capital, Debrecen beat Rome.",
        "With Hungarian capital, Debrecen grew.",
        "The war against Moscow in Georgia went on.",
        "They put pressure on Bucharest in Hungary.",
        "Once Debrecen, the capital of Hungary, was quiet.",
        "In the film, Debrecen is the capital of Hungary.",
        "Soviet maps had Debrecen, the capital of Hungary.",
        "Bude Pest, the capital of Hungary, was quiet.",
        "The Hungarian region of Georgia was quiet.",
    ],
)
def test_what_is_not_said_is_not_refuted(text: str) -> None:
    assert [item.claim.text for item in judged_places(text) if item.verdict == NO] == []


def test_the_place_behind_a_nested_one_makes_no_list_of_it() -> None:
    (found,) = judged_places("They met in Florence, Tuscany, Italy.")
    assert (found.claim.text, found.verdict) == ("Florence, Tuscany", YES)


def test_the_rows_of_a_location_lead_from_the_town_to_the_whole() -> None:
    (found,) = judged_places("They met in Florence, Italy.")
    assert [(row.subject, row.object) for row in found.facts] == [("florence", "tuscany"), ("tuscany", "italy")]


@pytest.mark.parametrize(("day", "verdict"), [("2018-05-01", YES), ("2020-10-06", OPEN), ("2035-10-06", NO), ("", OPEN)])
def test_a_capital_that_moved(day: str, verdict: str) -> None:
    (found,) = judged_places("Bujumbura, the capital of Burundi, was quiet.", day)
    assert found.verdict == verdict
    assert (found.as_of is None) == (day == "")


def test_an_implied_whole_is_marked() -> None:
    (found,) = judged_places("They met in the capital, Budapest.")
    assert found.claim.implied
    assert found.claim.object.text == ""
    assert found.claim.object.entity is world().by_id["hungary"]


def test_ten_thousand_places_in_a_sentence_end() -> None:
    assert judged_places(", ".join(["Budapest"] * 10_000) + ".") == []


_WORDS = st.sampled_from(
    ["Budapest", "Hungary", "Hungarian", "the capital", "capital", "city of", ", ", " in ", "’s", "'s", " (", ")", " and ", ".",
     "the ", " of ", "Paris", "largest city", "Milan", "Italy", "West African country", "Ghana", "İ", "ß", "\u00a0", "\n\n"]
)  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(st.lists(_WORDS, max_size=14).map(lambda words: "So " + " ".join(words)))
def test_spans_are_those_of_the_text(text: str) -> None:
    for item in judged_places(text):
        claim = item.claim
        assert claim.subject.span is not None
        assert claim.span.contains(claim.subject.span)
        assert claim.subject.span.of(text) == claim.subject.text
        assert claim.span.of(text) == claim.text
        if claim.object.span is not None:
            assert claim.object.span.of(text) == claim.object.text
        assert 0.0 < claim.extraction <= 1.0
