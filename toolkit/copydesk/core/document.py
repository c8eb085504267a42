"""A text that was read, and what its parts are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum

from copydesk.core.dates import PartialDate
from copydesk.core.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The words to proof-read, and where each of them stands in the text as given.

    For plain text the two are one and ``origins`` is None. For HTML and Markdown ``text`` leaves the markup out, and
    ``origins[i]`` is the half-open code-point range of the given text that makes ``text[i]`` (``&amp;`` makes one ``&``).
    """

    text: str
    origins: tuple[tuple[int, int], ...] | None = None

    def given(self, span: Span) -> Span:
        """Translate a span of the reading into a span of the text as given."""
        if self.origins is None:
            return span
        if span.start == span.end:
            at = self.origins[span.start][0] if span.start < len(self.origins) else self._end
            return Span(at, at)
        return Span(self.origins[span.start][0], self.origins[span.end - 1][1])

    def read(self, span: Span) -> Span | None:
        """Translate a span of the text as given into one of the reading; None where nothing of it is read."""
        if self.origins is None:
            return span
        first = bisect_right(self.origins, span.start, key=lambda origin: origin[1])
        last = bisect_left(self.origins, span.end, key=lambda origin: origin[0])
        return Span(first, last) if first < last else None

    @property
    def _end(self) -> int:
        return self.origins[-1][1] if self.origins else 0


class PartKind(StrEnum):
    """What a stretch of a page is. Only headlines and body are proof-read."""

    HEADLINE = "headline"
    BODY = "body"
    DATELINE = "dateline"
    #: the same line again
    REPEATED = "repeated"
    #: forms, menus, "Leave a Reply", "Check Also"
    FURNITURE = "furniture"
    #: a teaser of another article: not this article's text, but a reader sees its names
    TEASER = "teaser"


#: the parts that are proof-read
PROOF_READ = (PartKind.HEADLINE, PartKind.BODY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of the reading and why it was taken for what it is."""

    kind: PartKind
    span: Span
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence or headline of the article: a span of the reading, without surrounding white space."""

    span: Span
    part: PartKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleDate:
    """The day the article speaks from. ``origin`` is ``option``, ``text`` or ``meta``; ``span`` is in the reading."""

    value: PartialDate
    origin: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignore:
    """An ignore comment: findings of ``rules`` (all when empty) that start inside ``scope`` are silenced.

    Both spans are in the text as given.
    """

    comment: Span
    scope: Span
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text as given (BOM and line ends kept) and everything read off it without knowing any name.

    ``text`` is what all published offsets refer to. ``parts`` and ``sentences`` refer to ``reading``.
    """

    text: str
    reading: Reading
    path: str = "<text>"
    encoding: str = "utf-8"
    #: byte-order mark that the file began with; it is no part of ``text``
    bom: bytes = b""
    parts: tuple[Part, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    date: ArticleDate | None = None
    ignores: tuple[Ignore, ...] = ()
