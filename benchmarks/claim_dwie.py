"""Other people's gold: news of Deutsche Welle with persons, countries, organisations and who heads what (DWIE).

Zaporojets et al., DWIE: an entity-centric dataset for multi-task document-level information extraction, 2021.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claim_rows import some
from common import rows_of
from copydesk import Span

STATE, GOVERNMENT, MINISTER, HEAD = "head_of_state", "head_of_gov", "minister_of", "head_of"
CLASSES = (STATE, GOVERNMENT, MINISTER, HEAD)
#: the same relation with the adjective of the country
_ADJECTIVE = "-x"
_OF_COUNTRY = "gpe0"
_PERSON = "type::person"
#: no space before them, none behind them, none on either side
_LEFT = frozenset([",", ".", ";", ":", "!", "?", ")", "]", "%", "’s", "'s", "’", "”", "n't", "n’t", "..."])
_RIGHT = frozenset(["(", "[", "“", "‘", "$", "£", "€", "#"])
_BOTH = frozenset(["-", "/"])
_QUOTES = frozenset(['"', "'"])
_BREAK = "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """Somebody heads something, as the annotators have it of a whole article."""

    person: int
    relation: str
    #: names of the country or organisation, adjectives among them
    of: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article put together again from its tokens. Persons are numbers of entities; places are first and last token."""

    title: str
    text: str
    tokens: tuple[str, ...]
    spans: tuple[Span, ...]
    persons: Mapping[int, tuple[tuple[int, int], ...]]
    gold: tuple[Gold, ...]

    def person_at(self, span: Span) -> int | None:
        """The person whose mention shares most with a span of the text."""
        shared = {
            (min(mention.end, span.end) - max(mention.start, span.start), person)
            for person, places in self.persons.items()
            for mention in (Span(self.spans[start].start, self.spans[end - 1].end) for start, end in places)
            if mention.overlaps(span)
        }
        return max(shared)[1] if shared else None


def read_articles(path: Path, limit: int | None = None) -> list[Article]:
    """All articles of a file."""
    return [article(row) for row in some(rows_of(path), limit)]


def article(row: Mapping[str, Any]) -> Article:
    """One row of the file."""
    tokens = tuple(token for sentence in row["sents"] for token in sentence)
    text, spans = joined(tokens)
    starts = [sum(len(sentence) for sentence in row["sents"][:place]) for place in range(len(row["sents"]))]
    persons: dict[int, tuple[tuple[int, int], ...]] = {}
    for number, mentions in enumerate(row["vertexSet"]):
        if any(mention["type"] == _PERSON for mention in mentions):
            moved = ((mention["pos"], starts[mention["sent_id"]]) for mention in mentions)
            persons[number] = tuple((pos[0] + at, pos[1] + at) for pos, at in moved)
    gold = tuple(_gold(row["labels"], row["vertexSet"]))
    return Article(title=row["title"], text=text, tokens=tokens, spans=spans, persons=persons, gold=gold)


def _gold(labels: Sequence[Mapping[str, Any]], entities: Sequence[Sequence[Mapping[str, Any]]]) -> Iterator[Gold]:
    """Each pair once: what is said of a country and of its adjective is one relation."""
    country = {label["h"]: label["t"] for label in labels if label["r"] == _OF_COUNTRY}
    found: dict[tuple[int, str, int], set[str]] = {}
    for label in labels:
        relation = label["r"].removesuffix(_ADJECTIVE)
        if relation in CLASSES:
            of = country.get(label["t"], label["t"])
            names = found.setdefault((label["h"], relation, of), set())
            names.update(mention["name"] for place in {of, label["t"]} for mention in entities[place])
    for (person, relation, _), names in found.items():
        yield Gold(person=person, relation=relation, of=frozenset(names))


def joined(tokens: Iterable[str]) -> tuple[str, tuple[Span, ...]]:
    """Tokens as running text, and where each stands in it: the set does not keep the spaces."""
    text, spans, open_ = "", [], dict.fromkeys(_QUOTES, False)
    glue = True
    for token in tokens:
        if token.strip(" ") == _BREAK or not token.strip():
            text, glue = f"{text.rstrip()}\n\n", True
            spans.append(Span(len(text), len(text)))
            continue
        closes = token in _QUOTES and open_[token]
        if not (glue or closes or token in _LEFT | _BOTH):
            text += " "
        spans.append(Span(len(text), len(text) + len(token)))
        text += token
        if token in _QUOTES:
            open_[token] = not closes
        glue = token in _RIGHT | _BOTH or (token in _QUOTES and not closes)
    return text, tuple(spans)
