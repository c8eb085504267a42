"""How long it takes to match one name against a list, beside rapidfuzz over the same names, and what memory it takes."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Any, TextIO

from common import REPOSITORY, waited
from copydesk.core.entity import Entity, FormType
from copydesk.entities.writing import write_list
from copydesk.names.forms import fold
from copydesk.scoring import number, table
from desk_links import ONE_CORE
from garbles import GARBLE
from recall import bench_entities
from synthetic import synthetic

OURS, THEIRS = "copydesk", "rapidfuzz"
#: mentions that are matched, and entities of the made-up list
MENTIONS, LARGE = 300, 1_000_000
#: milliseconds a mention, and how many times faster than rapidfuzz with the large list
MOST_MS, TIMES = 5.0, 20.0
_PROBE = REPOSITORY / "benchmarks" / "matching_probe.py"
_MEGA = 1e6


def matching_speed(raw: Sequence[dict[str, Any]], source: Path, size: int, seed: int) -> str:
    """The tables of the section; ``raw`` are labelled rows."""
    garbles = sorted({row["mention"] for row in raw if row["label"] == GARBLE})
    asked = Random(seed).sample(garbles, min(MENTIONS + 1, len(garbles)))
    labelled = list(bench_entities(source))
    lists = {"the labelled list": (len(labelled), labelled), "a made-up list": (size, synthetic(source, size, seed))}
    parts = [
        "## Speed",
        f"{len(asked) - 1} garbled names, each once and without a sentence, in a fresh process after one other name, by"
        " `Linker.link` (candidates and decision) and by rapidfuzz's `process.extractOne` with `ratio` (candidates alone) over"
        f" the same folded names. The made-up persons' names are recombined from real ones. {os.cpu_count()} cores,"
        f" {platform.machine()}; one is used. Targets: at most {MOST_MS:g} ms a mention, {TIMES:g} times faster at a million.",
    ]
    for name, (count, entities) in lists.items():
        with TemporaryDirectory() as folder:
            parts += [f"### {count:,} entities: {name}", _measured(Path(folder), entities, count, asked)]
    return "\n\n".join(parts)


def _measured(folder: Path, entities: Iterable[Entity], count: int, asked: Sequence[str]) -> str:
    built, names, mentions = folder / "list.sqlite", folder / "names.txt", folder / "mentions.txt"
    mentions.write_text("\n".join(asked), encoding="utf-8")
    with names.open("w", encoding="utf-8") as stream:
        write_list(built, _copied(waited(entities, count, f"building {count:,}"), stream), (), (), signature="made")
    return _table(_probe(OURS, built, mentions), _probe(THEIRS, names, mentions))


def _copied(entities: Iterable[Entity], names: TextIO) -> Iterator[Entity]:
    """The entities, their Latin forms also written to a file."""
    for entity in entities:
        for text in (entity.name, *entity.written(FormType.ALIAS)):
            names.write(fold(text) + "\n")
        yield entity


def _probe(way: str, path: Path, mentions: Path) -> dict[str, Any]:
    python = os.pathsep.join([str(REPOSITORY / "toolkit"), *filter(None, [os.environ.get("PYTHONPATH")])])
    # one thread each: a library that takes all cores would be measured by how many there are
    command = [sys.executable, str(_PROBE), way, str(path), str(mentions)]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, text=True, check=True, env=os.environ | ONE_CORE | {"PYTHONPATH": python}
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _table(ours: dict[str, Any], theirs: dict[str, Any]) -> str:
    rows = [
        _line("mentions per second", _rate(ours), _rate(theirs), 1),
        _line("a mention, mean ms", 1e3 / _rate(ours), 1e3 / _rate(theirs), 2),
        _line("… median", 1e3 * median(ours["took"]), 1e3 * median(theirs["took"]), 2),
        _line("… 95 of 100 within", 1e3 * _late(ours), 1e3 * _late(theirs), 2),
        _line("… slowest", 1e3 * max(ours["took"]), 1e3 * max(theirs["took"]), 2),
        _line("from the list's file to the first answer, s", ours["first"], theirs["first"], 2),
        _line("resident at most, MB", _mb(ours, "after", "most"), _mb(theirs, "after", "most"), 0),
        _line("… of it the process's own", _mb(ours, "after", "own"), _mb(theirs, "after", "own"), 0),
        _line("… pages of files", _mb(ours, "after", "mapped"), _mb(theirs, "after", "mapped"), 0),
        _line("… with the imports alone", _mb(ours, "before", "now"), _mb(theirs, "before", "now"), 0),
    ]
    return table(["measure", OURS, THEIRS, "ours : theirs"], rows)


def _line(name: str, ours: float | None, theirs: float | None, digits: int) -> list[str]:
    share = ours / theirs if ours is not None and theirs else None
    return [name, number(ours, digits), number(theirs, digits), number(share, 2)]


def _rate(result: dict[str, Any]) -> float:
    took: list[float] = result["took"]
    return len(took) / sum(took)


def _late(result: dict[str, Any]) -> float:
    took: list[float] = result["took"]
    return quantiles(took, n=20)[-1] if len(took) > 1 else took[0]


def _mb(result: dict[str, Any], when: str, what: str) -> float | None:
    found = result[when].get(what)
    return None if found is None else found / _MEGA
