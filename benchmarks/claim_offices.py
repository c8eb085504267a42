"""When a claim speaks of the labelled office, and whether the list has the fact that decides it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from copydesk import EntityList, PartialDate
from copydesk.core.claim import Claim
from copydesk.core.dates import When
from copydesk.core.entity import Fact, Kind
from copydesk.entities.titles import plain_title
from copydesk.reader.lexicon import Lexicon

_WORD = re.compile(r"[^\W_]+")
_TRAILING = re.compile(r" (?:of|in|to|for|at|by)$")
_EMPTY = frozenset("of the for and to in on at a by s".split())
_DEPUTY = frozenset(("deputy", "vice", "assistant"))
#: they change no office
_ASIDE = frozenset("first former acting new current then ex elect designate interim".split())
#: one office under several words
_ALIKE = {
    "chairwoman": "chairman", "chairperson": "chairman", "chair": "chairman", "spokeswoman": "spokesman",
    "spokesperson": "spokesman", "defense": "defence", "advisor": "adviser", "labor": "labour", "counselor": "counsellor",
    "boss": "head", "chief": "head",
}  # fmt: skip
#: roles that gather unlike offices: their words must agree too
_BROAD = frozenset(("minister", "head", "leader"))
_TURNED = re.compile(
    r"(?P<what>minister|secretary) (?:of|for)(?: the)? (?P<field>.+)|(?P<before>.+) (?P<behind>minister|secretary)"
)
#: how a title carries the name of its body
_WITH_BODY = ("{name} {title}", "{title} of {name}", "{title} of the {name}")
_COVERS = (When.INSIDE, When.UNSURE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title taken apart: whether it is a deputy's, the other words, and the roles of the list that they can mean."""

    deputy: bool
    words: frozenset[str]
    roles: frozenset[str]


class Offices:
    """The list's own table of titles and roles, asked about labels and claims."""

    def __init__(self, entities: EntityList) -> None:
        self.entities, self._lexicon = entities, Lexicon(entities)
        self.title = lru_cache(maxsize=4096)(self._title)

    def same(self, relation: str, qualifier: str | None, written: str, claim: Claim) -> bool:
        """Whether a claim's title is the labelled office; ``written``: the labelled words of the text.

        Both are a deputy's or neither is; and a role is the same, or the titles share a word and the claim has all words of
        the label. Roles that gather unlike offices (minister, head, leader) count only with the words. Where the label names
        the office in other words than the text (a minister: "the head of the Ministry"), a title that stands in the labelled
        words will do, unless its role is another.
        """
        wanted, found = self.title(relation), self._claimed(claim)
        if found.deputy is not (wanted.deputy or qualifier == "deputy"):
            return False
        if (wanted.roles & found.roles) - _BROAD or wanted.words == found.words:
            return True
        said = words_of(f"{claim.predicate} {claim.object.text} {claim.text}")
        if wanted.words & found.words and wanted.words <= said:
            return True
        renamed, other = not wanted.words <= words_of(written), bool(wanted.roles and found.roles)
        return renamed and found.words <= words_of(written) and (not other or bool(wanted.roles & found.roles))

    def _claimed(self, claim: Claim) -> Title:
        title = self.title(claim.predicate)
        # every role that the desk leaves open; else what the title means in the table
        roles = claim.roles or ((claim.role,) if claim.role else ())
        deputy = title.deputy or claim.qualifier in _DEPUTY or _all_deputies(roles)
        return Title(deputy=deputy, words=title.words, roles=frozenset(map(_undeputed, roles)) or title.roles)

    def _title(self, relation: str) -> Title:
        plain = _TRAILING.sub("", plain_title(relation))
        words = words_of(plain)
        roles = self._roles(" ".join(word for word in plain.split() if word not in _DEPUTY | _ASIDE))
        return Title(
            deputy=any(word in _DEPUTY for word in plain.split()) or _all_deputies(roles), words=words,
            roles=frozenset(map(_undeputed, roles)),
        )  # fmt: skip

    def _roles(self, title: str) -> tuple[str, ...]:
        return next(filter(None, map(self._lexicon.roles_of, _forms(title))), ())

    def rows(self, relation: str, of: Iterable[str | None]) -> Iterator[Fact]:
        """All rows of the list that say who holds the labelled office of a body of one of these names, at any time.

        By role and body; or by a title that has the name of the body in it ("White House Chief of Staff").
        """
        names = [name for name in of if name]
        plain = " ".join(w for w in _TRAILING.sub("", plain_title(relation)).split() if w not in _ASIDE)
        for role in self._roles(plain):
            for ident in self.bodies(names):
                yield from (fact for fact in self.entities.holders(role, ident) if self._means(fact, relation))
        whole = {plain_title(form.format(title=plain, name=name)) for name in names for form in _WITH_BODY}
        for role in {role for title in whole for role in self._lexicon.roles_of(title)}:
            yield from (fact for fact in self.entities.in_role(role) if plain_title(fact.title or "") in whole)

    def _means(self, fact: Fact, relation: str) -> bool:
        return fact.role not in _BROAD or self.title(relation).words <= words_of(fact.title or str(fact.role))

    def held(self, relation: str, of: Iterable[str | None], day: PartialDate) -> list[Fact]:
        """Those of them that cover a day and are not disputed."""
        return [fact for fact in self.rows(relation, of) if not fact.disputed and fact.period.when(day) in _COVERS]

    def single(self, facts: Iterable[Fact]) -> bool:
        """Whether one of them is of an office that one person holds at a time."""
        return any(fact.role is not None and self.entities.offices[fact.role].single for fact in facts)

    def bodies(self, names: Iterable[str | None]) -> list[str]:
        """The ids of the places and bodies of these names."""
        found = (named.entity for name in names if name for named in self.entities.named(name))
        return list(dict.fromkeys(entity.id for entity in found if entity.kind is not Kind.PERSON))

    def listed(self, name: str | None) -> set[str]:
        """The ids of all that have this name."""
        return set() if not name else {named.entity.id for named in self.entities.named(name)}


def words_of(text: str) -> frozenset[str]:
    """The words of a title that tell offices apart, one for all that mean the same."""
    found = (_ALIKE.get(word, word) for word in _WORD.findall(text.lower()))
    return frozenset(word for word in found if word not in _EMPTY | _DEPUTY | _ASIDE)


def _all_deputies(roles: Sequence[str]) -> bool:
    return bool(roles) and all(_undeputed(role) != role for role in roles)


def _undeputed(role: str) -> str:
    return role.removeprefix("deputy_").removeprefix("vice_")


def _forms(title: str) -> Iterator[str]:
    """``minister of transport`` is the ``transport minister`` too."""
    yield title
    turned = _TURNED.fullmatch(title)
    if turned is not None and turned["what"]:
        yield f"{turned['field']} {turned['what']}"
    elif turned is not None:
        yield f"{turned['behind']} of {turned['before']}"
        yield f"{turned['behind']} of the {turned['before']}"
