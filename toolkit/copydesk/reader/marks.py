"""From probabilities of words to the marks that an editor would make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copydesk.core.finding import Severity
from copydesk.core.marking import ErrorSpan
from copydesk.core.span import Span
from copydesk.reader.answers import SentenceAnswer
from copydesk.reader.card import Operating
from copydesk.reader.labels import CATEGORIES

#: a word of so many letters between two marks does not part them
_SHORT = 3
_ARTICLES = frozenset(("a", "an", "the"))


def marks(text: str, answer: SentenceAnswer, operating: Operating) -> Iterator[ErrorSpan]:
    """The marks of one sentence, in order; ``text`` is what the spans of the answer count in.

    Words of ``operating.seed`` or more with their neighbours of ``operating.grow`` or more make a mark; two that only a short
    word parts are one. Articles at the ends are left out unless they are seeds themselves; punctuation is in no word, so that
    it is left out too.
    """
    here = _Sentence(text, answer, operating)
    for first, last in here.runs():
        yield here.mark(first, last)


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    answer: SentenceAnswer
    operating: Operating

    def runs(self) -> Iterator[tuple[int, int]]:
        """First and last word of each mark."""
        grown = [value >= self.operating.grow for value in self.answer.any]
        seeds = self._seeds()
        kept = [run for run in _stretches(grown, seeds) if any(seeds[run[0] : run[1] + 1])]
        for first, last in self._merged(kept):
            yield self._trimmed(first, last, seeds)

    def _seeds(self) -> list[bool]:
        values = zip(self.answer.any, self.answer.categories, strict=True)
        return [value >= self.operating.seed_of(category) for value, category in values]

    def _merged(self, runs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        if not runs:
            return
        first, last = runs[0]
        for begin, end in runs[1:]:
            if begin - last == 2 and len(self.answer.words[last + 1]) <= _SHORT:
                last = end
                continue
            yield first, last
            first, last = begin, end
        yield first, last

    def _trimmed(self, first: int, last: int, seeds: Sequence[bool]) -> tuple[int, int]:
        while first < last and self._loose(first, seeds):
            first += 1
        while first < last and self._loose(last, seeds):
            last -= 1
        return first, last

    def _loose(self, word: int, seeds: Sequence[bool]) -> bool:
        return not seeds[word] and self.answer.words[word].of(self.text).lower() in _ARTICLES

    def mark(self, first: int, last: int) -> ErrorSpan:
        """The mark over these words: probabilities of its surest word, the category of most weight."""
        inside, answer = slice(first, last + 1), self.answer
        weighed = [
            sum(value * kinds[number] for value, kinds in zip(answer.any[inside], answer.kinds[inside], strict=True))
            for number in range(len(CATEGORIES))
        ]
        best = max(range(len(weighed)), key=weighed.__getitem__)
        any_, major = max(answer.any[inside]), max(answer.major[inside])
        return ErrorSpan(
            span=Span(answer.words[first].start, answer.words[last].end),
            category=CATEGORIES[best],
            severity=self._severity(any_, major, max(answer.critical[inside], default=0.0)),
            confidence=max((answer.sure or answer.any)[inside]),
            major=major,
            share=weighed[best] / sum(weighed) if any_ else None,
        )

    def _severity(self, any_: float, major: float, critical: float) -> Severity:
        least = self.operating.major * any_
        return Severity.CRITICAL if critical >= least > 0 else Severity.MAJOR if major >= least else Severity.MINOR


def _stretches(grown: Sequence[bool], seeds: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """First and last of each stretch of words that are grown or seeds."""
    begin: int | None = None
    for number, inside in enumerate([*(one or other for one, other in zip(grown, seeds, strict=True)), False]):
        if inside and begin is None:
            begin = number
        elif not inside and begin is not None:
            yield begin, number - 1
            begin = None
