from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from copydesk.cli import reviewing
from copydesk.cli.main import cli
from copydesk.review.app.workplace import Workplace

LISTS = Path(__file__).with_name("lists")
PLAIN = ("--no-default-entities", "--reader", "none", "--entities", str(LISTS / "names.csv"))


@pytest.fixture
def review(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text("Nikol Pashinyan spoke.")

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(cli, ["review", *arguments], prog_name="copydesk")

    return run


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[Workplace]:
    """What would be served."""
    works: list[Workplace] = []

    def serve(work: Workplace, at: socket.socket, ready: Callable[[str], None]) -> None:
        works.append(work)
        ready(f"http://127.0.0.1:{at.getsockname()[1]}/")

    monkeypatch.setattr(reviewing, "serve", serve)
    return works


def test_the_address_is_printed(review: Callable[..., Result], served: list[Workplace]) -> None:
    done = review(*PLAIN, "article.txt")
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("Review at http://127.0.0.1:")
    assert [article.path for article in served[0].shelf.all()] == ["article.txt"]
    assert served[0].book.path == Path("copydesk-judgements.jsonl")
    assert served[0].book.who


def test_answers_go_beside_the_first_article(review: Callable[..., Result], served: list[Workplace], tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    for name in ("a.txt", "b.md", "c.pdf"):
        (tmp_path / "news" / name).write_text("words")
    done = review(*PLAIN, "--who", " Ann  B. ", "--date", "2020-11", "news", "gone.txt")
    assert (done.exit_code, served[0].book.path) == (0, Path("news/copydesk-judgements.jsonl"))
    assert [article.path for article in served[0].shelf.all()] == ["news/a.txt", "news/b.md"]
    assert (served[0].book.who, str(served[0].shelf.all()[0].date)) == ("Ann B.", "2020-11")
    assert "gone.txt: no such file" in done.stderr


def test_a_review_of_pasted_texts_alone(review: Callable[..., Result], served: list[Workplace]) -> None:
    assert review(*PLAIN).exit_code == 0
    assert served[0].shelf.all() == ()


def test_a_browser_opens_only_when_asked(
    review: Callable[..., Result], served: list[Workplace], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Any] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    review(*PLAIN, "article.txt")
    assert opened == []
    review(*PLAIN, "--open", "article.txt")
    assert len(opened) == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--entities", "gone.csv"), "gone.csv"), (("--config", "gone.toml"), "gone.toml"), (("--date", "2020-13",), "2020-13"),
        (("--judgements", "broken.jsonl"), "broken.jsonl:1"), (("--port", "70000"), "70000"), (("-",), "paste the text"),
    ],
)  # fmt: skip
def test_what_is_broken_stops_the_start(
    review: Callable[..., Result], served: list[Workplace], tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    (tmp_path / "broken.jsonl").write_text('{"schema":1,"type":"poem"}\n')
    done = review(*PLAIN, *arguments)
    assert (done.exit_code, served) == (2, [])
    assert words in done.stderr


def test_a_taken_port_is_told(review: Callable[..., Result], served: list[Workplace]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = review(*PLAIN, "--port", str(port), "article.txt")
    assert (done.exit_code, served) == (2, [])
    assert f"cannot listen on port {port}" in done.stderr


def test_a_cut_line_is_told(review: Callable[..., Result], served: list[Workplace], tmp_path: Path) -> None:
    (tmp_path / "cut.jsonl").write_text('{"schema":1,"type":"judgement","id":"a')
    done = review(*PLAIN, "--judgements", "cut.jsonl", "article.txt")
    assert done.exit_code == 0
    assert "cut.jsonl:1: breaks off" in done.stderr
