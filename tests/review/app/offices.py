"""A small office to review in: three short lists, one article with findings, no model."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from copydesk.config import Config
from copydesk.core.dates import PartialDate
from copydesk.entities.build import SEEDS
from copydesk.review import Decision, kept
from copydesk.review.app.bench import Bench
from copydesk.review.app.serving import app
from copydesk.review.app.worker import Worker
from copydesk.review.app.workplace import Workplace
from looked import Look

PORT = 8123
ORIGIN = f"http://127.0.0.1:{PORT}"
TOKEN = "a secret of this run"
LISTS = SEEDS.parent / "tests/cli/lists"
ARTICLE = (
    "Armenia says fighting goes on\n\n"
    "Turkish Foreign Minister Mevrut Cavusoglu spoke on Monday. Cavusoglu called for calm.\n\n"
    "As the military upgrade continued, Armenian Prime Minister Nicole Pasinyan held a military meeting in Yerevan, "
    "the capital of Armenia, and thanked John Doe.\n"
)
CONFIG = Config(
    entities=tuple(str(LISTS / f"{name}.csv") for name in ("names", "forms", "facts")), default_entities=False, reader="none",
    date=PartialDate(2020, 11, 28),
)  # fmt: skip
HEADERS = {"origin": ORIGIN, "x-copydesk-token": TOKEN}


@lru_cache(maxsize=1)
def the_bench() -> Bench:
    """The lists of the office, read once."""
    return Bench(CONFIG)


class Office:
    """A workplace with one article (or those given), its judgements, and a client that is let in."""

    def __init__(self, folder: Path, *articles: str, who: str = "ann", spellings: bool = False) -> None:
        self.folder = folder
        paths = [*articles]
        if not paths:
            (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
            paths = [str(folder / "article.txt")]
        self.judgements = folder / "judgements.jsonl"
        bench = Bench(CONFIG, str(folder / "own.csv")) if spellings else the_bench()
        self.work = Workplace(paths, bench, judgements=self.judgements, who=who, token=TOKEN)
        self.client = TestClient(app(self.work, PORT), base_url=ORIGIN, raise_server_exceptions=False, follow_redirects=False)

    def checked(self) -> Office:
        """All articles checked, as the worker does it."""
        worker = Worker(self.work.shelf, self.work.bench)
        while any(article.stage == "waiting" for article in self.work.shelf.all()):
            article = self.work.shelf.next()
            assert article is not None
            worker.work(article)
        return self

    def state(self, number: int = 1) -> dict[str, Any]:
        """What the script of an article's page is told."""
        answer = self.client.get(f"/api/articles/{number}")
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    def refs(self, number: int = 1) -> dict[str, str]:
        """The ref of each finding by its words."""
        return {item["text"]: item["ref"] for item in self.state(number)["items"]}

    def post(self, what: str, values: Mapping[str, Any] | None = None, number: int = 1, **headers: str) -> Any:
        """Do something to an article."""
        return self.client.post(f"/api/articles/{number}/{what}", json=values or {}, headers={**HEADERS, **headers})

    def kept(self) -> tuple[Decision, ...]:
        """What is in the file."""
        return kept(self.judgements).decisions


def place(words: str, text: str = ARTICLE) -> dict[str, int]:
    start = text.index(words)
    return {"start": start, "end": start + len(words)}


def mark_of(office: Office) -> str:
    found = [value for _, attrs in Look([office.client.get("/articles/1").text]).tags if (value := attrs.get("data-text"))]
    return found[0]
