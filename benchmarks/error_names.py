"""Names found in running text: the trained reader, the rules that scan for capitals, and both together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from copydesk import Span, load_entities, parse_document
from copydesk.core.entity import Kind
from copydesk.reader.lexicon import Lexicon
from copydesk.reader.mentions import scan
from copydesk.scoring import Counts, Proportion, by_cluster, estimate, number, ratio, table, with_interval

RULES, TOGETHER = "rules", "both"
TYPES = ("PER", "LOC", "ORG", "NORP")
LEFT_OUT = "MISC"
_KINDS = {Kind.PERSON: "PER", Kind.PLACE: "LOC", Kind.ORGANIZATION: "ORG"}
_CLOSING = frozenset(", . ; : ! ? ) ] } % ” ’ » …".split())
_OPENING = frozenset("( [ { “ ‘ « $ € £".split())
#: a name and its type; None where the finder does not tell it
Name = tuple[Span, str | None]
Finder = Callable[[Sequence[str]], list[tuple[Name, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """A text made of tokens, and the names in it."""

    doc: str
    text: str
    names: tuple[tuple[Span, str], ...]


def tagged(row: dict[str, Any]) -> Tagged:
    """The tokens as running text, and the spans of their IOB2 tags."""
    text, spans = running(row["tokens"])
    names: list[tuple[Span, str]] = []
    for span, tag in zip(spans, row["tags"], strict=True):
        state, _, kind = tag.partition("-")
        if state == "B":
            names.append((span, kind))
        elif state == "I":
            names[-1] = (Span(names[-1][0].start, span.end), kind)
    return Tagged(doc=row["doc"], text=text, names=tuple(names))


def running(tokens: Sequence[str]) -> tuple[str, list[Span]]:
    """Tokens as they would be printed: no space before closing marks and ``'s``, none after opening marks."""
    text, spans, quoted = "", [], False
    for at, token in enumerate(tokens):
        before = tokens[at - 1] if at else ""
        closes = token in _CLOSING or token[:1] in ("'", "’") or token == "n't" or (token == '"' and quoted)
        opened = before in _OPENING or (before == '"' and quoted)
        text += "" if not at or closes or opened else " "
        spans.append(Span(len(text), len(text) + len(token)))
        text += token
        quoted ^= token == '"'
    return text, spans


def rules() -> Finder:
    """What the shipped rules read as names, with the list that the package ships; links are not made."""
    lexicon = Lexicon(load_entities())

    def find(texts: Sequence[str]) -> list[tuple[Name, ...]]:
        return [tuple(_scanned(text, lexicon)) for text in texts]

    return find


def _scanned(text: str, lexicon: Lexicon) -> Iterator[Name]:
    if not text.strip():
        return
    for sentence in scan(parse_document(text, markup="text"), lexicon):
        yield from ((mention.span, _KINDS[mention.kind] if mention.kind else None) for mention in sentence.mentions)


def both(one: Sequence[Sequence[Name]], other: Sequence[Sequence[Name]]) -> list[tuple[Name, ...]]:
    """All names of the first finder, and those of the second that overlap none of them."""
    return [
        (*first, *(name for name in second if not any(name[0].overlaps(span) for span, _ in first)))
        for first, second in zip(one, other, strict=True)
    ]


def counts(found: Iterable[Name], gold: Iterable[tuple[Span, str]], kind: str | None = None) -> Counts:
    """Exact span and type, of one type or of all; names found that touch a gold MISC are neither right nor wrong."""
    gold = set(gold)
    misc = [span for span, type_ in gold if type_ == LEFT_OUT]
    wanted = {name for name in gold if name[1] != LEFT_OUT and kind in (None, name[1])}
    said = {
        name for name in found if kind in (None, name[1]) and (name in gold or not any(name[0].overlaps(span) for span in misc))
    }
    return Counts(tp=len(said & wanted), fp=len(said - wanted), fn=len(wanted - said))


