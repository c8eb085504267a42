"""Claims end to end: labelled statements in real sentences at their date, extracted and judged with the list it ships.

Sections: extraction, leaders (other people's gold, DWIE), verdicts, coverage (with calibration), misses, news (what is refuted
in human references), factbench, speed.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from functools import cached_property
from itertools import islice
from pathlib import Path

from claim_alarms import alarms, read_judged, read_news, refuted_tsv
from claim_coverage import coverage
from claim_dwie import read_articles
from claim_extraction import extraction
from claim_factbench import factbench
from claim_leaders import leaders
from claim_misses import misses, misses_tsv
from claim_offices import Offices
from claim_rows import Read, read_rows
from claim_speed import speed
from claim_verdicts import verdicts
from common import REPOSITORY, RESULTS, RULES_ONLY, data_files, keep, parser
from copydesk import Desk
from copydesk.scoring import signature
from news import groups, news_files

ROWS = "claims/real_claims.dev.jsonl.gz"
DWIE, FACTBENCH = "claims/dwie.dev.jsonl.gz", "claims/factbench_claims.tsv.gz"
LIBRARIES = ("datasets", "numpy", "nupunkt", "onnxruntime")
JUDGED, REFUTED = RESULTS / "claims.judged.tsv", "claims.refuted.tsv"
_READING = frozenset(("extraction", "verdicts", "coverage", "misses"))
#: groups of references that the speed is measured on
_TIMED = 40


class Work:
    """What the sections share: files found before anything else is done, and sentences that are read once."""

    def __init__(self, options: Namespace) -> None:
        self.options, self.seed, self.limit = options, int(options.seed), options.limit
        chosen = frozenset(options.section)
        self.rows_file = options.rows or data_files(options.data, ROWS)[0]
        self.dwie = data_files(options.data, DWIE) if "leaders" in chosen else []
        self.facts = data_files(options.data, FACTBENCH) if "factbench" in chosen else []
        self.news = news_files(options.data, options.sets) if chosen & {"news", "speed"} else []
        self.own = [self.rows_file] if chosen & _READING else []

    @property
    def files(self) -> list[Path]:
        """All data that is read."""
        return [*self.own, *self.dwie, *self.facts, *self.news]

    @cached_property
    def desk(self) -> Desk:
        """The rules with the list that the package ships."""
        return Desk(config=RULES_ONLY)

    @cached_property
    def offices(self) -> Offices:
        """The list's table of offices."""
        return Offices(self.desk.entities)

    @cached_property
    def read(self) -> Read:
        """The labelled claims with their answers."""
        return read_rows(self.rows_file, self.desk, self.offices, self.limit)

    def extraction(self) -> str:
        """Subject and office."""
        return extraction(self.read.rows, self.offices, self.seed)

    def leaders(self) -> str:
        """Beside a window around titles."""
        return leaders(read_articles(self.dwie[0], self.limit), self.desk, self.seed)

    def verdicts(self) -> str:
        """Precision and recall."""
        return verdicts(self.read, self.offices, self.seed)

    def coverage(self) -> str:
        """With calibration and the picture."""
        return coverage(self.read.rows, keep=self.options.keep, seed=self.seed)

    def misses(self) -> str:
        """The tables, and on demand every row."""
        if self.options.misses:
            self.options.misses.write_text(misses_tsv(self.read, self.offices) + "\n", encoding="utf-8")
        return misses(self.read, self.offices)

    def refuted(self) -> str:
        """On human references and machine translations."""
        counted = read_news(self.news, size=self.options.group, seed=self.seed, limit=self.limit)
        judged = read_judged(JUDGED)
        written = refuted_tsv(counted, judged)
        if self.options.refuted:
            self.options.refuted.write_text(written + "\n", encoding="utf-8")
        if self.options.keep:
            keep(REFUTED, written)
        return alarms(counted, judged, self.seed)

    def factbench(self) -> str:
        """True leaders and seven kinds of wrong ones."""
        return factbench(self.facts[0], self.desk, self.offices, self.limit, self.seed)

    def speed(self) -> str:
        """On the first groups of the first set, and on the seed article."""
        found = groups(self.news[:1], size=self.options.group, systems=0, seed=self.seed)
        return speed(list(islice(found, min(_TIMED, self.limit or _TIMED))))


SECTIONS: dict[str, Callable[[Work], str]] = {
    "extraction": Work.extraction,
    "leaders": Work.leaders,
    "verdicts": Work.verdicts,
    "coverage": Work.coverage,
    "misses": Work.misses,
    "news": Work.refuted,
    "factbench": Work.factbench,
    "speed": Work.speed,
}


def run(options: Namespace) -> str:
    """The chosen sections as one text."""
    work = Work(options)
    # signed before the run: files may change while it lasts
    signed = signature(
        entities=work.desk.entities.signature, data=work.files, seed=work.seed, libraries=LIBRARIES, repository=REPOSITORY
    )
    parts = [section(work) for name, section in SECTIONS.items() if name in options.section]
    head = (
        ["# Claims"] if work.limit is None else ["# Claims", f"**No result: some {work.limit} rows of each file and no more.**"]
    )
    return "\n\n".join([*head, *parts, f"`{signed}`"])


def main(arguments: list[str] | None = None) -> int:
    """Run, print, keep."""
    made = parser(__doc__)
    made.add_argument("--section", action="append", choices=SECTIONS, help="run only this one; may be given several times")
    made.add_argument("--rows", type=Path, metavar="FILE", help="other labelled claims of the same form")
    made.add_argument("--sets", default="*", metavar="PATTERN", help="news sets by name, as newstest2021.*")
    made.add_argument("--group", type=int, default=10, help="consecutive segments that stand for an article")
    made.add_argument(
        "--limit",
        type=int,
        metavar="N",
        help="some N rows, articles and facts, evenly spread, and the first N groups: a quick look",
    )
    made.add_argument("--misses", type=Path, metavar="FILE", help="write the claims answered otherwise than labelled as TSV")
    made.add_argument("--refuted", type=Path, metavar="FILE", help="write the claims refuted in news as TSV")
    options = made.parse_args(arguments)
    if options.group < 1 or (options.limit is not None and options.limit < 1):
        made.error("--group and --limit take a number from 1")
    if options.keep and options.limit:
        made.error("a part of the data is no result to keep: --limit without --keep")
    options.section = options.section or list(SECTIONS)
    text = run(options)
    print(text)
    if options.keep:
        keep("claims.md", text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
