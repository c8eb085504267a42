"""How likely two spellings of one name part come out of one foreign spelling: a joint multigram model.

A pair of strings is produced by a chain of units, each of which writes zero to two letters on one side and zero to two on
the other (``kh`` : ``h``, ``l`` : ``r``, ``j`` : ``dzh`` takes two units). The unit probabilities are learned by
expectation–maximisation from pairs of Latin spellings that share a spelling in Arabic, Chinese, Hebrew, Japanese, Korean or
Russian script (Bisani & Ney 2008, "Joint-sequence models for grapheme-to-phoneme conversion", is the model family).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

#: letters written on the two sides by one unit
SHAPES = ((1, 1), (2, 1), (1, 2), (1, 0), (0, 1), (2, 2))
#: log-probability of a unit never seen in training, per letter that it writes
UNSEEN = -7.0
#: letters by which a chain may stray beyond what the lengths ask for
_STRAY = 3
#: pairs of which the best chain is remembered
_KEPT = 16384


def _unseen(a: int, b: int) -> float:
    return UNSEEN * (a + b) if a < 2 or b < 2 else -math.inf


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """The best chain of units for a pair. ``likeness`` is 1 for equal strings and falls towards 0."""

    likeness: float
    units: tuple[tuple[str, str], ...]

    @property
    def changes(self) -> tuple[tuple[str, str], ...]:
        """The units whose two sides differ."""
        return tuple(unit for unit in self.units if unit[0] != unit[1])


class Channel:
    """Scores pairs of folded name parts with learned unit log-probabilities."""

    def __init__(self, logp: Mapping[tuple[str, str], float], *, scale: float = 2.2) -> None:
        #: left side of a unit → right side → log-probability
        self._units: dict[str, dict[str, float]] = {}
        for (one, other), value in logp.items():
            self._units.setdefault(one, {})[other] = value
        self._scale = scale
        self._self: dict[str, float] = {}
        self._best = lru_cache(maxsize=_KEPT)(self._viterbi)

    def align(self, left: str, right: str) -> Alignment:
        """Align two folded parts; the likeness is the mean per-letter odds against the two spelled alike."""
        loss, length = self.loss(left, right), max(len(left), len(right), 1)
        return Alignment(likeness=math.exp(-loss / (length * self._scale) * 2.0), units=self._best(left, right)[1])

    def loss(self, left: str, right: str) -> float:
        """How much less likely the pair of two folded parts is than the two spelled alike, in nats; 0 for equal ones."""
        return max(0.0, (self._alone(left) + self._alone(right)) / 2 - self._best(left, right)[0])

    def changes(self, left: str, right: str) -> tuple[tuple[str, str], ...]:
        """The units of the best alignment whose two sides differ: what `align` finds, in a third of the time."""
        return tuple(unit for unit in self._best(left, right)[1] if unit[0] != unit[1])

    def _alone(self, text: str) -> float:
        known = self._self.get(text)
        if known is None:
            known = self._self[text] = self._straight(text)
        return known

    def _straight(self, text: str) -> float:
        """The best chain of a part with itself, whose units write the same on both sides."""
        best = [0.0]
        for i in range(1, len(text) + 1):
            one = text[i - 1 : i]
            score = best[i - 1] + self._units.get(one, {}).get(one, _unseen(1, 1))
            if i > 1:
                two = text[i - 2 : i]
                score = max(score, best[i - 2] + self._units.get(two, {}).get(two, _unseen(2, 2)))
            best.append(score)
        return best[-1]

    def _viterbi(self, left: str, right: str) -> tuple[float, tuple[tuple[str, str], ...]]:
        rows, columns = len(left) + 1, len(right) + 1
        best = [[-math.inf] * columns for _ in range(rows)]
        back: list[list[tuple[int, int]]] = [[(0, 0)] * columns for _ in range(rows)]
        best[0][0] = 0.0
        ends = [[right[j - b : j] for j in range(columns)] for b in range(3)]
        # a chain strays little from the straight one: letters are lost or put in, not moved
        reach = _STRAY + abs(rows - columns)
        for i in range(rows):
            # what a unit of each shape writes on the left is the same all along the row
            shapes = [
                (b, self._units.get(left[i - a : i], {}), best[i - a], ends[b], (a, b), _unseen(a, b))
                for a, b in SHAPES
                if a <= i
            ]
            row, steps = best[i], back[i]
            for j in range(max(0, i - reach), min(columns, i + reach + 1)):
                top, step = row[j], steps[j]
                for b, units, before, texts, shape, unseen in shapes:
                    if b <= j:
                        score = before[j - b] + units.get(texts[j], unseen)
                        if score > top:
                            top, step = score, shape
                row[j], steps[j] = top, step
        chain: list[tuple[str, str]] = []
        i, j = len(left), len(right)
        while i or j:
            a, b = back[i][j]
            chain.append((left[i - a : i], right[j - b : j]))
            i, j = i - a, j - b
        return best[-1][-1], tuple(reversed(chain))
