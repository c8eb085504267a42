"""Findings per 1,000 words of each machine translation system beside its chrF: does the desk find more in worse ones?

The same segments of every system of a set are read, in groups of consecutive segments that stand for articles, and the human
reference as one more row. Both orders of the systems are then compared by Spearman's rank correlation: -1 where the system
with the lower chrF always has the more findings, 0 where one says nothing of the other.
"""

from __future__ import annotations

import multiprocessing
import sys
from argparse import Namespace
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from math import ceil
from random import Random

from common import REPOSITORY, RULES_ONLY, keep, parser, per_thousand, waited
from copydesk import Desk, load_entities, parse_document
from copydesk.scoring import Estimate, Rate, estimate, number, signature, table, with_interval
from copydesk.text import words
from news import REFERENCE, Group, groups, news_files

SIZE = 10
PROCESSES = 2
TOTAL = "all rules"
FAMILIES = (TOTAL, "NAM", "NUM", "TRN")
POOLED = "pooled within sets"


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """The drawn groups of a set as one translator put them, and their references."""

    set: str
    system: str
    groups: tuple[Group, ...]
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """What was counted on one system; no chrF for the reference, which would be held against itself."""

    set: str
    system: str
    words: int
    findings: Counter[str]
    chrf: float | None = None
    metric: str = ""

    def rate(self, family: str) -> Rate:
        """Findings of a family of rules, in so many words."""
        found = sum(count for rule, count in self.findings.items() if family in (TOTAL, rule[:3]))
        return Rate(found=found, size=self.words)


@cache
def _desk() -> Desk:
    """The desk of one process."""
    return Desk(config=RULES_ONLY)


def score(translation: Translation) -> Scored:
    """What a process does with a system."""
    count, findings = 0, Counter[str]()
    for group in translation.groups:
        whole = "\n\n".join(text for text in group.texts if text.strip())
        report = _desk().check(parse_document(whole, date=group.date))
        count += len(words(report.document.text))
        findings.update(finding.rule for finding in report.findings)
    chrf, metric = _chrf(translation)
    name, system = translation.set, translation.system
    return Scored(set=name, system=system, words=count, findings=findings, chrf=chrf, metric=metric)


def _chrf(translation: Translation) -> tuple[float | None, str]:
    """Over the whole corpus, with the signature of the metric."""
    from sacrebleu.metrics.chrf import CHRF

    if translation.system == REFERENCE:
        return None, ""
    metric = CHRF()
    texts = [text for group in translation.groups for text in group.texts]
    found = metric.corpus_score(texts, [list(translation.references)])
    return found.score, f"{found.name}|{metric.get_signature()}"


def translations(options: Namespace) -> Iterator[Translation]:
    """The reference and every system of each set, all in the same groups, drawn by the seed."""
    sets: dict[str, dict[int, list[Group]]] = defaultdict(lambda: defaultdict(list))
    for group in groups(news_files(options.data), size=SIZE, systems=sys.maxsize, seed=options.seed):
        sets[group.set][group.number].append(group)
    for name, numbered in sets.items():
        count = min(len(numbered), ceil(options.segments / SIZE))
        drawn = sorted(Random(f"{options.seed} {name}").sample(sorted(numbered), count))
        systems: dict[str, list[Group]] = defaultdict(list)
        for group in chain.from_iterable(numbered[at] for at in drawn):
            systems[group.system].append(group)
        references = tuple(text for group in systems[REFERENCE] for text in group.texts)
        for system, of_system in systems.items():
            yield Translation(set=name, system=system, groups=tuple(of_system), references=references)


