"""Claims that the list refutes in human translations of news: how many per 1,000 sentences, and every one for reading."""

from __future__ import annotations

import csv
import multiprocessing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from common import RULES_ONLY, give_up, quoted, tsv, waited
from copydesk import Desk, Judgement, Span, parse_document
from copydesk.core.claim import Verdict
from copydesk.scoring import Estimate, Proportion, Rate, estimate, number, ratio, table, with_interval
from news import REFERENCE, Group, groups, news_files

ALONE, TOGETHER = "segments", "groups"
VIEWS = (ALONE, TOGETHER)
#: false refutals per 1,000 sentences of references
AIM = 1.0
PROCESSES = 2
#: what a reader said of a refuted claim: the text is wrong, or the desk is
TRUE_ERROR, FALSE_ALARM = "true_error", "false_alarm"
_JUDGED = frozenset((TRUE_ERROR, FALSE_ALARM))
Key = tuple[str, str, str]
_BREAK = "\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refuted:
    """A refuted claim: where it stands, what it says, what the list says."""

    set: str
    segment: str
    view: str
    system: str
    claim: str
    relation: str
    reason: str
    score: float | None
    fault: str
    message: str
    context: str

    @property
    def key(self) -> Key:
        """What a reader judged: it does not depend on what the desk says of it."""
        return self.set, self.segment, self.claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One group in one view: sentences, claims of each verdict, and the refuted ones."""

    set: str
    number: int
    view: str
    human: bool
    sentences: int
    claims: int
    decided: int
    refuted: tuple[Refuted, ...]


@dataclass(slots=True)
class _Worker:
    """The desk of one process, made when first used."""

    desk: Desk | None = field(default=None)

    def count(self, group: Group) -> tuple[Counted, Counted]:
        """The group's segments one by one, and the group as one document."""
        self.desk = self.desk or Desk(config=RULES_ONLY)
        kept = [(str(ident), text) for ident, text in zip(group.ids, group.texts, strict=True) if text.strip()]
        alone = [_read(self.desk, group, ALONE, [one]) for one in kept]
        return _summed(group, ALONE, alone), _summed(group, TOGETHER, [_read(self.desk, group, TOGETHER, kept)])


_worker = _Worker()
Part = tuple[int, Sequence[Judgement], tuple[Refuted, ...]]


def count(group: Group) -> tuple[Counted, Counted]:
    """What a process does with a group."""
    return _worker.count(group)


def _read(desk: Desk, group: Group, view: str, segments: Sequence[tuple[str, str]]) -> Part:
    text = _BREAK.join(text for _, text in segments)
    report = desk.check(parse_document(text, date=group.date))
    refuted = tuple(
        _refuted(group, view, segment_at(segments, item.claim.span), text, item)
        for item in report.claims
        if item.verdict is Verdict.REFUTED
    )
    return len(report.document.sentences), report.claims, refuted


def segment_at(segments: Sequence[tuple[str, str]], span: Span) -> str:
    """The segment of a text, joined from several, in which a span begins."""
    end, found = 0, ""
    for ident, text in segments:
        if span.start >= end:
            found = ident
        end += len(text) + len(_BREAK)
    return found


def _refuted(group: Group, view: str, segment: str, text: str, item: Judgement) -> Refuted:
    claim = item.claim
    return Refuted(
        set=group.set, segment=segment, view=view, system=group.system, claim=claim.text, relation=claim.relation,
        reason=item.reason or "", score=item.score, fault=item.fault or "", message=item.message,
        context=quoted(text, claim.span.start, claim.span.end, around=80),
    )  # fmt: skip


def _summed(group: Group, view: str, parts: Sequence[Part]) -> Counted:
    claims = [item for _, found, _ in parts for item in found]
    decided = sum(item.verdict in (Verdict.SUPPORTED, Verdict.REFUTED) for item in claims)
    return Counted(
        set=group.set, number=group.number, view=view, human=group.human, sentences=sum(size for size, _, _ in parts),
        claims=len(claims), decided=decided, refuted=tuple(one for _, _, refuted in parts for one in refuted),
    )  # fmt: skip


def read_news(paths: Sequence[Path], *, size: int, seed: int, limit: int | None = None) -> list[Counted]:
    """Every group of the human references, and of one machine translation drawn for it, in order."""
    work = list(groups(paths, size=size, systems=1, seed=seed))[:limit]
    with multiprocessing.get_context("spawn").Pool(PROCESSES) as pool:
        done = waited(pool.imap(count, work, chunksize=4), len(work), "news")
        return [counted for pair in done for counted in pair]


def files(folder: Path | None, sets: str) -> list[Path]:
    """The news sets."""
    return news_files(folder, sets)


