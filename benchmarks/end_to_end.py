"""The number that decides: garbles found with their right names, at so many false alarms in clean human news.

Both sides are read by the same desk with the same list. A false alarm is any name of a human reference that a system is as
sure of as of the garbles it is credited with.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from common import give_up, per_thousand, quoted, share, tsv
from copydesk.core.entity import Entity
from copydesk.names.forms import key
from copydesk.scoring import AlarmCurve, AlarmPoint, Proportion, Rate, Scored, alarm_curve, by_cluster, number, table
from desk_links import Asked, Checked, Taken, check_all, texts_of
from garbles import GARBLE, Row, date_of
from news import month_of, name_of, segments
from ratio_answers import FLOOR, Near, nearest

#: false alarms per 1,000 words at which recall is shown, and the one that decides
LEVELS, DECIDING = (0.1, 0.2, 0.3, 0.5, 1.0), 0.2
LISTED = 150
OURS, SHIPPED, RATIO = "copydesk", "copydesk as shipped", "rapidfuzz ratio"
#: what a reader said of an alarm
TRUE_ERROR, VERDICTS = "true_error", frozenset(("true_error", "false_alarm"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """How sure a system is that a name is garbled, and which names it cannot choose between."""

    score: float | None
    names: Collection[str]

    def right(self, row: Row) -> bool:
        """Whether one of the names is the right one."""
        return any(key(name) in row.accepted for name in self.names)


System = Callable[[Taken], Guess]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """The labelled rows and the references, each text as the desk read it."""

    rows: Sequence[Row]
    sentences: Mapping[Asked, Checked]
    references: Mapping[Asked, Checked]

    def over(self, row: Row) -> list[Taken]:
        """The names read where the row's mention stands."""
        return self.sentences[row.text, date_of(row)].over(row.span)

    @property
    def garbles(self) -> list[Row]:
        """The rows that have something to find."""
        return [row for row in self.rows if row.label == GARBLE]

    @property
    def words(self) -> int:
        """Of the references."""
        return sum(checked.words for checked in self.references.values())


def read_sentences(rows: Sequence[Row], built: Path) -> Read:
    """The labelled rows alone."""
    asked = [(row.text, date_of(row)) for row in rows]
    return Read(rows=rows, sentences=check_all(built, asked, "labelled sentences"), references={})


def read_references(paths: Iterable[Path], built: Path) -> dict[Asked, Checked]:
    """Each segment of the references once, with the date of the first set that has it."""
    dated: dict[str, Asked] = {}
    for path in paths:
        for row in segments(path):
            if row["reference"].strip():
                dated.setdefault(row["reference"], (row["reference"], month_of(name_of(path))))
    return check_all(built, dated.values(), "references")


def by_desk(taken: Taken) -> Guess:
    """What the linker suspects, whether or not it is sure enough to say so."""
    return Guess(score=taken.score, names=taken.names[:1])


def as_shipped(taken: Taken) -> Guess:
    """What the desk calls a garble."""
    return Guess(score=1.0 if taken.flagged else None, names=taken.names[:1])


def by_ratio(read: Read, entities: Iterable[Entity]) -> System:
    """The edit ratio over the same list."""
    near: Mapping[str, Near] = nearest(texts_of([*read.sentences.values(), *read.references.values()]), entities)
    return lambda taken: Guess(score=near[taken.text].score, names=near[taken.text].names)


def found(read: Read, row: Row, system: System) -> Scored:
    """The surest right answer to a garble."""
    guesses = [guess for guess in map(system, read.over(row)) if guess.score is not None and guess.right(row)]
    return Scored(score=max((guess.score for guess in guesses if guess.score is not None), default=None), hit=bool(guesses))


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """A name of a reference that a system suspects."""

    score: float
    mention: str
    name: str
    status: str
    context: str

    @property
    def pair(self) -> tuple[str, str]:
        """What a reader judged."""
        return self.mention, self.name


