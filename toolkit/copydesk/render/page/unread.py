"""What could not be read, as pages show it."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.core.report import Failure
from copydesk.render.wire import Problem, error_message, failure_message


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """An input, list or setting that could not be read; ``path`` is None where the problem belongs to no file."""

    path: str | None
    message: str


def unread(problem: Problem) -> Unread:
    """A problem without its path in the message."""
    if isinstance(problem, Failure):
        return Unread(path=problem.path, message=failure_message(problem))
    return Unread(path=problem.where, message=error_message(problem))