def correlation(scored: Iterable[Scored], family: str, seed: int) -> Estimate:
    """Spearman's of findings rate and chrF, ranked within sets, with its interval over systems, ranked anew in each draw.

    A rank is a share of its set, centred, so that every system weighs the same in whichever set. The rows drawn are those of
    an identity matrix: their sums say how often each system was drawn.
    """
    import numpy as np
    from numpy.typing import NDArray

    compared = [one for one in scored if one.chrf is not None]
    same = np.array([[float(one.set == other.set) for other in compared] for one in compared])

    def below(values: Iterable[float | None]) -> NDArray[np.float64]:
        """Row by row, which systems of the same set rank lower; half of those that tie."""
        column = np.array(list(values), dtype=np.float64)
        return np.asarray(same * (np.sign(column[:, None] - column[None, :]) / 2 + 0.5), dtype=np.float64)

    findings = below(one.rate(family).per_thousand for one in compared)
    quality = below(one.chrf for one in compared)

    def spearman(drawn: tuple[float, ...]) -> float | None:
        times = np.array(drawn)
        of_set = np.maximum(same @ times, 1)
        x, y = findings @ times / of_set - 0.5, quality @ times / of_set - 0.5
        spread = float((times * x * x).sum() * (times * y * y).sum())
        return float((times * x * y).sum()) / spread**0.5 if spread > 1e-12 else None

    return estimate(np.eye(len(compared)).tolist(), spearman, seed=seed)


def _correlations(scored: list[Scored], sets: list[str], seed: int) -> str:
    rows = []
    for name in (*sets, POOLED):
        here = [one for one in scored if one.chrf is not None and name in (one.set, POOLED)]
        cells = (with_interval(correlation(here, family, seed), 2) for family in FAMILIES)
        rows.append([name, str(len(here)), *cells])
    return table(["set", "systems", *FAMILIES], rows)


def _systems(scored: list[Scored], name: str) -> str:
    """The reference, then the systems from the best chrF to the worst."""
    here = sorted((one for one in scored if one.set == name), key=lambda one: -(one.chrf or 101))
    rows = [
        [_short(one), f"{one.words:,}", *(per_thousand(one.rate(family)) for family in FAMILIES), number(one.chrf, 1)]
        for one in here
    ]
    return table(["system", "words", *FAMILIES, "chrF"], rows)


def _short(scored: Scored) -> str:
    """``Alibaba.5720`` of ``newstest2018.Alibaba.5720.ru-en``."""
    said = {*scored.set.split("."), "hyp", "en"}
    return ".".join(part for part in scored.system.split(".") if part not in said)


def report(scored: list[Scored], options: Namespace, signed: str) -> str:
    """All tables as one text."""
    sets = list(dict.fromkeys(one.set for one in scored))
    metric = next(one.metric for one in scored if one.metric)
    intro = (
        f"{ceil(options.segments / SIZE)} groups of {SIZE} segments a set, the same of each system. Spearman's rank "
        "correlation of findings per 1,000 words with chrF, with a 95% interval from 1,000 resamplings of systems: below "
        "zero where worse translations have more findings. All rules: claims (CLM) too."
    )
    parts = ["# Findings and chrF by system", intro, "## Rank correlation", _correlations(scored, sets, options.seed)]
    parts += ["## Findings per 1,000 words (count) and chrF, best chrF first"]
    parts += [part for name in sets for part in (f"### {name}", _systems(scored, name))]
    return "\n\n".join([*parts, f"`{signed}|{metric}`"])


def main(arguments: list[str] | None = None) -> int:
    """Run, print, keep."""
    made = parser(__doc__)
    made.add_argument("--segments", type=int, default=300, help="segments drawn of each set, in whole groups")
    options = made.parse_args(arguments)
    if options.segments < 1:
        made.error("--segments takes a number from 1")
    # signed before the run: files may change while it lasts
    signed = signature(
        entities=load_entities().signature, data=news_files(options.data), seed=options.seed,
        libraries=("datasets", "nupunkt", "rapidfuzz", "sacrebleu"), repository=REPOSITORY,
    )  # fmt: skip
    work = list(translations(options))
    with multiprocessing.get_context("spawn").Pool(PROCESSES) as pool:
        scored = list(waited(pool.imap(score, work), len(work), "checking"))
    print(text := report(scored, options, signed))
    if options.keep:
        keep("systems.md", text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
