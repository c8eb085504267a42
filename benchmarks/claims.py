"""Claims end to end: labelled statements in real sentences at their date, extracted and judged with the list it ships.

A labelled claim counts as extracted where a claim of the same sort overlaps it and speaks of the same subject. Precision is
measured on the labelled claims only: a sentence may make others that nobody labelled.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from common import REPOSITORY, RULES_ONLY, data_files, keep, parser, rows_of, share, tsv, waited
from copydesk import Desk, Judgement, PartialDate, Span, parse_document
from copydesk.core.claim import Verdict
from copydesk.scoring import Proportion, by_cluster, signature, table

PATTERN = "claims/real_claims.dev.jsonl.gz"
#: labelled sorts that the desk has a relation for; the others (party, weekday, nationality …) are left out
RELATIONS = {"role": "role", "capital": "capital_of", "located_in": "located_in", "rank": "rank"}
GOLD = ("supported", "refuted", "not_enough_info")
PERTURBED = "perturbed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A labelled claim and the desk's answer to it; None where it was not extracted."""

    id: str
    set: str
    system: str
    text: str
    date: PartialDate
    span: Span
    type: str
    subject: Span | None
    claim: str
    verdict: str
    why: str
    answer: Judgement | None = None

    @property
    def said(self) -> str | None:
        """The desk's verdict."""
        return self.answer.verdict.value if self.answer else None


def read_rows(path: Path, desk: Desk) -> list[Row]:
    """The labelled claims, each with the desk's answer; a sentence of several rows is read once."""
    raws = [raw for raw in rows_of(path) if raw["type"] in RELATIONS]
    claims: dict[tuple[str, str], tuple[Judgement, ...]] = {}
    for raw in waited(raws, len(raws), "checking"):
        case = (raw["text"], raw["date"])
        if case not in claims:
            claims[case] = desk.claims(parse_document(raw["text"], date=PartialDate.parse(raw["date"])))
    return [_row(raw, claims[raw["text"], raw["date"]]) for raw in raws]


def _row(raw: dict[str, Any], claims: Iterable[Judgement]) -> Row:
    span = Span(raw["start"], raw["end"])
    subject = _place(raw["text"], raw["subject_text"], span)
    return Row(
        id=raw["id"], set=raw["set"], system=raw["system"], date=PartialDate.parse(raw["date"]), text=raw["text"],
        span=span, type=raw["type"], subject=subject, claim=span.of(raw["text"]), verdict=raw["verdict"],
        why=raw["why"] or "", answer=_matching(raw["type"], span, subject, claims),
    )  # fmt: skip


def _place(text: str, subject: str | None, span: Span) -> Span | None:
    """Where the subject stands: inside the claim, else nearest to it."""
    if not subject:
        return None
    starts = [at for at in range(len(text)) if text.startswith(subject, at)]
    places = [Span(at, at + len(subject)) for at in starts]
    return min(places, key=lambda place: (not span.contains(place), abs(place.start - span.start)), default=None)


def _matching(type_: str, span: Span, subject: Span | None, claims: Iterable[Judgement]) -> Judgement | None:
    """The claim that a label means: same sort, overlapping, same subject; of several the one that shares most."""
    fitting = [
        item
        for item in claims
        if item.claim.relation == RELATIONS[type_]
        and item.claim.span.overlaps(span)
        and (subject is None or item.claim.subject.span is None or item.claim.subject.span.overlaps(subject))
    ]
    return max(fitting, key=lambda item: _shared(item.claim.span, span), default=None)


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


Test = Callable[[Row], tuple[bool, bool]]


def _extracted(type_: str) -> Test:
    return lambda row: (row.type == type_ and row.answer is not None, row.type == type_)


def _precision(verdict: str) -> Test:
    return lambda row: (row.said == verdict == row.verdict, row.said == verdict)


def _recall(verdict: str, *, perturbed: bool | None = None) -> Test:
    def test(row: Row) -> tuple[bool, bool]:
        counts = row.verdict == verdict and perturbed in (None, row.system == PERTURBED)
        return counts and row.said == verdict, counts

    return test


def _false_refutal(row: Row) -> tuple[bool, bool]:
    return row.verdict != "refuted" and row.said == "refuted", row.verdict != "refuted"


