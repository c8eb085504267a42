"""Two names, part by part: which part answers to which, how likely one is a garble of the other, and why."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from copydesk.names.forms import PARTICLES, core_parts
from copydesk.names.knowledge import NameKnowledge, default_knowledge


class Relation(StrEnum):
    """How a written part stands to the listed part it was matched with."""

    SAME = "same"
    #: another accepted romanisation
    VARIANT = "variant"
    INITIAL = "initial"
    ALIKE = "alike"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartMatch:
    """A written part beside a listed one; several parts stand with blanks where they answer to one."""

    written: str
    listed: str
    #: log-odds that one is a garble of the other and no name of its own; None where they are the same or nothing was matched
    odds: float | None
    relation: Relation

    @property
    def right(self) -> bool:
        """Whether an editor would let the written part stand."""
        return self.relation in (Relation.SAME, Relation.VARIANT, Relation.INITIAL)

    @property
    def likeness(self) -> float:
        """The odds as a probability; 1 for what is right, 0 for what was not matched."""
        if self.right:
            return 1.0
        return 0.0 if self.odds is None else 1.0 / (1.0 + math.exp(-self.odds))

    @property
    def detail(self) -> str:
        """The change of letters in words."""
        if self.relation is not Relation.ALIKE:
            return self.relation.value
        written, listed = self.written.replace(" ", ""), self.listed.replace(" ", "")
        changes = default_knowledge().channel.align(written, listed).changes
        return ", ".join(f"{one or '∅'}→{other or '∅'}" for one, other in changes) or "same letters"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A written name beside one form of a listed name."""

    form: str
    #: matches of the family name, and of everything else
    family: tuple[PartMatch, ...]
    given: tuple[PartMatch, ...]
    #: listed parts that nothing written answers to
    unwritten: tuple[str, ...] = ()

    @property
    def matches(self) -> tuple[PartMatch, ...]:
        """All matches, the family name first."""
        return (*self.family, *self.given)

    @property
    def wrong(self) -> tuple[PartMatch, ...]:
        """The matches in which the written part is not right and answers to something."""
        return tuple(match for match in self.matches if not match.right and match.listed)

    @property
    def right(self) -> bool:
        """Whether the written name is an accepted spelling of the form."""
        return bool(self.family) and all(match.right for match in self.matches)

    @property
    def exact(self) -> bool:
        """Whether it is the form, letter by letter after folding."""
        return self.right and all(match.relation is Relation.SAME for match in self.matches)

    @property
    def likeness(self) -> float:
        """Mean likeness of all written parts, by letters."""
        return mean_likeness(self.matches)


def mean_likeness(matches: Sequence[PartMatch]) -> float:
    """Mean likeness by letters; 0 of nothing."""
    weight = sum(len(match.written) or len(match.listed) for match in matches)
    if not weight:
        return 0.0
    return sum(match.likeness * (len(match.written) or len(match.listed)) for match in matches) / weight


def match_part(
    written: str, listed: str, knowledge: NameKnowledge | None = None, *, romanised: bool = True, given: bool = True
) -> PartMatch:
    """Compare two folded parts.

    ``romanised`` says that the listed bearer's name comes from another script, so that every usual romanisation is right;
    a name of the Latin script has one spelling. ``given`` allows for short forms such as Mike for Michael.
    """
    known = knowledge or default_knowledge()
    return _matched(written, listed, known, romanised, given, known.judged([(written, listed)])[written, listed])


@lru_cache(maxsize=262144)
def _matched(written: str, listed: str, known: NameKnowledge, romanised: bool, given: bool, odds: float) -> PartMatch:
    return PartMatch(written=written, listed=listed, odds=odds, relation=_relation(written, listed, known, romanised, given))


def _relation(written: str, listed: str, known: NameKnowledge, romanised: bool, given: bool) -> Relation:
    if written == listed:
        return Relation.SAME
    if given and len(written) == 1 and listed.startswith(written):
        return Relation.INITIAL
    long = min(len(written), len(listed)) > 2
    if long and ((romanised and known.variants(written, listed)) or (given and known.nicknames(written, listed))):
        return Relation.VARIANT
    return Relation.ALIKE


#: what a written part costs that answers to nothing, in likeness, and a listed one that nothing answers to
_SKIP_WRITTEN, _SKIP_LISTED = 0.5, 0.1
_OTHER_ORDER = 0.05
#: what a match is worth beyond its likeness: nothing below this is matched at all
_WORTH = 0.3
#: likeness from which several parts may answer to one
_FUSED = 0.5
#: letters of the shorter side, as a share of the longer one's
_SIZE = 0.7

Orders = tuple[tuple[str, ...], ...]


def compare(
    written: str, form: str, family: Sequence[str] = (), knowledge: NameKnowledge | None = None, *, romanised: bool = True
) -> Comparison:
    """Match the parts of a written name with those of a listed form, in either order of family and given name."""
    return compare_all(written, [form], family, knowledge, romanised=romanised)[0]


