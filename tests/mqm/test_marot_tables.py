from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mqm_files import FIRST, SECOND, marot

from copydesk.core.marking import Category
from copydesk.core.span import Span
from copydesk.errors import InputError
from copydesk.mqm.anchoring import carried
from copydesk.mqm.marot import Outcome, read_marot, tagged, untagged
from copydesk.mqm.naming import by_people, pair_of

NAME = Span(26, 40)
#: texts without the marks that the format itself is made of
TEXTS = st.text(st.characters(exclude_characters="<>\t\n\r"), max_size=60)


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_tags_keep_what_a_span_covers(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    assert untagged(tagged(text, Span(start, end))) == (text, (Span(start, end),))


@given(TEXTS, TEXTS, st.data())
def test_a_span_carried_over_lies_in_the_other_text(text: str, other: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    assert carried(span, text, text) == span
    found = carried(span, text, other)
    assert found is None or found.end <= len(other)


@pytest.mark.parametrize(
    ("edited", "marked", "found"),
    [
        ("the Sea of Okhotsk, west of here", "west", "west"),
        ("a school at the the sea", "sea", "sea"),
        ("the seasea of Okhotsk", "seasea of Okhotsk", "of Okhotsk"),
        ("the new words of mine", "new words", None),
    ],
)
def test_carrying_over(edited: str, marked: str, found: str | None) -> None:
    text = "the school by the sea of Okhotsk, to the west of the sea"
    start = edited.index(marked)
    span = carried(Span(start, start + len(marked)), edited, text)
    assert (span and span.of(text)) == found


def test_the_nearest_of_equal_words_is_taken() -> None:
    text = "the bank saw the other bank and the last bank"
    edited = "the bank saw the the other bank and the last bank"
    at = edited.index("bank", 20)
    assert carried(Span(at, at + 4), edited, text) == Span(23, 27)


def test_rows_become_segments(tmp_path: Path) -> None:
    path = marot(
        tmp_path / "mqm_made_zhen.tsv",
        ("Sys", "d", 1, "r1", "源", tagged(FIRST, NAME), "Locale convention/Name format", "Major"),
        ("Human-A.0", "d", 1, "r1", "源", SECOND, "No-error", "No-error"),
        ("Sys", "d", 1, "r2", "源", tagged(FIRST, Span(52, 55)), "Fluency/Grammar", "Minor"),
        ("Sys", "d", 1, "r1", "<v>源</v>", FIRST, "Accuracy/Omission", "Minor"),
        ("Sys", "d", 1, "r1", "源", FIRST, "Missed", "HOTW-test"),
        ("Sys", "d", 1, "", "源", FIRST, "", ""),
    )
    counts: Counter[Outcome] = Counter()
    system, human = read_marot(path, counts=counts)
    assert (system.corpus, system.pair, system.doc, system.seg, system.human) == ("mqm_made_zhen", "zh-en", "d", 1, None)
    assert (system.source, system.target) == ("源", FIRST)
    assert [(rating.rater, [mark.span for mark in rating.errors]) for rating in system.ratings] == [
        ("r1", [NAME]),
        ("r2", [Span(52, 55)]),
    ]
    assert system.ratings[0].errors[0].category is Category.NAME
    assert human.human is True
    assert human.ratings[0].errors == ()
    assert counts == {Outcome.KEPT: 2, Outcome.NO_ERROR: 2, Outcome.IN_SOURCE: 1}


def test_edited_rows_are_carried_over_or_counted_as_lost(tmp_path: Path) -> None:
    edited = FIRST.replace("the the", "the capitalthe the")
    path = marot(
        tmp_path / "made.tsv",
        ("Sys", "d", 1, "r1", "", edited.replace("Petrof", "<v>Petrof</v>"), "Fluency/Spelling", "Minor"),
        ("Sys", "d", 1, "r1", "", edited.replace("capitalthe", "<v>capitalthe</v>"), "Accuracy/Addition", "Minor"),
        ("Sys", "d", 1, "r2", "", FIRST, "No-error", "No-error"),
        ("Sys", "d", 1, "r3", "", FIRST, "No-error", "No-error"),
    )
    counts: Counter[Outcome] = Counter()
    (segment,) = read_marot(path, counts=counts)
    assert segment.target == FIRST
    assert segment.source is None
    assert [mark.span.of(FIRST) for mark in segment.ratings[0].errors] == ["Petrof"]
    assert counts == {Outcome.CARRIED: 1, Outcome.LOST: 1, Outcome.NO_ERROR: 2}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (("Sys", "d", 1, "r", "", "a <v>b", "Other", "Minor"), "<v> is not closed"),
        (("Sys", "d", 1, "r", "", "a</v> b", "Other", "Minor"), "</v> stands where it cannot"),
        (("Sys", "d", "x", "r", "", "a", "Other", "Minor"), "'x' is not the number of a segment"),
        (("Sys", "d", 1, "r", "", "<v>a</v>", "Other", "grave"), "'grave' is not a severity"),
        (("Sys", "d", 1, "r", "", "a", "Other", "grave"), "'grave' is not a severity"),
    ],
)
def test_table_errors_name_file_and_line(tmp_path: Path, row: tuple[object, ...], message: str) -> None:
    path = marot(tmp_path / "made.tsv", ("Sys", "d", 1, "r", "", "a", "No-error", "No-error"), row)
    with pytest.raises(InputError) as caught:
        list(read_marot(path))
    assert str(caught.value).startswith(f"{path}:3: {message}")


def test_too_few_columns(tmp_path: Path) -> None:
    path = tmp_path / "made.tsv"
    path.write_text("a\tb\n")
    with pytest.raises(InputError, match=r"made\.tsv:1: 2 columns instead of 9"):
        list(read_marot(path))


@pytest.mark.parametrize(
    ("name", "pair"),
    [("mqm_ted_zhen.tsv", "zh-en"), ("en-de.mqm.merged.seg.rating", "en-de"), ("mine.tsv", "und-und"), ("x.json", "und-und")],
)
def test_pair_of_a_file_name(name: str, pair: str) -> None:
    assert pair_of(name) == pair


@pytest.mark.parametrize(
    ("system", "people"),
    [("ref", True), ("refA", True), ("ref-C", True), ("Human-B.0", True), ("Online-B.1605", None), ("Refiner", None)],
)
def test_names_of_human_translations(system: str, people: bool | None) -> None:
    assert by_people(system) is people
