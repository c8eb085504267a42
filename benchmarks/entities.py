"""The reference list itself: what it holds, whom it knows when, how it is searched, and how fast.

Sections: size (what the list is made of), coverage (office holders by country and year), agreement (the same offices in data
sets that the list was not made from), recall (the right name of a garbled one among the candidates), speed (lists of 100,000
and a million entities). Each but the first stands beside a target or another system.

Who counts as what. Head of state: a monarch, president or supreme leader, a governor-general, the Pope, and leaders whose
title says so (Leader, Head of State, chairmen of ruling councils). Head of government: the prime minister; in countries that
for some of the years have none (`PRESIDENTIAL` in `national.py`), the head of state where the list has no prime minister on
the day. The line "or head of state, anywhere" does so for all countries, and so flatters a list that lacks prime ministers.
"""

from __future__ import annotations

import sys
from argparse import ArgumentTypeError, Namespace
from pathlib import Path

import agreement
import likeness_speed
import officeholders
import recall
from common import REPOSITORY, give_up, keep, parser
from composition import composition
from copydesk import EntityList
from copydesk.entities.store import DEFAULT
from copydesk.errors import CopydeskError
from copydesk.scoring import signature
from national import World

SECTIONS = ("size", "coverage", "agreement", "recall", "speed")
_FILES = {
    "coverage": officeholders.files,
    "agreement": agreement.files,
    "recall": recall.files,
    "speed": likeness_speed.files,
}


def run(options: Namespace) -> tuple[str, str | None]:
    """The report, and the rows on which the list and other data sets disagree."""
    data = {section: read(options) for section, read in _FILES.items() if section in options.only}
    try:
        entities = EntityList.opened(options.entities)
    except CopydeskError as error:
        give_up(str(error))
    signed = signature(
        entities=entities.signature,
        data=dict.fromkeys(path for paths in data.values() for path in paths),
        seed=options.seed,
        libraries=["rapidfuzz", "numpy"],
        repository=REPOSITORY,
    )
    parts, rows = ["# The reference list"], None
    if "size" in options.only:
        parts.append(composition(entities, options.entities))
    world = World(entities)
    if "coverage" in options.only:
        parts.append(officeholders.coverage(world, data["coverage"]))
    if "agreement" in options.only:
        compared = agreement.compare(world, data["agreement"])
        parts.append(agreement.agreement(compared))
        rows = agreement.disagreements(compared)
    if "recall" in options.only:
        parts.append(recall.recall(data["recall"], options.seed))
    if "speed" in options.only:
        parts.append(likeness_speed.speed(data["speed"], options.sizes, options.queries, options.seed))
    return "\n\n".join([*parts, f"`{signed}`"]), rows


def _sections(text: str) -> list[str]:
    chosen = text.split(",")
    if not set(chosen) <= set(SECTIONS):
        raise ArgumentTypeError(f"{text!r}; the sections are {', '.join(SECTIONS)}")
    return chosen


def _sizes(text: str) -> list[int]:
    sizes = text.split(",")
    if not all(size.isdecimal() and int(size) for size in sizes):
        raise ArgumentTypeError(f"{text!r}; give numbers from 1, apart by commas")
    return [int(size) for size in sizes]


def main(arguments: list[str] | None = None) -> int:
    """Run, print, keep."""
    made = parser(__doc__)
    made.add_argument("--only", type=_sections, default=",".join(SECTIONS), help="sections, apart by commas")
    made.add_argument("--entities", type=Path, metavar="FILE", default=DEFAULT, help="a built list")
    made.add_argument("--sizes", type=_sizes, default="100000,1000000", help="entities of the lists that speed is measured on")
    made.add_argument("--queries", type=int, default=200, help="names that speed is measured with")
    options = made.parse_args(arguments)
    if options.queries < 1:
        made.error("--queries takes a number from 1")
    text, rows = run(options)
    print(text)
    if options.keep:
        keep("entities.md", text)
        if rows is not None:
            keep("entities.disagreements.tsv", rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
