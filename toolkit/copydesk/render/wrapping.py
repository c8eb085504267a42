"""Text in lines that fit a width. Widths are terminal cells."""

from __future__ import annotations

from rich.cells import cell_len, chop_cells


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most ``width`` cells (at least two), broken at blanks, or inside a word that is longer."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if cell_len(longer) <= width:
            line = longer
            continue
        lines += [line] if line else []
        *whole, line = chop_cells(word, max(2, width)) or [""]
        lines += whole
    return [*lines, line]
