"""How fast a large list opens and answers, and what memory it takes, beside rapidfuzz over the same names."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import time
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from common import REPOSITORY, data_files, rows_of, waited
from copydesk.core.entity import Entity, FormType
from copydesk.entities.writing import write_list
from copydesk.names.forms import fold
from copydesk.scoring import number, table
from recall import LIST, ROWS
from synthetic import SPELLED, synthetic

OURS, THEIRS = "copydesk", "rapidfuzz"
#: seconds to the first answer, and bytes, for a list of so many entities
SECONDS = {100_000: 0.3, 1_000_000: 2.0}
BYTES = {1_000_000: 300e6}
#: fresh processes for each load time
_RUNS = 3
_MEGA = 1e6
_PROBE = REPOSITORY / "benchmarks" / "likeness_probe.py"


def files(options: Namespace) -> list[Path]:
    """Where the queries and the parts of names come from."""
    return [path for pattern in (ROWS, LIST) for path in data_files(options.data, pattern)]


def speed(paths: Sequence[Path], sizes: Sequence[int], queries: int, seed: int) -> str:
    """The tables of the section."""
    asked = _queries(paths[0], queries + 1, seed)
    parts = [
        "## Load, memory and speed",
        f"Made-up lists of persons, given and family names recombined from real ones; {SPELLED:.0%} have an alias and a"
        f" native form. {len(asked) - 1} garbled names of the labelled mentions are asked for 50 answers each, by `candidates`"
        " and by rapidfuzz's `process.extract` with `ratio` over the same folded names in a Python list. Times in fresh"
        f" processes after the imports, the median of {_RUNS}; the file lies in the system's cache. Memory is resident: of"
        " copydesk's a part are pages of the file, which the system takes back when it needs them."
        f" {os.cpu_count()} cores, {platform.machine()}.",
    ]
    for size in sizes:
        with TemporaryDirectory() as folder:
            parts += _measured(Path(folder), paths[1], size, asked, seed)
    return "\n\n".join(parts)


def _queries(path: Path, count: int, seed: int) -> list[str]:
    mentions = sorted({fold(row["mention"]) for row in rows_of(path) if row["label"] == "garble"})
    return Random(seed).sample(mentions, min(count, len(mentions)))


def _measured(folder: Path, source: Path, size: int, queries: Sequence[str], seed: int) -> list[str]:
    built, names, asked = folder / "list.sqlite", folder / "names.txt", folder / "queries.txt"
    asked.write_text("\n".join(queries), encoding="utf-8")
    began = time.perf_counter()
    with names.open("w", encoding="utf-8") as stream:
        persons = waited(synthetic(source, size, seed), size, f"building {size:,}")
        write_list(built, _copied(persons, stream), (), (), signature="made")
    took = time.perf_counter() - began
    results = {}
    for way, path in ((OURS, built), (THEIRS, names)):
        few = folder / "few.txt"
        few.write_text("\n".join(queries[:1]), encoding="utf-8")
        starts = [_probe(way, path, few) for _ in range(_RUNS)]
        results[way] = _probe(way, path, asked) | {
            key: median(start[key] for start in starts) for key in ("named", "first")
        }  # fmt: skip
    head = f"### {size:,} entities\n\nBuilt in {took:,.0f} s, a file of {built.stat().st_size / _MEGA:,.0f} MB."
    return [head, _table(size, results)]


def _copied(entities: Iterator[Entity], names: Any) -> Iterator[Entity]:
    """The entities, their names also written to a file: those that are searched by likeness."""
    for entity in entities:
        for text in (entity.name, *entity.written(FormType.ALIAS)):
            names.write(fold(text) + "\n")
        yield entity


def _probe(way: str, path: Path, queries: Path) -> dict[str, Any]:
    command = [sys.executable, str(_PROBE), way, str(path), str(queries)]
    python = os.pathsep.join([str(REPOSITORY / "toolkit"), *filter(None, [os.environ.get("PYTHONPATH")])])
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ | {"PYTHONPATH": python})
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _table(size: int, results: dict[str, dict[str, Any]]) -> str:
    ours, theirs = results[OURS], results[THEIRS]
    rows = [
        _line("load to the first exact look-up, s", ours["named"], theirs["named"], 3),
        _line("load to the first candidates, s", ours["first"], theirs["first"], 3, SECONDS.get(size)),
        _line("queries per second", _rate(ours), _rate(theirs), 1),
        _line("a query, median ms", 1e3 * median(ours["took"]), 1e3 * median(theirs["took"]), 1),
        _line("… slowest ms", 1e3 * max(ours["took"]), 1e3 * max(theirs["took"]), 1),
        _line("resident with the imports alone, MB", _mb(ours, "before", "now"), _mb(theirs, "before", "now"), 0),
        _line("… after the first candidates", _mb(ours, "loaded", "now"), _mb(theirs, "loaded", "now"), 0),
        _line("… at most, after all queries", _mb(ours, "after", "most"), _mb(theirs, "after", "most"), 0, _megabytes(size)),
        _line("… of it the process's own", _mb(ours, "after", "own"), _mb(theirs, "after", "own"), 0),
        _line("… pages of files", _mb(ours, "after", "mapped"), _mb(theirs, "after", "mapped"), 0),
    ]
    return table(["measure", OURS, THEIRS, "ours : theirs", "target"], rows)


def _line(name: str, ours: float | None, theirs: float | None, digits: int, limit: float | None = None) -> list[str]:
    share = ours / theirs if ours is not None and theirs else None
    verdict = "" if limit is None or ours is None else f"{'PASS' if ours < limit else 'FAIL'} (< {limit:g})"
    return [name, number(ours, digits), number(theirs, digits), number(share, 2), verdict]


def _rate(result: dict[str, Any]) -> float:
    took: list[float] = result["took"]
    return len(took) / sum(took)


def _mb(result: dict[str, Any], when: str, what: str) -> float | None:
    found = result[when].get(what)
    return None if found is None else found / _MEGA


def _megabytes(size: int) -> float | None:
    return BYTES[size] / _MEGA if size in BYTES else None
