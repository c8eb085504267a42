"""Sentences made bad: what is marked is what was done."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.core.finding import Severity
from copydesk.core.marking import Category
from copydesk.training.reader import corruption
from copydesk.training.reader.corruption import Slip, Word, corrupted

TEXT = "The head of the office, who was in Oslo, said on Monday that she would sign many treaties."
SENSES = {"head": ("chief",), "office": ("study", "bureau"), "treaties": ("contracts",)}
POOL = [*TEXT.split(), '"', "(and", "then)", ".", "a", "of", "—", "’s", "Ёлка"]
MINOR, MAJOR = Severity.MINOR, Severity.MAJOR

texts = st.lists(st.sampled_from(POOL), max_size=25).map(" ".join)
seeds = st.integers(0, 10_000)


@settings(deadline=None)
@given(texts, seeds)
def test_marks_lie_in_the_text_on_whole_words_in_order(text: str, seed: int) -> None:
    bad, marks = corrupted(text, random.Random(seed), SENSES)
    end = 0
    for mark in marks:
        assert end <= mark.span.start < mark.span.end <= len(bad)
        assert mark.span.start == 0 or bad[mark.span.start - 1] == " "
        rest = bad[mark.span.end :].split(" ")[0]
        assert not rest.strip('.,;:!?)"”')
        end = mark.span.end


@settings(deadline=None)
@given(texts, seeds)
def test_the_same_seed_makes_the_same_errors(text: str, seed: int) -> None:
    assert corrupted(text, random.Random(seed), SENSES) == corrupted(text, random.Random(seed), SENSES)


@settings(deadline=None)
@given(st.lists(st.sampled_from(POOL), max_size=4).map(" ".join), seeds)
def test_short_texts_are_left_alone(text: str, seed: int) -> None:
    assert corrupted(text, random.Random(seed), SENSES) == (text, ())


def test_a_text_without_slips_is_unchanged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corruption, "_SLIPS", (lambda *_: None,))
    monkeypatch.setattr(corruption, "_SHARES", (1,))
    text = "  Two  spaces\u00a0and a\tlittle more. "
    assert corrupted(text, random.Random(1), SENSES) == (text, ())


@settings(deadline=None)
@given(seeds)
def test_words_that_get_fewer_can_still_be_doubled(seed: int) -> None:
    words = [Word("of"), Word("the"), Word("end")]
    found = corruption._doubled(words, random.Random(seed), {})
    assert found is None or [word.text for word in found] == ["of", "the", "the", "end"]


def _texts(words: Sequence[Word]) -> list[str]:
    return [word.text for word in words]


SAME, LESS, MORE = "same", "less", "more"
SLIPS = [
    (corruption._doubled, Category.ADDITION, MINOR, MORE),
    (corruption._dropped_function, Category.GRAMMAR, MINOR, LESS),
    (corruption._dropped_content, Category.GRAMMAR, MAJOR, LESS),
    (corruption._moved, Category.GRAMMAR, MAJOR, SAME),
    (corruption._swapped, Category.GRAMMAR, MAJOR, SAME),
    (corruption._wrong_sense, Category.MISTRANSLATION, MAJOR, None),
    (corruption._slipped, Category.GRAMMAR, MINOR, None),
    (corruption._preposition, Category.GRAMMAR, MINOR, None),
    (corruption._broken, Category.GRAMMAR, MAJOR, None),
    (corruption._turned_genitive, Category.MISTRANSLATION, MAJOR, None),
    (corruption._stacked, Category.MISTRANSLATION, MAJOR, LESS),
]


@pytest.mark.parametrize(
    ("slip", "category", "severity", "count"), [pytest.param(*case, id=case[0].__name__.strip("_")) for case in SLIPS]
)
def test_each_slip_marks_what_it_did(slip: Slip, category: Category, severity: Severity, count: str | None) -> None:
    words = [Word(text) for text in TEXT.split()]
    made = [found for seed in range(60) if (found := slip(words, random.Random(seed), SENSES)) is not None]
    assert made
    for found in made:
        assert {word.fault for word in found} == {None, (category, severity)}
        assert _texts(found) != _texts(words)
        before, after = Counter(_texts(words)), Counter(_texts(found))
        if count == SAME:
            assert before == after
        elif count is None:
            assert len(found) == len(words)
            assert {word.text for word in found if word.fault is None} <= set(_texts(words))
        else:
            assert not (before - after if count == MORE else after - before)


@pytest.mark.parametrize(
    ("slip", "text"),
    [
        pytest.param(corruption._doubled, "one two", id="doubled"),
        pytest.param(corruption._dropped_function, "Ministers met without any of", id="dropped function word at the end"),
        pytest.param(corruption._dropped_content, "one two three four five", id="dropped content"),
        pytest.param(corruption._moved, "Ministers met again yesterday evening", id="moved"),
        pytest.param(corruption._swapped, "one two three", id="swapped"),
        pytest.param(corruption._wrong_sense, "Ministers met again yesterday evening", id="wrong sense"),
        pytest.param(corruption._slipped, "Oslo Bonn Rome Bern Kyiv", id="slipped"),
        pytest.param(corruption._preposition, "Ministers met again yesterday evening", id="preposition"),
        pytest.param(corruption._broken, "one two three four five six seven eight", id="broken"),
        pytest.param(corruption._turned_genitive, "Ministers met again of it", id="turned genitive"),
        pytest.param(corruption._slipped, "Rome treaties Oslo Bonn", id="what would be no word"),
        pytest.param(corruption._stacked, "They spoke of the region", id="of makes no heap of words"),
    ],
)
def test_a_slip_that_finds_no_place_makes_nothing(slip: Slip, text: str) -> None:
    assert all(slip([Word(part) for part in text.split()], random.Random(seed), SENSES) is None for seed in range(20))


@pytest.mark.parametrize(
    ("slip", "text", "bad"),
    [
        pytest.param(
            corruption._turned_genitive, "the head of the office, they", "the office of the head, they", id="genitive"
        ),
        pytest.param(corruption._wrong_sense, "Our head, as they said", "Our chief, as they said", id="sense keeps its comma"),
        pytest.param(corruption._dropped_function, "Ministers met at Rome", "Ministers met Rome", id="dropped function word"),
        pytest.param(corruption._slipped, "Rome has Oslo Bonn", "Rome have Oslo Bonn", id="number"),
        pytest.param(corruption._slipped, "Rome minister Oslo", "Rome ministers Oslo", id="plural"),
        pytest.param(
            corruption._stacked, "They give attention to the region, too", "They give region attention, too", id="stacked"
        ),
    ],
)  # fmt: skip
def test_what_becomes_of_a_sentence(slip: Slip, text: str, bad: str) -> None:
    found = slip([Word(part) for part in text.split()], random.Random(3), SENSES)
    assert found is not None
    assert " ".join(_texts(found)) == bad


def test_neighbours_with_one_fault_are_one_mark() -> None:
    fault = (Category.GRAMMAR, MAJOR)
    words = [Word("All"), Word("is", fault), Word("well,", fault), Word("here", (Category.STYLE, MINOR)), Word(".", fault)]
    text, marks = corruption._joined(words)
    assert [(mark.span.of(text), mark.category, mark.severity) for mark in marks] == [
        ("is well", *fault),
        ("here", Category.STYLE, MINOR),
    ]
