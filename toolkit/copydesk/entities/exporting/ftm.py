"""FollowTheMoney JSON lines, as the tools around OpenSanctions and Aleph read them.

What that model has no property for (disputed facts, kinds of name forms, relations that are no office …) goes along in a note
that `copydesk.entities.importing.ftm` reads back exactly; others may show it or leave it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from copydesk.core.entity import Entity, Fact, Relation
from copydesk.entities.exporting.ftm_objects import (
    Ftm,
    date_of,
    ftm_id,
    ftm_object,
    made_id,
    position,
    position_id,
    put,
    thing,
)
from copydesk.entities.exporting.rows import json_line, row_of, rows_of
from copydesk.entities.exporting.whole import whole_files
from copydesk.entities.schema import Place

#: how a note for our own import begins
NOTE = "copydesk/1 "


def write_ftm(entities: Iterable[Entity], facts: Iterable[Fact], path: str) -> str:
    """Write one JSON object a line: every entity, then a Position and an Occupancy for every office held; give the path.

    Ids are the same for the same list. Raises EntityListError for a fact of somebody who is not among the entities, for what no
    list can hold, and where the file cannot be written; it is then as it was.
    """
    at = Place(path=path, line=1)
    known = {entity.id: entity for entity in entities}
    by_subject: dict[str, list[Fact]] = {ident: [] for ident in known}
    for fact in facts:
        if fact.subject not in by_subject:
            raise at.error(f"a fact of {fact.subject!r}, who is not exported", "export the entity with it")
        by_subject[fact.subject].append(fact)
    positions: set[str] = set()
    with whole_files(Path(path)) as (file,):
        for entity in known.values():
            for row in _of_entity(entity, by_subject[entity.id], known, positions, at):
                file.write(json_line(row))
    return path


def _of_entity(entity: Entity, facts: list[Fact], known: dict[str, Entity], positions: set[str], at: Place) -> Iterator[Ftm]:
    rows = [{"n": number, **row_of(fact, at)} for number, fact in enumerate(facts)]
    offices = [fact.relation is Relation.HOLDS_OFFICE for fact in facts]
    own, forms = rows_of(entity, at)
    others = [row for row, office in zip(rows, offices, strict=True) if not office]
    yield thing(entity, [_note({"entity": own, "forms": forms, "facts": others})])
    for fact, row, office in zip(facts, rows, offices, strict=True):
        if not office:
            continue
        post = position_id(fact.role, fact.object, fact.title)
        if post not in positions:
            positions.add(post)
            yield position(fact.role, known.get(fact.object or ""), fact.title, ident=post)
        yield _occupancy(post, fact, row)


def _occupancy(post: str, fact: Fact, row: dict[str, object]) -> Ftm:
    properties = {"holder": [ftm_id(fact.subject)], "post": [post], "summary": [_note({"fact": row})]}
    put(properties, "startDate", date_of(fact.period.start))
    put(properties, "endDate", date_of(fact.period.end))
    properties["status"] = ["unknown" if fact.period.end is None else "ended"]
    put(properties, "sourceUrl", fact.source if fact.source.startswith("https://") else "")
    return ftm_object(made_id("occupancy", row), "Occupancy", properties)


def _note(of: object) -> str:
    return NOTE + json.dumps(of, ensure_ascii=False, sort_keys=True)
