"""What the desk does to labelled mentions that must stay as they are, and whether its probabilities are to be believed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from common import share
from copydesk.names.forms import key
from copydesk.scoring import Calibration, Forecast, Proportion, by_cluster, calibration, number, table, with_interval
from desk_links import Taken
from end_to_end import TRUE_ERROR, Read
from garbles import GARBLE, QUIET, Row, date_of

#: the most that may be flagged, and of names in no list be given another name
MOST = {"variant": 0.01, "correct": 0.01, "nil": 0.02}
Test = Callable[[Row], bool]


def quiet(read: Read, threshold: float | None, level: float, seed: int) -> str:
    """The table of the section; ``threshold`` is that of so many false alarms, None where it was not measured."""
    lines = []
    for label in QUIET:
        rows = [row for row in read.rows if row.label == label]
        lines.append(_line(f"{label}: flagged", rows, lambda row: _flagged(read, row), seed))
        lines.append(_line(f"{label}: another name proposed", rows, lambda row: _corrected(read, row), seed))
        if threshold is not None:
            sure = _sure(read, threshold)
            lines.append(_line(f"{label}: as sure as at ≤ {level} alarms", rows, sure, seed))
    parts = [
        "## Names that must stay as they are",
        "The desk as shipped, on the same sentences. Flagged: any finding about names lies over the mention; another name"
        " proposed: it is called a garble of somebody. Targets: variant and correct at most"
        f" {MOST['variant']:.0%} flagged, nil (in no list) at most {MOST['nil']:.0%} given another name.",
        table(["rows", "counts", "share", "95% (Wilson)", "95% (bootstrap by sentence)"], lines),
    ]
    return "\n\n".join(parts)


def _line(name: str, rows: Sequence[Row], test: Test, seed: int) -> list[str]:
    parts = [(row.text, Proportion(hits=int(test(row)), total=1)) for row in rows]
    return [name, *share(sum((part for _, part in parts), Proportion()), by_cluster(parts).values(), seed)]


def _flagged(read: Read, row: Row) -> bool:
    return any(span.overlaps(row.span) for span in read.sentences[row.text, date_of(row)].findings)


def _corrected(read: Read, row: Row) -> bool:
    return any(taken.flagged for taken in read.over(row))


def _sure(read: Read, threshold: float) -> Test:
    return lambda row: any(taken.score is not None and taken.score >= threshold for taken in read.over(row))


def best_read(read: Read, row: Row) -> Taken | None:
    """The name read that shares most with the row's mention."""
    return max(
        read.over(row),
        key=lambda taken: min(taken.span.end, row.span.end) - max(taken.span.start, row.span.start),
        default=None,
    )


def forecasts(read: Read) -> Iterator[tuple[str, Forecast]]:
    """The probability of the first candidate of each mention that is not spelled as listed, with its sentence."""
    for row in read.rows:
        taken = best_read(read, row)
        if taken is not None and taken.score is not None:
            right = row.label == GARBLE and key(taken.names[0]) in row.accepted
            yield row.text, Forecast(probability=taken.score, came_true=right)


def in_news(read: Read, judged: Mapping[tuple[str, str], str]) -> Iterator[tuple[str, Forecast]]:
    """The same of every name of the references, of which a reader judged some to be garbled."""
    for (text, _), checked in read.references.items():
        for taken in checked.taken:
            if taken.score is not None:
                true = judged.get((taken.text, taken.names[0])) == TRUE_ERROR
                yield text, Forecast(probability=taken.score, came_true=true)


def calibrated(read: Read, judged: Mapping[tuple[str, str], str], seed: int) -> tuple[str, Calibration]:
    """The tables of the section, and what the picture shows: names as news has them where references were read."""
    rows, clean = list(forecasts(read)), list(in_news(read, judged))
    alone = _measured("the labelled mentions alone", rows, seed)
    together = _measured("the labelled mentions and all names of the references", [*rows, *clean], seed) if clean else None
    parts = [
        "## Calibration",
        "The probability of the first candidate of every mention that is read and not taken for a listed name as it is"
        " written; it comes true where the mention is a garble of that very entity. Intervals are drawn over sentences."
        " Target: error ≤ 0.03. A probability is meant for names as they come in translated news, of which most are right:"
        " the labelled mentions with all names of the references. The labelled ones alone, four of five of which are"
        " garbles, are stated too low.",
        *(text for text, _ in filter(None, (together, alone))),
    ]
    return "\n\n".join(parts), (together or alone)[1]


def _measured(title: str, made: Sequence[tuple[str, Forecast]], seed: int) -> tuple[str, Calibration]:
    found = calibration([forecast for _, forecast in made], clusters=[text for text, _ in made], seed=seed)
    values = [
        ["expected calibration error, ten bins of equal width", with_interval(found.error)],
        ["… ten bins of equal mass", with_interval(found.error_by_mass)],
        ["Brier score", with_interval(found.brier)],
        ["mentions", f"{len(made):,}"],
    ]
    bins = [
        [f"{one.low:.1f}–{one.high:.1f}", number(one.stated), with_interval(one.observed), number(one.gap)]
        for one in found.bins
    ]
    stated = table(["stated", "mean stated", "came true", "stated less true"], bins)
    return f"{table([title, 'value with 95% interval'], values)}\n\n{stated}", found
