"""The desk of the tests, made once, and small questions to it."""

from __future__ import annotations

from functools import lru_cache

from copydesk.config import Config
from copydesk.core.finding import Finding
from copydesk.core.report import DocumentReport
from copydesk.desk import Desk
from copydesk.text import parse_document

#: what the rules say must not hang on the weights of the model of the day
NO_READER = Config(reader="none")


@lru_cache(maxsize=1)
def the_desk() -> Desk:
    """The desk as a user gets it, shipped list and built-in settings, but for the reader."""
    return Desk(config=NO_READER)


@lru_cache(maxsize=512)
def checked(text: str) -> DocumentReport:
    """What the desk says of a plain text."""
    return the_desk().check(parse_document(text))


def found_by(code: str, text: str) -> list[Finding]:
    """The findings of one rule in a plain text."""
    return [finding for finding in checked(text).findings if finding.rule == code]
