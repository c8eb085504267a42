"""The items of a list that the CIA World Factbook writes as a sentence, with its headings taken out."""

from __future__ import annotations

import re

#: the last item before a heading, the heading and the first item after it: ``Zardab cities: Baku``
_HEADING = re.compile(r"(?P<before>.*?)(?:^|\s)(?P<heading>[a-z][a-z-]*(?: [a-z][a-z-]*)*): *(?P<after>.+)")


def items(text: str) -> list[str] | None:
    """The items of ``2 provinces; Lori, Tavush``; None where no list begins."""
    start = next((at for at, char in _outside(text) if char in ";:"), None)
    if start is None:
        return None
    found: list[str] = []
    for item in split(text[start + 1 :]):
        found += _without_heading(item)
    return found


def split(text: str) -> list[str]:
    """Cut at commas and semicolons outside parentheses and brackets; a leading ``and`` or ``the`` is taken off."""
    found, last = [], 0
    cuts = [at for at, char in _outside(text) if char in ",;"]
    for cut in (*cuts, len(text)):
        found.append(re.sub(r"^(?:and|the)\s+", "", text[last:cut].strip()))
        last = cut + 1
    return [item for item in found if item]


def _outside(text: str) -> list[tuple[int, str]]:
    """The characters outside parentheses and brackets, with their places."""
    found, depth = [], 0
    for at, char in enumerate(text):
        depth = max(0, depth + (char in "([") - (char in ")]"))
        if depth == 0:
            found.append((at, char))
    return found


def _without_heading(item: str) -> list[str]:
    match = _HEADING.fullmatch(item)
    if match is None:
        return [item]
    return [part.strip() for part in (match["before"], match["after"]) if part.strip()]
