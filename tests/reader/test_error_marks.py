"""Which words an editor would mark together, and how bad a mark is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.core.finding import Severity
from copydesk.core.marking import Category, ErrorSpan
from copydesk.core.span import Span
from copydesk.reader.answers import SentenceAnswer
from copydesk.reader.card import Operating
from copydesk.reader.labels import CATEGORIES
from copydesk.reader.marks import marks
from copydesk.reader.policy import judged
from copydesk.text import words

AT = Operating(seed=0.5, grow=0.3, major=0.5)


def kinds(category: Category, share: float = 1.0) -> tuple[float, ...]:
    rest = (1 - share) / (len(CATEGORIES) - 1)
    return tuple(share if kind is category else rest for kind in CATEGORIES)


def answer(text: str, values: list[float], major: float = 0.0, category: Category = Category.STYLE) -> SentenceAnswer:
    found = tuple(words(text))
    kind, size = kinds(category), len(found)
    return SentenceAnswer(span=Span(0, len(text)), words=found, any=tuple(values), major=(major,) * size, kinds=(kind,) * size)


def marked(text: str, values: list[float], operating: Operating = AT) -> list[str]:
    return [mark.span.of(text) for mark in marks(text, answer(text, values), operating)]


@pytest.mark.parametrize(
    ("text", "values", "expected"),
    [
        ("one two three", [0.4, 0.49, 0.3], []),
        ("one two three", [0.2, 0.5, 0.2], ["two"]),
        ("one two three", [0.3, 0.5, 0.3], ["one two three"]),
        # articles at the ends are left out, unless one is what is wrong
        ("the two, a", [0.3, 0.5, 0.3], ["two"]),
        ("the two", [0.6, 0.6], ["the two"]),
        ("He saw the", [0.1, 0.1, 0.9], ["the"]),
        # a short word does not part two marks, a long or a second one does
        ("bad of worse", [0.9, 0.0, 0.9], ["bad of worse"]),
        ("bad, not worse", [0.9, 0.0, 0.9], ["bad, not worse"]),
        ("bad rather worse", [0.9, 0.0, 0.9], ["bad", "worse"]),
        ("bad of it worse", [0.9, 0.0, 0.0, 0.9], ["bad", "worse"]),
        # what grows without a seed is no mark, and joins none
        ("bad of worse", [0.9, 0.0, 0.4], ["bad"]),
        # punctuation at the ends is in no word
        ("“Bad”, he said.", [0.9, 0.9, 0.1], ["Bad”, he"]),
        ("", [], []),
    ],
)
def test_which_words_are_marked(text: str, values: list[float], expected: list[str]) -> None:
    assert marked(text, values) == expected


def test_a_category_may_have_a_seed_of_its_own() -> None:
    at = Operating(seed=0.5, grow=0.3, kinds=((Category.STYLE, 0.8),))
    assert marked("one two", [0.7, 0.2], at) == []
    assert marked("one two", [0.8, 0.2], at) == ["one"]
    low = Operating(seed=0.5, grow=0.3, kinds=((Category.STYLE, 0.1),))
    assert marked("one two", [0.1, 0.05], low) == ["one"]


@pytest.mark.parametrize(
    ("major", "critical", "severity"),
    [(0.1, (), Severity.MINOR), (0.4, (), Severity.MAJOR), (0.4, (0.1,), Severity.MAJOR), (0.5, (0.4,), Severity.CRITICAL)],
)
def test_severity(major: float, critical: tuple[float, ...], severity: Severity) -> None:
    said = SentenceAnswer(
        span=Span(0, 3), words=(Span(0, 3),), any=(0.8,), major=(major,), critical=critical, kinds=(kinds(Category.NAME),)
    )
    (mark,) = marks("one", said, AT)
    assert (mark.severity, mark.major, mark.confidence, mark.share) == (severity, major, 0.8, 1.0)


def test_the_category_of_most_weight_and_the_surest_word() -> None:
    said = SentenceAnswer(
        span=Span(0, 7), words=(Span(0, 3), Span(4, 7)), any=(0.9, 0.4), major=(0.1, 0.2), sure=(0.7, 0.2),
        kinds=(kinds(Category.GRAMMAR, 0.6), kinds(Category.STYLE, 0.9)),
    )  # fmt: skip
    (mark,) = marks("one two", said, AT)
    assert (mark.category, mark.confidence, mark.major) == (Category.GRAMMAR, 0.7, 0.2)
    assert mark.share == pytest.approx((0.9 * 0.6 + 0.4 * 0.1 / 12) / 1.3)


@given(st.lists(st.tuples(st.sampled_from(["a", "the", "of", "word", "Baku,"]), st.floats(0, 1)), max_size=12))
def test_marks_are_sound(cells: list[tuple[str, float]]) -> None:
    text, values = " ".join(word for word, _ in cells), [value for _, value in cells]
    found = list(marks(text, answer(text, values), AT))
    assert all(one.span.end < other.span.start for one, other in pairwise(found))
    for mark in found:
        assert mark.span.of(text) == mark.span.of(text).strip(" ,")
        assert mark.confidence is not None
        assert mark.confidence >= AT.seed
    inside = [any(mark.span.contains(word) for mark in found) for word in words(text)]
    assert all(inside[at] for at, value in enumerate(values) if value >= AT.seed)


POLICY = {"name": Severity.CRITICAL, "number": Severity.CRITICAL, "style": Severity.MINOR, "attribution": Severity.MAJOR,
          "negation": Severity.CRITICAL}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "category", "severity", "expected"),
    [
        ("Jay Bay", Category.NAME, Severity.MINOR, Severity.CRITICAL),
        ("odd phrase", Category.GRAMMAR, Severity.MINOR, Severity.MINOR),
        ("odd phrase", Category.STYLE, Severity.MAJOR, Severity.MINOR),
        ("odd 12 per cent", Category.STYLE, Severity.MAJOR, Severity.CRITICAL),
        ("twenty tanks", Category.GRAMMAR, Severity.MINOR, Severity.CRITICAL),
        ("a percentage", Category.GRAMMAR, Severity.MINOR, Severity.CRITICAL),
        ("did not leave", Category.GRAMMAR, Severity.MAJOR, Severity.CRITICAL),
        ("didn’t leave", Category.GRAMMAR, Severity.MAJOR, Severity.CRITICAL),
        ("denied it", Category.GRAMMAR, Severity.MINOR, Severity.CRITICAL),
        ("he said so", Category.GRAMMAR, Severity.MINOR, Severity.MAJOR),
        ("according to him", Category.GRAMMAR, Severity.CRITICAL, Severity.CRITICAL),
        ("a sayer of nods in Norway", Category.GRAMMAR, Severity.MINOR, Severity.MINOR),
    ],
)
def test_policy(text: str, category: Category, severity: Severity, expected: Severity) -> None:
    mark = ErrorSpan(span=Span(0, len(text)), category=category, severity=severity)
    assert judged(mark, text, POLICY).severity is expected
    assert judged(mark, text, {}) is mark
