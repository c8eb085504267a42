"""How the value of each key of a settings file is read, and what is said where it is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date as calendar_date
from datetime import datetime
from difflib import get_close_matches

from copydesk.core.dates import PartialDate
from copydesk.core.finding import Severity
from copydesk.errors import ConfigError
from copydesk.reader.meanings import FORMS, meaning
from copydesk.reader.policy import KINDS

#: makes the error from what is wrong and the remedy
Fail = Callable[[str, str], ConfigError]
#: how alike (0 to 1) a known word must be to be proposed
_NEAR = 0.5


def strings(key: str, value: object, fail: Fail) -> tuple[str, ...]:
    """A list of strings."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise fail(f"{key!r} is not a list of strings", f'write {key} = ["…"]')
    return tuple(value)


def _confidence(key: str, value: object, fail: Fail) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise fail(f"{key!r} is {value!r}", "give a number from 0 to 1")
    return float(value)


def _boolean(key: str, value: object, fail: Fail) -> bool:
    if not isinstance(value, bool):
        raise fail(f"{key!r} is {value!r}", "write true or false")
    return value


def _date(key: str, value: object, fail: Fail) -> PartialDate:
    if isinstance(value, calendar_date) and not isinstance(value, datetime):
        return PartialDate.of(value)
    try:
        return PartialDate.parse(value if isinstance(value, str) else "")
    except ValueError:
        raise fail(f"{key!r} is {value!r}", 'write "YYYY", "YYYY-MM" or "YYYY-MM-DD"') from None


def _name(key: str, value: object, fail: Fail) -> str:
    if not isinstance(value, str) or not value:
        raise fail(f"{key!r} is {value!r}", 'write "default", "none", a folder, or the name of a checkpoint')
    return value


def _pairs(key: str, value: object, fail: Fail) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
        raise fail(f"{key!r} is not a table of strings", f'write {key} = {{name = "…"}}')
    return tuple(value.items())


def _labels(key: str, value: object, fail: Fail) -> tuple[tuple[str, str], ...]:
    pairs = _pairs(key, value, fail)
    for label, written in pairs:
        if meaning(written) is None:
            raise fail(f"{label!r} in {key!r} is {written!r}", FORMS)
    return pairs


def _severities(key: str, value: object, fail: Fail) -> tuple[tuple[str, Severity], ...]:
    pairs = _pairs(key, value, fail)
    for kind, written in pairs:
        if kind not in KINDS:
            raise fail(f"unknown kind {kind!r} in {key!r}", nearest(kind, KINDS))
        if written not in list(Severity):
            raise fail(f"{kind!r} in {key!r} is {written!r}", nearest(written, Severity))
    return tuple((kind, Severity(written)) for kind, written in pairs)


READERS: Mapping[str, Callable[[str, object, Fail], object]] = {
    "min-confidence": _confidence,
    "default-entities": _boolean,
    "date": _date,
    "reader": _name,
    "reader-labels": _labels,
    "severity": _severities,
}


def nearest(word: str, known: Iterable[str]) -> str:
    """A remedy for a word that is not known: the nearest that is, or all of them."""
    choices = tuple(known)
    near = get_close_matches(word, choices, 1, _NEAR)
    return f"did you mean {near[0]!r}?" if near else f"known are {', '.join(choices)}"
