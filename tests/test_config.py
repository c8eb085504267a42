from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from copydesk import config as module
from copydesk.config import KEYS, Config, load_config
from copydesk.config_values import nearest
from copydesk.core.dates import PartialDate
from copydesk.errors import ConfigError
from copydesk.render.settings import settings_toml

CONFIGS = Path(__file__).parents[1] / "configs"
CODES = ("NAM101", "NAM102", "NUM101", "CLM101")


@pytest.fixture(autouse=True)
def _known_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "rule_codes", lambda: CODES)


def write(folder: Path, text: str, name: str = "copydesk.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_default_preset_is_the_built_in_settings() -> None:
    preset = load_config(str(CONFIGS / "default.toml"), Path())
    assert preset == Config()


@pytest.mark.parametrize("name", ["default", "strict", "lenient"])
def test_presets_load_and_set_every_key_but_the_date(name: str) -> None:
    preset = load_config(str(CONFIGS / f"{name}.toml"), Path())
    assert {key for key, _ in preset.origins} == set(KEYS) - {"date"}


def test_the_nearest_file_upwards_is_found(tmp_path: Path) -> None:
    write(tmp_path, "min-confidence = 0.1")
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert load_config(None, inner).min_confidence == 0.1
    write(tmp_path / "a", "[tool.copydesk]\nmin-confidence = 0.2", "pyproject.toml")
    assert load_config(None, inner).min_confidence == 0.2
    write(tmp_path / "a", "min-confidence = 0.3")
    assert load_config(None, inner).min_confidence == 0.3


def test_a_pyproject_without_settings_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "min-confidence = 0.1")
    inner = tmp_path / "a"
    inner.mkdir()
    write(inner, "[tool.other]\nx = 1", "pyproject.toml")
    assert load_config(None, inner).min_confidence == 0.1


def test_without_any_file_the_settings_are_built_in(tmp_path: Path) -> None:
    assert load_config(None, tmp_path) == Config()


def test_every_key_is_read(tmp_path: Path) -> None:
    text = """
        select = ["NAM", "ALL"]
        ignore = ["NUM101"]
        min-confidence = 1
        entities = ["lists/own.csv"]
        default-entities = false
        date = 2020-11-28
        exclude = ["old"]
    """
    config = load_config(str(write(tmp_path, text)), Path())
    assert config == Config(
        select=("NAM", "ALL"),
        ignore=("NUM101",),
        min_confidence=1.0,
        entities=(str(tmp_path / "lists" / "own.csv"),),
        default_entities=False,
        date=PartialDate(2020, 11, 28),
        exclude=("old",),
    )


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, 'baseline = ["known.jsonl"]\nentities = ["own.csv"]')
    config = load_config(str(path), Path())
    assert (config.baseline, config.entities) == ((str(tmp_path / "known.jsonl"),), (str(tmp_path / "own.csv"),))


