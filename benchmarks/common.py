"""What the benchmark scripts share: where the data lies, reading it, waiting for it, keeping results."""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from copydesk import Config, PartialDate
from copydesk.scoring import Estimate, Interval, Proportion, Rate, estimate, number, ratio

REPOSITORY = Path(__file__).resolve().parent.parent
RESULTS = REPOSITORY / "benchmarks" / "results"
COULD_NOT = 2
#: the rules without the reader, which `errors.py` measures
RULES_ONLY = Config(reader="none")

#: When the news of each WMT set was written: the sets were drawn from newspapers of a few months and give no date a
#: segment, so that each gets the middle of its months, known to the month. A claim is held against the list at that month;
#: office holders that changed within the set's months cannot be told apart.
NEWS_MONTHS = {
    "2018": PartialDate(2017, 10),  # newstest2018: August to December 2017
    "2019": PartialDate(2018, 10),  # newstest2019: September to November 2018
    "2021": PartialDate(2020, 9),  # newstest2021: July to December 2020
}

Item = TypeVar("Item")


def parser(description: str | None, *, data: bool = True) -> argparse.ArgumentParser:
    """A parser with the options that every script has."""
    made = argparse.ArgumentParser(description=description, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    if data:
        made.add_argument("--data", type=Path, default=None, help="folder with the data sets (else ../shared/data)")
        made.add_argument("--seed", type=int, default=0, help="seed of everything drawn at random")
    made.add_argument("--keep", action="store_true", help="also write the result to benchmarks/results/")
    return made


def data_files(folder: Path | None, pattern: str) -> list[Path]:
    """The files of a data set in order of name; ends the run with 2 and one line where there are none."""
    base = folder if folder is not None else REPOSITORY.parent / "shared" / "data"
    found = sorted(base.glob(pattern))
    if not found:
        where = str(base) if folder is not None else "../shared/data beside the repository"
        give_up(f"no {pattern} in {where}; name the folder with --data")
    return found


def give_up(message: str) -> NoReturn:
    """End the run: it could not be done."""
    print(f"{Path(sys.argv[0]).name}: error: {message}", file=sys.stderr)
    raise SystemExit(COULD_NOT)


def rows_of(path: Path) -> list[dict[str, Any]]:
    """The rows of a gzipped JSON-lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        return [json.loads(line) for line in stream]


def waited(items: Iterable[Item], total: int, description: str) -> Iterator[Item]:
    """The items, with a bar on a terminal that someone watches."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, total=total, description=description, console=Console(stderr=True), transient=True)


def keep(name: str, text: str) -> None:
    """Write a result file whole or not at all, and say so."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    part = RESULTS / f"{name}.part"
    part.write_text(text.rstrip("\n") + "\n", encoding="utf-8")
    os.replace(part, RESULTS / name)  # noqa: PTH105
    print(f"kept benchmarks/results/{name}", file=sys.stderr)


def tsv(rows: Iterable[Sequence[object]]) -> str:
    """Rows as tab-separated lines; white space inside a cell becomes one space."""
    return "\n".join("\t".join(" ".join(str(cell).split()) for cell in row) for row in rows)


def quoted(text: str, start: int, end: int, around: int = 40) -> str:
    """The words of a span between brackets, with a little of what stands around them."""
    left, right = max(0, start - around), min(len(text), end + around)
    before = ("…" if left else "") + text[left:start]
    return f"{before}[{text[start:end]}]{text[end:right]}" + ("…" if right < len(text) else "")


def per_thousand(rate: Rate) -> str:
    """A rate as it is printed: ``1.52 (34)``."""
    return f"{number(rate.per_thousand, 2)} ({rate.found})"


def share(proportion: Proportion, by_unit: Iterable[Proportion], seed: int) -> list[str]:
    """Four cells: counts, share, Wilson's interval, and the bootstrap interval over units such as sentences."""
    drawn = estimate([(unit.hits, unit.total) for unit in by_unit], ratio, seed=seed)
    counts = f"{proportion.hits}/{proportion.total}"
    return [counts, number(proportion.value), interval(proportion), interval(drawn)]


def interval(of: Proportion | Estimate) -> str:
    """``[0.874, 0.940]``, or a dash."""
    ends: Interval | None = of.interval
    return number(None) if ends is None else f"[{number(ends.low)}, {number(ends.high)}]"
