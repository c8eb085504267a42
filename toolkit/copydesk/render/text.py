"""For a reader at a screen: each finding as a good compiler shows it, then the claims, then the count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from copydesk.core.document import PartKind
from copydesk.core.evidence import Evidence
from copydesk.core.finding import Finding, Fix, Safety
from copydesk.core.lines import Lines
from copydesk.core.report import DocumentReport
from copydesk.core.span import Span
from copydesk.render import linkview
from copydesk.render.base import Style, View
from copydesk.render.claimview import claim_table
from copydesk.render.excerpt import excerpt
from copydesk.render.paint import Paint
from copydesk.render.sentenceview import sentences
from copydesk.render.tally import Tally
from copydesk.render.visible import visible
from copydesk.render.wire import Problem

_NARROWEST = 20
_OPTIONS = ((Safety.SAFE, "--fix"), (Safety.UNSAFE, "--fix --unsafe-fixes"))
_READ = (PartKind.BODY, PartKind.HEADLINE, PartKind.TEASER)


class Text:
    """``--format text``."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._paint = Paint(style.colour)

    def document(self, report: DocumentReport) -> Iterator[str]:
        """The findings with their lines, what was not read, and the claims; or the mentions, links or sentences."""
        lines = Lines(report.document.text)
        if self._style.view is View.MENTIONS:
            yield from linkview.mentions(report, lines, self._paint)
            return
        if self._style.view is View.LINKS:
            yield from linkview.links(report, lines, self._paint)
            return
        if self._style.view is View.SENTENCES:
            yield from sentences(report, lines, self._paint, self._style.width)
            return
        for finding in report.findings:
            yield from self._finding(finding, report, lines)
        if not self._style.quiet:
            yield from _not_read(report, lines)
            yield from claim_table(report, lines, self._style)

    def problem(self, _: Problem, /) -> Iterator[str]:
        """Nothing: errors go to standard error."""
        yield from ()

    def end(self, tally: Tally) -> Iterator[str]:
        """The counts, and how many findings could be fixed."""
        if not self._style.quiet:
            yield f"{summary_line(tally)}\n"
            yield from _fixable(tally)

    def _finding(self, item: Finding, report: DocumentReport, lines: Lines) -> Iterator[str]:
        line, column = lines.place(item.span.start)
        place = self._paint.bold(f"{visible(report.document.path)}:{line}:{column}:")
        label = self._paint.by(item.severity, f"{item.rule} {item.severity.value}")
        yield f"{place} {label} {visible(item.message)} ({item.confidence:.2f})\n"

        indent = " " * len(str(line))
        bar = self._paint.gutter("|")
        room = max(_NARROWEST, self._style.width - len(indent) - 3)
        cut = excerpt(report.document.text, lines, item.span, room)
        marks = self._paint.by(item.severity, "^" * cut.underline)
        yield f"{indent} {bar}\n"
        yield f"{self._paint.gutter(str(line))} {bar} {cut.text}\n"
        yield f"{indent} {bar} {' ' * cut.lead}{marks}\n"
        for note in notes(item):
            yield f"{indent} {self._paint.gutter('=')} {visible(note)}\n"
        yield "\n"


def notes(item: Finding) -> list[str]:
    """The reasons of a finding and its corrections, a line each."""
    return [*map(evidence_line, item.evidence), *fix_lines(item.fixes)]


def evidence_line(item: Evidence) -> str:
    """A reason in words: the feature, its score and weight, the strings compared, the detail."""
    pair = " ~".join(f" “{text}”" for text in (item.query, item.candidate) if text)
    detail = f": {item.detail}" if item.detail else ""
    return f"evidence: {item.feature} {item.score:.2f} × {item.weight:g}{pair}{detail}"


def fix_lines(fixes: Sequence[Fix]) -> list[str]:
    """A line for each correction; the copies of a repeated line are counted, not listed."""
    kinds = Counter((fix.safety.value, fix.replacement) for fix in fixes)
    return [_fix_line(safety, replacement, count) for (safety, replacement), count in kinds.items()]


def _fix_line(safety: str, replacement: str, count: int) -> str:
    places = f", and in {count - 1} repeated line{'s' if count > 2 else ''}" if count > 1 else ""
    return f"fix ({safety}): {replacement or '(take it out)'}{places}"


def _not_read(report: DocumentReport, lines: Lines) -> Iterator[str]:
    """Which lines are no article and were not proof-read."""
    given = report.document.reading.given
    places: dict[str, list[str]] = {}
    for part in report.document.parts:
        if part.kind not in _READ and (numbers := _whole_lines(given(part.span), report.document.text, lines)):
            places.setdefault(part.kind.value, []).append(numbers)
    if places:
        words = "; ".join(f"{kind}: line {', '.join(numbers)}" for kind, numbers in places.items())
        yield f"{visible(report.document.path)}: not proof-read: {words}\n\n"


def _whole_lines(span: Span, text: str, lines: Lines) -> str:
    """The numbers of the lines that the span covers but for white space at their ends; empty when there are none."""
    first, last = lines.place(span.start)[0], lines.place(span.end)[0]
    if text[lines.span(first).start : span.start].strip():
        first += 1
    if text[span.end : lines.span(last).end].strip() or span.end == lines.span(last).start:
        last -= 1
    return "" if first > last else str(first) if first == last else f"{first}–{last}"


def summary_line(tally: Tally) -> str:
    """The counts of the run in one line, with the signature."""
    ignored = f", {tally.ignored} ignored" if tally.ignored else ""
    silenced = f", {tally.silenced} silenced by the baseline" if tally.silenced else ""
    return f"{counted(tally.findings, 'finding')}{_by(tally.rules)}{ignored}{silenced}, {claim_summary(tally)}"


def claim_summary(tally: Tally) -> str:
    """The counts of claims, files and errors in one line, with the signature."""
    errors = f", {counted(tally.errors, 'error')}" if tally.errors else ""
    return (
        f"{counted(tally.claims, 'claim')}{_by(tally.verdicts)}, {counted(tally.files, 'file')}{errors}; "
        f"signature {visible(tally.signature)}"
    )


def _by(counts: Counter[str]) -> str:
    words = [
        f"{count} {name.replace('_', ' ')}" for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
    return f" ({', '.join(words)})" if words else ""


def counted(number: int, noun: str) -> str:
    """``1 file``, ``2 files``; ``no findings``."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def _fixable(tally: Tally) -> Iterator[str]:
    words = [f"{count} with {option}" for safety, option in _OPTIONS if (count := tally.fixable[safety])]
    if words:
        yield f"can be fixed: {', '.join(words)}\n"
