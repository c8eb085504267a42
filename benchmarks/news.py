"""The translated news of WMT, read through the ``datasets`` library, in groups of consecutive segments."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from common import NEWS_MONTHS, data_files, give_up
from copydesk import PartialDate

PATTERN = "mt_news/*.jsonl.gz"
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


def news_files(folder: Path | None) -> list[Path]:
    """The files of all sets."""
    return data_files(folder, PATTERN)


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


def groups(path: Path, *, size: int, systems: int, seed: int) -> Iterator[Group]:
    """Groups of a set in order: of each its human reference, then ``systems`` machine translations drawn for it.

    All segments of a group are one system's, so that the group reads as a document of one translator.
    """
    name = name_of(path)
    rows = list(segments(path))
    random = Random(f"{seed} {name}")  # noqa: S311
    for number, start in enumerate(range(0, len(rows), size)):
        here = rows[start : start + size]
        names = sorted(set.intersection(*(set(row["mt"]) for row in here)))
        ids = tuple(int(row["id"]) for row in here)
        for system in (REFERENCE, *random.sample(names, min(systems, len(names)))):
            texts = (row["reference"] if system == REFERENCE else row["mt"][system] for row in here)
            yield Group(
                set=name, number=number, system=system, date=month_of(name), ids=ids, texts=tuple(texts)
            )  # fmt: skip
