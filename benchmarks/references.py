"""Findings per 1,000 words on machine-translated news beside human translations of the same news.

A desk that flags good English is useless however much it finds, so each rule is counted on both. Segments are checked one
by one, and in groups of consecutive segments of one translator, which stand for articles (the sets do not say where an
article ends). Everything found on the human references is listed for reading: they hold errors too.
"""

from __future__ import annotations

import multiprocessing
import sys
from argparse import Namespace
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from random import Random

from common import REPOSITORY, RULES_ONLY, keep, parser, per_thousand, quoted, tsv, waited
from copydesk import Desk, DocumentReport, load_entities, parse_document
from copydesk.core.claim import Verdict
from copydesk.scoring import Rate, paired_ratio, signature, table, with_interval
from copydesk.text import words
from news import Group, groups, news_files

ALONE, TOGETHER = "segments", "groups"
VIEWS = (ALONE, TOGETHER)
TOTAL = "all rules"
MAX_LISTED = 500
PROCESSES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """What was counted on one group in one view, and what is to be read: only on references."""

    set: str
    number: int
    view: str
    human: bool
    words: int
    sentences: int
    findings: Counter[str]
    verdicts: Counter[str]
    listed: tuple[tuple[str, ...], ...] = ()
    refuted: tuple[tuple[str, ...], ...] = ()


@dataclass(slots=True)
class _Worker:
    """The desk of one process, made when first used."""

    desk: Desk | None = field(default=None)

    def score(self, group: Group) -> tuple[Scored, Scored]:
        """The group's segments one by one, and the group as one document."""
        self.desk = self.desk or Desk(config=RULES_ONLY)
        alone = [
            (str(ident), self.desk.check(parse_document(text, date=group.date)))
            for ident, text in zip(group.ids, group.texts, strict=True)
            if text.strip()
        ]
        whole = "\n\n".join(text for text in group.texts if text.strip())
        together = [(f"{group.ids[0]}-{group.ids[-1]}", self.desk.check(parse_document(whole, date=group.date)))]
        return _scored(group, ALONE, alone), _scored(group, TOGETHER, together)


_worker = _Worker()


def score(group: Group) -> tuple[Scored, Scored]:
    """What a process does with a group."""
    return _worker.score(group)


def _scored(group: Group, view: str, reports: list[tuple[str, DocumentReport]]) -> Scored:
    findings = Counter(finding.rule for _, report in reports for finding in report.findings)
    verdicts = Counter(item.verdict.value for _, report in reports for item in report.claims)
    read = [(ident, report) for ident, report in reports if group.human]
    return Scored(
        set=group.set, number=group.number, view=view, human=group.human, findings=findings, verdicts=verdicts,
        words=sum(len(words(report.document.text)) for _, report in reports),
        sentences=sum(len(report.document.sentences) for _, report in reports),
        listed=tuple(_lines(group.set, view, read)),
        refuted=tuple(_refuted(group.set, view, read)),
    )  # fmt: skip


def _lines(set_: str, view: str, reports: Iterable[tuple[str, DocumentReport]]) -> Iterator[tuple[str, ...]]:
    for ident, report in reports:
        for found in report.findings:
            fix = found.fixes[0].replacement if found.fixes else ""
            context = quoted(report.document.text, found.span.start, found.span.end)
            yield found.rule, view, set_, ident, f"{found.confidence:.2f}", found.text, fix, found.message, context


def _every_refuted(scored: Iterable[Scored]) -> list[tuple[str, ...]]:
    """Each refuted claim once: by its segment, or by its group where only the whole group gives it."""
    lines = [line for item in scored for line in item.refuted]
    alone = {(line[0], line[3]) for line in lines if line[2] == ALONE}
    return [line for line in lines if line[2] == ALONE or (line[0], line[3]) not in alone]


def _refuted(set_: str, view: str, reports: Iterable[tuple[str, DocumentReport]]) -> Iterator[tuple[str, ...]]:
    for ident, report in reports:
        for item in report.claims:
            if item.verdict is Verdict.REFUTED:
                yield set_, ident, view, item.claim.text, item.message


def run(options: Namespace) -> list[Scored]:
    """Every group scored, in order."""
    paths = news_files(options.data, options.sets)
    work = list(groups(paths, size=options.group, systems=options.systems, seed=options.seed))
    with multiprocessing.get_context("spawn").Pool(PROCESSES) as pool:
        done = waited(pool.imap(score, work, chunksize=4), len(work), "checking")
        return [scored for pair in done for scored in pair]


def _rate(scored: Iterable[Scored], rule: str) -> Rate:
    return sum((Rate(found=_found(item, rule), size=item.words) for item in scored), Rate())


def _found(item: Scored, rule: str) -> int:
    return sum(item.findings.values()) if rule == TOTAL else item.findings[rule]


def _cells(scored: list[Scored], rule: str, seed: int) -> list[str]:
    """Rate on references, rate on machine output, ratio with its interval over groups."""
    clusters: dict[tuple[str, int], list[Scored]] = defaultdict(list)
    for item in scored:
        clusters[item.set, item.number].append(item)
    pairs = [
        (_rate((item for item in here if not item.human), rule), _rate((item for item in here if item.human), rule))
        for here in clusters.values()
    ]
    machine, human = sum((pair[0] for pair in pairs), Rate()), sum((pair[1] for pair in pairs), Rate())
    return [per_thousand(human), per_thousand(machine), with_interval(paired_ratio(pairs, seed=seed), 2)]


