"""Everything that says how bad a segment or a word is: the reader, baselines, and published scores of the test file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from copydesk.mqm.segments import RatedSegment
from error_flags import word_scores
from reader_answers import Answer, Key, key_of

Array = NDArray[Any]
READER, STAND_IN, BASELINE = "reader", "stand-in for the reader", "logistic regression"
FLAG_ALL, LENGTH = "flag all", "length"
TARGET, SOURCE, REFERENCE, BOTH, NOTHING = "target", "source", "reference", "source, reference", "–"
#: published metrics whose names end in the reference that they read, but that read the source too
_READ_BOTH = ("COMET", "XCOMET")


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """Says how bad (``bad``, more is worse) and how good (``good``) each segment is; where it has ``said`` more, each word."""

    name: str
    #: what it sees beside the translation
    reads: str
    bad: Callable[[RatedSegment], float]
    good: Callable[[RatedSegment], float]
    said: Mapping[Key, Answer] | None = None

    def characters(self, segment: RatedSegment, *, major: bool) -> Array:
        """How bad each character is: as its word, else as the whole segment."""
        size = len(segment.target)
        if self.said is None:
            return np.full(size, self.bad(segment), dtype=np.float32)
        answer = self.said[key_of(segment)]
        return word_scores(answer, answer.major if major else answer.any, size)


def by_answers(name: str, said: Mapping[Key, Answer]) -> System:
    """The reader, or whatever answers like it."""
    return System(
        name=name, reads=TARGET, said=said,
        bad=lambda segment: said[key_of(segment)].major_segment, good=lambda segment: said[key_of(segment)].quality,
    )  # fmt: skip


def by_score(name: str, reads: str, bad: Callable[[RatedSegment], float]) -> System:
    """A single score a segment."""
    return System(name=name, reads=reads, bad=bad, good=lambda segment: -bad(segment))


def others(segments: Sequence[RatedSegment]) -> Iterator[System]:
    """Flag-all, length, sacrebleu against the reference, and every metric that the file holds for all of these segments."""
    yield by_score(FLAG_ALL, NOTHING, lambda _: 1.0)
    yield by_score(LENGTH, TARGET, lambda segment: float(len(segment.target)))
    if all(segment.reference for segment in segments):
        yield from _against_references(segments)
    stored = {key_of(segment): dict(segment.metrics) for segment in segments}
    everywhere = set.intersection(*(set(scores) for scores in stored.values())) if stored else set()
    for name in sorted(everywhere, key=str.lower):
        yield by_score(name, sees(name), _minus({key: scores[name] for key, scores in stored.items()}))


def _minus(scores: Mapping[Key, float]) -> Callable[[RatedSegment], float]:
    """How bad a segment is by scores of which the higher is better."""
    return lambda segment: -scores[key_of(segment)]


def sees(metric: str) -> str:
    """What a published metric reads, by its name: ``…-src`` or ``…-refA``."""
    name, _, ending = metric.rpartition("-")
    if ending == "src":
        return SOURCE
    return BOTH if name.startswith(_READ_BOTH) else REFERENCE


def _against_references(segments: Sequence[RatedSegment]) -> Iterator[System]:
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF

    for name, metric in (("sacrebleu BLEU", BLEU(effective_order=True)), ("sacrebleu chrF", CHRF())):
        scores = {key_of(s): float(metric.sentence_score(s.target, [s.reference or ""]).score) for s in segments}
        yield by_score(name, REFERENCE, _minus(scores))
