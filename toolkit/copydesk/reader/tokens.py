"""Word tokens of a sentence with what capital letters, possessives and gaps say about them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from copydesk.core.span import Span
from copydesk.text import words

_POSSESSIVE = re.compile(r"(?:['’`´]s|(?<=s)['’`´])$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word. ``span`` leaves a possessive ending out; ``gap`` is what stands between it and the word before."""

    span: Span
    text: str
    gap: str
    possessive: bool

    @property
    def capital(self) -> bool:
        """Whether its first letter is a capital (``al-Sisi`` and ``d'Estaing`` count by a capital after the joint)."""
        first = self.text[0]
        return first.isupper() or (
            first.isalpha() and any(char.isupper() for char in self.text[1:]) and not self.text.isupper()
        )


def tokens(sentence: str) -> list[Token]:
    """The words of a sentence, offsets within it."""
    found: list[Token] = []
    end = 0
    for span in words(sentence):
        text = span.of(sentence)
        core = text.removesuffix(ending_of(text))
        at = Span(span.start, span.start + len(core))
        found.append(Token(span=at, text=core, gap=sentence[end : span.start], possessive=core != text))
        end = span.end
    return found


def ending_of(word: str) -> str:
    """The possessive ending of a word; empty where it has none or is nothing else."""
    ending = _POSSESSIVE.search(word)
    return ending.group() if ending and ending.start() else ""


def joined(gap: str) -> bool:
    """Whether two words with this between them can belong to one name."""
    return gap in (" ", "\u00a0", "-", "‑", ". ", "") or (gap.isspace() and "\n" not in gap)
