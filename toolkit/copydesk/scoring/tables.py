"""Aligned tables that read as plain text and as Markdown, and the way numbers are printed in them."""

from __future__ import annotations

from collections.abc import Sequence
from math import isinf
from unicodedata import combining, east_asian_width

from copydesk.scoring.bootstrap import Estimate
from copydesk.scoring.counts import Interval, Proportion

UNDEFINED = "–"


def number(value: float | None, digits: int = 3) -> str:
    """A number as it stands in a table: undefined is a dash, never a zero."""
    if value is None:
        return UNDEFINED
    if isinf(value):
        return "∞" if value > 0 else "-∞"
    return f"{value:,.{digits}f}"


def with_interval(value: Estimate | Proportion, digits: int = 3) -> str:
    """``0.912 [0.874, 0.940]``, and for a proportion its counts before it: ``31/34 0.912 [0.770, 0.970]``."""
    text = number(value.value, digits)
    if value.interval is not None:
        text += " " + _ends(value.interval, digits)
    return f"{value.hits}/{value.total} {text}" if isinstance(value, Proportion) else text


def _ends(interval: Interval, digits: int) -> str:
    return f"[{number(interval.low, digits)}, {number(interval.high, digits)}]"


def table(header: Sequence[str], rows: Sequence[Sequence[str]], *, left: int = 1, markdown: bool = True) -> str:
    """Rows under a header, columns aligned: the first ``left`` to the left, the others to the right.

    With ``markdown`` the lines carry the bars and the rule of a Markdown table and bars inside cells are escaped.
    """
    cells = [[_cell(cell, markdown) for cell in row] for row in (header, *rows)]
    if any(len(row) != len(header) for row in cells):
        raise ValueError(f"a row has not the {len(header)} cells of the header")
    widths = [max(3, *(_width(row[column]) for row in cells)) for column in range(len(header))]
    lines = [[_padded(cell, widths[at], at < left) for at, cell in enumerate(row)] for row in cells]
    rule = ["-" * width if at < left else "-" * (width - 1) + ":" for at, width in enumerate(widths)]
    if markdown:
        return "\n".join(f"| {' | '.join(line)} |" for line in (lines[0], rule, *lines[1:]))
    plain = ["-" * width for width in widths]
    return "\n".join("  ".join(line).rstrip() for line in (lines[0], plain, *lines[1:]))


def _cell(text: str, markdown: bool) -> str:
    flat = " ".join(text.split())
    return flat.replace("|", "\\|") if markdown else flat


def _padded(text: str, width: int, left: bool) -> str:
    fill = " " * (width - _width(text))
    return text + fill if left else fill + text


def _width(text: str) -> int:
    """Columns that a text takes on a terminal."""
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)
