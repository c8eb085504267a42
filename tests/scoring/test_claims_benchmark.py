"""How benchmarks/claims.py counts, on a few made-up claims."""

from __future__ import annotations

import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from copydesk import Claim, EntityList, Judgement, PartialDate, Span
from copydesk.core.claim import Party, Reason, Verdict
from small_list import small_list

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
TEXT = "The Russian Foreign Minister Sergey Shoigu met Theresa May."
SUBJECT, WHOLE = Span(29, 42), Span(4, 42)


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    yield import_module
    for name, module in list(sys.modules.items()):
        if str(getattr(module, "__file__", "")).startswith(str(BENCHMARKS)):
            del sys.modules[name]


def judgement(
    title: str = "Foreign Minister",
    role: str | None = "foreign_minister",
    verdict: Verdict = Verdict.REFUTED,
    *,
    subject: Span = SUBJECT,
    who: str | None = "sergey-shoigu",
    text: str = WHOLE.of(TEXT),
    **more: Any,
) -> Judgement:
    entities: EntityList = small_list()
    claim = Claim(
        span=WHOLE, text=text, relation="role", subject=Party(text=subject.of(TEXT), span=subject, entity=entities.get(who)),
        predicate=f"{title} of", role=role, object=Party(text="Russian", entity=entities.get("russia")),
        qualifier=more.pop("qualifier", None),
    )  # fmt: skip
    return Judgement(claim=claim, verdict=verdict, as_of=PartialDate(2020, 7), score=0.9, **more)


def row(bench: Any, relation: str = "Minister of Foreign Affairs of", **more: Any) -> Any:
    raw = {
        "id": "1", "set": "made ru-en", "system": "perturbed", "date": "2020-07", "text": TEXT, "start": 4, "end": 42,
        "type": "role", "subject_text": "Sergey Shoigu", "subject": "Sergey Shoigu", "relation": relation,
        "object_text": "Russian", "object": "Russia", "qualifier": None, "verdict": "refuted", "why": "",
    }  # fmt: skip
    return bench("claim_rows").labelled(raw | more)


@pytest.mark.parametrize(
    ("relation", "title", "role", "qualifier", "same"),
    [
        ("Minister of Foreign Affairs of", "Foreign Minister", "foreign_minister", None, True),
        ("Secretary of State of", "Minister of Foreign Affairs", "foreign_minister", None, True),
        ("Minister of Defence of", "Foreign Minister", "foreign_minister", None, False),
        ("Deputy Minister of Foreign Affairs of", "Foreign Minister", "foreign_minister", None, False),
        ("Deputy Minister of Foreign Affairs of", "Foreign Minister", "foreign_minister", "deputy", True),
        ("Minister of Foreign Affairs of", "Deputy Foreign Minister", "deputy_foreign_minister", None, False),
        ("chairwoman of", "chair", None, None, True),
        ("Minister of Transport of", "Minister", "minister", None, False),
    ],
)
def test_an_office_is_the_same_by_role_or_words(
    bench: Any, relation: str, title: str, role: str | None, qualifier: str | None, same: bool
) -> None:
    offices = bench("claim_offices").Offices(small_list())
    claim = judgement(title, role, text=f"{title} X", qualifier=qualifier).claim
    assert offices.same(relation, None, relation, claim) is same


def test_a_label_in_other_words_takes_the_title_that_is_written(bench: Any) -> None:
    offices = bench("claim_offices").Offices(small_list())
    claim = judgement("head", "head", text="the head of the Ministry X").claim
    assert offices.same("Minister of Nature of", None, "the head of the Ministry X", claim)
    assert not offices.same("Minister of Nature of", None, "the Minister of Nature and head of the Ministry X", claim)


