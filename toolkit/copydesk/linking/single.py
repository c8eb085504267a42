"""Names of one part that lean on something else: a full name of the same document, the office beside them, or their family."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.core.entity import Entity, Kind
from copydesk.core.mention import Candidate, Link, LinkStatus, Mention
from copydesk.linking.context import holders
from copydesk.linking.decide import family_text
from copydesk.linking.index import families
from copydesk.linking.model import CALLED, evidence, probability
from copydesk.linking.scene import Scene
from copydesk.linking.spelling_rows import familiar
from copydesk.names.compare import PartMatch, match_part
from copydesk.names.forms import core_parts, key
from copydesk.names.scripts import is_romanised

_LINKED = (LinkStatus.CANONICAL, LinkStatus.VARIANT, LinkStatus.GARBLE)
#: likeness from which a one-part name is another spelling of a family name in the same document
SAME_DOCUMENT = 0.8
_SHORTEST = 5

Persons = dict[str, list[Link]]


def lean(mention: Mention, persons: Persons, scene: Scene) -> Link | None:
    """Link a one-part name by a full name of the document, by its office, or as the right family name of somebody listed.

    None where it leans on nothing: then its spelling must speak for itself.
    """
    for decide in (_by_document, _by_office, _by_family):
        link = decide(mention, persons, scene)
        if link is not None:
            return link
    return None


def persons_of(links: Sequence[Link]) -> Persons:
    """The persons that a document names in full, each with the links that say so."""
    found: Persons = {}
    for link in links:
        if link.entity is not None and link.entity.kind is Kind.PERSON and link.status in _LINKED:
            found.setdefault(link.entity.id, []).append(link)
    return found


def _by_document(mention: Mention, persons: Persons, scene: Scene) -> Link | None:
    """The family name of somebody whom the document names in full, spelled right, spelled as wrong, or spelled alike."""
    right = [group[0].entity for group in persons.values() if _is_family(mention.text, group[0].entity, scene)]
    if right:
        return _agreed(mention, [entity for entity in right if entity is not None])
    for group in persons.values():
        entity = group[0].entity
        written = {key(core_parts(link.mention.text)[-1]): link for link in group if link.status is LinkStatus.GARBLE}
        if entity is None:
            continue
        if same := written.get(key(mention.text)):
            return _garble(mention, entity, same.probability or CALLED, same, scene)
        near = _near(mention, entity, tuple(written), scene)
        if near is not None:
            return near
    return None


def _is_family(text: str, entity: Entity | None, scene: Scene) -> bool:
    if entity is None:
        return False
    part = "".join(core_parts(text))
    romanised = is_romanised(entity)
    return any(_family_match(part, family, romanised, scene).right for family in families(entity))


def _family_match(part: str, family: str, romanised: bool, scene: Scene) -> PartMatch:
    return match_part(part, "".join(core_parts(family)), scene.knowledge, romanised=romanised, given=False)


def _agreed(mention: Mention, entities: Sequence[Entity]) -> Link:
    candidates = tuple(
        Candidate(entity=entity, form=family_text(entity), probability=1.0 / len(entities)) for entity in entities[:3]
    )
    if len(entities) > 1:
        return Link(mention=mention, status=LinkStatus.AMBIGUOUS, candidates=candidates)
    entity = entities[0]
    exact = key(mention.text) in {key(family) for family in families(entity)}
    status = LinkStatus.CANONICAL if exact else LinkStatus.VARIANT
    return Link(mention=mention, status=status, entity=entity, probability=0.97, candidates=candidates)


def _near(mention: Mention, entity: Entity, wrong: Sequence[str], scene: Scene) -> Link | None:
    """A spelling near to the family name, or near to how the document garbles it elsewhere, and no known name itself."""
    part = "".join(core_parts(mention.text))
    if len(part) < _SHORTEST or familiar(part, scene.knowledge):
        return None
    others = [*("".join(core_parts(family)) for family in families(entity)), *wrong]
    best = max((match_part(part, other, scene.knowledge) for other in others), key=lambda match: match.likeness, default=None)
    if best is None or best.likeness < SAME_DOCUMENT:
        return None
    rows = (
        evidence("alike", (best.odds or 0.0) / 8.0, detail=best.detail, query=part, candidate=best.listed),
        evidence("in_full", 1.0, detail=f"{entity.name} is named in this document", candidate=entity.name),
    )
    chance = probability(rows)
    return Link(
        mention=mention, status=LinkStatus.GARBLE, entity=entity, probability=chance, evidence=rows,
        candidates=(Candidate(entity=entity, form=family_text(entity), probability=chance, evidence=rows),),
        replacement=family_text(entity),
    )  # fmt: skip


def _garble(mention: Mention, entity: Entity, chance: float, same: Link, scene: Scene) -> Link | None:
    """The link of a family name that stands garbled alike in a full name: it inherits that link's probability."""
    match = match_part("".join(core_parts(mention.text)), "".join(core_parts(family_text(entity))), scene.knowledge)
    if match.right:
        return None
    rows = (
        evidence("alike", (match.odds or 0.0) / 8.0, detail=match.detail, query=match.written, candidate=match.listed),
        evidence("in_full", 1.0, detail=f"spelled like {same.mention.text} in this document", candidate=entity.name),
    )
    return Link(
        mention=mention, status=LinkStatus.GARBLE, entity=entity, probability=chance, evidence=rows,
        candidates=(Candidate(entity=entity, form=family_text(entity), probability=chance, evidence=rows),),
        replacement=family_text(entity),
    )  # fmt: skip


def _by_office(mention: Mention, _persons: Persons, scene: Scene) -> Link | None:
    """The holder of the office beside the name, where the spelling is right."""
    if mention.context is None or not mention.context.roles:
        return None
    found = dict.fromkeys(holders(mention.context, scene.day, scene.entities))
    right = [entity for entity in found if _is_family(mention.text, entity, scene)]
    return _agreed(mention, right) if right else None


def _by_family(mention: Mention, _persons: Persons, scene: Scene) -> Link | None:
    """The only person of the list called so; several are ambiguous. Never a reason for a finding."""
    bearers = scene.index.of_family(mention.text)
    return _agreed(mention, bearers) if bearers else None
