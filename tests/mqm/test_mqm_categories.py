"""Every name that the published annotations use."""

from __future__ import annotations

import pytest

from copydesk.core.finding import Severity
from copydesk.core.marking import Category, ErrorSpan
from copydesk.core.span import Span
from copydesk.mqm.categories import category_of, marked, published, severity_of
from copydesk.mqm.segments import Rating
from copydesk.mqm.weights import Weights

TABLE = {
    Category.MISTRANSLATION: (
        "Accuracy/Mistranslation", "accuracy/creative reinterpretation", "accuracy/gender mismatch", "non-translation!",
        "Non-translation", "mistranslation", "Accuracy/Retained factual error",
    ),
    Category.ADDITION: ("accuracy/addition", "Addition"),
    Category.OMISSION: ("Accuracy/Omission",),
    Category.UNTRANSLATED: ("accuracy/untranslated text", "accuracy/untranslated", "accuracy/source language fragment"),
    Category.GRAMMAR: ("fluency/grammar", "Fluency/Grammar"),
    Category.SPELLING: ("fluency/spelling",),
    Category.PUNCTUATION: ("fluency/punctuation", "FLUENCY/PUNCTUATION"),
    Category.INCONSISTENCY: ("fluency/inconsistency",),
    Category.STYLE: (
        "style/awkward", "style/unnatural or awkward", "style/bad sentence structure",
        "style/archaic or obscure word choice", "Style/Awkward", "fluency/register",
    ),
    Category.TERMINOLOGY: (
        "terminology/inappropriate for context", "terminology/inappropriate", "terminology/inconsistent",
        "terminology/inconsistent use of terminology",
    ),
    Category.NAME: ("locale convention/name format", "locale convention/name", "Locale_convention/Name_format", "name"),
    Category.LOCALE: (
        "locale convention/currency format", "locale convention/currency", "locale convention/address format",
        "locale convention/address", "locale convention/date format", "locale convention/date",
        "locale convention/time format", "locale convention/time", "locale convention/telephone format",
    ),
    Category.OTHER: (
        "other", "Other", "", None, "fluency/character encoding", "fluency/display", "fluency/text-breaking", "rude",
    ),
    None: ("no-error", "No-error", "source error", "Source error", "Source issue"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "category"), [(text, category) for category, texts in TABLE.items() for text in texts])
def test_category(text: str | None, category: Category | None) -> None:
    assert category_of(text) is category


@pytest.mark.parametrize("category", Category)
def test_our_own_names_stand_for_themselves(category: Category) -> None:
    assert category_of(category.value) is category


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Minor", Severity.MINOR), ("minor", Severity.MINOR), ("Major", Severity.MAJOR), ("critical", Severity.CRITICAL),
        ("Critical", Severity.CRITICAL), ("neutral", None), ("No-error", None), ("no_error", None), ("", None), (None, None),
        ("HOTW-test", None),
    ],
)  # fmt: skip
def test_severity(text: str | None, severity: Severity | None) -> None:
    assert severity_of(text) is severity


def test_unknown_severity_is_refused() -> None:
    with pytest.raises(ValueError, match="'grave' is not a severity"):
        severity_of("grave")


def test_a_non_translation_can_still_be_told_apart() -> None:
    mark = marked(Span(0, 3), "Non-translation!", "Major")
    assert mark == ErrorSpan(span=Span(0, 3), category=Category.MISTRANSLATION, severity=Severity.CRITICAL)
    assert marked(Span(0, 3), "Non-translation!", "neutral") is None


@pytest.mark.parametrize(
    ("marks", "score"),
    [
        ([], 0.0),
        ([("fluency/punctuation", "minor")], -0.1),
        ([("fluency/punctuation", "major")], -5.0),
        ([("accuracy/omission", "minor"), ("style/awkward", "major")], -6.0),
        ([("non-translation!", "major")], -25.0),
        ([("fluency/grammar", "critical")], -5.0),
    ],
)
def test_score(marks: list[tuple[str, str]], score: float) -> None:
    errors = tuple(mark for category, severity in marks if (mark := marked(Span(0, 1), category, severity)) is not None)
    assert Weights().score(Rating(rater="a", errors=errors)) == pytest.approx(score)


def test_signature_tells_every_weight() -> None:
    assert Weights(major=10).signature == "mqm:major10,minor1,punctuation0.1,non_translation25"


@pytest.mark.parametrize("category", Category)
def test_what_is_published_is_read_back(category: Category) -> None:
    assert category_of(published(category)) is category
