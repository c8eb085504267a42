"""Rules as text and JSON."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import dedent, fill, indent

from copydesk.checks.base import Check
from copydesk.render.excerpt import padded
from copydesk.render.visible import json_line
from copydesk.render.wire import SCHEMA

_WIDTH = 100


def explanation(check: Check) -> str:
    """A rule in full: what it finds and why, then its examples."""
    head = f"{check.code} {check.name} ({check.severity.value})"
    parts = [head, check.summary, *(fill(part, _WIDTH) for part in dedent(check.explanation).strip().split("\n\n"))]
    parts += [_examples("Finds the words in [[ ]]:", check.failing)] if check.failing else []
    parts += [_examples("Finds nothing in:", check.passing)] if check.passing else []
    return "\n\n".join(parts) + "\n"


def _examples(head: str, texts: Iterable[str]) -> str:
    return "\n".join([head, *(indent(dedent(text).strip("\n"), "  | ", lambda _: True) for text in texts)])


def rules_table(checks: Iterable[Check]) -> str:
    """One line a rule."""
    rows = [(check.code, check.severity.value, check.name, check.summary) for check in checks]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    lines = ["  ".join([*(padded(cell, width) for cell, width in zip(row, widths, strict=False)), row[3]]) for row in rows]
    return "".join(f"{line}\n" for line in lines)


def rules_json(checks: Iterable[Check]) -> str:
    """All rules as one JSON object."""
    rules = [
        {"code": check.code, "name": check.name, "severity": check.severity.value, "summary": check.summary} for check in checks
    ]
    return json_line({"schema": SCHEMA, "rules": rules}) + "\n"
