"""Settings: which rules, which lists, which date; from a file found upwards or given, changed by options."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from copydesk.config_values import READERS, Fail, nearest, strings
from copydesk.core.dates import PartialDate
from copydesk.core.finding import Severity
from copydesk.errors import ConfigError
from copydesk.reader.policy import DEFAULT as DEFAULT_SEVERITY

#: findings below this probability are not shown
DEFAULT_MIN_CONFIDENCE = 0.5
ALL = "ALL"
DEFAULT_READER = "default"
DEFAULT_ORIGIN = "built-in default"

_FILE = "copydesk.toml"
_PROJECT = "pyproject.toml"
_AT_LINE = re.compile(r"\s*\(at line (\d+), column \d+\)|\s*\(at end of document\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What a check runs with. ``select`` and ``ignore`` hold rule codes, prefixes of codes or ``ALL``.

    ``origins`` says for each key that is not a built-in default where its value comes from; it takes no part in equality.
    """

    select: tuple[str, ...] = (ALL,)
    ignore: tuple[str, ...] = ()
    min_confidence: float = DEFAULT_MIN_CONFIDENCE
    #: paths of reference lists, loaded over the default list
    entities: tuple[str, ...] = ()
    default_entities: bool = True
    #: the day the articles speak from; None means that the text says it
    date: PartialDate | None = None
    #: patterns of files that folders and globs leave out
    exclude: tuple[str, ...] = ()
    #: files of what is known (`copydesk.review.baseline`): findings that were judged wrong, or all of an earlier run
    baseline: tuple[str, ...] = ()
    #: the reader model: ``default``, ``none``, a folder, or the name of a Hugging Face checkpoint
    reader: str = DEFAULT_READER
    #: what the labels of a foreign checkpoint mean (`copydesk.reader.meanings`)
    reader_labels: tuple[tuple[str, str], ...] = ()
    #: how bad a mark of each kind is (`copydesk.reader.policy`)
    severity: tuple[tuple[str, Severity], ...] = DEFAULT_SEVERITY
    origins: tuple[tuple[str, str], ...] = field(default=(), compare=False, repr=False)

    def selects(self, code: str) -> bool:
        """Whether a rule is on: the longest matching code or prefix decides, and ``ignore`` wins a tie."""
        return _reach(self.select, code) > _reach(self.ignore, code)

    def excludes(self, path: str) -> bool:
        """Whether a file found in a folder is left out, by its path, its name or one of its folders."""
        parts = Path(path).parts
        return any(fnmatch(path, pattern) or any(fnmatch(part, pattern) for part in parts) for pattern in self.exclude)

    def origin(self, key: str) -> str:
        """Where the value of a key (in kebab-case) comes from."""
        return dict(self.origins).get(key, DEFAULT_ORIGIN)

    def overridden(self, origin: str, values: Mapping[str, Any]) -> Config:
        """These settings with other values for some keys (in kebab-case). Raises ConfigError for an unknown rule."""
        for key in ("select", "ignore"):
            _check_rules(values.get(key, ()), key, lambda message, remedy: ConfigError(message, where=origin, remedy=remedy))
        origins = dict(self.origins) | dict.fromkeys(values, origin)
        return replace(self, **{_attribute(key): value for key, value in values.items()}, origins=tuple(origins.items()))


def _reach(patterns: Iterable[str], code: str) -> int:
    """How exactly some pattern names the code: -1 not at all, 0 as one of all, else the length of the prefix."""
    reach = [0 if pattern == ALL else len(pattern) for pattern in patterns if pattern == ALL or code.startswith(pattern)]
    return max(reach, default=-1)


def _attribute(key: str) -> str:
    return key.replace("-", "_")


#: the keys a file may hold
KEYS = tuple(item.name.replace("_", "-") for item in fields(Config) if item.name != "origins")


