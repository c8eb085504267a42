"""Garbled names end to end: real mentions in real sentences, each judged by the whole desk with the list it ships.

Only a garble whose bearer is in the list can be given its right name; those count for recall. Every other row, a right
spelling, an accepted variant or somebody whom no list knows, must stay quiet. The baseline in the same run knows the same
list and is given the mention's exact place: the most alike form by accent-folded edit ratio, above one threshold.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from common import REPOSITORY, data_files, keep, parser, share, tsv, waited
from copydesk import Desk, DocumentReport, Finding, Link, PartialDate, parse_document
from copydesk.names.forms import key
from copydesk.scoring import Proportion, by_cluster, number, signature, table
from edit_ratio import ask_baseline, at_equal
from garbles import GARBLE, QUIET, Answer, Row, date_of, read_rows

PATTERN = "names/bench/real_garbles.dev.jsonl.gz"


def ask_desk(rows: Sequence[Row], desk: Desk) -> list[Answer]:
    """The desk's answers; a sentence of several rows is read once."""
    reports: dict[tuple[str, PartialDate | None], DocumentReport] = {}
    for row in waited(rows, len(rows), "checking"):
        case = (row.text, date_of(row))
        if case not in reports:
            reports[case] = desk.check(parse_document(row.text, date=case[1]))
    return [_answer(row, reports[row.text, date_of(row)]) for row in rows]


def _answer(row: Row, report: DocumentReport) -> Answer:
    taken = "; ".join(_taken(link) for link in report.links if link.mention.span.overlaps(row.span))
    answers = [
        Answer(
            flagged=True,
            right=_right(row, found),
            name=_proposed(found),
            why=found.rule,
            score=found.confidence,
            link=taken,
        )
        for found in report.findings
        if found.rule.startswith("NAM") and found.span.overlaps(row.span)
    ]
    return max(answers, key=lambda answer: (answer.right, answer.score), default=Answer(link=taken or "no mention"))


def _taken(link: Link) -> str:
    """``Mike Pena: not_in_list, Mike Pence 0.41``."""
    best = link.candidates[0] if link.candidates else None
    return f"{link.mention.text}: {link.status.value}" + (f", {best.entity.name} {best.probability:.2f}" if best else "")


def _right(row: Row, found: Finding) -> bool:
    return (found.entity is not None and found.entity.id in row.bearers) or key(_proposed(found)) in row.accepted


def _proposed(found: Finding) -> str:
    return found.fixes[0].replacement if found.fixes else ""


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
    header = (
        "outcome",
        "id",
        "set",
        "label",
        "type",
        "mention",
        "gold",
        "proposed",
        "rule",
        "confidence",
        "taken for",
        "text",
    )
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
    # signed before the run: files may change while it lasts
    signed = signature(
        entities=desk.entities.signature, data=[path], seed=options.seed, libraries=["rapidfuzz"], repository=REPOSITORY
    )
    rows = read_rows(path, desk.entities)
    answers = ask_desk(rows, desk)
    if options.misses:
        options.misses.write_text(misses(rows, answers) + "\n", encoding="utf-8")
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
