"""The words of a Markdown text, without marks, link targets and code, with the place of every character."""

from __future__ import annotations

import html
import re
from bisect import bisect_right

from copydesk.text.weave import Weaver, Woven

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<body>.*?)^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\Z)", re.DOTALL | re.MULTILINE)
_FRONT_DATE = re.compile(r"^(?:date|published|datePublished|pubdate):\s*[\"']?([^\"'\n]+)", re.MULTILINE | re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_RULE = re.compile(r"\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|=+|-+)\s*")
_TABLE_RULE = re.compile(r"\s*\|?[\s:|-]*-[\s:|-]*\|[\s:|-]*")
_DEFINITION = re.compile(r" {0,3}\[[^\]\n]+\]:\s*\S+.*")
_MARKER = re.compile(r"(?:\s*>)*(?:\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?)?")
_HEADING = re.compile(r"\s{0,3}#{1,6}(?:\s+|$)")
_CLOSED = re.compile(r"\s+#+\s*$")
_INLINE = re.compile(
    r"(?P<escape>\\(?P<escaped>[!-/:-@\[-`{-~]))"
    r"|(?P<code>(?<!`)(?P<ticks>`++)(?!`).*?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<address><(?:https?:|mailto:|ftp:)[^<>\s]*>)"
    r"|(?P<tag></?[A-Za-z][^<>]*>)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});)"
    r"|(?P<open>!?\[(?=[^\[\]\n]*(?:\[[^\[\]\n]*\][^\[\]\n]*)*\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+[\"'(][^\"'\n]{0,200}[\"')])?\)|\[[^\]\n]*\])))"
    r"|(?P<close>\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+[\"'(][^\"'\n]{0,200}[\"')])?\)|\[[^\]\n]*\]))"
    r"|(?P<stars>\*+|~~|(?<![^\W_])_+(?=\S)|(?<=\S)_+(?![^\W_]))"
)


def weave_markdown(source: str) -> Woven:
    """Read a Markdown text: paragraphs become lines, and front matter gives the date it declares."""
    return _Page(source).woven()


class _Page:
    """Goes through the lines and knows whether it is inside a fence."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._weaver = Weaver(source)
        self._fence = ""
        self._quoted = False
        self._comments = [match.span() for match in _COMMENT.finditer(source)]
        self._comment_ends = [end for _, end in self._comments]

    def woven(self) -> Woven:
        """The reading of the whole text."""
        front = _FRONT.match(self._source)
        declared = _FRONT_DATE.search(front["body"]) if front else None
        lines = [match.span() for match in _LINE.finditer(self._source, front.end() if front else 0)]
        for number, (start, end) in enumerate(lines):
            following = self._source[slice(*lines[number + 1])] if number + 1 < len(lines) else ""
            self._line(start, end, following)
        return self._weaver.woven(declared[1].strip() if declared else None)

    def _line(self, start: int, end: int, following: str) -> None:
        line = self._source[start:end].rstrip("\r\n")
        fence = _FENCE.match(line)
        if self._fence:
            if fence and fence[1].startswith(self._fence) and not line[fence.end() :].strip():
                self._fence = ""
            return
        if fence:
            self._fence = fence[1]
            self._weaver.line_break()
        elif not line.strip() or _RULE.fullmatch(line) or _DEFINITION.fullmatch(line) or _TABLE_RULE.fullmatch(line):
            self._weaver.line_break()
        else:
            self._text(start, line, following)

    def _text(self, start: int, line: str, following: str) -> None:
        marker = _MARKER.match(line)
        begin = marker.end() if marker else 0
        heading = _HEADING.match(line, begin)
        underlined = bool(re.fullmatch(r" {0,3}(?:=+|-{2,})\s*", following.rstrip("\r\n")))
        mark = line[:begin].strip()
        if heading or mark.strip("> ") or bool(mark) != self._quoted:
            self._weaver.line_break()
        self._quoted = mark.startswith(">")
        end = len(line)
        if heading:
            begin = heading.end()
            closed = _CLOSED.search(line, begin)
            end = closed.start() if closed else end
        self._weaver.heading = bool(heading) or underlined
        self._cells(start, line, begin, end)
        if heading or underlined or line.endswith(("  ", "\\")):
            self._weaver.line_break()
        self._weaver.heading = False
        self._weaver.words(start + len(line), min(start + len(line) + 1, len(self._source)))

    def _cells(self, start: int, line: str, begin: int, end: int) -> None:
        if not line.lstrip().startswith("|"):
            self._inline(start + begin, start + end)
            return
        for cell in re.finditer(r"[^|]+", line[begin:end]):
            self._weaver.line_break()
            self._inline(start + begin + cell.start(), start + begin + cell.end())
        self._weaver.line_break()

    def _inline(self, start: int, end: int) -> None:
        """Take the text of a line or cell, less the comments, which may run over several lines."""
        for first, last in self._comments[bisect_right(self._comment_ends, start) :]:
            if first >= end:
                break
            self._marked(start, max(start, first))
            start = min(end, last)
        self._marked(start, end)

    def _marked(self, start: int, end: int) -> None:
        at = start
        for match in _INLINE.finditer(self._source, start, end):
            self._weaver.words(at, match.start())
            at = match.end()
            if match["escape"]:
                self._weaver.reference(match["escaped"], *match.span())
            elif match["entity"]:
                self._entity(match)
        self._weaver.words(at, end - self._source.endswith("\\", at, end))

    def _entity(self, match: re.Match[str]) -> None:
        meant = html.unescape(match[0])
        if meant == match[0]:
            self._weaver.words(*match.span())
        else:
            self._weaver.reference(meant, *match.span())
