"""The review as browsers meet it: served here, or as a process of its own to be killed."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.request import Request, urlopen

from offices import CONFIG, Office

from copydesk.entities.build import SEEDS
from copydesk.review.app.serving import listening, server
from copydesk.review.app.worker import Worker

#: of an article without a model, so that it is there at once
PLAIN = (
    "--no-default-entities", "--reader", "none", "--date", "2020-11-28",
    *(part for path in CONFIG.entities for part in ("--entities", path)),
)  # fmt: skip
_TOKEN = re.compile(r'data-token="([^"]+)"')


class Running:
    """A review that runs, and the little that a page says to it."""

    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/")
        with urlopen(f"{self.address}/", timeout=60) as answer:
            found = _TOKEN.search(answer.read().decode())
        assert found is not None
        self.token = found[1]

    def state(self, number: int = 1) -> dict[str, Any]:
        with urlopen(f"{self.address}/api/articles/{number}", timeout=60) as answer:
            state: dict[str, Any] = json.load(answer)
        return state

    def post(self, what: str, values: Mapping[str, Any], number: int = 1) -> dict[str, Any]:
        headers = {"Origin": self.address, "X-Copydesk-Token": self.token, "Content-Type": "application/json"}
        address = f"{self.address}/api/articles/{number}/{what}"
        with urlopen(Request(address, json.dumps(values).encode(), headers), timeout=60) as answer:
            done: dict[str, Any] = json.load(answer)
        return done


class Process(Running):
    """One in a process of its own."""

    def __init__(self, address: str, process: subprocess.Popen[str]) -> None:
        super().__init__(address)
        self.process = process

    def kill(self) -> None:
        """End it as a crash of the machine would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=60)


@contextmanager
def served(office: Office) -> Iterator[Running]:
    """An office that is served by a thread, which is there at once."""
    work = office.work
    with listening(0) as at:
        port = at.getsockname()[1]
        made = server(work, port)
        at.listen()
        worker, thread = Worker(work.shelf, work.bench), Thread(target=made.run, kwargs={"sockets": [at]})
        worker.start()
        thread.start()
        try:
            yield Running(f"http://127.0.0.1:{port}")
        finally:
            made.should_exit = True
            work.shelf.close()
            thread.join(timeout=60)
            worker.join(timeout=60)


@contextmanager
def started(folder: Path, *arguments: str) -> Iterator[Process]:
    """A review with these arguments in a folder; it is gone afterwards, however it ends."""
    environment = {**os.environ, "PYTHONPATH": str(SEEDS.parent / "toolkit"), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        [sys.executable, "-m", "copydesk.cli", "review", "--who", "ann", *arguments], cwd=folder, env=environment, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert found is not None, (line, process.stderr.read() if process.stderr else "")
        yield Process(found[0], process)
    finally:
        process.kill()
        process.communicate()
