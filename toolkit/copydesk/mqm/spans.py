"""The marks of another tool or of raters on one article, from a file in any of the published formats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path

from copydesk.core.finding import Severity
from copydesk.core.lines import Lines
from copydesk.core.marking import Category, ErrorSpan
from copydesk.core.span import Span
from copydesk.errors import InputError
from copydesk.mqm.fields import field, optional, probability, span_in
from copydesk.mqm.formats import Format, read_rated
from copydesk.mqm.lines import At, lines, objects
from copydesk.mqm.marot import HEADER
from copydesk.mqm.metrics_eval import rating_lines
from copydesk.mqm.of_rules import category_of_rule
from copydesk.mqm.placing import Placed
from copydesk.mqm.segments import RatedSegment

_MAROT_TABS = 8


def read_spans(path: str | Path, text: str) -> tuple[ErrorSpan, ...]:
    """The marks of a file in the article ``text`` as given, in order and each once; spans count its code points.

    Read are xCOMET's JSON, WMT's tables, rated segments as JSON lines, ratings of mt-metrics-eval (a line each for the lines of
    the article, or one for all of it) and copydesk's own findings as JSON lines; the first line of the file tells which.
    Segments are looked for in the article one after the other, and only white space and invisible characters may differ. Of a
    file with several systems or documents, the first that the article holds is taken. Raises InputError with the file and the
    segment that is not found.
    """
    marks = _reader(path)(path, text)
    return tuple(sorted(set(marks), key=lambda mark: (mark.span, mark.category, mark.severity, mark.confidence or 0.0)))


def _reader(path: str | Path) -> Callable[[str | Path, str], Iterable[ErrorSpan]]:
    first = next((line for _, line in lines(path) if line.strip()), "").lstrip()
    if first.startswith(HEADER) or first.count("\t") >= _MAROT_TABS:
        return lambda path, text: _placed(path, read_rated(path, Format.MAROT), text)
    if first.startswith("["):
        return lambda path, text: _placed(path, read_rated(path, Format.XCOMET), text)
    if first.startswith("{"):
        return _of_objects
    if "\t" in first:
        return _of_ratings
    remedy = "give xCOMET's JSON, a WMT table, mt-metrics-eval ratings or findings as JSON lines"
    raise InputError("in no format of error spans that is known", where=str(path), remedy=remedy)


def _of_objects(path: str | Path, text: str) -> Iterable[ErrorSpan]:
    try:
        first = next((row for _, row in objects(path)), {})
    except InputError:  # an object of many lines: xCOMET's, of several systems
        first = {}
    if first.get("type") is not None:
        return _of_findings(path, text)
    form = Format.ROWS if "target" in first else Format.XCOMET
    return _placed(path, read_rated(path, form), text)


def _of_findings(path: str | Path, text: str) -> Iterator[ErrorSpan]:
    """The findings of ``copydesk check --format jsonl`` on this article; other lines are passed over."""
    for at, row in objects(path):
        if field(row, "type", str, at) != "finding":
            continue
        span, quoted = span_in(text, row, at), field(row, "text", str, at)
        if span.of(text) != quoted:
            raise at.error(f"the article has {span.of(text)!r} at {span.start}, not {quoted!r}", "check this article again")
        severity = field(row, "severity", str, at)
        if severity not in list(Severity):
            raise at.error(f"{severity!r} is not a severity", f"use one of {', '.join(Severity)}")
        category = _category(field(row, "rule", str, at), optional(row, "category", str, at), at)
        confidence = probability(row, "confidence", at)
        if category is not None:  # such as an ignore comment without use: nothing wrong in the translation
            yield ErrorSpan(span=span, category=category, severity=Severity(severity), confidence=confidence)


def _category(rule: str, named: str | None, at: At) -> Category | None:
    if named is None:
        return category_of_rule(rule)
    if named not in list(Category):
        raise at.error(f"{named!r} is not a category", f"use one of {', '.join(Category)}")
    return Category(named)


def _of_ratings(path: str | Path, text: str) -> Iterator[ErrorSpan]:
    """Marks on the lines of the article, or on all of it where one line rates it."""
    rated = list(rating_lines(path))
    systems = {line.system for line in rated}
    if len(systems) > 1:
        message = f"ratings of {len(systems)} systems: {', '.join(sorted(systems))}"
        raise InputError(message, where=str(path), remedy="give the lines of the system that wrote the article")
    starts = Lines(text)
    spans = [starts.span(number) for number in range(1, len(starts) + 1)]
    while spans and not spans[-1].of(text).strip():
        spans.pop()
    spans = [Span(0, len(text))] if len(rated) == 1 else spans
    if len(rated) != len(spans):
        message = f"{len(rated)} ratings for {len(spans)} lines of the article"
        raise InputError(message, where=str(path), remedy="give one rating a line, None for those not rated")
    for line, span in zip(rated, spans, strict=True):
        yield from (_moved(mark, mark.span.shifted(span.start)) for mark in line.marks(span.of(text)))


def _placed(path: str | Path, segments: Iterable[RatedSegment], text: str) -> list[ErrorSpan]:
    """The marks of the first system and document whose segments all stand in the article."""
    failures: list[str] = []
    ordered = sorted(segments, key=lambda segment: (segment.system, segment.doc))
    for _, group in groupby(ordered, key=lambda segment: (segment.system, segment.doc)):
        found = _in_article(sorted(group, key=lambda segment: segment.seg), text)
        if not isinstance(found, RatedSegment):
            return found
        failures.append(f"segment {found.seg} of {found.system} is not in the article: {_short(found.target)}")
    if not failures:
        return []
    message = failures[0] if len(failures) == 1 else f"none of its {len(failures)} documents is in the article"
    raise InputError(message, where=str(path), remedy="give the article whose segments were rated, in their order")


def _in_article(segments: Iterable[RatedSegment], text: str) -> list[ErrorSpan] | RatedSegment:
    """The marks in the article, or the first segment that is not found in it."""
    article, marks = Placed(text), []
    for segment in segments:
        place = article.place(segment.target)
        if place is None:
            return segment
        for rating in (*segment.ratings, *segment.side_by_side):
            marks += [_moved(mark, place.given(mark.span)) for mark in rating.errors]
    return marks


def _moved(mark: ErrorSpan, span: Span) -> ErrorSpan:
    return ErrorSpan(span=span, category=mark.category, severity=mark.severity, confidence=mark.confidence, major=mark.major)


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else f"{text[:59]}…")
