from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from copydesk.checks import CHECKS
from copydesk.checks.base import Check
from copydesk.cli.main import cli
from copydesk.version import __version__

HEAVY = (
    "torch",
    "transformers",
    "numpy",
    "rapidfuzz",
    "rich.console",
    "starlette",
    "uvicorn",
    "copydesk.desk",
    "copydesk.entities",
    "copydesk.checks",
)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, prog_name="copydesk")


@pytest.mark.parametrize(
    "verb",
    [[], ["check"], ["claims"], ["rules"], ["explain"], ["audit"], ["review"], ["entities", "check"], ["config", "show"]],
)
def test_help_loads_nothing_heavy(verb: list[str]) -> None:
    code = (
        "import sys, copydesk.cli.main as m\n"
        "try: m.main()\n"
        "except SystemExit: pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, *verb, "--help"], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
    assert "Usage: copydesk" in done.stdout


def test_help_answers_at_once() -> None:
    def seconds(*arguments: str) -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], capture_output=True, check=True)
        return time.perf_counter() - start

    # The best of five, and beside a bare start: a busy machine must not fail it.
    bare = min(seconds("-c", "pass") for _ in range(5))
    assert min(seconds("-m", "copydesk.cli", "--help") for _ in range(5)) < max(0.3, 10 * bare)


def every_command(group: click.Group, path: str = "") -> list[tuple[str, click.Command]]:
    found: list[tuple[str, click.Command]] = []
    for name, command in group.commands.items():
        found.append((f"{path} {name}".strip(), command))
        if isinstance(command, click.Group):
            found += every_command(command, f"{path} {name}".strip())
    return found


@pytest.mark.parametrize(("name", "command"), every_command(cli))
def test_every_verb_and_option_is_documented(name: str, command: click.Command) -> None:
    assert command.help, name
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help, f"{name} {option.name}"
    if not isinstance(command, click.Group):
        assert f"copydesk {name}" in (command.epilog or "")


def test_version() -> None:
    assert run("--version").stdout == f"copydesk {__version__}\n"


def test_rules_lists_every_rule() -> None:
    lines = run("rules").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [check.code for check in CHECKS]
    rules = json.loads(run("rules", "--format", "json").stdout)["rules"]
    assert [(rule["code"], rule["name"]) for rule in rules] == [(check.code, check.name) for check in CHECKS]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_every_rule_is_explained_with_its_examples(check: Check) -> None:
    code = check.code
    text = run("explain", code).stdout
    assert text.startswith(code)
    assert "[[" in text
    assert "Finds nothing in:" in text
    assert run("explain", code.lower()).stdout == text
    assert run("explain", check.name).stdout == text


def test_an_unknown_rule_names_the_nearest() -> None:
    result = run("explain", CHECKS[0].code[:-1] + "x")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "did you mean" in result.stderr


def test_config_show_names_where_values_come_from(folder: Path) -> None:
    (folder / "copydesk.toml").write_text("min-confidence = 0.7\n")
    lines = run("config", "show").stdout.splitlines()
    assert "min-confidence = 0.7  # copydesk.toml" in lines
    assert 'select = ["ALL"]  # built-in default' in lines
    (folder / "other.toml").write_text("x = 1\n")
    result = run("config", "show", "--config", "other.toml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("copydesk: error: other.toml:1: unknown key 'x'; ")


def test_a_line_of_50_megabytes(folder: Path) -> None:
    (folder / "huge.txt").write_bytes(b"word " * 10_000_000)
    (folder / "good.txt").write_text("All is well.\n")
    result = run("check", "--no-default-entities", "huge.txt", "good.txt")
    assert result.exit_code == 2
    assert result.stderr.startswith("copydesk: error: huge.txt: ")
    assert result.stderr.count("\n") == 1
    assert "1 file, 1 error;" in result.stdout
