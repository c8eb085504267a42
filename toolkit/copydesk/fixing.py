"""Corrections: which can be written together, what the text becomes, and how it gets back into the file."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from copydesk.core.document import Document
from copydesk.core.finding import Finding, Fix, Safety
from copydesk.core.span import Span
from copydesk.errors import CopydeskError, FixError


@dataclass(frozen=True, slots=True, kw_only=True)
class FixPlan:
    """The fixes to write, in text order, and what becomes of the findings that offer one."""

    fixes: tuple[Fix, ...] = ()
    fixed: tuple[Finding, ...] = ()
    #: their fix touches the words of a surer one
    overlapping: tuple[Finding, ...] = ()
    #: they have only an unsafe fix, and unsafe ones were not asked for
    withheld: tuple[Finding, ...] = ()


def plan_fixes(findings: Iterable[Finding], *, unsafe: bool = False) -> FixPlan:
    """Choose fixes that do not touch each other, the surest finding first.

    Fixes of one finding that touch each other are alternatives: the first that may be written is taken; those elsewhere
    belong to it (a headline that stands twice). ``display`` is never written.
    """
    chosen: list[Fix] = []
    fixed: list[Finding] = []
    overlapping: list[Finding] = []
    withheld: list[Finding] = []
    for finding in sorted(findings, key=lambda finding: (-finding.confidence, finding.span)):
        writable = [fix for fix in finding.fixes if fix.safety is not Safety.DISPLAY]
        allowed = [fix for fix in writable if unsafe or fix.safety is Safety.SAFE]
        if not allowed:
            withheld += [finding] if writable else []
        elif _written(allowed[0], chosen):
            fixed.append(finding)
        elif any(_touch(allowed[0].span, other.span) for other in chosen):
            overlapping.append(finding)
        else:
            for fix in allowed:
                if not any(_touch(fix.span, other.span) for other in chosen):
                    chosen.append(fix)
            fixed.append(finding)
    return FixPlan(
        fixes=tuple(sorted(chosen, key=lambda fix: fix.span)),
        fixed=tuple(fixed),
        overlapping=tuple(overlapping),
        withheld=tuple(withheld),
    )


def alternatives(fixes: Iterable[Fix]) -> Iterator[tuple[Fix, ...]]:
    """The ways to correct one finding, best first, each with all that belongs to it in text order.

    As in `plan_fixes`, fixes that touch the first one are alternatives, those elsewhere belong to each of them: the copies of
    a line take the same words where they are offered. What cannot be written is left out.
    """
    writable = [fix for fix in fixes if fix.safety is not Safety.DISPLAY]
    for first in [fix for fix in writable if _touch(fix.span, writable[0].span)]:
        chosen = [first]
        for fix in sorted(writable, key=lambda fix: fix.replacement != first.replacement):
            if not any(_touch(fix.span, other.span) for other in chosen):
                chosen.append(fix)
        yield tuple(sorted(chosen, key=lambda fix: fix.span))


def _written(fix: Fix, chosen: Iterable[Fix]) -> bool:
    return any(fix.span == other.span and fix.replacement == other.replacement for other in chosen)


def _touch(one: Span, other: Span) -> bool:
    return one == other or one.overlaps(other)


def apply_fixes(text: str, fixes: Iterable[Fix]) -> str:
    """The text with every fix written; they must not touch each other. All else stays as it is."""
    parts: list[str] = []
    at = 0
    for fix in sorted(fixes, key=lambda fix: fix.span):
        if fix.span.start < at or fix.span.end > len(text):
            raise FixError(f"the fix at {fix.span.start}..{fix.span.end} overlaps another or lies outside the text")
        parts += [text[at : fix.span.start], fix.replacement]
        at = fix.span.end
    return "".join([*parts, text[at:]])


def write_fixes(document: Document, fixes: Iterable[Fix]) -> None:
    """Write the fixes into the document's file, which appears whole or not at all. Raises FixError.

    Refuses when the file is no longer what was read, or when its bytes could not be kept outside the fixed words.
    """
    path = Path(document.path)
    try:
        if path.read_bytes() != _encoded(document, document.text):
            raise FixError("changed since it was read, or not to be kept byte by byte", where=document.path,
                           remedy="run the check again, or save it as UTF-8")  # fmt: skip
        with replacing(path) as file:
            file.write(_encoded(document, apply_fixes(document.text, fixes)))
    except OSError as error:
        reason = (error.strerror or "failed").lower()
        raise FixError(f"cannot be written: {reason}", where=document.path, remedy="check its permissions") from None


def _encoded(document: Document, text: str) -> bytes:
    from copydesk.text import encode_like

    try:
        return encode_like(document, text)
    except (UnicodeEncodeError, CopydeskError):
        message = f"a fix has characters that {document.encoding} cannot write"
        raise FixError(message, where=document.path, remedy="save the file as UTF-8 first") from None


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file that takes the place of ``path`` when all went well, and leaves no trace otherwise.

    A symbolic link stays and its target is written; permission bits are kept. What is no regular file (a pipe,
    ``/dev/null``) is written to directly, for it must not be replaced.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        with target.open("wb") as file:
            yield file
        return
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _mode(target: Path) -> int:
    """The permission bits of the file, or those that a new one would get."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
