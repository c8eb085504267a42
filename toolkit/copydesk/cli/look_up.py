"""What ``copydesk entities search`` and ``show`` find."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from anyascii import anyascii
from rapidfuzz import fuzz, process

from copydesk.core.dates import PartialDate
from copydesk.core.entity import Entity, Fact, FormType, Kind, Relation
from copydesk.entities.candidates import candidates
from copydesk.entities.listing import EntityList
from copydesk.errors import EntityListError
from copydesk.names.forms import key, parts
from copydesk.render import entitywire
from copydesk.render.entities import Cards, newest
from copydesk.render.paint import Paint
from copydesk.render.visible import json_line

#: likeness from which a name is offered: of names without sense, one word in two and one pair of words in ten reach it
LIKE = 0.58
#: how alike, of 100, an id must be to be offered for an unknown one, and how many are
_NEAR, _OFFERED = 75.0, 3
_HOLDERS = 30
#: which use of a name comes first
_USES = ("name", "alias", "former", "acronym", "native", "family", "part", "foreign", "demonym", "translated", "clipped")
_NOTES = {
    "name": "", "former": "by former name", "native": "by native name", "family": "by family name",
    "part": "by part of a native name", "foreign": "by a foreign spelling", "translated": "by a name translated by its meaning",
    "clipped": "by a name cut short", "channel": "by what translation makes of a native name",
}  # fmt: skip
_BODY = {
    Relation.CAPITAL_OF: "Capital", Relation.MEMBER_OF: "Members", Relation.PART_OF: "Parts", Relation.AGENCY_OF: "Agencies",
    Relation.RANK: "Ranked in it", Relation.LOCATED_IN: (_LYING := "Located in it"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An entity that was found: as what (a form type, ``family``, ``part``, ``likeness``), under which name, how alike."""

    entity: Entity
    match: str
    form: str
    likeness: float | None = None

    @property
    def note(self) -> str:
        """How it was found, in words; nothing for its own name."""
        if self.likeness is not None:
            return f"likeness {self.likeness:.2f} to {self.form}"
        return _NOTES.get(self.match, f"by {self.match}")


def found(entities: EntityList, name: str, kind: Kind | None, limit: int) -> tuple[list[Match], list[Match]]:
    """Those who have exactly this name in any form or script, and at most ``limit`` whose names are like it."""
    owners = [entity for entity in entities.called(name) if kind in (None, entity.kind)]
    exact = [Match(entity=entity, match=_use(entity, key(name)), form=key(name)) for entity in owners]
    known = {match.entity.id for match in exact}
    near: list[Match] = []
    # a name in another script is like what its letters make in Latin
    latin = name if name.isascii() else anyascii(name)
    for hit in candidates(entities, latin, limit=limit + len(known), kinds=None if kind is None else (kind,)):
        if hit.entity.id in known or hit.score < LIKE:
            continue
        if not name.isascii() and _has_native(hit.entity, name):
            exact.append(Match(entity=hit.entity, match="part", form=key(name)))
        else:
            near.append(Match(entity=hit.entity, match="likeness", form=hit.form, likeness=hit.score))
    return sorted(exact, key=_order), near[:limit]


def _use(entity: Entity, folded: str) -> str:
    """As what an entity has a folded name."""
    if key(entity.name) == folded:
        return "name"
    uses = [form.type.value for form in entity.forms if key(form.text) == folded]
    uses += ["family" for family in entity.family if key(family) == folded]
    return min(uses, key=_rank, default="name")


def _rank(use: str) -> int:
    return _USES.index(use) if use in _USES else len(_USES)


def _order(match: Match) -> tuple[int, float, str]:
    return _rank(match.match), -(match.entity.prominence or 0.0), match.entity.id


def _has_native(entity: Entity, name: str) -> bool:
    """Whether every part of a name in another script is part of one of the entity's names in it."""
    wanted = set(parts(name))
    return bool(wanted) and any(form.type is FormType.NATIVE and wanted <= set(parts(form.text)) for form in entity.forms)


def search_text(
    entities: EntityList, exact: list[Match], near: list[Match], day: PartialDate | None, *, most: int, paint: Paint
) -> Iterator[str]:
    """Cards of what was found; of those called exactly so at most ``most``, the others are counted."""
    cards = Cards(entities.get, paint, day)
    for heading, matches in (("Called so:", exact[:most]), ("Like it:", near)):
        if matches:
            yield from (heading, "")
        for match in matches:
            yield from (*cards.card(match.entity, entities.about(match.entity.id), match.note), "")
        if matches and matches is not near and len(exact) > most:
            yield from (f"… and {len(exact) - most} more are called so: raise --limit", "")


def search_lines(
    entities: EntityList, exact: list[Match], near: list[Match], day: PartialDate | None, *, most: int
) -> Iterator[str]:
    """One JSON object an entity; ``likeness`` is null for an exact name."""
    for match in (*exact[:most], *near):
        facts = entities.about(match.entity.id)
        yield json_line(
            entitywire.found(match.entity, facts, match=match.match, form=match.form, likeness=match.likeness, day=day)
        )


def show(entities: EntityList, ident: str, day: PartialDate | None, *, every: bool, paint: Paint) -> Iterator[str]:
    """All there is about an entity, by its id or what another data set calls it. Raises EntityListError for an unknown id."""
    entity = entities.get(ident) or _also(entities, ident)
    if entity is None:
        raise EntityListError(f"no entity has the id {ident!r}", remedy=_near(entities, ident))
    cards = Cards(entities.get, paint, day)
    yield from cards.sheet(entity, entities.about(entity.id))
    room = None if every else _HOLDERS
    left = 0
    for title, facts in _groups(entities, entity.id):
        shown = facts if room is None else facts[:room] if title != _LYING else []
        if shown:
            yield from ("", *cards.holders(title, shown))
        left += len(facts) - len(shown)
        room = None if room is None else room - len(shown)
    if left:
        yield from ("", f"… and {left:,} more, see --all")


def _also(entities: EntityList, ident: str) -> Entity | None:
    """The entity that another data set calls so: ``wikidata:Q7416438``."""
    return next((entity for entity in entities.entities if ident in entity.same_as), None) if ":" in ident else None


def _near(entities: EntityList, ident: str) -> str:
    ids = list(entities.by_id)
    near = [text for text, *_ in process.extract(ident, ids, scorer=fuzz.ratio, limit=_OFFERED, score_cutoff=_NEAR)]
    if not near:
        hits = candidates(entities, ident.replace("-", " "), limit=_OFFERED)
        near = [hit.entity.id for hit in hits if hit.score >= LIKE]
    return f"did you mean {', '.join(near)}?" if near else "look for it with copydesk entities search"


def _groups(entities: EntityList, ident: str) -> Iterator[tuple[str, list[Fact]]]:
    """The facts that have an entity as their object: the holders of each of its offices, the highest first, then the rest."""
    for role, office in sorted(entities.offices.items(), key=lambda item: item[1].rank):
        if facts := entities.holders(role, ident):
            yield office.titles[0], _latest(facts)
    for relation, title in _BODY.items():
        if facts := entities.related(relation, ident):
            yield title, _latest(facts)


def _latest(facts: tuple[Fact, ...]) -> list[Fact]:
    return sorted(facts, key=lambda fact: (newest(fact), fact.subject), reverse=True)
