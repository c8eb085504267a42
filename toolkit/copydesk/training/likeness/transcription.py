"""Through a script and back: which Latin letters stand for one foreign letter, and other spellings drawn from that.

Each foreign letter writes zero to a few Latin letters. The shares are learned by expectation–maximisation from transliterated
name tokens, apart for the first letter of a token, and a garble is drawn letter by letter: what a translator writes who sees
only the foreign spelling. The family of models is that of Knight & Graehl 1998, "Machine Transliteration".
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence

#: the most Latin letters that one foreign letter writes
LONGEST = {"chinese": 6, "korean": 6, "japanese": 4, "katakana": 4}
_USUAL = 4
#: a share below this is noise of the data
RARE = 0.03
Letter = tuple[str, bool]
Shares = Mapping[Letter, Mapping[str, float]]


class Transcriber:
    """Draws Latin spellings of a foreign one."""

    def __init__(self, shares: Shares) -> None:
        self._shares = {letter: (list(latin), list(latin.values())) for letter, latin in shares.items()}

    def draw(self, foreign: Sequence[str], rng: random.Random) -> str | None:
        """One spelling; None where a letter is not known."""
        drawn = []
        for at, letter in enumerate(foreign):
            known = self._shares.get((letter, at == 0)) or self._shares.get((letter, False))
            if known is None:
                return None
            drawn.append(rng.choices(known[0], known[1])[0])
        return "".join(drawn)


def learn(pairs: Sequence[tuple[str, Sequence[str]]], language: str, *, rounds: int = 4) -> Transcriber:
    """Shares from (Latin token, foreign letters)."""
    longest = LONGEST.get(language, _USUAL)
    shares: Shares = {}
    for _ in range(rounds):
        counts: dict[Letter, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for latin, foreign in pairs:
            if len(latin) <= longest * len(foreign):
                _expect(latin, foreign, longest, shares, counts)
        shares = {letter: _normal(found) for letter, found in counts.items()}
    return Transcriber({letter: _usual(found) for letter, found in shares.items()})


def _normal(found: Mapping[str, float]) -> dict[str, float]:
    total = sum(found.values())
    return {latin: count / total for latin, count in found.items()}


def _usual(found: Mapping[str, float]) -> dict[str, float]:
    return {latin: share for latin, share in found.items() if share >= RARE} or dict(found)


def _expect(latin: str, foreign: Sequence[str], longest: int, shares: Shares, counts: dict[Letter, dict[str, float]]) -> None:
    """Forward–backward over one pair; adds expected uses to ``counts``."""
    rows, columns = len(foreign), len(latin) + 1
    arcs: list[tuple[int, int, int, Letter, str, float]] = []
    ahead = [[0.0] * columns for _ in range(rows + 1)]
    ahead[0][0] = 1.0
    for i, letter in enumerate(foreign):
        key = (letter, i == 0)
        known = shares.get(key)
        for j, reached in enumerate(ahead[i]):
            if not reached:
                continue
            for end in range(j, min(j + longest, columns - 1) + 1):
                piece = latin[j:end]
                share = (0.05 if not piece else 0.3) if known is None and not shares else (known or {}).get(piece, 1e-6)
                ahead[i + 1][end] += reached * share
                arcs.append((i, j, end, key, piece, share))
    whole = ahead[rows][-1]
    if whole <= 0.0:
        return
    behind = [[0.0] * columns for _ in range(rows + 1)]
    behind[rows][-1] = 1.0
    for i, j, end, key, piece, share in reversed(arcs):
        later = behind[i + 1][end]
        if later:
            behind[i][j] += later * share
            counts[key][piece] += ahead[i][j] * share * later / whole
