"""Claims where the text, the date or the list gives nothing to go by: a defined answer each, and an end in good time."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from copydesk.config import Config
from copydesk.core.claim import Judgement, Verdict
from copydesk.core.dates import PartialDate, Period
from copydesk.core.entity import Fact
from copydesk.core.mention import Link
from copydesk.desk import Desk
from copydesk.entities import EntityList, load_entities
from copydesk.errors import EntityListError
from copydesk.text import parse_document
from copydesk.text.sentences import LONGEST
from one_desk import NO_READER
from small_list import small_desk, small_list

DAY = PartialDate(2020, 10, 6)
PASHINYAN = "Armenian Prime Minister Nikol Pashinyan spoke."
MACRON = "German Chancellor Emmanuel Macron spoke."
#: processor seconds; some twenty times what a quiet machine needs
PATIENCE = 60


def said(found: tuple[Judgement, ...]) -> list[tuple[str, str | None]]:
    return [(item.verdict.value, item.reason and item.reason.value) for item in found]


def test_no_date() -> None:
    assert said(small_desk().claims(PASHINYAN)) == [("not_enough_info", "undated")]
    assert said(small_desk().claims(MACRON)) == [("not_enough_info", "undated")]
    (place,) = small_desk().claims("They met in Yerevan, the capital of Armenia.")
    assert (place.verdict, place.as_of) == (Verdict.SUPPORTED, None)


@pytest.mark.parametrize("day", ["0001", "1700-01-01", "1850", "2030-01-01", "2999-12-31", "9999", "9999-12-31"])
@pytest.mark.parametrize("text", [PASHINYAN, MACRON, "German Chancellor Angela Merkel spoke."])
def test_a_day_that_the_list_does_not_reach_refutes_nothing(text: str, day: str) -> None:
    (found,) = small_desk().claims(text, as_of=PartialDate.parse(day))
    assert found.verdict is Verdict.NOT_ENOUGH_INFO
    assert found.reason is not None
    assert str(found.as_of) == day


def test_an_open_term_after_its_last_sighting_is_stale() -> None:
    assert said(small_desk().claims(PASHINYAN, as_of=PartialDate(2030, 1, 1))) == [("not_enough_info", "stale_list")]


def test_the_day_of_judgement_is_not_the_day_that_names_are_read_at() -> None:
    document = parse_document("British Prime Minister Theresa May spoke.", date=PartialDate(2018, 10, 6))
    (then,), (later,) = small_desk().claims(document), small_desk().claims(document, as_of=DAY)
    assert (then.verdict, str(then.as_of)) == (Verdict.SUPPORTED, "2018-10-06")
    assert (later.verdict, later.as_of) == (Verdict.REFUTED, DAY)
    assert later.claim.subject == then.claim.subject


@pytest.mark.parametrize("entities", [EntityList(), load_entities(default=False)], ids=["nothing", "offices alone"])
def test_an_empty_list_decides_nothing(entities: EntityList) -> None:
    desk = Desk(entities, NO_READER)
    for text in (PASHINYAN, MACRON, "They met in Yerevan, the capital of Armenia.", "Nothing is said."):
        assert all(verdict == "not_enough_info" for verdict, _ in said(desk.claims(text, as_of=DAY)))


def desk_with(*facts: Fact, without: str = "") -> Desk:
    entities = [*small_list().entities]
    kept = [fact for fact in small_list().facts if fact.subject != without]
    return Desk(EntityList(entities, [*kept, *facts], small_list().offices.values(), signature="more"), NO_READER)


def fact_of(subject: str) -> Fact:
    return next(fact for fact in small_list().facts if fact.subject == subject)


MERKEL, PERIOD = fact_of("angela-merkel"), Period(start=PartialDate(2018, 3, 14), end=PartialDate(2021, 12, 8))


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param((replace(MERKEL, subject="boris-johnson", period=PERIOD),), id="two hold it at once"),
        pytest.param((MERKEL, MERKEL), id="the same row again"),
        pytest.param((replace(MERKEL, period=Period(end=PartialDate(2006, 1, 1))),), id="over, and not over"),
        pytest.param((replace(MERKEL, disputed=True),), id="disputed, and not disputed"),
        pytest.param((replace(MERKEL, period=Period()),), id="at no time"),
    ],
)
def test_rows_that_contradict_each_other_still_give_an_answer(facts: tuple[Fact, ...]) -> None:
    desk = desk_with(*facts)
    for name in ("Angela Merkel", "Boris Johnson", "Emmanuel Macron"):
        (found,) = desk.claims(f"German Chancellor {name} spoke.", as_of=DAY)
        assert found.as_of == DAY
        # whoever a row names as the holder is not refuted by another row
        held = name == "Angela Merkel" or (any(fact.subject == "boris-johnson" for fact in facts) and name == "Boris Johnson")
        assert not held or found.verdict is not Verdict.REFUTED


def test_of_two_capitals_neither_is_refuted() -> None:
    desk = desk_with(replace(fact_of("yerevan"), subject="ganja"))
    for name in ("Yerevan", "Ganja"):
        (found,) = desk.claims(f"They met in {name}, the capital of Armenia.", as_of=DAY)
        assert found.verdict is not Verdict.REFUTED


def test_places_in_a_circle_come_to_an_end() -> None:
    desk = desk_with(
        replace(fact_of("ganja"), object="baku"), replace(fact_of("ganja"), subject="baku", object="ganja"), without="ganja"
    )
    for whole in ("Armenia", "Azerbaijan"):
        (found,) = desk.claims(f"They met in Ganja, a city in {whole}.", as_of=DAY)
        assert found.as_of == DAY


def test_a_list_whose_term_ends_before_it_starts_is_not_loaded(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "mine.csv"
    path.write_text("subject,relation,object,role,start,end\narmenia,holds_office,armenia,president,2020-01-01,2019-01-01\n")
    with pytest.raises(EntityListError, match=r"mine\.csv:2: the end 2019-01-01 lies before the start 2020-01-01"):
        load_entities(str(path))


NAMES = ("Nikol Pashinyan", "Sergey Labrov", "Angela Merkel", "Emmanuel Macron", "John Doe", "Yerevan", "Nicole Pasinyan")


@pytest.mark.parametrize(
    ("count", "joint"),
    [
        pytest.param(10_000, ", ", id="ten thousand names"),
        pytest.param(6_000, ", President ", id="six thousand with titles"),
        pytest.param(10_000, " ", id="one run of capitals"),
        pytest.param(10_000, ", the capital of ", id="of each other"),
    ],
)
def test_ten_thousand_names_in_one_sentence_come_to_an_end(count: int, joint: str) -> None:
    text = f"They met {joint.join(NAMES[at % len(NAMES)] for at in range(count))}."[:199_000]
    document = parse_document(text, date=DAY)
    assert len(document.sentences) == 1
    start = time.process_time()
    found = small_desk().claims(document)
    assert time.process_time() - start < PATIENCE
    for item in found:
        assert item.claim.span.of(text) == item.claim.text
        assert len(item.claim.span) <= LONGEST


def test_the_last_name_of_a_sentence_without_end_is_read() -> None:
    text = f"They met {', '.join(['John Doe'] * 500)}, and at last the German Chancellor Emmanuel Macron spoke."
    assert said(small_desk().claims(parse_document(text, date=DAY))) == [("refuted", "wrong_holder")]


class Idle:
    """A reader that must not be asked."""

    signature = "idle"

    def read(self, *_: object) -> None:
        raise AssertionError


def test_claims_are_those_of_a_check_and_no_reader_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(small_list(), Config(), reader=Idle())  # type: ignore[arg-type]
    text = f"{PASHINYAN} {MACRON}"
    document = parse_document(text, date=DAY)
    assert desk.claims(document) == small_desk().check(document).claims
    # nor are links made ready to print
    monkeypatch.setattr("copydesk.desk.link_as_given", lambda link, document: pytest.fail(f"{Link} {link}"))
    assert len(desk.claims(text)) == 2
