"""Fields of JSON objects, read strictly: what is missing or of another kind is an error at its line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from copydesk.core.marking import ErrorSpan
from copydesk.core.span import Span
from copydesk.mqm.categories import marked
from copydesk.mqm.lines import At

_T = TypeVar("_T")
_KINDS = {str: "a text", int: "a whole number", float: "a number", bool: "true or false", list: "a list", dict: "an object"}


def field(row: Mapping[str, object], name: str, kind: type[_T], at: At) -> _T:
    """The value of a field that must be there. Raises InputError where it is missing or not of this kind."""
    value = optional(row, name, kind, at)
    if value is None:
        raise at.error(f"no {name!r} in it", f"give {name!r}: {_KINDS[kind]}")
    return value


def optional(row: Mapping[str, object], name: str, kind: type[_T], at: At) -> _T | None:
    """The value of a field; None where it is missing or null. Raises InputError where it is not of this kind."""
    value = row.get(name)
    if value is None:
        return None
    if kind is float and type(value) is int:
        value = float(value)
    # True is an int to Python, but not to those who write JSON
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise at.error(f"{name!r} is {_shown(value)}", f"it is {_KINDS[kind]}")
    return value


def probability(row: Mapping[str, object], name: str, at: At) -> float | None:
    """The value of a field from 0 to 1; None where it is missing or null. Raises InputError for anything else."""
    value = optional(row, name, float, at)
    if value is not None and not 0 <= value <= 1:
        raise at.error(f"the {name} {value} is no probability", "give a number from 0 to 1")
    return value


def only(row: Mapping[str, object], known: frozenset[str], at: At) -> None:
    """Raise InputError where the object has a field that is not known."""
    for name in row:
        if name not in known:
            raise at.error(f"unknown field {name!r}", f"the fields are {', '.join(sorted(known))}")


def span_in(text: str, row: Mapping[str, object], at: At, *, past: int = 0) -> Span:
    """The span ``start``..``end`` of an object. Raises InputError where it lies outside the text.

    ``past`` code points after the end of the text are forgiven and cut off.
    """
    start, end = field(row, "start", int, at), field(row, "end", int, at)
    if not 0 <= start <= end <= len(text) + past:
        message = f"the span {start}..{end} lies outside a text of {len(text)} characters"
        raise at.error(message, "count start and end in code points, end after the last")
    return Span(min(start, len(text)), min(end, len(text)))


def mark_at(span: Span, row: Mapping[str, object], at: At, *, confidence: float | None = None) -> ErrorSpan | None:
    """The mark of an object with ``category`` and ``severity``; None where it is no error of the translation."""
    category, severity = optional(row, "category", str, at), field(row, "severity", str, at)
    try:
        return marked(span, category, severity, confidence=confidence)
    except ValueError as error:
        raise at.error(str(error), "write one of them") from None


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:39]}…"
