"""What the list says to labelled claims: precision and recall of its verdicts, by sort and by office."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from claim_extraction import grouped
from claim_offices import Offices
from claim_rows import GOLD, RELATIONS, ROLE, SHARE, Read, Row, counted, shared
from copydesk.core.claim import Verdict
from copydesk.core.entity import Fact
from copydesk.scoring import table

REFUTED, SUPPORTED = Verdict.REFUTED.value, Verdict.SUPPORTED.value
#: precision of refuted and of supported, and recall of perturbed role claims whose fact the list holds
AIMS = (0.95, 0.97, 0.60)
Test = Callable[[Row], bool]


def held(row: Row, offices: Offices) -> list[Fact]:
    """The undisputed rows of the labelled office and body that cover the article's date."""
    return offices.held(row.relation, (row.object, row.object_text), row.date)


def verdicts(read: Read, offices: Offices, seed: int) -> str:
    """The tables of the section."""
    rows = read.rows
    roles = [row for row in rows if row.type == ROLE]
    unlabelled = len(list(read.unlabelled(Verdict.REFUTED)))
    parts = [
        "## Verdicts",
        "All labelled claims of office, by label and by what the desk says:",
        _confusion(roles),
        "All other labelled claims:",
        _confusion([row for row in rows if row.type != ROLE]),
        "Precision is that of labelled claims: a sentence may make others that nobody labelled. Outside them the desk refutes"
        f" {unlabelled} claims in these sentences (`--misses` lists them)."
        " The list holds the fact of a perturbed claim where it"
        " has an undisputed row of the labelled office and body (looked up by the list's own titles and names) that covers the"
        " article's date: who held it, so that the false holder could be told. Targets: precision of refuted ≥"
        f" {AIMS[0]}, of supported ≥ {AIMS[1]}, recall of perturbed role claims whose fact the list holds ≥ {AIMS[2]}.",
        table(["measure", *SHARE], list(_measures(read, roles, offices, seed))),
        "By sort:",
        table(["sort and measure", *SHARE], list(_by(_sorts(rows), seed))),
        "Claims of office, by what the label says:",
        table(["labelled relation and measure", *SHARE], list(_by(grouped(roles, offices), seed))),
    ]
    return "\n\n".join(parts)


def _measures(read: Read, roles: Sequence[Row], offices: Offices, seed: int) -> Iterable[list[str]]:
    rows, perturbed = read.rows, [row for row in roles if row.perturbed]
    facts = {row.id: held(row, offices) for row in perturbed}
    known = [row for row in perturbed if facts[row.id]]
    for name, chosen, of in (
        ("precision: refuted", rows, _said(REFUTED)),
        ("… of claims of office", roles, _said(REFUTED)),
        ("precision: supported", rows, _said(SUPPORTED)),
        ("… of claims of office", roles, _said(SUPPORTED)),
    ):
        yield [name, *counted(((row, row.said == row.verdict) for row in chosen if of(row)), seed)]
    stray = [(text, False) for text, _ in read.unlabelled(Verdict.REFUTED)]
    labelled = [(row.text, row.verdict == REFUTED) for row in rows if row.said == REFUTED]
    yield ["precision: refuted, were all without a label wrong", *shared([*labelled, *stray], seed)]
    for name, chosen in (
        ("recall: perturbed claims of office whose fact the list holds", known),
        ("… of offices with one holder", [row for row in known if offices.single(facts[row.id])]),
        ("… that are extracted", [row for row in known if row.answer is not None]),
        ("recall: all perturbed claims of office", perturbed),
        ("recall: false claims of office in translations", [row for row in roles if not row.perturbed]),
        ("recall: all refuted", rows),
    ):
        yield [name, *counted(((row, row.said == REFUTED) for row in chosen if row.verdict == REFUTED), seed)]
    yield ["recall: supported", *counted(((row, row.said == SUPPORTED) for row in rows if row.verdict == SUPPORTED), seed)]
    others = [row for row in rows if row.verdict != REFUTED]
    yield ["refuted where the label does not", *counted(((row, row.said == REFUTED) for row in others), seed)]


def _sorts(rows: Sequence[Row]) -> dict[str, list[Row]]:
    return {type_: here for type_ in RELATIONS if (here := [row for row in rows if row.type == type_])}


def _by(groups: dict[str, list[Row]], seed: int) -> Iterable[list[str]]:
    """Of each group precision and recall of both verdicts, as far as there is something to count."""
    for name, rows in groups.items():
        for verdict in (REFUTED, SUPPORTED):
            found = [(row, row.verdict == verdict) for row in rows if row.said == verdict]
            wanted = [(row, row.said == verdict) for row in rows if row.verdict == verdict]
            for measure, counts in (("precision", found), ("recall", wanted)):
                if counts:
                    yield [f"{name}: {measure} of {verdict}", *counted(counts, seed)]


def _said(verdict: str) -> Test:
    return lambda row: row.said == verdict


def _confusion(rows: Sequence[Row]) -> str:
    cells = Counter((row.verdict, row.said) for row in rows)
    columns = [verdict.value for verdict in Verdict]
    lines = [[gold, *(str(cells[gold, said]) for said in (*columns, None))] for gold in GOLD]
    return table(["label \\ desk", *columns, "not extracted"], lines)
