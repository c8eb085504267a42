"""The translated news of WMT, read through the ``datasets`` library, in groups of consecutive segments."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from common import NEWS_MONTHS, data_files, give_up
from copydesk import PartialDate

REFERENCE = "reference"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Consecutive segments of one set as one translator put them: the human reference, or one system."""

    set: str
    number: int
    system: str
    date: PartialDate
    ids: tuple[int, ...]
    texts: tuple[str, ...]

    @property
    def human(self) -> bool:
        """Whether a person translated it."""
        return self.system == REFERENCE


def news_files(folder: Path | None, sets: str = "*") -> list[Path]:
    """The files of the sets whose names match a pattern."""
    return data_files(folder, f"mt_news/{sets}.jsonl.gz")


def segments(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of one set, streamed; nothing is downloaded and nothing is cached."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    from datasets import Features, Json, Value, load_dataset

    # each set has systems of its own, so that ``mt`` is an object with keys unknown beforehand
    features = Features(
        {"id": Value("int64"), "source": Value("string"), "reference": Value("string"), "mt": Json()}
    )  # fmt: skip
    yield from load_dataset("json", data_files=[str(path)], split="train", features=features, streaming=True)


def name_of(path: Path) -> str:
    """``newstest2018.ru-en`` of its file."""
    return path.name.removesuffix(".jsonl.gz")


def month_of(name: str) -> PartialDate:
    """When the news of a set was written."""
    year = name.removeprefix("newstest")[:4]
    if year not in NEWS_MONTHS:
        give_up(f"the news date of {name} is not known; add it to NEWS_MONTHS")
    return NEWS_MONTHS[year]


def groups(paths: Iterable[Path], *, size: int, systems: int, seed: int) -> Iterator[Group]:
    """Groups of each set in order: of each its human reference, then ``systems`` machine translations drawn for it.

    All segments of a group are one system's, so that the group reads as a document of one translator. A segment whose
    reference an earlier set has too is left out: the sets of 2018 share 1,500 segments that were written in English.
    """
    seen: set[str] = set()
    for path in paths:
        rows = [row for row in segments(path) if row["reference"] not in seen]
        seen.update(row["reference"] for row in rows)
        random = Random(f"{seed} {name_of(path)}")
        for number, start in enumerate(range(0, len(rows), size)):
            yield from _translations(name_of(path), number, rows[start : start + size], systems, random)


def _translations(name: str, number: int, rows: list[dict[str, Any]], systems: int, random: Random) -> Iterator[Group]:
    every = sorted(set.intersection(*(set(row["mt"]) for row in rows)))
    for system in (REFERENCE, *random.sample(every, min(systems, len(every)))):
        texts = (row["reference"] if system == REFERENCE else row["mt"][system] for row in rows)
        yield Group(
            set=name,
            number=number,
            system=system,
            date=month_of(name),
            ids=tuple(int(row["id"]) for row in rows),
            texts=tuple(texts),
        )
