"""Paths as URIs (RFC 3986, RFC 8089)."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from urllib.parse import quote

#: standard input, and a text from a program
_NO_FILES = ("<stdin>", "<text>")


def relative_uri(path: str) -> str:
    """The path as a reference relative to the working folder; a ``file:`` URI for what lies elsewhere.

    Standard input has no URI; its stand-in ``<stdin>`` is written as a reference, percent-encoded.
    """
    if is_no_file(path):
        return _quoted(path)
    file = PurePath(path)
    if file.is_absolute() and file.is_relative_to(Path.cwd()):
        file = file.relative_to(Path.cwd())
    return file_uri(path) if file.is_absolute() or ".." in file.parts else _quoted(file.as_posix())


def file_uri(path: str) -> str:
    """The path as a ``file:`` URI; the stand-in of standard input as `relative_uri` has it."""
    if is_no_file(path):
        return _quoted(path)
    file = Path(path).resolve() if ".." in PurePath(path).parts else Path(path).absolute()
    return f"file:///{_quoted(file.as_posix().removeprefix('/'), safe='/:')}"


def is_no_file(path: str) -> bool:
    """Whether the path only stands for a text that came without one."""
    return path in _NO_FILES


def _quoted(path: str, safe: str = "/") -> str:
    try:
        return quote(os.fsencode(path), safe=safe)
    except UnicodeEncodeError:  # half of a surrogate pair that stands for no byte of a file name
        return quote(path.encode("utf-8", "backslashreplace"), safe=safe)
