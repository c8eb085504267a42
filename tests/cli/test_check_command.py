from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from copydesk.cli import inputs, progress
from copydesk.errors import InputError
from copydesk.text import read_document

Run = Callable[..., Result]

ALL = ("--fix", "--unsafe-fixes")


@pytest.fixture
def article(folder: Path) -> Path:
    path = folder / "a.txt"
    path.write_text("teh man met Nicole Pasinyan, an odd name.\n")
    return path


@pytest.fixture
def clean(folder: Path) -> Path:
    path = folder / "clean.txt"
    path.write_text("All is well here.\n")
    return path


def types(result: Result) -> list[str]:
    return [json.loads(line)["type"] for line in result.stdout.splitlines()]


def test_findings_exit_with_1_none_with_0(run: Run, article: Path, clean: Path) -> None:
    assert run("check", "a.txt").exit_code == 1
    assert run("check", "a.txt", "--exit-zero").exit_code == 0
    result = run("check", "clean.txt")
    assert result.exit_code == 0
    assert result.stdout == "no findings, no claims, 1 file; signature words:4|date:unknown\n"


def test_one_file_that_fails_does_not_stop_the_others(run: Run, article: Path) -> None:
    result = run("check", "gone.txt", "a.txt", "--exit-zero")
    assert result.exit_code == 2
    assert result.stderr.startswith("copydesk: error: gone.txt: ")
    assert result.stderr.count("\n") == 1
    assert "a.txt:1:1: TYP101" in result.stdout
    assert "1 error; signature" in result.stdout


def test_errors_are_objects_in_json(run: Run, article: Path) -> None:
    result = run("check", "gone.txt", "a.txt", "--format", "jsonl")
    assert types(result) == ["error", "finding", "finding", "finding", "finding", "summary"]
    assert result.stderr == ""
    whole = json.loads(run("check", "gone.txt", "a.txt", "--format", "json").stdout)
    assert [error["path"] for error in whole["errors"]] == ["gone.txt"]
    assert whole["summary"]["errors"] == 1


def test_documents_are_printed_as_they_come(run: Run, article: Path, clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def reading(path: str, **options: object) -> object:
        seen.append(path)
        if path == "clean.txt":
            raise InputError("stop here", where=path)
        return read_document(path)

    monkeypatch.setattr(inputs, "read_document", reading)
    (article.parent / "b.txt").write_bytes(article.read_bytes())
    result = run("check", "a.txt", "clean.txt", "b.txt", "--format", "jsonl")
    assert types(result) == ["finding"] * 4 + ["error"] + ["finding"] * 4 + ["summary"]
    assert seen == ["a.txt", "clean.txt", "b.txt"]


def test_no_path_is_a_usage_error(run: Run) -> None:
    result = run("check")
    assert result.exit_code == 2
    assert "Missing argument" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("--mentions", "--links"),
        ("--diff", "--links"),
        ("--sentences", "--links"),
        ("--diff", "--sentences"),
        ("--spans", "marks.json", "--fix"),
        ("--spans", "marks.json", "b.txt"),
        ("--diff", "--format", "json"),
        ("--unsafe-fixes",),
        ("--min-confidence", "2"),
        ("--date", "2020-13"),
        ("--date", "tomorrow"),
        ("--select", ","),
        ("--format", "xml"),
        ("--nonsense",),
    ],
)
def test_options_that_make_no_sense(run: Run, article: Path, arguments: tuple[str, ...]) -> None:
    assert run("check", "a.txt", *arguments).exit_code == 2


