"""A folder of pages: one for each article as it comes, and at the end an index. Of the articles only counts are kept."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

from copydesk.core.report import DocumentReport
from copydesk.errors import CopydeskError
from copydesk.fixing import replacing
from copydesk.render.known import Known
from copydesk.render.page.build import article
from copydesk.render.page.index import FileRow, file_row, index
from copydesk.render.page.pages import article_page, index_page
from copydesk.render.page.unread import Unread, unread
from copydesk.render.tally import Tally
from copydesk.render.wire import Problem

INDEX, PAGES = "index.html", "pages"
_OURS = b'<meta name="generator" content="copydesk'
#: bytes in which the mark of our pages stands
_HEAD = 4096
_LONGEST = 48


class Site:
    """``--format html`` of several articles. It writes files itself and prints nothing.

    Raises CopydeskError where the folder holds an index that is no page of ours, OSError where it cannot be written.
    """

    def __init__(self, folder: Path, known: Known) -> None:
        self._folder = folder
        self._known = known
        self._files: list[FileRow] = []
        self._unread: list[Unread] = []
        _refuse_others(folder / INDEX)
        (folder / PAGES).mkdir(parents=True, exist_ok=True)

    def document(self, report: DocumentReport) -> Iterator[str]:
        """Write the page of a document."""
        page = article(report, self._known)
        href = f"{PAGES}/{page_name(page.path)}"
        _write(self._folder / href, article_page(page, up=f"../{INDEX}"))
        self._files.append(file_row(page, href))
        yield from ()

    def problem(self, problem: Problem) -> Iterator[str]:
        """Kept for the index."""
        self._unread.append(unread(problem))
        yield from ()

    def end(self, tally: Tally) -> Iterator[str]:
        """Write the index."""
        shown = index(self._files, tally.rules)
        _write(self._folder / INDEX, index_page(shown, self._unread, tally))
        yield from ()


def page_name(path: str) -> str:
    """The file name of an article's page: the same in every run, and another one for every path."""
    stem = re.sub(r"[^a-z0-9]+", "-", PurePath(path).stem.lower()).strip("-")[:_LONGEST] or "article"
    return f"{stem}-{hashlib.sha256(path.encode(errors='surrogatepass')).hexdigest()[:8]}.html"


def _write(path: Path, pieces: Iterable[str]) -> None:
    with replacing(path) as file:
        for piece in pieces:
            file.write(piece.encode("utf-8", "backslashreplace"))


def _refuse_others(path: Path) -> None:
    if not path.is_file():
        return
    with path.open("rb") as file:
        if _OURS not in file.read(_HEAD):
            raise CopydeskError("is no report of copydesk and is kept", where=str(path), remedy="name another folder")
