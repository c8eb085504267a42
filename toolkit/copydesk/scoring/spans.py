"""How far marked error spans agree with those of a rater: by character, and span by span."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from copydesk.core.finding import Severity
from copydesk.core.marking import ErrorSpan
from copydesk.core.span import Span

#: what a character is worth that both mark, but as errors of other severity
OTHER_SEVERITY = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class CharacterCounts:
    """Characters marked (``found``), marked by the rater (``wanted``), and the worth of those that both mark (``hits``)."""

    hits: float = 0.0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: CharacterCounts) -> CharacterCounts:
        return CharacterCounts(hits=self.hits + other.hits, found=self.found + other.found, wanted=self.wanted + other.wanted)

    @property
    def precision(self) -> float | None:
        """Worth of the hits over the characters marked."""
        return self.hits / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Worth of the hits over the characters that the rater marks."""
        return self.hits / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both; None where neither marks anything."""
        whole = self.found + self.wanted
        return 2 * self.hits / whole if whole else None


def character_counts(found: Iterable[ErrorSpan], wanted: Iterable[ErrorSpan]) -> CharacterCounts:
    """Agreement in the way of the WMT23 quality estimation task (Blain et al. 2023), of one segment and one rater.

    Every character of a segment may be marked as part of a minor error, of a major one, or of both; critical errors count as
    major. A character that both mark is worth 1 where a severity agrees, else 0.5. It counts once, however many spans
    lie on it.
    """
    ours, theirs = _by_severity(found), _by_severity(wanted)
    agreed = (ours[True] & theirs[True]) | (ours[False] & theirs[False])
    mine, gold = ours[True] | ours[False], theirs[True] | theirs[False]
    hits = len(agreed) + OTHER_SEVERITY * len((mine & gold) - agreed)
    return CharacterCounts(hits=hits, found=len(mine), wanted=len(gold))


def _by_severity(marks: Iterable[ErrorSpan]) -> dict[bool, set[int]]:
    """The characters inside major errors (True) and inside minor ones (False)."""
    places: dict[bool, set[int]] = {True: set(), False: set()}
    for mark in marks:
        places[mark.severity is not Severity.MINOR].update(range(mark.span.start, mark.span.end))
    return places


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those that touch end to start as one; spans of no length are left out."""
    found: list[Span] = []
    for span in sorted(span for span in spans if len(span)):
        if found and found[-1].end == span.start:
            span = Span(found.pop().start, span.end)
        found.append(span)
    return tuple(found)


def span_precisions(found: Sequence[Span], wanted: Sequence[Span]) -> tuple[float, ...]:
    """Of each span found, the part that lies inside its partner; 0 of one that has none.

    Partners are taken one to one, the pair that shares most characters first (of equal ones the first in the text), so that
    one long wanted span makes only one span right, and one long found span finds only one.
    """
    shares = [
        (min(one.end, other.end) - max(one.start, other.start), at, to)
        for at, one in enumerate(found)
        for to, other in enumerate(wanted)
        if one.overlaps(other)
    ]
    precisions, taken = [0.0] * len(found), set()
    for shared, at, to in sorted(shares, key=lambda share: (-share[0], *share[1:])):
        if precisions[at] == 0.0 and to not in taken:
            precisions[at] = shared / len(found[at])
            taken.add(to)
    return tuple(precisions)