def test_select_ignore_and_confidence(run: Run, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("copydesk.config.rule_codes", lambda: ("NAM101", "NAM102", "TRN101", "TYP101"))

    def found(*arguments: str) -> list[str]:
        result = run("check", "a.txt", "--format", "concise", *arguments)
        return [line.split()[1] for line in result.stdout.splitlines()]

    assert found("--select", "nam") == ["NAM101", "NAM102"]
    assert found("--select", "NAM101,TYP", "--select", "TRN") == ["TYP101", "NAM101", "TRN101"]
    assert found("--ignore", "NAM102,TRN101") == ["TYP101", "NAM101"]
    assert found("--min-confidence", "0.85") == ["TYP101", "NAM101"]
    result = run("check", "a.txt", "--select", "NAM999")
    assert result.exit_code == 2
    assert result.stderr.startswith("copydesk: error: command line: unknown rule 'NAM999' in 'select'; did you mean 'NAM1")


def test_settings_are_found_beside_the_first_input_and_options_win(run: Run, folder: Path) -> None:
    (folder / "news").mkdir()
    (folder / "news" / "a.txt").write_text("teh\n")
    (folder / "news" / "copydesk.toml").write_text('min-confidence = 0.95\ndate = "2020-11-28"\n')
    result = run("check", "news")
    assert result.exit_code == 0
    assert "date:2020-11-28" in result.stdout
    result = run("check", "news", "--min-confidence", "0.1", "--date", "2021")
    assert result.exit_code == 1
    assert "date:2021" in result.stdout


def test_broken_settings_are_reported_and_the_file_is_still_checked(run: Run, article: Path, folder: Path) -> None:
    (folder / "copydesk.toml").write_text("slect = []\n")
    result = run("check", "a.txt")
    assert result.exit_code == 2
    assert "TYP101" in result.stdout
    assert result.stderr.splitlines() == [
        "copydesk: error: copydesk.toml:1: unknown key 'slect'; did you mean 'select'?",
        "copydesk: going on with the built-in settings",
    ]
    before = article.read_bytes()
    result = run("check", "a.txt", *ALL)
    assert (result.exit_code, result.stdout) == (2, "")
    assert article.read_bytes() == before


def test_a_broken_list_is_reported_and_the_file_is_still_checked(run: Run, article: Path, folder: Path) -> None:
    (folder / "own.csv").write_text("id,name,knd\n")
    (folder / "good.csv").write_text("id,name,kind\nx1,John Doe,person\n")
    lists = ("--no-default-entities", "--entities", "own.csv", "--entities", "good.csv")
    result = run("check", "a.txt", *lists)
    assert result.exit_code == 2
    assert "TYP101" in result.stdout
    assert result.stderr.startswith("copydesk: error: own.csv:1: ")
    assert result.stderr.endswith("copydesk: going on without own.csv\n")
    assert (run("check", "a.txt", *ALL, *lists).exit_code, article.read_text()[:3]) == (2, "teh")


def test_excluded_files_are_left_out_unless_named(run: Run, folder: Path) -> None:
    (folder / "news").mkdir()
    (folder / "news" / "a.txt").write_text("teh\n")
    (folder / "news" / "draft.txt").write_text("teh\n")
    (folder / "news" / "copydesk.toml").write_text('exclude = ["draft*"]\n')
    assert "1 file;" in run("check", "news").stdout
    assert "2 files;" in run("check", "news/a.txt", "news/draft.txt").stdout


def test_safe_fixes_are_written_and_the_rest_reported(run: Run, article: Path) -> None:
    result = run("check", "a.txt", "--fix")
    assert article.read_text() == "the man met Nicole Pasinyan, an odd name.\n"
    assert "TYP101" not in result.stdout
    assert result.exit_code == 1
    assert result.stderr == "copydesk: fixed 1 finding in 1 file; 2 more with --unsafe-fixes\n"


def test_unsafe_fixes_only_when_asked_and_display_never(run: Run, article: Path) -> None:
    result = run("check", "a.txt", *ALL)
    assert article.read_text() == "the man met Nikol Pasinyan, an odd name.\n"
    assert result.stderr == "copydesk: fixed 2 findings in 1 file; 1 overlap a surer fix, run again for them\n"
    assert "TRN101" in result.stdout
    assert run("check", "a.txt", *ALL).stderr == "copydesk: fixed no findings in no files\n"


def test_a_diff_writes_nothing(run: Run, article: Path, clean: Path) -> None:
    before = article.read_bytes()
    result = run("check", "a.txt", "clean.txt", "--diff", "--unsafe-fixes")
    assert article.read_bytes() == before
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "--- a/a.txt",
        "+++ b/a.txt",
        "@@ -1 +1 @@",
        "-teh man met Nicole Pasinyan, an odd name.",
        "+the man met Nikol Pasinyan, an odd name.",
    ]
    assert result.stderr.startswith("copydesk: would fix 2 findings in 1 file")
    assert run("check", "a.txt", "--diff", "--fix").exit_code == 1
    assert article.read_bytes() == before
    assert run("check", "a.txt", "--diff", "--exit-zero").exit_code == 0
    result = run("check", "clean.txt", "--diff", "--quiet")
    assert (result.exit_code, result.output) == (0, "")


