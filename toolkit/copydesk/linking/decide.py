"""One mention and its candidates: who is meant, and is the spelling right?"""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.core.entity import Entity, Kind
from copydesk.core.evidence import Evidence
from copydesk.core.mention import Candidate, Link, LinkStatus, Mention
from copydesk.linking.context import office_evidence
from copydesk.linking.fits import odds
from copydesk.linking.index import families, forms
from copydesk.linking.model import CALLED
from copydesk.linking.pool import compared_with, pool
from copydesk.linking.ranking import Around, rank
from copydesk.linking.scene import Scene
from copydesk.names.compare import Comparison, Relation
from copydesk.names.forms import core_parts, fold

#: a second candidate with so much of the first one's odds cannot be told from it
CLOSE = 0.5
#: parts of a name, and letters of a part, beyond which it is none
MOST_PARTS, LONGEST_PART = 10, 40


def decide(mention: Mention, around: Around, scene: Scene) -> Link:
    """Link a name that does not stand in the list as it is written. ``around`` is the text before and behind it."""
    parts = core_parts(mention.text)
    if len(parts) > MOST_PARTS or max(map(len, parts), default=0) > LONGEST_PART:
        return Link(mention=mention, status=LinkStatus.NOT_IN_LIST)
    compared = list(compared_with(mention.text, pool(mention, scene), scene))
    right = [(entity, comparison) for entity, comparison in compared if acceptable(comparison)]
    if right:
        return _right(mention, right, scene)
    ranked = rank(mention, around, compared, scene)
    if not ranked or ranked[0].probability < CALLED:
        return Link(mention=mention, status=LinkStatus.NOT_IN_LIST, candidates=tuple(ranked[:3]))
    if len(ranked) > 1 and odds(ranked[1]) > CLOSE * odds(ranked[0]):
        return Link(mention=mention, status=LinkStatus.AMBIGUOUS, candidates=tuple(ranked[:3]))
    return garbled(mention, ranked)


def garbled(mention: Mention, ranked: Sequence[Candidate]) -> Link:
    """The link of a garble to its best candidate."""
    best = ranked[0]
    return Link(
        mention=mention, status=LinkStatus.GARBLE, entity=best.entity, probability=best.probability, evidence=best.evidence,
        candidates=tuple(ranked[:3]), replacement=_replacement(mention, best),
    )  # fmt: skip


def _replacement(mention: Mention, best: Candidate) -> str:
    """What to write: a person in full where more than one part was written, else the family name; a place as its form."""
    if best.entity.kind is not Kind.PERSON:
        return best.form if best.form in forms(best.entity) else best.entity.name
    if len(core_parts(mention.text)) > 1:
        return best.entity.name
    return best.form if len(core_parts(best.form)) == 1 else family_text(best.entity)


def acceptable(comparison: Comparison) -> bool:
    """Right in all parts that answer to one; a middle name or patronymic that the list leaves out does no harm."""
    known = [match for match in comparison.matches if match.relation is not Relation.MISSING]
    extra = len(known) < len(comparison.matches)
    if not comparison.family or (len(known) < 2 and (extra or len(core_parts(comparison.form)) > 1)):
        return False
    return all(match.right for match in known) and not (extra and comparison.unwritten)


def _right(mention: Mention, right: Sequence[tuple[Entity, Comparison]], scene: Scene) -> Link:
    """The entity whose accepted spelling this is; several are ambiguous unless the title tells."""
    exact = [fit for fit in right if fit[1].exact] or list(right)
    if len(exact) > 1:
        exact = [fit for fit in exact if _beside(mention, fit[0], scene)] or exact
    candidates = tuple(
        Candidate(entity=entity, form=comparison.form, probability=1.0 / len(exact)) for entity, comparison in exact[:3]
    )
    if len(exact) > 1:
        return Link(mention=mention, status=LinkStatus.AMBIGUOUS, candidates=candidates)
    entity, comparison = exact[0]
    titled = mention.context is not None and bool(mention.context.roles)
    if len(comparison.matches) == 1 and not comparison.exact and titled and not _holds(mention, entity, scene):
        # President Bashar is no spelling of somebody called Bashir who holds no such office
        return Link(mention=mention, status=LinkStatus.AMBIGUOUS, candidates=candidates)
    status = LinkStatus.CANONICAL if comparison.exact else LinkStatus.VARIANT
    return Link(mention=mention, status=status, entity=entity, probability=0.99, candidates=candidates)


def _beside(mention: Mention, entity: Entity, scene: Scene) -> list[Evidence]:
    """Rows that speak for an entity because of the title beside the name."""
    rows = office_evidence(entity, mention.context, scene.implied, scene.day, scene.entities)
    return [row for row in rows if row.weight > 0]


def _holds(mention: Mention, entity: Entity, scene: Scene) -> bool:
    """Whether the title beside the name is one that the entity holds or held; its country alone does not say so."""
    return any(row.feature != "country" for row in _beside(mention, entity, scene))


def family_text(entity: Entity) -> str:
    """The family name as the canonical name writes it."""
    name = fold(entity.name)
    own = families(entity)
    for item in own:
        start = name.find(fold(item))
        if start >= 0:
            # folding can change lengths (ß, æ); then the listed form stands for itself
            return entity.name[start : start + len(item)] if len(name) == len(entity.name) else item
    return next(iter(own), entity.name)
