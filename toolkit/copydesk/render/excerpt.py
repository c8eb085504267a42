"""The source line of a span, cut to the width of the screen, and where the underline goes. Widths are terminal cells."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len

from copydesk.core.lines import Lines
from copydesk.core.span import Span
from copydesk.render.visible import visible

_TAB = "    "
_CUT = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A line as shown; the span covers ``underline`` cells (at least one) after ``lead`` cells."""

    line: int
    text: str
    lead: int
    underline: int


def excerpt(text: str, lines: Lines, span: Span, width: int) -> Excerpt:
    """The first line of the span with as much around it as ``width`` cells hold."""
    line, _ = lines.place(span.start)
    whole = lines.span(line)
    # A line may be a whole book: look only at what could be on the screen.
    left = max(whole.start, span.start - width)
    stop = min(max(span.end, span.start), whole.end)
    right = min(whole.end, stop + width)
    before, marked, after = (
        _shown(text[left : span.start]),
        _shown(text[span.start : stop][:width]),
        _shown(text[stop:right]),
    )

    kept = _head(marked, width - 2)
    if len(kept) < len(marked) or stop - span.start > width:
        after = []
        kept = [*kept, _CUT]
    room = width - _cells(kept)
    shown_after = _cut_head(after, max(room - _cells(before), room // 3), more=right < whole.end)
    shown_before = _cut_tail(before, room - _cells(shown_after), more=left > whole.start)
    return Excerpt(
        line=line,
        text="".join([*shown_before, *kept, *shown_after]),
        lead=_cells(shown_before),
        underline=max(1, _cells(kept)),
    )


def _shown(text: str) -> list[str]:
    """Each code point as it is printed."""
    return [_TAB if char == "\t" else visible(char) for char in text]


def _cells(chars: list[str]) -> int:
    return cell_len("".join(chars))


def _head(chars: list[str], room: int) -> list[str]:
    """As many characters from the start as fit; a combining mark stays with its letter."""
    used = 0
    for index, char in enumerate(chars):
        used += cell_len(char)
        if used > room:
            return chars[:index]
    return chars


def _tail(chars: list[str], room: int) -> list[str]:
    """As many characters from the end as fit; no combining mark is left without its letter."""
    kept = _head(chars[::-1], room)[::-1]
    bare = next((index for index, char in enumerate(kept) if cell_len(char)), len(kept))
    return kept[bare:] if len(kept) < len(chars) else kept


def _cut_head(chars: list[str], room: int, *, more: bool) -> list[str]:
    if not more and _cells(chars) <= room:
        return chars
    return [*_head(chars, room - 1), _CUT] if room > 0 else []


def _cut_tail(chars: list[str], room: int, *, more: bool) -> list[str]:
    if not more and _cells(chars) <= room:
        return chars
    return [_CUT, *_tail(chars, room - 1)] if room > 0 else []


def padded(text: str, width: int) -> str:
    """The text filled up with spaces to so many cells."""
    return text + " " * max(0, width - cell_len(text))
