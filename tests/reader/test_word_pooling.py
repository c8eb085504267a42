"""From pieces to words, and from tags to names."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.core.span import Span
from copydesk.reader.naming import names
from copydesk.reader.pooling import Pooling, probability, shares
from copydesk.text import words

TEXT = "Mr. Al-Sisi’s 3.5"
#: mr . al - si ##si ’ s 3 . 5
PIECES = [(0, 2), (2, 3), (4, 6), (6, 7), (7, 9), (9, 11), (11, 12), (12, 13), (14, 15), (15, 16), (16, 17)]


def pooling() -> Pooling:
    return Pooling(TEXT, [Span(*piece) for piece in PIECES])


def test_words_take_the_highest_mean_and_first_of_their_pieces() -> None:
    values = np.arange(11, dtype=np.float32)
    made = pooling()
    assert [word.of(TEXT) for word in made.words] == ["Mr", "Al-Sisi’s", "3.5"]
    assert made.highest(values).tolist() == [0, 7, 10]
    assert made.first(values).tolist() == [0, 2, 8]
    weights = np.array([1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 2])
    assert made.mean(values[:, None], weights).tolist() == [[0], [4.5], [9.25]]


def test_no_words_no_values() -> None:
    made = Pooling("?!", [Span(0, 1), Span(1, 2)])
    assert made.words == ()
    for found in (made.highest(np.ones((2, 3))), made.mean(np.ones((2, 3)), np.ones(2)), made.first(np.ones((2, 3)))):
        assert found.shape == (0, 3)


@given(st.text(alphabet="ab’-. \u0301\u00ad1,", max_size=30), st.data())
def test_every_word_with_a_piece_is_kept_in_order(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=10)))
    pieces = [Span(*pair) for pair in pairwise(cuts)]
    made = Pooling(text, pieces)
    assert list(made.words) == [word for word in words(text) if any(word.overlaps(piece) for piece in pieces)]
    assert len(made.highest(np.zeros(len(pieces)))) == len(made.words)


@pytest.mark.parametrize(("logit", "expected"), [(0.0, 0.5), (1e9, 1.0), (-1e9, 0.0), (np.log(3.0), 0.75)])
def test_probability(logit: float, expected: float) -> None:
    assert probability(np.array([logit])) == pytest.approx([expected])
    assert probability(np.array([logit / 2 - 1]), slope=2.0, shift=2.0) == pytest.approx([expected])


def test_shares_sum_to_one_whatever_the_logits() -> None:
    assert shares(np.array([[1e4, 1e4], [0.0, np.log(3.0)]])) == pytest.approx(np.array([[0.5, 0.5], [0.25, 0.75]]))


@pytest.mark.parametrize(
    ("text", "tags", "expected"),
    [
        ("Ilham Aliyev left Baku", "B-PER I-PER O B-LOC", ["Ilham Aliyev/PER", "Baku/LOC"]),
        ("Azerbaijan’s Ganja", "B-LOC B-LOC", ["Azerbaijan/LOC", "Ganja/LOC"]),
        ("Mr President Ilham Aliyev", "B-PER I-PER I-PER I-PER", ["Ilham Aliyev/PER"]),
        ("Mr", "B-PER", ["Mr/PER"]),
        ("President Hotel", "B-ORG I-ORG", ["President Hotel/ORG"]),
        # a tag that goes on with nothing, or with another kind
        ("the UN Russian envoy", "O I-ORG I-NORP O", ["UN/ORG", "Russian/NORP"]),
        ("a b", "O O", []),
    ],
)
def test_names_of_tags(text: str, tags: str, expected: list[str]) -> None:
    found = names(text, words(text), tags.split())
    assert [f"{name.span.of(text)}/{name.kind}" for name in found] == expected
