"""Characters that act on whatever shows them, instead of being shown."""

from __future__ import annotations

import re

#: control characters, bidirectional and other invisible format characters, line separators, lone surrogates: one of them
HOSTILE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
