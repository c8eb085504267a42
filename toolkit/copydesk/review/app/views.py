"""What pages and answers say, in words and plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from copydesk.core.document import Document
from copydesk.core.finding import Safety, Severity
from copydesk.core.marking import Category
from copydesk.render.visible import visible
from copydesk.review.app.acting import spelling_of
from copydesk.review.app.book import Said
from copydesk.review.app.reviewed import Item, Reviewed, progress
from copydesk.review.app.shelf import BUSY, Article, Stage
from copydesk.review.decision import Answer, Decision

_MINE = {
    Answer.ACCEPTED: "You accepted it", Answer.REJECTED: "You rejected it", Answer.UNSURE: "You are unsure",
    Answer.ADDED: "You marked it",
}  # fmt: skip
_THEIRS = {
    Answer.ACCEPTED: "accepted it", Answer.REJECTED: "rejected it", Answer.UNSURE: "is unsure", Answer.ADDED: "marked it",
}  # fmt: skip
_STAGES = {
    Stage.WAITING: "waiting", Stage.WORKING: "being checked", Stage.READING: "being checked: the model is still reading",
    Stage.DONE: "checked", Stage.FAILED: "could not be checked",
}  # fmt: skip
SEVERITIES = tuple(severity.value for severity in (Severity.MINOR, Severity.MAJOR, Severity.CRITICAL))
CATEGORIES = tuple(category.value for category in Category)


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """The answers to one finding, as its card shows them."""

    ref: str
    #: the answer of who reviews, ``""`` where there is none
    answer: str
    mine: str
    others: str
    disputed: bool
    added: bool
    #: what the finding underlines, as it is read
    words: str
    #: what is in the correction to begin with: that of who reviews, else the finding's, else its words
    proposed: str
    #: what the finding itself would write
    usual: str
    note: str
    #: what would be accepted as a spelling, None where nothing may be
    spelling: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An article in the list of articles."""

    number: int
    name: str
    path: str
    stage: Stage
    words: str
    findings: int | None
    judged: int | None


def control(item: Item, document: Document, spellings: bool) -> Control:
    """The answers to a finding; ``spellings`` says whether there is a list to add them to."""
    finding, mine = item.finding, item.mine
    read = document.reading.read(finding.span)
    words = finding.text if read is None else read.of(document.reading.text)
    fixes = (fix.replacement for fix in finding.fixes if fix.span == finding.span and fix.safety is not Safety.DISPLAY)
    usual = next(fixes, None if item.added is None else item.added.replacement)
    own = mine.replacement if mine is not None else None
    return Control(
        ref=item.ref, answer="" if mine is None else mine.answer.value, mine="" if mine is None else _said(mine, _MINE),
        others="; ".join(f"{one.who} {_said(one, _THEIRS)}" for one in item.others), disputed=item.disputed,
        added=item.added is not None, words=words, proposed=next(text for text in (own, usual, words) if text is not None),
        usual=words if usual is None else usual, note=(mine.note or "") if mine is not None else "",
        spelling=spelling_of(item, document) if spellings else None,
    )  # fmt: skip


def _said(decision: Decision, words: dict[Answer, str]) -> str:
    written = f", writing “{decision.replacement}”" if decision.replacement is not None else ""
    note = f" ({decision.note})" if decision.note else ""
    return f"{words[decision.answer]}{written}{note}"


def line(article: Article, said: Said, who: str) -> Line:
    """An article as the list shows it."""
    judged = progress(article, said, who)
    return Line(
        number=article.number, name=article.name, path=article.path, stage=article.stage, words=stage_words(article),
        findings=None if judged is None else judged[1], judged=None if judged is None else judged[0],
    )  # fmt: skip


def stage_words(article: Article) -> str:
    """How far an article has come, in words."""
    if article.problem is not None:
        return f"{_STAGES[article.stage]}: {article.problem}"
    if article.stage in BUSY and article.total:
        return f"{_STAGES[Stage.READING]}, {article.done} of {article.total}"
    return _STAGES[article.stage]


def lines_json(lines: Sequence[Line]) -> list[dict[str, Any]]:
    """The list of articles for the script of its page."""
    return [
        {"number": one.number, "busy": one.stage in BUSY, "words": visible(one.words), "findings": one.findings,
         "judged": one.judged}
        for one in lines
    ]  # fmt: skip


def article_json(article: Article, seen: Reviewed | None, spellings: bool) -> dict[str, Any]:
    """The state of an article for the script of its page. All words in it are fit to show as text."""
    state: dict[str, Any] = {
        "stage": article.stage.value, "busy": article.stage in BUSY, "words": visible(stage_words(article)),
        "done": article.done, "total": article.total, "shape": None if seen is None else seen.shape, "items": [],
    }  # fmt: skip
    if seen is not None:
        document = seen.report.document
        state["items"] = [_control_json(control(item, document, spellings)) for item in seen.items]
        state["judged"] = sum(item.mine is not None for item in seen.items)
    return state


def _control_json(one: Control) -> dict[str, Any]:
    return {
        "ref": one.ref, "answer": one.answer, "mine": visible(one.mine), "others": visible(one.others),
        "disputed": one.disputed, "text": one.words, "proposed": one.proposed, "usual": one.usual, "note": one.note,
    }  # fmt: skip
