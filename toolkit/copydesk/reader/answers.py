"""What a reader says of one sentence."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from copydesk.core.marking import Category
from copydesk.core.span import Span
from copydesk.reader.labels import CATEGORIES


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name and what it names: one of `copydesk.reader.labels.NAME_KINDS`."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceAnswer:
    """Probabilities of every word of a sentence, and of the sentence; None is what the reader does not say.

    ``words``, ``any``, ``major``, ``kinds`` are of equal length, and so is ``critical`` unless it is empty. ``any`` is the
    probability that a rater would mark the word, ``major`` that one would as a major error or worse; ``kinds`` holds those of
    the categories in the order of `copydesk.reader.labels.CATEGORIES`, given that something is wrong. ``sure`` is the
    probability that a mark whose surest word this is, is right. ``quality`` runs from 0 (worst) to 1, ``faulty`` is the
    probability of a major error anywhere in the sentence.
    """

    span: Span
    words: tuple[Span, ...] = ()
    any: tuple[float, ...] = ()
    major: tuple[float, ...] = ()
    critical: tuple[float, ...] = ()
    sure: tuple[float, ...] = ()
    kinds: tuple[tuple[float, ...], ...] = field(default=(), repr=False)
    names: tuple[Name, ...] = ()
    quality: float | None = None
    faulty: float | None = None

    @property
    def categories(self) -> tuple[Category, ...]:
        """The likeliest category of each word."""
        return tuple(CATEGORIES[max(range(len(kinds)), key=kinds.__getitem__)] for kinds in self.kinds)

    def shifted(self, by: int) -> SentenceAnswer:
        """The same in a text in which the sentence's text begins so many code points later."""
        return replace(
            self,
            span=self.span.shifted(by),
            words=tuple(word.shifted(by) for word in self.words),
            names=tuple(replace(name, span=name.span.shifted(by)) for name in self.names),
        )
