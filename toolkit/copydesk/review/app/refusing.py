"""Requests that are not done, each with the status of HTTP that says so."""

from __future__ import annotations

from copydesk.errors import CopydeskError, InputError
from copydesk.mqm.lines import At


class RefusedError(InputError):
    """A request that is not done. ``status`` is that of HTTP (RFC 9110)."""

    def __init__(self, status: int, message: str, remedy: str | None = None) -> None:
        self.status = status
        super().__init__(message, remedy=remedy)


class Body(At):
    """The body of a request, as the place where a field is wrong."""

    __slots__ = ()

    def error(self, message: str, remedy: str) -> RefusedError:
        """An error that says what is wrong with the request."""
        return RefusedError(400, message, remedy)


BODY = Body(path="request")


def status_of(error: CopydeskError) -> int:
    """400 for what the sender can mend, 500 for what is wrong with the files behind the page."""
    return error.status if isinstance(error, RefusedError) else 500
