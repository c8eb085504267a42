"""Text from outside made fit to print: nothing in it may steer a terminal or reorder a line."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from copydesk.characters import HOSTILE

_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def visible(text: str) -> str:
    """The text on one line, with every character that could act on a terminal written as its escape."""
    return HOSTILE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    code = ord(char)
    if char in _SHORT:
        return _SHORT[char]
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def json_line(value: Mapping[str, object]) -> str:
    """A value as JSON on one line. Names stay readable; what `visible` escapes is escaped here too, as JSON does it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return HOSTILE.sub(lambda match: json.dumps(match[0])[1:-1], text)
