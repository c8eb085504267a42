"""The pages of the review, from the templates of the report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from copydesk.entities import EntityList
from copydesk.render.known import Known
from copydesk.render.page.build import article as built
from copydesk.render.page.templating import Assets, assets, stream
from copydesk.review.app import views
from copydesk.review.app.bench import Choice
from copydesk.review.app.reviewed import Reviewed, text_mark
from copydesk.review.app.shelf import BUSY, Article

_SCRIPTS = (
    "dom.js", "steps.js", "tabs.js", "filters.js", "keys.js",
    "review/talk.js", "review/places.js", "review/judge.js", "review/mark.js", "review/follow.js",
)  # fmt: skip
_ARTICLE = (("base.css", "article.css", "review.css"), _SCRIPTS)
_WAITING = (("base.css", "review.css"), ("dom.js", "review/talk.js", "review/wait.js"))
_INDEX = (("base.css", "index.css", "review.css"), ("dom.js", "review/talk.js", "review/shelf.js"))
_PLAIN = (("base.css", "review.css"), ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What all pages of a run show."""

    who: str
    token: str
    judgements: str
    choices: tuple[Choice, ...]
    #: the user's table of spellings, None where none was named
    spellings: str | None
    usual: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page and the Content-Security-Policy that it is sent with."""

    html: str
    policy: str


def index_page(lines: Iterable[views.Line], setting: Setting) -> Page:
    """The list of articles, and the place for new texts."""
    shown = tuple(lines)
    return _page("review/index.html", _connected(_INDEX), lines=shown, setting=setting)


def article_page(article: Article, seen: Reviewed | None, entities: EntityList | None, setting: Setting, articles: int) -> Page:
    """The report of an article with answers; without a report what there is to say of it. ``articles`` counts all."""
    shown = {"state": article, "words": views.stage_words(article), "busy": article.stage in BUSY, "articles": articles}
    if seen is None or entities is None:
        return _page("review/waiting.html", _connected(_WAITING), setting=setting, **shown)
    document = seen.report.document
    spellings = setting.spellings is not None
    return _page(
        "review/article.html", _connected(_ARTICLE), setting=setting, article=built(seen.report, Known(entities)), problems=(),
        up="/", controls=[views.control(item, document, spellings) for item in seen.items], lost=seen.lost, shape=seen.shape,
        text=text_mark(document), categories=views.CATEGORIES, severities=views.SEVERITIES, **shown,
    )  # fmt: skip


def error_page(status: int, message: str, remedy: str | None) -> Page:
    """What could not be done, and what to do about it."""
    return _page("review/error.html", assets(*_PLAIN), status=status, message=message, remedy=remedy)


def _page(template: str, used: Assets, **values: object) -> Page:
    html = "".join(stream(template, used, **values))
    return Page(html=html, policy=f"{used.policy}; frame-ancestors 'none'")


def _connected(names: tuple[tuple[str, ...], tuple[str, ...]]) -> Assets:
    return assets(*names, connected=True)
