"""Files as parts of a signature: what a result depends on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from copydesk.errors import ReviewError
from copydesk.scoring.signature import digest


def signature_of(paths: Sequence[str | Path]) -> str:
    """Name and short SHA-256 of each file, ``ann.jsonl-2f8a91c0d4+ben.jsonl-…``; ``none`` of no file. Raises ReviewError."""
    return "+".join(f"{Path(path).name}-{_digest(Path(path))}" for path in paths) or "none"


def _digest(path: Path) -> str:
    try:
        return digest(path)
    except OSError as error:
        reason = (error.strerror or "cannot be read").lower()
        raise ReviewError(reason, where=str(path), remedy="check the path and its permissions") from None
