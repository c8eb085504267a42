"""The published test splits of name transliteration, backwards: from a foreign spelling to the Latin name it was made from.

The foreign spelling is romanised letter by letter, as a machine that does not know the name would write it, and held against
all Latin names of the same split. Several of them may share one foreign spelling; each is right then.
"""

from __future__ import annotations

import gzip
from argparse import Namespace
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import comb
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from common import data_files, give_up, waited
from copydesk.names.forms import fold
from copydesk.scoring import estimate, number, ratio, table, with_interval

FILES = "names/transliteration/wd_*_20.gz"
#: queries × gallery → how alike each pair is, higher is more
Scorer = Callable[[Sequence[str], Sequence[str]], NDArray[Any]]
QUERIES, FIRST = 2000, (1, 5)
_CHINESE = "chinese"
_BLOCK = 250


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A romanised foreign spelling, and the places of the Latin names that have it."""

    text: str
    right: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """The questions of one language, and the names to choose from."""

    language: str
    queries: tuple[Query, ...]
    names: tuple[str, ...]


def files(options: Namespace) -> list[Path]:
    """The test splits."""
    return data_files(options.data, FILES)


def read_split(path: Path, *, limit: int = QUERIES, seed: int = 0) -> Split:
    """A test split; of more than ``limit`` foreign spellings so many are drawn."""
    language = path.name.removesuffix(".gz").split("_")[1]
    latin: dict[str, int] = {}
    right: dict[str, set[int]] = defaultdict(set)
    for name, foreign in _pairs(path):
        right[foreign].add(latin.setdefault(name, len(latin)))
    asked = sorted(right)
    drawn = Random(seed).sample(asked, limit) if len(asked) > limit else asked
    queries = tuple(Query(text=romanised(foreign, language), right=tuple(sorted(right[foreign]))) for foreign in drawn)
    return Split(language=language, queries=queries, names=tuple(latin))


def _pairs(path: Path) -> Iterator[tuple[str, str]]:
    """Folded Latin names, each with a foreign spelling of it."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        for place, line in enumerate(stream, 1):
            cells = line.rstrip("\n").split("\t")
            if len(cells) < 2:
                give_up(f"{path.name}:{place}: not a name and its letters between tabs")
            yield fold(cells[0]), cells[1].replace(" ", "")


def romanised(foreign: str, language: str) -> str:
    """Letter by letter in Latin, joined: pinyin for Chinese, else what anyascii makes of it (of kanji that is pinyin too)."""
    from anyascii import anyascii
    from pypinyin import lazy_pinyin

    plain = "".join(lazy_pinyin(foreign)) if language == _CHINESE else str(anyascii(foreign))
    return plain.replace("'", "").replace("`", "").lower()


def by_ratio(queries: Sequence[str], names: Sequence[str]) -> NDArray[Any]:
    """The edit ratio of every pair."""
    return process.cdist(queries, names, scorer=fuzz.ratio, dtype=np.float32)


def chance(scores: NDArray[Any], right: Sequence[int], first: int) -> float:
    """The chance that a right name is among so many first, where names of equal score stand in any order."""
    best = scores[list(right)].max()
    before = int((scores > best).sum())
    if before >= first:
        return 0.0
    tied = int((scores == best).sum())
    good = int((scores[list(right)] == best).sum())
    places = min(first - before, tied)
    return 1.0 - comb(tied - good, places) / comb(tied, places)


def found(split: Split, scorer: Scorer) -> dict[int, list[float]]:
    """For each number of first answers, the chance of every query."""
    chances: dict[int, list[float]] = {first: [] for first in FIRST}
    for start in range(0, len(split.queries), _BLOCK):
        block = split.queries[start : start + _BLOCK]
        rows = np.asarray(scorer([query.text for query in block], split.names))
        for query, row in zip(block, rows, strict=True):
            for first, kept in chances.items():
                kept.append(chance(row, query.right, first))
    return chances


def transliteration(paths: Sequence[Path], scorers: Mapping[str, Scorer], seed: int, *, limit: int = QUERIES) -> str:
    """The table of the section: the given systems, and rapidfuzz's ratio beside them."""
    systems = {**scorers, "rapidfuzz ratio": by_ratio}
    lines, means = [], defaultdict(list)
    for path in waited(paths, len(paths), "transliteration"):
        split = read_split(path, limit=limit, seed=seed)
        for system, scorer in systems.items():
            cells = []
            for first, chances in found(split, scorer).items():
                drawn = estimate([(one, 1.0) for one in chances], ratio, seed=seed)
                cells.append(with_interval(drawn))
                means[system, first].append(drawn.value or 0.0)
            lines.append([split.language, system, f"{len(split.queries):,}", f"{len(split.names):,}", *cells])
    for system in systems:
        shares = [number(sum(means[system, first]) / len(paths)) for first in FIRST]
        lines.append(["mean of languages", system, "", "", *shares])
    parts = [
        "## Transliteration test splits",
        "A foreign spelling, romanised letter by letter, and the Latin names of the split to choose from. Folded alike for all;"
        " every spelling counts once; names of equal score count as in the mean of their orders. Intervals are drawn over"
        " spellings.",
        table(["language", "system", "queries", "names", *(f"top {first}" for first in FIRST)], lines, left=2),
    ]
    return "\n\n".join(parts)
