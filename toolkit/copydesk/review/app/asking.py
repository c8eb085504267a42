"""What a request asks for, read strictly and in bounded memory."""

from __future__ import annotations

import re
from typing import TypeVar

from starlette.requests import Request

from copydesk.core.dates import PartialDate
from copydesk.mqm.fields import optional
from copydesk.mqm.lines import json_object
from copydesk.review.app.refusing import BODY, RefusedError

#: bytes of a body that says what to do
MOST_WORDS = 64 * 1024
#: as many bytes more are read and dropped before the answer, for a browser shows no answer to what it is still sending
_PATIENCE = 16
_DIGITS = re.compile(r"[0-9]{1,4}", re.ASCII)
_Kind = TypeVar("_Kind")


async def body(request: Request, most: int) -> bytes:
    """The body of a request. Raises RefusedError (413) where it has more than ``most`` bytes; they are not kept."""
    data, size = bytearray(), 0
    async for chunk in request.stream():
        size += len(chunk)
        if size <= most:
            data += chunk
        elif size > most * _PATIENCE:
            break
    if size > most:
        limit = f"{most // 2**20} MiB" if most >= 2**20 else f"{most // 2**10} KiB"
        raise RefusedError(413, f"more than {limit} were sent", "send less, or name the file when you start the review")
    return bytes(data)


async def words(request: Request) -> dict[str, object]:
    """The JSON object that a request holds. Raises RefusedError (400, 413, 415)."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise RefusedError(415, "the request is no JSON", "send application/json")
    data = await body(request, MOST_WORDS)
    try:
        return json_object(data.decode(), BODY)
    except UnicodeDecodeError:
        raise BODY.error("the request is no UTF-8", "send UTF-8") from None


def number(request: Request) -> int:
    """The number of the article in the address."""
    return int(request.path_params["number"])


def date(text: str | None) -> PartialDate | None:
    """A date that was written, None where none was. Raises RefusedError (400)."""
    if text is None or not text.strip():
        return None
    try:
        return PartialDate.parse(text.strip())
    except ValueError as error:
        raise BODY.error(str(error), "leave it empty to take the date from the text") from None


def lists(values: object) -> tuple[int, ...] | None:
    """Numbers of lists, of JSON or of the query (``0,2``); None where none were given. Raises RefusedError (400)."""
    if values is None:
        return None
    if isinstance(values, str):
        values = [int(value) if _DIGITS.fullmatch(value) else value for value in values.split(",")]
    if not isinstance(values, list) or not values or not all(type(value) is int for value in values):
        raise BODY.error("the lists are no numbers", "pick at least one of those offered")
    return tuple(sorted(set(values)))


def text(row: dict[str, object], name: str) -> str | None:
    """A text that may be missing, with nothing in it that UTF-8 cannot write. Raises RefusedError (400)."""
    value = optional(row, name, str, BODY)
    if value is not None and any("\ud800" <= char <= "\udfff" for char in value):
        raise BODY.error(f"{name!r} holds half of a surrogate pair", "send whole characters")
    return value


def one_of(row: dict[str, object], name: str, values: tuple[_Kind, ...]) -> _Kind:
    """One of the values that are allowed. Raises RefusedError (400) for any other."""
    value = row.get(name)
    for allowed in values:
        if isinstance(value, str) and value == allowed:
            return allowed
    raise BODY.error(f"{name!r} is none of {', '.join(map(str, values))}", "send one of them")
