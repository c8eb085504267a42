"""Command lines and what they print, as files. ``UPDATE_GOLDEN=1 pytest tests/cli/test_golden_cases.py`` writes them anew.

A case is a folder: ``args.txt``, inputs, and ``stdout.txt``, ``stderr.txt``, ``exit.txt``. It runs in a copy of the folder,
beside the reference lists of ``lists/``, none of which is the list that the package ships. ``after/`` holds inputs as they
must be afterwards. A case that names no reader is run without one: what is printed must not hang on the weights of the day.
"""

from __future__ import annotations

import os
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from copydesk.cli.main import cli
from copydesk.version import __version__

HERE = Path(__file__).parent
CASES = sorted(path.name for path in (HERE / "cases").iterdir() if path.is_dir())
EXPECTED = ("stdout.txt", "stderr.txt", "exit.txt")


@pytest.mark.parametrize("name", CASES)
def test_case(name: str, folder: Path) -> None:
    case = HERE / "cases" / name
    for source in (HERE / "lists", case):
        shutil.copytree(source, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*EXPECTED))
    arguments = shlex.split((folder / "args.txt").read_text(encoding="utf-8"))
    if arguments[0] == "check" and "--reader" not in arguments:
        arguments += ["--reader", "none"]
    result = CliRunner().invoke(cli, arguments, prog_name="copydesk")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    got = {path: (folder / path.name).read_bytes() for path in (case / "after").glob("*")}
    printed = (result.stdout, result.stderr, f"{result.exit_code}\n")
    got |= {case / file: _anywhere(text, folder).encode() for file, text in zip(EXPECTED, printed, strict=True)}
    for path, content in got.items():
        if os.environ.get("UPDATE_GOLDEN"):
            path.write_bytes(content)
        assert content == path.read_bytes(), path.name


def _anywhere(text: str, folder: Path) -> str:
    """The text as every version prints it in every folder."""
    return text.replace(__version__, "VERSION").replace(folder.as_uri(), "file:///FOLDER")


def test_every_case_with_bad_input_also_checks_a_good_file() -> None:
    for name in CASES:
        if name.startswith("bad-") and name != "bad-rule":
            case = HERE / "cases" / name
            assert (case / "exit.txt").read_text() == "2\n"
            assert "good.txt" in (case / "stdout.txt").read_text(encoding="utf-8")
