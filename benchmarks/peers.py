"""Other ways to find a name in a list, all over the same folded names, all with one interface.

A name is one form of an entity: its name or an alias; on demand, for mentions of one word, also each part of a person's name
and the family name ("Abbasi" where the list says "Shahid Khaqan Abbasi"). In the list of the labelled mentions only the right
answers have aliases, so that a family name among them meets no other one: without parts every peer looks better on one word
than it would be over a list that treats all persons alike. Equal scores: whole names before parts, then the order of the list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler

from copydesk.core.entity import Entity, FormType, Kind
from copydesk.names.forms import core_parts, fold

LIMIT, RERANKED = 10, 50
#: mentions compared at once, and names looked at for the best entities
_BLOCK, _NAMES = 32, 400
#: entities, best first, each with its score from 0 to 1
Ranking = list[tuple[int, float]]


class Peer(Protocol):
    """A system that ranks a list of names for a mention."""

    name: str

    def ask(self, mentions: Sequence[str]) -> list[Ranking]:
        """For each mention the ten best entities by their place in the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gallery:
    """The distinct folded names of a list, and whose each is; names from ``whole`` on are parts, for mentions of one word."""

    entities: tuple[Entity, ...]
    texts: tuple[str, ...]
    owners: tuple[tuple[int, ...], ...]
    whole: int

    def size(self, mention: str) -> int:
        """How many of the names, from the first, a mention is held against."""
        return len(self.texts) if len(mention.split()) == 1 else self.whole

    def ranked(self, scores: NDArray[Any], limit: int = LIMIT) -> Ranking:
        """The best entities by the scores of the first names."""
        near = np.argpartition(-scores, _NAMES)[:_NAMES] if len(scores) > _NAMES else np.arange(len(scores))
        best: dict[int, float] = {}
        for at in near[np.lexsort((near, -scores[near]))].tolist():
            for owner in self.owners[at]:
                best.setdefault(owner, float(scores[at]))
            if len(best) >= limit:
                break
        return list(best.items())[:limit]


def gallery(entities: Iterable[Entity], *, parts: bool = False) -> Gallery:
    """The names of a list; with ``parts`` a mention of one word is held against the parts of whole names too."""
    listed = tuple(entities)
    whole: dict[str, list[int]] = defaultdict(list)
    single: dict[str, list[int]] = defaultdict(list)
    for at, entity in enumerate(listed):
        for text in dict.fromkeys(map(fold, (entity.name, *entity.written(FormType.ALIAS)))):
            whole[text].append(at)
        for text in _parts(entity) if parts else ():
            single[text].append(at)
    texts = (*whole, *single)
    owners = tuple(map(tuple, (*whole.values(), *single.values())))
    return Gallery(entities=listed, texts=texts, owners=owners, whole=len(whole))


def _parts(entity: Entity) -> dict[str, None]:
    """What of a person's name may stand alone."""
    if entity.kind is not Kind.PERSON:
        return {}
    named = (part for part in core_parts(entity.name) if len(part) > 1)
    return dict.fromkeys((*named, *map(fold, entity.family)))


class ByScore:
    """A string similarity over all names, in blocks."""

    def __init__(
        self,
        name: str,
        names: Gallery,
        scorer: Callable[..., float],
        *,
        prepare: Callable[[str], str] = str,
        scale: float = 1.0,
    ) -> None:
        self.name = name
        self._names, self._scorer, self._prepare, self._scale = names, scorer, prepare, scale
        self._texts = [prepare(text) for text in names.texts]

    def ask(self, mentions: Sequence[str]) -> list[Ranking]:
        """The ten best for each."""
        return self.best(mentions, LIMIT)

    def best(self, mentions: Sequence[str], limit: int) -> list[Ranking]:
        """So many best for each."""
        folded = [fold(mention) for mention in mentions]
        found: list[Ranking] = [[] for _ in mentions]
        for size in dict.fromkeys(map(self._names.size, folded)):
            places = [at for at, text in enumerate(folded) if self._names.size(text) == size]
            for start in range(0, len(places), _BLOCK):
                block = places[start : start + _BLOCK]
                asked = [self._prepare(folded[at]) for at in block]
                scores = process.cdist(asked, self._texts[:size], scorer=self._scorer, dtype=np.float32)
                for at, row in zip(block, scores, strict=True):
                    found[at] = self._names.ranked(row / self._scale, limit)
        return found


