"""Words and where they stand: one tokeniser for everything that looks at words."""

from __future__ import annotations

import re

from copydesk.core.span import Span

_MARK = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u00ad\u200c\u200d"
_CORE = rf"[^\W_](?:[^\W_]|[{_MARK}])*"
_INNER = "['’‘ʼʹ`´\\-‐‑]"
_LETTER = rf"[^\W\d_][{_MARK}]*"

#: One word: letters and digits with inner apostrophes and hyphens (``al-Sisi``, ``Azerbaijan’s``), dotted initials as one
#: (``U.N.``, ``U.S.-led``), numbers with their separators (``3.5``, ``10,000``).
WORD = re.compile(
    rf"(?<!\w)(?:{_LETTER}\.)+{_LETTER}(?!\w)\.?(?:{_INNER}{_CORE})*"
    rf"|{_CORE}(?:(?:{_INNER}|(?<=\d)[.,](?=\d)){_CORE})*"
)


def words(text: str) -> list[Span]:
    """The words of ``text`` in order, as spans into it."""
    return [Span(*match.span()) for match in WORD.finditer(text)]
