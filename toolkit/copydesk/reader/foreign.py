"""Any Hugging Face checkpoint that classifies tokens or texts, as a reader. Imports torch and transformers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import torch
from safetensors import SafetensorError
from transformers import AutoConfig, AutoModelForSequenceClassification, AutoModelForTokenClassification, AutoTokenizer

from copydesk.core.finding import Severity
from copydesk.core.marking import Category
from copydesk.core.span import Span
from copydesk.errors import ReaderError
from copydesk.reader.answers import SentenceAnswer
from copydesk.reader.card import Operating
from copydesk.reader.labels import CATEGORIES
from copydesk.reader.meanings import Meaning, meanings
from copydesk.reader.pooling import Numbers, Pooling
from copydesk.text import words

#: texts that are read at once, the longest part of one, and what two parts share
_BATCH, _LONGEST, _OVERLAP = 8, 512, 32
#: positions that some encoders keep for themselves
_KEPT = 2
_TOKENS, _TEXTS = "ForTokenClassification", "ForSequenceClassification"
#: the columns before those of the categories: something is wrong, major or worse, critical
_HEAD = 3


class ForeignReader:
    """``name``: a folder, or what the checkpoint is called on the hub; ``labels``: what its labels mean.

    A classifier of texts speaks of whole sentences. Raises ReaderError where it is neither, or where a label is not understood.
    """

    operating = Operating(seed=0.5, grow=0.5)

    def __init__(self, name: str, labels: Mapping[str, str]) -> None:
        self.signature = f"torch-{name.rstrip('/').rpartition('/')[2]}"
        config = _opened(AutoConfig, name)
        architecture = (getattr(config, "architectures", None) or [""])[0]
        self._of_tokens = architecture.endswith(_TOKENS)
        if not self._of_tokens and not architecture.endswith(_TEXTS):
            message = f"is {architecture or 'a model of no kind'}, which classifies neither tokens nor texts"
            raise ReaderError(message, where=name, remedy=f"give a checkpoint …{_TOKENS} or …{_TEXTS}")
        names = [config.id2label[number] for number in sorted(config.id2label)]
        self._columns = _columns(meanings(names, labels, name))
        self._tokenizer = _opened(AutoTokenizer, name)
        if not self._tokenizer.is_fast:
            raise ReaderError("has a tokenizer without offsets", where=name, remedy="give one with a tokenizer.json")
        kind = AutoModelForTokenClassification if self._of_tokens else AutoModelForSequenceClassification
        self._device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self._model = _opened(kind, name).to(self._device).float().eval()
        self._room = min(_LONGEST, self._tokenizer.model_max_length, _positions(config))

    def answers(self, texts: Sequence[str]) -> tuple[SentenceAnswer, ...]:
        """What is said of each sentence by itself; spans lie within it."""
        said: list[SentenceAnswer] = []
        for start in range(0, len(texts), _BATCH):
            chunk = texts[start : start + _BATCH]
            parts = self._parts(chunk)
            answer = self._by_tokens if self._of_tokens else self._by_text
            said += [answer(text, [part for number, part in parts if number == at]) for at, text in enumerate(chunk)]
        return tuple(said)

    def _parts(self, texts: Sequence[str]) -> list[tuple[int, tuple[Any, Numbers]]]:
        """Parts of the texts, with the number of the text: offsets of pieces, and columns of pieces or of the part."""
        given = self._tokenizer(
            list(texts), truncation=True, max_length=self._room, stride=min(_OVERLAP, self._room // 4), padding=True,
            return_overflowing_tokens=True, return_offsets_mapping=True, return_tensors="pt",
        )  # fmt: skip
        owners, offsets = given.pop("overflow_to_sample_mapping").tolist(), given.pop("offset_mapping").tolist()
        with torch.inference_mode():
            logits = self._model(**given.to(self._device)).logits.double()
        values = logits.softmax(-1).cpu().numpy() @ self._columns
        return list(zip(owners, zip(offsets, values, strict=True), strict=True))

    def _by_tokens(self, text: str, parts: Sequence[tuple[Any, Numbers]]) -> SentenceAnswer:
        best: dict[tuple[int, int], Numbers] = {}
        for offsets, values in parts:
            for (start, end), row in zip(offsets, values, strict=True):
                if start < end and ((start, end) not in best or row[0] > best[start, end][0]):
                    best[start, end] = row
        places = sorted(best)
        rows = np.array([best[place] for place in places]).reshape(len(places), _HEAD + len(CATEGORIES))
        pooling = Pooling(text, [Span(*place) for place in places])
        return _answer(text, pooling.words, pooling.highest(rows))

    def _by_text(self, text: str, parts: Sequence[tuple[Any, Numbers]]) -> SentenceAnswer:
        worst = max((row for _, row in parts), key=lambda row: float(row[0]))
        found = tuple(words(text))
        quality, faulty = 1.0 - float(worst[0]), max(float(row[1]) for _, row in parts)
        return _answer(text, found, np.tile(worst, (len(found), 1)), quality=quality, faulty=faulty)


def _answer(
    text: str, found: tuple[Span, ...], rows: Numbers, quality: float | None = None, faulty: float | None = None
) -> SentenceAnswer:
    any_, major, critical = (tuple(column.tolist()) for column in rows[:, :_HEAD].T)
    kinds = rows[:, _HEAD:] / np.maximum(rows[:, _HEAD:].sum(axis=1, keepdims=True), 1e-12)
    return SentenceAnswer(
        span=Span(0, len(text)), words=found, any=any_, major=major, critical=critical,
        kinds=tuple(map(tuple, kinds.tolist())), quality=quality, faulty=faulty,
    )  # fmt: skip


def _columns(meant: Sequence[Meaning]) -> Numbers:
    """What a label adds to each column: (labels, 3 + categories)."""
    return np.array([list(_row(one)) for one in meant], np.float64)


def _row(meant: Meaning) -> Iterator[float]:
    wrong = meant.category is not None
    yield float(wrong)
    yield float(wrong and meant.severity is not Severity.MINOR)
    yield float(wrong and meant.severity is Severity.CRITICAL)
    yield from (float(meant.category is category) for category in Category)


def _positions(config: Any) -> int:
    most = getattr(config, "max_position_embeddings", None)
    return _LONGEST if most is None or most <= _KEPT else int(most) - _KEPT


def _opened(kind: Any, name: str) -> Any:
    try:
        return kind.from_pretrained(name)
    except (OSError, ValueError, KeyError, RuntimeError, SafetensorError) as error:
        reason = str(error).strip().splitlines()[0]
        raise ReaderError(f"cannot be opened ({reason})", where=name, remedy="check the name or the folder") from None
