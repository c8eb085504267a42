"""One mention and its candidates: who is meant, and is the spelling right?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from copydesk.core.dates import PartialDate
from copydesk.core.entity import Entity, FormType
from copydesk.core.evidence import Evidence
from copydesk.core.mention import Candidate, Link, LinkStatus, Mention
from copydesk.entities import EntityList
from copydesk.linking.context import holders, office_evidence
from copydesk.linking.index import PersonIndex, families, forms
from copydesk.linking.model import evidence, obscurity, probability
from copydesk.names.common import fame, usage
from copydesk.names.compare import Comparison, PartMatch, Relation, compare
from copydesk.names.forms import core_parts, fold
from copydesk.names.knowledge import NameKnowledge
from copydesk.names.pinyin import is_pinyin
from copydesk.names.scripts import is_romanised

#: below this a candidate is not even shown
SHOWN = 0.05
#: a garble is only called so from here on; below, the name counts as not in the list
CALLED = 0.5
#: two candidates closer than this cannot be told apart
CLOSE = 0.75
#: likeness under which a given name is another name, not a spelling
OTHER_GIVEN = 0.4
_LANGUAGES = {"ru": "Russian", "zh": "Chinese"}
#: likeness under which a family name is no spelling of another, whatever stands beside it
LEAST_FAMILY = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What a decision may know: the document's date, the bodies that it speaks of, the list, and what names are like."""

    day: PartialDate | None
    implied: frozenset[str]
    entities: EntityList
    index: PersonIndex
    knowledge: NameKnowledge


def decide_full(mention: Mention, scene: Scene) -> Link:
    """Link a name of two or more parts."""
    right = _right(mention, scene)
    if right is not None:
        return right
    ranked = _ranked(mention, scene)
    if not ranked or ranked[0].probability < CALLED:
        return Link(mention=mention, status=LinkStatus.NOT_IN_LIST, candidates=tuple(ranked[:3]))
    best = ranked[0]
    return Link(
        mention=mention, status=LinkStatus.GARBLE, entity=best.entity, probability=best.probability, evidence=best.evidence,
        candidates=tuple(ranked[:3]), replacement=best.entity.name,
    )  # fmt: skip


def _pool(mention: Mention, scene: Scene) -> Iterable[Entity]:
    seen: dict[str, Entity] = {}
    if mention.context is not None and mention.context.objects:
        seen.update((entity.id, entity) for entity in holders(mention.context, scene.day, scene.entities))
    seen.update((entity.id, entity) for entity in scene.index.candidates(mention.text))
    return seen.values()


def _right(mention: Mention, scene: Scene) -> Link | None:
    """The entity whose accepted spelling this is; several are ambiguous unless the title tells."""
    exact = [fit for fit in _fitting(mention.text, scene.index.sharing(mention.text), scene) if fit[1].exact]
    if not exact:
        exact = list(_fitting(mention.text, scene.index.spelled(mention.text, scene.knowledge), scene))
    if not exact:
        return None
    if len(exact) > 1:
        exact = [fit for fit in exact if office_rows(mention, fit[0], scene)] or exact
    candidates = tuple(
        Candidate(entity=entity, form=comparison.form, probability=1.0 / len(exact)) for entity, comparison in exact[:3]
    )
    if len(exact) > 1:
        return Link(mention=mention, status=LinkStatus.AMBIGUOUS, candidates=candidates)
    entity, comparison = exact[0]
    status = LinkStatus.CANONICAL if comparison.exact else LinkStatus.VARIANT
    return Link(mention=mention, status=status, entity=entity, probability=0.99, candidates=candidates)


def _fitting(text: str, entities: Iterable[Entity], scene: Scene) -> Iterator[tuple[Entity, Comparison]]:
    """The entities that have a form of which the written name is an accepted spelling, each with that comparison."""
    for entity in entities:
        for form in forms(entity):
            comparison = compare(text, form, families(entity), scene.knowledge, romanised=is_romanised(entity))
            if _acceptable(comparison):
                yield entity, comparison
                break


