"""From a tag a word to names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copydesk.core.span import Span
from copydesk.reader.answers import Name
from copydesk.reader.stopwords import HONORIFICS
from copydesk.reader.tokens import ending_of

_PERSON = "PER"


def names(text: str, words: Sequence[Span], tags: Sequence[str]) -> Iterator[Name]:
    """The names that IOB2 tags of words tell. A possessive ending is no part of a name, nor are titles before a person's.

    A tag that goes on with another kind than the word before begins a name, as taggers slip.
    """
    for kind, inside in _runs(words, tags):
        kept = inside
        while kind == _PERSON and len(kept) > 1 and kept[0].of(text).lower() in HONORIFICS:
            kept = kept[1:]
        last = kept[-1]
        yield Name(span=Span(kept[0].start, last.end - len(ending_of(last.of(text)))), kind=kind)


def _runs(words: Sequence[Span], tags: Sequence[str]) -> Iterator[tuple[str, list[Span]]]:
    """Kind and words of each name."""
    inside: list[Span] = []
    kind = ""
    for word, tag in zip(words, tags, strict=True):
        begins, here = tag.startswith("B"), tag[2:]
        if inside and (begins or here != kind):
            yield kind, inside
            inside = []
        if here:
            inside, kind = [*inside, word], here
    if inside:
        yield kind, inside
