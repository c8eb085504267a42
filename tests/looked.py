"""What a browser would make of a page, as far as the tests need it: its tags, attributes and texts in order."""

from __future__ import annotations

from collections.abc import Iterable
from html.parser import HTMLParser

VOID = ("meta", "br", "input", "link", "img", "hr", "rect")


class Look(HTMLParser):
    """Reads a page. A tag that is closed but not open, or open at the end, is an error."""

    def __init__(self, pieces: Iterable[str]) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.code: dict[str, str] = {}
        self._open: list[str] = []
        self.feed("".join(pieces))
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        assert len(dict(attrs)) == len(attrs), (tag, attrs)
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] in ("style", "script"):
            self.code[self._open[-1]] = self.code.get(self._open[-1], "") + data
        else:
            self.text.append(data)

    def all(self, attribute: str) -> list[str]:
        """The values of an attribute, wherever it stands."""
        return [value for _, attributes in self.tags if (value := attributes.get(attribute)) is not None]

    @property
    def shape(self) -> list[tuple[str, tuple[str, ...]]]:
        """Tags with the names of their attributes, without the wraps of characters that are shown as escapes."""
        return [(tag, tuple(sorted(attrs))) for tag, attrs in self.tags if attrs.get("class") != "escaped"]
