"""The words of an HTML page, by the standard library's parser, with the place of every character."""

from __future__ import annotations

import html
import json
import re
from html.parser import HTMLParser

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
_SKIPPED, _INLINE, _DATE_NAMES = (frozenset(names.split()) for names in (_SKIPPED_TAGS, _INLINE_TAGS, _DATE_METAS))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def weave_webpage(source: str) -> Woven:
    """Read a page; markup that is broken is read as a browser would, never refused."""
    parser = _Page(source)
    parser.feed(source)
    parser.close()
    return parser.woven()


class _Page(HTMLParser):
    """Feeds the weaver; must be fed the whole page at once so that positions are positions in it."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self._source = source
        self._starts = [0, *(at.end() for at in re.finditer("\n", source))]
        self._weaver = Weaver(source)
        self._skip: list[str] = []
        self._pre = 0
        self._dates: dict[str, str] = {}
        self._linked_data: list[str] | None = None

    def woven(self) -> Woven:
        """The reading and the date that the page declares: article metadata before linked data before ``<time>``."""
        ranks = ("meta", "json", "itemprop", "time")
        return self._weaver.woven(next((self._dates[rank] for rank in ranks if rank in self._dates), None))

    def parse_html_declaration(self, i: int) -> int:
        """Read ``<![…`` as a browser does, as a comment: the library stops with an error at some of them."""
        if self.rawdata.startswith("<![", i):
            return self.parse_bogus_comment(i)
        return super().parse_html_declaration(i)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note_date(tag, {name: value or "" for name, value in attrs})
        if tag == "script" and any(name == "type" and value == "application/ld+json" for name, value in attrs):
            self._linked_data = []
        if tag in _SKIPPED:
            self._skip.append(tag)
        elif tag in ("body", "main", "article"):
            # an element left open in the head does not swallow the page
            self._skip.clear()
        if tag not in _INLINE:
            self._weaver.line_break()
        if tag in _HEADINGS:
            self._weaver.heading = True
        self._pre += tag == "pre"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        # HTML knows no self-closing elements other than the foreign ones
        if tag in ("svg", "math"):
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._skip:
            while self._skip.pop() != tag:
                pass
        if tag == "script" and self._linked_data is not None:
            self._note_linked_data("".join(self._linked_data))
            self._linked_data = None
        if tag not in _INLINE:
            self._weaver.line_break()
        if tag in _HEADINGS:
            self._weaver.heading = False
        self._pre = max(0, self._pre - (tag == "pre"))

    def handle_data(self, data: str) -> None:
        if self._linked_data is not None:
            self._linked_data.append(data)
        if self._skip:
            return
        start = self._offset()
        if not self._pre:
            self._weaver.words(start, start + len(data))
            return
        for line in re.finditer(r"[^\r\n]+|[\r\n]+", data):
            if line[0][0] in "\r\n":
                self._weaver.line_break()
            else:
                self._weaver.words(start + line.start(), start + line.end())

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def _reference(self, written: str) -> None:
        if self._skip:
            return
        start = self._offset()
        end = start + len(written)
        meant = html.unescape(f"{written};")
        if meant == f"{written};":  # no such reference: the characters stand for themselves
            self._weaver.words(start, end)
            return
        # without its semicolon a reference can end inside the name (&ampfoo)
        closed = self._source.startswith(";", end)
        if closed:
            self._weaver.reference(meant, start, end + 1)
        else:
            self._open_reference(html.unescape(written), written, start)

    def _open_reference(self, meant: str, written: str, start: int) -> None:
        rest = 0
        while rest < len(written) - 1 and rest < len(meant) and written[-1 - rest] == meant[-1 - rest]:
            rest += 1
        end = start + len(written)
        self._weaver.reference(meant[: len(meant) - rest], start, end - rest)
        self._weaver.words(end - rest, end)

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def _note_date(self, tag: str, attrs: dict[str, str]) -> None:
        if tag == "meta":
            name = attrs.get("property") or attrs.get("name") or attrs.get("itemprop") or ""
            if name.lower() in _DATE_NAMES and attrs.get("content"):
                self._dates.setdefault("meta", attrs["content"])
        elif attrs.get("datetime"):
            rank = "itemprop" if attrs.get("itemprop", "").lower() == "datepublished" or "pubdate" in attrs else "time"
            if tag == "time":
                self._dates.setdefault(rank, attrs["datetime"])

    def _note_linked_data(self, source: str) -> None:
        try:
            published = _published(json.loads(source))
        except (ValueError, RecursionError):
            return
        if published:
            self._dates.setdefault("json", published)


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
