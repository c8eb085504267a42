"""Whole pages from their values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copydesk.render.page.index import Index
from copydesk.render.page.model import Article
from copydesk.render.page.templating import assets, stream
from copydesk.render.page.unread import Unread
from copydesk.render.tally import Tally

_ARTICLE = (("base.css", "article.css"), ("dom.js", "steps.js", "tabs.js", "filters.js", "keys.js"))
_INDEX = (("base.css", "index.css"), ("index.js",))
_PLAIN = (("base.css",), ())


def article_page(article: Article, problems: Sequence[Unread] = (), *, up: str | None = None) -> Iterator[str]:
    """The page of an article; ``up`` is the address of the index it belongs to."""
    return stream("article.html", assets(*_ARTICLE), article=article, problems=problems, up=up)


def index_page(index: Index, problems: Sequence[Unread], tally: Tally) -> Iterator[str]:
    """The page of many articles."""
    return stream("index.html", assets(*_INDEX), index=index, problems=problems, tally=tally)


def unread_page(problems: Sequence[Unread], signature: str) -> Iterator[str]:
    """The page where no article could be read."""
    return stream("unread.html", assets(*_PLAIN), problems=problems, signature=signature)
