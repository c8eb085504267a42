"""The result of checking texts."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.core.claim import Judgement
from copydesk.core.document import Document
from copydesk.core.finding import Finding
from copydesk.core.mention import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReport:
    """Everything said about one document. Offsets of findings, claims and links refer to ``document.text``."""

    document: Document
    findings: tuple[Finding, ...] = ()
    claims: tuple[Judgement, ...] = ()
    links: tuple[Link, ...] = ()
    #: findings that an ignore comment silenced
    ignored: int = 0
    #: which list, reader and date made this; printed with every number
    signature: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An input that could not be checked."""

    path: str
    message: str
