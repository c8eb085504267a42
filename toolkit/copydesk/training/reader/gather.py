"""From files to runs of sentences with goals, for training and for choosing thresholds."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from copydesk.core.entity import FormType
from copydesk.entities import load_entities
from copydesk.mqm.loading import load, segments
from copydesk.mqm.segments import RatedSegment, Rating
from copydesk.reader.encoding import Encoder
from copydesk.reader.lexicon import Lexicon
from copydesk.training.ner import load_ner
from copydesk.training.reader.corruption import Senses, corrupted
from copydesk.training.reader.examples import Origin, Run, is_major, rated, set_marks, tagged, unit
from copydesk.training.reader.plain_text import put_together
from copydesk.training.reader.plan import Files

#: sets in which only names with an entry in Wikipedia are tagged: other capitals may be names too
_PARTIAL = frozenset({"gum"})
_OTHER = "MISC"
#: a sentence of fewer words is no text to spoil
_SHORT = 6
#: the share of sentences by people that stay as they are
_LEFT_GOOD = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """What is trained on. ``clean`` are the sentences of texts by people, in order, to be spoilt anew every epoch."""

    rated: tuple[Run, ...]
    names: tuple[Run, ...]
    clean: tuple[tuple[str, ...], ...]


def gather(folder: Path, files: Files, encoder: Encoder, cache_dir: Path) -> Corpus:
    """Everything the plan names, below ``folder``. Raises InputError for a missing or broken file."""
    found = [read_rated(folder, name, cache_dir) for name in files.rated]
    rated_ = [run for number, rows in enumerate(found) for run in rated_runs(rows, encoder, Origin.RATED + number)]
    names = [row for name in files.names for row in _rows(folder, name, cache_dir)]
    native = (((row["set"], row["doc"]), put_together(row["tokens"])[0]) for row in names if row["set"] in files.native)
    clean = documents_by_people([row for rows in found for row in rows], native)
    return Corpus(rated=tuple(rated_), names=tuple(tagged_runs(names, encoder)), clean=clean)


def read_rated(folder: Path, name: str, cache_dir: Path) -> list[RatedSegment]:
    """The segments of one file."""
    return list(segments(load([folder / "mqm" / f"{name}.jsonl.gz"], cache_dir=cache_dir)))


def rated_runs(rows: Iterable[RatedSegment], encoder: Encoder, origin: int) -> list[Run]:
    """The documents of each system, in reading order."""
    grouped: dict[tuple[str, str], list[RatedSegment]] = defaultdict(list)
    for row in rows:
        grouped[row.doc, row.system].append(row)
    runs = []
    for held in grouped.values():
        held.sort(key=lambda row: row.seg)
        cut = encoder.pieces([row.target for row in held])
        runs.append(tuple(rated(row, pieces, origin) for row, pieces in zip(held, cut, strict=True) if pieces))
    return runs


def made_runs(
    clean: Sequence[Sequence[str]], encoder: Encoder, senses: Senses, rng: random.Random, count: int
) -> Iterator[Run]:
    """Texts by people until they hold ``count`` sentences, most of which are spoilt."""
    for texts in rng.sample(clean, len(clean)):
        if count <= 0:
            break
        count -= len(texts)
        spoilt = [corrupted(text, rng, senses) if rng.random() > _LEFT_GOOD else (text, ()) for text in texts]
        cut = encoder.pieces([text for text, _ in spoilt])
        made = [unit(text, pieces, Origin.MADE) for (text, _), pieces in zip(spoilt, cut, strict=True)]
        for one, (_, marks) in zip(made, spoilt, strict=True):
            set_marks(one, [Rating(rater="made", errors=marks)])
        yield tuple(made)


def documents_by_people(
    rows: Sequence[RatedSegment], native: Iterable[tuple[tuple[str, str], str]]
) -> tuple[tuple[str, ...], ...]:
    """The sentences of references, of human translations in which no rater sees a major error, and of ``native`` texts.

    Sentences stand in the order of their texts; each is taken once, and short ones are left out.
    """
    faulty = {row.target for row in rows if any(is_major(error.severity) for rating in row.ratings for error in rating.errors)}
    grouped: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row.seg):
        if row.reference:
            grouped[row.doc, ""].append(row.reference)
        if row.human:
            grouped[row.doc, row.system].append(row.target)
    for key, text in native:
        grouped[key].append(text)
    seen = set(faulty)
    found = []
    for texts in grouped.values():
        fresh = tuple(text for text in dict.fromkeys(texts) if len(text.split()) >= _SHORT and text not in seen)
        seen.update(fresh)
        found += [fresh] if fresh else []
    return tuple(found)


def _rows(folder: Path, name: str, cache_dir: Path) -> Iterable[Mapping[str, Any]]:
    found: Iterable[Mapping[str, Any]] = load_ner([folder / "ner" / "train" / f"{name}.jsonl.gz"], cache_dir=cache_dir)
    return found


def tagged_runs(rows: Sequence[Mapping[str, Any]], encoder: Encoder) -> Iterator[Run]:
    """The sentences of each document of a tagged set, in order."""
    demonym = _demonyms()
    grouped: dict[tuple[str, str], list[Any]] = defaultdict(list)
    whole = [put_together(row["tokens"]) for row in rows]
    cut = encoder.pieces([text for text, _ in whole])
    for row, (text, places), pieces in zip(rows, whole, cut, strict=True):
        if pieces:
            tags = _ours(row, demonym)
            grouped[row["set"], row["doc"]].append(tagged(text, pieces, places, tags))
    yield from map(tuple, grouped.values())


def _ours(row: Mapping[str, Any], demonym: Callable[[str], bool]) -> list[str | None]:
    """The tags as we know them: demonyms are a kind of their own, other kinds are no names, and partial sets may lack some."""
    tags: list[str | None] = []
    for token, tag in zip(row["tokens"], row["tags"], strict=True):
        if (tag == "O" or tag.endswith(_OTHER)) and demonym(token):
            tags.append("B-NORP")
        elif tag == "O" and row["set"] in _PARTIAL and token[:1].isupper():
            tags.append(None)
        else:
            tags.append("O" if tag.endswith(_OTHER) else tag)
    return tags


def _demonyms() -> Callable[[str], bool]:
    """Whether a word is the demonym of a listed country, and nothing else."""
    lexicon = Lexicon(load_entities())

    @cache
    def is_demonym(word: str) -> bool:
        exact = lexicon.exact(word)
        return bool(exact) and all(named.form.type is FormType.DEMONYM for named in exact)

    return is_demonym
