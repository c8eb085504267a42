"""Lines that a page repeats: they are not proof-read again, but a correction reaches them too."""

from __future__ import annotations

from dataclasses import replace

from copydesk.core.document import Document, Part, PartKind
from copydesk.core.finding import Finding, Fix
from copydesk.core.span import Span


def with_copies(finding: Finding, document: Document) -> Finding:
    """The finding with each of its fixes also at the same place of every later copy of the line. Spans of the reading.

    Without it a headline that stands four times would be corrected once, and its next copy would be the new headline.
    """
    copies = [copy for fix in finding.fixes for copy in _copies(fix, document)]
    return replace(finding, fixes=(*finding.fixes, *copies)) if copies else finding


def _copies(fix: Fix, document: Document) -> list[Fix]:
    line = next((part for part in document.parts if part.span.contains(fix.span)), None)
    if line is None or line.kind is PartKind.REPEATED:
        return []
    text = document.reading.text
    return [replace(fix, span=_moved(fix.span, line, part)) for part in document.parts if _is_copy(part, line, text)]


def _is_copy(part: Part, line: Part, text: str) -> bool:
    return part.kind is PartKind.REPEATED and part.span.of(text) == line.span.of(text)


def _moved(span: Span, line: Part, copy: Part) -> Span:
    return span.shifted(copy.span.start - line.span.start)
