from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from copydesk.cli import run as module
from copydesk.cli.main import cli
from copydesk.config import Config
from copydesk.core.document import Document
from copydesk.core.finding import Finding, Fix, Safety, Severity
from copydesk.core.marking import ErrorSpan
from copydesk.core.report import DocumentReport
from copydesk.core.span import Span
from copydesk.entities import EntityList
from copydesk.review.baseline import Baseline
from copydesk.text.source import SourceText

Run = Callable[..., Result]

WRONG = {
    "teh": ("TYP101", "the", Safety.SAFE, 0.9),
    "Nicole": ("NAM101", "Nikol", Safety.UNSAFE, 0.9),
    "Nicole P": ("NAM102", "Nikol P", Safety.UNSAFE, 0.8),
    "odd": ("TRN101", "???", Safety.DISPLAY, 0.6),
}


class WordDesk:
    """Finds four words, so that what the command does with findings can be tested without any rule."""

    def __init__(
        self, entities: EntityList | None = None, config: Config | None = None, baseline: Baseline | None = None
    ) -> None:
        self.config = config or Config()

    def check(
        self, document: Document, source: SourceText | None = None, marks: Sequence[ErrorSpan] | None = None
    ) -> DocumentReport:
        findings = [
            Finding(
                rule=rule,
                span=Span(*match.span()),
                text=word,
                severity=Severity.MINOR,
                confidence=confidence,
                message=f"“{word}” should be {instead}",
                fixes=(Fix(span=Span(*match.span()), replacement=instead, safety=safety),),
            )
            for word, (rule, instead, safety, confidence) in WRONG.items()
            for match in re.finditer(word, document.text)
            if self.config.selects(rule) and confidence >= self.config.min_confidence
        ]
        findings.sort(key=lambda finding: finding.span)
        return DocumentReport(document=document, findings=tuple(findings), signature=self.signature(self.config.date))

    def signature(self, date: object) -> str:
        return f"words:4|date:{date or 'unknown'}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder without any settings above it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    return tmp_path


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command in the folder, with the desk that knows four words."""
    monkeypatch.setattr(module, "Desk", WordDesk)
    return lambda *arguments, stdin=None: CliRunner().invoke(cli, arguments, input=stdin, prog_name="copydesk")
