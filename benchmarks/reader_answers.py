"""What the trained reader says to segments and texts, as `errors.py` asks it: one place to put another reader in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from common import give_up
from copydesk import Span
from copydesk.core.marking import Category, ErrorSpan
from copydesk.errors import ReaderError
from copydesk.mqm.segments import RatedSegment
from copydesk.reader.answers import SentenceAnswer
from copydesk.reader.read import Reader

#: system, document, number of the segment
Key = tuple[str, str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is said of one segment; the first four are of equal length, spans are code points of its target.

    ``any`` and ``major`` are the probabilities of each word to stand inside an error and inside a major one. ``quality`` runs
    from 0 (worst) to 1, ``major_segment`` is the probability of a major error anywhere in the segment, and ``marks`` are the
    errors reported at the point that the reader ships with.
    """

    words: tuple[Span, ...]
    any: tuple[float, ...]
    major: tuple[float, ...]
    categories: tuple[Category, ...]
    quality: float
    major_segment: float
    marks: tuple[ErrorSpan, ...]

    def __post_init__(self) -> None:
        if not len(self.words) == len(self.any) == len(self.major) == len(self.categories):
            raise ValueError("not one probability and one category a word")


def key_of(segment: RatedSegment) -> Key:
    """What an answer is found by."""
    return segment.system, segment.doc, segment.seg


def answers(segments: Iterable[RatedSegment], model: Path) -> dict[Key, Answer]:
    """An answer to every segment; the segments of one system and document are read together, in order of their numbers."""
    reader, said = opened(model), {}
    ordered = sorted(segments, key=lambda segment: (segment.corpus, segment.system, segment.doc, segment.seg))
    for _, group in groupby(ordered, key=lambda segment: (segment.corpus, segment.system, segment.doc)):
        rows = list(group)
        for segment, answer in zip(rows, reader.read_sentences([row.target for row in rows]), strict=True):
            said[key_of(segment)] = _answer(answer, reader.marks(segment.target, answer))
    return said


def _answer(said: SentenceAnswer, marks: tuple[ErrorSpan, ...]) -> Answer:
    if said.quality is None or said.faulty is None:
        give_up("this reader does not rate whole sentences")
    return Answer(
        words=said.words, any=said.any, major=said.major, categories=said.categories, quality=said.quality,
        major_segment=said.faulty, marks=marks,
    )  # fmt: skip


def names(texts: Sequence[str], model: Path) -> list[tuple[tuple[Span, str], ...]]:
    """The names of every text with their types: PER, LOC, ORG, NORP. Each text is read by itself."""
    reader = opened(model)
    said = (reader.read_sentences([text])[0] for text in texts)
    return [tuple((name.span, name.kind) for name in answer.names) for answer in said]


def opened(model: Path) -> Reader:
    """The reader in a folder; ends the run where there is none."""
    try:
        return Reader.open(str(model))
    except ReaderError as error:
        give_up(str(error))