def test_a_date_may_be_less_than_a_day(tmp_path: Path) -> None:
    assert load_config(str(write(tmp_path, 'date = "2020-11"')), Path()).date == PartialDate(2020, 11)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("\nslect = []", 2, "unknown key 'slect'; did you mean 'select'?"),
        ("min_confidence = 0.5", 1, "unknown key 'min_confidence'; did you mean 'min-confidence'?"),
        ("zzz = 1", 1, "unknown key 'zzz'; known are select, ignore"),
        ('select = "NAM"', 1, 'not a list of strings; write select = ["…"]'),
        ("select = [1]", 1, "not a list of strings"),
        ('select = ["NAM10x"]', 1, "unknown rule 'NAM10x' in 'select'; did you mean 'NAM10"),
        ('ignore = ["nam"]', 1, "unknown rule 'nam' in 'ignore'"),
        ('select = [""]', 1, "unknown rule ''"),
        ("min-confidence = 1.5", 1, "'min-confidence' is 1.5; give a number from 0 to 1"),
        ("min-confidence = nan", 1, "give a number from 0 to 1"),
        ("min-confidence = true", 1, "give a number from 0 to 1"),
        ('default-entities = "no"', 1, "write true or false"),
        ('date = "28 November"', 1, 'write "YYYY"'),
        ("date = 2020-11-28T10:00:00", 1, 'write "YYYY"'),
        ("date = 2020", 1, 'write "YYYY"'),
        ("entities = [1]", 1, "not a list of strings"),
        ("select = [", 1, "broken TOML"),
        ("a = 1\nb = = 2", 2, "broken TOML"),
    ],
)
def test_what_is_wrong_is_named_with_its_line_and_remedy(tmp_path: Path, text: str, line: int, words: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        load_config(str(path), Path())
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_line_is_that_of_the_own_table(tmp_path: Path) -> None:
    path = write(tmp_path, "[tool.a]\nx = 1\n[tool.copydesk]\nx = 1", "pyproject.toml")
    with pytest.raises(ConfigError, match=r"pyproject\.toml:4: unknown key 'x'"):
        load_config(str(path), Path())


def test_a_table_that_is_none(tmp_path: Path) -> None:
    path = write(tmp_path, "[tool]\ncopydesk = 1", "pyproject.toml")
    with pytest.raises(ConfigError, match=r"tool\.copydesk is not a table"):
        load_config(str(path), Path())


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no such file"):
        load_config(str(tmp_path / "none.toml"), Path())
    (tmp_path / "latin.toml").write_bytes(b"exclude = ['\xe9']")
    with pytest.raises(ConfigError, match="not UTF-8; save"):
        load_config(str(tmp_path / "latin.toml"), Path())


@pytest.mark.parametrize(
    ("select", "ignore", "on"),
    [
        (("ALL",), (), "NAM101 NAM102 NUM101 CLM101"),
        (("NAM",), (), "NAM101 NAM102"),
        (("ALL",), ("NAM",), "NUM101 CLM101"),
        (("NAM101",), ("NAM",), "NAM101"),
        (("NAM",), ("NAM101",), "NAM102"),
        (("NAM",), ("NAM",), ""),
        (("ALL",), ("ALL",), ""),
        ((), (), ""),
    ],
)
def test_the_longer_code_decides(select: tuple[str, ...], ignore: tuple[str, ...], on: str) -> None:
    config = Config(select=select, ignore=ignore)
    assert " ".join(code for code in CODES if config.selects(code)) == on


def test_what_is_excluded() -> None:
    config = Config(exclude=("old", "*.html", "news/draft*"))
    assert [path for path in ("a/old/b.txt", "b.html", "news/draft1.txt", "c.txt", "older/c.txt") if config.excludes(path)] == [
        "a/old/b.txt",
        "b.html",
        "news/draft1.txt",
    ]


def test_options_replace_values_and_are_named_as_their_origin(tmp_path: Path) -> None:
    path = write(tmp_path, "min-confidence = 0.1\nexclude = ['x']")
    config = load_config(str(path), Path()).overridden("command line", {"min-confidence": 0.9, "select": ("NAM",)})
    assert (config.min_confidence, config.select, config.exclude) == (0.9, ("NAM",), ("x",))
    assert config.origin("min-confidence") == config.origin("select") == "command line"
    assert config.origin("exclude") == str(path)
    assert config.origin("ignore") == "built-in default"


def test_an_unknown_rule_in_an_option() -> None:
    with pytest.raises(ConfigError, match="command line: unknown rule 'NAM999' in 'select'; did you mean 'NAM10"):
        Config().overridden("command line", {"select": ("NAM999",)})


def test_settings_are_printed_as_the_file_that_makes_them(tmp_path: Path) -> None:
    config = Config(
        select=("NAM",), min_confidence=0.25, date=PartialDate(2020, 11), exclude=('a "b"', "ü"), default_entities=False
    )
    path = write(tmp_path, settings_toml(config))
    assert load_config(str(path), Path()) == config
    assert "# date is not set  # built-in default" in settings_toml(Config())


def test_nearest_names_the_nearest_or_all() -> None:
    assert nearest("NAM10", CODES) == "did you mean 'NAM102'?"
    assert nearest("???", ("a", "b")) == "known are a, b"


def test_codes_come_from_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    import sys

    monkeypatch.setitem(sys.modules, "copydesk.checks", SimpleNamespace(CHECKS=[SimpleNamespace(code="X1")]))
    assert module.rule_codes() == ("X1",)
