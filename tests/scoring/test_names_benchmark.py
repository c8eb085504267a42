"""How benchmarks/names.py counts, on a few made-up mentions."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from copydesk import Entity, Link, Mention, Span
from copydesk.core.entity import Kind
from copydesk.core.evidence import Evidence
from copydesk.core.mention import Candidate, LinkStatus

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
TEXT = "Vasil Horak met Ema Lindt."


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    yield import_module
    for name, module in list(sys.modules.items()):
        if str(getattr(module, "__file__", "")).startswith(str(BENCHMARKS)):
            del sys.modules[name]


def link(status: LinkStatus, probability: float | None, *, weighed: bool = True) -> Link:
    mention = Mention(span=Span(0, 11), text=TEXT[:11], sentence=0)
    if probability is None:
        return Link(mention=mention, status=status)
    rows = (Evidence(feature="spelling", score=0.5, weight=1.0),) if weighed else ()
    entity = Entity(id="a", name="Vasyl Horák", kind=Kind.PERSON)
    return Link(
        mention=mention, status=status,
        candidates=(Candidate(entity=entity, form=entity.name, probability=probability, evidence=rows),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (link(LinkStatus.GARBLE, 0.9), 0.9),
        (link(LinkStatus.NOT_IN_LIST, 0.3), 0.3),
        (link(LinkStatus.NOT_IN_LIST, None), None),
        (link(LinkStatus.AMBIGUOUS, 0.6), 0.6),
        (link(LinkStatus.AMBIGUOUS, 0.5, weighed=False), None),
        (link(LinkStatus.VARIANT, 0.99), None),
        (link(LinkStatus.CANONICAL, 0.99, weighed=False), None),
    ],
)
def test_a_name_that_is_spelled_right_is_under_no_suspicion(bench: Any, given: Link, expected: float | None) -> None:
    assert bench("desk_links").suspicion(given) == expected


def row(bench: Any, label: str = "garble", gold: str = "Vasyl Horák", start: int = 0, end: int = 11) -> Any:
    span, accepted = Span(start, end), frozenset([bench("copydesk.names.forms").key(gold)])
    return bench("garbles").Row(
        id="1", set="crosssum cs", text=TEXT, span=span, mention=span.of(TEXT), type="PER", label=label, gold=gold,
        accepted=accepted, bearers=frozenset(),
    )  # fmt: skip


def read(bench: Any, rows: list[Any], score: float | None, status: str, *alarms: float) -> Any:
    links = bench("desk_links")

    def checked(words: int, *scores: float | None) -> Any:
        taken = [
            links.Taken(span=Span(0, 11), text=TEXT[:11], status=status, score=one, names=("Vasyl Horák", "Ema Lind"))
            for one in scores
        ]
        return links.Checked(words=words, taken=tuple(taken), findings=())

    references = {(str(place), None): checked(500, one) for place, one in enumerate(alarms)}
    return bench("end_to_end").Read(rows=rows, sentences={(TEXT, None): checked(5, score)}, references=references)


@pytest.mark.parametrize(("level", "threshold"), [(0.2, None), (0.5, 0.7), (1.0, 0.7)])
def test_recall_at_so_many_alarms(bench: Any, level: float, threshold: float | None) -> None:
    end = bench("end_to_end")
    outcome = end.Outcome("x", read(bench, [row(bench)], 0.7, "not_in_list", 0.8, 0.6, 0.1, 0.1), end.by_desk, {})
    assert outcome.read.words == 2000
    assert outcome.threshold(level) == threshold
    assert outcome.shares(threshold, seed=0)[0] == ("0/1" if threshold is None else "1/1")


def test_judged_true_errors_are_no_alarms_in_the_second_curve(bench: Any, tmp_path: Path) -> None:
    end, path = bench("end_to_end"), tmp_path / "judged.tsv"
    head, line = "reference_mention\tlisted_name\tverdict\treason", "Vasil Horak\tVasyl Horák\t{}\tthe minister"
    path.write_text(f"{head}\n{line.format('true_error')}\n", encoding="utf-8")
    outcome = end.Outcome("x", read(bench, [row(bench)], 0.7, "garble", 0.8), end.by_desk, end.read_judged(path))
    assert (outcome.curve.at_recall(1.0).alarms.found, outcome.without.at_recall(1.0).alarms.found) == (1, 0)
    assert outcome.judgement(0.7) == ["1", "1", "0", "0"]
    path.write_text(f"{head}\n{line.format('maybe')}\n", encoding="utf-8")
    with pytest.raises(SystemExit):
        end.read_judged(path)


@pytest.mark.parametrize(
    ("gold", "score", "status", "stage"),
    [
        ("Vasyl Horák", 0.9, "garble", "found"),
        ("Vasyl Horák", 0.4, "not_in_list", "first, but below the operating point"),
        ("Ema Lind", 0.9, "garble", "right name not first"),
        ("Jan Dvořák", 0.9, "garble", "right name not among the three candidates"),
        ("Vasyl Horák", None, "variant", "taken for a listed name as written"),
    ],
)
def test_where_a_garble_is_lost(bench: Any, gold: str, score: float | None, status: str, stage: str) -> None:
    one = row(bench, gold=gold)
    assert bench("mechanisms").stage(one, read(bench, [one], score, status).over(one)) == stage


def test_a_mention_that_is_not_read_is_lost_first(bench: Any) -> None:
    one = row(bench, gold="Ema Lind", start=16, end=25)
    held = read(bench, [one], 0.9, "garble")
    assert bench("mechanisms").stage(one, held.over(one)) == "not read as a name"


@pytest.mark.parametrize(
    ("mention", "gold", "damage"),
    [
        ("Horak", "Vasyl Horák", "one word of a longer name"),
        ("Horak Vasyl", "Vasyl Horák", "order, hyphens or spaces"),
        ("Vasil Horak", "Vasyl Horák", "one word wrong"),
        ("Vasil Gorak", "Vasyl Horák", "several words wrong"),
        ("Vasil van Gorak", "Vasyl Horák", "several words wrong"),
        ("Brnu", "Brno", "a name of one word"),
    ],
)
def test_damage_is_told_from_the_words(bench: Any, mention: str, gold: str, damage: str) -> None:
    made = bench("garbles").Row(
        id="1", set="crosssum cs", text=mention, span=Span(0, len(mention)), mention=mention, type="PER", label="garble",
        gold=gold, accepted=frozenset(), bearers=frozenset(),
    )  # fmt: skip
    assert bench("mechanisms").damage(made) == damage
