from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.fixture
def news(folder: Path) -> Path:
    made = folder / "news"
    made.mkdir()
    for name in ("a.txt", "b.txt"):
        (made / name).write_text("teh man met Nicole Pasinyan, an odd name.\n")
    return made


def test_one_article_makes_one_file(run: Run, news: Path) -> None:
    result = run("check", "news/a.txt", "--format", "html", "-o", "report.html")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "")
    page = Path("report.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "words:4|date:unknown" in page
    assert run("check", "news/a.txt", "--format", "html").stdout == page


def test_what_cannot_be_read_stands_in_the_page_and_on_standard_error(run: Run, news: Path) -> None:
    result = run("check", "gone.txt", "--format", "html", "-o", "report.html")
    assert result.exit_code == 2
    assert result.stderr.startswith("copydesk: error: gone.txt: ")
    assert "<strong>gone.txt</strong>" in Path("report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("paths", [("news",), ("news/a.txt", "news/b.txt"), ("news/*.txt",)], ids=" ".join)
def test_several_articles_make_a_folder(run: Run, news: Path, paths: tuple[str, ...]) -> None:
    result = run("check", *paths, "--format", "html", "-o", "report")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "")
    assert len([*Path("report/pages").iterdir()]) == 2
    assert "2 articles" in Path("report/index.html").read_text(encoding="utf-8")


def test_an_earlier_report_is_no_article(run: Run, news: Path) -> None:
    for _ in range(2):
        assert run("check", "news", "--format", "html", "-o", "news/report").exit_code == 1
    assert len([*Path("news/report/pages").iterdir()]) == 2


@pytest.mark.parametrize("output", [(), ("-o", "report.html"), ("-o", "news/a.txt")], ids=" ".join)
def test_several_articles_need_a_folder(run: Run, news: Path, output: tuple[str, ...]) -> None:
    before = sorted(news.parent.rglob("*"))
    result = run("check", "news", "--format", "html", *output)
    assert result.exit_code == 2
    assert "name a folder" in result.stderr
    assert sorted(news.parent.rglob("*")) == before


def test_a_folder_that_cannot_be_made(run: Run, news: Path) -> None:
    result = run("check", "news", "--format", "html", "-o", "news/a.txt/report")
    assert result.exit_code == 2
    assert "news/a.txt/report: cannot be written" in result.stderr


@pytest.mark.parametrize("option", ["--mentions", "--links", "--sentences", "--diff"])
def test_views_and_diffs_are_refused(run: Run, news: Path, option: str) -> None:
    result = run("check", "news/a.txt", "--format", "html", option)
    assert result.exit_code == 2
    assert "html" in result.stderr
