"""How benchmarks/claims.py reads other people's data and counts on it."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from copydesk import Claim, Judgement, PartialDate, Span
from copydesk.core.claim import Party, Verdict
from small_list import small_list

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    yield import_module
    for name, module in list(sys.modules.items()):
        if str(getattr(module, "__file__", "")).startswith(str(BENCHMARKS)):
            del sys.modules[name]


def judgement(verdict: Verdict) -> Judgement:
    party = Party(text="x")
    claim = Claim(span=Span(0, 1), text="x", relation="role", subject=party, predicate="x of", object=party)
    return Judgement(claim=claim, verdict=verdict, as_of=None)


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        (["“", "Hi", ",", "”", "said", "A", "-", "B", "(", "C", ")", "."], "“Hi,” said A-B (C)."),
        (["One", ".", "\n", "Two", "’s", "$", "5"], "One.\n\nTwo’s $5"),
        (["He", "said", '"', "no", '"', "."], 'He said "no".'),
    ],
)
def test_tokens_become_running_text(bench: Any, tokens: list[str], text: str) -> None:
    made, spans = bench("claim_dwie").joined(tokens)
    assert made == text
    assert [span.of(made) for span in spans] == ["" if token == "\n" else token for token in tokens]


def article(bench: Any) -> Any:
    tokens = "Chancellor Angela Merkel met Mr Macron , the French president , and Smith".split()
    kinds = [
        ("person", 1, 3, "Angela Merkel"),
        ("person", 5, 6, "Macron"),
        ("other", 8, 9, "French"),
        ("location", 0, 0, "France"),
    ]
    entities = [[{"name": n, "pos": [a, b], "sent_id": 0, "type": f"type::{k}"}] for k, a, b, n in kinds]
    labels = [{"r": r, "h": h, "t": t} for r, h, t in (("head_of_state-x", 1, 2), ("head_of_state", 1, 3), ("gpe0", 2, 3))]
    return bench("claim_dwie").article({"title": "t", "sents": [tokens], "vertexSet": entities, "labels": labels})


def test_a_country_and_its_adjective_are_one_relation(bench: Any) -> None:
    one = article(bench)
    assert [(g.person, g.relation, g.of) for g in one.gold] == [(1, "head_of_state", frozenset(("French", "France")))]
    assert (one.person_at(Span(11, 24)), one.person_at(Span(0, 4))) == (0, None)


@pytest.mark.parametrize(("size", "found"), [(1, {0}), (2, {0}), (4, {0, 1}), (10, {0, 1})])
def test_a_window_takes_titles_near_a_name(bench: Any, size: int, found: set[int]) -> None:
    leaders = bench("claim_leaders")
    system = leaders.by_window(bench("copydesk.reader.lexicon").Lexicon(small_list()), size, leaders.by_gold)
    said = list(system(article(bench)))
    assert {one.person for one in said if one.classes & {"head_of_state", "head_of_gov"} and _own(one)} == found


def _own(said: Any) -> bool:
    return bool(said.classes & ({"head_of_gov"} if said.person == 0 else {"head_of_state"}))


@pytest.mark.parametrize(
    ("role", "of", "classes"),
    [
        ("president", None, {"head_of_state", "head_of"}),
        ("president", "france", {"head_of_state"}),
        ("president", "un", {"head_of"}),
        ("prime_minister", "france", {"head_of_gov"}),
        ("foreign_minister", "france", {"minister_of"}),
        ("deputy_foreign_minister", "france", set()),
        ("spokesperson", None, set()),
    ],
)
def test_roles_are_relations_of_the_gold(bench: Any, role: str, of: str | None, classes: set[str]) -> None:
    assert bench("claim_leaders").classes_of(role, small_list().get(of)) == classes


def leader(bench: Any, start: str, end: str, *, set_: str = "wrong/date", true: bool = False) -> Any:
    dates = PartialDate.parse(start), PartialDate.parse(end)
    return bench("claim_factbench").Leader(
        id="1", set=set_, name="Theresa May", country="United Kingdom", start=dates[0], end=dates[1], true=true
    )


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2016", "2018", ["2016-12-31", "2017-07-02", "2018-01-01"]),
        ("2016-07-13", "2019-07-24", ["2016-07-13", "2018-01-17", "2019-07-24"]),
        ("2016", "2016", ["2016"]),
        ("2016", "2017", ["2016-12-31", "2017-01-01"]),
    ],
)
def test_a_fact_is_asked_on_days_that_it_surely_covers(bench: Any, start: str, end: str, days: list[str]) -> None:
    assert [str(day) for day in leader(bench, start, end).days] == days


@pytest.mark.parametrize(
    ("start", "end", "trap"),
    [
        ("2017", "2018", "inside the true term"),
        ("2015", "2019", "one-year trap"),
        ("2016", "2020", "one-year trap"),
        ("2012", "2019", ""),
    ],
)
def test_wrong_dates_that_days_cannot_tell_are_traps(bench: Any, start: str, end: str, trap: str) -> None:
    true = leader(bench, "2016-07-13", "2019-07-24", set_="correct", true=True)
    assert bench("claim_factbench").trap(leader(bench, start, end), true) == trap
    assert bench("claim_factbench").trap(leader(bench, start, end, set_="wrong/range"), true) == ""


class _Says:
    """A desk that answers by the day."""

    def __init__(self, verdicts: dict[str, Verdict]) -> None:
        self._verdicts = verdicts

    def claims(self, document: Any) -> list[Judgement]:
        return [judgement(verdict) for day, verdict in self._verdicts.items() if day == str(document.date.value)]


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        ({"2016-12-31": Verdict.SUPPORTED}, Verdict.NOT_ENOUGH_INFO),
        ({"2016-12-31": Verdict.SUPPORTED, "2017-01-01": Verdict.REFUTED}, Verdict.REFUTED),
        ({"2016-12-31": Verdict.SUPPORTED, "2017-01-01": Verdict.SUPPORTED}, Verdict.SUPPORTED),
        ({}, Verdict.NOT_ENOUGH_INFO),
    ],
)
def test_a_fact_is_supported_on_all_days_and_refuted_on_one(bench: Any, says: dict[str, Verdict], expected: Verdict) -> None:
    asking = bench("claim_factbench").Asking(_Says(says), bench("claim_offices").Offices(small_list()))
    put = asking.put(leader(bench, "2016", "2017"), None)
    assert (put.verdict, put.covered) == (expected, True)


def refuted(
    bench: Any, segment: str = "7", view: str = "segments", system: str = "reference", claim: str = "President X"
) -> Any:
    return bench("claim_alarms").Refuted(
        set="newstest", segment=segment, view=view, system=system, claim=claim, relation="role", reason="wrong_holder",
        score=0.9, fault="source", message="Y held it", context="[President X]",
    )  # fmt: skip


def counted(bench: Any, *found: Any, view: str = "segments", human: bool = True) -> Any:
    return bench("claim_alarms").Counted(
        set="newstest", number=0, view=view, human=human, sentences=500, claims=9, decided=3, refuted=found
    )


def test_a_refuted_claim_stands_once_and_true_errors_are_no_alarms(bench: Any, tmp_path: Path) -> None:
    module, path = bench("claim_alarms"), tmp_path / "judged.tsv"
    every = [
        counted(bench, refuted(bench)),
        counted(bench, refuted(bench, view="groups"), refuted(bench, "8", "groups"), view="groups"),
        counted(bench, refuted(bench, system="mt"), human=False),
    ]
    head = "set\tsegment\tclaim\tverdict\treason"
    path.write_text(f"{head}\nnewstest\t7\tPresident X\ttrue_error\tleft in May\n", encoding="utf-8")
    judged = module.read_judged(path)
    assert [(one.segment, one.view, one.system) for one in module.every_refuted(every)] == [
        ("7", "segments", "mt"), ("7", "segments", "reference"), ("8", "groups", "reference")
    ]  # fmt: skip
    text = module.alarms(every, judged, seed=0)
    assert "Refuted on references: 2, 1 of them errors of the text, 0 false, 1 unread" in text
    assert "2.00 [2.00, 2.00] (1) | 0.00 [0.00, 0.00] (0)" in " ".join(text.split())
    assert "\ttrue_error\tleft in May\t" in module.refuted_tsv(every, judged)
    path.write_text(f"{head}\na\tb\tc\tmaybe\t\n", encoding="utf-8")
    with pytest.raises(SystemExit):
        module.read_judged(path)
    assert module.read_judged(tmp_path / "none.tsv") == {}


@pytest.mark.parametrize(("start", "segment"), [(0, "7"), (4, "7"), (6, "8"), (11, "9")])
def test_the_segment_of_a_claim_in_a_group(bench: Any, start: int, segment: str) -> None:
    segments = [("7", "Aaaa"), ("8", "Bbb"), ("9", "C")]
    assert bench("claim_alarms").segment_at(segments, Span(start, start + 1)) == segment


def test_the_desk_has_the_stages_that_are_timed(bench: Any) -> None:
    from copydesk import desk

    module = bench("claim_speed")
    clock, before = module.Clock(), {name: getattr(desk, name) for name in module.STAGES}
    with module.watched(clock):
        assert all(getattr(desk, name) is not function for name, function in before.items())
    assert all(getattr(desk, name) is function for name, function in before.items())
    assert (clock.timed("x", int)("3"), "x" in clock.spent) == (3, True)
