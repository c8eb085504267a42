from __future__ import annotations

import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.core.document import Document, Reading
from copydesk.core.report import DocumentReport, Failure
from copydesk.errors import CopydeskError
from copydesk.render import Renderer, Style, Tally, renderer
from copydesk.render.html import Page
from copydesk.render.known import Known
from copydesk.render.page.index import BARS, FileRow, index
from copydesk.render.page.site import page_name
from hostile_strings import ALL
from looked import Look


def site(folder: Path) -> Renderer:
    return renderer("html", Style(folder=folder))


def write(folder: Path, *reports: DocumentReport, problems: tuple[Failure, ...] = ()) -> Look:
    pages, tally = site(folder), Tally()
    tally.sign("signature")
    for report in reports:
        tally.add(report)
        assert [*pages.document(report)] == []
    for problem in problems:
        assert [*pages.problem(problem)] == []
    assert [*pages.end(tally)] == []
    return Look([(folder / "index.html").read_text(encoding="utf-8")])


def at(report: DocumentReport, path: str) -> DocumentReport:
    return replace(report, document=replace(report.document, path=path))


def test_a_page_an_article_and_an_index(report: DocumentReport, tmp_path: Path) -> None:
    folder = tmp_path / "made" / "anew"
    look = write(
        folder, at(report, "a/one.txt"), at(report, "b/one.txt"), problems=(Failure(path="c.txt", message="c.txt: gone"),)
    )
    pages = [folder / href for href in look.all("href") if href.startswith("pages/")]
    assert len(set(pages)) == 2
    assert sorted(folder.rglob("*")) == sorted({*pages, folder / "pages", folder / "index.html"})
    for page in pages:
        up = [href for href in Look([page.read_text(encoding="utf-8")]).all("href") if href.endswith("index.html")]
        assert [(page.parent / href).resolve() for href in up] == [(folder / "index.html").resolve()]
    said = " ".join(" ".join(look.text).split())
    assert all(words in said for words in ("2 articles", "4 findings", "c.txt gone", "entities:x"))


def test_nothing_was_read(tmp_path: Path) -> None:
    look = write(tmp_path, problems=(Failure(path="c.txt", message="c.txt: gone"),))
    assert "0 articles" in look.text


def test_hostile_names(report: DocumentReport, tmp_path: Path) -> None:
    bad, plain = at(report, ALL), at(report, "x")
    problem = Failure(path=ALL, message=ALL)
    assert (
        write(tmp_path / "bad", bad, problems=(problem,)).shape == write(tmp_path / "plain", plain, problems=(problem,)).shape
    )
    assert len([*(tmp_path / "bad" / "pages").iterdir()]) == 1


def test_an_index_of_somebody_else_is_kept(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<title>My site</title>")
    with pytest.raises(CopydeskError, match="no report of copydesk"):
        site(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]


def test_a_report_takes_the_place_of_an_older_one(report: DocumentReport, tmp_path: Path) -> None:
    write(tmp_path, report)
    assert "2 articles" in write(tmp_path, report, at(report, "b.txt")).text


def test_one_page_holds_one_article(report: DocumentReport) -> None:
    page = Page(Known())
    assert [*page.document(report)] == []
    with pytest.raises(CopydeskError, match="one article"):
        next(page.document(report), None)


def test_memory_does_not_grow_with_the_articles(tmp_path: Path) -> None:
    text = "Words of an article that is not short at all.\n" * 400
    report = DocumentReport(document=Document(text=text, reading=Reading(text=text)))
    pages, tally = site(tmp_path), Tally()
    held = []
    tracemalloc.start()
    try:
        for number in range(24):
            each = at(report, f"{number}.txt")
            tally.add(each)
            assert [*pages.document(each)] == []
            held.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
    assert held[-1] - held[11] < len(text)


@given(st.lists(st.text(max_size=12), max_size=8, unique=True))
def test_page_names_are_plain_and_never_collide(paths: list[str]) -> None:
    names = [page_name(path) for path in paths]
    assert len(set(names)) == len(names)
    assert all(name.isascii() and "/" not in name and name.endswith(".html") for name in names)


def row(path: str, words: int, critical: int = 0, major: int = 0, minor: int = 0) -> FileRow:
    return FileRow(path=path, href=path, words=words, critical=critical, major=major, minor=minor, refuted=0)


def test_bars() -> None:
    made = index([row("a", 1000, 1, 2, 1), row("b", 0), row("c", 500, minor=4), row("d", 10)], {"NAM101": 5, "TRN205": 3})
    assert (made.words, made.findings, made.rate) == (1510, 8, pytest.approx(1000 * 8 / 1510))
    assert [(bar.row.path, bar.rate) for bar in made.worst] == [("c", 8), ("a", 4)]
    assert [(item.start, item.width) for item in made.worst[1].segments] == [(0, 12.5), (12.5, 25), (37.5, 12.5)]
    assert [(bar.rule.code, bar.segment.width) for bar in made.rules] == [("NAM101", 100), ("TRN205", 60)]
    assert [item.rate for item in made.files] == [4, None, 8, 0]


def test_of_many_articles_the_worst_have_bars() -> None:
    made = index([row(str(number), 1000, major=number) for number in range(3 * BARS)], {})
    assert [bar.row.major for bar in made.worst] == [3 * BARS - 1 - number for number in range(BARS)]
