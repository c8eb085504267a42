"""Two names, part by part: which part answers to which, how likely one is a garble of the other, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from itertools import product

from copydesk.names.aligning import Joints, Odds, Step, aligned, in_order, joined, joints, most, probable
from copydesk.names.forms import core_parts
from copydesk.names.knowledge import NameKnowledge, default_knowledge
from copydesk.names.likeness import NEVER, fusible


class Relation(StrEnum):
    """How a written part stands to the listed part it was matched with."""

    SAME = "same"
    #: another accepted romanisation
    VARIANT = "variant"
    INITIAL = "initial"
    ALIKE = "alike"
    MISSING = "missing"


_RIGHT = (Relation.SAME, Relation.VARIANT, Relation.INITIAL)


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
    #: all matches, the family name first
    matches: tuple[PartMatch, ...] = field(init=False, repr=False, compare=False)
    #: the matches in which the written part is not right and answers to something
    wrong: tuple[PartMatch, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keep what is asked for many times."""
        matches = (*self.family, *self.given)
        object.__setattr__(self, "matches", matches)
        object.__setattr__(self, "wrong", tuple([match for match in matches if not match.right and match.listed]))

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
    sizes = [len(match.written) or len(match.listed) for match in matches]
    weight = sum(sizes)
    return sum([match.likeness * size for match, size in zip(matches, sizes, strict=True)]) / weight if weight else 0.0


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
    if long and ((romanised and known.accepts(written, listed)) or (given and known.nicknames(written, listed))):
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
    sides = [(_parts(written), _parts(form)) for written, form in pairs]
    single = [pair for left, right in sides for pair in product(left, right)]
    together = dict.fromkeys([pair for left, right in sides for pair in joints(left, right)], NEVER)
    return together | knowledge.judged([*single, *fusible(list(together))])


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
    judge, left = _Judge(known, romanised, judged), _parts(written)
    return [_compared(left, form, families, judge) for form in forms]


def _parts(name: str) -> tuple[str, ...]:
    return core_parts(name) or (name,)


@lru_cache(maxsize=1024)
def _others(left: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The other orders in which the written parts may stand."""
    orders = ((left[-1], *left[:-1]), (*left[1:], left[0])) if len(left) > 1 else ()
    return tuple(dict.fromkeys(order for order in orders if order != left))


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


#: a match, and whether it is one of the family name
_Placed = tuple[PartMatch, bool]


def _compared(written: tuple[str, ...], form: str, families: set[str], judge: _Judge) -> Comparison:
    right = _parts(form)
    named = families.intersection(right) or {right[-1]}
    single = {(one, other): judge.match(one, other, other not in named) for one in written for other in right}
    order, steps = _best(written, right, single, joined(written, right, judge.odds))
    placed = list(_walked(order, right, steps, single, named, judge))
    unwritten: tuple[str, ...] = ()
    if (0, 1) in steps:
        answered = {part for match, _ in placed for part in match.listed.split()}
        unwritten = tuple([part for part in right if part not in answered])
    return Comparison(
        form=form,
        family=tuple([match for match, family in placed if family]),
        given=tuple([match for match, family in placed if not family]),
        unwritten=unwritten,
    )


def _best(
    written: tuple[str, ...], right: tuple[str, ...], single: Mapping[tuple[str, str], PartMatch], several: Joints
) -> tuple[tuple[str, ...], list[Step]]:
    """The order of the written parts that fits best, and the steps of its alignment."""
    likeness = {pair: match.likeness for pair, match in single.items()}
    if not several and in_order(written, right, likeness):
        return written, [(1, 1)] * len(right)
    value, steps = aligned(written, right, likeness, several)
    if not several and value >= most(written, right, likeness) - _OTHER_ORDER:
        return written, steps
    best = value, written, steps
    for order in _others(written):
        value, steps = aligned(order, right, likeness, several)
        if value - _OTHER_ORDER > best[0]:
            best = value - _OTHER_ORDER, order, steps
    return best[1:]


def _walked(
    left: Sequence[str],
    right: Sequence[str],
    steps: Iterable[Step],
    single: Mapping[tuple[str, str], PartMatch],
    named: set[str],
    judge: _Judge,
) -> Iterator[_Placed]:
    """The matches of an alignment."""
    i = j = 0
    for a, b in steps:
        if a == b:
            yield single[left[i], right[j]], right[j] in named
        elif a and b:
            yield judge.joined(left[i : i + a], right[j : j + b]), not named.isdisjoint(right[j : j + b])
        elif a:
            yield PartMatch(written=left[i], listed="", odds=None, relation=Relation.MISSING), False
        i, j = i + a, j + b
