"""Sentences with exact spans, by sentencex, with its known misses in English news repaired."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from copydesk.core.document import Part, PartKind, Sentence
from copydesk.core.span import Span

#: characters looked at on either side of a stop
LOOK = 40

_READ = frozenset((PartKind.HEADLINE, PartKind.BODY, PartKind.TEASER))
_CLOSING = re.compile(r"[”’»)\]]+(?=\s|$)|[\"'](?=\s|$)")
_OPENING = re.compile(r"\s[\"'“‘(\[]\Z")
#: a quotation that opens after a whole sentence; sentencex pairs quotes, and one that is never closed hides such a stop
_QUOTE_AFTER_STOP = re.compile(r"(?<=[^\W\d_]{3}[.!?])[\"”’]?\s+(?=[\"“‘][^\W\d_a-z])")
#: what stands before a stop that ends no sentence: single initials, titles and "No."
_GOES_ON = re.compile(
    r"(?:^|[\s(“\"'‘’-])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|Rev|Hon|St|Adm|Brig|Messrs|vs|Mt|Ft)\.$"
)
#: dotted initials that end a sentence: the next word is one that seldom follows them inside one
_AFTER_INITIALS = re.compile(
    r"(?<=[A-Z]\.[A-Z]\.)\s+(?=(?:The|He|She|It|They|We|But|And|In|On|At|This|That|These|However|Meanwhile|According)\b(?!-))"
)
#: the number of a list item
_ITEM = re.compile(r"\s*\d{1,3}[.)]$")
_WORD_CHARACTER = re.compile(r"\w")
_NUMBER = re.compile(r"(?:^|[\s(“\"])(?:No|Nos|Art|Sec|Fig|pp?|Vol|Ch)\.$")
_DOTTED = re.compile(r"(?:^|[\s(“\"])(?:[A-Z]\.){2,}$")
_TITLE = re.compile(
    r"(?:Secretary|Security|General|Special|High|Human|Ambassador|Envoy|Assembly|Army|Navy|Air|President|Vice|Senate|House|"
    r"Congress|State|Department|Treasury|Supreme|Embassy|Capitol|Mission|Charter|Peacekeep\w*|Forces?|Refugee|Under)\b"
)


def find_sentences(text: str, parts: Iterable[Part]) -> Iterator[Sentence]:
    """The sentences of headlines, body and teasers, part by part; none crosses the end of its part."""
    for part in parts:
        if part.kind in _READ:
            for span in _sentences(part.span.of(text)):
                yield Sentence(span=span.shifted(part.span.start), part=part.kind)


def _sentences(block: str) -> Iterator[Span]:
    from sentencex import get_sentence_boundaries

    if _WORD_CHARACTER.search(block) is None:
        return
    cuts = {boundary["end_index"] for boundary in get_sentence_boundaries("en", block)}
    for pattern in (_QUOTE_AFTER_STOP, _AFTER_INITIALS):
        cuts.update(match.end() for match in pattern.finditer(block))
    start = 0
    for cut in _repaired(block, sorted(cuts)):
        span = _trimmed(block, start, cut)
        if span is not None:
            yield span
        start = cut


def _repaired(block: str, cuts: list[int]) -> Iterator[int]:
    last_word = max((match.start() for match in _WORD_CHARACTER.finditer(block)), default=0)
    start = 0
    for cut in cuts:
        closing = _CLOSING.match(block, cut)
        end = closing.end() if closing else cut
        if end < len(block):
            # no word is left for another sentence, or the cut lies between an opening quote and its words
            if end > last_word or _OPENING.search(block, max(0, end - 2), end):
                continue
            before = block[max(start, end - LOOK) : end].rstrip()
            if _runs_on(before, block[end : end + LOOK].lstrip()) or (end - start < LOOK and _ITEM.fullmatch(before)):
                continue
        start = end
        yield end


def _runs_on(before: str, after: str) -> bool:
    """Whether the stop at the end of ``before`` is one of an abbreviation."""
    if _GOES_ON.search(before):
        return after[:1].isalpha() and after[0].isupper()
    if _NUMBER.search(before):
        return after[:1].isdigit()
    return bool(_DOTTED.search(before) and (after[:1].islower() or _TITLE.match(after)))


def _trimmed(block: str, start: int, end: int) -> Span | None:
    piece = block[start:end]
    kept = piece.strip()
    if not kept:
        return None
    lead = len(piece) - len(piece.lstrip())
    return Span(start + lead, start + lead + len(kept))
