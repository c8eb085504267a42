"""What a number depends on."""

from __future__ import annotations

import platform
import subprocess
from pathlib import Path

from copydesk.scoring import digest, signature
from copydesk.version import __version__


def test_only_what_is_given_is_signed() -> None:
    assert signature() == f"copydesk:{__version__}|python:{platform.python_version()}"


def test_list_libraries_data_and_seed(tmp_path: Path) -> None:
    data = tmp_path / "rows.jsonl"
    data.write_bytes(b"abc")
    signed = signature(entities="default-1", libraries=["no-such-library", "click"], data=[data], seed=7)
    assert f"|entities:default-1|python:{platform.python_version()}|no-such-library:none|click:8" in signed
    assert signed.endswith("|rows.jsonl:ba7816bf8f|seed:7")
    assert digest(data) == "ba7816bf8f"


def test_commit_and_whether_files_differ(tmp_path: Path) -> None:
    assert signature(repository=tmp_path).endswith("|commit:unknown")
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"]
    subprocess.run([*git, "init", "--quiet", str(tmp_path)], check=True)
    (tmp_path / "file").write_text("one", encoding="utf-8")
    subprocess.run([*git, "add", "file"], cwd=tmp_path, check=True)
    subprocess.run([*git, "commit", "--quiet", "-m", "one"], cwd=tmp_path, check=True)
    clean = signature(repository=tmp_path)
    (tmp_path / "file").write_text("two", encoding="utf-8")
    assert signature(repository=tmp_path) == clean + "+dirty"
