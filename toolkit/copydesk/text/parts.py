"""What each line of a page is: headline, body, dateline, repetition, furniture or teaser."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from copydesk.core.document import Part, PartKind
from copydesk.core.lines import Lines
from copydesk.core.span import Span
from copydesk.text.furniture import is_furniture, is_inline_teaser, is_tail, is_teaser_heading
from copydesk.text.topline import is_byline, is_dateline

#: lines from the top where headlines and bylines are looked for
TOP_LINES = 10
#: a headline has at most so many words
HEADLINE_WORDS = 25
#: a heading inside the article has at most so many words
CROSSHEAD_WORDS = 8
#: a line is a repetition only from so many words on
REPEATED_WORDS = 4
#: so many short lines in a row are a menu
MENU_LINES, MENU_WORDS = 4, 3

_STOP = re.compile(r"[.!?:;,][\"'”’»)\]]*$")
_ELLIPSIS = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])[\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What the markup knows about the reading: starts of headings, starts of lines the extractor left out, comments."""

    headings: Collection[int] = frozenset()
    left_out: Collection[int] = frozenset()
    comments: tuple[Span, ...] = ()


@dataclass(slots=True)
class _Line:
    """A line on its way to being a part."""

    span: Span
    text: str
    words: int
    alone: bool
    kind: PartKind | None = None
    reason: str = ""

    def mark(self, kind: PartKind, reason: str) -> None:
        self.kind, self.reason = kind, reason

    @property
    def menu_item(self) -> bool:
        """So short that a few in a row are a menu."""
        open_ = self.kind is None or self.kind is PartKind.FURNITURE
        return open_ and 0 < self.words <= MENU_WORDS and not _STOP.search(self.text)

    @property
    def paragraph(self) -> bool:
        """Prose: eight words or more, and a stop at the end."""
        return self.words >= 8 and bool(_STOP.search(self.text)) and not _ELLIPSIS.search(self.text)


def find_parts(text: str, hints: Hints) -> tuple[Part, ...]:
    """The parts of a reading, in order; every line that is not blank lies in one (a line with a comment in several)."""
    lines = list(_lines(text, hints.comments))
    prose = [line for line in lines if line.kind is None]
    _mark_left_out(prose, hints)
    _mark_furniture(prose)
    _mark_menus(prose)
    _mark_repeated(prose)
    _mark_datelines(prose)
    _mark_headlines(prose, hints.headings)
    return tuple(Part(kind=line.kind or PartKind.BODY, span=line.span, reason=line.reason) for line in lines)


def _lines(text: str, comments: Sequence[Span]) -> Iterator[_Line]:
    lines = Lines(text)
    spans = [lines.span(number) for number in range(1, len(lines) + 1)]
    blank = [True, *(not span.of(text).strip() for span in spans), True]
    for number, line in enumerate(spans, start=1):
        at = line.start
        for comment in comments:
            if comment.overlaps(line):
                yield from _piece(text, Span(at, max(at, comment.start)), alone=False)
                at = min(max(at, comment.end), line.end)
                covered = Span(max(comment.start, line.start), at)
                yield _Line(covered, "", 0, False, PartKind.FURNITURE, "ignore comment")
        yield from _piece(text, Span(at, line.end), alone=blank[number - 1] and blank[number + 1])


def _piece(text: str, span: Span, *, alone: bool) -> Iterator[_Line]:
    given = span.of(text)
    kept = given.strip()
    if kept:
        start = span.start + len(given) - len(given.lstrip())
        words = kept.split()
        yield _Line(Span(start, start + len(kept)), " ".join(words), len(words), alone)


def _mark_left_out(lines: Sequence[_Line], hints: Hints) -> None:
    for line in lines:
        if line.span.start in hints.left_out:
            line.mark(PartKind.FURNITURE, "outside the main content")


def _mark_furniture(lines: Sequence[_Line]) -> None:
    body_seen, teasing = False, ""
    for index, line in enumerate(lines):
        if line.kind is not None:
            continue
        if is_tail(line.text):
            if body_seen:
                for rest in lines[index:]:
                    rest.mark(PartKind.FURNITURE, f"after {line.text!r}")
                return
            line.mark(PartKind.FURNITURE, "page furniture")
        elif is_teaser_heading(line.text):
            line.mark(PartKind.FURNITURE, "heading of teasers")
            teasing = line.text
        elif is_furniture(line.text):
            line.mark(PartKind.FURNITURE, "page furniture")
            teasing = ""
        elif is_inline_teaser(line.text):
            line.mark(PartKind.TEASER, "teaser of another article")
        elif teasing and not _article_again(lines, index):
            line.mark(PartKind.TEASER, f"under {teasing!r}")
        else:
            teasing, body_seen = "", body_seen or line.paragraph


def _article_again(lines: Sequence[_Line], index: int) -> bool:
    """Whether the article goes on after a box of teasers: one long paragraph, or two in a row."""
    line, after = lines[index], lines[index + 1 : index + 2]
    return line.paragraph and (line.words >= 30 or (line.words >= 15 and any(next_.paragraph for next_ in after)))


def _mark_menus(lines: Sequence[_Line]) -> None:
    if not any(line.paragraph and line.kind is None for line in lines):
        return
    run: list[_Line] = []
    introduced = before = False
    for line in [*lines, None]:
        if line is not None and line.menu_item:
            introduced = introduced if run else before
            run.append(line)
            continue
        # a list that a colon announces belongs to the article
        if len(run) >= MENU_LINES and not introduced:
            for item in run:
                item.mark(PartKind.FURNITURE, "menu")
        run = []
        before = line is not None and line.text.endswith(":")


def _mark_repeated(lines: Sequence[_Line]) -> None:
    seen: dict[str, PartKind] = {}
    for line in lines:
        if line.kind not in (None, PartKind.TEASER) or line.words < REPEATED_WORDS:
            continue
        kind = line.kind or PartKind.BODY
        first = seen.get(line.text)
        # a teaser is not proof-read, so the article's own copy after it must be
        if first is not None and (first is PartKind.BODY or kind is PartKind.TEASER):
            line.mark(PartKind.REPEATED, "the same line stands above")
        else:
            seen[line.text] = kind


def _mark_datelines(lines: Sequence[_Line]) -> None:
    for number, line in enumerate(lines):
        if line.kind is not None:
            continue
        if is_dateline(line.text):
            line.mark(PartKind.DATELINE, "a date")
        elif number < TOP_LINES and is_byline(line.text):
            line.mark(PartKind.DATELINE, "a byline")


def _mark_headlines(lines: Sequence[_Line], headings: Collection[int]) -> None:
    top = True
    for number, line in enumerate(lines):
        if line.kind is not None:
            continue
        stopped = bool(_STOP.search(line.text)) and not line.text.endswith(("?", "!"))
        if line.span.start in headings:
            line.mark(PartKind.HEADLINE, "a heading of the markup")
        elif top and number < TOP_LINES and line.words <= HEADLINE_WORDS and not stopped:
            line.mark(PartKind.HEADLINE, "a short line at the top")
        elif line.alone and line.words <= CROSSHEAD_WORDS and not _STOP.search(line.text):
            line.mark(PartKind.HEADLINE, "a short line alone")
        else:
            top = False
