"""What the words beside a name say about who it may be, asked of the dated list."""

from __future__ import annotations

from collections.abc import Iterable

from copydesk.core.dates import PartialDate, When
from copydesk.core.entity import Entity, Fact, Kind, Relation
from copydesk.core.evidence import Evidence
from copydesk.core.mention import Context
from copydesk.entities import EntityList
from copydesk.entities.tenures import extent
from copydesk.linking.model import evidence

#: qualifiers after which the holder of today is not meant
PAST = frozenset(["former", "ex", "then", "late", "ousted", "deposed", "disgraced", "previous", "outgoing"])
#: holders over all times from which an office of several at a time points to nobody
SHARED = 25
#: days of a year, and years after which a former holder is in the news no more than anybody
_YEAR, _FORGOTTEN = 365.25, 10.0
_HELD = (When.INSIDE, When.UNSURE, When.STALE)


def holds(fact: Fact, context: Context, day: PartialDate | None) -> bool:
    """Whether a fact is the office of the context, at the date (at any earlier date for former holders)."""
    if fact.role not in context.roles:
        return False
    if day is None:
        return True
    when = fact.period.when(day)
    return when in _HELD or (context.qualifier in PAST and when is When.AFTER)


def office_evidence(
    entity: Entity, context: Context | None, implied: frozenset[str], day: PartialDate | None, entities: EntityList
) -> list[Evidence]:
    """The rows of the table that title and country beside the name give for an entity."""
    if context is None:
        return []
    facts = [fact for fact in entities.about(entity.id, Relation.HOLDS_OFFICE) if holds(fact, context, day)]
    if context.qualifier in PAST and facts:
        # the list does not reach back to every former holder, so that the office does not leave one person
        feature = "former_office" if any(fact.object in context.objects for fact in facts) else "title"
        return [evidence(feature, 1.0, detail=_office(facts[0], entities), query=context.title, candidate=entity.name)]
    if any(fact.object in context.objects for fact in facts):
        feature = "shared_office" if all(_is_shared(fact, entities) for fact in facts) else "office"
        return [evidence(feature, 1.0, detail=_office(facts[0], entities), query=context.title, candidate=entity.name)]
    if facts and not context.objects:
        known = any(fact.object in implied and not _is_shared(fact, entities) for fact in facts)
        feature = "implied_office" if known else "title"
        return [evidence(feature, 1.0, detail=_office(facts[0], entities), query=context.title, candidate=entity.name)]
    rows = _country_evidence(entity, context, entities)
    if context.roles and context.objects and context.qualifier is None and _taken(entity, context, day, entities):
        rows.append(evidence("other_holder", 1.0, detail=f"{context.title} of {context.object_text}", candidate=entity.name))
    return rows


def time_rows(entity: Entity, day: PartialDate | None, entities: EntityList) -> list[Evidence]:
    """The row for a person whose offices all lie in other years than the text: news will hardly have spoken of them."""
    facts = entities.about(entity.id, Relation.HOLDS_OFFICE) if day is not None and entity.kind is Kind.PERSON else ()
    if day is None or not facts:
        return []
    spans = [extent(fact.period) for fact in facts]
    before = min((start - day.last).days for start, _ in spans) / _YEAR
    if before > 0:
        detail = f"holds no office before {min(start for start, _ in spans)}"
        return [evidence("later_office", min(1.0, before), detail=detail, candidate=entity.name)]
    behind = min((day.first - end).days for _, end in spans) / _YEAR
    if behind <= 0:
        return []
    detail = f"holds no office after {max(end for _, end in spans)}"
    return [evidence("past_office", min(1.0, behind / _FORGOTTEN), detail=detail, candidate=entity.name)]


def _is_shared(fact: Fact, entities: EntityList) -> bool:
    """Whether so many hold the office that it points to nobody."""
    role = str(fact.role)
    return not entities.offices[role].single and len(entities.holders(role, str(fact.object))) > SHARED


def _office(fact: Fact, entities: EntityList) -> str:
    body = entities.get(fact.object)
    title = fact.title or str(fact.role).replace("_", " ")
    dates = f"{fact.period.start or '?'} to {fact.period.end or '(open)'}"
    return f"{title} ({body.name}), {dates}" if body else f"{title}, {dates}"


def _country_evidence(entity: Entity, context: Context, entities: EntityList) -> list[Evidence]:
    codes = {item.country for ident in context.objects if (item := entities.get(ident)) and item.kind is Kind.PLACE}
    codes.discard(None)
    if not codes or entity.country is None:
        return []
    feature = "country" if entity.country in codes else "other_country"
    return [evidence(feature, 1.0, query=context.object_text or "", candidate=entity.country)]


def _taken(entity: Entity, context: Context, day: PartialDate | None, entities: EntityList) -> bool:
    """Whether the list knows another holder of this one-holder office at the date."""
    if day is None:
        return False
    return any(
        fact.subject != entity.id and entities.offices[role].single and fact.period.when(day) is When.INSIDE
        for role in context.roles
        for ident in context.objects
        for fact in entities.holders(role, ident)
    )


def holders(context: Context, day: PartialDate | None, entities: EntityList) -> Iterable[Entity]:
    """The persons who hold the office of the context at the date, anywhere if it names no body: candidates by office."""
    for role in context.roles:
        facts = [fact for ident in context.objects for fact in entities.holders(role, ident)]
        for fact in facts if context.objects else entities.in_role(role):
            person = entities.get(fact.subject)
            if person is not None and holds(fact, context, day):
                yield person
