"""Texts that are pasted or dropped: they are kept as files, so that neither a kill nor a new start loses them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path, PurePath

from copydesk.errors import CopydeskError
from copydesk.fixing import replacing
from copydesk.review.app.refusing import RefusedError
from copydesk.text.paths import SUFFIXES

#: bytes of a text that is sent; larger ones are named when the review is started
MOST_BYTES = 4 * 1024 * 1024
#: hidden, so that checks of the folder around it pass it over
FOLDER = ".copydesk-texts"
_LONGEST = 48


class Texts:
    """The folder of such texts. Nothing of a name that was sent but letters, digits and a known suffix gets into a path."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def paths(self) -> Iterator[str]:
        """The texts that are kept, oldest first."""
        if self._folder.is_dir():
            found = [path for path in self._folder.iterdir() if path.suffix in SUFFIXES and not path.name.startswith(".")]
            yield from (str(path) for path in sorted(found, key=lambda path: (path.stat().st_mtime_ns, path.name)))

    def keep(self, name: str, data: bytes) -> str:
        """Write a text and give its path: the same for the same text of the same name."""
        if not data.strip():
            raise RefusedError(400, "the text is empty", "paste or drop an article")
        path = self._folder / _name(name, data)
        try:
            self._folder.mkdir(exist_ok=True)
            with replacing(path) as file:
                file.write(data)
        except OSError as error:
            reason = (error.strerror or "failed").lower()
            remedy = "check the folder, its permissions and its space"
            raise CopydeskError(f"the text cannot be kept: {reason}", where=str(self._folder), remedy=remedy) from None
        return str(path)


def _name(given: str, data: bytes) -> str:
    last = PurePath(given.replace("\\", "/")).name
    suffix = PurePath(last).suffix.lower()
    stem = PurePath(last).stem if suffix in SUFFIXES else last
    slug = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")[:_LONGEST].strip("-") or "text"
    return f"{slug}-{hashlib.sha256(data).hexdigest()[:8]}{suffix if suffix in SUFFIXES else '.txt'}"
