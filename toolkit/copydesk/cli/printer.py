"""Where results and complaints go, and the counts of what went there."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import get_terminal_size

from copydesk.cli.options import ArticleOptions
from copydesk.core.report import DocumentReport, Failure
from copydesk.errors import CopydeskError
from copydesk.fixing import replacing
from copydesk.render import Style, Tally, View
from copydesk.render.visible import visible
from copydesk.render.wire import Problem, failure_message

_WIDTH = 100


class Printer:
    """Prints each result as it comes and counts it; keeps none."""

    def __init__(self, options: ArticleOptions, write: Callable[[str], object]) -> None:
        self.style = _style(options)
        self.tally = Tally()
        self._write = write
        self._renderer = options.form.renderer(self.style)
        self._complain = not options.form.holds_errors

    def report(self, report: DocumentReport) -> None:
        """Print and count what was said of a document."""
        self.tally.add(report)
        self.pieces(self._renderer.document(report))

    def problem(self, problem: Problem) -> None:
        """Print and count something that could not be done."""
        self.tally.errors += 1
        if self._complain:
            self.note(f"error: {_problem_line(problem)}")
        self.pieces(self._renderer.problem(problem))

    def end(self) -> None:
        """Print the counts."""
        self.pieces(self._renderer.end(self.tally))

    def pieces(self, pieces: Iterable[str]) -> None:
        """Print pieces that hold their own line ends."""
        for piece in pieces:
            self._write(piece)

    def note(self, words: str) -> None:
        """A line on standard error."""
        sys.stderr.write(f"copydesk: {visible(words)}\n")


def _problem_line(problem: Problem) -> str:
    return f"{problem.path}: {failure_message(problem)}" if isinstance(problem, Failure) else str(problem)


@contextmanager
def opened(options: ArticleOptions) -> Iterator[Printer]:
    """A printer to standard output, to a file that appears when all is printed, or to a folder of such files."""
    if options.output is None:
        if not options.form.for_people and isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")  # data is UTF-8, whatever the terminal speaks
        yield Printer(options, sys.stdout.write)
        return
    try:
        if options.folder is not None:
            yield Printer(options, sys.stdout.write)  # which has nothing to say: the format writes its own files
            return
        with replacing(Path(options.output)) as file:
            yield Printer(options, lambda piece: file.write(piece.encode("utf-8", "backslashreplace")))
    except OSError as error:
        reason = (error.strerror or "failed").lower()
        raise CopydeskError(f"cannot be written: {reason}", where=options.output, remedy="check the folder") from None


def to_terminal(options: ArticleOptions) -> bool:
    """Whether a person sees the results as they come."""
    return options.output is None and sys.stdout.isatty()


def _style(options: ArticleOptions) -> Style:
    seen = to_terminal(options)
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Style(
        width=get_terminal_size((_WIDTH, 24)).columns if seen else _WIDTH,
        colour=options.color == "always" or (options.color == "auto" and seen and not plain),
        quiet=options.quiet,
        view=View(options.view),
        folder=options.folder,
    )
