"""Whether stated probabilities of errors, of words and of segments, are what raters then mark."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from common import RESULTS
from copydesk.mqm.segments import RatedSegment
from copydesk.scoring import (
    Calibration,
    Forecast,
    RiskPoint,
    calibration,
    number,
    risk_area,
    risk_coverage,
    table,
    with_interval,
)
from error_flags import flags, has_major
from error_picture import Panel, picture
from error_segments import has_major_error
from reader_answers import Answer, Key, key_of
from reliability import installed

PICTURE = "errors.reliability.png"
Said = Mapping[Key, Answer]
#: document, and a forecast of it
Judged = tuple[str, Forecast]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a system states of one thing, and what that is worth."""

    what: str
    calibration: Calibration
    risks: tuple[RiskPoint, ...]
    count: int


def word_forecasts(segments: Sequence[RatedSegment], said: Said, *, major: bool) -> Iterator[Judged]:
    """Each word once for each main rater: whether that rater's marks touch it."""
    for segment in segments:
        answer = said[key_of(segment)]
        for rating in segment.ratings:
            marked = flags(rating.errors, len(segment.target), major=True if major else None)
            for span, stated in zip(answer.words, answer.major if major else answer.any, strict=True):
                yield segment.doc, Forecast(probability=stated, came_true=bool(marked[span.start : span.end].any()))


def rater_forecasts(segments: Sequence[RatedSegment], said: Said) -> Iterator[Judged]:
    """Each segment once for each main rater: whether that rater marks a major error."""
    for segment in segments:
        stated = said[key_of(segment)].major_segment
        yield from ((segment.doc, Forecast(probability=stated, came_true=has_major(rating))) for rating in segment.ratings)


def half_forecasts(segments: Sequence[RatedSegment], said: Said) -> Iterator[Judged]:
    """Each segment once: whether half of all its raters or more mark a major error."""
    for segment in segments:
        stated = said[key_of(segment)].major_segment
        yield segment.doc, Forecast(probability=stated, came_true=has_major_error(segment))


KINDS: dict[str, Callable[[Sequence[RatedSegment], Said], Iterator[Judged]]] = {
    "word: any error, a main rater": lambda segments, said: word_forecasts(segments, said, major=False),
    "word: major error, a main rater": lambda segments, said: word_forecasts(segments, said, major=True),
    "segment: major error, a main rater": rater_forecasts,
    "segment: major error, half of all raters": half_forecasts,
}


def as_answers(forecasts: Sequence[Forecast]) -> tuple[RiskPoint, ...]:
    """Risk and coverage of saying which of both is likelier: how sure the answer is, and whether it is right."""
    answers = (
        Forecast(probability=max(f.probability, 1 - f.probability), came_true=f.came_true is (f.probability >= 0.5))
        for f in forecasts
    )
    return risk_coverage(answers)


def measured(segments: Sequence[RatedSegment], said: Said, seed: int) -> Iterator[Result]:
    """All kinds of statements of one system."""
    for what, make in KINDS.items():
        judged = list(make(segments, said))
        forecasts = [forecast for _, forecast in judged]
        found = calibration(forecasts, clusters=[doc for doc, _ in judged], seed=seed)
        yield Result(what=what, calibration=found, risks=as_answers(forecasts), count=len(forecasts))


def _line(name: str, result: Result) -> list[str]:
    found = result.calibration
    true = sum(one.observed.hits for one in found.bins)
    stated = sum((one.stated or 0.0) * one.observed.total for one in found.bins)
    cells = [with_interval(value) for value in (found.error, found.error_by_mass, found.brier)]
    shares = [number(value / result.count if result.count else None) for value in (true, stated)]
    return [name, result.what, f"{result.count:,}", *shares, *cells, number(risk_area(result.risks))]


def calibration_section(segments: Sequence[RatedSegment], said: Mapping[str, Said], *, keep: bool, seed: int) -> str:
    """The section; the picture shows the first system, drawn only where results are kept."""
    rows = [segment for segment in segments if not segment.human]
    results = {name: list(measured(rows, answers, seed)) for name, answers in said.items()}
    lines = [_line(name, result) for name, found in results.items() for result in found]
    first, drawn = next(iter(results.items()))
    header = [
        "system",
        "what is stated",
        "statements",
        "came true",
        "stated",
        "calibration error",
        "… equal mass",
        "Brier",
        "risk",
    ]
    parts = [
        "## Calibration",
        "Expected calibration error in ten bins of equal width and of equal mass; risk: the mean, over all coverages, of the"
        " share of wrong answers where the surest are answered first. 95% intervals from 1,000 drawings of documents.",
        table(header, lines, left=2),
    ]
    if not installed():
        parts.append("No picture was drawn: matplotlib is not installed.")
    elif keep:
        picture(PICTURE, [Panel(title=r.what, found=r.calibration, risks=r.risks) for r in drawn], first, folder=RESULTS)
        parts.append(f"![stated probability against what came true, and risk against coverage]({PICTURE})")
    return "\n\n".join(parts)
