"""Workflow commands, read back as GitHub's runner reads them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed import found, of, whole

from copydesk.core.finding import Fix, Safety, Severity
from copydesk.core.report import DocumentReport, Failure
from copydesk.core.span import Span
from copydesk.errors import EntityListError
from copydesk.render.visible import visible

_COMMAND = re.compile(r"::(\w+)(?: (.*?))?::(.*)")


def unpacked(line: str) -> tuple[str, dict[str, str], str]:
    """Name, properties and message of a command."""
    match = _COMMAND.fullmatch(line)
    assert match is not None
    pairs = [pair.split("=", 1) for pair in (match[2] or "").split(",") if pair]
    return match[1], {key: _plain(value, ":,") for key, value in pairs}, _plain(match[3])


def _plain(text: str, also: str = "") -> str:
    for char in f"{also}\n\r%":
        text = text.replace(f"%{ord(char):02X}", char)
    return text


def commands(*reports: DocumentReport, problems: tuple[object, ...] = ()) -> list[tuple[str, dict[str, str], str]]:
    return [unpacked(line) for line in whole("github", *reports, problems=problems).splitlines()]  # type: ignore[arg-type]


def test_findings_are_exactly_this(report: DocumentReport) -> None:
    assert whole("github", report) == (
        "::warning file=a.txt,line=2,endLine=2,col=51,endColumn=66,title=NAM101 garbled-name::"
        "“Nicole Pasinyan” looks like a garbled form of Nikol Pashinyan%0Afix (unsafe): Nikol Pashinyan\n"
        "::notice file=a.txt,line=3,endLine=3,col=10,endColumn=15,title=TRN101 source-script::a plain one\n"
    )


def test_problems_are_errors() -> None:
    problems = (
        Failure(path="gone, or: so.txt", message="no such file"),
        Failure(path="<stdin>", message="holds no text"),
        EntityListError("no place"),
    )
    assert commands(problems=problems) == [
        ("error", {"file": "gone, or: so.txt"}, "gone, or: so.txt: no such file"),
        ("error", {}, "<stdin>: holds no text"),
        ("error", {}, "no place"),
    ]


@pytest.mark.parametrize(("severity", "name"), [("critical", "error"), ("major", "warning"), ("minor", "notice")])
def test_levels(severity: str, name: str) -> None:
    assert commands(of("x", found("x", Span(0, 1), severity=Severity(severity))))[0][0] == name


def test_no_columns_over_several_lines_and_no_file_for_standard_input() -> None:
    text = "one\ntwo"
    ((_, where, _),) = commands(of(text, found(text, Span(2, 6)), path="<stdin>"))
    assert where == {"line": "1", "endLine": "2", "title": "NAM101 garbled-name"}


@given(st.text(), st.text(min_size=1), st.text())
def test_everything_comes_back(message: str, path: str, replacement: str) -> None:
    path = f"p{path}"
    fix = Fix(span=Span(0, 1), replacement=replacement, safety=Safety.SAFE)
    ((_, where, told),) = commands(of("x", found("x", Span(0, 1), message=message, fixes=(fix,)), path=path))
    assert where["file"] == _shown(path)
    assert told == f"{_shown(message)}\nfix (safe): {_shown(replacement) or '(take it out)'}"


def _shown(text: str) -> str:
    """With escapes for what acts on a log, but for line ends, which GitHub has its own for."""
    return "".join(char if char in "\r\n" else visible(char) for char in text)
