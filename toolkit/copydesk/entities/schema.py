"""Rows of a reference list, read strictly: what is not understood is an error, never skipped."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from copydesk.core.dates import PartialDate, Period
from copydesk.core.entity import Entity, Fact, FormType, Kind, NameForm, Relation
from copydesk.errors import EntityListError

#: the columns of each table; the first tuple must be there, the second may
ENTITY_COLUMNS = (
    ("id", "name", "kind"),
    ("country", "family", "gender", "aliases", "native", "born", "same_as", "prominence", "description", "source"),
)
FACT_COLUMNS = (
    ("subject", "relation", "object"),
    ("role", "title", "start", "end", "precision", "as_of", "seen", "disputed", "source", "note"),
)
FORM_COLUMNS = (("entity", "form", "type"), ("lang", "source"))

LONGEST_NAME = 200
_COUNTRY = re.compile(r"[A-Z]{2}")
_IDENTIFIER = re.compile(r"[a-z][a-z0-9_-]*:[^\s|]+")
_LANG = re.compile(r"[a-z]{2,3}(-[A-Za-z]+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a row stands: the file and the line, counted from 1."""

    path: str
    line: int

    def error(self, message: str, remedy: str) -> EntityListError:
        """An error that points at this row."""
        return EntityListError(message, where=self.path, line=self.line, remedy=remedy)


def entity(row: Mapping[str, str], at: Place) -> Entity:
    """An entity from the cells of a row. Raises EntityListError with file, line and remedy."""
    ident = _required(row, "id", at)
    if any(char.isspace() for char in ident):
        raise at.error(f"the id {ident!r} has white space in it", "write it without")
    country = row.get("country", "") or None
    if country is not None and not _COUNTRY.fullmatch(country):
        raise at.error(f"{country!r} is not a country code", "use two capitals of ISO 3166, such as AM, or leave it empty")
    gender = row.get("gender", "") or None
    if gender not in (None, "m", "f"):
        raise at.error(f"{gender!r} is not a gender", "use m, f or leave it empty")
    name = _name(_required(row, "name", at), at)
    return Entity(
        id=ident,
        name=name,
        kind=Kind(_one_of(_required(row, "kind", at), [kind.value for kind in Kind], "kind", at)),
        country=country,
        family=_several(row.get("family", ""), at),
        gender=gender,
        forms=_forms(row, name, at),
        description=row.get("description", ""),
        source=row.get("source", ""),
        born=_date(row, "born", at),
        same_as=_identifiers(row.get("same_as", ""), at),
        prominence=_share(row.get("prominence", ""), at),
    )


def form(row: Mapping[str, str], at: Place) -> tuple[str, NameForm]:
    """The entity id and the form of a row of a forms table."""
    allowed = [kind.value for kind in FormType if kind not in (FormType.NAME, FormType.CHANNEL)]
    type_ = FormType(_one_of(_required(row, "type", at), allowed, "type", at))
    lang = row.get("lang", "") or None
    if lang is not None and not _LANG.fullmatch(lang):
        raise at.error(f"{lang!r} is not a language code", "use ISO 639, such as zh, or leave it empty")
    return _required(row, "entity", at), NameForm(text=_name(_required(row, "form", at), at), type=type_, lang=lang)


def fact(row: Mapping[str, str], at: Place) -> Fact:
    """A fact from the cells of a row."""
    relation = Relation(_one_of(_required(row, "relation", at), [item.value for item in Relation], "relation", at))
    role = row.get("role", "") or None
    if relation is Relation.HOLDS_OFFICE and role is None:
        raise at.error("an office without a role", "name a role of offices.csv, such as foreign_minister")
    disputed = _one_of(row.get("disputed", "") or "no", ["yes", "no"], "disputed", at)
    return Fact(
        subject=_required(row, "subject", at),
        relation=relation,
        object=row.get("object", "") or None,
        role=role,
        title=row.get("title", "") or None,
        period=_period(row, at),
        disputed=disputed == "yes",
        source=row.get("source", ""),
        note=row.get("note", ""),
    )


def _period(row: Mapping[str, str], at: Place) -> Period:
    dates = {column: _date(row, column, at) for column in ("start", "end", "as_of", "seen")}
    precision = row.get("precision", "")
    if precision:
        _one_of(precision, ["year", "month", "day"], "precision", at)
        dates = {column: date and _coarser(date, precision) for column, date in dates.items()}
    try:
        return Period(**dates)
    except ValueError as error:
        raise at.error(str(error), "mend one of the two dates") from None


def _date(row: Mapping[str, str], column: str, at: Place) -> PartialDate | None:
    text = row.get(column, "")
    try:
        return PartialDate.parse(text) if text else None
    except ValueError as error:
        raise at.error(f"{column}: {error}", "write YYYY, YYYY-MM or YYYY-MM-DD of a day that exists") from None


def _identifiers(cell: str, at: Place) -> tuple[str, ...]:
    found = tuple(item.strip() for item in cell.split("|") if item.strip())
    for item in found:
        if not _IDENTIFIER.fullmatch(item):
            raise at.error(f"{item!r} is not an identifier", "write scheme:value, such as wikidata:Q7416438")
    return found


def _share(cell: str, at: Place) -> float | None:
    if not cell:
        return None
    try:
        value = float(cell)
    except ValueError:
        value = -1.0
    if not 0.0 <= value <= 1.0:
        raise at.error(f"{cell!r} is not a prominence", "write a number from 0 to 1, or leave it empty")
    return value


def _coarser(date: PartialDate, precision: str) -> PartialDate:
    if precision == "year":
        return PartialDate(date.year)
    return PartialDate(date.year, date.month) if precision == "month" else date


def _forms(row: Mapping[str, str], name: str, at: Place) -> tuple[NameForm, ...]:
    forms = [NameForm(text=alias, type=FormType.ALIAS) for alias in _several(row.get("aliases", ""), at) if alias != name]
    for item in _several(row.get("native", ""), at):
        lang, colon, text = item.partition(":")
        if not colon or not _LANG.fullmatch(lang) or not text.strip():
            raise at.error(f"{item!r} is not a native form", "write it as lang:form, such as ru:Никол Пашинян")
        forms.append(NameForm(text=_name(text, at), type=FormType.NATIVE, lang=lang))
    return tuple(forms)


def _several(cell: str, at: Place) -> tuple[str, ...]:
    return tuple(_name(item, at) for item in cell.split("|") if item.strip())


def _name(text: str, at: Place) -> str:
    text = " ".join(text.split())
    if len(text) > LONGEST_NAME:
        raise at.error(f"a name of {len(text)} characters", f"names have at most {LONGEST_NAME}")
    if any(unicodedata.category(char) in ("Cc", "Cs", "Co", "Cn") for char in text):
        raise at.error(f"a name with control characters: {text!r}", "take them out")
    if not any(char.isalnum() for char in text):
        raise at.error(f"a name without a letter: {text!r}", "write the name or take the row out")
    return text


def _required(row: Mapping[str, str], column: str, at: Place) -> str:
    value = row.get(column, "").strip()
    if not value:
        raise at.error(f"the column {column!r} is empty", "fill it in or take the row out")
    return value


def _one_of(value: str, allowed: list[str], column: str, at: Place) -> str:
    if value not in allowed:
        raise at.error(f"{value!r} is not a known {column}", f"use one of {', '.join(allowed)}")
    return value