def every_refuted(counted: Iterable[Counted]) -> list[Refuted]:
    """Each refuted claim of a translator once: by its segment, or by its group where only the whole group gives it."""
    found = sorted(
        (one for item in counted for one in item.refuted), key=lambda one: (VIEWS.index(one.view), one.key, one.system)
    )
    once: dict[tuple[Key, str, str], Refuted] = {}
    for one in found:
        once.setdefault((one.key, one.system, one.relation), one)
    return list(once.values())


def read_judged(path: Path) -> dict[Key, tuple[str, str]]:
    """What a reader said of refuted claims, with the reason; nothing where the file is missing."""
    if not path.is_file():
        return {}
    said: dict[Key, tuple[str, str]] = {}
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row.get("verdict") not in _JUDGED:
                give_up(f"{path.name}: a verdict is one of {', '.join(sorted(_JUDGED))}, not {row.get('verdict')!r}")
            said[row["set"], row["segment"], row["claim"]] = row["verdict"], row.get("reason") or ""
    return said


def alarms(counted: Sequence[Counted], judged: Mapping[Key, tuple[str, str]], seed: int) -> str:
    """The tables of the section."""
    refuted = [one for one in every_refuted(counted) if one.system == REFERENCE]
    said = [judged.get(one.key, ("unread", ""))[0] for one in refuted]
    told = (
        f"{said.count(TRUE_ERROR)} of them errors of the text, {said.count(FALSE_ALARM)} false, {said.count('unread')} unread"
    )
    lines = [_line(view, human, counted, judged, seed) for view in VIEWS for human in (True, False)]
    parts = [
        "## Refuted in news",
        "Claims refuted per 1,000 sentences (count) of human references, and of one machine translation of each group of"
        " segments for contrast. The sets carry no dates: claims are held against the list at the middle month of each set's"
        f" news. Target: at most {AIM:g} false refutal per 1,000 sentences of references. Every refutal counts in the first"
        " column; the second leaves out those that a reader judged to be errors of the text (`results/claims.judged.tsv`)."
        " Intervals are drawn over groups.",
        table(["view", "sentences", "claims", "decided", "refuted per 1,000", "… but for true errors"], lines),
        f"Refuted on references: {len(refuted)}, {told}. All of them, and those of machine translations:"
        " `results/claims.refuted.tsv`.",
    ]
    if refuted:
        rows = [[one.set, one.segment, one.claim, one.message, *judged.get(one.key, ("unread", ""))] for one in refuted]
        parts.append(table(["set", "segment", "claim", "the list says", "judged", "reason"], rows, left=6))
    return "\n\n".join(parts)


def _line(view: str, human: bool, counted: Sequence[Counted], judged: Mapping[Key, tuple[str, str]], seed: int) -> list[str]:
    here = [item for item in counted if item.view == view and item.human is human]
    claims, sentences = sum(item.claims for item in here), sum(item.sentences for item in here)
    decided = Proportion(hits=sum(item.decided for item in here), total=claims)
    shown = f"{decided.hits} ({number(decided.value)})"
    name = f"{view}: {'human' if human else 'machine'}"
    kept = [[one for one in item.refuted if judged.get(one.key, ("", ""))[0] != TRUE_ERROR] for item in here]
    every = _rate([(len(item.refuted), item.sentences) for item in here], seed)
    false = _rate([(len(left), item.sentences) for left, item in zip(kept, here, strict=True)], seed)
    return [name, f"{sentences:,}", f"{claims:,}", shown, every, false]


def _rate(rows: Sequence[tuple[int, int]], seed: int) -> str:
    total = sum((Rate(found=found, size=size) for found, size in rows), Rate())
    drawn = estimate(rows, lambda sums: None if (value := ratio(sums)) is None else 1000 * value, seed=seed)
    return f"{with_interval(Estimate(value=total.per_thousand, interval=drawn.interval), 2)} ({total.found})"


def refuted_tsv(counted: Iterable[Counted], judged: Mapping[Key, tuple[str, str]]) -> str:
    """Every refuted claim with what a reader said of it: references first."""
    header = (
        "set", "segment", "view", "translator", "relation", "claim", "reason", "score", "fault", "the list says", "judged",
        "judged reason", "context",
    )  # fmt: skip
    return tsv([header, *_lines(every_refuted(counted), judged)])


def _lines(refuted: Iterable[Refuted], judged: Mapping[Key, tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    for one in sorted(refuted, key=lambda one: (one.system != REFERENCE, one.key, one.system)):
        said = judged.get(one.key, ("unread", "")) if one.system == REFERENCE else ("", "")
        score = number(one.score)
        what = (one.relation, one.claim, one.reason, score, one.fault, one.message)
        yield (one.set, one.segment, one.view, one.system, *what, *said, one.context)
