"""The articles under review, each as an unchanging value that is put in the place of the one before."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import PurePath
from threading import Condition
from typing import Any

from copydesk.core.dates import PartialDate
from copydesk.core.report import DocumentReport
from copydesk.review.app.refusing import RefusedError
from copydesk.review.decision import Key, key_of

#: reports that are kept in memory; others are made again when somebody opens their page
MOST = 40


class Stage(StrEnum):
    """How far an article has come."""

    WAITING = "waiting"
    WORKING = "working"
    #: what the lists say is there; the model that marks errors still reads
    READING = "reading"
    DONE = "done"
    FAILED = "failed"


BUSY = (Stage.WAITING, Stage.WORKING, Stage.READING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article. ``number`` counts from 1 and is all that a request says of it; ``path`` is never sent by anyone."""

    path: str
    #: set by the shelf
    number: int = 0
    #: of a text that was pasted or dropped, not named at the start
    given: bool = False
    date: PartialDate | None = None
    #: which of the lists it is checked against, by their numbers
    lists: tuple[int, ...] = ()
    stage: Stage = Stage.WAITING
    #: windows of the text that the model has read, and how many there are; None while it does not read
    done: int | None = None
    total: int | None = None
    report: DocumentReport | None = None
    #: of each finding what a judgement on it is about; None until the article was checked
    keys: tuple[Key, ...] | None = None
    problem: str | None = None
    #: counts the times that it was asked for, so that a late answer to an earlier question is dropped
    asked: int = 0
    #: grows with every change
    version: int = 0

    @property
    def name(self) -> str:
        """Its file name."""
        return PurePath(self.path).name or self.path


class Shelf:
    """All articles. Threads may ask and change at any time; a change of an article is seen whole or not at all."""

    def __init__(self, articles: Sequence[Article] = ()) -> None:
        self._articles = [replace(article, number=number) for number, article in enumerate(articles, start=1)]
        self._urgent: list[int] = []
        self._recent: OrderedDict[int, None] = OrderedDict()
        self._changed = Condition()
        self._closed = False
        self._version = 0

    def all(self) -> tuple[Article, ...]:
        """All articles by their numbers."""
        with self._changed:
            return tuple(self._articles)

    def article(self, number: int) -> Article:
        """One of them. Raises RefusedError (404) where there is none."""
        with self._changed:
            if not 1 <= number <= len(self._articles):
                raise RefusedError(404, "there is no such article", "go back to the list of articles")
            return self._articles[number - 1]

    def add(self, article: Article) -> Article:
        """Put a new article at the end; where there is one of its path, ask for that one anew. It gets its number here."""
        with self._changed:
            number = next((one.number for one in self._articles if one.path == article.path), None)
            if number is None:
                number = len(self._articles) + 1
                self._articles.append(replace(article, number=number))
            return self.ask(number, date=article.date, lists=article.lists)

    def ask(self, number: int, *, date: PartialDate | None, lists: tuple[int, ...]) -> Article:
        """Have an article checked (again), before all others."""
        asked = self.article(number).asked + 1
        return self._change(
            number, urgent=True, date=date, lists=lists, stage=Stage.WAITING, done=None, total=None, problem=None, asked=asked
        )

    def open(self, number: int) -> Article:
        """An article that somebody looks at: it is checked before others, and again where its report was put away."""
        article = self.article(number)
        if article.stage is Stage.DONE and article.report is None:
            return self.ask(number, date=article.date, lists=article.lists)
        with self._changed:
            self._urge(number)
            if article.report is not None:
                self._remember(number)
        return article

    def tell(self, article: Article, **changes: Any) -> bool:
        """Change an article that is being checked. False, and no change, where it was asked for again meanwhile."""
        with self._changed:
            same = self._articles[article.number - 1].asked == article.asked
            if same:
                self._change(article.number, **changes)
            return same

    def found(self, article: Article, report: DocumentReport, stage: Stage) -> None:
        """Put the report of an article there."""
        text = report.document.text
        keys = tuple(key_of(finding, text) for finding in report.findings)
        with self._changed:
            if self.tell(article, report=report, keys=keys, stage=stage, done=None, total=None):
                self._remember(article.number)

    def is_urgent(self, number: int) -> bool:
        """Whether somebody looks at it."""
        with self._changed:
            return number in self._urgent

    def next(self) -> Article | None:
        """The article to check next, waited for; None when the shelf is closed."""
        with self._changed:
            while not self._closed:
                waiting = [one.number for one in self._articles if one.stage is Stage.WAITING]
                if waiting:
                    number = next((number for number in reversed(self._urgent) if number in waiting), waiting[0])
                    return self._set(number, stage=Stage.WORKING)
                self._changed.wait()
            return None

    def close(self) -> None:
        """Let nobody wait any longer."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def _change(self, number: int, *, urgent: bool = False, **changes: Any) -> Article:
        with self._changed:
            if urgent:
                self._urge(number)
            changed = self._set(number, **changes)
            self._changed.notify_all()
            return changed

    def _set(self, number: int, **changes: Any) -> Article:
        self._version += 1
        changed = replace(self._articles[number - 1], version=self._version, **changes)
        self._articles[number - 1] = changed
        return changed

    def _urge(self, number: int) -> None:
        self._urgent = [*(one for one in self._urgent if one != number), number][-MOST:]

    def _remember(self, number: int) -> None:
        """Put the reports away that nobody looked at for longest."""
        self._recent.pop(number, None)
        self._recent[number] = None
        while len(self._recent) > MOST:
            oldest, _ = self._recent.popitem(last=False)
            self._set(oldest, report=None)
