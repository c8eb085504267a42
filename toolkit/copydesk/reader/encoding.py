"""Text to the numbers that the reader model sees: pieces of words, their letter case, and where each stands.

The vocabulary knows no capitals, yet capitals tell names; so each piece carries a form number beside its word-piece number:
how it is written (small, Capital, CAPITALS, mIxed) and whether white space stands before it. A mark [CLS] stands before
every sentence of a window, so that the network sees where each begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from copydesk.core.span import Span
from copydesk.errors import ReaderError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

#: how many form numbers there are: four ways of writing, glued to what stands before or not
FORMS = 8
_CAPITAL, _CAPITALS, _MIXED = 1, 2, 3
_GLUED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of a word: its number in the vocabulary, its form, and where it stands in its sentence."""

    number: int
    form: int
    span: Span


class Encoder:
    """Cuts sentences into pieces with the tokenizer of one model. Raises ReaderError where its vocabulary lacks a mark."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenizer = tokenizer

    @cached_property
    def opening(self) -> int:
        """The number of the mark before each sentence."""
        return self._number("[CLS]")

    @cached_property
    def closing(self) -> int:
        """The number of the mark behind the last sentence of a window."""
        return self._number("[SEP]")

    @cached_property
    def padding(self) -> int:
        """The number that fills up short windows."""
        return self._number("[PAD]")

    @cached_property
    def masking(self) -> int:
        """The number that hides a piece in training."""
        return self._number("[MASK]")

    @cached_property
    def vocabulary(self) -> dict[str, int]:
        """Every piece with its number."""
        return dict(self._tokenizer.get_vocab())

    def pieces(self, sentences: Sequence[str]) -> list[list[Piece]]:
        """The pieces of each sentence; spans lie within it."""
        encoded = self._tokenizer.encode_batch(list(sentences), add_special_tokens=False)
        return [
            [
                Piece(number=number, form=_form(text, start, end), span=Span(start, end))
                for number, (start, end) in zip(item.ids, item.offsets, strict=True)
            ]
            for text, item in zip(sentences, encoded, strict=True)
        ]

    def _number(self, mark: str) -> int:
        number = self._tokenizer.token_to_id(mark)
        if number is None:
            raise ReaderError(f"the vocabulary has no {mark}", remedy="use the tokenizer.json of a BERT model")
        return int(number)


def _form(text: str, start: int, end: int) -> int:
    glued = _GLUED if start and not text[start - 1].isspace() else 0
    return glued + _case(text[start:end])


def _case(piece: str) -> int:
    if not any(char.isupper() for char in piece):
        return 0
    if piece.isupper() and len(piece) > 1:
        return _CAPITALS
    return _CAPITAL if piece[0].isupper() and not any(char.isupper() for char in piece[1:]) else _MIXED
