"""Names of one part: they lean on a full name of the same document, or on the office beside them."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.core.entity import Entity, Kind
from copydesk.core.mention import Candidate, Link, LinkStatus, Mention
from copydesk.entities import EntityList
from copydesk.linking.context import holders, office_evidence
from copydesk.linking.decide import CALLED, Scene, channel_rows, familiar, family_text, is_other_chinese, is_pinned, name_rows
from copydesk.linking.index import families
from copydesk.linking.model import evidence, obscurity, probability
from copydesk.names.compare import Comparison, PartMatch, compare, match_part
from copydesk.names.forms import core_parts, key
from copydesk.names.scripts import is_romanised

_LINKED = (LinkStatus.CANONICAL, LinkStatus.VARIANT, LinkStatus.GARBLE)
#: likeness from which a one-part name is another spelling of a family name in the same document
SAME_DOCUMENT = 0.7
#: likeness from which the office beside a one-part name decides
WITH_OFFICE = 0.42
#: the same where the title stands without a country, and where nothing but the list speaks for the name
WITH_TITLE, ALONE = 0.7, 0.72
_SHORTEST = 6
#: probability from which a name with nothing beside it is called a garble: more than where the text speaks for it
CALLED_ALONE = 0.6


def decide_single(mention: Mention, links: Sequence[Link], scene: Scene) -> Link:
    """Link a one-part name: by a full name of the document, by its office, or by being the only bearer in the list."""
    for decide in (_by_document, _by_office, _by_family, _by_likeness):
        link = decide(mention, links, scene)
        if link is not None:
            return link
    return Link(mention=mention, status=LinkStatus.NOT_IN_LIST)


def _persons(links: Sequence[Link]) -> dict[str, list[Link]]:
    found: dict[str, list[Link]] = {}
    for link in links:
        if link.entity is not None and link.entity.kind is Kind.PERSON and link.status in _LINKED:
            found.setdefault(link.entity.id, []).append(link)
    return found


def _by_document(mention: Mention, links: Sequence[Link], scene: Scene) -> Link | None:
    """The family name of somebody whom the document names in full, spelled right, spelled as wrong, or spelled alike."""
    persons = _persons(links)
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
    if len(part) < 5 or scene.knowledge.attested(part):
        return None
    best = max(
        (match_part(part, other, scene.knowledge) for other in [*("".join(core_parts(f)) for f in families(entity)), *wrong]),
        key=lambda match: match.likeness,
        default=None,
    )
    if best is None or best.likeness < SAME_DOCUMENT:
        return None
    rows = (
        evidence("family", best.likeness, detail=best.detail, query=part, candidate=best.listed),
        evidence("document", 1.0, detail=f"{entity.name} is named in this document", candidate=entity.name),
        evidence(
            "only_alike", 1.0, detail="no known name, and nobody else in the document is spelled alike", candidate=entity.name
        ),
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
        evidence("family", match.likeness, detail=match.detail, query=match.written, candidate=match.listed),
        evidence("document", 1.0, detail=f"spelled like {same.mention.text} in this document", candidate=entity.name),
    )
    return Link(
        mention=mention, status=LinkStatus.GARBLE, entity=entity, probability=chance, evidence=rows,
        candidates=(Candidate(entity=entity, form=family_text(entity), probability=chance, evidence=rows),),
        replacement=family_text(entity),
    )  # fmt: skip


def _by_office(mention: Mention, _links: Sequence[Link], scene: Scene) -> Link | None:
    """The holder of the office beside the name, where the spelling is right or near enough."""
    if mention.context is None or not mention.context.roles:
        return None
    ranked: list[Candidate] = []
    found = dict.fromkeys(holders(mention.context, scene.day, scene.entities))
    if right := [entity for entity in found if _is_family(mention.text, entity, scene)]:
        return _agreed(mention, right)
    for entity in found:
        if not families(entity):
            continue
        comparison = max(
            (
                compare(mention.text, family, (family,), scene.knowledge, romanised=is_romanised(entity))
                for family in families(entity)
            ),
            key=lambda item: item.family_likeness,
        )
        ranked.append(_scored(mention, entity, comparison, scene))
    ranked = sorted(ranked, key=lambda candidate: -candidate.probability)
    if not ranked or ranked[0].probability < CALLED or mention.kind is not Kind.PERSON:
        return None
    best = ranked[0]
    return Link(
        mention=mention, status=LinkStatus.GARBLE, entity=best.entity, probability=best.probability, evidence=best.evidence,
        candidates=tuple(ranked[:3]), replacement=family_text(best.entity),
    )  # fmt: skip


def _scored(mention: Mention, entity: Entity, comparison: Comparison, scene: Scene) -> Candidate:
    channel = channel_rows(entity, comparison.family)
    rows = [*name_rows(comparison, scene.knowledge, pinned=bool(channel)), *channel, *obscurity(entity)]
    rows += office_evidence(entity, mention.context, scene.implied, scene.day, scene.entities)
    least = WITH_OFFICE if is_pinned(rows) else WITH_TITLE
    if (comparison.family_likeness < least and not channel) or familiar(
        "".join(core_parts(mention.text)), scene.knowledge
    ) > 0.5:
        rows.append(evidence("unmatched", 2.0, detail="too unlike without a given name", query=mention.text))
    return Candidate(entity=entity, form=comparison.form, probability=probability(rows), evidence=tuple(rows))


def _by_family(mention: Mention, _links: Sequence[Link], scene: Scene) -> Link | None:
    """The only person of the list called so; several are ambiguous. Never a reason for a finding."""
    bearers = scene.index.of_family(mention.text)
    return _agreed(mention, bearers) if bearers else None


def _by_likeness(mention: Mention, _links: Sequence[Link], scene: Scene) -> Link | None:
    """A long word that is no known name, and very like one family name of a person whose country the document speaks of."""
    part = "".join(core_parts(mention.text))
    if len(part) < _SHORTEST or familiar(part, scene.knowledge) or scene.knowledge.is_place(part):
        return None
    ranked: list[Candidate] = []
    for entity in scene.index.candidates(part):
        if not families(entity):
            continue
        match = max((_family_match(part, f, is_romanised(entity), scene) for f in families(entity)), key=lambda m: m.likeness)
        if match.right or is_other_chinese(entity, (match,)):
            continue
        if match.likeness < ALONE and not channel_rows(entity, (match,)):
            continue
        ranked.append(_alone(entity, match, scene))
    ranked.sort(key=lambda candidate: -candidate.probability)
    if not ranked or ranked[0].probability < CALLED_ALONE or (len(ranked) > 1 and ranked[1].probability > CALLED):
        return None
    best = ranked[0]
    return Link(
        mention=mention, status=LinkStatus.GARBLE, entity=best.entity, probability=best.probability, evidence=best.evidence,
        candidates=tuple(ranked[:3]), replacement=family_text(best.entity),
    )  # fmt: skip


def _alone(entity: Entity, match: PartMatch, scene: Scene) -> Candidate:
    rows = [
        evidence("family", match.likeness, detail=match.detail, query=match.written, candidate=match.listed),
        evidence("known_person", prominence(entity, scene.entities), candidate=entity.name),
        *obscurity(entity),
    ]
    rows += channel_rows(entity, (match,))
    near = {fact.object for fact in scene.entities.about(entity.id)} & scene.implied
    if near:
        rows.append(
            evidence(
                "surroundings", 1.0, detail=f"the document speaks of {scene.entities.by_id[str(min(map(str, near)))].name}"
            )
        )
    chance = probability(rows)
    return Candidate(entity=entity, form=family_text(entity), probability=chance, evidence=tuple(rows))


def prominence(entity: Entity, entities: EntityList) -> float:
    """How much the list has to say of somebody, 0 to 1: the forms of the name and the offices."""
    return min(1.0, (len(entity.forms) + len(entities.about(entity.id))) / 12)
