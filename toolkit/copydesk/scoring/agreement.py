"""How far two people who judged the same things agree, beyond what chance would give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from copydesk.scoring.counts import Proportion


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Of the things that both judged, how many got the same answer from both; and Cohen's kappa.

    ``kappa`` is 1 for full agreement, 0 for what chance alone would give, and may lie below. It is None of nothing, and where
    both gave one and the same answer to everything: chance would then agree as well.
    """

    same: Proportion
    kappa: float | None


def agreement(answers: Iterable[tuple[Hashable, Hashable]]) -> Agreement:
    """The agreement of two people: a pair of answers for each thing that both judged (Cohen 1960, unweighted)."""
    pairs = list(answers)
    same = Proportion(hits=sum(one == other for one, other in pairs), total=len(pairs))
    return Agreement(same=same, kappa=_kappa(pairs, same))


def _kappa(pairs: list[tuple[Hashable, Hashable]], same: Proportion) -> float | None:
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    # in whole numbers, so that full agreement is exactly 1
    by_chance, total = sum(count * others[answer] for answer, count in ones.items()), len(pairs) ** 2
    if by_chance == total:
        return None
    return (same.hits * len(pairs) - by_chance) / (total - by_chance)
