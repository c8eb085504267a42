"""After training: straight lines that make the shipped model's logits mean what they say, and from where on it speaks.

Everything is fitted on the dev files, read by the shipped model itself. What a probability should mean there is the share of
raters who mark a word, who give a segment a major error, or who mark anything where the reader makes a mark.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from copydesk.mqm.segments import RatedSegment
from copydesk.reader.answers import SentenceAnswer
from copydesk.reader.pooling import probability
from copydesk.reader.read import Reader
from copydesk.reader.sums import chance
from copydesk.training.reader.examples import is_major
from copydesk.training.reader.operating import Read, chosen, marks_of, operating, share

#: slope and shift
Line = tuple[float, float]
Say = Callable[[str], None]

#: fewer marks tell nothing
_FEWEST = 50
_STEPS = 100
_EDGE = 1e-6


def calibrated(folder: Path, dev: Sequence[Sequence[RatedSegment]], say: Say) -> dict[str, Any]:
    """The parts ``calibration`` and ``operating`` of ``reader.json`` for the model in ``folder``; its card has neither yet."""
    read = list(read_all(Reader.open(str(folder)), [row for rows in dev for row in rows if row.ratings]))
    lines = {
        "any": fitted([pair for item in read for pair in _words(item, major=False)]),
        "major": fitted([pair for item in read for pair in _words(item, major=True)]),
    }
    ready = [Read(item.segment, _under(item.answer, lines)) for item in read]
    odds = np.array([chance(sum(item.answer.major)) for item in ready])
    lines["faulty"] = fitted(list(zip(probability(odds).tolist(), (_faulty(item.segment) for item in ready), strict=True)))
    least = chosen(ready, say)
    mark = lines["mark"] = _of_marks(ready, lines["any"])
    surest = (_logits([least])[0] - lines["any"][1]) / lines["any"][0]
    report = round(float(probability(np.array([surest]), *mark)[0]), 4)
    say(f"marks are reported from {report:.3f} on")
    say("calibration: " + ", ".join(f"{name} {slope:.3f}·z {shift:+.3f}" for name, (slope, shift) in lines.items()))
    return {"calibration": lines, "operating": operating(report)}


def _under(answer: SentenceAnswer, lines: Mapping[str, Line]) -> SentenceAnswer:
    """The answer with calibrated probabilities of words."""
    any_ = probability(_logits(answer.any), *lines["any"]).tolist()
    return replace(answer, any=tuple(any_), major=tuple(probability(_logits(answer.major), *lines["major"]).tolist()), sure=())


def _of_marks(read: Sequence[Read], words: Line) -> Line:
    """From the raw logit of a mark's surest word to the share of raters who mark anything there; ``words`` calibrated it."""
    found = [(surest, share(item.segment, mark.span.start, mark.span.end)) for item, mark, surest in marks_of(read)]
    if len(found) < _FEWEST:
        return words
    raw = (_logits([surest for surest, _ in found]) - words[1]) / words[0]
    return fitted(list(zip(probability(raw).tolist(), (agreed for _, agreed in found), strict=True)))


def _logits(probabilities: Sequence[float]) -> NDArray[np.float64]:
    held = np.clip(np.array(probabilities, dtype=np.float64), _EDGE, 1 - _EDGE)
    return np.asarray(np.log(held) - np.log1p(-held))


def read_all(reader: Reader, segments: Iterable[RatedSegment]) -> Iterator[Read]:
    """Every segment with its answer; the segments of one system and document are read together."""
    grouped: dict[tuple[str, str, str], list[RatedSegment]] = defaultdict(list)
    for segment in segments:
        grouped[segment.corpus, segment.doc, segment.system].append(segment)
    for held in grouped.values():
        held.sort(key=lambda row: row.seg)
        for segment, answer in zip(held, reader.read_sentences([row.target for row in held]), strict=True):
            yield Read(segment, answer)


def fitted(pairs: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Slope and shift of the line on logits under which probabilities fit the shares that came true best (Platt 1999)."""
    stated, came = torch.tensor(pairs, dtype=torch.float64).T
    logits = torch.logit(stated.clamp(_EDGE, 1 - _EDGE))
    line = torch.tensor([1.0, 0.0], dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([line], max_iter=_STEPS, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimiser.zero_grad()
        loss = functional.binary_cross_entropy_with_logits(line[0] * logits + line[1], came)
        loss.backward()
        return loss

    optimiser.step(closure)
    slope, shift = line.detach().tolist()
    return round(slope, 4), round(shift, 4)


def _words(item: Read, *, major: bool) -> Iterator[tuple[float, float]]:
    """The probability of each word and the share of raters that mark it."""
    stated = item.answer.major if major else item.answer.any
    shares = [share(item.segment, mark.start, mark.end, major=major) for mark in item.answer.words]
    return zip(stated, shares, strict=True)


def _faulty(segment: RatedSegment) -> float:
    return sum(any(is_major(e.severity) for e in rating.errors) for rating in segment.ratings) / len(segment.ratings)