def test_standard_input(run: Run, folder: Path) -> None:
    result = run("check", "-", "--format", "concise", stdin="teh end")
    assert result.stdout == "<stdin>:1:1: TYP101 “teh” should be the\n"
    result = run("check", "-", "--fix", stdin="teh end")
    assert result.exit_code == 2
    assert result.stderr.startswith("copydesk: error: <stdin>: cannot be fixed in place; give a file")
    result = run("check", "-", "--diff", stdin="teh end\n")
    assert "+the end" in result.stdout


def test_a_file_that_cannot_be_written_is_an_error(run: Run, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    result = run("check", "a.txt", "--fix")
    assert result.exit_code == 2
    assert "a.txt: cannot be written: no space left on device" in result.stderr
    assert "TYP101" in result.stdout
    assert [path.name for path in article.parent.iterdir()] == ["a.txt"]


def test_output_goes_to_a_file_whole(run: Run, article: Path, folder: Path) -> None:
    result = run("check", "a.txt", "--format", "jsonl", "--output", "out.jsonl")
    assert (result.exit_code, result.stdout) == (1, "")
    lines = (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[-1])["type"] == "summary"
    result = run("check", "a.txt", "--output", "none/out.txt")
    assert result.exit_code == 2
    assert result.stderr.startswith("copydesk: error: none/out.txt: cannot be written: no such file")


def test_no_half_output_when_the_run_stops(run: Run, article: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "out.txt").write_text("old")

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(inputs, "read_document", interrupted)
    assert run("check", "a.txt", "--output", "out.txt").exit_code == 130
    assert (folder / "out.txt").read_text() == "old"
    assert len(list(folder.iterdir())) == 2


def test_colours_when_asked_for(run: Run, article: Path) -> None:
    assert "\x1b[" in run("check", "a.txt", "--color", "always").stdout
    assert "\x1b[" not in run("check", "a.txt").stdout


def test_quiet_prints_findings_only(run: Run, article: Path, clean: Path) -> None:
    assert run("check", "clean.txt", "--quiet").output == ""
    assert "signature" not in run("check", "a.txt", "-q").output


def test_progress_passes_every_file_on(run: Run, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        (article.parent / f"more{number}.txt").write_text("All is well.\n")
    monkeypatch.setattr(progress, "_wanted", lambda count, options: count == 6)
    result = run("check", ".", "--format", "concise")
    assert (result.exit_code, len(result.stdout.splitlines())) == (1, 4)


def test_a_reader_that_goes_away_is_no_error(folder: Path) -> None:
    (folder / "a.txt").write_text("He went went home. " * 2000 + "\n")
    command = [sys.executable, "-m", "copydesk.cli", "check", "--no-default-entities", "a.txt"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    complaints = process.stderr.read().decode()
    process.wait()
    process.stderr.close()
    assert "Traceback" not in complaints
    assert "Broken" not in complaints
