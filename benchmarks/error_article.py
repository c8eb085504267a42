"""The marks on one article, all of them, as they come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from common import quoted
from copydesk import read_document
from copydesk.mqm.segments import RatedSegment
from copydesk.scoring import number, table
from reader_answers import Answer, Key, key_of

ARTICLE = "seeds/article-2020-11-28.txt"


def article_segments(path: Path) -> list[RatedSegment]:
    """The sentences of an article, in order, as segments of one document."""
    document = read_document(str(path))
    return [
        RatedSegment(
            corpus="seeds", pair="en", domain="news", doc=path.name, seg=at, system="article", human=None, source=None,
            target=sentence.span.of(document.reading.text),
        )
        for at, sentence in enumerate(document.sentences, 1)
    ]  # fmt: skip


def article_section(path: Path, answer: Callable[[Iterable[RatedSegment]], Mapping[Key, Answer]]) -> str:
    """The section: every mark in the order of the text."""
    segments = article_segments(path)
    said = answer(segments)
    lines = [
        [
            f"{segment.seg}", mark.severity.value, mark.category.value, number(mark.confidence, 2), number(mark.major, 2),
            quoted(segment.target, mark.span.start, mark.span.end),
        ]
        for segment in segments
        for mark in said[key_of(segment)].marks
    ]  # fmt: skip
    header = ["sentence", "severity", "category", "any", "major", "words"]
    parts = [
        f"## Marks on `{ARTICLE}`",
        f"All {len(lines)} marks in {len(segments)} sentences, unedited.",
        table(header, lines, left=len(header)) if lines else "None.",
    ]
    return "\n\n".join(parts)
