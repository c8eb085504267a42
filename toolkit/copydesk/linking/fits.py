"""How well each candidate fits a mention: its rows, the rows that explain the name away, and its rivals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from copydesk.core.entity import Entity
from copydesk.core.evidence import Evidence
from copydesk.core.mention import Candidate
from copydesk.linking.model import TELLING, chance, evidence, probability, worth
from copydesk.linking.spelling_rows import Seen, explained
from copydesk.names.compare import Comparison
from copydesk.names.forms import key

#: share of the first one's odds below which a second candidate is none
_NO_RIVAL = 0.05


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a candidate: those of its spelling are made evidence for the few that are shown."""

    spelling: list[Seen]
    others: list[Evidence]

    @property
    def told(self) -> float:
        """What it is worth that they say what the name is, where it is not garbled: 0 or less."""
        return sum(row.score * row.weight for row in self.others if row.feature in TELLING)

    @property
    def fit(self) -> float:
        """How well the entity fits, in log-odds, whether or not the name is garbled."""
        seen = (worth(feature, score) for feature, score, _, _ in self.spelling)
        return sum(chain(seen, (row.score * row.weight for row in self.others if row.feature not in TELLING)))

    def heed(self, entity: Entity, told: float) -> None:
        """Make a name that a likelier entity explains no likelier a garble of this one."""
        if told < self.told:
            self.others.append(evidence("told_by_other", self.told - told, candidate=entity.name))

    def chance(self) -> float:
        """The probability that they give."""
        return chance((self.fit, self.told))

    def evidence(self) -> list[Evidence]:
        """All as evidence."""
        seen = [evidence(feature, score, query=query, candidate=name) for feature, score, query, name in self.spelling]
        return [*seen, *self.others]


@dataclass(frozen=True, slots=True)
class Fit:
    """An entity, how its name compares, and its rows."""

    entity: Entity
    comparison: Comparison
    rows: Rows

    def candidate(self) -> Candidate:
        """As it is shown."""
        rows = self.rows
        return Candidate(
            entity=self.entity, form=self.comparison.form, probability=rows.chance(), evidence=tuple(rows.evidence())
        )


class Rivals:
    """The nearest of all candidates but one."""

    def __init__(self, near: Sequence[tuple[float, str]]) -> None:
        best = max(near, default=(0.0, ""))
        self._best = best
        self._other = max((item for item in near if item[1] != best[1]), default=best)

    def to(self, ident: str) -> float:
        """How near the nearest of the others is."""
        return (self._other if ident == self._best[1] else self._best)[0]


def explained_by(candidate: Candidate, comparison: Comparison) -> Candidate:
    """The candidate with the changes of letters in words, which take longer to find than everything else."""
    return replace(candidate, evidence=tuple(explained(row, comparison) for row in candidate.evidence))


def with_rivals(ranked: list[Candidate]) -> list[Candidate]:
    """Lower each candidate by how close the best of the others comes that is spelled otherwise."""
    return [_beside_rival(one, [other for other in ranked if key(other.form) != key(one.form)]) for one in ranked]


def _beside_rival(candidate: Candidate, others: Sequence[Candidate]) -> Candidate:
    rival = max(others, key=odds, default=None)
    share = 0.0 if rival is None else min(1.0, odds(rival) / odds(candidate))
    if rival is None or share < _NO_RIVAL:
        return candidate
    rows = (*candidate.evidence, evidence("rival", share, candidate=rival.entity.name))
    return replace(candidate, probability=probability(rows), evidence=rows)


def odds(candidate: Candidate) -> float:
    """The odds of a candidate's probability."""
    return candidate.probability / (1.0 - candidate.probability)
