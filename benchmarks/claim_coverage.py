"""How many labelled claims are decided, why others are not, and whether the scores of decided ones can be believed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from claim_rows import GOLD, RELATIONS, ROLE, SHARE, Row, counted
from common import RESULTS
from copydesk.core.claim import Verdict
from copydesk.scoring import (
    Calibration,
    Forecast,
    Proportion,
    RiskPoint,
    calibration,
    number,
    risk_area,
    risk_coverage,
    table,
    with_interval,
)
from error_picture import Panel, picture
from reliability import installed

PICTURE = "claims.reliability.png"
#: shares of all labelled claims at which the risk is printed
_LEVELS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
KINDS: Mapping[str, Callable[[Row], bool]] = {
    "claims of office": lambda row: row.type == ROLE,
    "refuted": lambda row: row.said == Verdict.REFUTED.value,
    "all sorts": lambda row: row.type in RELATIONS,
}


def coverage(rows: Sequence[Row], *, keep: bool, seed: int) -> str:
    """The tables of the section, and the picture where results are kept."""
    parts = [
        "## Coverage",
        "Decided: supported or refuted. Everything else costs nothing but silence.",
        table(["labelled claims", *SHARE], list(_decided(rows, seed))),
        "Claims that were extracted and not decided, by the reason that the desk gives and by label:",
        _reasons(rows),
        "## Calibration",
        "The score of each decided claim is the probability that its verdict is right; it comes true where the label says the"
        " same. Expected calibration error in ten bins of equal width and of equal mass; intervals from 1,000 drawings of"
        " sentences.",
        _calibrations(rows, keep, seed),
        "Risk: the share of wrong verdicts where the surest claims are answered first, at coverages of all labelled claims.",
        _risks(rows),
    ]
    if keep and installed():
        parts.append(f"![stated probability against what came true, and risk against coverage]({PICTURE})")
    return "\n\n".join(parts)


def _decided(rows: Sequence[Row], seed: int) -> Iterator[list[str]]:
    yield ["all", *counted(((row, row.decided) for row in rows), seed)]
    for type_ in RELATIONS:
        if here := [row for row in rows if row.type == type_]:
            yield [type_, *counted(((row, row.decided) for row in here), seed)]
    read = [row for row in rows if row.answer is not None]
    yield ["all that are extracted", *counted(((row, row.decided) for row in read), seed)]


def _reasons(rows: Sequence[Row]) -> str:
    said = [(reason_of(row), row.verdict) for row in rows if row.answer is not None and not row.decided]
    counts, every = Counter(said), Counter(reason for reason, _ in said)
    names = sorted(every, key=lambda name: (-every[name], name))
    lines = [[name, str(every[name]), *(str(counts[name, gold]) for gold in GOLD)] for name in names]
    return table(["reason", "claims", *(f"label {gold}" for gold in GOLD)], lines)


def reason_of(row: Row) -> str:
    """Why a claim is not decided: the reason of the desk; of contested ones, that."""
    if row.answer is None:
        return "not extracted"
    if row.answer.verdict is Verdict.CONTESTED:
        return Verdict.CONTESTED.value
    return row.answer.reason.value if row.answer.reason else "none"


def forecasts(rows: Sequence[Row]) -> Iterator[tuple[str, Forecast]]:
    """The score of each decided claim and whether the label agrees, with its sentence."""
    for row in rows:
        if row.decided and row.answer is not None and row.answer.score is not None:
            yield row.text, Forecast(probability=row.answer.score, came_true=row.said == row.verdict)


def risks(rows: Sequence[Row]) -> tuple[RiskPoint, ...]:
    """Risk at each score, its coverage that of all rows and not only of the decided ones."""
    points = risk_coverage(forecast for _, forecast in forecasts(rows))
    return tuple(replace(p, coverage=Proportion(hits=p.coverage.hits, total=len(rows))) for p in points)


def _calibrations(rows: Sequence[Row], keep: bool, seed: int) -> str:
    lines, panels = [], []
    for name, test in KINDS.items():
        here = [row for row in rows if test(row)]
        made = list(forecasts(here))
        found = calibration([forecast for _, forecast in made], clusters=[text for text, _ in made], seed=seed)
        lines.append([name, *_values([forecast for _, forecast in made], found), number(risk_area(risks(here)))])
        panels.append(Panel(title=name, found=found, risks=risks(here)))
    if keep and installed():
        picture(PICTURE, panels, "Verdicts on labelled claims", folder=RESULTS)
    header = ["decided", "verdicts", "came true", "stated", "calibration error", "… equal mass", "Brier", "mean risk"]
    return table(header, lines)


def _values(made: Sequence[Forecast], found: Calibration) -> list[str]:
    stated = sum(forecast.probability for forecast in made) / len(made) if made else None
    true = Proportion(hits=sum(forecast.came_true for forecast in made), total=len(made))
    errors = (found.error, found.error_by_mass, found.brier)
    return [str(len(made)), number(true.value), number(stated), *(with_interval(error) for error in errors)]


def _risks(rows: Sequence[Row]) -> str:
    lines = []
    for name in ("claims of office", "all sorts"):
        points = risks([row for row in rows if KINDS[name](row)])
        cells = [next((number(p.risk.value) for p in points if (p.coverage.value or 0) >= level), "–") for level in _LEVELS]
        last = points[-1] if points else None
        lines.append([name, *cells, f"{number(last.risk.value)} at {number(last.coverage.value)}" if last else "–"])
    return table(["risk at coverage", *(f"{level:g}" for level in _LEVELS), "all decided"], lines)
