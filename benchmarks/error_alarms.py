"""Marks per 1,000 words on machine output beside human translations of the same news."""

from __future__ import annotations

from argparse import Namespace
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from math import ceil
from random import Random

from common import per_thousand
from copydesk.core.marking import ErrorSpan
from copydesk.mqm.segments import RatedSegment
from copydesk.scoring import Estimate, Rate, paired_ratio, table, with_interval
from copydesk.text import words
from news import Group, groups, news_files
from reader_answers import Answer, Key, key_of

#: consecutive segments that stand for an article
GROUP = 10
#: how many times fewer findings human translations should have
AIM = 4.0
ALL = "all news sets"
MAIN = "main raters"
Said = Mapping[Key, Answer]
#: marks of a segment, and how many readings of it they are the sum of
Marked = Callable[[RatedSegment], tuple[int, int]]


def news_segments(options: Namespace) -> list[RatedSegment]:
    """Drawn groups of every set: the human reference and one system each, a group as one document."""
    found = groups(news_files(options.data, options.sets), size=GROUP, systems=1, seed=options.seed)
    return [segment for _, here in groupby(found, key=lambda group: group.set) for segment in _drawn(list(here), options)]


def _drawn(found: Sequence[Group], options: Namespace) -> Iterator[RatedSegment]:
    numbers = sorted({group.number for group in found})
    count = min(len(numbers), ceil(options.segments / GROUP))
    kept = set(Random(f"{options.seed} {found[0].set}").sample(numbers, count))
    return (segment for group in found if group.number in kept for segment in _segments(group))


def _segments(group: Group) -> Iterator[RatedSegment]:
    for ident, text in zip(group.ids, group.texts, strict=True):
        if text.strip():
            yield RatedSegment(
                corpus=group.set, pair=group.set.partition(".")[2], domain="news", doc=f"{group.set} {group.number}", seg=ident,
                system=group.system, human=group.human, source=None, target=text,
            )  # fmt: skip


def by_answers(said: Said) -> Marked:
    """Each segment is read once."""
    return lambda segment: (len(said[key_of(segment)].marks), 1)


def by_raters(segment: RatedSegment) -> tuple[int, int]:
    """Each main rater reads it once."""
    marks: list[ErrorSpan] = [mark for rating in segment.ratings for mark in rating.errors]
    return len(marks), len(segment.ratings)


def rates(segments: Iterable[RatedSegment], marked: Marked) -> list[tuple[Rate, Rate]]:
    """Of each document the rate on machine output and on human translations."""
    found: dict[str, dict[bool, Rate]] = defaultdict(lambda: {False: Rate(), True: Rate()})
    for segment in segments:
        marks, readings = marked(segment)
        found[segment.doc][bool(segment.human)] += Rate(found=marks, size=readings * len(words(segment.target)))
    return [(by_human[False], by_human[True]) for by_human in found.values()]


def _row(where: str, who: str, pairs: Sequence[tuple[Rate, Rate]], seed: int) -> list[str]:
    machine, human = (sum((pair[at] for pair in pairs), Rate()) for at in (0, 1))
    ratio = paired_ratio(pairs, seed=seed)
    sizes = (f"{human.size:,}", f"{machine.size:,}")
    return [where, who, *sizes, per_thousand(human), per_thousand(machine), with_interval(ratio, 2), _reached(ratio)]


def _reached(ratio: Estimate) -> str:
    if ratio.value is None or ratio.interval is None:
        return "undefined"
    return "yes" if ratio.interval.low >= AIM else "no" if ratio.interval.high < AIM else "in part"


def alarms(test: Sequence[RatedSegment], news: Sequence[RatedSegment], said: Mapping[str, tuple[Said, Said]], seed: int) -> str:
    """The section. ``said``: by name, the answers to the test and those to the news; the first is shown set by set."""
    lines = [_row("wmt23", name, rates(test, by_answers(on_test)), seed) for name, (on_test, _) in said.items()]
    lines.append(_row("wmt23", MAIN, rates(test, by_raters), seed))
    lines += [_row(ALL, name, rates(news, by_answers(on_news)), seed) for name, (_, on_news) in said.items()]
    first, (_, on_news) = next(iter(said.items()))
    for corpus, here in groupby(news, key=lambda segment: segment.corpus):
        lines.append(_row(corpus, first, rates(here, by_answers(on_news)), seed))
    header = [
        "data",
        "marks of",
        "words human",
        "machine",
        "human per 1,000",
        "machine per 1,000",
        "machine : human",
        f"≥ {AIM:g}",
    ]
    parts = [
        "## False alarms",
        "Marks per 1,000 words (count), at the point that the reader ships with. wmt23: the human reference and all systems,"
        f" rated alike; news sets: the human reference and one drawn system of each group of {GROUP} segments. Ratio with a 95%"
        f" interval from 1,000 drawings of documents or groups; the aim is at least {AIM:g} (yes: the whole interval is above"
        " it). Human references hold errors too: the raters' own ratio says how far apart the two sides are.",
        table(header, lines, left=2),
    ]
    return "\n\n".join(parts)