def prepare(written: str, forms: Iterable[str], knowledge: NameKnowledge) -> None:
    """Judge all pairs of parts that comparing a name with many forms will ask for, at once: many times faster."""
    left = core_parts(written) or (written,)
    knowledge.judged(pair for form in forms for pair in _pairs(left, core_parts(form) or (form,)))


def compare_all(
    written: str,
    forms: Sequence[str],
    family: Sequence[str] = (),
    knowledge: NameKnowledge | None = None,
    *,
    romanised: bool = True,
) -> list[Comparison]:
    """`compare` for several forms of one name."""
    known = knowledge or default_knowledge()
    left = core_parts(written) or (written,)
    orders = [(left, 0.0)]
    if len(left) > 1:
        orders += [((left[-1], *left[:-1]), _OTHER_ORDER), ((*left[1:], left[0]), _OTHER_ORDER)]
    orders = list({order: (order, cost) for order, cost in reversed(orders)}.values())[::-1]
    families = {part for item in family for part in core_parts(item)}
    return [_compared(orders, form, families, known, romanised) for form in forms]


def _compared(
    orders: Sequence[tuple[tuple[str, ...], float]], form: str, families: set[str], known: NameKnowledge, romanised: bool
) -> Comparison:
    right = core_parts(form) or (form,)
    named = families & set(right) or {right[-1]}
    odds = known.judged(_pairs(orders[0][0], right))

    def match(one: str, other: str) -> PartMatch:
        return _matched(one, other, known, romanised, other not in named, odds[one, other])

    scored = [(_aligned(order, right, match, odds), cost) for order, cost in orders]
    (_, matches), _ = max(scored, key=lambda item: item[0][0] - item[1])
    answered = {part for item in matches for part in item.listed.split()}
    return Comparison(
        form=form,
        family=tuple(item for item in matches if set(item.listed.split()) & named),
        given=tuple(item for item in matches if not set(item.listed.split()) & named),
        unwritten=tuple(part for part in right if part not in answered),
    )


def _pairs(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Every part with every part, and neighbours joined, on either side, with one part."""
    yield from ((one, other) for one in left for other in right)
    yield from ((one, "".join(both)) for one in left for both in pairwise(right))
    cycle = (*left, left[0]) if len(left) > 2 else left
    yield from (("".join(both), other) for both in pairwise(cycle) for other in right)
    if len(left) == 2:
        yield from ((left[1] + left[0], other) for other in right)


_Match = Callable[[str, str], PartMatch]
_Odds = Mapping[tuple[str, str], float]
_Steps = ((1, 1), (2, 1), (1, 2), (1, 0), (0, 1))


def _aligned(left: Sequence[str], right: Sequence[str], match: _Match, odds: _Odds) -> tuple[float, list[PartMatch]]:
    """The best order-keeping match; a part may answer to two (Jongun: Jong Un). Listed parts may go unwritten."""
    rows, columns = len(left), len(right)
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(rows + 1):
        for j in range(columns + 1):
            for a, b in _Steps:
                if i < a or j < b:
                    continue
                worth = _worth(left[i - a : i], right[j - b : j], match, odds)
                if worth is not None:
                    score = best[i - a, j - b][0] + worth
                    if (i, j) not in best or score > best[i, j][0]:
                        best[i, j] = (score, (a, b))
    return best[rows, columns][0], list(reversed([*_walk(best, left, right, match, odds)]))


def _walk(
    best: Mapping[tuple[int, int], tuple[float, tuple[int, int]]],
    left: Sequence[str],
    right: Sequence[str],
    match: _Match,
    odds: _Odds,
) -> Iterator[PartMatch]:
    i, j = len(left), len(right)
    while i or j:
        a, b = best[i, j][1]
        if a and b:
            yield _joined(left[i - a : i], right[j - b : j], match, odds)
        elif a:
            yield PartMatch(written=left[i - 1], listed="", odds=None, relation=Relation.MISSING)
        i, j = i - a, j - b


def _worth(left: Sequence[str], right: Sequence[str], match: _Match, odds: _Odds) -> float | None:
    """What a step of the alignment is worth; None for one that is not allowed."""
    if not right:
        return 0.0 if left[0] in PARTICLES or len(left[0]) == 1 else -_SKIP_WRITTEN
    if not left:
        return -_SKIP_LISTED
    found = _joined(left, right, match, odds)
    if len(left) + len(right) > 2 and (found.likeness < _FUSED or not _fits(left, right)):
        return None
    return found.likeness - _WORTH


def _fits(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether parts may be the same letters together: Jair Messias is no Jair, nor Ali Pashinyan a Pashinyan."""
    if set(left) & set(right):
        return False
    one, other = sum(map(len, left)), sum(map(len, right))
    return min(one, other) >= _SIZE * max(one, other)


def _joined(left: Sequence[str], right: Sequence[str], match: _Match, odds: _Odds) -> PartMatch:
    if len(left) + len(right) == 2:
        return match(left[0], right[0])
    one, other = "".join(left), "".join(right)
    relation = Relation.SAME if one == other else Relation.ALIKE
    return PartMatch(written=" ".join(left), listed=" ".join(right), odds=odds[one, other], relation=relation)
