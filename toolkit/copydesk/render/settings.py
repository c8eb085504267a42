"""Settings as the TOML file that would make them."""

from __future__ import annotations

import json

from copydesk.config import KEYS, Config
from copydesk.render.visible import visible


def settings_toml(config: Config) -> str:
    """One line a key, with where its value comes from; a key without a value stands as a comment."""
    return "".join(f"{_line(config, key)}\n" for key in KEYS)


def _line(config: Config, key: str) -> str:
    value = getattr(config, key.replace("-", "_"))
    origin = visible(config.origin(key))
    return f"# {key} is not set  # {origin}" if value is None else f"{key} = {_toml(value)}  # {origin}"


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return f"[{', '.join(_toml(item) for item in value)}]"
    return repr(value) if isinstance(value, float) else json.dumps(str(value))