class Phonetic:
    """Names whose words sound alike one by one, in any order, by Metaphone keys; of those the most alike spelling first.

    It knows no degrees: a name of another key is no answer at all.
    """

    name = "Metaphone keys"

    def __init__(self, names: Gallery) -> None:
        from jellyfish import metaphone

        self._names, self._metaphone = names, metaphone
        self._keys: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for at, text in enumerate(names.texts):
            self._keys[self._key(text)].append(at)

    def _key(self, text: str) -> tuple[str, ...]:
        """What the words sound like; a word without a sound (a number, another script) is its own key."""
        words = text.replace("-", " ").replace("'", "").split()
        return tuple(sorted(self._metaphone(word) or word for word in words))

    def ask(self, mentions: Sequence[str]) -> list[Ranking]:
        """The ten best for each; fewer, or none, where fewer sound alike."""
        return [self._ranked(fold(mention)) for mention in mentions]

    def _ranked(self, folded: str) -> Ranking:
        alike = [at for at in self._keys.get(self._key(folded), ()) if at < self._names.size(folded)]
        scored = sorted((-fuzz.ratio(folded, self._names.texts[at]) / 100, at) for at in alike)
        best: dict[int, float] = {}
        for score, at in scored:
            for owner in self._names.owners[at]:
                best.setdefault(owner, -score)
        return list(best.items())[:LIMIT]


class LogicV2:
    """nomenklatura's LogicV2 with its default settings, over the first 50 by edit ratio: it is too slow for the whole list.

    Both sides are given as the kind of the listed entity (a place as a legal entity: FollowTheMoney has no places), and where
    parts of names count, they are names for a mention of one word. Equal scores: the more alike spelling first.
    """

    name = f"LogicV2 (over the first {RERANKED} by ratio)"
    _SCHEMA = {Kind.PERSON: "Person", Kind.ORGANIZATION: "Organization", Kind.PLACE: "LegalEntity"}  # noqa: RUF012

    def __init__(self, names: Gallery) -> None:
        from nomenklatura.matching import LogicV2 as Algorithm

        self._algorithm, self._config = Algorithm, Algorithm.default_config()
        self._names, self._first = names, by_ratio(names)
        self._made: dict[tuple[int, bool], Any] = {}

    def ask(self, mentions: Sequence[str]) -> list[Ranking]:
        """The ten best for each."""
        first = self._first.best(mentions, RERANKED)
        return [self._reranked(mention, ranking) for mention, ranking in zip(mentions, first, strict=True)]

    def _reranked(self, mention: str, ranking: Ranking) -> Ranking:
        single = self._names.size(fold(mention)) > self._names.whole
        asked = {kind: _proxy(f"asked-{schema}-{mention}", schema, [mention]) for kind, schema in self._SCHEMA.items()}
        scored = []
        for place, (at, _) in enumerate(ranking):
            other = self._listed(at, single)
            score = self._algorithm.compare(asked[self._names.entities[at].kind], other, self._config).score
            scored.append((-float(score), place, at))
        return [(at, -score) for score, _, at in sorted(scored)[:LIMIT]]

    def _listed(self, at: int, single: bool) -> Any:
        entity = self._names.entities[at]
        if (at, single) not in self._made:
            names = [entity.name, *entity.written(FormType.ALIAS), *(_parts(entity) if single else ())]
            self._made[at, single] = _proxy(f"listed-{at}-{single}", self._SCHEMA[entity.kind], names)
        return self._made[at, single]


def _proxy(id_: str, schema: str, names: Sequence[str]) -> Any:
    from followthemoney import model

    return model.get_proxy({"id": id_, "schema": schema, "properties": {"name": list(names)}})


def by_ratio(names: Gallery) -> ByScore:
    """The best plain string score."""
    return ByScore("rapidfuzz ratio", names, fuzz.ratio, scale=100.0)


def by_sorted_ratio(names: Gallery) -> ByScore:
    """``token_sort_ratio``, which is the ratio of the sorted words: they are sorted once."""
    return ByScore("rapidfuzz token_sort_ratio", names, fuzz.ratio, prepare=_sorted_words, scale=100.0)


def by_jaro_winkler(names: Gallery) -> ByScore:
    """Jaro–Winkler, prefix weight 0.1."""
    return ByScore("Jaro–Winkler", names, JaroWinkler.normalized_similarity)


def _sorted_words(text: str) -> str:
    return " ".join(sorted(text.split()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A peer that can be asked for, and the package that it needs beside the project's own."""

    name: str
    make: Callable[[Gallery], Peer]
    needs: str | None = None

    @property
    def installed(self) -> bool:
        """Whether it can be made here."""
        return self.needs is None or find_spec(self.needs) is not None


OFFERS = (
    Offer(name="rapidfuzz ratio", make=by_ratio),
    Offer(name="rapidfuzz token_sort_ratio", make=by_sorted_ratio),
    Offer(name="Jaro–Winkler", make=by_jaro_winkler),
    Offer(name=Phonetic.name, make=Phonetic, needs="jellyfish"),
    Offer(name=LogicV2.name, make=LogicV2, needs="nomenklatura"),
)
NOT_INSTALLED = "not installed"
