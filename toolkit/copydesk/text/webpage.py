"""The words of an HTML page, with the place of every character."""

from __future__ import annotations

import html
import json
import re

from copydesk.text.tags import Tag, Text, take_apart
from copydesk.text.weave import Weaver, Woven

_SKIPPED_TAGS = "script style template noscript title svg math iframe object select textarea canvas audio video"
_INLINE_TAGS = """
a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q ruby rp rt s samp small span
strike strong sub sup time tt u var wbr input meta link
"""
#: names of meta elements that hold the day of publication
_DATE_METAS = """
article:published_time datepublished og:published_time published_time dc.date dc.date.issued dcterms.issued pubdate
publishdate publish-date parsely-pub-date sailthru.date article.published date
"""
#: elements without an end tag, or whose end tag may be left out
_OPEN_TAGS = """
area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option colgroup
"""
_SKIPPED, _INLINE, _OFTEN_OPEN, _DATE_NAMES = (
    frozenset(names.split()) for names in (_SKIPPED_TAGS, _INLINE_TAGS, _OPEN_TAGS, _DATE_METAS)
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


_REFERENCE = re.compile(r"&(?:#[xX][\da-fA-F]{1,8};?|#\d{1,9};?|[A-Za-z][A-Za-z\d]{1,31};?)")
_LINES = re.compile(r"[^\r\n]+|[\r\n]+")


def weave_webpage(source: str) -> Woven:
    """Read a page; markup that is broken is read as a browser would, never refused."""
    page = _Page(source)
    for token in take_apart(source):
        if isinstance(token, Text):
            page.text(token)
        elif token.closing:
            page.end(token)
        else:
            page.begin(token)
    return page.woven()


class _Page:
    """Feeds the weaver with what a reader sees, and keeps the dates that a reader does not see."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._weaver = Weaver(source)
        self._skipped, self._depth = "", 0
        self._pre = 0
        self._nested = self._deepest = 0
        self._linked_data = False
        self._dates: dict[str, str] = {}

    def woven(self) -> Woven:
        """The reading and the date that the page declares: article metadata before linked data before ``<time>``."""
        ranks = ("meta", "linked data", "published time", "time")
        declared = next((self._dates[rank] for rank in ranks if rank in self._dates), None)
        return self._weaver.woven(declared, self._deepest)

    def begin(self, tag: Tag) -> None:
        """A start tag."""
        self._note_date(tag)
        if tag.name in ("body", "main", "article") or (self._skipped == "title" and tag.name != "title"):
            self._depth = 0  # an element left open in the head does not swallow the page
        if self._depth:
            self._depth += tag.name == self._skipped
        elif tag.name in _SKIPPED:
            self._skipped, self._depth = tag.name, 1
        if tag.name not in _INLINE:
            self._weaver.line_break()
        if tag.name in _HEADINGS:
            self._weaver.heading = True
        self._pre += tag.name == "pre"
        self._nested += tag.name not in _OFTEN_OPEN
        self._deepest = max(self._deepest, self._nested)
        self._linked_data = tag.name == "script" and tag.attributes.get("type", "").lower() == "application/ld+json"

    def end(self, tag: Tag) -> None:
        """An end tag."""
        if self._depth:
            self._depth -= tag.name == self._skipped
        if tag.name not in _INLINE:
            self._weaver.line_break()
        if tag.name in _HEADINGS:
            self._weaver.heading = False
        self._pre = max(0, self._pre - (tag.name == "pre"))
        self._nested -= tag.name not in _OFTEN_OPEN

    def text(self, text: Text) -> None:
        """What stands between tags."""
        if self._linked_data and text.inside == "script":
            self._note_linked_data(self._source[text.start : text.end])
        if self._depth:
            return
        if not self._pre:
            self._line(text.start, text.end)
            return
        for line in _LINES.finditer(self._source, text.start, text.end):
            if line[0][0] in "\r\n":
                self._weaver.line_break()
            else:
                self._line(*line.span())

    def _line(self, start: int, end: int) -> None:
        for match in _REFERENCE.finditer(self._source, start, end):
            self._weaver.words(start, match.start())
            self._reference(match)
            start = match.end()
        self._weaver.words(start, end)

    def _reference(self, match: re.Match[str]) -> None:
        written = match[0]
        meant = html.unescape(written)
        rest = 0
        if not written.endswith(";"):
            # a reference may lack its semicolon, and then end inside the name: &ampfoo is &foo
            while rest < len(meant) - 1 and written[-1 - rest] == meant[-1 - rest]:
                rest += 1
        if meant == written:
            self._weaver.words(*match.span())
            return
        end = match.end() - rest
        self._weaver.reference(meant[: len(meant) - rest], match.start(), end)
        self._weaver.words(end, match.end())

    def _note_date(self, tag: Tag) -> None:
        given = tag.attributes
        if tag.name == "meta":
            name = given.get("property") or given.get("name") or given.get("itemprop") or ""
            if name.lower() in _DATE_NAMES and given.get("content"):
                self._dates.setdefault("meta", given["content"])
        elif tag.name == "time" and given.get("datetime"):
            published = given.get("itemprop", "").lower() == "datepublished" or "pubdate" in given
            self._dates.setdefault("published time" if published else "time", given["datetime"])

    def _note_linked_data(self, source: str) -> None:
        try:
            published = _published(json.loads(source))
        except (ValueError, RecursionError):
            return
        if published:
            self._dates.setdefault("linked data", published)


def _published(value: object) -> str | None:
    """The first ``datePublished`` in linked data."""
    if isinstance(value, dict):
        date = value.get("datePublished")
        if isinstance(date, str):
            return date
        children = list(value.values())
    elif isinstance(value, list):
        children = value
    else:
        return None
    return next((found for child in children if (found := _published(child))), None)
