"""A database on disk for what an import must remember and memory may not hold; gone when the import ends."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from copydesk.errors import EntityListError


@contextmanager
def spool(tables: str) -> Iterator[sqlite3.Connection]:
    """An empty database with these tables. Raises EntityListError where the disk does not take what is written to it."""
    with tempfile.TemporaryDirectory(prefix="copydesk-") as folder:
        path = Path(folder) / "spool.sqlite"
        try:
            with closing(sqlite3.connect(path, isolation_level=None)) as db:
                db.executescript(
                    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;" + tables
                )
                yield db
        except sqlite3.OperationalError as error:
            raise EntityListError(f"no room for what an import must remember: {error}", remedy="free some disk space") from None


def taken(db: sqlite3.Connection, ident: str) -> bool:
    """Whether an id was there already; notes it in the table ``taken (id TEXT PRIMARY KEY)``."""
    return db.execute("INSERT OR IGNORE INTO taken VALUES (?)", (ident,)).rowcount == 0
