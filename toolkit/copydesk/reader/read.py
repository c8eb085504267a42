"""The reader: what a trained model says of a document, whichever model it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from copydesk.core.document import PROOF_READ, Document
from copydesk.core.marking import ErrorSpan, SentenceQuality
from copydesk.errors import ReaderError
from copydesk.reader.answers import Name, SentenceAnswer
from copydesk.reader.card import FILE, Operating
from copydesk.reader.marks import marks

SHIPPED = Path(__file__).resolve().parent.parent / "data" / "reader"
#: what stands for the model that ships, and for none at all
DEFAULT, NONE = "default", "none"
_ONNX, _WEIGHTS = "model.onnx", "model.safetensors"


class Answering(Protocol):
    """A model that speaks of sentences."""

    operating: Operating

    @property
    def signature(self) -> str:
        """What makes two such models differ."""

    def answers(self, texts: Sequence[str]) -> tuple[SentenceAnswer, ...]:
        """What is said of the sentences of one text, in order; spans lie within each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """What was read in a document; all spans count code points of its reading."""

    answers: tuple[SentenceAnswer, ...] = ()
    marks: tuple[ErrorSpan, ...] = ()
    qualities: tuple[SentenceQuality, ...] = ()
    names: tuple[Name, ...] = ()


class Reader:
    """Reads sentences and documents with one model."""

    def __init__(self, model: Answering) -> None:
        self._model = model

    @classmethod
    def open(cls, name: str | None = None, labels: Mapping[str, str] | None = None) -> Reader:
        """The reader that ships (None or ``default``), or any other.

        ``name`` is a folder that `copydesk.training.reader` wrote (ONNX, or a checkpoint for torch), or a Hugging Face
        checkpoint that classifies tokens or texts: a folder, or its name on the hub. ``labels`` says what the labels of the
        latter mean (`copydesk.reader.meanings`). Raises ReaderError where there is no such model.
        """
        folder = SHIPPED if name in (None, DEFAULT) else Path(str(name))
        if folder is SHIPPED and not (folder / _ONNX).is_file():
            remedy = "install the package again, or check without a reader: --reader none"
            raise ReaderError("the reader model is missing", where=str(folder), remedy=remedy)
        return cls(_trained(folder) if (folder / FILE).is_file() else _foreign(str(name), labels or {}))

    @property
    def signature(self) -> str:
        """Which model reads, in a few letters."""
        return self._model.signature

    def read_sentences(self, texts: Sequence[str]) -> tuple[SentenceAnswer, ...]:
        """What is said of sentences that stand one behind the other in one text; spans lie within each."""
        return self._model.answers(texts) if texts else ()

    def marks(self, text: str, answer: SentenceAnswer, least: float | None = None) -> tuple[ErrorSpan, ...]:
        """The marks that an answer makes in the text in which its spans count.

        Those of at least the probability ``least``; without it, from the point on that the model was made to speak from.
        """
        operating = self._model.operating
        floor = operating.report if least is None else least
        return tuple(mark for mark in marks(text, answer, operating) if mark.confidence is None or mark.confidence >= floor)

    def read(self, document: Document, least: float | None = None) -> Marked:
        """What is said of the headlines and the body of a document; teasers and what is no article are not read.

        ``least`` is the lowest probability of a mark; see `marks`.
        """
        text = document.reading.text
        spans = [sentence.span for sentence in document.sentences if sentence.part in PROOF_READ]
        said = self.read_sentences([span.of(text) for span in spans])
        answers = tuple(answer.shifted(span.start) for span, answer in zip(spans, said, strict=True))
        return Marked(
            answers=answers,
            marks=tuple(mark for answer in answers for mark in self.marks(text, answer, least)),
            qualities=tuple(
                SentenceQuality(span=answer.span, quality=answer.quality, major=answer.faulty)
                for answer in answers
                if answer.quality is not None and answer.faulty is not None
            ),
            names=tuple(name for answer in answers for name in answer.names),
        )


def _trained(folder: Path) -> Answering:
    from copydesk.reader.trained import TrainedReader

    onnx, weights = folder / _ONNX, folder / _WEIGHTS
    if onnx.is_file():
        from copydesk.reader.onnx import OnnxNetwork

        return TrainedReader(folder, OnnxNetwork(onnx), runtime="onnx", weights=onnx)
    if not weights.is_file():
        raise ReaderError(f"holds neither {_ONNX} nor {_WEIGHTS}", where=str(folder), remedy="copy the model folder anew")
    from copydesk.reader.torch_network import TorchNetwork

    return TrainedReader(folder, TorchNetwork(folder), runtime="torch", weights=weights)


def _foreign(name: str, labels: Mapping[str, str]) -> Answering:
    folder = Path(name)
    if folder.exists() and not (folder / "config.json").is_file():
        raise ReaderError("holds no model", where=name, remedy=f"give a folder with {FILE} or config.json")
    if not folder.exists() and _is_path(name):
        raise ReaderError("no such folder", where=name, remedy="check the path")
    from copydesk.reader.foreign import ForeignReader

    return ForeignReader(name, labels)


def _is_path(name: str) -> bool:
    """Whether this can be no name on the hub, which is one word, or two with a slash between."""
    return name.startswith((".", "/", "~")) or "\\" in name or name.count("/") > 1