def office_rows(mention: Mention, entity: Entity, scene: Scene) -> list[Evidence]:
    """Rows that speak for an entity because of the title beside the name."""
    rows = office_evidence(entity, mention.context, scene.implied, scene.day, scene.entities)
    return [row for row in rows if row.weight > 0]


def _acceptable(comparison: Comparison) -> bool:
    """Right in all parts that answer to one; a middle name or patronymic that the list leaves out does no harm."""
    known = [match for match in (*comparison.family, *comparison.given) if match.relation is not Relation.MISSING]
    if not comparison.family or (len(known) < 2 and len(core_parts(comparison.form)) > 1):
        return False
    extra = len(known) < len(comparison.family) + len(comparison.given)
    return all(match.right for match in known) and not (extra and comparison.unwritten)


def _ranked(mention: Mention, scene: Scene) -> list[Candidate]:
    scored = []
    for entity in _pool(mention, scene):
        comparison = best_comparison(mention.text, entity, scene)
        beside = office_evidence(entity, mention.context, scene.implied, scene.day, scene.entities)
        channel = [] if comparison.unwritten else channel_rows(entity, (*comparison.family, *comparison.given))
        if comparison.family_likeness < LEAST_FAMILY and not channel:
            continue
        pinned = is_pinned(beside) or bool(channel)
        if not (is_pinned(beside) and _is_sole(mention, scene)) and is_other_chinese(
            entity, (*comparison.family, *comparison.given)
        ):
            continue
        rows = [*name_rows(comparison, scene.knowledge, pinned=pinned), *channel, *beside, *obscurity(entity)]
        scored.append(Candidate(entity=entity, form=comparison.form, probability=probability(rows), evidence=tuple(rows)))
    scored.sort(key=lambda candidate: -candidate.probability)
    return _with_rival([candidate for candidate in scored[:5] if candidate.probability >= SHOWN])


def _with_rival(ranked: list[Candidate]) -> list[Candidate]:
    """Lower the best candidate by how close the next one comes."""
    if len(ranked) < 2 or ranked[1].probability < CLOSE * ranked[0].probability:
        return ranked
    best, rival = ranked[0], ranked[1]
    row = evidence("rival", 1.0, detail=f"{rival.probability:.2f}", candidate=rival.entity.name)
    rows = (*best.evidence, row)
    return [Candidate(entity=best.entity, form=best.form, probability=probability(rows), evidence=rows), *ranked[1:]]


def best_comparison(text: str, entity: Entity, scene: Scene) -> Comparison:
    """The form of the entity's name that the written one is most like."""
    romanised = is_romanised(entity)
    whole = [form for form in forms(entity) if len(core_parts(form)) > 1] or [entity.name]
    compared = [compare(text, form, families(entity), scene.knowledge, romanised=romanised) for form in whole]
    return max(compared, key=lambda item: item.family_likeness * 2 + (item.given_likeness or 0.0))


def _is_sole(mention: Mention, scene: Scene) -> bool:
    """Whether the title beside the name is one that a single person holds."""
    roles = mention.context.roles if mention.context else ()
    return any(role in scene.entities.offices and scene.entities.offices[role].single for role in roles)


def channel_rows(entity: Entity, matches: Iterable[PartMatch]) -> list[Evidence]:
    """Whether every wrong part is what another script makes of the name, letter by letter."""
    wrong = {match.written for match in matches if not match.right and match.written}
    for form in entity.forms:
        if form.type is FormType.CHANNEL and wrong and wrong <= set(core_parts(form.text)):
            language = _LANGUAGES.get(form.lang or "", str(form.lang))
            detail = f"as {language} script spells {entity.name}"
            return [evidence("channel", 1.0, detail=detail, query=" ".join(sorted(wrong)), candidate=form.text)]
    return []


def is_pinned(rows: Iterable[Evidence]) -> bool:
    """Whether the office beside a name leaves hardly anybody else."""
    return any(row.feature in ("office", "implied_office") for row in rows)


