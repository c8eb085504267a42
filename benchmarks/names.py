"""Garbled names end to end: real mentions in real sentences, each judged by the whole desk with the list it ships.

Only a garble whose bearer is in the list can be given its right name; those count for recall. Every other row, a right
spelling, an accepted variant or somebody whom no list knows, must stay quiet. The baseline in the same run knows the same
list and is given the mention's exact place: the most alike form by accent-folded edit ratio, above one threshold.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from common import NEWS_MONTHS, REPOSITORY, data_files, keep, parser, rows_of, share, tsv, waited
from copydesk import Desk, DocumentReport, EntityList, Finding, Link, PartialDate, Span, parse_document
from copydesk.core.entity import Kind
from copydesk.entities.listing import RIGHT
from copydesk.names.forms import fold, key
from copydesk.scoring import Proportion, by_cluster, number, signature, table

PATTERN = "names/bench/real_garbles.dev.jsonl.gz"
GARBLE = "garble"
QUIET = ("variant", "correct", "nil")
_KINDS = {"PER": (Kind.PERSON,), "LOC": (Kind.PLACE, Kind.ORGANIZATION), "ORG": (Kind.ORGANIZATION, Kind.PLACE)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A labelled mention, and who of the list its right name means."""

    id: str
    set: str
    text: str
    span: Span
    mention: str
    type: str
    label: str
    gold: str
    accepted: frozenset[str]
    bearers: frozenset[str]

    @property
    def answerable(self) -> bool:
        """Whether the list can give the right name of a garble."""
        return self.label == GARBLE and bool(self.bearers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a system did with a mention."""

    flagged: bool = False
    #: with the right name
    right: bool = False
    name: str = ""
    why: str = ""
    score: float = 0.0
    #: what the desk took the mention for: read in the misses
    link: str = ""


def read_rows(path: Path, entities: EntityList) -> list[Row]:
    """The labelled mentions."""
    return [_row(raw, entities) for raw in rows_of(path)]


def _row(raw: dict[str, Any], entities: EntityList) -> Row:
    names = [name for name in (raw["gold"], *raw["also"]) if name]
    # a bare family name among the accepted spellings is anybody's: only whole names say who is meant
    whole = [name for place, name in enumerate(names) if place == 0 or " " in name]
    bearers = {
        named.entity.id
        for name in whole
        for named in entities.named(name)
        if named.form.type in RIGHT and named.entity.kind in _KINDS[raw["type"]]
    }
    return Row(
        id=raw["id"], set=raw["set"], text=raw["text"], span=Span(raw["start"], raw["end"]), mention=raw["mention"],
        type=raw["type"], label=raw["label"], gold=raw["gold"] or "", accepted=frozenset(map(key, names)),
        bearers=frozenset(bearers),
    )  # fmt: skip


def _date(row: Row) -> PartialDate | None:
    return NEWS_MONTHS.get(f"20{row.set[3:5]}") if row.set.startswith("wmt") else None


def ask_desk(rows: Sequence[Row], desk: Desk) -> list[Answer]:
    """The desk's answers; a sentence of several rows is read once."""
    reports: dict[tuple[str, PartialDate | None], DocumentReport] = {}
    for row in waited(rows, len(rows), "checking"):
        case = (row.text, _date(row))
        if case not in reports:
            reports[case] = desk.check(parse_document(row.text, date=case[1]))
    return [_answer(row, reports[row.text, _date(row)]) for row in rows]


def _answer(row: Row, report: DocumentReport) -> Answer:
    taken = "; ".join(_taken(link) for link in report.links if link.mention.span.overlaps(row.span))
    answers = [
        Answer(
            flagged=True, right=_right(row, found), name=_proposed(found), why=found.rule, score=found.confidence, link=taken
        )
        for found in report.findings
        if found.rule.startswith("NAM") and found.span.overlaps(row.span)
    ]  # fmt: skip
    return max(answers, key=lambda answer: (answer.right, answer.score), default=Answer(link=taken or "no mention"))


def _taken(link: Link) -> str:
    """``Mike Pena: not_in_list, Mike Pence 0.41``."""
    best = link.candidates[0] if link.candidates else None
    return f"{link.mention.text}: {link.status.value}" + (f", {best.entity.name} {best.probability:.2f}" if best else "")


def _right(row: Row, found: Finding) -> bool:
    return (found.entity is not None and found.entity.id in row.bearers) or key(_proposed(found)) in row.accepted


def _proposed(found: Finding) -> str:
    return found.fixes[0].replacement if found.fixes else ""


def ask_baseline(rows: Sequence[Row], entities: EntityList) -> list[Answer]:
    """For each mention the most alike form of the list and its ratio; a mention spelled like some form is never flagged."""
    from rapidfuzz import fuzz, process

    forms = [
        (fold(form), entity)
        for entity in entities.entities
        for form in (entity.name, *entity.written(*RIGHT), *entity.family)
    ]
    texts = [form for form, _ in forms]
    answers = []
    for row in rows:
        # the first of the best: the list's own order decides a tie
        _, score, at = process.extractOne(fold(row.mention), texts, scorer=fuzz.ratio)
        entity = forms[at][1]
        known = score == 100.0 or bool(entities.named(row.mention))
        answers.append(
            Answer(flagged=not known, right=entity.id in row.bearers, name=entity.name, why="ratio", score=score)
        )  # fmt: skip
    return answers


def _above(answers: Sequence[Answer], threshold: float) -> list[Answer]:
    return [answer if answer.flagged and answer.score >= threshold else Answer() for answer in answers]


def _recall(rows: Sequence[Row], answers: Sequence[Answer]) -> Proportion:
    asked = [answer for row, answer in zip(rows, answers, strict=True) if row.answerable]
    return Proportion(hits=sum(answer.right and answer.flagged for answer in asked), total=len(asked))


def _alarms(rows: Sequence[Row], answers: Sequence[Answer]) -> int:
    return sum(answer.flagged for row, answer in zip(rows, answers, strict=True) if row.label in QUIET)


def at_equal(
    rows: Sequence[Row], desk: Sequence[Answer], baseline: Sequence[Answer]
) -> tuple[tuple[float, list[Answer]] | None, tuple[float, list[Answer]]]:
    """The baseline at the highest threshold with the desk's recall (None if it has none), and at the lowest that
    raises no more false alarms."""
    thresholds = sorted({answer.score for answer in baseline if answer.flagged}, reverse=True)
    wanted, allowed = _recall(rows, desk).hits, _alarms(rows, desk)
    same_recall, same_alarms = None, (101.0, _above(baseline, 101.0))
    for threshold in thresholds:
        answers = _above(baseline, threshold)
        if same_recall is None and _recall(rows, answers).hits >= wanted:
            same_recall = (threshold, answers)
        if _alarms(rows, answers) <= allowed:
            same_alarms = (threshold, answers)
    return same_recall, same_alarms


Test = Callable[[Row, Answer], tuple[bool, bool]]


def _share(rows: Sequence[Row], answers: Sequence[Answer], test: Test, seed: int) -> list[str]:
    """Cells of a share; ``test`` says whether a row is a hit and whether it counts."""
    judged = [(row.text, test(row, answer)) for row, answer in zip(rows, answers, strict=True)]
    parts = [(text, Proportion(hits=int(hit), total=int(counts))) for text, (hit, counts) in judged]
    return share(sum((part for _, part in parts), Proportion()), by_cluster(parts).values(), seed)


def _flagged(*labels: str, listed: bool | None = None) -> Test:
    def test(row: Row, answer: Answer) -> tuple[bool, bool]:
        counts = row.label in labels and listed in (None, bool(row.bearers))
        return counts and answer.flagged, counts

    return test


def _named(type_: str | None = None) -> Test:
    def test(row: Row, answer: Answer) -> tuple[bool, bool]:
        counts = row.answerable and type_ in (None, row.type)
        return counts and answer.flagged and answer.right, counts

    return test


def _renamed(row: Row, answer: Answer) -> tuple[bool, bool]:
    counts = row.label == GARBLE
    return counts and answer.flagged and not answer.right, counts


def _correction(row: Row, answer: Answer) -> tuple[bool, bool]:
    return answer.flagged and row.label == GARBLE and answer.right, answer.flagged


def _detection(row: Row, answer: Answer) -> tuple[bool, bool]:
    return answer.flagged and row.label == GARBLE, answer.flagged


MEASURES: dict[str, Test] = {
    "recall: garbles in the list, right name": _named(),
    "… persons": _named("PER"),
    "… places": _named("LOC"),
    "… organisations": _named("ORG"),
    "garbles given a wrong name (all)": _renamed,
    "false alarms: variant": _flagged("variant"),
    "false alarms: correct": _flagged("correct"),
    "false alarms: nil": _flagged("nil"),
    "false alarms: correct or variant, in the list": _flagged("correct", "variant", listed=True),
    "precision: a garble with the right name": _correction,
    "precision: a garble, whatever the name": _detection,
}


def _table(rows: Sequence[Row], answers: Sequence[Answer], seed: int) -> str:
    lines = [[name, *_share(rows, answers, test, seed)] for name, test in MEASURES.items()]
    return table(["measure", "rows", "share", "95% (Wilson)", "95% (bootstrap by sentence)"], lines)


def _coverage(rows: Sequence[Row]) -> str:
    total, listed = Counter(row.label for row in rows), Counter(row.label for row in rows if row.bearers)
    lines = [[label, str(total[label]), str(listed[label])] for label in (GARBLE, *QUIET)]
    return table(["label", "rows", "gold in the list"], lines)


def report(rows: Sequence[Row], desk: list[Answer], baseline: list[Answer], signed: str, seed: int) -> str:
    """All tables as one text."""
    recall, alarms = at_equal(rows, desk, baseline)
    sentences = len({row.text for row in rows})
    parts = ["# Garbled names", f"{len(rows)} mentions in {sentences} sentences.", _coverage(rows)]
    parts += ["## The desk", _table(rows, desk, seed)]
    if recall is None:
        parts += ["## Edit ratio at the desk's recall", "It does not reach the desk's recall at any threshold."]
    else:
        parts += [f"## Edit ratio at the desk's recall (from {number(recall[0], 1)})", _table(rows, recall[1], seed)]
    parts += [f"## Edit ratio at the desk's false alarms (from {number(alarms[0], 1)})", _table(rows, alarms[1], seed)]
    return "\n\n".join([*parts, f"`{signed}`"])


def misses(rows: Sequence[Row], answers: Sequence[Answer]) -> str:
    """Every row that the desk did not get right, with what it said."""
    header = ("outcome", "id", "set", "label", "type", "mention", "gold", "proposed", "rule", "confidence", "taken for", "text")
    lines = []
    for row, answer in zip(rows, answers, strict=True):
        outcome = _outcome(row, answer)
        if outcome is not None:
            said = (answer.name, answer.why, f"{answer.score:.2f}" if answer.flagged else "", answer.link)
            lines.append((outcome, row.id, row.set, row.label, row.type, row.mention, row.gold, *said, row.text))
    return tsv([header, *sorted(lines)])


def _outcome(row: Row, answer: Answer) -> str | None:
    """What is wrong with an answer; a garble of somebody whom the list does not know may stay quiet."""
    if not answer.flagged:
        return "missed" if row.answerable else None
    if row.label != GARBLE:
        return "false alarm"
    return None if answer.right else "wrong name"


def run(options: Namespace) -> str:
    """Ask both, and make the report."""
    (path,) = data_files(options.data, PATTERN)
    desk = Desk()
    rows = read_rows(path, desk.entities)
    answers = ask_desk(rows, desk)
    if options.misses:
        options.misses.write_text(misses(rows, answers) + "\n", encoding="utf-8")
    signed = signature(
        entities=desk.entities.signature, data=[path], seed=options.seed, libraries=["rapidfuzz"], repository=REPOSITORY
    )
    return report(rows, answers, ask_baseline(rows, desk.entities), signed, options.seed)


def main(arguments: list[str] | None = None) -> int:
    """Run, print, keep."""
    made = parser(__doc__)
    made.add_argument("--misses", type=Path, metavar="FILE", help="write the missed and wrong rows as TSV")
    options = made.parse_args(arguments)
    text = run(options)
    print(text)
    if options.keep:
        keep("names.md", text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
