"""Pieces of words with their forms, and the columns of what is answered for them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from copydesk.errors import ReaderError
from copydesk.reader.encoding import FORMS, Encoder
from copydesk.reader.labels import COLUMNS

MARKS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
PIECES = "un ##esco ##s mac ##gre ##gor oslo a 3d is élan - . ’ s".split()


def encoder(*entries: str) -> Encoder:
    made = Tokenizer(WordPiece({entry: at for at, entry in enumerate(entries)}, unk_token="[UNK]"))
    made.normalizer = BertNormalizer(lowercase=True, strip_accents=False)
    made.pre_tokenizer = BertPreTokenizer()
    made.enable_truncation(2)
    made.enable_padding(length=9)
    return Encoder(made)


ENCODER = encoder(*MARKS, *PIECES)
SMALL, CAPITAL, CAPITALS, MIXED, GLUED = 0, 1, 2, 3, 4


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        pytest.param("oslo is", [("oslo", SMALL), ("is", SMALL)], id="small"),
        pytest.param("Oslo  A", [("Oslo", CAPITAL), ("A", CAPITAL)], id="capital, also of one letter"),
        pytest.param("OSLO IS", [("OSLO", CAPITALS), ("IS", CAPITALS)], id="capitals"),
        pytest.param("oSLo 3D", [("oSLo", MIXED), ("3D", CAPITALS)], id="mixed, and a digit"),
        pytest.param("Élan", [("Élan", CAPITAL)], id="accent"),
        pytest.param("UNESCO", [("UN", CAPITALS), ("ESCO", CAPITALS + GLUED)], id="pieces are glued"),
        pytest.param(
            "MacGregor", [("Mac", CAPITAL), ("Gre", CAPITAL + GLUED), ("gor", SMALL + GLUED)], id="pieces of their own case"
        ),
        pytest.param(
            "Oslo-A’s.",
            [("Oslo", 1), ("-", GLUED), ("A", CAPITAL + GLUED), ("’", GLUED), ("s", GLUED), (".", GLUED)],
            id="signs",
        ),
        pytest.param("\u00a0is\u2009is\tis", [("is", SMALL)] * 3, id="any white space parts"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_forms(text: str, forms: list[tuple[str, int]]) -> None:
    (found,) = ENCODER.pieces([text])
    assert [(piece.span.of(text), piece.form) for piece in found] == forms


def test_nothing_is_cut_or_filled_up() -> None:
    found = ENCODER.pieces(["is is is is", "is"])
    assert [[piece.number for piece in sentence] for sentence in found] == [[14] * 4, [14]]
    assert ENCODER.vocabulary["is"] == 14
    assert (ENCODER.padding, ENCODER.opening, ENCODER.closing, ENCODER.masking) == (0, 2, 3, 4)


@settings(deadline=None)
@given(st.text(max_size=30))
def test_pieces_stand_in_order_in_any_text(text: str) -> None:
    (found,) = ENCODER.pieces([text])
    end = 0
    for piece in found:
        assert end <= piece.span.start <= piece.span.end <= len(text)
        assert 0 <= piece.form < FORMS
        end = piece.span.start


@pytest.mark.parametrize("mark", ["opening", "closing", "padding", "masking"])
def test_a_vocabulary_without_marks_is_told(mark: str) -> None:
    with pytest.raises(ReaderError, match=r"the vocabulary has no \[.+; use the tokenizer.json of a BERT"):
        getattr(encoder("[UNK]", "a"), mark)


def test_every_column_is_one_answer() -> None:
    single = (COLUMNS.any, COLUMNS.major)
    places = [*range(COLUMNS.width)[COLUMNS.tags], *range(COLUMNS.width)[COLUMNS.categories], *single]
    assert sorted(places) == list(range(COLUMNS.width))
