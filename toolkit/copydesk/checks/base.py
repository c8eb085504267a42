"""What a rule is: data, examples, and one function."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from copydesk.core.claim import Judgement
from copydesk.core.document import Document
from copydesk.core.finding import Finding, Severity
from copydesk.core.marking import Category, ErrorSpan, SentenceQuality
from copydesk.core.mention import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What a rule reads: the document and all that was found in it. Spans refer to ``document.reading``."""

    document: Document
    links: tuple[Link, ...] = ()
    claims: tuple[Judgement, ...] = ()
    #: places that the reader or another tool takes for errors, and how well sentences read; empty without a reader
    marks: tuple[ErrorSpan, ...] = ()
    sentences: tuple[SentenceQuality, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One rule.

    ``failing`` holds texts in which ``[[…]]`` marks each place that the rule must find, and no other; ``passing`` holds
    texts in which it must find nothing. ``explanation`` is what ``copydesk explain`` prints. ``run`` yields findings whose
    spans refer to ``document.reading``; the desk translates them into the text as given.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    explanation: str
    failing: tuple[str, ...]
    passing: tuple[str, ...]
    run: Callable[[Proof], Iterator[Finding]]
    #: categories of marks that the rule reports; its examples then show where such a mark stands
    marked: tuple[Category, ...] = ()
