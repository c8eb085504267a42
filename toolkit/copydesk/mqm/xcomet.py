"""Error spans as xCOMET (Guerreiro et al. 2023) and COMET's command write them: JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from copydesk.core.marking import ErrorSpan
from copydesk.core.span import Span
from copydesk.mqm.fields import field, mark_at, optional, probability, span_in
from copydesk.mqm.lines import At, json_value, lines
from copydesk.mqm.naming import corpus_of, pair_of
from copydesk.mqm.segments import RatedSegment, Rating

_RATER = "xcomet"
_SCORE = "COMET"


def read_xcomet(path: str | Path, *, corpus: str | None = None, pair: str | None = None) -> Iterator[RatedSegment]:
    """The segments of a file ``[{src, mt, ref, errors: [{text, confidence, severity, start, end}]}]``, read at once.

    Also read: an object of such lists, as ``comet-score --to_json`` writes, whose names are the systems. ``text`` must stand at
    ``start..end`` of ``mt``; xCOMET's spans begin at the space before a word while its ``text`` does not, and are trimmed to
    it. It gives no categories. Raises InputError with the file, the number of the segment and the remedy.
    """
    at = At(path=str(path))
    value = json_value("\n".join(text for _, text in lines(path)), at)
    corpus, pair = corpus or corpus_of(path), pair or pair_of(path)
    for system, items in value.items() if isinstance(value, dict) else [(corpus, value)]:
        if not isinstance(items, list):
            raise at.error("no list of segments", "write [{src, mt, errors}, …]")
        for seg, item in enumerate(items, start=1):
            yield _segment(item, system, seg, corpus, pair, At(path=str(path), part=f"segment {seg}"))


def _segment(item: object, system: str, seg: int, corpus: str, pair: str, at: At) -> RatedSegment:
    if not isinstance(item, dict):
        raise at.error("not an object", "write {src, mt, errors}")
    target = field(item, "mt", str, at)
    score = optional(item, _SCORE, float, at)
    errors = tuple(found for mark in field(item, "errors", list, at) if (found := _mark(mark, target, at)) is not None)
    return RatedSegment(
        corpus=corpus, pair=pair, domain=None, doc=corpus, seg=seg, system=system, human=None,
        source=optional(item, "src", str, at), target=target, reference=optional(item, "ref", str, at),
        ratings=(Rating(rater=_RATER, errors=errors),), metrics=() if score is None else ((_SCORE, score),),
    )  # fmt: skip


def _mark(mark: object, target: str, at: At) -> ErrorSpan | None:
    if not isinstance(mark, Mapping):
        raise at.error("an error that is not an object", "write {text, severity, start, end}")
    span, text = _trimmed(span_in(target, mark, at), target), field(mark, "text", str, at)
    if span.of(target) != text.strip():
        message = f"{text!r} is not what stands at {mark['start']}..{mark['end']}, {span.of(target)!r}"
        raise at.error(message, "count start and end in code points of mt")
    return mark_at(span, mark, at, confidence=probability(mark, "confidence", at))


def _trimmed(span: Span, text: str) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))
