"""Wire schema 1 for entities: one as the JSON object that other programs read. Keys and their order are part of it."""

from __future__ import annotations

from collections.abc import Iterable

from copydesk.core.dates import PartialDate
from copydesk.core.entity import Entity, Fact
from copydesk.render.wire import SCHEMA, Wire


def found(
    entity: Entity, facts: Iterable[Fact], *, match: str, form: str, likeness: float | None, day: PartialDate | None
) -> Wire:
    """An entity that a search found: ``match`` says as what, ``form`` under which folded name."""
    return {
        "schema": SCHEMA,
        "type": "entity",
        "match": match,
        "form": form,
        "likeness": likeness,
        **_entity(entity),
        "facts": [_fact(fact, day) for fact in facts],
    }


def _entity(item: Entity) -> Wire:
    return {
        "id": item.id,
        "name": item.name,
        "kind": item.kind.value,
        "country": item.country,
        "family": list(item.family),
        "gender": item.gender,
        "born": _date(item.born),
        "forms": [{"text": form.text, "type": form.type.value, "lang": form.lang} for form in item.forms],
        "same_as": list(item.same_as),
        "prominence": item.prominence,
        "description": item.description or None,
        "source": item.source or None,
    }


def _fact(item: Fact, day: PartialDate | None) -> Wire:
    """A fact; ``when`` says how its period stands to the day, null where none was given."""
    period = item.period
    return {
        "relation": item.relation.value,
        "object": item.object,
        "role": item.role,
        "title": item.title,
        "start": _date(period.start),
        "end": _date(period.end),
        "as_of": _date(period.as_of),
        "seen": _date(period.seen),
        "disputed": item.disputed,
        "source": item.source or None,
        "note": item.note or None,
        "when": None if day is None else period.when(day).value,
    }


def _date(value: PartialDate | None) -> str | None:
    return None if value is None else str(value)
