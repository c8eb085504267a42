from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.core.report import Failure
from copydesk.text import expand_paths


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("b.txt", "a.md", "sub/c.html", "sub/deep/d.HTM", "e.png", ".hidden.txt", ".git/x.txt", "odd[1].txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Words.")
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        (["e.png", "-", "-"], ["e.png", "-"]),
        (["."], ["a.md", "b.txt", "odd[1].txt", "sub/c.html", "sub/deep/d.HTM"]),
        (["b.txt", "./b.txt", "."], ["b.txt", "a.md", "odd[1].txt", "sub/c.html", "sub/deep/d.HTM"]),
        (["*.txt"], ["b.txt", "odd[1].txt"]),
        (["**/*.html"], ["sub/c.html"]),
        (["odd[1].txt"], ["odd[1].txt"]),
        (["s*"], ["sub/c.html", "sub/deep/d.HTM"]),
    ],
)
def test_files_found(folder: Path, arguments: list[str], files: list[str]) -> None:
    assert list(expand_paths(arguments)) == files


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        ("gone.txt", "gone.txt: no such file; check"),
        ("empty", "empty: a folder without articles; put .txt"),
        ("*.pdf", "*.pdf: no file matches; check"),
        ("", "no such file; check"),
        ("nul\0.txt", "no such file"),
        ("nul\0*.txt", "no file matches"),
    ],
)
def test_what_names_no_file_fails_with_a_remedy(folder: Path, argument: str, message: str) -> None:
    (failure,) = expand_paths([argument])
    assert isinstance(failure, Failure)
    assert failure.path == argument
    assert message in failure.message


def test_a_failure_does_not_end_the_rest(folder: Path) -> None:
    found = list(expand_paths(["gone.txt", "b.txt"]))
    assert [type(item) for item in found] == [Failure, str]
