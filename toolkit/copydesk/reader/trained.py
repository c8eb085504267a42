"""The reader that this package trains: sentences to windows, windows through the network, pieces to words."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from copydesk.core.span import Span
from copydesk.errors import ReaderError
from copydesk.reader.answers import SentenceAnswer
from copydesk.reader.card import Operating, read_card
from copydesk.reader.encoding import Encoder, Piece
from copydesk.reader.labels import COLUMNS, TAGS
from copydesk.reader.naming import names
from copydesk.reader.network import Marks, Network, run_windows
from copydesk.reader.pooling import Pooling, probability, shares
from copydesk.reader.sums import chance, quality
from copydesk.reader.windows import Window, windows

if TYPE_CHECKING:
    from copydesk.reader.network import Logits

_VOCABULARY = "tokenizer.json"
_DIGITS = 8


class TrainedReader:
    """A model folder with ``reader.json`` and ``tokenizer.json``, and the ``network`` in it; ``weights`` is the network's file.

    Raises ReaderError for a missing or broken file, of the vocabulary when it is first needed.
    """

    def __init__(self, folder: Path, network: Network, *, runtime: str, weights: Path) -> None:
        self._folder, self._network = folder, network
        self._card = read_card(folder)
        self.operating: Operating = self._card.operating
        self._runtime, self._weights = runtime, weights

    @cached_property
    def signature(self) -> str:
        """Run time and the first digits of the SHA-256 of weights and card."""
        digest = hashlib.sha256()
        for path in (self._weights, self._folder / "reader.json"):
            digest.update(path.read_bytes())
        return f"{self._runtime}-{digest.hexdigest()[:_DIGITS]}"

    def answers(self, texts: Sequence[str]) -> tuple[SentenceAnswer, ...]:
        """What is said of the sentences of one text, in order; spans lie within each."""
        pieces = self._encoder.pieces(texts)
        rows = [np.zeros((len(cut), COLUMNS.width), np.float32) for cut in pieces]
        planned = list(windows([len(cut) for cut in pieces], self._card.window))
        for window, logits in run_windows(planned, pieces, self._network, Marks.of(self._encoder)):
            _place(window, logits, rows)
        return tuple(self._answer(*one) for one in zip(texts, pieces, rows, strict=True))

    @cached_property
    def _encoder(self) -> Encoder:
        from tokenizers import Tokenizer

        path = self._folder / _VOCABULARY
        try:
            return Encoder(Tokenizer.from_file(str(path)))
        except Exception as error:  # the library raises bare exceptions
            raise ReaderError(f"cannot be read ({error})", where=str(path), remedy="copy the model folder anew") from None

    def _answer(self, text: str, pieces: Sequence[Piece], logits: Logits) -> SentenceAnswer:
        pooling, card = Pooling(text, [piece.span for piece in pieces]), self._card
        highest = pooling.highest(logits)
        any_ = probability(highest[:, COLUMNS.any], card.any.slope, card.any.shift)
        major = probability(highest[:, COLUMNS.major], card.major.slope, card.major.shift)
        mark = card.mark or card.any
        kinds = pooling.mean(shares(logits[:, COLUMNS.categories]), probability(logits[:, COLUMNS.any]))
        tags = [TAGS[number] for number in pooling.first(logits[:, COLUMNS.tags].argmax(axis=1))]
        majors = float(major.sum())
        faulty = probability(np.array([chance(majors)]), card.faulty.slope, card.faulty.shift)
        return SentenceAnswer(
            span=Span(0, len(text)), words=pooling.words, any=tuple(any_.tolist()), major=tuple(major.tolist()),
            sure=tuple(probability(highest[:, COLUMNS.any], mark.slope, mark.shift).tolist()),
            kinds=tuple(map(tuple, kinds.tolist())), names=tuple(names(text, pooling.words, tags)),
            quality=quality(majors), faulty=float(faulty[0]),
        )  # fmt: skip


def _place(window: Window, logits: Logits, rows: Sequence[Logits]) -> None:
    """Copy what is answered in a window to the places of its sentences."""
    at = 0
    for shown in window:
        begin = at + 1 - shown.start
        rows[shown.sentence][shown.first : shown.last] = logits[begin + shown.first : begin + shown.last]
        at += 1 + shown.stop - shown.start
