"""What the package shows to the world: few names, a quick import, and documents whose examples run."""

from __future__ import annotations

import importlib
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

import copydesk
from copydesk.checks import CHECKS
from copydesk.cli.main import cli
from copydesk.entities.build import SEEDS

ROOT = SEEDS.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
PYTHON = [text for kind, text in BLOCKS if kind == "python"]
SHELL = [line for kind, text in BLOCKS if kind in ("console", "bash", "sh", "shell") for line in text.splitlines()]
INLINE = re.findall(r"`(copydesk [a-z][^`]*)`", README)
#: whole lines of shell, without comments and prompts
LINES = [shlex.split(line.removeprefix("$ "), comments=True) for line in [*SHELL, *INLINE] if line.strip()]
COMMANDS = [line[1:] for line in LINES if line and Path(line[0]).name == "copydesk"]
HEAVY = ("torch", "transformers", "datasets", "sacrebleu", "jinja2")


def test_at_most_twenty_names() -> None:
    assert len(copydesk.__all__) <= 20
    assert len(set(copydesk.__all__)) == len(copydesk.__all__)


@pytest.mark.parametrize("name", copydesk.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(copydesk, name) is not None


def test_no_other_name() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Desc'"):
        importlib.import_module("copydesk").__getattr__("Desc")


@pytest.mark.parametrize(
    "code",
    [
        "import copydesk",
        "import copydesk; copydesk.Desk, copydesk.Document, copydesk.load_entities, copydesk.read_document",
        "import copydesk; copydesk.Desk().check('Armenian Prime Minister Nicole Pasinyan spoke.')",
        "import copydesk.cli.main",
    ],
)
def test_nothing_heavy_is_imported(code: str) -> None:
    ask = f"{code}\nimport sys\nprint([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_readme_has_examples() -> None:
    assert PYTHON
    assert COMMANDS


@pytest.mark.parametrize("code", PYTHON, ids=range(len(PYTHON)))
def test_python_of_the_readme_runs(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(SEEDS / "article-2020-11-28.txt", tmp_path / "article.txt")
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "README.md", "exec"), {"__name__": "readme"})


def _verb(words: list[str]) -> tuple[click.Command, list[str]]:
    """The command that the words call, and what is left of them."""
    command: click.Command = cli
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        assert words[0] in command.commands, f"copydesk has no verb {words[0]!r}"
        command, words = command.commands[words[0]], words[1:]
    return command, words


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_command_lines_of_the_readme_name_verbs_and_flags_that_exist(words: list[str]) -> None:
    command, rest = _verb(words)
    known = {flag for parameter in command.params for flag in (*parameter.opts, *parameter.secondary_opts)}
    flags = {word.partition("=")[0] for word in rest if word.startswith("-") and word != "-"}
    assert flags <= known | {"--help"}
    with click.Context(command, info_name=command.name) as context:
        command.make_parser(context).parse_args(list(rest))


@pytest.mark.parametrize("line", [line for line in LINES if line and line[0] == "make"], ids=" ".join)
def test_make_targets_of_the_readme_exist(line: list[str]) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert all(re.search(rf"^{re.escape(target)}:", makefile, re.MULTILINE) for target in line[1:] if "=" not in target)


def test_every_rule_is_in_the_readme() -> None:
    ranges = re.findall(r"\b([A-Z]{3})(\d{3})(?:[–-][A-Z]{3}(\d{3}))?", README)
    named = {f"{family}{number:03d}" for family, first, last in ranges for number in range(int(first), int(last or first) + 1)}
    assert {check.code for check in CHECKS} <= named


def test_every_verb_is_in_the_readme() -> None:
    assert [name for name in cli.commands if not re.search(rf"copydesk {name}\b", README)] == []


def test_links_of_the_readme_lead_somewhere() -> None:
    targets = [target for target in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in target]
    assert [target for target in targets if not (ROOT / target).exists()] == []
