"""The app as a whole, and the server that it runs in."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp

from copydesk.errors import CopydeskError
from copydesk.render.visible import visible
from copydesk.review.app.pages import error_page
from copydesk.review.app.refusing import RefusedError, status_of
from copydesk.review.app.routes import Routes, answer, shown
from copydesk.review.app.safety import Safety
from copydesk.review.app.worker import Worker
from copydesk.review.app.workplace import Workplace

#: nothing outside this machine is ever listened to
HOST = "127.0.0.1"
#: browsers that may wait to be let in
_WAITING = 128
_WORDS = {404: "there is nothing here", 405: "this cannot be done here"}


def app(work: Workplace, port: int) -> ASGIApp:
    """The app for a server that listens on a port."""
    handlers = {CopydeskError: _refused, HTTPException: _not_there, Exception: _broken}
    inner = Starlette(routes=Routes(work).all(), exception_handlers=handlers)
    inner.router.redirect_slashes = False
    return Safety(inner, port, work.setting.token)


def listening(port: int) -> socket.socket:
    """A socket of this machine alone; 0 is any free port. Raises CopydeskError where the port is taken."""
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((HOST, port))
    except OSError as error:
        made.close()
        reason = (error.strerror or "failed").lower()
        raise CopydeskError(f"cannot listen on port {port}: {reason}", remedy="name another port, or none") from None
    return made


def serve(work: Workplace, at: socket.socket, ready: Callable[[str], None]) -> None:
    """Serve until Ctrl-C. ``ready`` is told the address when the server listens."""
    port = at.getsockname()[1]
    made = server(work, port)
    Worker(work.shelf, work.bench).start()
    at.listen(_WAITING)
    ready(f"http://{HOST}:{port}/")
    try:
        with suppress(KeyboardInterrupt):
            made.run(sockets=[at])
    finally:
        work.shelf.close()


def server(work: Workplace, port: int) -> uvicorn.Server:
    """The server, not yet running: it says nothing of itself, believes no proxy, and speaks no other protocol."""
    config = uvicorn.Config(
        app(work, port), log_level="error", access_log=False, server_header=False, date_header=False, lifespan="off",
        ws="none", http="h11", loop="asyncio", proxy_headers=False, timeout_graceful_shutdown=2,
    )  # fmt: skip
    return uvicorn.Server(config)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, CopydeskError)
    message = error.message if isinstance(error, RefusedError) or error.where is None else f"{error.where}: {error.message}"
    return _said(request, status_of(error), message, error.remedy)


async def _not_there(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return _said(request, error.status_code, _WORDS.get(error.status_code, "this could not be done"), "go back to the articles")


async def _broken(request: Request, _: Exception) -> Response:
    return _said(request, 500, "something broke; the reason is in the terminal that the review runs in", None)


def _said(request: Request, status: int, message: str, remedy: str | None) -> Response:
    """The words as JSON to a script, as a page to a person."""
    if request.url.path.startswith("/api/"):
        return answer({"error": visible(message), "remedy": None if remedy is None else visible(remedy)}, status)
    return shown(error_page(status, message, remedy), status)