def alarms(read: Read, system: System) -> Iterator[Alarm]:
    """Every suspicion on the references."""
    for (text, _), checked in read.references.items():
        for taken in checked.taken:
            guess = system(taken)
            if guess.score is not None:
                context = quoted(text, taken.span.start, taken.span.end, around=60)
                name = min(guess.names, default="")
                yield Alarm(score=guess.score, mention=taken.text, name=name, status=taken.status, context=context)


def read_judged(path: Path) -> dict[tuple[str, str], str]:
    """What a reader said of alarms; nothing where the file is missing."""
    if not path.is_file():
        return {}
    said: dict[tuple[str, str], str] = {}
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row.get("verdict") not in VERDICTS:
                give_up(f"{path.name}: a verdict is one of {', '.join(sorted(VERDICTS))}, not {row.get('verdict')!r}")
            said[row["reference_mention"], row["listed_name"]] = row["verdict"]
    return said


class Outcome:
    """One system on both sides."""

    def __init__(self, name: str, read: Read, system: System, judged: Mapping[tuple[str, str], str]) -> None:
        self.name, self.read = name, read
        self.answers = [found(read, row, system) for row in read.garbles]
        self.alarms = sorted(alarms(read, system), key=lambda alarm: (-alarm.score, alarm.mention, alarm.context))
        self._judged = judged
        self.curve = self._curve(self.alarms)
        self.without = self._curve([alarm for alarm in self.alarms if judged.get(alarm.pair) != TRUE_ERROR])

    def _curve(self, held: Sequence[Alarm]) -> AlarmCurve:
        return alarm_curve(self.answers, [alarm.score for alarm in held], self.read.words)

    def threshold(self, level: float) -> float | None:
        """That of the largest recall with so few alarms."""
        point = self.curve.at_alarms(level)
        return None if point is None else point.threshold

    def shares(self, threshold: float | None, seed: int, test: Callable[[Row], bool] | None = None) -> list[str]:
        """Cells of recall at a threshold, over all garbles or some."""
        parts = [
            (row.text, Proportion(hits=int(_reached(answer, threshold)), total=1))
            for row, answer in zip(self.read.garbles, self.answers, strict=True)
            if test is None or test(row)
        ]
        return share(sum((part for _, part in parts), Proportion()), by_cluster(parts).values(), seed)

    def judgement(self, threshold: float) -> list[str]:
        """How many alarms at a threshold a reader judged to be true errors and false ones, and how many nobody has read."""
        said = [self._judged.get(alarm.pair) for alarm in self.alarms if alarm.score >= threshold]
        true, unread = said.count(TRUE_ERROR), said.count(None)
        return [str(len(said)), str(true), str(len(said) - true - unread), str(unread)]


def _reached(answer: Scored, threshold: float | None) -> bool:
    return answer.score is not None and threshold is not None and answer.score >= threshold


_SHARE = ["garbles", "recall", "95% (Wilson)", "95% (bootstrap by sentence)"]


def end_to_end(outcomes: Sequence[Outcome], shipped: Outcome, seed: int) -> str:
    """The tables of the section."""
    read = shipped.read
    parts = [
        "## End to end",
        f"{len(read.garbles)} garbles in sentences read alone, and {read.words:,} words of human references in"
        f" {len(read.references):,} segments, each read alone: both by the desk, with the labelled list over the list that it"
        " ships. At a threshold a garble is found where a name is read over it, as sure as that, whose first answer is right; a"
        " false alarm is any name of the references as sure as that. The threshold is the one of the largest recall"
        " within the alarms allowed; intervals are of recall at it. The edit ratio is given the names that the desk reads, is"
        f" quiet where a name is spelled like a form, and has ties in its favour; it is followed down to {FLOOR:.0f}. Target:"
        f" recall ≥ 0.60 at {DECIDING} alarms.",
        _levels("all alarms", outcomes, lambda outcome: outcome.curve, seed, shipped),
        "Without the alarms that a reader judged to be true misspellings of the references"
        " (`results/names.judged.tsv`), thresholds chosen anew:",
        _levels("true errors left out", outcomes, lambda outcome: outcome.without, seed, shipped),
        _judgements(outcomes, shipped),
        _groups("kind", outcomes, lambda row: row.type, seed),
        _groups("words", outcomes, lambda row: "one word" if len(row.mention.split()) == 1 else "several words", seed),
        _groups("source language", outcomes, language, seed),
    ]
    return "\n\n".join(parts)


