"""Lets a caller far above follow how far a long reading has come, without a word of it on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

#: told how many windows of how many are read
Watch = Callable[[int, int], None]
_WATCH: ContextVar[Watch | None] = ContextVar("watch", default=None)


@contextmanager
def watching(watch: Watch) -> Iterator[None]:
    """Tell ``watch`` of every step of what is read inside, in this thread."""
    token = _WATCH.set(watch)
    try:
        yield
    finally:
        _WATCH.reset(token)


def read_so_far(done: int, total: int) -> None:
    """Say how far a reading has come; nothing happens where nobody watches."""
    watch = _WATCH.get()
    if watch is not None:
        watch(done, total)
