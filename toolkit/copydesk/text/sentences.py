"""Sentences with exact spans, by sentencex, with its known misses in English news repaired."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from copydesk.core.document import Part, PartKind, Sentence
from copydesk.core.span import Span

_READ = frozenset((PartKind.HEADLINE, PartKind.BODY, PartKind.TEASER))
_CLOSING = re.compile(r"[”’»)\]]+(?=\s|$)|[\"'](?=\s|$)")
#: what stands before a stop that ends no sentence: single initials, titles and "No."
_GOES_ON = re.compile(
    r"(?:^|[\s(“\"'‘’.-])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|Rev|Hon|St|Adm|Brig|Messrs|vs|Mt|Ft)\.$"
)
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

    cuts = [boundary["end_index"] for boundary in get_sentence_boundaries("en", block)]
    start = 0
    for cut in _repaired(block, cuts):
        span = _trimmed(block, start, cut)
        if span is not None:
            yield span
        start = cut


def _repaired(block: str, cuts: list[int]) -> Iterator[int]:
    for cut in cuts:
        closing = _CLOSING.match(block, cut)
        end = closing.end() if closing else cut
        if end < len(block) and _runs_on(block[:end].rstrip()[-40:], block[end : end + 40].lstrip()):
            continue
        yield end


def _runs_on(before: str, after: str) -> bool:
    """Whether the stop at the end of ``before`` is one of an abbreviation."""
    if not after:
        return False
    if _GOES_ON.search(before):
        return after[0].isalpha() and after[0].isupper()
    if _NUMBER.search(before):
        return after[0].isdigit()
    return bool(_DOTTED.search(before) and (after[0].islower() or _TITLE.match(after)))


def _trimmed(block: str, start: int, end: int) -> Span | None:
    piece = block[start:end]
    kept = piece.strip()
    if not kept:
        return None
    lead = len(piece) - len(piece.lstrip())
    return Span(start + lead, start + lead + len(kept))
