"""What copydesk wrote into a FollowTheMoney file beside what that model holds, read back as strictly as a list."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from copydesk.core.entity import Entity, Fact
from copydesk.entities import schema
from copydesk.entities.exporting.ftm import NOTE
from copydesk.entities.importing.intake import Intake
from copydesk.entities.schema import Place
from copydesk.errors import EntityListError

#: a fact and its place among the facts of its subject
Numbered = tuple[int, Fact]


def note_of(texts: Iterable[str]) -> str | None:
    """The note that copydesk left, if there is one."""
    return next((text.removeprefix(NOTE) for text in texts if text.startswith(NOTE)), None)


def own_entity(note: str, at: Place, intake: Intake) -> tuple[Entity, list[Numbered]] | None:
    """The entity of a note, and those of its facts that are no offices. None for a broken note, which is a broken row."""
    try:
        content = _content(note)
        entity = schema.entity(_cells(content["entity"]), at)
        forms = [schema.form(_cells(row), at)[1] for row in content["forms"]]
        facts = [_fact(row, at) for row in content["facts"]]
    except (ValueError, RecursionError, LookupError, TypeError, EntityListError) as error:
        _refuse(error, at, intake)
        return None
    return replace(entity, forms=(*entity.forms, *forms)), facts


def own_fact(note: str, at: Place, intake: Intake) -> Numbered | None:
    """The office of a note. None for a broken note, which is a broken row."""
    try:
        return _fact(_content(note)["fact"], at)
    except (ValueError, RecursionError, LookupError, TypeError, EntityListError) as error:
        _refuse(error, at, intake)
        return None


def _refuse(error: Exception, at: Place, intake: Intake) -> None:
    detail = error.message if isinstance(error, EntityListError) else "not as copydesk wrote it"
    intake.broken("a note of copydesk that cannot be read", at, "export the list again, or take the note out", detail)


def _content(note: str) -> dict[str, Any]:
    content = json.loads(note)
    if not isinstance(content, dict):
        raise TypeError
    return content


def _fact(row: dict[str, Any], at: Place) -> Numbered:
    number = row["n"]
    if type(number) is not int:
        raise TypeError
    return number, schema.fact(_cells({column: cell for column, cell in row.items() if column != "n"}), at)


def _cells(row: object) -> dict[str, str]:
    if not isinstance(row, dict) or not all(isinstance(cell, str) for cell in row.values()):
        raise TypeError
    return row
