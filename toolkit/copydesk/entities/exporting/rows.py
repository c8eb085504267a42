"""Entities, forms and facts as rows of a list. Each is read back before it is written: what would not return is an error."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from copydesk.core.entity import Entity, Fact, FormType, NameForm
from copydesk.entities import schema
from copydesk.entities.schema import Place

_REMEDY = "mend it before it is exported"
#: what JSON lets stand in a text, though many readers take it for the end of a line
_LINE_ENDS = str.maketrans({char: f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"})


def rows_of(entity: Entity, at: Place) -> tuple[dict[str, str], list[dict[str, str]]]:
    """The row of an entity, and the rows of those of its forms that have no column there.

    Forms made only to find are left out, and blanks that mean nothing. Raises EntityListError for an entity that would be
    another after reading.
    """
    entity = _tidy(entity)
    forms = entity.forms
    aliases = _run(forms, FormType.ALIAS, entity.name)
    native = _run(forms[len(aliases) :], FormType.NATIVE, entity.name)
    rest = forms[len(aliases) + len(native) :]
    row = _filled(
        id=entity.id,
        name=entity.name,
        kind=entity.kind.value,
        country=entity.country,
        family="|".join(entity.family),
        gender=entity.gender,
        aliases="|".join(form.text for form in aliases),
        native="|".join(f"{form.lang}:{form.text}" for form in native),
        born=entity.born,
        same_as="|".join(entity.same_as),
        prominence=None if entity.prominence is None else repr(float(entity.prominence)),
        description=entity.description,
        source=entity.source,
    )
    form_rows = [_filled(entity=entity.id, form=form.text, type=form.type.value, lang=form.lang) for form in rest]
    back = schema.entity(row, at)
    if replace(back, forms=(*back.forms, *(schema.form(item, at)[1] for item in form_rows))) != entity:
        raise at.error(f"the entity {entity.id!r} would not be the same when read back", _REMEDY)
    return row, form_rows


def row_of(fact: Fact, at: Place) -> dict[str, str]:
    """The row of a fact. Raises EntityListError for a fact that would be another after reading."""
    fact = replace(fact, source=fact.source.strip(), note=fact.note.strip())
    row = _filled(
        subject=fact.subject,
        relation=fact.relation.value,
        object=fact.object,
        role=fact.role,
        title=fact.title,
        start=fact.period.start,
        end=fact.period.end,
        as_of=fact.period.as_of,
        seen=fact.period.seen,
        disputed="yes" if fact.disputed else None,
        source=fact.source,
        note=fact.note,
    )
    if schema.fact({column: cell.strip() for column, cell in row.items()}, at) != fact:
        raise at.error(f"a fact of {fact.subject!r} would not be the same when read back", _REMEDY)
    return row


def json_line(row: Mapping[str, object]) -> str:
    """A row as a line of JSON, with its end."""
    return json.dumps(row, ensure_ascii=False).translate(_LINE_ENDS) + "\n"


def _tidy(entity: Entity) -> Entity:
    """The entity without what a list does not hold: forms made only to find, and blanks where they mean nothing."""
    return replace(
        entity,
        name=" ".join(entity.name.split()),
        family=tuple(" ".join(name.split()) for name in entity.family),
        forms=tuple(
            replace(form, text=" ".join(form.text.split())) for form in entity.forms if form.type is not FormType.CHANNEL
        ),
        description=entity.description.strip(),
        source=entity.source.strip(),
    )


def _filled(**cells: object) -> dict[str, str]:
    return {column: str(cell) for column, cell in cells.items() if cell not in (None, "")}


def _run(forms: tuple[NameForm, ...], type_: FormType, name: str) -> tuple[NameForm, ...]:
    """The first forms, as long as a cell of this type can hold them."""
    size = 0
    for form in forms:
        fits = form.lang is None and form.text != name if type_ is FormType.ALIAS else form.lang is not None
        if form.type is not type_ or not fits or "|" in form.text:
            break
        size += 1
    return forms[:size]
