from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from mqm_files import FIRST, ROW, write

from copydesk.core.finding import Severity
from copydesk.core.marking import Category
from copydesk.core.span import Span
from copydesk.errors import InputError
from copydesk.mqm.rows import read_rows

MQM = Path(__file__).parents[3] / "shared" / "data" / "mqm"


def test_a_row(tmp_path: Path) -> None:
    (segment,) = read_rows(write(tmp_path / "rows.jsonl", ROW))
    assert (segment.corpus, segment.pair, segment.doc, segment.seg, segment.human) == ("made", "zh-en", "d.1", 1, False)
    assert segment.reference is None
    one, two = segment.ratings
    assert [(mark.span.of(FIRST), mark.category, mark.severity) for mark in one.errors] == [
        ("Nikolai Petrof", Category.NAME, Severity.MAJOR),
        ("the", Category.GRAMMAR, Severity.MINOR),
    ]
    assert (two.rater, two.errors) == ("rater2", ())


def test_side_by_side_and_metrics(tmp_path: Path) -> None:
    row = {**ROW, "ratings_sxs": {"rater9": []}, "metrics": {"BLEU-refA": 24, "chrF": 0.5}}
    (segment,) = read_rows(write(tmp_path / "rows.jsonl", row))
    assert segment.side_by_side[0].rater == "rater9"
    assert segment.metrics == (("BLEU-refA", 24.0), ("chrF", 0.5))


def test_gzip_is_told_by_its_bytes(tmp_path: Path) -> None:
    path = write(tmp_path / "rows.jsonl", ROW)
    packed = tmp_path / "rows"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    assert list(read_rows(packed)) == list(read_rows(path))


def test_a_mark_on_the_space_after_the_text_is_cut(tmp_path: Path) -> None:
    end = len(FIRST)
    marks = [{"start": end, "end": end + 1, "category": "accuracy/addition", "severity": "major"}]
    (segment,) = read_rows(write(tmp_path / "rows.jsonl", {**ROW, "ratings": {"a": marks}}))
    assert segment.ratings[0].errors[0].span == Span(end, end)


def _with_mark(**changes: object) -> dict[str, object]:
    mark = {"start": 0, "end": 3, "category": "other", "severity": "minor", **changes}
    return {**ROW, "ratings": {"a": [mark]}}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (_with_mark(end=80), "the span 0..80 lies outside a text of 78 characters"),
        (_with_mark(start=4), "the span 4..3 lies outside"),
        (_with_mark(start="4"), "'start' is '4'; it is a whole number"),
        (_with_mark(start=True), "'start' is True"),
        (_with_mark(severity="grave"), "'grave' is not a severity"),
        (_with_mark(severity=None), "no 'severity' in it"),
        ({**ROW, "ratings": {"a": [3]}}, "a mark that is not an object"),
        ({**ROW, "ratings": {"a": {}}}, "'a' is {}; it is a list"),
        ({**ROW, "seg": "1"}, "'seg' is '1'"),
        ({**ROW, "score": 3}, "unknown field 'score'"),
        ({name: ROW[name] for name in ROW if name != "target"}, "no 'target' in it"),
        ([1], "not a JSON object"),
    ],
)
def test_errors_name_file_and_line(tmp_path: Path, row: object, message: str) -> None:
    path = write(tmp_path / "rows.jsonl", ROW, row)
    with pytest.raises(InputError) as caught:
        list(read_rows(path))
    assert str(caught.value).startswith(f"{path}:2: {message}")
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"{}\n{", ":1: no 'target'"),
        (b"{", ":1: not JSON"),
        (b"\xff{}", ":1: broken UTF-8 at byte 0"),
        (gzip.compress(b"\n" * 5000)[:-9], ": the packed file breaks off"),
        (b"[" * 100_000, ":1: not JSON"),
    ],
)
def test_broken_files(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        list(read_rows(path))
    assert message in str(caught.value)


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        list(read_rows(tmp_path / "none.jsonl"))


@pytest.mark.skipif(not MQM.is_dir(), reason="the published ratings are not here")
def test_all_published_rows_load() -> None:
    rated = [segment for path in sorted(MQM.glob("*.jsonl.gz")) for segment in read_rows(path)]
    marks = [mark for segment in rated for rating in (*segment.ratings, *segment.side_by_side) for mark in rating.errors]
    assert (len(rated), len(marks)) == (40_725, 141_273)
    assert {mark.category for mark in marks} == set(Category)
