"""Where something stands, in the numbers that a reader and the page use."""

from __future__ import annotations

from copydesk.core.document import Document
from copydesk.core.lines import Lines
from copydesk.core.span import Span
from copydesk.render.page.model import Place


class Places:
    """The lines of a document: those of the text as given, and those of its reading, which the page shows."""

    def __init__(self, document: Document) -> None:
        self.reading = Lines(document.reading.text)
        self._given = Lines(document.text)
        self._document = document

    def read(self, span: Span) -> Span | None:
        """What of a span of the text as given is in the reading, None where nothing is: it stands in markup."""
        return self._document.reading.read(span)

    def of(self, span: Span) -> Place:
        """The place of a span of the text as given."""
        line, column = self._given.place(span.start)
        read = self.read(span)
        return Place(line=line, column=column, block=None if read is None else self.reading.place(read.start)[0])

    def line(self, start: int) -> int:
        """The line of the text as given that a place of the reading stands in."""
        return self._given.place(self._document.reading.given(Span(start, start)).start)[0]
