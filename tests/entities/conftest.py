from __future__ import annotations

from pathlib import Path

import pytest
from list_files import Table


@pytest.fixture
def table(tmp_path: Path) -> Table:
    """Writes a list into a file and gives its path: ``table("id,name,kind", "x,Xy,person")``."""

    def write(*lines: str, name: str = "own.csv") -> str:
        path = tmp_path / name
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return str(path)

    return write
