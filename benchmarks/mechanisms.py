"""Where each garble is lost on its way through the desk, as far as that can be told without reading it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from common import RESULTS, tsv
from copydesk.names.forms import core_parts, fold, key
from copydesk.scoring import table
from desk_links import Taken
from end_to_end import Read, language
from garbles import GARBLE, Row
from labelled import best_read

FOUND = "found"
#: what a reader said of a sample: id of the row, mechanism
READ = RESULTS / "names.mechanisms.tsv"
#: from the worst to the best: of several names read over a mention the one that came furthest counts
STAGES = (
    "not read as a name",
    "taken for a listed name as written",
    "right name not among the three candidates",
    "right name not first",
    "first, but below the operating point",
    FOUND,
)


def stage(row: Row, read: Sequence[Taken]) -> str:
    """How far a garble came."""
    return STAGES[max((_stage(row, taken) for taken in read), default=0)]


def _stage(row: Row, taken: Taken) -> int:
    right = [key(name) in row.accepted for name in taken.names]
    if taken.as_written:
        return 1
    if not any(right):
        return 2
    if not right[0]:
        return 3
    return 5 if taken.flagged else 4


def mechanisms(read: Read) -> str:
    """The tables of the section."""
    stages = [stage(row, read.over(row)) for row in read.garbles]
    parts = [
        "## What is missed, and where",
        "Each garble by how far it came, with the desk as shipped: found is its right name, proposed. In brackets the share of"
        " the row. The last table tells garbles apart by their words and those of the right name, the first line that fits.",
        _table("kind", read.garbles, stages, lambda row: row.type),
        _table("source language", read.garbles, stages, language),
        _table("how the name is broken", read.garbles, stages, damage),
        *_by_mechanism(read, stages),
    ]
    return "\n\n".join(parts)


def _by_mechanism(read: Read, stages: Sequence[str]) -> list[str]:
    """How far the garbles came of which a reader said by what mechanism they are broken."""
    said = dict(line.split("\t") for line in READ.read_text(encoding="utf-8").splitlines()[1:]) if READ.is_file() else {}
    known = [(row, found) for row, found in zip(read.garbles, stages, strict=True) if row.id in said]
    if not known:
        return []
    rows, reached = zip(*known, strict=True)
    return [
        f"By the mechanism that breaks the name, for {len(rows)} garbles drawn at random and read by one reader"
        f" (`results/{READ.name}`):",
        _table("mechanism", rows, reached, lambda row: said[row.id]),
    ]


def _table(title: str, rows: Sequence[Row], stages: Sequence[str], of: Callable[[Row], str]) -> str:
    counts = Counter((of(row), found) for row, found in zip(rows, stages, strict=True))
    sizes = Counter(of(row) for row in rows)
    lines = [[name, str(size), *(_cell(counts[name, found], size) for found in STAGES)] for name, size in sizes.most_common()]
    every = Counter(stages)
    lines.append(["all", str(len(rows)), *(_cell(every[found], len(rows)) for found in STAGES)])
    return table([title, "garbles", *STAGES], lines)


def _cell(count: int, size: int) -> str:
    return f"{count} ({count / size:.2f})" if size else str(count)


def damage(row: Row) -> str:
    """What can be told of a garble from its words and those of the right name."""
    written, right = core_parts(row.mention), core_parts(row.gold)
    if len(written) == 1 and len(right) > 1:
        return "one word of a longer name"
    if "".join(sorted("".join(written))) == "".join(sorted("".join(right))):
        return "order, hyphens or spaces"
    if len(written) != len(right):
        return "more or fewer words"
    wrong = [(one, other) for one, other in zip(written, right, strict=True) if fold(one) != fold(other)]
    if len(right) == 1:
        return "a name of one word"
    return "one word wrong" if len(wrong) == 1 else "several words wrong"


def misses(read: Read) -> str:
    """Every row that the desk did not get right, with what it took the mention for."""
    header = ("outcome", "id", "set", "label", "type", "mention", "gold", "read as", "status", "first", "probability", "text")
    lines = []
    for row in read.rows:
        outcome = _outcome(row, read.over(row))
        if outcome is not None:
            lines.append((outcome, row.id, row.set, row.label, row.type, row.mention, row.gold, *_said(read, row), row.text))
    return tsv([header, *sorted(lines)])


def _said(read: Read, row: Row) -> tuple[str, str, str, str]:
    taken = best_read(read, row)
    if taken is None:
        return "", "", "", ""
    chance = "" if taken.score is None else f"{taken.score:.3f}"
    return taken.text, taken.status, taken.names[0] if taken.names else "", chance


def _outcome(row: Row, read: Sequence[Taken]) -> str | None:
    flagged = any(taken.flagged for taken in read)
    if row.label != GARBLE:
        return "false alarm" if flagged else None
    found = stage(row, read)
    if found == FOUND:
        return None
    return f"wrong name: {found}" if flagged else f"missed: {found}"
