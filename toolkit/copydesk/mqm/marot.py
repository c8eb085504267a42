"""WMT's MQM ratings as Google publishes them: tab-separated, one error a row, the format of the viewer Marot.

https://github.com/google/wmt-mqm-human-evaluation and google-research/marot.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from copydesk.core.marking import ErrorSpan
from copydesk.core.span import Span
from copydesk.mqm.anchoring import carried
from copydesk.mqm.categories import marked
from copydesk.mqm.lines import At, lines
from copydesk.mqm.naming import by_people, corpus_of, pair_of
from copydesk.mqm.segments import RatedSegment, Rating

#: system, doc, docSegId, globalSegId, rater, source, target, category, severity; metadata or a note may follow
_COLUMNS = 9
HEADER = "system\tdoc\t"
_TAG = re.compile(r"</?v>")
#: raters' spans by where they were marked: in the target, in the source, nowhere
_Key = tuple[str, str, int]


class Outcome(StrEnum):
    """What became of a row."""

    KEPT = "kept"
    #: the row's target was edited by the rater; the words of the span stand in the segment's text too
    CARRIED = "carried over"
    #: the row's target was edited by the rater, and the words of the span stand nowhere else
    LOST = "lost"
    #: marked in the source only, as omissions are
    IN_SOURCE = "in the source"
    NO_ERROR = "no error"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A row, with the target as the rater left it and the spans of its tags."""

    rater: str
    source: str
    target: str
    spans: tuple[Span, ...]
    category: str
    severity: str
    at: At


def read_marot(
    path: str | Path, *, corpus: str | None = None, pair: str | None = None, counts: Counter[Outcome] | None = None
) -> Iterator[RatedSegment]:
    """The segments of a file, each with the ratings of all its raters, in the order in which they first appear.

    Raters edit the text in some rows; the text of a segment is the one that most of its rows give, the shortest of equals, and
    spans of other rows are carried over by their words or left out. ``counts`` is told what became of each row. Marks in the
    source are left out. ``corpus`` and ``pair`` default to what the file name tells. The rows of the whole file are held, since
    those of a segment may stand anywhere in it. Raises InputError with file, line and remedy.
    """
    counts = Counter() if counts is None else counts
    segments: dict[_Key, list[_Row]] = {}
    for at, line in lines(path):
        if line.strip() and not line.startswith(HEADER):
            key, row = _row(line, at)
            if row.rater:  # a row without a rater carries metadata only
                segments.setdefault(key, []).append(row)
    corpus, pair = corpus or corpus_of(path), pair or pair_of(path)
    for (system, doc, seg), rows in segments.items():
        target = _target(rows)
        yield RatedSegment(
            corpus=corpus, pair=pair, domain=None, doc=doc, seg=seg, system=system, human=by_people(system),
            source=rows[0].source or None, target=target, ratings=_ratings(rows, target, counts),
        )  # fmt: skip


def tagged(text: str, span: Span) -> str:
    """The text with a span as the format marks it."""
    return f"{text[: span.start]}<v>{span.of(text)}</v>{text[span.end :]}"


def untagged(text: str) -> tuple[str, tuple[Span, ...]]:
    """The text without tags, and the spans that they marked. Raises ValueError where they do not pair."""
    plain, spans, open_at, done = "", [], None, 0
    for tag in _TAG.finditer(text):
        plain += text[done : tag.start()]
        done = tag.end()
        if (tag[0] == "<v>") != (open_at is None):
            raise ValueError(f"{tag[0]} stands where it cannot")
        if open_at is None:
            open_at = len(plain)
        else:
            spans.append(Span(open_at, len(plain)))
            open_at = None
    if open_at is not None:
        raise ValueError("<v> is not closed")
    return plain + text[done:], tuple(spans)


def _row(line: str, at: At) -> tuple[_Key, _Row]:
    cells = line.split("\t")
    if len(cells) < _COLUMNS:
        names = "system, doc, docSegId, globalSegId, rater, source, target, category, severity"
        raise at.error(f"{len(cells)} columns instead of {_COLUMNS}", f"the columns are {names}")
    system, doc, number, _, rater, source, target, category, severity = cells[:_COLUMNS]
    if not number.isdecimal():
        raise at.error(f"{number!r} is not the number of a segment", "the third column counts the segments of a document")
    try:
        plain, spans = untagged(target)
    except ValueError as error:
        raise at.error(str(error), "mark each span as <v>…</v>") from None
    return (system, doc, int(number)), _Row(
        rater=rater, source=_TAG.sub("", source), target=plain, spans=spans, category=category, severity=severity, at=at
    )


def _target(rows: list[_Row]) -> str:
    """What most rows give; raters' edits double words more often than they take some out."""
    texts = Counter(row.target for row in rows)
    return min(texts, key=lambda text: (-texts[text], len(text)))


def _ratings(rows: list[_Row], target: str, counts: Counter[Outcome]) -> tuple[Rating, ...]:
    raters: dict[str, list[ErrorSpan]] = {}
    for row in rows:
        errors, outcome = _errors(row, target)
        raters.setdefault(row.rater, []).extend(errors)
        counts[outcome] += 1
    return tuple(Rating(rater=rater, errors=tuple(errors)) for rater, errors in raters.items())


def _errors(row: _Row, target: str) -> tuple[list[ErrorSpan], Outcome]:
    spans = [carried(span, row.target, target) for span in row.spans]
    try:
        errors = [marked(span, row.category, row.severity) for span in spans if span is not None]
        is_error = marked(Span(0, 0), row.category, row.severity) is not None
    except ValueError as error:
        raise row.at.error(str(error), "write one of them") from None
    if not is_error:
        return [], Outcome.NO_ERROR
    if not row.spans:
        return [], Outcome.IN_SOURCE
    kept = [error for error in errors if error is not None]
    return kept, Outcome.LOST if not kept else Outcome.KEPT if row.target == target else Outcome.CARRIED
