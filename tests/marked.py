"""The examples of all rules as plain texts."""

from __future__ import annotations

from copydesk.checks import CHECKS


def plain_examples() -> list[str]:
    """Failing and passing examples of every rule, without their marks."""
    marked = [text for check in CHECKS for text in (*check.failing, *check.passing)]
    return list(dict.fromkeys(text.replace("[[", "").replace("]]", "") for text in marked))
