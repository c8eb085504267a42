"""The article on the page: its lines, cut into words under the same underlines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from copydesk.core.document import Document, PartKind
from copydesk.core.finding import Severity
from copydesk.core.lines import Lines
from copydesk.core.marking import SentenceQuality
from copydesk.core.span import Span
from copydesk.render.page.model import Block, Mark, Piece, Ref
from copydesk.render.page.places import Places
from copydesk.render.page.ranges import Range, ranges

#: sentences of a quality below this one are marked in the margin
WEAK = 0.25


#: number, span of the reading, and severity of a finding
Found = tuple[int, Span, Severity]


def blocks(
    document: Document, places: Places, found: Sequence[Found], sentences: Sequence[SentenceQuality] = ()
) -> Iterator[Block]:
    """The lines of the reading with all findings on them. The pieces of all blocks join to the reading's text."""
    text, own = document.reading.text, places.reading
    spans = [own.span(number) for number in range(1, len(own) + 1)]
    cuts = [place for span in spans for place in (span.start, span.end)]
    pieces = list(_pieces(text, ranges(len(text), [span for _, span, _ in found], cuts), found))
    kinds, weak = _Kinds(document), _weak(document, sentences, own)
    at = 0
    for number, span in enumerate(spans, start=1):
        last = number == len(spans)
        stop = at
        while stop < len(pieces) and (last or _starts_in(pieces[stop], spans[number].start)):
            stop += 1
        line = places.line(span.start)
        yield Block(number=number, line=line, kind=kinds.at(span), pieces=tuple(pieces[at:stop]), weak=weak.get(number))
        at = stop


def _starts_in(piece: Piece, end: int) -> bool:
    """Whether a piece belongs to a line that ends here; a point at the very start of the next line belongs to that."""
    return piece.start < end


def _pieces(text: str, cut: Iterator[Range], found: Sequence[Found]) -> Iterator[Piece]:
    for item in cut:
        yield Piece(
            start=item.span.start,
            text=item.span.of(text),
            marks=tuple(
                Mark(number=found[layer.number][0], severity=found[layer.number][2], level=layer.level) for layer in item.layers
            ),
            refs=tuple(Ref(number=found[number][0], severity=found[number][2]) for number in sorted(item.closes)),
        )


class _Kinds:
    """What each line of a document was taken for."""

    def __init__(self, document: Document) -> None:
        self._parts = sorted(document.parts, key=lambda part: part.span)
        self._starts = [part.span.start for part in self._parts]
        self._text = document.reading.text

    def at(self, line: Span) -> str:
        """The kind of the part that the first word of the line lies in; what lies in none is taken for body."""
        words = line.of(self._text)
        first = line.start + len(words) - len(words.lstrip())
        place = bisect_right(self._starts, first) - 1
        inside = place >= 0 and first < self._parts[place].span.end
        return self._parts[place].kind.value if inside else PartKind.BODY.value


def _weak(document: Document, sentences: Sequence[SentenceQuality], own: Lines) -> dict[int, float]:
    """The quality of the worst sentence of each line that has a weak one."""
    weak: dict[int, float] = {}
    for item in sentences:
        read = document.reading.read(item.span)
        if read is not None and item.quality < WEAK:
            line = own.place(read.start)[0]
            weak[line] = min(item.quality, weak.get(line, 1.0))
    return weak
