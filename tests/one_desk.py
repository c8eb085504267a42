"""The desk of the tests, made once, and small questions to it."""

from __future__ import annotations

from functools import lru_cache

from copydesk.core.finding import Finding
from copydesk.core.report import DocumentReport
from copydesk.desk import Desk
from copydesk.text import parse_document


@lru_cache(maxsize=1)
def the_desk() -> Desk:
    """The desk as a user gets it: shipped list, built-in settings."""
    return Desk()


@lru_cache(maxsize=512)
def checked(text: str) -> DocumentReport:
    """What the desk says of a plain text."""
    return the_desk().check(parse_document(text))


def found_by(code: str, text: str) -> list[Finding]:
    """The findings of one rule in a plain text."""
    return [finding for finding in checked(text).findings if finding.rule == code]
