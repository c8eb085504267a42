"""Two names, part by part: which part answers to which, how alike they are, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

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
    """A written part beside a listed one. ``changes`` are the letter units that differ, written side first."""

    written: str
    listed: str
    likeness: float
    relation: Relation
    changes: tuple[tuple[str, str], ...] = ()

    @property
    def right(self) -> bool:
        """Whether an editor would let the written part stand."""
        return self.relation in (Relation.SAME, Relation.VARIANT, Relation.INITIAL)

    @property
    def detail(self) -> str:
        """The change of letters in words."""
        if self.relation is not Relation.ALIKE:
            return self.relation.value
        return ", ".join(f"{written or '∅'}→{listed or '∅'}" for written, listed in self.changes) or "same letters"


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
    def right(self) -> bool:
        """Whether the written name is an accepted spelling of the form."""
        return bool(self.family) and all(match.right for match in (*self.family, *self.given))

    @property
    def exact(self) -> bool:
        """Whether it is the form, letter by letter after folding."""
        return self.right and all(match.relation is Relation.SAME for match in (*self.family, *self.given))

    @property
    def family_likeness(self) -> float:
        """Mean likeness of the family name's parts."""
        return _mean(self.family)

    @property
    def given_likeness(self) -> float | None:
        """Mean likeness of the other written parts; None where none was written."""
        return _mean(self.given) if self.given else None


def _mean(matches: Sequence[PartMatch]) -> float:
    weight = sum(len(match.written) or len(match.listed) for match in matches)
    if not weight:
        return 0.0
    return sum(match.likeness * (len(match.written) or len(match.listed)) for match in matches) / weight


#: edit ratio (0 to 100) under which no channel makes two parts one; saves the alignment
HOPELESS = 34.0


@lru_cache(maxsize=262144)
def match_part(
    written: str, listed: str, knowledge: NameKnowledge | None = None, *, romanised: bool = True, given: bool = True
) -> PartMatch:
    """Compare two folded parts. The likeness is 1 for the same letters, a learned odds otherwise.

    ``romanised`` says that the listed bearer's name comes from another script, so that every usual romanisation is right;
    a name of the Latin script has one spelling. ``given`` allows for short forms such as Mike for Michael.
    """
    known = knowledge or default_knowledge()
    if written == listed:
        return PartMatch(written=written, listed=listed, likeness=1.0, relation=Relation.SAME)
    if given and len(written) == 1 and listed.startswith(written):
        return PartMatch(written=written, listed=listed, likeness=0.8, relation=Relation.INITIAL)
    if fuzz.ratio(written, listed) < HOPELESS and not (given and known.nicknames(written, listed)):
        return PartMatch(written=written, listed=listed, likeness=0.0, relation=Relation.ALIKE, changes=((written, listed),))
    aligned = known.channel.align(written, listed)
    long = min(len(written), len(listed)) > 2
    if long and ((romanised and known.variants(written, listed)) or (given and known.nicknames(written, listed))):
        return PartMatch(
            written=written, listed=listed, likeness=max(aligned.likeness, 0.95), relation=Relation.VARIANT,
            changes=aligned.changes,
        )  # fmt: skip
    likeness = min(max(aligned.likeness, _slip(written, listed)), 0.99)
    return PartMatch(written=written, listed=listed, likeness=likeness, relation=Relation.ALIKE, changes=aligned.changes)


def _slip(written: str, listed: str) -> float:
    """Likeness of two parts that a slip of the pen, or of a subword model, tells apart: Mekrel, Merkel."""
    if written[0] != listed[0]:
        return 0.0  # the first letter is the one that a slip spares
    distance = OSA.distance(written, listed, score_cutoff=2)
    length = max(len(written), len(listed))
    if distance == 1 and length >= 6:
        return 0.75
    return 0.6 if distance == 2 and length >= 8 else 0.0


#: what a written part costs that answers to nothing, in likeness
_SKIP_WRITTEN = 0.5
_SKIP_LISTED = 0.1
_OTHER_ORDER = 0.05


def compare(
    written: str, form: str, family: Sequence[str] = (), knowledge: NameKnowledge | None = None, *, romanised: bool = True
) -> Comparison:
    """Match the parts of a written name with those of a listed form, in either order of family and given name."""
    left, right = core_parts(written), core_parts(form)
    named = {part for item in family for part in core_parts(item)} & set(right) or {right[-1]}

    def match(one: str, other: str) -> PartMatch:
        return match_part(one, other, knowledge, romanised=romanised, given=other not in named)

    orders = [(left, 0.0)]
    if len(left) > 1:
        orders += [((left[-1], *left[:-1]), _OTHER_ORDER), ((*left[1:], left[0]), _OTHER_ORDER)]
    scored = [(_aligned(order, right, match), cost) for order, cost in orders]
    (_, matches), _ = max(scored, key=lambda item: item[0][0] - item[1])
    answered = {part for item in matches for part in item.listed.split()}
    return Comparison(
        form=form,
        family=tuple(item for item in matches if set(item.listed.split()) & named),
        given=tuple(item for item in matches if not set(item.listed.split()) & named),
        unwritten=tuple(part for part in right if part not in answered),
    )


_Match = Callable[[str, str], PartMatch]


def _aligned(left: Sequence[str], right: Sequence[str], match: _Match) -> tuple[float, list[PartMatch]]:
    """The best order-keeping match; a part may answer to two (Jongun: Jong Un). Listed parts may go unwritten."""
    rows, columns = len(left), len(right)
    best: dict[tuple[int, int], tuple[float, list[PartMatch]]] = {(0, 0): (0.0, [])}
    for i in range(rows + 1):
        for j in range(columns + 1):
            options = [best[i, j]] if (i, j) in best else []
            for a, b in ((1, 1), (2, 1), (1, 2), (1, 0), (0, 1)):
                if i < a or j < b or (i - a, j - b) not in best:
                    continue
                score, matches = best[i - a, j - b]
                options.append(_step(score, matches, left[i - a : i], right[j - b : j], match))
            if options:
                best[i, j] = max(options, key=lambda option: option[0])
    return best[rows, columns]


def _step(
    score: float, matches: list[PartMatch], left: Sequence[str], right: Sequence[str], match: _Match
) -> tuple[float, list[PartMatch]]:
    if not right:
        part = left[0]
        lost = 0.0 if part in PARTICLES or len(part) == 1 else _SKIP_WRITTEN
        return score - lost, [*matches, PartMatch(written=part, listed="", likeness=0.0, relation=Relation.MISSING)]
    if not left:
        return score - _SKIP_LISTED, matches
    if len(left) + len(right) > 2:
        if "".join(left) != "".join(right):
            return score - 1.0, matches
        found = PartMatch(written=" ".join(left), listed=" ".join(right), likeness=1.0, relation=Relation.SAME)
    else:
        found = match(left[0], right[0])
    return score + found.likeness - 0.3, [*matches, found]
