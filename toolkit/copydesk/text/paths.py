"""From the arguments of a command to the files to read."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from copydesk.core.report import Failure
from copydesk.errors import InputError

#: what is taken from a folder; a file that is named is read whatever its suffix
SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm")


def expand_paths(arguments: Sequence[str]) -> Iterator[str | Failure]:
    """The files that the arguments name, folders and globs searched, each file once; a Failure for what names none."""
    seen: set[str] = set()
    for argument in arguments:
        for found in _expand(argument):
            if isinstance(found, str):
                key = found if found == "-" else os.path.realpath(found)
                if key in seen:
                    continue
                seen.add(key)
            yield found


def _expand(argument: str) -> Iterator[str | Failure]:
    if argument == "-":
        yield argument
    elif os.path.isdir(argument):  # noqa: PTH112 - Path raises for names that no file can have
        found = list(_folder(argument))
        yield from found
        if not found:
            yield _failure(argument, "a folder without articles", f"put {', '.join(SUFFIXES)} files there, or name a file")
    elif os.path.exists(argument):  # noqa: PTH110
        yield argument
    elif glob.has_magic(argument):
        yield from _glob(argument)
    else:
        yield _failure(argument, "no such file", "check the name and the folder")


def _folder(folder: str) -> Iterator[str | Failure]:
    failures: list[Failure] = []

    def note(error: OSError) -> None:
        failures.append(_failure(str(error.filename), "the folder cannot be listed", "check its permissions"))

    found: list[Path] = []
    for parent, folders, files in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        names = [name for name in files if not name.startswith(".") and name.lower().endswith(SUFFIXES)]
        found += [path for name in names if (path := Path(parent, name)).is_file()]
    yield from map(str, sorted(found))
    yield from failures


def _glob(pattern: str) -> Iterator[str | Failure]:
    try:
        matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - as shells match: hidden names left out
    except (OSError, ValueError):
        matches = []
    found = False
    for match in matches:
        for path in _folder(match) if os.path.isdir(match) else (match,):  # noqa: PTH112
            found = True
            yield path
    if not found:
        yield _failure(pattern, "no file matches", "check the pattern and the folder it starts from")


def _failure(path: str, message: str, remedy: str) -> Failure:
    return Failure(path=path, message=str(InputError(message, where=path, remedy=remedy)))
