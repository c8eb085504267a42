"""What a reviewer said of a finding, or of an error that was missed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import uuid4

from copydesk.core.document import Document
from copydesk.core.finding import Finding, Severity
from copydesk.core.marking import Category
from copydesk.core.span import Span
from copydesk.review.context import context_of

#: the rule of an added error that no rule was named for
ADDED_RULE = "ADDED"


class Answer(StrEnum):
    """What a reviewer may say."""

    #: the finding is right
    ACCEPTED = "accepted"
    #: the finding is wrong
    REJECTED = "rejected"
    UNSURE = "unsure"
    #: an error that no finding speaks of
    ADDED = "added"
    #: an earlier decision of the same person no longer holds
    UNDONE = "undone"


class Key(NamedTuple):
    """What a decision is about: a finding wherever it stands or, with the words around it, in that place alone."""

    fingerprint: str
    prefix: str | None = None
    suffix: str | None = None


def key_of(finding: Finding, text: str) -> Key:
    """What a decision on this finding is about.

    A name that stands for an entity is wrong or right wherever it stands, so that it is judged once. What else is found ("has",
    "5 km") may be wrong here and right there: the words around it belong to it, and it is judged anew when they change.
    """
    if finding.entity is not None:
        return Key(finding.fingerprint)
    return Key(finding.fingerprint, *context_of(text, finding.span))


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision of one person. Raises ValueError for what no line of a file of judgements could hold.

    ``path`` and ``span`` (code points of the text as given) say where it was made; neither decides what it is about, for both
    change with edits. ``replacement`` is what the reviewer wants in the place of ``text``; None: what the finding proposes.
    """

    answer: Answer
    who: str
    #: in UTC
    when: datetime = field(default_factory=lambda: datetime.now(UTC))
    id: str = field(default_factory=lambda: str(uuid4()))
    fingerprint: str | None = None
    #: None of an added error that no rule was named for
    rule: str | None = None
    #: the id of the decision that is undone
    undoes: str | None = None
    path: str | None = None
    span: Span | None = None
    text: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    replacement: str | None = None
    confidence: float | None = None
    category: Category | None = None
    severity: Severity | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        if not self.who.strip() or not self.id.strip():
            raise ValueError("a decision without who or id")
        if self.when.utcoffset() is None:
            raise ValueError(f"a time without its zone: {self.when.isoformat()}")
        if (self.prefix is None) != (self.suffix is None):
            raise ValueError("a prefix without a suffix, or the other way round")
        missing = [name for name in _NEEDED[self.answer] if getattr(self, name) is None]
        if missing:
            raise ValueError(f"{self.answer.value} without {', '.join(missing)}")

    @property
    def key(self) -> Key | None:
        """What it is about; None of one that only undoes."""
        return None if self.fingerprint is None else Key(self.fingerprint, self.prefix, self.suffix)

    @property
    def order(self) -> tuple[datetime, str]:
        """By time; of one time by id, so that the order is the same whoever merges."""
        return self.when, self.id


_JUDGED = ("fingerprint", "rule")
_NEEDED = {
    Answer.ACCEPTED: _JUDGED,
    Answer.REJECTED: _JUDGED,
    Answer.UNSURE: _JUDGED,
    Answer.ADDED: ("fingerprint", "text", "span", "prefix", "suffix", "category", "severity"),
    Answer.UNDONE: ("undoes",),
}


def decided(
    finding: Finding, document: Document, answer: Answer, who: str, *, replacement: str | None = None, note: str | None = None
) -> Decision:
    """A decision on a finding of a document, made now."""
    key = key_of(finding, document.text)
    category = None if finding.category is None else Category(finding.category)
    return Decision(
        answer=answer, who=who, fingerprint=key.fingerprint, rule=finding.rule, path=document.path, span=finding.span,
        text=finding.text, prefix=key.prefix, suffix=key.suffix, replacement=replacement, confidence=finding.confidence,
        category=category, severity=finding.severity, note=note,
    )  # fmt: skip


def added(
    document: Document, span: Span, who: str, *, category: Category, severity: Severity,
    rule: str | None = None, replacement: str | None = None, note: str | None = None,
) -> Decision:  # fmt: skip
    """An error that was missed, marked now by a span of ``document.text``. ``rule`` names the rule that should have seen it.

    Two people who mark the same words in the same place speak of one error, whatever they call it.
    """
    text, (prefix, suffix) = span.of(document.text), context_of(document.text, span)
    parts = "\x1f".join((Answer.ADDED.value, text, prefix, suffix))
    fingerprint = hashlib.sha256(parts.encode(errors="surrogatepass")).hexdigest()[:16]
    return Decision(
        answer=Answer.ADDED, who=who, fingerprint=fingerprint, rule=rule, path=document.path, span=span, text=text,
        prefix=prefix, suffix=suffix, replacement=replacement, category=category, severity=severity, note=note,
    )  # fmt: skip


def answered(mark: Decision, answer: Answer, who: str, *, replacement: str | None = None, note: str | None = None) -> Decision:
    """What another says, now, of an error that was added: ``mark`` is the decision that added it."""
    return replace(
        mark, answer=answer, who=who, when=datetime.now(UTC), id=str(uuid4()), rule=mark.rule or ADDED_RULE,
        replacement=replacement, note=note,
    )  # fmt: skip


def undone(decision: Decision, who: str) -> Decision:
    """That a decision no longer holds, said now. It has an effect only on decisions of the same person."""
    return Decision(answer=Answer.UNDONE, who=who, undoes=decision.id)
