"""A progress bar for someone who waits."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

from copydesk.cli.options import ArticleOptions
from copydesk.cli.printer import to_terminal

_FEW = 3

Item = TypeVar("Item")


def tracked(items: Sequence[Item], options: ArticleOptions) -> Iterator[Item]:
    """The items, with a bar on standard error for more than three; none where results scroll by on the same screen."""
    if not _wanted(len(items), options):
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, description="checking", console=Console(stderr=True), transient=True)


def _wanted(count: int, options: ArticleOptions) -> bool:
    return count > _FEW and not options.quiet and sys.stderr.isatty() and not to_terminal(options)
