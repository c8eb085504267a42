"""What the labels of somebody else's checkpoint mean in the terms of MQM."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from copydesk.core.finding import Severity
from copydesk.core.marking import Category
from copydesk.errors import ReaderError

OK = "ok"
_KNOWN = {"o": OK, "good": OK, "correct": OK, "bad": str(Category.OTHER), "error": str(Category.OTHER)}
#: what may be written
FORMS = 'write "ok", a category ("mistranslation"), a severity ("major") or both ("mistranslation/major")'


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """An error of a category and severity, or none: ``category`` is None where nothing is wrong."""

    category: Category | None
    severity: Severity = Severity.MINOR


def meaning(written: str) -> Meaning | None:
    """What ``ok``, ``mistranslation``, ``major`` or ``mistranslation/major`` means; None for anything else."""
    if written == OK:
        return Meaning(category=None)
    category, _, severity = written.partition("/")
    if not severity and category in list(Severity):
        category, severity = Category.OTHER, category
    if category not in list(Category) or (severity and severity not in list(Severity)):
        return None
    return Meaning(category=Category(category), severity=Severity(severity or Severity.MINOR))


def meanings(labels: Iterable[str], told: Mapping[str, str], where: str) -> list[Meaning]:
    """The meaning of each label, as ``told`` or as the label itself says it; ``B-`` and ``I-`` before it do not matter.

    Raises ReaderError, naming all of them, where some label is not understood, or where none means that nothing is wrong.
    """
    labels = list(labels)
    found = {label: meaning(_written(label, told)) for label in labels}
    if unknown := [label for label, meant in found.items() if meant is None]:
        lines = ", ".join(f"{json.dumps(label)} = …" for label in unknown)
        message = f"nobody says what the labels {', '.join(map(repr, unknown))} mean"
        raise ReaderError(message, where=where, remedy=f"set reader-labels = {{{lines}}} in the settings; {FORMS}")
    known = [meant for meant in found.values() if meant is not None]
    if not any(meant.category is None for meant in known):
        message = f"none of the labels {', '.join(map(repr, labels))} means that nothing is wrong"
        raise ReaderError(message, where=where, remedy='give one of them the meaning "ok" in reader-labels')
    return known


def _written(label: str, told: Mapping[str, str]) -> str:
    plain = label[2:] if label[:2] in ("B-", "I-") else label
    if label in told or plain in told:
        return told.get(label, told.get(plain, ""))
    return _KNOWN.get(plain.lower(), plain.lower())
