"""What ``copydesk claims`` does apart from printing: exit status, filters, errors, settings."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from copydesk.cli import judging
from copydesk.cli.main import cli
from copydesk.desk import Desk

LISTS = Path(__file__).parent / "lists"
OWN = ("--no-default-entities", *(part for name in ("names", "forms", "facts") for part in ("--entities", f"{name}.csv")))
TRUE = "Armenian Prime Minister Nikol Pashinyan spoke in Yerevan, the capital of Armenia."
FALSE = "Armenian Prime Minister Mevlüt Çavuşoğlu spoke in the capital."
DATED = ("--as-of", "2020-10-06")


@pytest.fixture
def articles(folder: Path) -> Path:
    """A folder with the small lists, a true article, a false one, and one that says nothing."""
    shutil.copytree(LISTS, folder, dirs_exist_ok=True)
    for name, text in {"true": TRUE, "false": FALSE, "silent": "All is well here."}.items():
        (folder / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")
    return folder


def claims(*arguments: str) -> Result:
    result = CliRunner().invoke(cli, ["claims", *OWN, *arguments], prog_name="copydesk")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def objects(*arguments: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in claims("--format", "jsonl", *arguments).stdout.splitlines()]


def verdicts(*arguments: str) -> list[tuple[str, str]]:
    return [(item["path"], item["verdict"]) for item in objects(*arguments) if item["type"] == "claim"]


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("true.txt",), 0),
        (("silent.txt",), 0),
        (("false.txt",), 1),
        (("true.txt", "false.txt"), 1),
        (("false.txt", "--exit-zero"), 0),
        # what is filtered away does not count
        (("false.txt", "--verdict", "supported"), 0),
        (("false.txt", "--relation", "capital_of"), 0),
        (("false.txt", "--verdict", "supported", "--verdict", "refuted"), 1),
        (("gone.txt",), 2),
        (("gone.txt", "false.txt", "--exit-zero"), 2),
    ],
)
@pytest.mark.parametrize("form", ["table", "jsonl", "csv", "fever", "ftm", "annotations"])
def test_exit_status(articles: Path, arguments: tuple[str, ...], status: int, form: str) -> None:
    assert claims(*DATED, *arguments, "--format", form).exit_code == status


def test_filters(articles: Path) -> None:
    both = ("true.txt", "false.txt", *DATED)
    assert verdicts(*both) == [("true.txt", "supported"), ("true.txt", "supported"), ("false.txt", "refuted")]
    assert verdicts(*both, "--verdict", "refuted") == [("false.txt", "refuted")]
    assert verdicts(*both, "--verdict", " Refuted , not-enough-info,") == [("false.txt", "refuted")]
    assert verdicts(*both, "--relation", "capital-of") == [("true.txt", "supported")]
    assert verdicts(*both, "--relation", "role,rank", "--verdict", "supported") == [("true.txt", "supported")]
    assert objects(*both, "--verdict", "contested")[-1]["claims"] == 0


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("true.txt", "--verdict", "refused"),
        ("true.txt", "--verdict", ","),
        ("true.txt", "--relation", "president"),
        ("true.txt", "--as-of", "2020-13"),
        ("true.txt", "--as-of", "yesterday"),
        ("true.txt", "--format", "text"),
        ("true.txt", "--reader", "none"),
        ("true.txt", "--select", "CLM"),
    ],
)
def test_options_that_make_no_sense(articles: Path, arguments: tuple[str, ...]) -> None:
    result = claims(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Error: " in result.stderr


def test_the_day_of_judgement_goes_before_the_day_of_the_article(articles: Path) -> None:
    (articles / "dated.txt").write_text(f"Tuesday, October 6, 2020\n\n{FALSE}\n", encoding="utf-8")

    def said(*arguments: str) -> tuple[str, str]:
        item, summary = objects("dated.txt", *arguments)
        return item["as_of"], summary["signature"].rpartition("|")[2]

    assert said() == ("2020-10-06", "date:2020-10-06")
    assert said("--as-of", "2019-10") == ("2019-10", "date:2019-10")
    (articles / "copydesk.toml").write_text("date = '2018-10-06'\n")
    assert said() == ("2018-10-06", "date:2018-10-06")
    assert said("--as-of", "2019-10") == ("2019-10", "date:2019-10")


def test_standard_input_and_folders(articles: Path) -> None:
    (articles / "news").mkdir()
    for name in ("a.txt", "b.md"):
        (articles / "news" / name).write_text(FALSE, encoding="utf-8")
    assert verdicts("news", *DATED) == [("news/a.txt", "refuted"), ("news/b.md", "refuted")]
    result = CliRunner().invoke(cli, ["claims", *OWN, *DATED, "--format", "jsonl", "-"], input=FALSE)
    assert json.loads(result.stdout.splitlines()[0])["path"] == "<stdin>"


def test_offsets_point_into_the_file_as_it_is(articles: Path) -> None:
    page = f"<html><body><article><p>{FALSE.replace('Prime', '<b>Prime</b>')}</p></article></body></html>"
    (articles / "page.html").write_text(page, encoding="utf-8")
    (item, _) = objects("page.html", *DATED)
    assert page[item["start"] : item["end"]] == item["text"] == "Armenian <b>Prime</b> Minister Mevlüt Çavuşoğlu"


def test_the_output_appears_whole_or_not_at_all(articles: Path) -> None:
    result = claims("true.txt", *DATED, "--format", "csv", "-o", "claims.csv")
    assert (result.exit_code, result.stdout) == (0, "")
    rows = list(csv.DictReader(io.StringIO((articles / "claims.csv").read_text(encoding="utf-8"))))
    assert [row["relation"] for row in rows] == ["role", "capital_of"]
    result = claims("true.txt", "-o", "no/such/claims.csv")
    assert result.exit_code == 2
    assert result.stderr.startswith("copydesk: error: no/such/claims.csv: ")


def test_quiet_and_colour(articles: Path) -> None:
    assert "signature" in claims("true.txt").stdout
    assert "signature" not in claims("true.txt", "--quiet").stdout
    assert claims("silent.txt", "-q").stdout == ""
    assert "\x1b[1;31mrefuted" in claims("false.txt", *DATED, "--color", "always").stdout
    assert "\x1b" not in claims("false.txt", *DATED).stdout


@pytest.mark.parametrize("setting", ["reader = 'no-such-model'", "baseline = ['gone.jsonl']"])
def test_what_claims_have_no_use_for_may_be_broken(articles: Path, setting: str) -> None:
    (articles / "copydesk.toml").write_text(f"{setting}\n")
    result = claims("true.txt", *DATED)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "|reader:none|" in result.stdout


def test_broken_settings_and_lists_are_reported_and_the_rest_is_done(articles: Path) -> None:
    (articles / "copydesk.toml").write_text("nonsense = 1\n")
    (articles / "broken.csv").write_text("id,name,kind\nx9,Nobody,persn\n")
    result = claims("false.txt", *DATED, "--entities", "broken.csv", "--exit-zero")
    assert result.exit_code == 2
    assert "copydesk.toml:1: unknown key 'nonsense'" in result.stderr
    assert "copydesk: going on without broken.csv" in result.stderr
    assert "refuted" in result.stdout


def test_nothing_but_claims_is_worked_out(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Desk, "check", never)
    monkeypatch.setattr("copydesk.desk.Reader.open", never)
    assert judging.Desk is Desk
    assert verdicts("false.txt", *DATED) == [("false.txt", "refuted")]
