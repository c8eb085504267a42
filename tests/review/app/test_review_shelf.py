from __future__ import annotations

from pathlib import Path
from threading import Thread

import pytest
from offices import ARTICLE, Office

from copydesk.core.document import Document, Reading
from copydesk.core.report import DocumentReport
from copydesk.errors import EntityListError
from copydesk.review.app import shelf as module
from copydesk.review.app.refusing import RefusedError
from copydesk.review.app.shelf import Article, Shelf, Stage

REPORT = DocumentReport(document=Document(text="x", reading=Reading(text="x")))


def filled(count: int) -> Shelf:
    return Shelf([Article(path=f"{number}.txt") for number in range(1, count + 1)])


def taken(shelf: Shelf) -> Article:
    article = shelf.next()
    assert article is not None
    return article


def test_articles_are_checked_in_order_but_those_looked_at_first() -> None:
    shelf = filled(5)
    assert taken(shelf).number == 1
    shelf.open(4)
    shelf.open(3)
    assert [taken(shelf).number for _ in range(4)] == [3, 4, 2, 5]


def test_a_late_answer_to_an_earlier_question_is_dropped() -> None:
    shelf = filled(1)
    early = taken(shelf)
    shelf.ask(1, date=None, lists=(0,))
    shelf.found(early, REPORT, Stage.DONE)
    assert shelf.article(1).report is None
    shelf.found(taken(shelf), REPORT, Stage.DONE)
    assert shelf.article(1).stage is Stage.DONE


def test_reports_that_nobody_looks_at_are_put_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 2)
    shelf = filled(4)
    for _ in range(4):
        shelf.found(taken(shelf), REPORT, Stage.DONE)
    assert [article.report is not None for article in shelf.all()] == [False, False, True, True]
    assert [article.keys for article in shelf.all()] == [()] * 4
    shelf.open(3)
    shelf.open(1)
    assert taken(shelf).number == 1
    shelf.found(shelf.article(1), REPORT, Stage.DONE)
    assert [article.report is not None for article in shelf.all()] == [True, False, True, False]


def test_an_article_of_the_same_path_is_the_same() -> None:
    shelf = filled(2)
    assert shelf.add(Article(path="2.txt")).number == 2
    assert shelf.add(Article(path="3.txt")).number == 3
    with pytest.raises(RefusedError, match="no such article"):
        shelf.article(4)


def test_closing_ends_the_wait() -> None:
    shelf = filled(0)
    waiting = Thread(target=shelf.next)
    waiting.start()
    shelf.close()
    waiting.join(timeout=10)
    assert not waiting.is_alive()


def test_a_broken_list_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text("id,name\n")
    (tmp_path / "article.txt").write_text(ARTICLE)
    from copydesk.config import Config
    from copydesk.review.app.bench import Bench

    with pytest.raises(EntityListError, match=r"bad\.csv"):
        Bench(Config(entities=(str(tmp_path / "bad.csv"),), reader="none"))


def test_what_breaks_in_a_check_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    office = Office(tmp_path)

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("copydesk.review.app.worker.read_document", broken)
    office.checked()
    assert office.state()["words"].startswith("could not be checked: the check broke off")
    assert "ZeroDivisionError" in capsys.readouterr().err
