"""Text from outside made fit to print: nothing in it may steer a terminal or reorder a line."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

#: control characters, bidirectional and other invisible format characters, line separators, lone surrogates
_HOSTILE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def visible(text: str) -> str:
    """The text on one line, with every character that could act on a terminal written as its escape."""
    return _HOSTILE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    code = ord(char)
    if char in _SHORT:
        return _SHORT[char]
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def json_line(value: Mapping[str, object]) -> str:
    """A value as JSON on one line. Names stay readable; what `visible` escapes is escaped here too, as JSON does it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _HOSTILE.sub(lambda match: json.dumps(match[0])[1:-1], text)
