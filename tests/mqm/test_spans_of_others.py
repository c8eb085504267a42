"""Marks of other tools on one article, in whatever format they come."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mqm_files import FIRST, ROW, SECOND, marot, write, xcomet

from copydesk.core.finding import Severity
from copydesk.core.marking import Category
from copydesk.core.span import Span
from copydesk.errors import InputError
from copydesk.mqm.marot import tagged
from copydesk.mqm.placing import Placed
from copydesk.mqm.spans import read_spans

#: the segments as they stand in an article, with other white space
ARTICLE = f"A headline\n\n{FIRST.replace(' arrived ', chr(10) + 'arrived  ')}\n{SECOND}\n"


def _covered(path: Path, text: str = ARTICLE) -> list[str]:
    return [mark.span.of(text) for mark in read_spans(path, text)]


def test_xcomet(tmp_path: Path) -> None:
    first = (FIRST, [("Nikolai Petrof arrived in", "major", 0.75, 26, 51), ("The", "minor", 0.5, 0, 3)])
    path = xcomet(tmp_path / "spans", first, (SECOND, [("well", "minor", 0.25, 17, 21)]))
    assert _covered(path) == ["The", "Nikolai Petrof\narrived  in", "well"]
    assert [mark.confidence for mark in read_spans(path, ARTICLE)] == [0.5, 0.75, 0.25]


def test_xcomet_on_one_line(tmp_path: Path) -> None:
    path = tmp_path / "spans"
    errors = [{"text": "He", "severity": "minor", "confidence": 0.5, "start": 0, "end": 2}]
    path.write_text(json.dumps({"a": [{"mt": "Not this one.", "errors": []}], "b": [{"mt": SECOND, "errors": errors}]}))
    assert _covered(path) == ["He"]
    path.write_text(json.dumps({"b": [{"mt": SECOND, "errors": errors}]}, indent=1))
    assert _covered(path) == ["He"]


def test_tables_of_wmt(tmp_path: Path) -> None:
    path = marot(
        tmp_path / "spans",
        ("Sys", "d", 2, "r1", "", tagged(SECOND, Span(0, 2)), "Other", "Minor"),
        ("Sys", "d", 1, "r1", "", tagged(FIRST, Span(26, 40)), "Accuracy/Mistranslation", "Major"),
        ("Sys", "d", 1, "r2", "", tagged(FIRST, Span(26, 40)), "Accuracy/Mistranslation", "Major"),
        ("Another", "d", 1, "r1", "", tagged("Not there", Span(0, 3)), "Other", "Minor"),
    )
    assert _covered(path) == ["Nikolai Petrof", "He"]
    headless = tmp_path / "headless"
    headless.write_text(path.read_text().partition("\n")[2])
    assert read_spans(headless, ARTICLE) == read_spans(path, ARTICLE)


def test_rated_segments(tmp_path: Path) -> None:
    marks = read_spans(write(tmp_path / "spans", ROW), ARTICLE)
    assert [(mark.span.of(ARTICLE), mark.category) for mark in marks] == [
        ("Nikolai Petrof", Category.NAME),
        ("the", Category.GRAMMAR),
    ]


def _rating(*errors: tuple[int, int]) -> str:
    marks = [{"start": start, "end": end, "category": "Other", "severity": "Minor"} for start, end in errors]
    return f"Sys\t{json.dumps({'errors': marks})}\n"


def test_a_rating_for_each_line(tmp_path: Path) -> None:
    path = tmp_path / "spans"
    path.write_text(f"{_rating((26, 40))}{_rating((0, 2))}")
    assert _covered(path, f"{FIRST}\r\n{SECOND}\n") == ["Nikolai Petrof", "He"]
    path.write_text(f"Sys\tNone\n{_rating((0, 2))}")
    assert _covered(path, f"{FIRST}\r\n{SECOND}\n") == ["He"]


def test_one_rating_for_the_article(tmp_path: Path) -> None:
    path = tmp_path / "spans"
    path.write_text(_rating((12, 15), (0, 10)))
    assert _covered(path) == ["A headline", "The"]


def test_own_findings(tmp_path: Path) -> None:
    finding = {
        "schema": 1,
        "type": "finding",
        "start": 38,
        "end": 52,
        "text": "Nikolai Petrof",
        "severity": "major",
        "rule": "NAM101",
    }
    other = {**finding, "rule": "TRN200", "category": "grammar", "confidence": 0.5}
    summary = {"schema": 1, "type": "summary", "files": 1}
    marks = read_spans(write(tmp_path / "spans", summary, finding, other), ARTICLE)
    assert [(mark.category, mark.severity, mark.confidence) for mark in marks] == [
        (Category.GRAMMAR, Severity.MAJOR, 0.5),
        (Category.NAME, Severity.MAJOR, None),
    ]
    with pytest.raises(InputError, match=":1: the article has 'Peter hurts hi' at 38"):
        read_spans(write(tmp_path / "spans", finding), ARTICLE.replace("Nikolai Petrof", "Peter hurts him"))


def test_a_segment_that_is_not_there(tmp_path: Path) -> None:
    path = xcomet(tmp_path / "spans", (FIRST, []), ("She said nothing.", []))
    with pytest.raises(InputError) as caught:
        read_spans(path, ARTICLE)
    assert "segment 2 of spans is not in the article: 'She said nothing.'; give the article" in str(caught.value)


def test_segments_out_of_order(tmp_path: Path) -> None:
    path = xcomet(tmp_path / "spans", (SECOND, []), (FIRST, []))
    with pytest.raises(InputError, match="segment 2"):
        read_spans(path, ARTICLE)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "in no format of error spans that is known"),
        ("An article.\n", "in no format"),
        ("a\tNone\nb\tNone\n", "ratings of 2 systems: a, b"),
        ("a\tNone\na\tNone\n", "2 ratings for 4 lines of the article"),
    ],
)
def test_files_that_do_not_fit(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "spans"
    path.write_text(content)
    with pytest.raises(InputError, match=message):
        read_spans(path, "a\nb\nc\nd\n")


WORDS = st.lists(st.text("abé汉😀.", min_size=1, max_size=4), min_size=1, max_size=6)
GAPS = st.text(" \n\u3000", min_size=1, max_size=3)


@given(WORDS, st.lists(GAPS, min_size=7, max_size=7), st.text("xyz ", max_size=5), st.data())
def test_spans_cover_the_same_words_in_the_article(words: list[str], gaps: list[str], before: str, data: st.DataObject) -> None:
    segment = " ".join(words)
    article = before + " " + "".join(gap + word for gap, word in zip(gaps, words, strict=False)) + "\n"
    start = data.draw(st.integers(0, len(segment)))
    span = Span(start, data.draw(st.integers(start, len(segment))))
    place = Placed(article).place(segment)
    assert place is not None
    given = place.given(span)
    assert given.of(article).split() == span.of(segment).split()
    if span.of(segment).strip():
        assert given.of(article) == given.of(article).strip()


def test_a_short_segment_is_not_found_within_a_word() -> None:
    article = Placed("Austria and us")
    place = article.place("us")
    assert place is not None
    assert place.given(Span(0, 2)) == Span(12, 14)


def test_invisible_characters_may_differ() -> None:
    text = "Say co\u00adop\u200berate\x1b now"
    place = Placed(text).place("cooperate")
    assert place is not None
    assert place.given(Span(0, 9)).of(text) == "co\u00adop\u200berate"


def test_an_unused_ignore_comment_is_no_error_of_translation(tmp_path: Path) -> None:
    finding = {"type": "finding", "start": 0, "end": 1, "text": "A", "severity": "minor", "rule": "CPD001"}
    assert read_spans(write(tmp_path / "spans", finding), ARTICLE) == ()
