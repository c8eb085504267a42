"""Learn the unit probabilities of `copydesk.names.channel` by expectation–maximisation.

One process, plain Python, seeded by nothing: the pairs are taken in file order and EM is deterministic.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Sequence

from copydesk.names.channel import SHAPES

Unit = tuple[str, str]


def learn(
    pairs: Sequence[tuple[str, str]], *, rounds: int = 5, keep: float = 0.3, say: Callable[[str], None] = print
) -> dict[Unit, float]:
    """Natural-log probabilities of the units; a unit with fewer than ``keep`` expected uses is left out at the end."""
    prob = _start(pairs)
    for number in range(1, rounds + 1):
        counts: dict[Unit, float] = defaultdict(float)
        loglik = sum(_expect(left, right, prob, counts) for left, right in pairs)
        total = sum(counts.values())
        prob = {unit: count / total for unit, count in counts.items() if count >= keep / 10}
        say(f"round {number}: {len(prob)} units, log-likelihood a pair {loglik / len(pairs):.3f}")
    floor = keep / total
    return {unit: math.log(value) for unit, value in prob.items() if value >= floor}


def _start(pairs: Sequence[tuple[str, str]]) -> dict[Unit, float]:
    """Equal letters are likely, everything else possible: enough to make the first alignments sane."""
    letters = sorted({char for pair in pairs for word in pair for char in word})
    prob: dict[Unit, float] = defaultdict(lambda: 1e-6)
    for a in letters:
        prob[a, a] = 0.6 / len(letters)
        prob[a, ""] = prob["", a] = 2e-3 / len(letters)
        for b in letters:
            if a != b:
                prob[a, b] = 2e-1 / len(letters) ** 2
    return prob


def _expect(left: str, right: str, prob: dict[Unit, float], counts: dict[Unit, float]) -> float:
    """Forward–backward over one pair; adds expected unit uses to ``counts``, gives the log-likelihood."""
    rows, columns = len(left) + 1, len(right) + 1
    ahead = [[0.0] * columns for _ in range(rows)]
    ahead[0][0] = 1.0
    arcs: list[tuple[int, int, int, int, Unit, float]] = []
    for i in range(rows):
        for j in range(columns):
            for a, b in SHAPES:
                if a > i or b > j or ahead[i - a][j - b] == 0.0:
                    continue
                unit = (left[i - a : i], right[j - b : j])
                p = prob.get(unit, 0.0) if not isinstance(prob, defaultdict) else prob[unit]
                if p:
                    ahead[i][j] += ahead[i - a][j - b] * p
                    arcs.append((i - a, j - b, i, j, unit, p))
    whole = ahead[-1][-1]
    if whole <= 0.0:
        return -100.0
    behind = [[0.0] * columns for _ in range(rows)]
    behind[-1][-1] = 1.0
    for i0, j0, i, j, unit, p in reversed(arcs):
        behind[i0][j0] += behind[i][j] * p
        counts[unit] += ahead[i0][j0] * p * behind[i][j] / whole
    return math.log(whole)
