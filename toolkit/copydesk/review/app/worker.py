"""Checks the articles of a shelf, one after the other, beside whoever looks at them."""

from __future__ import annotations

import sys
import traceback
from threading import Thread

from copydesk.errors import CopydeskError
from copydesk.reader.watching import watching
from copydesk.review.app.bench import Bench
from copydesk.review.app.shelf import Article, Shelf, Stage
from copydesk.text import read_document


class Worker(Thread):
    """One thread: a desk is not made for two at once, and the models take all cores as it is."""

    def __init__(self, shelf: Shelf, bench: Bench) -> None:
        super().__init__(name="copydesk-worker", daemon=True)
        self._shelf = shelf
        self._bench = bench

    def run(self) -> None:
        """Work until the shelf is closed."""
        while (article := self._shelf.next()) is not None:
            self.work(article)

    def work(self, article: Article) -> None:
        """Check an article. What goes wrong is told on its page."""
        try:
            self._check(article)
        except CopydeskError as error:
            self._shelf.tell(article, stage=Stage.FAILED, problem=str(error))
        except Exception:
            traceback.print_exc(file=sys.stderr)
            problem = "the check broke off; the reason is in the terminal that the review runs in"
            self._shelf.tell(article, stage=Stage.FAILED, problem=problem)

    def _check(self, article: Article) -> None:
        desks = self._bench.desks(article.lists)
        document = read_document(article.path, date=article.date)
        if desks.quick is desks.full:
            self._shelf.found(article, desks.quick.check(document), Stage.DONE)
            return
        if self._shelf.is_urgent(article.number):
            # somebody waits: what the lists say is there long before the model has read the text
            self._shelf.found(article, desks.quick.check(document), Stage.READING)
        with watching(lambda done, total: self._read(article, done, total)):
            report = desks.full.check(document)
        self._shelf.found(article, report, Stage.DONE)

    def _read(self, article: Article, done: int, total: int) -> None:
        self._shelf.tell(article, done=done, total=total)
