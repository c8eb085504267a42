"""Settings: which rules, which lists, which date; from a file found upwards or given, changed by options."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date as calendar_date
from datetime import datetime
from difflib import get_close_matches
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from copydesk.core.dates import PartialDate
from copydesk.errors import ConfigError

#: findings below this probability are not shown
DEFAULT_MIN_CONFIDENCE = 0.5
ALL = "ALL"
DEFAULT_ORIGIN = "built-in default"
#: how alike (0 to 1) a known word must be to be proposed
_NEAR = 0.5

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


_Fail = Callable[[str, str], ConfigError]


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
        if key == "entities":
            return tuple(str(self.path.parent / name) for name in _strings(key, value, fail))
        if key in ("select", "ignore", "exclude"):
            strings = _strings(key, value, fail)
            if key != "exclude":
                _check_rules(strings, key, fail)
            return strings
        return _READERS[key](key, value, fail)

    def _line(self, key: str) -> int | None:
        """The line of a key; None where it is written in another way."""
        head = self.text.find("[tool.copydesk]") if self.path.name == _PROJECT else 0
        found = re.compile(rf"^[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*=", re.MULTILINE).search(self.text, max(head, 0))
        return self.text.count("\n", 0, found.start()) + 1 if found else None


def _strings(key: str, value: object, fail: _Fail) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise fail(f"{key!r} is not a list of strings", f'write {key} = ["…"]')
    return tuple(value)


def _confidence(key: str, value: object, fail: _Fail) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise fail(f"{key!r} is {value!r}", "give a number from 0 to 1")
    return float(value)


def _boolean(key: str, value: object, fail: _Fail) -> bool:
    if not isinstance(value, bool):
        raise fail(f"{key!r} is {value!r}", "write true or false")
    return value


def _date(key: str, value: object, fail: _Fail) -> PartialDate:
    if isinstance(value, calendar_date) and not isinstance(value, datetime):
        return PartialDate.of(value)
    try:
        return PartialDate.parse(value if isinstance(value, str) else "")
    except ValueError:
        raise fail(f"{key!r} is {value!r}", 'write "YYYY", "YYYY-MM" or "YYYY-MM-DD"') from None


_READERS: Mapping[str, Callable[[str, object, _Fail], object]] = {
    "min-confidence": _confidence,
    "default-entities": _boolean,
    "date": _date,
}


def _check_rules(patterns: Iterable[str], key: str, fail: _Fail) -> None:
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


def nearest(word: str, known: Iterable[str]) -> str:
    """A remedy for a word that is not known: the nearest that is, or all of them."""
    choices = tuple(known)
    near = get_close_matches(word, choices, 1, _NEAR)
    return f"did you mean {near[0]!r}?" if near else f"known are {', '.join(choices)}"
