"""From where on the reader speaks: chosen on the dev files, for precision."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from copydesk.core.marking import Category, ErrorSpan
from copydesk.mqm.segments import RatedSegment
from copydesk.reader.answers import SentenceAnswer
from copydesk.reader.card import Operating
from copydesk.reader.marks import marks
from copydesk.training.reader.examples import is_major

#: probabilities of a mark's surest word tried; what share of raters must mark something where the reader reports, and how many
#: marks per 1,000 words it may make on translations by people
_TRIED = tuple(round(float(seed), 2) for seed in np.arange(0.36, 0.92, 0.02))
AGREED, ALARMS = 0.7, 0.25
#: fewer marks tell nothing
_FEWEST = 50
#: words of this or more make marks, whether reported or not
_SEED = 0.28
_MAJOR = 0.5


@dataclass(frozen=True, slots=True)
class Read:
    """A segment and what the model says of it, calibrated."""

    segment: RatedSegment
    answer: SentenceAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Marks whose surest word has ``least`` or more: how many on systems' output, the mean share of raters who agree, and marks
    per 1,000 words."""

    least: float
    marks: int
    agreed: float | None
    machine: float
    human: float

    def __str__(self) -> str:
        agreed = "–" if self.agreed is None else f"{self.agreed:.3f}"
        rates = f"{self.machine:.2f} per 1,000 words of systems, {self.human:.2f} of people"
        return f"from {self.least:.2f}: {self.marks} marks, raters agree {agreed}, {rates}"


def share(segment: RatedSegment, start: int, end: int, *, major: bool = False) -> float:
    """The share of raters with a mark, or a major one, that touches the range."""
    marking = sum(
        any(e.span.start < end and start < e.span.end and (not major or is_major(e.severity)) for e in rating.errors)
        for rating in segment.ratings
    )
    return marking / len(segment.ratings)


def marks_of(read: Iterable[Read]) -> Iterator[tuple[Read, ErrorSpan, float]]:
    """All marks with the probability of their surest word, without those of punctuation, which are no findings."""
    point = Operating(seed=_SEED, grow=_SEED, major=_MAJOR)
    for item in read:
        for mark in marks(item.segment.target, item.answer, point):
            if mark.category is not Category.PUNCTUATION and mark.confidence is not None:
                yield item, mark, mark.confidence


def outcome(read: Sequence[Read], least: float) -> Outcome:
    """What happens where marks are reported from a probability of their surest word on."""
    found = [(item, mark) for item, mark, surest in marks_of(read) if surest >= least]
    shares = [share(item.segment, mark.span.start, mark.span.end) for item, mark in found if not item.segment.human]
    rates = []
    for human in (False, True):
        size = sum(len(item.answer.words) for item in read if bool(item.segment.human) is human)
        count = sum(bool(item.segment.human) is human for item, _ in found)
        rates.append(1000 * count / size if size else 0.0)
    agreed = float(np.mean(shares)) if len(shares) >= _FEWEST else None
    return Outcome(least=least, marks=len(shares), agreed=agreed, machine=rates[0], human=rates[1])


def chosen(read: Sequence[Read], say: Callable[[str], None]) -> float:
    """The lowest probability of a mark's surest word from which on both hold, else the one where most raters agree."""
    outcomes = [outcome(read, least) for least in _TRIED]
    for one in outcomes:
        say(str(one))
    known = [one for one in outcomes if one.agreed is not None]
    enough = [one for one in known if (one.agreed or 0.0) >= AGREED and one.human <= ALARMS]
    return (enough[0] if enough else max(known or outcomes, key=lambda one: one.agreed or 0.0)).least


def operating(report: float) -> dict[str, float]:
    """The part ``operating`` of ``reader.json``; ``report`` is the probability of a mark."""
    return {"seed": _SEED, "grow": _SEED, "major": _MAJOR, "report": report}
