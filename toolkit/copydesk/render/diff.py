"""A unified diff of what the fixes would change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import unified_diff

from copydesk.render.paint import Paint
from copydesk.render.visible import visible

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_BREAK = re.compile(r"[\r\n]+$")


def diff(path: str, before: str, after: str, paint: Paint) -> Iterator[str]:
    """The changed lines with three lines around them.

    It is for reading: line ends of any kind are shown as one, and escapes take the place of what would act on a terminal.
    """
    name = visible(path)
    for line in unified_diff(_LINE.findall(before), _LINE.findall(after), f"a/{name}", f"b/{name}"):
        words = visible(_BREAK.sub("", line))
        yield f"{_painted(words, paint)}\n"
        if not _BREAK.search(line):
            yield "\\ No newline at end of file\n"


def _painted(words: str, paint: Paint) -> str:
    if words.startswith(("--- ", "+++ ")):
        return paint.bold(words)
    if words.startswith("@@"):
        return paint.hunk(words)
    return paint.added(words) if words.startswith("+") else paint.removed(words) if words.startswith("-") else words
