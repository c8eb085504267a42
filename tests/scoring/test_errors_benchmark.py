"""How benchmarks/errors.py counts, on a few made-up segments."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from copydesk import Span
from copydesk.core.finding import Severity
from copydesk.core.marking import Category, ErrorSpan
from copydesk.mqm.segments import RatedSegment, Rating
from copydesk.reader.answers import Name, SentenceAnswer
from copydesk.text import words

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
TEXT = "One two three four."
ONE, TWO, THREE = (0, 3), (4, 7), (8, 13)
MINOR, MAJOR = Severity.MINOR, Severity.MAJOR


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    yield import_module
    for name, module in list(sys.modules.items()):
        if str(getattr(module, "__file__", "")).startswith(str(BENCHMARKS)):
            del sys.modules[name]


def rating(rater: str, *spans: tuple[int, int], severity: Severity = MINOR) -> Rating:
    marks = (ErrorSpan(span=Span(*span), category=Category.OTHER, severity=severity) for span in spans)
    return Rating(rater=rater, errors=tuple(marks))


def segment(seg: int = 1, doc: str = "a", system: str = "s", human: bool = False, **more: Any) -> RatedSegment:
    return RatedSegment(
        corpus="c", pair="zh-en", domain=None, doc=doc, seg=seg, system=system, human=human, source=None, target=TEXT, **more
    )


def answer(bench: Any, values: tuple[float, ...], major: tuple[float, ...] = (0.0,) * 4, marks: int = 0) -> Any:
    return bench("reader_answers").Answer(
        words=tuple(words(TEXT)), any=values, major=major, categories=(Category.OTHER,) * 4, quality=1 - max(major),
        major_segment=max(major), marks=rating("m", *(ONE,) * marks).errors,
    )  # fmt: skip


def three(*spans: tuple[tuple[int, int], ...]) -> RatedSegment:
    return segment(side_by_side=tuple(rating(f"r{at}", *marks) for at, marks in enumerate(spans)))


def test_characters_between_words_take_the_lower_score(bench: Any) -> None:
    scores = bench("error_flags").word_scores(answer(bench, (0.9, 0.5, 0.1, 0.2)), (0.9, 0.5, 0.1, 0.2), len(TEXT))
    assert scores[[0, 3, 4, 7, 8, 13, 18]].tolist() == pytest.approx([0.9, 0.5, 0.5, 0.1, 0.1, 0.1, 0.0])


def test_marks_at_a_threshold(bench: Any) -> None:
    flags = bench("error_flags")
    given = answer(bench, (0.9, 0.6, 0.1, 0.7), major=(0.8, 0.1, 0.0, 0.1))
    marks = flags.marks_at(given, flags.Threshold(any=0.5, share=0.5, f1=0.0), TEXT)
    assert [(mark.span.of(TEXT), mark.severity) for mark in marks] == [("One", MAJOR), ("two", MINOR), ("four", MINOR)]


def test_the_threshold_of_the_best_f1(bench: Any) -> None:
    flags = bench("error_flags")
    rows = [segment(ratings=(rating("r", TWO, severity=MAJOR),))]
    said = {("s", "a", 1): answer(bench, (0.2, 0.6, 0.1, 0.3), major=(0.0, 0.4, 0.0, 0.0))}
    best = flags.best_threshold(rows, said, lambda row: row.ratings)
    assert (best.any, best.f1) == (pytest.approx(0.6), 1.0)
    assert flags.marks_at(said["s", "a", 1], best, TEXT)[0].severity is MAJOR


def test_the_point_of_a_rater(bench: Any) -> None:
    module = bench("error_precision")
    whole, recall = module.human_point([three((ONE,), (ONE, TWO), ())])
    # one rater left out after the other: 3 of 3, 3 of 6, 0 of 0 marked; the others mark 6, 3 and 6
    assert (whole.value, recall.value) == (pytest.approx(6 / 9), pytest.approx(6 / 15))


def test_a_reader_that_knows_the_raters_has_all_precision(bench: Any) -> None:
    module, systems = bench("error_precision"), bench("error_systems")
    rows = [three((ONE,), (ONE,), (ONE, TWO))]
    said = {("s", "a", 1): answer(bench, (0.9, 0.0, 0.0, 0.0))}
    reader, all_ = systems.by_answers("reader", said), next(systems.others(rows))
    values = [
        module.precision(tuple(map(sum, zip(*module.curve_rows(rows, system, None), strict=True)))) for system in (reader, all_)
    ]
    # all three unions hold the first word, two the second; flag-all has the share of their characters
    assert values == [1.0, pytest.approx((9 + 6) / (3 * len(TEXT)))]


def test_agreement_counts_words_and_spans(bench: Any) -> None:
    compared = bench("error_agreement").compared
    found, wanted = rating("a", ONE, THREE).errors, rating("b", ONE, severity=MAJOR).errors
    assert compared(found, wanted, TEXT) == [1.5, 8, 3, 1.0, 2, 1.0, 1.0, 0.0, 2.0]


def test_half_of_the_raters_make_a_major_error(bench: Any) -> None:
    module = bench("error_segments")
    severe, none = rating("a", ONE, severity=MAJOR), rating("b")
    assert module.has_major_error(segment(ratings=(severe,), side_by_side=(none,)))
    assert not module.has_major_error(segment(ratings=(severe,), side_by_side=(none, none)))
    assert module.mean_score(segment(ratings=(severe, none))) == -2.5


def test_segments_are_ranked_beside_others(bench: Any) -> None:
    pytest.importorskip("sklearn")
    pytest.importorskip("scipy")
    module, systems = bench("error_segments"), bench("error_systems")
    rows = [
        segment(
            at, doc=f"d{at % 3}", ratings=(rating("r", *((ONE,) if at < 4 else ()), severity=MAJOR),), metrics=(("m-src", at),)
        )
        for at in range(12)
    ]
    every = list(systems.others(rows))
    ranked = module.Ranked(rows, every, 0)
    names = [system.name for system in every]
    assert (names, every[-1].reads) == (["flag all", "length", "m-src"], "source")
    assert ranked.estimate(2, 0).value == 1.0
    assert ranked.estimate(2, 0, less=0).value == pytest.approx(1 - 4 / 12)
    assert ranked.estimate(0, 3).value is None
    assert ranked.estimate(2, 3).interval is not None


@pytest.mark.parametrize(
    ("name", "reads"),
    [
        ("GEMBA-MQM-src", "source"),
        ("COMET-refA", "source, reference"),
        ("XCOMET-XL-refA", "source, reference"),
        ("chrF-refA", "reference"),
    ],
)
def test_what_a_metric_reads(bench: Any, name: str, reads: str) -> None:
    assert bench("error_systems").sees(name) == reads


def test_alarms_on_both_sides(bench: Any) -> None:
    module = bench("error_alarms")
    rows = [segment(system="s"), segment(system="ref", human=True)]
    said = {("s", "a", 1): answer(bench, (0.5,) * 4, marks=3), ("ref", "a", 1): answer(bench, (0.1,) * 4, marks=1)}
    ((machine, human),) = module.rates(rows, module.by_answers(said))
    assert ((machine.found, machine.size), (human.found, human.size)) == ((3, 4), (1, 4))
    both = [segment(ratings=(rating("a", ONE), rating("b", ONE, TWO)))]
    ((machine, human),) = module.rates(both, module.by_raters)
    assert ((machine.found, machine.size), (human.found, human.size)) == ((3, 8), (0, 0))


def test_tokens_become_running_text(bench: Any) -> None:
    module = bench("error_names")
    tokens = ["Ema", "Lindt", "'s", '"', "Oak", "Ltd", "."]
    row = module.tagged({"doc": "d", "tokens": tokens, "tags": ["B-PER", "I-PER", "O", "O", "B-ORG", "I-ORG", "O"]})
    assert row.text == "Ema Lindt's \"Oak Ltd."
    assert [(span.of(row.text), kind) for span, kind in row.names] == [("Ema Lindt", "PER"), ("Oak Ltd", "ORG")]


def test_names_are_counted_without_misc(bench: Any) -> None:
    module = bench("error_names")
    gold = [(Span(0, 3), "PER"), (Span(5, 8), "MISC"), (Span(10, 12), "LOC")]
    found = [(Span(0, 3), "PER"), (Span(5, 9), "ORG"), (Span(10, 12), "ORG")]
    counts = module.counts(found, gold)
    assert (counts.tp, counts.fp, counts.fn) == (1, 1, 1)
    assert module.covering(found, Span(6, 9)) == (False, True, True)
    assert module.both([[(Span(0, 3), "PER")]], [[(Span(2, 5), None), (Span(6, 7), None)]]) == [
        ((Span(0, 3), "PER"), (Span(6, 7), None))
    ]


def test_words_are_forecast_for_each_rater(bench: Any) -> None:
    module = bench("error_calibration")
    rows = [segment(ratings=(rating("a", ONE), rating("b")))]
    said = {("s", "a", 1): answer(bench, (0.9, 0.2, 0.1, 0.0))}
    judged = [(f.probability, f.came_true) for _, f in module.word_forecasts(rows, said, major=False)]
    assert judged[0::4] == [(0.9, True), (0.9, False)]
    assert module.as_answers([f for _, f in module.word_forecasts(rows, said, major=False)])[-1].risk.hits == 1


def test_the_picture_is_drawn(bench: Any, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    rows = [segment(at, ratings=(rating("a", ONE),)) for at in range(3)]
    said = {("s", "a", at): answer(bench, (0.9, 0.2, 0.1, 0.0)) for at in range(3)}
    results = bench("error_calibration").measured(rows, said, 0)
    panels = [bench("error_picture").Panel(title=r.what, found=r.calibration, risks=r.risks) for r in results]
    path = bench("error_picture").picture("errors.png", panels, "reader", folder=tmp_path)
    assert path.read_bytes().startswith(b"\x89PNG")


def test_the_baseline_learns_what_is_marked(bench: Any) -> None:
    pytest.importorskip("sklearn")
    rows = [
        segment(at, ratings=(rating("r", *((TWO,) if at % 2 else ()), severity=MAJOR if at % 4 == 1 else MINOR),))
        for at in range(40)
    ]
    said = bench("word_baseline").WordBaseline(rows).answers([segment(99)])
    found = said["s", "a", 99]
    assert found.any[1] > max(found.any[0], found.any[2], found.any[3])
    assert 0 < found.major_segment < 1


def test_an_article_is_one_document(bench: Any, tmp_path: Path) -> None:
    module = bench("error_article")
    path = tmp_path / "article.txt"
    path.write_text("The minister met reporters. He went home after that.\n", encoding="utf-8")
    (first, second) = module.article_segments(path)
    assert (first.seg, second.target) == (1, "He went home after that.")
    text = module.article_section(
        path, lambda rows: {("article", path.name, row.seg): answer(bench, (0.1,) * 4, marks=1) for row in rows}
    )
    assert "All 2 marks in 2 sentences" in text


def test_news_are_drawn_in_whole_groups(bench: Any) -> None:
    module, news = bench("error_alarms"), bench("news")
    groups = [
        news.Group(set="n.ru-en", number=number, system=system, date=None, ids=(number,), texts=(TEXT,))
        for number in range(4)
        for system in (news.REFERENCE, "s")
    ]
    drawn = list(module._drawn(groups, Namespace(seed=0, segments=20)))
    assert len(drawn) == 4
    assert {row.human for row in drawn} == {True, False}
    assert len({row.doc for row in drawn}) == 2


class EchoReader:
    """Marks the first word of a text with a probability that tells how many texts stand before it."""

    def read_sentences(self, texts: Sequence[str]) -> tuple[SentenceAnswer, ...]:
        return tuple(self._answer(text, at) for at, text in enumerate(texts))

    def _answer(self, text: str, at: int) -> SentenceAnswer:
        found = tuple(words(text))
        size, kinds = len(found), tuple(float(kind is Category.STYLE) for kind in Category)
        return SentenceAnswer(
            span=Span(0, len(text)), words=found, any=(at / 10,) * size, major=(0.0,) * size, kinds=(kinds,) * size,
            names=(Name(span=found[0], kind="LOC"),), quality=0.5, faulty=0.25,
        )  # fmt: skip

    def marks(self, text: str, answer: SentenceAnswer) -> tuple[ErrorSpan, ...]:
        return (ErrorSpan(span=answer.words[0], category=Category.STYLE, severity=MINOR),)


def test_the_reader_reads_the_segments_of_a_document_together(bench: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    module = bench("reader_answers")
    monkeypatch.setattr(module, "opened", lambda _: EchoReader())
    said = module.answers([segment(3), segment(1), segment(2, doc="b"), segment(1, system="t")], Path("model"))
    assert {key: answer.any[0] for key, answer in said.items()} == {
        ("s", "a", 1): 0.0, ("s", "a", 3): 0.1, ("s", "b", 2): 0.0, ("t", "a", 1): 0.0,
    }  # fmt: skip
    answer = said["s", "a", 1]
    assert [word.of(TEXT) for word in answer.words] == ["One", "two", "three", "four"]
    assert set(answer.categories) == {Category.STYLE}
    assert (answer.quality, answer.major_segment) == (0.5, 0.25)
    assert [mark.span for mark in answer.marks] == [Span(*ONE)]
    assert module.names([TEXT, "Two."], Path("model")) == [((Span(0, 3), "LOC"),), ((Span(0, 3), "LOC"),)]


def test_a_model_that_is_not_there_ends_the_run(bench: Any, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        bench("reader_answers").answers([], tmp_path)
    assert ended.value.code == 2
