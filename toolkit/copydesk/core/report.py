"""The result of checking texts."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.core.claim import Judgement
from copydesk.core.document import Document
from copydesk.core.finding import Finding
from copydesk.core.marking import ErrorSpan, SentenceQuality
from copydesk.core.mention import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReport:
    """Everything said about one document. All offsets refer to ``document.text``."""

    document: Document
    findings: tuple[Finding, ...] = ()
    claims: tuple[Judgement, ...] = ()
    links: tuple[Link, ...] = ()
    #: how well each sentence reads; empty without a reader that says so
    sentences: tuple[SentenceQuality, ...] = ()
    #: all places that the reader or another tool takes for errors, with the severity that the settings give them
    marks: tuple[ErrorSpan, ...] = ()
    #: findings that an ignore comment silenced
    ignored: int = 0
    #: findings that the baseline silenced; None without a baseline
    silenced: int | None = None
    #: which list, reader and date made this; printed with every number
    signature: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An input that could not be checked."""

    path: str
    message: str