def _levels(
    title: str, outcomes: Sequence[Outcome], curve_of: Callable[[Outcome], AlarmCurve], seed: int, shipped: Outcome
) -> str:
    lines = [
        _point(f"≤ {level}: {outcome.name}", outcome, curve_of(outcome).at_alarms(level), seed)
        for level in LEVELS
        for outcome in outcomes
    ]
    name, _, *cells = _point(shipped.name, shipped, curve_of(shipped).at_recall(0.0), seed)
    lines.append([name, number(None), *cells])
    return table([f"{title}: alarms per 1,000 words", "threshold", "alarms", *_SHARE], lines)


def _point(name: str, outcome: Outcome, point: AlarmPoint | None, seed: int) -> list[str]:
    if point is None:
        return [name, number(None), per_thousand(Rate(found=0, size=outcome.read.words)), *outcome.shares(None, seed)]
    return [name, number(point.threshold), per_thousand(point.alarms), *outcome.shares(point.threshold, seed)]


def _judgements(outcomes: Sequence[Outcome], shipped: Outcome) -> str:
    lines = [
        [outcome.name, *outcome.judgement(threshold)]
        for outcome in outcomes
        if (threshold := outcome.threshold(DECIDING)) is not None
    ]
    lines.append([shipped.name, *shipped.judgement(1.0)])
    return table([f"alarms on references at ≤ {DECIDING}", "alarms", "true errors", "false", "unread"], lines)


def language(row: Row) -> str:
    """The source language of a row's set: ``ru`` of ``wmt18 ru-en``."""
    return row.set.split()[-1].split("-")[0]


def of_group(of: Callable[[Row], str], name: str) -> Callable[[Row], bool]:
    """Whether a row is of a group."""
    return lambda row: of(row) == name


def _groups(title: str, outcomes: Sequence[Outcome], of: Callable[[Row], str], seed: int) -> str:
    rows = outcomes[0].read.garbles
    names = sorted({of(row) for row in rows}, key=lambda name: (-sum(of(row) == name for row in rows), name))
    lines = [
        [f"{name}: {outcome.name}", *outcome.shares(outcome.threshold(DECIDING), seed, of_group(of, name))]
        for name in names
        for outcome in outcomes
    ]
    return table([f"{title}, at ≤ {DECIDING} alarms", *_SHARE], lines)


def curve_tsv(outcomes: Sequence[Outcome]) -> str:
    """Every point of the curves up to the most alarms shown, and a little beyond."""
    header = ("system", "threshold", "alarms", "alarms_per_1000_words", "garbles_found", "recall")
    rows = [
        (outcome.name, f"{point.threshold:.4f}", point.alarms.found, number(point.per_thousand, 4), point.wanted.hits,
         number(point.recall, 4))
        for outcome in outcomes
        for point in outcome.curve.points
        if (point.per_thousand or 0.0) <= 2 * LEVELS[-1]
    ]  # fmt: skip
    return tsv([header, *rows])


def alarms_tsv(outcome: Outcome) -> str:
    """The surest alarms on references, for reading."""
    header = ("score", "reference_mention", "listed_name", "status", "context")
    rows = [(f"{alarm.score:.4f}", alarm.mention, alarm.name, alarm.status, alarm.context) for alarm in outcome.alarms[:LISTED]]
    return tsv([header, *rows])
