"""Garbled names: what the learned matcher finds beside other ways to match names, and what it does to right ones.

Sections: oracle (the place of a mention is given), end-to-end (whole sentences, at so many false alarms in human news), quiet
(rows that must stay as they are), misses (where garbles are lost), calibration, name-bench and transliteration (published
sets), speed.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import name_bench
import transliteration
from common import REPOSITORY, RESULTS, data_files, give_up, keep, parser, rows_of
from copydesk import EntityList, load_entities
from copydesk.scoring import signature
from desk_links import built_list
from end_to_end import (
    DECIDING,
    OURS,
    RATIO,
    SHIPPED,
    Outcome,
    Read,
    alarms_tsv,
    as_shipped,
    by_desk,
    by_ratio,
    curve_tsv,
    end_to_end,
    read_judged,
    read_references,
    read_sentences,
)
from garbles import read_rows
from labelled import calibrated, quiet
from matching_speed import LARGE, matching_speed
from mechanisms import mechanisms, misses
from news import news_files
from oracle import oracle
from recall import LIST, ROWS
from reliability import installed, reliability_picture

LIBRARIES = ("rapidfuzz", "jellyfish", "nomenklatura", "numpy")
PICTURE, JUDGED = "names.reliability.png", RESULTS / "names.judged.tsv"


class Work:
    """What the sections share: files found before anything else is done, and texts that are read once."""

    def __init__(self, options: Namespace) -> None:
        self.options, self.seed = options, int(options.seed)
        self.rows_file = options.rows or data_files(options.data, ROWS)[0]
        self.list_file = options.list or data_files(options.data, LIST)[0]
        for path in (self.rows_file, self.list_file):
            if not path.is_file():
                give_up(f"no file {path}")
        chosen = options.section
        self.news = news_files(options.data, options.sets) if "end-to-end" in chosen else []
        self.pairs = name_bench.files(options) if "name-bench" in chosen else []
        self.splits = transliteration.files(options) if "transliteration" in chosen else []
        self.built = Path()

    @property
    def files(self) -> list[Path]:
        """All data that is read."""
        return [self.rows_file, self.list_file, *self.news, *self.pairs, *self.splits]

    @cached_property
    def entities(self) -> EntityList:
        """The labelled list over the list that the package ships."""
        return load_entities(str(self.built))

    @cached_property
    def sentences(self) -> Read:
        """The labelled rows as the desk reads them."""
        return read_sentences(read_rows(self.rows_file, self.entities), self.built)

    @cached_property
    def read(self) -> Read:
        """Those, and the references."""
        rows = self.sentences
        return Read(rows=rows.rows, sentences=rows.sentences, references=read_references(self.news, self.built))

    @cached_property
    def judged(self) -> dict[tuple[str, str], str]:
        """What a reader said of alarms."""
        return read_judged(JUDGED)

    @cached_property
    def desk(self) -> Outcome:
        """The desk on both sides."""
        return Outcome(OURS, self.read, by_desk, self.judged)

    def end_to_end(self) -> str:
        """Ours, as shipped, and the edit ratio."""
        ratio = Outcome(RATIO, self.read, by_ratio(self.read, self.entities.entities), self.judged)
        shipped = Outcome(SHIPPED, self.read, as_shipped, self.judged)
        if self.options.alarms:
            self.options.alarms.write_text(alarms_tsv(self.desk) + "\n", encoding="utf-8")
        if self.options.keep:
            keep("names.curve.tsv", curve_tsv([self.desk, ratio]))
        return end_to_end([self.desk, ratio], shipped, self.seed)

    def quiet(self) -> str:
        """Also at the threshold that decides, where it is measured."""
        threshold = self.desk.threshold(DECIDING) if self.news else None
        return quiet(self.sentences, threshold, DECIDING, self.seed)

    def misses(self) -> str:
        """The tables, and on demand every row."""
        if self.options.misses:
            self.options.misses.write_text(misses(self.sentences) + "\n", encoding="utf-8")
        return mechanisms(self.sentences)

    def calibration(self) -> str:
        """The tables, and the picture where results are kept."""
        text, found = calibrated(self.read if self.news else self.sentences, self.judged, self.seed)
        if not installed():
            return f"{text}\n\nNo picture was drawn: matplotlib is not installed."
        if self.options.keep:
            reliability_picture(PICTURE, found, "Garbled names end to end")
            return f"{text}\n\n![stated probability against what came true]({PICTURE})"
        return text

    def oracle(self) -> str:
        """Against the labelled list alone."""
        alone = load_entities(str(self.built), default=False)
        return oracle(read_rows(self.rows_file, alone), self.built, self.seed)

    def name_bench(self) -> str:
        """With the settings that the linker uses."""
        from copydesk.linking.pairing import THRESHOLD, same_name

        return name_bench.name_bench(self.pairs, same_name, THRESHOLD, self.seed)

    def transliteration(self) -> str:
        """By the vectors that the index searches with."""
        return transliteration.transliteration(self.splits, {OURS: _Vectors()}, self.seed)

    def speed(self) -> str:
        """In processes of their own."""
        return matching_speed(rows_of(self.rows_file), self.list_file, self.options.size, self.seed)


class _Vectors:
    """The cosine of the learned vectors; those of the names to choose from are made once."""

    def __init__(self) -> None:
        from copydesk.names.likeness import default_likeness

        self._likeness = default_likeness()
        self._names: Sequence[str] = ()
        self._made: NDArray[Any] = np.zeros((0, 0), dtype=np.float32)

    def __call__(self, queries: Sequence[str], names: Sequence[str]) -> NDArray[Any]:
        if names is not self._names:
            self._names, self._made = names, self._likeness.vectors(names)
        scores: NDArray[Any] = self._likeness.vectors(queries) @ self._made.T
        return scores


SECTIONS: dict[str, Callable[[Work], str]] = {
    "oracle": Work.oracle,
    "end-to-end": Work.end_to_end,
    "quiet": Work.quiet,
    "misses": Work.misses,
    "calibration": Work.calibration,
    "name-bench": Work.name_bench,
    "transliteration": Work.transliteration,
    "speed": Work.speed,
}


def run(options: Namespace) -> str:
    """The chosen sections as one text."""
    work = Work(options)
    with built_list(work.list_file) as work.built:
        # signed before the run: files may change while it lasts
        signed = signature(
            entities=work.entities.signature, data=work.files, seed=work.seed, libraries=LIBRARIES, repository=REPOSITORY
        )
        parts = [section(work) for name, section in SECTIONS.items() if name in options.section]
    return "\n\n".join(["# Garbled names", *parts, f"`{signed}`"])


def main(arguments: list[str] | None = None) -> int:
    """Run, print, keep."""
    made = parser(__doc__)
    made.add_argument("--section", action="append", choices=SECTIONS, help="run only this one; may be given several times")
    made.add_argument("--rows", type=Path, metavar="FILE", help="other labelled rows of the same form")
    made.add_argument("--list", type=Path, metavar="FILE", help="the list that those were labelled against")
    made.add_argument("--sets", default="*", metavar="PATTERN", help="references by name of their set, as newstest2021.*")
    made.add_argument("--size", type=int, default=LARGE, help="entities of the made-up list")
    made.add_argument("--misses", type=Path, metavar="FILE", help="write the missed and wrong rows as TSV")
    made.add_argument("--alarms", type=Path, metavar="FILE", help="write the surest alarms on references as TSV")
    options = made.parse_args(arguments)
    options.section = options.section or list(SECTIONS)
    text = run(options)
    print(text)
    if options.keep:
        keep("names.md", text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
