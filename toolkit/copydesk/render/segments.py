"""An article cut into segments, as raters of translations see it, with the findings in each."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from copydesk.core.finding import Finding
from copydesk.core.marking import Category
from copydesk.core.report import DocumentReport
from copydesk.core.span import Span
from copydesk.mqm.of_rules import category_of_finding
from copydesk.mqm.placing import solid, within_a_word

#: how many code points before a segment are taken into it, until it can be found in the article
_REACHES = (0, 16, 64, 256, 1024, 4096)


@dataclass(frozen=True, slots=True, kw_only=True)
class Error:
    """A finding that is an error of the translation, and its MQM category. ``span`` counts from the start of the segment."""

    finding: Finding
    category: Category
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of the text as given, markup included."""

    text: str
    errors: tuple[Error, ...] = ()


def segments(report: DocumentReport) -> Iterator[Segment]:
    """The sentences of an article in text order; those that one finding covers, or touches, are one segment.

    Findings outside all sentences stand in segments of their own; what the tool says of itself is left out. Looked for in the
    article one after the other, as `copydesk.mqm.placing` does, each segment is found where it stands: one whose words also
    stand in a part that is not read (a menu, markup) has as much of the text before it as tells them apart.
    """
    text, given = report.document.text, report.document.reading.given
    told = [(item, kind) for item in report.findings if (kind := category_of_finding(item)) is not None]
    waiting = deque(sorted(told, key=lambda pair: pair[0].span))
    spans = [given(sentence.span) for sentence in report.document.sentences] + [item.span for item, _ in told]
    after = 0
    for joined in _joined(spans):
        span = _told_apart(text, joined, after)
        inside: list[Error] = []
        while waiting and waiting[0][0].span.end <= span.end:
            item, kind = waiting.popleft()
            inside.append(Error(finding=item, category=kind, span=item.span.shifted(-span.start)))
        yield Segment(text=span.of(text), errors=tuple(inside))
        after = span.end


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans in order, those that overlap made one; an empty one belongs to what it touches."""
    current: Span | None = None
    for span in sorted(spans):
        if current is None:
            current = span
        elif span.start < current.end or (span.start == current.end and not (len(span) and len(current))):
            current = Span(current.start, max(current.end, span.end))
        else:
            yield current
            current = span
    if current is not None:
        yield current


def _told_apart(text: str, span: Span, after: int) -> Span:
    """The span with as much before it, back to ``after``, as makes it the first place where its words are found."""
    for reach in _REACHES:
        start = max(after, span.start - reach)
        while start > after and within_a_word(text, start):
            start -= 1
        before, words = solid(text[after:start]), solid(text[start : span.end])
        if (before + words).find(words) == len(before):
            return Span(start, span.end)
    return Span(after, span.end)
