"""What a mention's spelling, office, text and source say for an entity, row by row; over lists made here."""

from __future__ import annotations

import pytest

from copydesk.core.dates import PartialDate, Period
from copydesk.core.entity import Entity, Fact, FormType, Kind, NameForm, Office, Relation
from copydesk.core.mention import Candidate, Link, Mention
from copydesk.core.span import Span
from copydesk.desk import Desk
from copydesk.entities import EntityList
from copydesk.linking.context import time_rows
from copydesk.linking.document import core_of
from copydesk.linking.model import PRIOR, SUREST, WEIGHTS, evidence, probability
from copydesk.linking.pairing import THRESHOLD, same_name
from copydesk.linking.surroundings import topic_rows, topic_words
from copydesk.names.derived import is_declined
from copydesk.names.knowledge import default_knowledge
from copydesk.text import parse_document
from copydesk.text.source import SourceText
from one_desk import NO_READER
from small_list import small_desk, small_list


def best(text: str, name: str) -> Candidate:
    """The first candidate of a mention."""
    return next(link.candidates[0] for link in small_desk().check(parse_document(text)).links if link.mention.text == name)


def features(text: str, name: str) -> dict[str, float]:
    return {row.feature: row.score for row in best(text, name).evidence}


def test_every_row_stands_in_the_table_and_the_sum_is_the_probability() -> None:
    found = best("Armenian Prime Minister Nicole Pasinyan spoke.", "Nicole Pasinyan")
    assert all(WEIGHTS[row.feature] == row.weight for row in found.evidence)
    assert found.probability == pytest.approx(probability(found.evidence))
    assert found.probability <= SUREST
    assert probability([]) < 0.01
    assert PRIOR < 0


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Armenian Prime Minister Nicole Pasinyan spoke.", "Nicole Pasinyan", {"office", "surroundings", "all_wrong", "alike"}),
        ("Nikol Pasinyan spoke.", "Nikol Pasinyan", {"shared_rare", "shared_common", "weakest", "near", "whole"}),
        ("Pasinyan spoke.", "Pasinyan", {"one_word"}),
        ("Sergeyu Lavrovym spoke.", "Sergeyu Lavrovym", {"case_ending"}),
        ("Fighting went on in Stepanakart.", "Stepanakart", {"one_word", "alike"}),
        ("Stepanakart was quiet.", "Stepanakart", {"no_cue"}),
        ("Nikol Pashinyan met Nikol Pasinyan.", "Nikol Pasinyan", {"document"}),
    ],
)
def test_which_rows_speak(text: str, name: str, expected: set[str]) -> None:
    assert expected <= features(text, name).keys()


def test_a_translated_name_is_its_office_holders() -> None:
    text = "Russian President Vladimir Love spoke."
    assert "as_words" in features(text, "Vladimir Love")
    assert best(text, "Vladimir Love").entity.id == "vladimir-putin"
    assert "as_words" not in features("Vladimir Love, a baker, spoke.", "Vladimir Love")


@pytest.mark.parametrize(
    ("written", "listed", "yes"),
    [
        ("navalnogo", "navalny", True),
        ("navalnomu", "navalny", True),
        ("putinu", "putin", True),
        ("astane", "astana", True),
        ("medvedeva", "medvedev", False),
        ("putin", "putin", False),
        ("hamburgo", "hamburg", False),
        ("", "putin", False),
        ("om", "om", False),
    ],
)
def test_cases(written: str, listed: str, yes: bool) -> None:
    assert is_declined(written, listed) is yes


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("Commission Stephen Paykin", "Stephen Paykin"),
        ("Kurmangazy Street", "Kurmangazy"),
        ("Nikol Pasinyan", None),
        ("Robert Urazov", None),
        ("Water Street", None),
        ("Pasinyan", None),
    ],
)
def test_the_core_of_a_name(text: str, core: str | None) -> None:
    found = core_of(Mention(span=Span(5, 5 + len(text)), text=text, sentence=0), default_knowledge())
    assert (found and found.text) == core
    if found is not None:
        assert found.span.start - 5 == text.index(found.text)
        assert len(found.span) == len(found.text)


def test_topics_are_rare_words_in_common() -> None:
    player = Entity(id="p", name="Katsuno Pitcher", kind=Kind.PERSON, description="baseball pitcher, Chunichi Dragons")
    (row,) = topic_rows(player, topic_words("The Chunichi pitcher started on the 25th."))
    assert "chunichi" in row.query
    assert "pitcher" not in row.query
    assert 0 < row.score <= 1
    assert topic_rows(player, topic_words("He started on the 25th.")) == []
    assert topic_rows(Entity(id="p", name="X", kind=Kind.PERSON), topic_words("Chunichi")) == []