@pytest.mark.parametrize(
    ("relation", "of", "day", "count"),
    [
        ("Minister of Foreign Affairs of", ("Russia", "Russian"), PartialDate(2020, 7), 1),
        ("Minister of Foreign Affairs of", ("Russia",), PartialDate(2003), 0),
        ("Minister of Foreign Affairs of", ("France", None), PartialDate(2020, 7), 0),
        ("President of", ("Israel",), PartialDate(2018), 0),
        ("chief engineer of", ("Russia",), PartialDate(2020), 0),
    ],
)
def test_the_list_holds_undisputed_rows_of_the_day(
    bench: Any, relation: str, of: tuple[str | None, ...], day: PartialDate, count: int
) -> None:
    offices = bench("claim_offices").Offices(small_list())
    facts = offices.held(relation, of, day)
    assert (len(facts), offices.single(facts)) == (count, bool(count))


def test_a_label_takes_the_claim_of_its_office_before_the_longer_one(bench: Any) -> None:
    offices = bench("claim_offices").Offices(small_list())
    other, right = judgement("President", "president"), judgement()
    elsewhere = judgement(subject=Span(47, 58))
    found = bench("claim_rows").matched(row(bench), [other, right, elsewhere], offices)
    assert (found.answer is right, found.same_office, found.said) == (True, True, "refuted")
    assert bench("claim_rows").matched(row(bench), [elsewhere], offices).answer is None
    assert not bench("claim_rows").matched(row(bench), [other], offices).same_office


@pytest.mark.parametrize(
    ("answers", "cause"),
    [
        ([], "not extracted"),
        ([{"subject": Span(47, 58)}], "not extracted: another subject was taken"),
        ([{"title": "President", "role": "president"}], "not extracted: another office was taken"),
        ([{"who": None, "reason": Reason.UNLINKED}], "not linked, though listed"),
        ([{"who": "theresa-may"}], "linked to another"),
        ([{"qualifier": "former"}], "qualifier"),
        ([{"reason": Reason.STALE_LIST}], "list out of date"),
        ([{"reason": Reason.NO_RECORD}], "held back, though the list has the row"),
    ],
)
def test_a_miss_has_the_first_cause_that_loses_it(bench: Any, answers: list[dict[str, Any]], cause: str) -> None:
    offices, rows = bench("claim_offices").Offices(small_list()), bench("claim_rows")
    said = tuple(judgement(verdict=Verdict.NOT_ENOUGH_INFO, **answer) for answer in answers)
    one = rows.matched(row(bench), said, offices)
    read = rows.Read(rows=[one], claims={(TEXT, "2020-07"): said})
    assert bench("claim_misses").cause(one, read, offices) == cause
    assert cause in bench("claim_misses").misses(read, offices)


def test_refuted_claims_without_a_label_are_kept_for_reading(bench: Any) -> None:
    offices, rows = bench("claim_offices").Offices(small_list()), bench("claim_rows")
    stray = judgement("President", "president", subject=Span(47, 58), who="theresa-may")
    one = rows.matched(row(bench), [judgement(), stray], offices)
    read = rows.Read(rows=[one], claims={(TEXT, "2020-07"): (one.answer, stray)})
    assert [item for _, item in read.unlabelled(Verdict.REFUTED)] == [stray]
    assert bench("claim_misses").misses_tsv(read, offices).count("\n") == 1


def test_undecided_claims_lower_the_coverage_and_not_the_risk(bench: Any) -> None:
    rows = [
        replace(row(bench), answer=judgement(), same_office=True),
        replace(row(bench, verdict="supported"), answer=judgement()),
        row(bench),
        replace(row(bench), answer=judgement(verdict=Verdict.NOT_ENOUGH_INFO)),
    ]
    (point,) = bench("claim_coverage").risks(rows)
    assert (point.coverage.hits, point.coverage.total, point.risk.hits, point.risk.total) == (2, 4, 1, 2)
    assert bench("claim_coverage").reason_of(rows[3]) == "none"
    assert "| refuted " in bench("claim_coverage").coverage(rows, keep=False, seed=0)
