"""The card beside the shipped data says what it is; a file that was built again without it is caught here."""

from __future__ import annotations

import hashlib

import pytest

from copydesk.entities.store import DEFAULT

FOLDER = DEFAULT.parent
FILES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.suffix in (".sqlite", ".safetensors"))


@pytest.mark.parametrize("name", FILES)
def test_the_card_names_the_checksum(name: str) -> None:
    digest = hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()
    assert digest in (FOLDER / "README.md").read_text(encoding="utf-8"), f"write sha256 {digest} of {name} into its card"


def test_every_file_is_under_thirty_megabytes() -> None:
    assert FILES == ["company/model.safetensors", "entities.sqlite", "likeness/model.safetensors", "names.sqlite"]
    assert all((FOLDER / name).stat().st_size < 30_000_000 for name in FILES)