def _f1(sums: tuple[float, ...]) -> float | None:
    return ratio((2 * sums[0], 2 * sums[0] + sums[1] + sums[2]))


def _entity_row(name: str, rows: Sequence[Tagged], found: Sequence[Sequence[Name]], seed: int) -> list[str]:
    by_doc = by_cluster((row.doc, counts(names, row.names)) for row, names in zip(rows, found, strict=True))
    total = sum(by_doc.values(), Counts())
    drawn = estimate([(one.tp, one.fp, one.fn) for one in by_doc.values()], _f1, seed=seed)
    kinds = (sum((counts(n, r.names, kind) for r, n in zip(rows, found, strict=True)), Counts()) for kind in TYPES)
    places = sum((counts(_places(n), _places(r.names)) for r, n in zip(rows, found, strict=True)), Counts())
    whole = [number(value) for value in (total.precision, total.recall, places.f1)]
    return [name, with_interval(drawn), *whole, *(number(kind.f1) for kind in kinds)]


def _places(names: Iterable[Name]) -> list[tuple[Span, str]]:
    """The same names without their types; MISC stays known."""
    return [(span, LEFT_OUT if kind == LEFT_OUT else "") for span, kind in names]


def covering(found: Iterable[Name], mention: Span) -> tuple[bool, bool, bool]:
    """Whether a name found equals the mention, covers it, touches it."""
    spans = [span for span, _ in found]
    return mention in spans, any(s.contains(mention) for s in spans), any(s.overlaps(mention) for s in spans)


def _garble_row(name: str, rows: Sequence[dict[str, Any]], found: dict[str, tuple[Name, ...]], seed: int) -> list[str]:
    judged = [(row["text"], covering(found[row["text"]], Span(row["start"], row["end"]))) for row in rows]
    cells = []
    for at in range(3):
        by_text = by_cluster((text, Proportion(hits=int(hit[at]), total=1)) for text, hit in judged)
        drawn = estimate([(one.hits, one.total) for one in by_text.values()], ratio, seed=seed)
        total = sum(by_text.values(), Proportion())
        cells.append(f"{total.hits}/{total.total} {with_interval(drawn)}")
    return [name, *cells]


def found_by(finders: dict[str, Finder], texts: Sequence[str]) -> dict[str, list[tuple[Name, ...]]]:
    """What each finder finds; a reader comes first, and together with the rules last."""
    found = {name: find(texts) for name, find in finders.items()}
    if len(found) > 1:
        first, second = found.values()
        found[TOGETHER] = both(first, second)
    return found


def names_section(ner: Sequence[dict[str, Any]], bench: Sequence[dict[str, Any]], finders: dict[str, Finder], seed: int) -> str:
    """The section. ``ner``: tagged rows; ``bench``: labelled mentions, of which the garbles count."""
    rows = [tagged(row) for row in ner if row["tokens"]]
    entities = [_entity_row(name, rows, found, seed) for name, found in found_by(finders, [row.text for row in rows]).items()]
    garbles = [row for row in bench if row["label"] == "garble"]
    texts = list(dict.fromkeys(row["text"] for row in garbles))
    lines = [
        _garble_row(name, garbles, dict(zip(texts, found, strict=True)), seed)
        for name, found in found_by(finders, texts).items()
    ]
    parts = [
        "## Names",
        f"Exact span and type on {len(rows):,} texts of newswire outside the West; names found that touch a gold {LEFT_OUT} are"
        " left out. 95% intervals from 1,000 drawings of documents. “both”: the reader's names, and those of the rules that"
        " overlap none. The rules tell the type only of names that the list or a title explains: “places” leaves types out.",
        table(["finder", "F1", "precision", "recall", "F1 of places", *TYPES], entities),
        f"Of {len(garbles):,} garbled mentions in {len(texts):,} sentences, those that a found name equals, covers (holds from"
        " end to end), or touches. Intervals are drawn over sentences.",
        table(["finder", "equals", "covers", "touches"], lines),
    ]
    return "\n\n".join(parts)
