"""Two names, part by part: which part answers to which, how likely one is a garble of the other, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from copydesk.names.aligning import Odds, Step, aligned, asked, joined, probable
from copydesk.names.forms import core_parts
from copydesk.names.knowledge import NameKnowledge, default_knowledge
from copydesk.names.likeness import NEVER


class Relation(StrEnum):
    """How a written part stands to the listed part it was matched with."""

    SAME = "same"
    #: another accepted romanisation
    VARIANT = "variant"
    INITIAL = "initial"
    ALIKE = "alike"
    MISSING = "missing"


_RIGHT = frozenset((Relation.SAME, Relation.VARIANT, Relation.INITIAL))


@dataclass(frozen=True, slots=True, kw_only=True)
class PartMatch:
    """A written part beside a listed one; several parts stand with blanks where they answer to one."""

    written: str
    listed: str
    #: log-odds that one is a garble of the other and no name of its own; None where they are the same or nothing was matched
    odds: float | None
    relation: Relation
    #: whether an editor would let the written part stand
    right: bool = field(init=False, repr=False, compare=False)
    #: the odds as a probability; 1 for what is right, 0 for what was not matched
    likeness: float = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keep what is asked for many times."""
        right = self.relation in _RIGHT
        object.__setattr__(self, "right", right)
        object.__setattr__(self, "likeness", 1.0 if right else 0.0 if self.odds is None else probable(self.odds))

    @property
    def detail(self) -> str:
        """The change of letters in words."""
        if self.relation is not Relation.ALIKE:
            return self.relation.value
        written, listed = self.written.replace(" ", ""), self.listed.replace(" ", "")
        changes = default_knowledge().channel.changes(written, listed)
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
    relation = _relation(written, listed, known, romanised and odds > NEVER, given)
    return PartMatch(written=written, listed=listed, odds=odds, relation=relation)


def _relation(written: str, listed: str, known: NameKnowledge, romanised: bool, given: bool) -> Relation:
    if written == listed:
        return Relation.SAME
    if given and len(written) == 1 and listed.startswith(written):
        return Relation.INITIAL
    long = min(len(written), len(listed)) > 2
    if long and ((romanised and known.variants(written, listed)) or (given and known.nicknames(written, listed))):
        return Relation.VARIANT
    return Relation.ALIKE


#: what it costs that family and given name stand in another order
_OTHER_ORDER = 0.05


def compare(
    written: str, form: str, family: Sequence[str] = (), knowledge: NameKnowledge | None = None, *, romanised: bool = True
) -> Comparison:
    """Match the parts of a written name with those of a listed form, in either order of family and given name."""
    return compare_all(written, [form], family, knowledge, romanised=romanised)[0]


def prepare(pairs: Iterable[tuple[str, str]], knowledge: NameKnowledge) -> Odds:
    """The odds that comparing written names with forms will ask for, judged at once: many times faster."""
    return knowledge.judged(pair for written, form in pairs for pair in asked(_parts(written), _parts(form)))


def compare_all(
    written: str,
    forms: Sequence[str],
    family: Sequence[str] = (),
    knowledge: NameKnowledge | None = None,
    *,
    romanised: bool = True,
    odds: Odds | None = None,
) -> list[Comparison]:
    """`compare` for several forms of one name. ``odds`` are what `prepare` found for them and maybe for others."""
    known = knowledge or default_knowledge()
    judged = prepare(((written, form) for form in forms), known) if odds is None else odds
    families = {part for item in family for part in core_parts(item)}
    orders = _orders(_parts(written))
    return [_compared(orders, form, families, _Judge(known, romanised, judged)) for form in forms]


def _parts(name: str) -> tuple[str, ...]:
    return core_parts(name) or (name,)


@lru_cache(maxsize=1024)
def _orders(left: tuple[str, ...]) -> list[tuple[tuple[str, ...], float]]:
    """The orders in which the written parts may stand, and what each costs."""
    orders = [(left, 0.0)]
    if len(left) > 1:
        orders += [((left[-1], *left[:-1]), _OTHER_ORDER), ((*left[1:], left[0]), _OTHER_ORDER)]
    return list({order: (order, cost) for order, cost in reversed(orders)}.values())[::-1]


@dataclass(frozen=True, slots=True)
class _Judge:
    """What is known of two parts."""

    known: NameKnowledge
    romanised: bool
    odds: Odds

    def match(self, written: str, listed: str, given: bool) -> PartMatch:
        return _matched(written, listed, self.known, self.romanised, given, self.odds[written, listed])

    def joined(self, left: Sequence[str], right: Sequence[str]) -> PartMatch:
        one, other = "".join(left), "".join(right)
        relation = Relation.SAME if one == other else Relation.ALIKE
        return PartMatch(written=" ".join(left), listed=" ".join(right), odds=self.odds[one, other], relation=relation)


def _compared(orders: Sequence[tuple[tuple[str, ...], float]], form: str, families: set[str], judge: _Judge) -> Comparison:
    right = _parts(form)
    named = families & set(right) or {right[-1]}
    single = {(one, other): judge.match(one, other, other not in named) for one in orders[0][0] for other in right}
    likeness = {pair: match.likeness for pair, match in single.items()}
    joints = joined(orders[0][0], right, judge.odds)
    scored = [(order, cost, *aligned(order, right, likeness, joints)) for order, cost in orders]
    order, _, _, steps = max(scored, key=lambda item: item[2] - item[1])
    matches = list(_walked(order, right, steps, single, judge))
    answered = {part for item in matches for part in item.listed.split()}
    own = [not named.isdisjoint(item.listed.split()) for item in matches]
    return Comparison(
        form=form,
        family=tuple(item for item, family in zip(matches, own, strict=True) if family),
        given=tuple(item for item, family in zip(matches, own, strict=True) if not family),
        unwritten=tuple(part for part in right if part not in answered),
    )


def _walked(
    left: Sequence[str],
    right: Sequence[str],
    steps: Iterable[Step],
    single: Mapping[tuple[str, str], PartMatch],
    judge: _Judge,
) -> Iterator[PartMatch]:
    """The matches of an alignment."""
    i = j = 0
    for a, b in steps:
        if a == b:
            yield single[left[i], right[j]]
        elif a and b:
            yield judge.joined(left[i : i + a], right[j : j + b])
        elif a:
            yield PartMatch(written=left[i], listed="", odds=None, relation=Relation.MISSING)
        i, j = i + a, j + b
