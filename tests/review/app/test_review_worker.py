from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from offices import Office, the_bench

from copydesk.core.document import Document
from copydesk.core.report import DocumentReport
from copydesk.reader.watching import read_so_far
from copydesk.review.app.bench import Desks
from copydesk.review.app.worker import Worker


class SlowDesk:
    """A desk whose model reads three windows; what the page is told meanwhile is kept."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.real = the_bench().desks((1, 2, 3)).full
        self.told: list[dict[str, Any]] = []
        #: taken before the bench gives this desk instead
        self.full = the_bench().desks((1, 2, 3)).full

    def check(self, document: Document) -> DocumentReport:
        for done in range(3):
            read_so_far(done, 3)
            self.told.append(self.office.state())
        return self.full.check(document)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def checked(office: Office, monkeypatch: pytest.MonkeyPatch) -> SlowDesk:
    slow = SlowDesk(office)
    desks = Desks(quick=slow.real, full=slow)  # type: ignore[arg-type]
    monkeypatch.setattr(office.work.bench, "desks", lambda lists: desks)
    article = office.work.shelf.next()
    assert article is not None
    Worker(office.work.shelf, office.work.bench).work(article)
    return slow


def test_who_waits_sees_findings_and_progress_before_the_model_has_read(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.work.shelf.open(1)
    told = checked(office, monkeypatch).told
    assert [(state["stage"], state["done"], state["total"]) for state in told] == [
        ("reading", 0, 3), ("reading", 1, 3), ("reading", 2, 3)
    ]  # fmt: skip
    assert [len(state["items"]) for state in told] == [2, 2, 2]
    assert told[1]["words"] == "being checked: the model is still reading, 1 of 3"
    assert (office.state()["stage"], office.state()["busy"]) == ("done", False)


def test_where_nobody_waits_there_is_one_check(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    told = checked(office, monkeypatch).told
    assert [state["items"] for state in told] == [[], [], []]
    assert len(office.state()["items"]) == 2