MEASURES: dict[str, Test] = {
    "extracted: role": _extracted("role"),
    "extracted: capital": _extracted("capital"),
    "extracted: located_in": _extracted("located_in"),
    "extracted: rank": _extracted("rank"),
    "precision: refuted": _precision("refuted"),
    "precision: supported": _precision("supported"),
    "recall: refuted": _recall("refuted"),
    "… in translations and references": _recall("refuted", perturbed=False),
    "… in perturbed sentences": _recall("refuted", perturbed=True),
    "recall: supported": _recall("supported"),
    "refuted where the label does not": _false_refutal,
}


def _measures(rows: Sequence[Row], seed: int) -> str:
    lines = []
    for name, test in MEASURES.items():
        judged = [(row.text, test(row)) for row in rows]
        parts = [(text, Proportion(hits=int(hit), total=int(counts))) for text, (hit, counts) in judged]
        total = sum((part for _, part in parts), Proportion())
        lines.append([name, *share(total, by_cluster(parts).values(), seed)])
    return table(["measure", "claims", "share", "95% (Wilson)", "95% (bootstrap by sentence)"], lines)


def _confusion(rows: Sequence[Row]) -> str:
    cells = Counter((row.verdict, row.said) for row in rows)
    columns = [verdict.value for verdict in Verdict]
    lines = [[gold, *(str(cells[gold, said]) for said in (*columns, None))] for gold in GOLD]
    return table(["label \\ desk", *columns, "not extracted"], lines)


def _undecided(rows: Sequence[Row]) -> str:
    reasons = Counter(
        (row.answer.reason.value if row.answer.reason else "none", row.verdict)
        for row in rows
        if row.answer is not None and row.answer.verdict is Verdict.NOT_ENOUGH_INFO
    )
    names = sorted({reason for reason, _ in reasons})
    lines = [[name, *(str(reasons[name, gold]) for gold in GOLD)] for name in names]
    return table(["reason", *(f"label {gold}" for gold in GOLD)], lines)


def report(rows: Sequence[Row], signed: str, seed: int) -> str:
    """All tables as one text."""
    sentences = len({row.text for row in rows})
    parts = ["# Claims", f"{len(rows)} labelled claims of office and place in {sentences} sentences."]
    for title, types in (("office", ("role",)), ("place", ("capital", "located_in", "rank"))):
        here = [row for row in rows if row.type in types]
        parts += [f"## Verdicts on claims of {title}", _confusion(here)]
    parts += ["## Measures", _measures(rows, seed), "## Undecided, by reason", _undecided(rows)]
    return "\n\n".join([*parts, f"`{signed}`"])


def misses(rows: Sequence[Row]) -> str:
    """Every row that was not extracted or not answered as labelled, with the reason."""
    header = (
        "outcome",
        "id",
        "set",
        "system",
        "date",
        "claim",
        "label",
        "desk",
        "reason",
        "message",
        "extracted",
        "why",
        "text",
    )
    lines = []
    for row in rows:
        if row.said != row.verdict:
            outcome = f"{row.verdict} → {row.said or 'not extracted'}"
            said = row.answer
            answer = (said.reason or "", said.message, said.claim.text) if said else ("", "", "")
            head = (outcome, row.id, row.set, row.system, str(row.date), row.claim, row.verdict, row.said or "")
            lines.append((*head, *answer, row.why, row.text))
    return tsv([header, *sorted(lines)])


def run(options: Namespace) -> str:
    """Judge, and make the report."""
    (path,) = data_files(options.data, PATTERN)
    desk = Desk(config=RULES_ONLY)
    # signed before the run: files may change while it lasts
    signed = signature(entities=desk.entities.signature, data=[path], seed=options.seed, repository=REPOSITORY)
    rows = read_rows(path, desk)
    if options.misses:
        options.misses.write_text(misses(rows) + "\n", encoding="utf-8")
    return report(rows, signed, options.seed)


def main(arguments: list[str] | None = None) -> int:
    """Run, print, keep."""
    made = parser(__doc__)
    made.add_argument("--misses", type=Path, metavar="FILE", help="write the claims answered otherwise than labelled as TSV")
    options = made.parse_args(arguments)
    text = run(options)
    print(text)
    if options.keep:
        keep("claims.md", text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