def load_config(path: str | None, start: Path) -> Config:
    """Settings of the file ``path``, else of the nearest file at or above ``start``, else the built-in ones.

    Found are ``copydesk.toml`` and a ``pyproject.toml`` with a ``[tool.copydesk]`` table. Raises ConfigError with file,
    line where there is one, and remedy.
    """
    if path is not None:
        source = _Source.read(Path(path))
        return source.config(source.table() or {})
    for folder in (start.absolute(), *start.absolute().parents):
        for name in (_FILE, _PROJECT):
            if (folder / name).is_file():
                source = _Source.read(_shown(folder / name))
                table = source.table()
                if table is not None:
                    return source.config(table)
    return Config()


def _shown(path: Path) -> Path:
    """The path as a person would write it: relative below the working folder."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


@dataclass(frozen=True, slots=True)
class _Source:
    """A settings file that was read."""

    path: Path
    text: str
    data: Mapping[str, Any]

    @classmethod
    def read(cls, path: Path) -> _Source:
        where = str(path)
        try:
            text = path.read_text(encoding="utf-8-sig")
            return cls(path, text, tomllib.loads(text))
        except OSError as error:
            reason = (error.strerror or "cannot be read").lower()
            raise ConfigError(reason, where=where, remedy="check the path and its permissions") from None
        except UnicodeDecodeError:
            raise ConfigError("not UTF-8", where=where, remedy="save the file as UTF-8") from None
        except tomllib.TOMLDecodeError as error:
            found = _AT_LINE.search(str(error))
            line = int(found[1]) if found and found[1] else text.count("\n") + 1
            message = _AT_LINE.sub("", str(error))
            raise ConfigError(f"broken TOML: {message}", where=where, line=line, remedy="mend this line") from None

    def table(self) -> Mapping[str, Any] | None:
        """The settings in the file; None for a ``pyproject.toml`` that has none."""
        if self.path.name != _PROJECT:
            return self.data
        tool = self.data.get("tool", {})
        table = tool.get("copydesk") if isinstance(tool, dict) else None
        if table is not None and not isinstance(table, dict):
            raise ConfigError("tool.copydesk is not a table", where=str(self.path), remedy="write [tool.copydesk]")
        return table

    def config(self, table: Mapping[str, Any]) -> Config:
        """Settings of a table, every key known and every value of the right type."""
        values = {_attribute(key): self._value(key, value) for key, value in table.items()}
        return Config(**values, origins=tuple((key, str(self.path)) for key in table))

    def _value(self, key: str, value: object) -> Any:
        def fail(message: str, remedy: str) -> ConfigError:
            return ConfigError(message, where=str(self.path), line=self._line(key), remedy=remedy)

        if key not in KEYS:
            raise fail(f"unknown key {key!r}", nearest(key.replace("_", "-"), KEYS))
        if key in ("entities", "baseline"):
            return tuple(str(self.path.parent / name) for name in strings(key, value, fail))
        if key in ("select", "ignore", "exclude"):
            patterns = strings(key, value, fail)
            if key != "exclude":
                _check_rules(patterns, key, fail)
            return patterns
        read = READERS[key](key, value, fail)
        return self._beside(str(read)) if key == "reader" else read

    def _beside(self, name: str) -> str:
        """A model folder that lies beside the file, else the name as it is."""
        path = self.path.parent / name
        return str(path) if path.is_dir() else name

    def _line(self, key: str) -> int | None:
        """The line of a key; None where it is written in another way."""
        head = self.text.find("[tool.copydesk]") if self.path.name == _PROJECT else 0
        found = re.compile(rf"^[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*=", re.MULTILINE).search(self.text, max(head, 0))
        return self.text.count("\n", 0, found.start()) + 1 if found else None


def _check_rules(patterns: Iterable[str], key: str, fail: Fail) -> None:
    """Every pattern must be ``ALL`` or begin some rule's code."""
    unknown = [pattern for pattern in patterns if pattern != ALL]
    if not unknown:
        return
    codes = rule_codes()
    for pattern in unknown:
        if not pattern or not any(code.startswith(pattern) for code in codes):
            raise fail(f"unknown rule {pattern!r} in {key!r}", nearest(pattern.upper(), (*codes, ALL)))


def rule_codes() -> tuple[str, ...]:
    """The codes of all rules. Imported late: most runs name no rule."""
    from copydesk.checks import CHECKS

    return tuple(check.code for check in CHECKS)
