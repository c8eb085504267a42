"""Sentences with exact spans, by nupunkt, with what it misses in news repaired."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from copydesk.core.document import Part, PartKind, Sentence
from copydesk.core.span import Span

if TYPE_CHECKING:
    from nupunkt import PunktSentenceTokenizer

#: characters looked at before a stop
LOOK = 40
#: nupunkt looks at the whole of an unbroken run again at each of its stops; of longer ones only the end is shown to it
RUN = 1000
#: its abbreviations come from scanned legal texts: those of so many letters are words and names, but for two
LONG = 6
LONG_ABBREVIATIONS = frozenset(("approx", "messrs"))
#: titles it does not know
TITLES = ("Lt", "Cmdr")

#: code points; a longer sentence is a list, and whoever compares all names of a sentence is given pieces of it
LONGEST = 1000
_BREAKS = ("; ", ", ", " ")

_READ = frozenset((PartKind.HEADLINE, PartKind.BODY, PartKind.TEASER))
_RUN = re.compile(rf"(?<!\S)\S{{{RUN},}}(?=\S{{{LOOK}}})")
#: words that begin a sentence, and seldom follow an abbreviation inside one
_STARTS = (
    r"(?:(?:A|According|After|Also|An|And|As|At|But|For|He|Her|His|However|If|In|It|Its|Later|Meanwhile|On|She|That|The|Their|"
    r"There|These|They|This|Those|We|When)\b(?![-.’'])|(?:Dr|Mrs?|Ms|Prof)\.)"
)
_STOP = re.compile(rf"\.[\"”’)]*(?=\s+[\"“‘(]?{_STARTS})")
#: what a stop before such a word ends a sentence after, though nupunkt may know it as an abbreviation
_WORD = re.compile(r"(?<!\w)(?:[a-z]{3,}|[A-Z]|[ap]\.m)\.[\"”’)]*$")
#: single and dotted initials, and the hour: they end a sentence before such a word only
_INITIALS = re.compile(r"(?<!\w)(?:(?:[A-Z]\.)+|[ap]\.m\.)$")
_NAME = re.compile(rf"(?!{_STARTS})[^\W\d_a-z]")
#: more than one stop in a word: "Co.,Ltd."
_DOTTED = re.compile(r"\w\.\S*\w\.$")
#: no sentence begins with one of these
_NO_START = re.compile(r"[\"”’)\]]*[,;:]")
#: a few words in quotation marks inside a sentence, with stops of their own
_SHORT_QUOTATION = re.compile(r"(?<=[^.!?”\"\s] )[\"“](?=\S)[^\"“”]{1,40}(?<=[.!?])[\"”]")
#: the number of a list item
_ITEM = re.compile(r"\s*\d{1,3}[.)]$")


def find_sentences(text: str, parts: Iterable[Part]) -> Iterator[Sentence]:
    """The sentences of headlines, body and teasers, part by part; none crosses the end of its part."""
    for part in parts:
        if part.kind in _READ:
            for span in _sentences(part.span.of(text)):
                yield Sentence(span=span.shifted(part.span.start), part=part.kind)


def in_pieces(sentences: Iterable[Sentence], text: str) -> Iterator[Sentence]:
    """The sentences, each longer than `LONGEST` cut behind a semicolon, a comma, a blank, or where it must be.

    Looking at every two names of a sentence is no work while sentences are short; a line of ten thousand names would take
    hours.
    """
    for sentence in sentences:
        start, end = sentence.span.start, sentence.span.end
        while end - start > LONGEST:
            stop = next((at + len(mark) for mark in _BREAKS if (at := text.rfind(mark, start + 1, start + LONGEST)) > 0), None)
            cut = start + LONGEST if stop is None else stop
            if (piece := _trimmed(text, start, cut)) is not None:
                yield Sentence(span=piece, part=sentence.part)
            start = cut
        if (piece := _trimmed(text, start, end)) is not None:
            yield Sentence(span=piece, part=sentence.part)


@cache
def _splitter() -> PunktSentenceTokenizer:
    from nupunkt import load_default_model

    made = load_default_model()
    known = made.parameters.abbrev_types
    made.parameters.abbrev_types = {
        word for word in known if len(word) < LONG or not word.isalpha() or word in LONG_ABBREVIATIONS
    }
    made.add_abbreviations(list(TITLES))
    # a few sightings of "hand" or "month" at the end of sentences are enough
    made.BREAK_RATE_MIN_COUNT = 1
    made.EXCL_QUEST_LOWERCASE_CONTINUES = True
    return made


def _sentences(block: str) -> Iterator[Span]:
    last_word = next((at for at in range(len(block) - 1, -1, -1) if block[at].isalnum()), None)
    if last_word is None:
        return
    start = 0
    for cut in (*_cuts(block, last_word), len(block)):
        span = _trimmed(block, start, cut)
        if span is not None:
            yield span
        start = cut


def _cuts(block: str, last_word: int) -> Iterator[int]:
    """Where sentences end, in order, but for the last one."""
    cuts = {end for _, end in _splitter().span_tokenize(_RUN.sub(_blank, block) if len(block) > RUN else block)}
    cuts.update(match.end() for match in _STOP.finditer(block) if _WORD.search(block, _back(match.end()), match.end()))
    if len(cuts) < 2:
        return
    for match in _SHORT_QUOTATION.finditer(block):
        cuts.difference_update(range(match.start(), match.end()))
    start = 0
    for cut in sorted(cuts):
        after = block[cut : cut + LOOK].lstrip()
        # no word is left for another sentence, or the sentence goes on
        if cut > last_word or _goes_on(block[max(start, _back(cut)) : cut], after):
            continue
        if cut - start < LOOK and _ITEM.fullmatch(block, start, cut):
            continue
        start = cut
        yield cut


def _goes_on(before: str, after: str) -> bool:
    """Whether the sentence that stops at the end of ``before`` goes on with ``after``."""
    if _INITIALS.search(before) and _NAME.match(after):
        return True
    return bool(_NO_START.match(after) or (after[:1].islower() and _DOTTED.search(before)))


def _back(at: int) -> int:
    return max(0, at - LOOK)


def _blank(match: re.Match[str]) -> str:
    return "x" * len(match.group())


def _trimmed(block: str, start: int, end: int) -> Span | None:
    piece = block[start:end]
    kept = piece.strip()
    if not kept:
        return None
    lead = len(piece) - len(piece.lstrip())
    return Span(start + lead, start + lead + len(kept))