@pytest.mark.parametrize(
    ("one", "other", "schema", "same"),
    [
        ("Nikol Pashinyan", "Pashinyan Nikol", "Person", True),
        ("Nicole Pasinyan", "Nikol Pashinyan", "Person", True),
        ("Vladimir Putin", "Владимир Путин", "Person", True),
        ("Vladimir Vladimirovich Putin", "Vladimir Putin", "Person", True),
        ("Bill Gates", "Melinda Gates", "Person", False),
        ("Malik Magomedovich Barkhanoev", "Malik Ruslanovich Barkhanoev", "Person", False),
        ("Gazprom JSC", "OAO Gazprom", "Company", True),
        ("Kalashnikov 12 Ltd", "Kalashnikov 21 Ltd", "Company", False),
        ("", "Gazprom", "Company", False),
        ("…", "…", "Person", False),
    ],
)
def test_pairs_without_a_list(one: str, other: str, schema: str, same: bool) -> None:
    score = same_name(one, other, schema)
    assert 0 <= score <= 1
    assert (score >= THRESHOLD) is same
    assert score == pytest.approx(same_name(other, one, schema))


PEOPLE = [
    Entity(id="np", name="Nikol Pashinyan", kind=Kind.PERSON, country="AM", family=("Pashinyan",),
           forms=(NameForm(text="Никол Пашинян", type=FormType.NATIVE, lang="ru"),)),
    Entity(id="ro", name="Rudolf Orman", kind=Kind.PERSON, country="TR", family=("Orman",),
           forms=(NameForm(text="Рудольф Орман", type=FormType.NATIVE, lang="ru"),)),
]  # fmt: skip


def linked(text: str, source: str | None) -> list[Link]:
    document = parse_document(text, date=PartialDate(2020, 11))
    beside = None if source is None else SourceText.of(parse_document(source), document)
    return list(Desk(EntityList(PEOPLE), NO_READER).check(document, source=beside).links)


def test_the_source_tells_who_is_meant() -> None:
    text, source = "Rudolf Forest spoke of trade.", "Рудольф Орман говорил о торговле."
    (alone,), (beside,) = linked(text, None), linked(text, source)
    assert (alone.status, beside.status) == ("not_in_list", "garble")
    assert beside.entity == PEOPLE[1]
    rows = {row.feature: row for row in beside.evidence}
    assert rows["source"].query == "Рудольф Орман"
    assert "source_left" in rows


def test_who_is_not_in_the_source_is_less_likely() -> None:
    text = "Nikola Pasinyan spoke of trade."
    (alone,), (absent,) = linked(text, None), linked(text, "Кто-то говорил о торговле.")
    assert "not_in_source" in {row.feature for row in absent.candidates[0].evidence}
    assert absent.candidates[0].probability < alone.candidates[0].probability
    (latin,) = linked(text, "Quelqu'un parlait de commerce.")
    assert latin.candidates[0].probability == alone.candidates[0].probability


def test_rows_are_rounded_and_named() -> None:
    row = evidence("alike", 0.123456, query="a", candidate="b")
    assert (row.score, row.weight, row.detail) == (0.1235, WEIGHTS["alike"], "")
    with pytest.raises(KeyError):
        evidence("charm", 1.0)


@pytest.mark.parametrize(
    "text", ["A" + "b" * 20_000 + " spoke.", " ".join(["Abadod"] * 2000) + " spoke.", "Al-" * 2000 + "Assad spoke."]
)
def test_what_is_too_long_for_a_name_is_none(text: str) -> None:
    assert all(link.status == "not_in_list" for link in small_desk().check(parse_document(text)).links)


def test_a_title_holder_is_no_namesake_spelled_otherwise() -> None:
    bashir = Entity(id="mb", name="Mohammed al-Bashir", kind=Kind.PERSON, country="RU", family=("Bashir",))
    text = "Russian President Bashar spoke."
    document = parse_document(text, date=PartialDate(2017, 10))
    own = EntityList((*small_list().entities, bashir), small_list().facts, small_list().offices.values())
    (link,) = [link for link in Desk(own, NO_READER).check(document).links if link.mention.text == "Bashar"]
    assert link.entity is None
    assert not [judged for judged in Desk(own, NO_READER).check(document).claims if judged.verdict == "refuted"]


MINISTERS = [
    Entity(id="np", name="Nikol Pashinyan", kind=Kind.PERSON, country="AM", family=("Pashinyan",)),
    Entity(id="ok", name="Ondor Kestrimo", kind=Kind.PERSON, country="AM", family=("Kestrimo",)),
]


def dated(start: PartialDate | None, end: PartialDate | None) -> Fact:
    period = Period(start=start, end=end)
    return Fact(subject="ok", relation=Relation.HOLDS_OFFICE, object="armenia", role="prime_minister", period=period)


