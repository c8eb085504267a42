"""Places and organisations whose names are garbled: harder than persons, since any string may be a village."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from copydesk.core.entity import Entity, FormType, Kind
from copydesk.core.evidence import Evidence
from copydesk.core.mention import Candidate, Link, LinkStatus, Mention
from copydesk.entities import EntityList
from copydesk.entities.candidates import candidates
from copydesk.linking.decide import CALLED, Scene, familiar, is_other_chinese
from copydesk.linking.index import POOL, forms
from copydesk.linking.model import evidence, obscurity, probability
from copydesk.names.common import IN_USE, zipf
from copydesk.names.compare import match_part
from copydesk.names.forms import core_parts, key
from copydesk.names.pinyin import is_pinyin
from copydesk.names.scripts import is_romanised

#: edit ratio (0 to 100) of whole names worth a closer look
NEAR = 70.0
SHORTEST = 5
#: prominence of places so small that any string may be a neighbour's name, unless the text speaks of their country
SMALL = 0.35
#: how many entities are looked at, and how many of their forms
WIDTH, CLOSEST = 20, 6
_BEFORE = re.compile(
    r"(?:\b(?:in|near|from|to|at|of|towards?|into|outside|around|via)|\b(?:city|town|village|province|region|district|state"
    r"|port|island|capital|republic|airport)(?: of)?)(?: the)?[ \u00a0][\"“‘']?$",
    re.IGNORECASE,
)  # fmt: skip
_BEHIND = re.compile(
    r"^[\"”’']?[ \u00a0](?:city|province|region|district|state|island|airport|peninsula|republic|oblast|county|prefecture)\b",
    re.IGNORECASE,
)


_DERIVED = re.compile(r"(?:ians?|eans?|ese|ish|ites?|ers?|i|is|s|sk(?:i|y|iy|ii|oye|oe|aya|ogo|om)|ov[oa]|ev[oa])$")


class ThingIndex:
    """Places and organisations of the list by whole name."""

    def __init__(self, entities: EntityList) -> None:
        self._entities = entities
        self.near = lru_cache(maxsize=4096)(self._near)

    def _near(self, name: str) -> tuple[tuple[Entity, str], ...]:
        found = candidates(self._entities, name, limit=WIDTH, kinds=(Kind.PLACE, Kind.ORGANIZATION), pool=POOL)
        rated = [
            (fuzz.ratio(name, key(form)), hit.entity, form)
            for hit in found
            for form in forms(hit.entity)
            if len(key(form)) >= SHORTEST and not form.isupper()
        ]
        near = sorted((item for item in rated if item[0] >= NEAR), key=lambda item: -item[0])
        return tuple((entity, form) for _, entity, form in near[:CLOSEST])


def decide_thing(mention: Mention, around: tuple[str, str], index: ThingIndex, scene: Scene) -> Link | None:
    """A garbled place or organisation, or None. ``around`` is the text before and behind the mention."""
    name = key(mention.text)
    if any(char.isupper() or char.isdigit() for word in mention.text.split() for char in word[1:]):
        return None  # a brand, an acronym, a number
    known = scene.knowledge.is_place(name) or zipf(name) >= IN_USE or is_pinyin(name.split()[0])
    if len(name) < SHORTEST or mention.kind is Kind.PERSON or known:
        return None
    ranked = [candidate for entity, form in index.near(name) if (candidate := _scored(mention, entity, form, around, scene))]
    ranked.sort(key=lambda candidate: -candidate.probability)
    if not ranked or ranked[0].probability < CALLED or _rival(ranked):
        return None
    best = ranked[0]
    return Link(
        mention=mention, status=LinkStatus.GARBLE, entity=best.entity, probability=best.probability, evidence=best.evidence,
        candidates=tuple(ranked[:3]), replacement=best.form,
    )  # fmt: skip


def _rival(ranked: list[Candidate]) -> bool:
    others = [item for item in ranked[1:] if item.entity.id != ranked[0].entity.id]
    return bool(others) and others[0].probability > 0.8 * ranked[0].probability


def _scored(mention: Mention, entity: Entity, form: str, around: tuple[str, str], scene: Scene) -> Candidate | None:
    left, right = core_parts(mention.text), core_parts(form)
    if len(left) != len(right):
        return None
    matches = [
        match_part(a, b, scene.knowledge, romanised=is_romanised(entity), given=False) for a, b in zip(left, right, strict=True)
    ]
    wrong = [match for match in matches if not match.right]
    if not wrong or is_other_chinese(entity, matches) or any(_is_derived(match.written, match.listed) for match in wrong):
        return None
    likeness = sum(match.likeness * len(match.listed) for match in matches) / sum(len(match.listed) for match in matches)
    likeness = min(likeness, min(match.likeness for match in wrong) + 0.1)
    rows = [evidence("name", likeness, detail="; ".join(match.detail for match in wrong), query=mention.text, candidate=form)]
    rows += [*_surroundings(entity, around, scene), *obscurity(entity)]
    if (entity.prominence or 1.0) < SMALL and not any(row.feature == "surroundings" for row in rows):
        return None
    known = max(familiar(match.written, scene.knowledge) for match in wrong)
    if known:
        rows.append(evidence("attested_family", known, query=" ".join(match.written for match in wrong)))
    if len(key(form)) <= SHORTEST:
        rows.append(evidence("short", 1.0, candidate=form))
    return Candidate(entity=entity, form=form, probability=probability(rows), evidence=tuple(rows))


def _is_derived(written: str, listed: str) -> bool:
    """Whether the written word is an adjective, inhabitant or plural of the listed one: Khakassian, Reunions."""
    ending = _DERIVED.search(written)
    return ending is not None and not listed.endswith(ending.group()) and listed[:4] == written[:4]


def _surroundings(entity: Entity, around: tuple[str, str], scene: Scene) -> list[Evidence]:
    rows = []
    if entity.kind is Kind.PLACE and (_BEFORE.search(around[0]) or _BEHIND.match(around[1])):
        rows.append(evidence("place_words", 1.0, query=around[0][-20:].strip()))
    near = {fact.object for fact in scene.entities.about(entity.id)} & scene.implied
    if entity.id in scene.implied or near:
        names = ", ".join(sorted(scene.entities.by_id[str(ident)].name for ident in near)) or entity.name
        rows.append(evidence("surroundings", 1.0, detail=f"the document speaks of {names}"))
    elif countries := [ident for ident in scene.implied if scene.entities.by_id[ident].written(FormType.DEMONYM)]:
        rows.append(evidence("elsewhere", 1.0, detail=f"the document speaks of {scene.entities.by_id[countries[0]].name}"))
    return rows or [evidence("no_cue", 1.0)]
