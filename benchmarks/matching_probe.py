"""Run as a fresh process by `matching_speed`: loads a list one way, matches names one by one, prints times and memory as JSON.

Arguments: ``copydesk`` or ``rapidfuzz``, the list or the file of folded names, and the file of mentions, one a line.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from likeness_probe import memory

Match = Callable[[str], object]


def main(way: str, path: str, mentions: list[str]) -> dict[str, object]:
    """Load, a first mention that is not counted, and then each of the others once."""
    opened = _copydesk if way == "copydesk" else _rapidfuzz
    load = opened()
    before = memory()
    began = time.perf_counter()
    match = load(path)
    match(mentions[0])
    first = time.perf_counter() - began
    took = []
    for mention in mentions[1:]:
        start = time.perf_counter()
        match(mention)
        took.append(time.perf_counter() - start)
    return {"first": first, "took": took, "before": before, "after": memory()}


def _copydesk() -> Callable[[str], Match]:
    from copydesk import Mention, Span, load_entities
    from copydesk.linking import Linker

    def load(path: str) -> Match:
        linker = Linker(load_entities(path, default=False))

        def match(text: str) -> object:
            return linker.link(text, [Mention(span=Span(0, len(text)), text=text, sentence=0)], None)

        return match

    return load


def _rapidfuzz() -> Callable[[str], Match]:
    from rapidfuzz import fuzz, process

    from copydesk.names.forms import fold

    def load(path: str) -> Match:
        names = Path(path).read_text(encoding="utf-8").splitlines()
        return lambda text: process.extractOne(fold(text), names, scorer=fuzz.ratio)

    return load


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], sys.argv[2], Path(sys.argv[3]).read_text(encoding="utf-8").splitlines())))