@pytest.mark.parametrize(
    ("start", "end", "feature", "score"),
    [
        (PartialDate(2024, 1), None, "later_office", 1.0),
        (PartialDate(2021, 3), None, "later_office", 0.33),
        (PartialDate(2019), PartialDate(2021), None, None),
        (PartialDate(2008), PartialDate(2010, 12, 1), "past_office", 0.99),
        (None, None, None, None),
    ],
)
def test_offices_of_other_years(
    start: PartialDate | None, end: PartialDate | None, feature: str | None, score: float | None
) -> None:
    office = Office(role="prime_minister", titles=("Prime Minister",), single=True, rank=1)
    own = EntityList(MINISTERS, [dated(start, end)], [office])
    rows = time_rows(MINISTERS[1], PartialDate(2020, 11), own)
    assert [row.feature for row in rows] == ([feature] if feature else [])
    assert [row.score for row in rows] == ([pytest.approx(score, abs=0.01)] if score is not None else [])
    assert time_rows(MINISTERS[1], None, own) == []
    assert time_rows(MINISTERS[0], PartialDate(2020, 11), own) == []


def test_what_explains_a_name_explains_it_for_all_candidates() -> None:
    people = [
        Entity(id="a", name="Florya", kind=Kind.PLACE, country="TR"),
        Entity(id="b", name="Florian Lukas", kind=Kind.PERSON, country="DE", family=("Lukas",)),
        Entity(id="c", name="Kenny Floriana", kind=Kind.PERSON, country="DE", family=("Floriana",)),
    ]
    document = parse_document("He lives in Florias.", date=PartialDate(2020, 11))
    (link,) = Desk(EntityList(people), NO_READER).check(document).links
    first, *others = link.candidates
    assert first.probability >= max(other.probability for other in others)


def test_kazan_is_no_chinese_name() -> None:
    places = [Entity(id="k", name="Kazan", kind=Kind.PLACE), Entity(id="q", name="Quanzhou", kind=Kind.PLACE)]
    text = "He lives in Kazen and in Zuanzhou."
    document = parse_document(text, date=PartialDate(2020, 11))
    rows = {
        link.mention.text: {row.feature for row in link.candidates[0].evidence}
        for link in Desk(EntityList(places), NO_READER).check(document).links
    }
    assert "other_chinese" not in rows["Kazen"]
    assert "other_chinese" in rows["Zuanzhou"]


def test_a_woman_of_another_given_name_is_somebody_else() -> None:
    assert best("Svetlana Medvedeva spoke.", "Svetlana Medvedeva").probability < 0.1
    assert "derived" not in features("Dmitry Medvedeva spoke.", "Dmitry Medvedeva")


def test_bearers_of_one_family_name_are_no_rivals_for_its_spelling() -> None:
    assert "rival" not in features("Jonhson spoke.", "Jonhson")


def test_a_family_name_that_is_right() -> None:
    assert "family" in features("Nicole Pashinyan spoke.", "Nicole Pashinyan")
    assert "family" not in features("Nikol Pasinyan spoke.", "Nikol Pasinyan")


@pytest.mark.parametrize("behind", ["Street", "district", "River", "police station", "ward"])
def test_no_person_is_meant_where_a_place_is(behind: str) -> None:
    text = f"It happened near Lavrav {behind} at noon."
    (link,) = [link for link in small_desk().check(parse_document(text)).links if link.mention.text.startswith("Lavrav")]
    assert "not_a_place" in {row.feature for row in link.candidates[0].evidence}


def test_a_state_visit_is_no_place() -> None:
    assert "not_a_place" not in features("It happened before the Lavrav state visit.", "Lavrav")


@pytest.mark.parametrize(
    ("name", "score"), [("Pasinyan Nicole", 1.0), ("Pashinyan Nicole", 0.5), ("Nicole Pasinyan", None), ("Pasinyan", None)]
)
def test_parts_in_another_order(name: str, score: float | None) -> None:
    assert features(f"{name} spoke.", name).get("swapped") == score


def test_an_ending_in_common_is_little() -> None:
    people = [Entity(id="b", name="Alexander Bortnikov", kind=Kind.PERSON, country="RU", family=("Bortnikov",))]
    found = {}
    for name in ("Alexander Ugolnikov", "Alexander Bortnekov"):
        document = parse_document(f"{name} spoke.", date=PartialDate(2018, 10))
        (link,) = Desk(EntityList(people), NO_READER).check(document).links
        found[name] = {row.feature: row.score for row in link.candidates[0].evidence}
    assert found["Alexander Ugolnikov"]["strained"] > 0
    assert "strained" not in found["Alexander Bortnekov"]


@pytest.mark.parametrize("name", ["Dr.", "al-", "…", "de la", "  x  ", "李", "Мосул", "Al Al Al", "Abdullah Abdullah", "O"])
@pytest.mark.parametrize(
    "text", ["De Lah met Dla Den in Ola.", "Doctor Drr spoke.", "Abdulla Abdulah left.", "Ala Al Al went."]
)
def test_odd_names_in_a_list_break_nothing(name: str, text: str) -> None:
    people = [Entity(id="odd", name=name, kind=Kind.PERSON), *PEOPLE]
    found = Desk(EntityList(people), NO_READER).check(parse_document(text, date=PartialDate(2020, 11))).links
    assert all(link.mention.span.of(text) == link.mention.text for link in found)
