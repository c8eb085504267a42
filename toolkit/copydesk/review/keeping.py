"""Keeps decisions: each is on the disk before the next is made, and two programs may write one file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from copydesk.errors import ReviewError
from copydesk.review.decision import Decision
from copydesk.review.reading import Judgements, read_judgements
from copydesk.review.wire import line_of

_FLAGS = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def keep(path: str | Path, *decisions: Decision) -> None:
    """Append decisions to a file, which is made where there is none. They are on the disk when this returns.

    Only whole lines are added, and nothing is ever taken away: after a line that a kill cut off a new one begins. Others who
    write are waited for. Raises ReviewError where it cannot be written; what was written of it is then cut off as by a kill.
    """
    lines = b"".join(_line(decision) for decision in decisions)
    if not lines:
        return
    path = Path(path)
    new = not path.exists()
    try:
        with _locked(path) as file:
            _write(file, lines if _ends_a_line(file) else b"\n" + lines)
            os.fsync(file)
    except OSError as error:
        reason = (error.strerror or "failed").lower()
        message = f"the judgement cannot be kept: {reason}"
        raise ReviewError(message, where=str(path), remedy="check the folder, its permissions and its space") from None
    if new:
        _sync_folder(path.parent)


def kept(path: str | Path) -> Judgements:
    """What a file holds, as `copydesk.review.reading.read_judgements`; nothing where there is no file yet."""
    return read_judgements(path) if Path(path).exists() else Judgements()


def _line(decision: Decision) -> bytes:
    return line_of(decision).encode("ascii") + b"\n"


@contextmanager
def _locked(path: Path) -> Iterator[int]:
    """The file, open for appending, to oneself. The lock goes with the file, even at a kill."""
    import portalocker  # late: those who only read need none of it

    file = os.open(path, _FLAGS, 0o666)
    try:
        try:
            portalocker.lock(file, portalocker.LOCK_EX)
        except portalocker.LockException as error:
            raise ReviewError(
                f"cannot be locked: {error}", where=str(path), remedy="keep it on a disk of this machine"
            ) from None
        yield file
    finally:
        os.close(file)


def _ends_a_line(file: int) -> bool:
    """Whether the file is empty or its last line has its end."""
    return not os.lseek(file, 0, os.SEEK_END) or _last_byte(file) == b"\n"


def _last_byte(file: int) -> bytes:
    os.lseek(file, -1, os.SEEK_END)
    return os.read(file, 1)


def _write(file: int, data: bytes) -> None:
    """All of it: a disk that fills up takes a part first and says so only when asked again."""
    while data:
        data = data[os.write(file, data) :]


def _sync_folder(folder: Path) -> None:
    """Make sure that a new file's name is on the disk too, where folders can be opened."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
