"""Colours, and only for a reader who sees them."""

from __future__ import annotations

from copydesk.core.claim import Verdict
from copydesk.core.finding import Severity
from copydesk.core.mention import LinkStatus

_RED, _GREEN, _YELLOW, _BLUE, _CYAN, _BOLD, _DIM = "31", "32", "33", "34", "36", "1", "2"
_OF = {
    Severity.CRITICAL: f"{_BOLD};{_RED}",
    Severity.MAJOR: _RED,
    Severity.MINOR: _YELLOW,
    Verdict.SUPPORTED: _GREEN,
    Verdict.REFUTED: f"{_BOLD};{_RED}",
    Verdict.CONTESTED: _YELLOW,
    Verdict.NOT_ENOUGH_INFO: _DIM,
    LinkStatus.GARBLE: _RED,
    LinkStatus.TRANSLATED: _RED,
    LinkStatus.CLIPPED: _RED,
    LinkStatus.AMBIGUOUS: _YELLOW,
}


class Paint:
    """Wraps words in ANSI colours, or leaves them as they are."""

    def __init__(self, on: bool) -> None:
        self._on = on

    def by(self, value: Severity | Verdict | LinkStatus, words: str) -> str:
        """The words in the colour that the value has."""
        return self._wrap(_OF.get(value), words)

    def bold(self, words: str) -> str:
        """The words in bold."""
        return self._wrap(_BOLD, words)

    def gutter(self, words: str) -> str:
        """The colour of line numbers and frames."""
        return self._wrap(_BLUE, words)

    def added(self, words: str) -> str:
        """The colour of a new line in a diff."""
        return self._wrap(_GREEN, words)

    def removed(self, words: str) -> str:
        """The colour of an old line in a diff."""
        return self._wrap(_RED, words)

    def hunk(self, words: str) -> str:
        """The colour of a hunk's head in a diff."""
        return self._wrap(_CYAN, words)

    def _wrap(self, codes: str | None, words: str) -> str:
        return f"\x1b[{codes}m{words}\x1b[0m" if self._on and codes and words else words
