"""What stands before every answer: who may ask, how much they may send, and what a browser may do with what it gets.

Against DNS rebinding the Host header must name this server; against other sites that make a browser post, a request that
changes something must come from a page of this server (Origin) that knows the secret of this run (Fetch, section on CORS;
OWASP's cheat sheet on cross-site request forgery). Nothing is ever allowed to other origins.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from secrets import compare_digest

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOKEN = "x-copydesk-token"
_READING = ("GET", "HEAD")
_FIXED: Mapping[str, str] = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
#: what holds for an answer that is no page of ours
_NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
_POLICY = "content-security-policy"


class Safety:
    """Wraps an app. ``port`` is the one that is listened on, ``token`` the secret that pages of this run send along."""

    def __init__(self, app: ASGIApp, port: int, token: str) -> None:
        self._app = app
        self._token = token
        names = ("127.0.0.1", "localhost")
        self._hosts = frozenset([f"{name}:{port}" for name in names] + ([*names] if port == 80 else []))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or let the app do it."""
        if scope["type"] != "http":
            return
        refusal = self._refusal(scope["method"], Headers(scope=scope))
        if refusal is None:
            await self._app(scope, receive, _with_headers(send))
        else:
            await _say(_with_headers(send), *refusal)

    def _refusal(self, method: str, headers: Headers) -> tuple[int, str, str] | None:
        """Status, words and remedy where the request must not be done."""
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in self._hosts:
            return 421, "this server answers to 127.0.0.1 and localhost alone", "use the address that it printed"
        if method in _READING:
            return None
        origins = headers.getlist("origin")
        if len(origins) != 1 or origins[0].lower() != f"http://{hosts[0].lower()}":
            return 403, "the request comes from another site", "use the page that this server shows"
        if not compare_digest(headers.get(TOKEN, "").encode(), self._token.encode()):
            return 403, "the page is of an earlier run", "load it again"
        return None


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _FIXED.items():
                headers[name] = value
            headers.setdefault(_POLICY, _NOTHING)
        await send(message)

    return sending


async def _say(send: Send, status: int, message: str, remedy: str) -> None:
    body = json.dumps({"error": message, "remedy": remedy}).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
