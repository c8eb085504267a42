"""One self-contained page to look at, or a folder of them: no network, no file beside it, readable without script."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.core.report import DocumentReport
from copydesk.errors import CopydeskError
from copydesk.render.base import Renderer, Style
from copydesk.render.known import Known
from copydesk.render.page.build import article
from copydesk.render.page.model import Article
from copydesk.render.page.pages import article_page, unread_page
from copydesk.render.page.site import Site
from copydesk.render.page.unread import Unread, unread
from copydesk.render.tally import Tally
from copydesk.render.wire import Problem


def html(style: Style) -> Renderer:
    """``--format html``: a page, or where the style names a folder, a page an article and an index."""
    return Page(style.known) if style.folder is None else Site(style.folder, style.known)


class Page:
    """The page of one article, printed at the end, when all that went wrong is known."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._article: Article | None = None
        self._unread: list[Unread] = []

    def document(self, report: DocumentReport) -> Iterator[str]:
        """Kept for the end. Raises CopydeskError for a second document."""
        if self._article is not None:
            raise CopydeskError("one page holds one article", where=report.document.path, remedy="name a folder for several")
        self._article = article(report, self._known)
        yield from ()

    def problem(self, problem: Problem) -> Iterator[str]:
        """Kept for the end."""
        self._unread.append(unread(problem))
        yield from ()

    def end(self, tally: Tally) -> Iterator[str]:
        """The page."""
        if self._article is None:
            yield from unread_page(self._unread, tally.signature)
        else:
            yield from article_page(self._article, self._unread)
