"""What a correction changes, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
#: longer texts are not compared word by word: that takes time with the square of their length
_MOST = 400


class Part(StrEnum):
    """What becomes of a stretch of words."""

    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A stretch of words that stay, go or come."""

    part: Part
    text: str


def word_changes(before: str, after: str) -> tuple[Words, ...]:
    """The stretches in order: without the inserted they join to ``before``, without the deleted to ``after``.

    Compared by words, spaces and signs with `difflib.SequenceMatcher`; what lies between two changes and is only space goes
    with them, so that a name of two words is replaced once, not twice.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if max(len(old), len(new)) > _MOST:
        return tuple(_stretches([((0, len(old)), (0, len(new)))], old, new))
    return tuple(_stretches(_blocks(old, new), old, new))


#: changed stretches: of the old words, and of the new words
_Change = tuple[tuple[int, int], tuple[int, int]]


def _blocks(old: list[str], new: list[str]) -> list[_Change]:
    changes: list[_Change] = []
    for tag, old_start, old_end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if changes and not "".join(old[changes[-1][0][1] : old_start]).strip():
            old_start, new_start = changes[-1][0][0], changes[-1][1][0]
            changes.pop()
        changes.append(((old_start, old_end), (new_start, new_end)))
    return changes


def _stretches(changes: list[_Change], old: list[str], new: list[str]) -> Iterator[Words]:
    at = 0
    for (old_start, old_end), (new_start, new_end) in changes:
        yield from _words(Part.SAME, old[at:old_start])
        yield from _words(Part.DELETED, old[old_start:old_end])
        yield from _words(Part.INSERTED, new[new_start:new_end])
        at = old_end
    yield from _words(Part.SAME, old[at:])


def _words(part: Part, tokens: list[str]) -> Iterator[Words]:
    if tokens:
        yield Words(part=part, text="".join(tokens))
