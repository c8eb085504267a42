"""A decision as a line of a file of judgements, and back. Schema 1: keys and their order are part of it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

from copydesk.core.finding import Severity
from copydesk.core.marking import Category
from copydesk.core.span import Span
from copydesk.mqm.fields import field, only, optional, probability
from copydesk.mqm.lines import At
from copydesk.review.decision import Answer, Decision

SCHEMA = 1
TYPE = "judgement"
#: how every line that is written begins: no JSON string can hold it
HEAD = f'{{"schema":{SCHEMA},"type":"{TYPE}",'
_Kind = TypeVar("_Kind", bound=StrEnum)
_REMEDY = "mend the line or take it out"
_FIELDS = frozenset(
    "schema type id judgement fingerprint rule who when undoes path start end text prefix suffix replacement confidence"
    " category severity note".split()
)


def line_of(decision: Decision) -> str:
    """The decision as one line of JSON without its end. What is unknown is left out.

    It is ASCII: a cut never falls within a character, and nothing in it acts on a terminal.
    """
    span = decision.span
    fields: dict[str, object] = {
        "schema": SCHEMA,
        "type": TYPE,
        "id": decision.id,
        "judgement": decision.answer.value,
        "fingerprint": decision.fingerprint,
        "rule": decision.rule,
        "who": decision.who,
        "when": decision.when.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z"),
        "undoes": decision.undoes,
        "path": decision.path,
        "start": None if span is None else span.start,
        "end": None if span is None else span.end,
        "text": decision.text,
        "prefix": decision.prefix,
        "suffix": decision.suffix,
        "replacement": decision.replacement,
        "confidence": decision.confidence,
        "category": decision.category,
        "severity": decision.severity,
        "note": decision.note,
    }
    given = {name: value for name, value in fields.items() if value is not None}
    return json.dumps(given, separators=(",", ":"), allow_nan=False)


def decision_of(row: dict[str, object], at: At) -> Decision:
    """The decision of a line. Raises the error of ``at`` for a field that is missing, unknown or of another kind."""
    only(row, _FIELDS, at)
    category, severity = optional(row, "category", str, at), optional(row, "severity", str, at)
    try:
        return Decision(
            answer=_one_of(Answer, field(row, "judgement", str, at)),
            who=field(row, "who", str, at),
            when=_time(field(row, "when", str, at)),
            id=field(row, "id", str, at),
            fingerprint=optional(row, "fingerprint", str, at),
            rule=optional(row, "rule", str, at),
            undoes=optional(row, "undoes", str, at),
            path=optional(row, "path", str, at),
            span=_span(row, at),
            text=optional(row, "text", str, at),
            prefix=optional(row, "prefix", str, at),
            suffix=optional(row, "suffix", str, at),
            replacement=optional(row, "replacement", str, at),
            confidence=probability(row, "confidence", at),
            category=None if category is None else _one_of(Category, category),
            severity=None if severity is None else _one_of(Severity, severity),
            note=optional(row, "note", str, at),
        )
    except ValueError as error:
        raise at.error(str(error), _REMEDY) from None


def _one_of(kind: type[_Kind], text: str) -> _Kind:
    if text not in list(kind):
        raise ValueError(f"{text!r} is not one of {', '.join(kind)}")
    return kind(text)


def _time(text: str) -> datetime:
    try:
        when = datetime.fromisoformat(text)
        if when.utcoffset() is not None:
            return when.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise ValueError(f"{text!r} is not a time such as 2026-11-30T09:15:00Z")


def _span(row: dict[str, object], at: At) -> Span | None:
    start, end = optional(row, "start", int, at), optional(row, "end", int, at)
    if (start is None) != (end is None):
        raise at.error("a start without an end, or the other way round", _REMEDY)
    return None if start is None or end is None else Span(start, end)
