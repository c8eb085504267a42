"""What is known about names as such: attested parts, romanisation variants, and the unit model, in one SQLite file."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path

from copydesk.errors import EntityListError
from copydesk.names.channel import Channel
from copydesk.names.common import IN_USE, zipf
from copydesk.names.likeness import default_likeness

DEFAULT = Path(__file__).resolve().parent.parent / "data" / "names.sqlite"

#: parts whose bearers are remembered, and those that are looked up at once
_KEPT, _BLOCK = 65536, 500
#: ways to write one and the same sound in English romanisation, none of which an editor would call wrong
#: one rule can make what another looks for; names settle within a few rounds
_ROUNDS = 8
_PREFIX = re.compile(r"^abd[aeu]l(?=.{3})")
_SAME_SOUND = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"iy(?=[aeo])", "i"),
        (r"(?<=[aeou])y(?=e)|^y(?=e[^aeiou])", ""),
        (r"dzh|dj|zh", "j"),
        (r"tch|tsch", "ch"),
        (r"ph", "f"),
        (r"ck|q(?![iuy])", "k"),
        (r"c(?=[aoulrk])", "k"),
        (r"ou|oo", "u"),
        (r"ee", "i"),
        (r"ks", "x"),
        (r"[yj](?=[aeiou])", "y"),
        (r"(?<=[aeiou])[yj]", "i"),
        (r"(?:iy|yy|ij|ii|y)$", "i"),
        (r"(?<=[^aeiou])y(?=[^aeiou])", "i"),
        (r"i(?=a|e|o|u)", "y"),
        (r"(?<=[bdfgklmnprstvz])ye|(?<=[bdfgklmnprstvz])ie", "e"),
        (r"(.)\1", r"\1"),
        (r"(?<=[aeiou])h$", ""),
    )
)
#: those of them that make a spelling which somebody has: a Cocorin for Kokorin, a Jalow for Jallow are nobody's
_LOOSE = frozenset((r"tch|tsch", r"ph", r"ck|q(?![iuy])", r"c(?=[aoulrk])", r"ee", r"ks", r"(.)\1"))
_STRICT = tuple(rule for rule in _SAME_SOUND if rule[0].pattern not in _LOOSE)


#: letters that the rules above change, drop or put in
_CHANGED = str.maketrans("", "", "aeiouyjdzhtscpfkqx")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=65536)
def _unchanged(part: str) -> str:
    """The letters of a folded part that no rule touches: where they differ, `romanised` does."""
    return _DOUBLED.sub(r"\1", part.translate(_CHANGED))


@lru_cache(maxsize=65536)
def romanised(part: str) -> str:
    """A folded part with the free choices of English romanisation taken out: sergey and sergei are one."""
    return _reduced(part, _SAME_SOUND)


@lru_cache(maxsize=65536)
def _strictly(part: str) -> str:
    """The same without the choices that are free only where somebody is called so."""
    return _reduced(part, _STRICT)


def _reduced(part: str, rules: Iterable[tuple[re.Pattern[str], str]]) -> str:
    part = _PREFIX.sub("abdul", part)
    for _ in range(_ROUNDS):
        before = part
        for pattern, replacement in rules:
            part = pattern.sub(replacement, part)
        if part == before:
            break
    return part


class NameKnowledge:
    """Look-ups in the shipped name data. Parts are folded (`copydesk.names.forms.fold`)."""

    def __init__(self, path: Path = DEFAULT) -> None:
        if not path.is_file():
            raise EntityListError("the name data is missing", where=str(path), remedy="install the package again")
        self._db = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._uses: dict[str, int] = {}

    @cached_property
    def channel(self) -> Channel:
        """The learned unit model."""
        rows = self._db.execute("SELECT a, b, logp FROM unit")
        return Channel({(a, b): logp for a, b, logp in rows})

    def judged(self, pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], float]:
        """Log-odds that the two parts of each pair are a garble and its name (`copydesk.names.likeness`)."""
        return default_likeness().judged(pairs)

    def attested(self, part: str) -> int:
        """How many names of real bearers hold this part; 0 where none is known."""
        if part not in self._uses:
            self.look_up([part])
        return self._uses[part]

    def look_up(self, parts: Iterable[str]) -> None:
        """Read what is `attested` of several parts at once: many times faster than one by one."""
        new = [part for part in dict.fromkeys(parts) if part not in self._uses]
        if len(self._uses) > _KEPT:
            self._uses.clear()
        for start in range(0, len(new), _BLOCK):
            block = new[start : start + _BLOCK]
            self._uses.update(dict.fromkeys(block, 0))
            rows = self._db.execute(f"SELECT part, uses FROM attested WHERE part IN ({', '.join('?' * len(block))})", block)
            self._uses.update((part, int(uses)) for part, uses in rows)

    @lru_cache(maxsize=65536)  # noqa: B019  one knowledge lives as long as the process
    def is_place(self, name: str) -> bool:
        """Whether a town of more than 15,000 people is called so, or has this part in its name (`forms.key`)."""
        return self._db.execute("SELECT 1 FROM place WHERE name = ?", (name,)).fetchone() is not None

    @lru_cache(maxsize=65536)  # noqa: B019
    def partners(self, part: str) -> tuple[str, ...]:
        """The parts that listed aliases use for this one."""
        rows = self._db.execute("SELECT b FROM variant WHERE a = ?1 UNION SELECT a FROM variant WHERE b = ?1", (part,))
        return tuple(row[0] for row in rows)

    @cached_property
    def _short_forms(self) -> Mapping[str, frozenset[str]]:
        """The usual short forms of each part that has some, and the parts of which it is one: they are few."""
        found: dict[str, set[str]] = {}
        for one, other in self._db.execute("SELECT a, b FROM nickname"):
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
        return {part: frozenset(others) for part, others in found.items()}

    def nicknames(self, left: str, right: str) -> bool:
        """Whether one part is a usual short form of the other: mike, michael."""
        return right in self._short_forms.get(left, ())

    @lru_cache(maxsize=65536)  # noqa: B019
    def variants(self, left: str, right: str) -> bool:
        """Whether two parts are known as spellings of one name, by romanisation rule or by listed aliases."""
        if right in self.partners(left):
            return True
        return _unchanged(left) == _unchanged(right) and romanised(left) == romanised(right)

    @lru_cache(maxsize=65536)  # noqa: B019
    def accepts(self, written: str, listed: str) -> bool:
        """Whether an editor would let a spelling of a listed part stand: as `variants`, if it is one that people bear or use.

        Which romanisation was chosen is free (Sergey, Sergei); c for k or one letter for two is right only where a name is
        spelled so.
        """
        if not self.variants(written, listed):
            return False
        free = listed in self.partners(written) or _strictly(written) == _strictly(listed)
        return free or self.attested(written) > 0 or zipf(written) >= IN_USE


@lru_cache(maxsize=1)
def default_knowledge() -> NameKnowledge:
    """The data that the package ships."""
    return NameKnowledge()
