"""A review that is killed, and one that is ended: nothing that was answered is lost."""

from __future__ import annotations

import signal
import sys
import time
from http.client import HTTPException
from pathlib import Path
from threading import Event, Thread

import pytest
from offices import ARTICLE
from running import PLAIN, Running, started

from copydesk.review import kept

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def when_checked(review: Running) -> list[str]:
    end = time.monotonic() + 120
    while (state := review.state())["busy"]:
        assert time.monotonic() < end
        time.sleep(0.05)
    return [item["ref"] for item in state["items"]]


def test_a_kill_at_any_moment_loses_nothing_that_was_answered(folder: Path) -> None:
    answered: list[str] = []
    for run in range(2):
        enough = Event()
        with started(folder, *PLAIN, "article.txt") as review:
            refs = when_checked(review)

            def work(name: str, review: Running = review, refs: list[str] = refs, enough: Event = enough) -> None:
                for number in range(10_000):
                    note = f"{name} {number}"
                    try:
                        review.post("judgements", {"ref": refs[number % 2], "answer": "rejected", "note": note})
                    except (OSError, HTTPException):
                        return
                    answered.append(note)
                    if number > 5:
                        enough.set()

            threads = [Thread(target=work, args=(f"run {run} tab {tab}",)) for tab in range(3)]
            for thread in threads:
                thread.start()
            assert enough.wait(60)
            review.kill()
            for thread in threads:
                thread.join(timeout=60)
    held = kept(folder / "copydesk-judgements.jsonl")
    assert set(answered) <= {decision.note for decision in held.decisions}
    with started(folder, *PLAIN, "article.txt") as review:
        when_checked(review)
        assert {item["answer"] for item in review.state()["items"]} == {"rejected"}


def test_ctrl_c_ends_it_cleanly(folder: Path) -> None:
    with started(folder, *PLAIN, "article.txt") as review:
        when_checked(review)
        review.process.send_signal(signal.SIGINT)
        out, err = review.process.communicate(timeout=60)
        assert (review.process.returncode, out, err) == (0, "", "")
