"""Run as a fresh process by `likeness_speed`: loads names one way, asks them, prints times and memory as JSON.

Arguments: ``copydesk`` or ``rapidfuzz``, the list or the file of names, and the file of queries, one a line.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

Ask = Callable[[str], object]


def memory() -> dict[str, int]:
    """Bytes held now and at most; where the system tells, how much of it is the process's own and not mapped files."""
    status = Path("/proc/self/status")
    if not status.is_file():
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        return {"now": most, "most": most}
    lines = dict(line.split(":", 1) for line in status.read_text(encoding="utf-8").splitlines())
    names = {"now": "VmRSS", "most": "VmHWM", "own": "RssAnon", "mapped": "RssFile"}
    return {name: int(lines[key].split()[0]) * 1024 for name, key in names.items() if key in lines}


def main(way: str, path: str, queries: list[str]) -> dict[str, object]:
    """Load, first answers, all queries."""
    opened = _copydesk if way == "copydesk" else _rapidfuzz
    load = opened()
    before = memory()
    began = time.perf_counter()
    exact, ask = load(path)
    exact(queries[0])
    named = time.perf_counter() - began
    ask(queries[0])
    first = time.perf_counter() - began
    loaded = memory()
    took = []
    for query in queries[1:]:
        start = time.perf_counter()
        ask(query)
        took.append(time.perf_counter() - start)
    return {"named": named, "first": first, "took": took, "before": before, "loaded": loaded, "after": memory()}


def _copydesk() -> Callable[[str], tuple[Ask, Ask]]:
    from copydesk import EntityList
    from copydesk.entities.candidates import candidates

    def load(path: str) -> tuple[Ask, Ask]:
        entities = EntityList.opened(Path(path))
        return entities.named, lambda query: candidates(entities, query, limit=50)

    return load


def _rapidfuzz() -> Callable[[str], tuple[Ask, Ask]]:
    from rapidfuzz import fuzz, process

    def load(path: str) -> tuple[Ask, Ask]:
        names = Path(path).read_text(encoding="utf-8").splitlines()
        return names.__contains__, lambda query: process.extract(query, names, scorer=fuzz.ratio, limit=50)

    return load


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], sys.argv[2], Path(sys.argv[3]).read_text(encoding="utf-8").splitlines())))
