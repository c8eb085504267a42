"""What a number depends on, in one line, so that two numbers can be compared or be seen not to be comparable."""

from __future__ import annotations

import hashlib
import platform
import subprocess
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from copydesk.version import __version__

_SHORT = 10
_UNKNOWN = "unknown"


def signature(
    *,
    entities: str | None = None,
    data: Iterable[Path] = (),
    seed: int | None = None,
    libraries: Iterable[str] = (),
    repository: Path | None = None,
) -> str:
    """``copydesk:0.1.0|entities:…|python:3.11.9|…|seed:0|commit:…``.

    ``entities`` is the list's own signature. Each file of ``data`` adds its name and short SHA-256, each library its
    version, ``repository`` the commit and whether files differ from it. What is not given is left out.
    """
    parts = [("copydesk", __version__)]
    if entities is not None:
        parts.append(("entities", entities))
    parts.append(("python", platform.python_version()))
    parts += [(name, _version(name)) for name in libraries]
    parts += [(path.name, digest(path)) for path in data]
    if seed is not None:
        parts.append(("seed", str(seed)))
    if repository is not None:
        parts.append(("commit", _commit(repository)))
    return "|".join(f"{key}:{value}" for key, value in parts)


def digest(path: Path) -> str:
    """The first digits of the SHA-256 of a file's bytes."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()[:_SHORT]


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "none"


def _commit(repository: Path) -> str:
    commit = _git(repository, "rev-parse", f"--short={_SHORT}", "HEAD")
    if not commit:
        return _UNKNOWN
    changed = _git(repository, "status", "--porcelain")
    return commit + ("+dirty" if changed is None or changed else "")


def _git(repository: Path, *arguments: str) -> str | None:
    """What git prints; None where there is no git, or no repository."""
    try:
        done = subprocess.run(["git", *arguments], cwd=repository, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout.strip()
