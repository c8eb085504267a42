"""The addresses of the app, and what is answered there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from copydesk.core.finding import Severity
from copydesk.core.marking import Category
from copydesk.core.span import Span
from copydesk.mqm.fields import field
from copydesk.render.visible import visible
from copydesk.review.app import acting, asking, pages
from copydesk.review.app.refusing import BODY, RefusedError
from copydesk.review.app.reviewed import text_mark
from copydesk.review.app.texts import MOST_BYTES
from copydesk.review.app.views import article_json, line, lines_json
from copydesk.review.app.workplace import Workplace
from copydesk.review.decision import Decision


def answer(values: Mapping[str, Any], status: int = 200) -> Response:
    """Values as JSON in ASCII: no text breaks it, whatever it holds."""
    return Response(json.dumps(values, allow_nan=False), status_code=status, media_type="application/json")


def shown(page: pages.Page, status: int = 200) -> Response:
    """A page with its policy."""
    headers = {"content-security-policy": page.policy}
    return Response(page.html.encode("utf-8", "backslashreplace"), status_code=status, headers=headers, media_type="text/html")


class Routes:
    """Answers requests about a workplace. What reads or writes files runs in threads, so that nobody waits for another."""

    def __init__(self, work: Workplace) -> None:
        self._work = work

    def all(self) -> list[Route]:
        """Every address. An article is named by its number alone; no part of an address is ever a path of a file."""
        one, api = "/articles/{number:int}", "/api/articles/{number:int}"
        return [
            Route("/", self.index),
            Route(one, self.article),
            Route(f"{one}/corrected", self.corrected),
            Route("/api/articles", self.lines),
            Route(api, self.state),
            Route("/api/texts", self.text, methods=["POST"]),
            Route(f"{api}/judgements", self.judge, methods=["POST"]),
            Route(f"{api}/added", self.add, methods=["POST"]),
            Route(f"{api}/undo", self.undo, methods=["POST"]),
            Route(f"{api}/spelling", self.spelling, methods=["POST"]),
            Route(f"{api}/check", self.check, methods=["POST"]),
        ]

    def index(self, _: Request) -> Response:
        """The list of articles."""
        work, said = self._work, self._work.book.said()
        lines = [line(article, said, work.book.who) for article in work.shelf.all()]
        return shown(pages.index_page(lines, work.setting))

    def article(self, request: Request) -> Response:
        """The page of an article."""
        work = self._work
        article = work.shelf.open(asking.number(request))
        seen = work.seen(article)
        entities = None if seen is None else work.bench.desks(article.lists).entities
        return shown(pages.article_page(article, seen, entities, work.setting, len(work.shelf.all())))

    def corrected(self, request: Request) -> Response:
        """The text of an article with what was accepted, to keep as a file."""
        name, data = self._work.corrected(self._work.shelf.article(asking.number(request)))
        headers = {"content-disposition": f'attachment; filename="{name}"'}
        return Response(data, media_type="application/octet-stream", headers=headers)

    def lines(self, _: Request) -> Response:
        """How far all articles have come."""
        work, said = self._work, self._work.book.said()
        return answer({"articles": lines_json([line(article, said, work.book.who) for article in work.shelf.all()])})

    def state(self, request: Request) -> Response:
        """The state of an article; nothing (204) where it is still the one that was seen."""
        article = self._work.shelf.open(asking.number(request))
        if request.query_params.get("seen") == self._work.mark(article):
            return Response(status_code=204)
        return self._state(article.number)

    async def text(self, request: Request) -> Response:
        """Take a new text in: its bytes, with name, date and lists in the query."""
        query = request.query_params
        date, lists = asking.date(query.get("date")), asking.lists(query.get("lists"))
        data = await asking.body(request, MOST_BYTES)
        article = await run_in_threadpool(self._work.take_in, query.get("name", ""), data, date, lists)
        return answer({"article": article.number}, 201)

    async def check(self, request: Request) -> Response:
        """Check an article again, with another date or other lists."""
        row = await asking.words(request)
        date, lists = asking.date(asking.text(row, "date")), asking.lists(row.get("lists"))
        article = await run_in_threadpool(self._work.again, asking.number(request), date, lists)
        return answer({"article": article.number})

    async def judge(self, request: Request) -> Response:
        """Say something of a finding."""
        row = await asking.words(request)
        ref, said = field(row, "ref", str, BODY), asking.one_of(row, "answer", acting.ANSWERS)
        replacement, note = asking.text(row, "replacement"), asking.text(row, "note")

        def done(number: int) -> Response:
            seen = self._work.seen_now(number)
            made = acting.judge(self._work.book, seen, ref, said, replacement=replacement, note=note)
            return self._state(number, _kept(made))

        return await run_in_threadpool(done, asking.number(request))

    async def add(self, request: Request) -> Response:
        """Mark an error that was missed."""
        row = await asking.words(request)
        place = _span(field(row, "start", int, BODY), field(row, "end", int, BODY))
        category, severity = asking.one_of(row, "category", tuple(Category)), asking.one_of(row, "severity", tuple(Severity))
        replacement, note = asking.text(row, "replacement"), asking.text(row, "note")
        mark = field(row, "text", str, BODY)

        def done(number: int) -> Response:
            document = self._work.seen_now(number).report.document
            if mark != text_mark(document):
                raise RefusedError(409, "the text has changed since the page was shown", "load the page again")
            made = acting.add(
                self._work.book, document, place, category=category, severity=severity, replacement=replacement, note=note
            )
            return self._state(number, _kept(made))

        return await run_in_threadpool(done, asking.number(request))

    async def undo(self, request: Request) -> Response:
        """Take an answer back: that to a finding, or the last in this article."""
        row = await asking.words(request)
        ref = asking.text(row, "ref")

        def done(number: int) -> Response:
            back = acting.undo(self._work.book, self._work.seen_now(number), ref)
            return self._state(number, f"Taken back: {_quoted(back)} {back.answer.value}")

        return await run_in_threadpool(done, asking.number(request))

    async def spelling(self, request: Request) -> Response:
        """Take a spelling for right."""
        row = await asking.words(request)
        ref = field(row, "ref", str, BODY)

        def done(number: int) -> Response:
            new = self._work.accept(number, ref)
            return self._state(number, "The spelling is in your list" if new else "Your list had the spelling already")

        return await run_in_threadpool(done, asking.number(request))

    def _state(self, number: int, said: str | None = None) -> Response:
        """The state of an article as it is now; ``said`` is what to tell whoever did something."""
        work = self._work
        article = work.shelf.article(number)
        mark = work.mark(article)
        state = article_json(article, work.seen(article), work.setting.spellings is not None)
        return answer({**state, "seen": mark, "said": said})


def _span(start: int, end: int) -> Span:
    if not 0 <= start < end:
        raise BODY.error(f"{start}..{end} is no place", "mark at least one character")
    return Span(start, end)


def _kept(made: Decision) -> str:
    return f"Kept: {_quoted(made)} {made.answer.value}"


def _quoted(made: Decision) -> str:
    text = made.text or ""
    return f"“{visible(text if len(text) <= 80 else text[:79] + '…')}”"
