"""One line a finding: ``path:line:column: CODE message``."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.core.lines import Lines
from copydesk.core.mention import Link
from copydesk.core.report import DocumentReport
from copydesk.render.base import Style, View
from copydesk.render.tally import Tally
from copydesk.render.visible import visible
from copydesk.render.wire import Problem


class Concise:
    """``--format concise``, for editors and ``grep``. No claims, no summary."""

    def __init__(self, style: Style) -> None:
        self._view = style.view

    def document(self, report: DocumentReport) -> Iterator[str]:
        """One line a finding, sentence, mention, or candidate of a link."""
        lines = Lines(report.document.text)
        path = visible(report.document.path)
        for start, words in self._lines(report):
            line, column = lines.place(start)
            yield f"{path}:{line}:{column}: {visible(words)}\n"

    def _lines(self, report: DocumentReport) -> Iterator[tuple[int, str]]:
        if self._view is View.FINDINGS:
            for item in report.findings:
                yield item.span.start, f"{item.rule} {item.message}"
        if self._view is View.SENTENCES:
            for sentence in report.sentences:
                yield sentence.span.start, f"quality {sentence.quality:.2f}, major error {sentence.major:.2f}"
        for link in report.links if self._view in (View.MENTIONS, View.LINKS) else ():
            for words in [_mention(link)] if self._view is View.MENTIONS else _candidates(link):
                yield link.mention.span.start, words

    def problem(self, _: Problem, /) -> Iterator[str]:
        """Nothing: errors go to standard error."""
        yield from ()

    def end(self, _: Tally, /) -> Iterator[str]:
        """Nothing: one line is one finding."""
        yield from ()


def _mention(link: Link) -> str:
    found = "" if link.entity is None else f" → {link.entity.name}"
    return f"{link.status.value} “{link.mention.text}”{found}"


def _candidates(link: Link) -> list[str]:
    words = f"{link.status.value} “{link.mention.text}”"
    return [f"{words} → {item.entity.name} {item.probability:.2f}" for item in link.candidates] or [words]
