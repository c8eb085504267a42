"""OpenSanctions' name_bench: pairs of names, each one bearer or two, beside LogicV2's published answers.

The published answers are to an earlier state of the pairs: for some pairs there is none, and some were labelled anew since. So
there are two tables: pairs that LogicV2 answered, and all.
"""

from __future__ import annotations

import csv
from argparse import Namespace
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from common import data_files, interval, waited
from copydesk.names.forms import fold
from copydesk.scoring import Counts, by_cluster, estimate, number, table

FILES = ("names/bench/cases.csv", "names/bench/logicv2-frozen.csv")
#: how alike two names are: name, name, schema (Person, Company, Organization, LegalEntity, Vessel) → score, higher is more
Scorer = Callable[[str, str, str], float]
#: categories of fewer pairs than this are put together
_FEW = 5
_YES = "true"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two names, and whether one bearer has both."""

    schema: str
    one: str
    other: str
    match: bool
    category: str

    @property
    def names(self) -> tuple[str, str, str]:
        """What a scorer is asked."""
        return self.one, self.other, self.schema


def files(options: Namespace) -> list[Path]:
    """The pairs, and LogicV2's answers."""
    return [path for pattern in FILES for path in data_files(options.data, pattern)]


def read_pairs(path: Path) -> list[Pair]:
    """The pairs of a file of cases; where a case has no category, its group stands for it."""
    with path.open(encoding="utf-8", newline="") as stream:
        return [
            Pair(
                schema=row["schema"],
                one=row["name1"],
                other=row["name2"],
                match=row["is_match"] == _YES,
                category=row["category"] or row["case_group"],
            )
            for row in csv.DictReader(stream)
        ]


def read_frozen(path: Path) -> list[bool]:
    """LogicV2's published answers, one for each pair of the same file."""
    with path.open(encoding="utf-8", newline="") as stream:
        return [row["predicted_match"] == _YES for row in csv.DictReader(stream)]


def name_bench(paths: Sequence[Path], scorer: Scorer, threshold: float, seed: int) -> str:
    """The tables of the section: ours at its one threshold, LogicV2 as published, edit ratio at the best threshold here."""
    pairs, published, answers = read_pairs(paths[0]), read_pairs(paths[1]), read_frozen(paths[1])
    frozen = {pair.names: answer for pair, answer in zip(published, answers, strict=True)}
    asked = waited(dict.fromkeys(pair.names for pair in pairs), len(pairs), "name_bench")
    ours = {names: scorer(*names) >= threshold for names in asked}
    ratio, best = _by_ratio(pairs)
    said = {f"copydesk (from {number(threshold, 2)})": ours, f"rapidfuzz ratio (from {number(best, 1)}, the best here)": ratio}
    shared = [pair for pair in pairs if pair.names in frozen]
    labels = {(pair.names, pair.match) for pair in published}
    relabelled = sum((pair.names, pair.match) not in labels for pair in shared)
    first = _row("LogicV2, as published, its labels", [pair.match for pair in published], answers, published, seed)
    both = {"LogicV2, as published": frozen, **said}
    parts = [
        "## name_bench",
        f"{len(pairs)} pairs of names, {sum(pair.match for pair in pairs)} of them one bearer's. LogicV2's published answers"
        f" are to {len(published)} pairs; {len(pairs) - len(shared)} of these here have none, {relabelled} were labelled anew"
        " since. The edit ratio's threshold is chosen on these very pairs, which is in its favour. The intervals of F1 are"
        " drawn over second names: each stands with many garblings of it.",
        _table(f"{len(shared)} pairs that LogicV2 answered", shared, both, seed, first),
        _table(f"all {len(pairs)} pairs", pairs, said, seed),
        _categories(shared, both),
    ]
    return "\n\n".join(parts)


def _by_ratio(pairs: Sequence[Pair]) -> tuple[dict[tuple[str, str, str], bool], float]:
    """Answers by accent-folded edit ratio at the threshold of the best F1, and that threshold."""
    scores = {pair.names: fuzz.ratio(fold(pair.one), fold(pair.other)) for pair in pairs}

    def f1(threshold: float) -> float:
        return _counts([pair.match for pair in pairs], [scores[pair.names] >= threshold for pair in pairs]).f1 or 0.0

    best = max(sorted(set(scores.values())), key=f1, default=0.0)
    return {names: score >= best for names, score in scores.items()}, best


def _one(truth: bool, said: bool) -> Counts:
    return Counts(tp=int(truth and said), fp=int(said and not truth), fn=int(truth and not said))


def _counts(truths: Sequence[bool], said: Sequence[bool]) -> Counts:
    return sum(map(_one, truths, said), Counts())


def _table(
    title: str, pairs: Sequence[Pair], said: Mapping[str, Mapping[tuple[str, str, str], bool]], seed: int, *rows: list[str]
) -> str:
    truths = [pair.match for pair in pairs]
    made = [
        _row(system, truths, [answers[pair.names] for pair in pairs], pairs, seed) for system, answers in said.items()
    ]  # fmt: skip
    head = ["P", "95%", "R", "95%", "F1", "95% (bootstrap)"]
    return table([title, "tp", "fp", "fn", *head], [*rows, *made])


def _row(system: str, truths: Sequence[bool], said: Sequence[bool], pairs: Sequence[Pair], seed: int) -> list[str]:
    """Counts, and precision and recall with Wilson's intervals, F1 with one drawn over clusters of pairs."""
    whole = _counts(truths, said)
    parts = zip((fold(pair.other) for pair in pairs), map(_one, truths, said), strict=True)
    rows = [(count.tp, count.fp, count.fn) for count in by_cluster(parts).values()]
    drawn = estimate(rows, _f1, seed=seed)
    shares = [cell for share in (whole.found, whole.wanted) for cell in (number(share.value), interval(share))]
    return [system, str(whole.tp), str(whole.fp), str(whole.fn), *shares, number(whole.f1), interval(drawn)]


def _f1(sums: tuple[float, ...]) -> float | None:
    whole = 2 * sums[0] + sums[1] + sums[2]
    return 2 * sums[0] / whole if whole else None


def _categories(pairs: Sequence[Pair], said: Mapping[str, Mapping[tuple[str, str, str], bool]]) -> str:
    """Right answers of each system by category: many hold only pairs that match, or only pairs that do not."""
    sizes = Counter(pair.category for pair in pairs)
    groups: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        groups[pair.category if sizes[pair.category] >= _FEW else f"of fewer than {_FEW}"].append(pair)
    lines = []
    for category, held in sorted(groups.items(), key=lambda group: -len(group[1])):
        right = [sum(answers[pair.names] == pair.match for pair in held) for answers in said.values()]
        lines.append([category, str(len(held)), str(sum(pair.match for pair in held)), *map(str, right)])
    return table(["right answers by category", "pairs", "one bearer", *said], lines)
