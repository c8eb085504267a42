"""Workflow commands of GitHub Actions: findings as annotations at their lines in a pull request.

https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from copydesk.checks import by_code
from copydesk.core.finding import Severity
from copydesk.core.lines import Lines
from copydesk.core.report import DocumentReport
from copydesk.core.span import Span
from copydesk.render import wire
from copydesk.render.base import Style
from copydesk.render.tally import Tally
from copydesk.render.text import fix_lines
from copydesk.render.uris import is_no_file
from copydesk.render.visible import visible

COMMANDS = {Severity.CRITICAL: "error", Severity.MAJOR: "warning", Severity.MINOR: "notice"}
#: in a value, and what also ends a value before the message
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


class GitHub:
    """``--format github``: one command a line.

    Columns count code points from 1, the last one after the end; GitHub takes them only where all is on one line.
    """

    def __init__(self, _: Style) -> None:
        pass

    def document(self, report: DocumentReport) -> Iterator[str]:
        """A command for each finding, with its corrections below the message."""
        lines = Lines(report.document.text)
        for item in report.findings:
            check = by_code(item.rule)
            title = item.rule if check is None else f"{item.rule} {check.name}"
            where = {**_file(report.document.path), **_place(item.span, lines), "title": title}
            yield _command(COMMANDS[item.severity], where, "\n".join([item.message, *fix_lines(item.fixes)]))

    def problem(self, problem: wire.Problem) -> Iterator[str]:
        """An error, at the file where there is one."""
        told = wire.error(problem)
        path, message = told["path"], str(told["message"])
        yield _command("error", _file(str(path)) if path else {}, f"{path}: {message}" if path else message)

    def end(self, _: Tally) -> Iterator[str]:
        """Nothing: GitHub counts them."""
        yield from ()


def _file(path: str) -> dict[str, object]:
    return {} if is_no_file(path) else {"file": path}


def _place(span: Span, lines: Lines) -> dict[str, object]:
    (line, column), (end_line, end_column) = lines.place(span.start), lines.place(span.end)
    columns: dict[str, object] = {"col": column, "endColumn": end_column} if line == end_line else {}
    return {"line": line, "endLine": end_line, **columns}


def _command(name: str, where: Mapping[str, object], message: str) -> str:
    properties = ",".join(f"{key}={_escaped(str(value), _PROPERTY)}" for key, value in where.items())
    return f"::{name}{' ' if properties else ''}{properties}::{_escaped(message, _DATA)}\n"


def _escaped(text: str, escapes: Mapping[int, str]) -> str:
    """The text as GitHub unpacks it, with what could act on a log made visible."""
    return visible(text.translate(escapes))
