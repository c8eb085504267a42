"""Settings as the TOML file that would make them."""

from __future__ import annotations

import json
import re

from copydesk.config import KEYS, Config
from copydesk.render.visible import visible

_PLAIN = re.compile(r"[A-Za-z0-9_-]+")
#: keys whose value is a table even when it is empty
_TABLES = ("reader-labels", "severity")


def settings_toml(config: Config) -> str:
    """One line a key, with where its value comes from; a key without a value stands as a comment."""
    return "".join(f"{_line(config, key)}\n" for key in KEYS)


def _line(config: Config, key: str) -> str:
    value = getattr(config, key.replace("-", "_"))
    origin = visible(config.origin(key))
    if value is None:
        return f"# {key} is not set  # {origin}"
    return f"{key} = {_table(value) if key in _TABLES else _toml(value)}  # {origin}"


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return f"[{', '.join(_toml(item) for item in value)}]"
    return repr(value) if isinstance(value, float) else json.dumps(str(value))


def _table(pairs: tuple[tuple[str, str], ...]) -> str:
    return f"{{{', '.join(f'{_key(name)} = {_toml(value)}' for name, value in pairs)}}}"


def _key(name: str) -> str:
    """A key as TOML writes it: in quotes unless it is plain."""
    return name if _PLAIN.fullmatch(name) else json.dumps(name)