def name_rows(comparison: Comparison, knowledge: NameKnowledge, *, pinned: bool = False) -> list[Evidence]:
    """The rows that the spelling gives: likeness per part, and how well known each differing part is as a name.

    ``pinned`` says that the office beside the name leaves one person, so that a namesake is unlikely.
    """
    rows = [_likeness("family", comparison.family)]
    matched = tuple(match for match in comparison.given if match.relation is not Relation.MISSING)
    if matched:
        rows.append(_likeness("given", matched))
        rows += _given_rows(matched, comparison.family, knowledge, pinned)
    for feature, matches in (("attested_family", comparison.family), ("attested_given", comparison.given)):
        wrong = [match for match in matches if not match.right and match.written]
        known = max((familiar(match.written, knowledge) for match in wrong), default=0.0)
        if known:
            rows.append(evidence(feature, known / 2 if pinned else known, query=" ".join(match.written for match in wrong)))
    missing = [match.written for match in comparison.given if match.relation is Relation.MISSING]
    if missing:
        rows.append(evidence("unmatched", float(len(missing)), query=" ".join(missing)))
    if comparison.unwritten and not pinned:
        rows.append(evidence("unwritten", float(len(comparison.unwritten)), candidate=" ".join(comparison.unwritten)))
    if max((len(match.listed) for match in comparison.family), default=0) <= 3:
        rows.append(evidence("short", 1.0, candidate=" ".join(match.listed for match in comparison.family)))
    return rows


def familiar(part: str, knowledge: NameKnowledge) -> float:
    """How sure it is that a part is meant as written, 0 to 1: borne by real people, or a word that English uses."""
    return max(fame(knowledge.attested(part)), usage(part))


def is_other_chinese(entity: Entity, matches: Iterable[PartMatch]) -> bool:
    """Whether a Chinese name differs only in well-formed pinyin: then it is another name, not a garbled one."""
    wrong = [match for match in matches if not match.right and match.listed]
    return (
        entity.country in ("CN", "TW", "HK")
        and bool(wrong)
        and all(is_pinyin(m.written) and is_pinyin(m.listed) for m in wrong)
    )


def _given_rows(
    matched: tuple[PartMatch, ...], family: tuple[PartMatch, ...], knowledge: NameKnowledge, pinned: bool
) -> Iterator[Evidence]:
    """What the other parts say beyond their likeness: right and rare, or plainly another name."""
    text = " ".join(match.written for match in matched)
    if all(match.right for match in matched):
        rare = 1.0 - min(fame(knowledge.attested(match.listed)) for match in matched)
        if rare > 0:
            yield evidence("rare_given", rare, query=text)
        return
    if family and all(match.right for match in family):
        common = min(fame(knowledge.attested(match.listed)) for match in family)
        query = " ".join(match.written for match in family)
        if not pinned:
            yield evidence("common_family", common, query=query)
        yield evidence("rare_family", 1.0 - common, query=query)
    if max(match.likeness for match in matched) < OTHER_GIVEN:
        feature = "other_given_in_office" if pinned else "other_given"
        yield evidence(feature, 1.0, query=text, candidate=" ".join(match.listed for match in matched))


def _likeness(feature: str, matches: tuple[PartMatch, ...]) -> Evidence:
    weight = sum(len(match.written) for match in matches)
    score = sum(match.likeness * len(match.written) for match in matches) / weight if weight else 0.0
    return evidence(
        feature, score, detail="; ".join(match.detail for match in matches),
        query=" ".join(match.written for match in matches), candidate=" ".join(match.listed for match in matches),
    )  # fmt: skip


def family_text(entity: Entity) -> str:
    """The family name as the canonical name writes it."""
    name = fold(entity.name)
    for item in entity.family:
        start = name.find(fold(item))
        if start >= 0:
            # folding can change lengths (ß, æ); then the listed form stands for itself
            return entity.name[start : start + len(item)] if len(name) == len(entity.name) else item
    return next(iter(entity.family), entity.name)
