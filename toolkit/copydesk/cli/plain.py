"""Lines to standard output: in colour for a person, UTF-8 for a program."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable

from copydesk.render.paint import Paint


def paint() -> Paint:
    """Colours where standard output is a terminal that shows them."""
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Paint(sys.stdout.isatty() and not plain)


def written(lines: Iterable[str], *, json: bool = False) -> None:
    """Print the lines as they come."""
    if json and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # JSON is UTF-8, whatever the terminal speaks
    for line in lines:
        sys.stdout.write(f"{line}\n")