def _by_rule(scored: list[Scored], rules: list[str], seed: int) -> str:
    views = [[item for item in scored if item.view == view] for view in VIEWS]
    rows = [[rule, *(cell for view in views for cell in _cells(view, rule, seed))] for rule in (*rules, TOTAL)]
    return table(["rule", *(f"{view}: {column}" for view in VIEWS for column in ("human", "machine", "ratio"))], rows)


def _by_set(scored: list[Scored], sets: list[str], seed: int) -> str:
    rows = []
    for name in sets:
        here = [item for item in scored if item.set == name]
        size = [sum(item.words for item in here if item.view == ALONE and item.human is human) for human in (True, False)]
        views = [[item for item in here if item.view == view] for view in VIEWS]
        rows.append([name, *(f"{count:,}" for count in size), *(c for view in views for c in _cells(view, TOTAL, seed))])
    columns = (f"{view}: {column}" for view in VIEWS for column in ("human", "machine", "ratio"))
    return table(["set", "words human", "machine", *columns], rows)


def _matrix(scored: list[Scored], rules: list[str], sets: list[str]) -> str:
    def cell(name: str, rule: str) -> str:
        here = [item for item in scored if item.set == name and item.view == TOGETHER]
        sides = (_rate((item for item in here if item.human is human), rule) for human in (True, False))
        return " : ".join(per_thousand(rate) for rate in sides)

    short = [name.removeprefix("newstest") for name in sets]
    return table(["rule", *short], [[rule, *(cell(name, rule) for name in sets)] for rule in rules])


def _claims(scored: list[Scored]) -> str:
    def cell(view: str, human: bool, verdict: str) -> str:
        here = [item for item in scored if item.view == view and item.human is human]
        rates = (Rate(found=item.verdicts[verdict], size=item.sentences) for item in here)
        return per_thousand(sum(rates, Rate()))

    sides = [(view, human) for view in VIEWS for human in (True, False)]
    rows = [[verdict.value, *(cell(view, human, verdict.value) for view, human in sides)] for verdict in Verdict]
    return table(["verdict", *(f"{view}: {'human' if human else 'machine'}" for view, human in sides)], rows)


def _listing(scored: list[Scored], seed: int) -> list[tuple[str, ...]]:
    """Findings on references: those of whole groups, and those that only segments alone give; rules in equal parts.

    The same words found in both views stand once.
    """
    every: dict[tuple[str, str, str, str], tuple[str, ...]] = {}
    for view in reversed(VIEWS):
        for line in (line for item in scored if item.view == view for line in item.listed):
            every.setdefault((line[0], line[2], line[5], line[7]), line)
    queues: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for line in every.values():
        queues[line[0]].append(line)
    for queue in queues.values():
        Random(seed).shuffle(queue)
    ranked = sorted((place, line) for queue in queues.values() for place, line in enumerate(queue))
    return sorted(line for _, line in ranked[:MAX_LISTED])


def report(scored: list[Scored], options: Namespace, signed: str) -> str:
    """All tables as one text."""
    rules = sorted({rule for item in scored for rule in item.findings})
    sets = list(dict.fromkeys(item.set for item in scored))
    refuted = _every_refuted(scored)
    intro = (
        f"Findings per 1,000 words (count) on human references and on {options.systems} machine translation(s) of each "
        f"group of {options.group} segments. Ratio: machine to human, with a 95% interval from 1,000 resamplings of groups."
    )
    lists = table(["set", "segment", "view", "claim", "the list says"], refuted, left=5) if refuted else "None."
    parts = ["# Findings on machine output and on human references", intro]
    parts += ["## By rule", _by_rule(scored, rules, options.seed), "## By set", _by_set(scored, sets, options.seed)]
    parts += ["## Rule by set, in groups, human : machine", _matrix(scored, rules, sets)]
    parts += ["## Verdicts on claims per 1,000 sentences", _claims(scored)]
    parts += [f"## Claims refuted on references ({len(refuted)})", lists, f"`{signed}`"]
    return "\n\n".join(parts)


def main(arguments: list[str] | None = None) -> int:
    """Run, print, keep."""
    made = parser(__doc__)
    made.add_argument("--systems", type=int, default=1, help="machine translations drawn for each group")
    made.add_argument("--group", type=int, default=10, help="consecutive segments that stand for an article")
    made.add_argument("--sets", default="*", metavar="PATTERN", help="sets by name, as newstest2021.*")
    options = made.parse_args(arguments)
    if min(options.systems, options.group) < 1:
        made.error("--systems and --group take a number from 1")
    # signed before the run: files may change while it lasts
    signed = signature(
        entities=load_entities().signature, data=news_files(options.data, options.sets), seed=options.seed,
        libraries=("datasets", "nupunkt", "rapidfuzz"), repository=REPOSITORY,
    )  # fmt: skip
    scored = run(options)
    text = report(scored, options, signed)
    print(text)
    if options.keep:
        header = ("rule", "view", "set", "segment", "confidence", "words", "fix", "message", "context")
        keep("references.md", text)
        keep("references.findings.tsv", tsv([header, *_listing(scored, options.seed)]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
