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


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All documents of a run and the inputs that failed."""

    documents: tuple[DocumentReport, ...] = ()
    failures: tuple[Failure, ...] = ()
    signature: str = ""

    @property
    def exit_code(self) -> int:
        """0 no findings, 1 findings, 2 some input could not be checked."""
        if self.failures:
            return 2
        return 1 if any(document.findings for document in self.documents) else 0
