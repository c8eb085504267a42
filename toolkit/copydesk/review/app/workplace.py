"""All that a run of the review works with, behind few questions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path, PurePath

from copydesk.core.dates import PartialDate
from copydesk.review.app import acting
from copydesk.review.app.bench import Bench
from copydesk.review.app.book import Book
from copydesk.review.app.pages import Setting
from copydesk.review.app.refusing import RefusedError
from copydesk.review.app.reviewed import Reviewed, reviewed
from copydesk.review.app.shelf import Article, Shelf, Stage
from copydesk.review.app.texts import FOLDER, Texts
from copydesk.review.corrected import corrected
from copydesk.text import encode_like

_ODD = re.compile(r"[^A-Za-z0-9._-]+")


class Workplace:
    """Articles, lists, judgements and texts of one run. Raises CopydeskError where the file of judgements is broken."""

    def __init__(self, paths: Sequence[str], bench: Bench, *, judgements: Path, who: str, token: str) -> None:
        self.bench = bench
        self.book = Book(judgements, who)
        self.texts = Texts(judgements.parent / FOLDER)
        self.setting = Setting(
            who=who, token=token, judgements=str(judgements), choices=self.bench.choices, spellings=bench.spellings,
            usual=self.bench.usual,
        )  # fmt: skip
        self.book.said()
        named = [Article(path=path, date=bench.config.date, lists=self.bench.usual) for path in paths]
        given = [
            Article(path=path, given=True, date=bench.config.date, lists=self.bench.usual)
            for path in self.texts.paths()
            if path not in paths
        ]
        self.shelf = Shelf([*named, *given])

    def seen(self, article: Article) -> Reviewed | None:
        """An article with what was said of it; None where it has no report."""
        return None if article.report is None else reviewed(article.report, self.book.said(), self.book.who)

    def seen_now(self, number: int) -> Reviewed:
        """The same, of an article that is acted on. Raises RefusedError where it has no report."""
        seen = self.seen(self.shelf.open(number))
        if seen is None:
            raise RefusedError(409, "the article is being checked", "wait until its findings are there")
        return seen

    def mark(self, article: Article) -> str:
        """Changes with everything that the page of an article shows."""
        return f"{article.version}-{self.book.said().mark}"

    def again(self, number: int, date: PartialDate | None, lists: Sequence[int] | None) -> Article:
        """Check an article again."""
        return self.shelf.ask(number, date=date, lists=self._picked(lists, self.shelf.article(number).lists))

    def take_in(self, name: str, data: bytes, date: PartialDate | None, lists: Sequence[int] | None) -> Article:
        """Keep a text that was sent, and check it."""
        picked = self._picked(lists, self.bench.usual)
        path = self.texts.keep(name, data)
        return self.shelf.add(Article(path=path, given=True, date=date or self.bench.config.date, lists=picked))

    def accept(self, number: int, ref: str) -> bool:
        """Take the spelling of a finding for right; False where it was already."""
        if self.setting.spellings is None:
            raise RefusedError(409, "no list takes spellings", "start the review with --spellings FILE")
        entities = self.bench.desks(self.shelf.article(number).lists).entities
        new = acting.accept(self.book, self.seen_now(number), ref, self.setting.spellings, entities)
        self.bench.forget()
        return new

    def corrected(self, article: Article) -> tuple[str, bytes]:
        """A file name and the bytes of an article with all that was accepted."""
        if article.report is None or article.stage is not Stage.DONE:
            raise RefusedError(409, "the article is being checked", "wait until its findings are there")
        made = corrected(article.report, self.book.said().decisions)
        path = PurePath(article.path)
        stem, suffix = (_ODD.sub("-", part).strip("-") for part in (path.stem, path.suffix))
        return f"{stem or 'article'}-corrected{suffix or '.txt'}", encode_like(article.report.document, made.text)

    def _picked(self, lists: Sequence[int] | None, usual: tuple[int, ...]) -> tuple[int, ...]:
        if lists is None:
            return usual
        if not lists or not all(0 <= number < len(self.bench.choices) for number in lists):
            raise RefusedError(400, "there is no such list", "pick at least one of those offered")
        return tuple(lists)
