"""Pairs of Latin spellings of one name part, gathered from public data or drawn through a script and back.

Only the training splits are read (``wd_LANG_64``); of the languages only those whose pairs are CC0. The
card of `data/likeness` names every file with its licence.
"""

from __future__ import annotations

import gzip
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from anyascii import anyascii
from pypinyin import lazy_pinyin
from rapidfuzz import fuzz

from copydesk.names.forms import core_parts, fold
from copydesk.names.sounds import consonants, skeleton
from copydesk.training.likeness.slips import any_slip
from copydesk.training.likeness.transcription import Transcriber, learn
from copydesk.training.names import LANGUAGES

PART = re.compile(r"[a-z]{3,20}")
#: ratios (0 to 100) of letters, of sounds and of consonants under which two spellings are taken for an error of the data
ALIKE, SOUNDS, BONES = 55.0, 65.0, 75.0
#: spellings of one foreign word that are paired at most
_GROUP = 12
#: draws for each pair that is wanted: small data may have no more
_TRIES = 50
#: tokens from which the shares of a script are learned
_LEARNED = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The training tokens of one language: Latin spelling, foreign letters."""

    language: str
    rows: tuple[tuple[str, tuple[str, ...]], ...]


def rows_of(path: Path) -> Iterator[list[str]]:
    """The cells of each line of a gzipped table."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n").split("\t")


def plausible(a: str, b: str) -> bool:
    """Whether two spellings can be one name: the data pairs words of a name by place, which now and then is wrong."""
    if a[0] == b[0] and fuzz.ratio(a, b) >= ALIKE - 10:
        return True
    one, other = skeleton(a), skeleton(b)
    return (
        fuzz.ratio(a, b) >= ALIKE
        or fuzz.ratio(one, other) >= SOUNDS
        or (min(len(one), len(other)) > 3 and fuzz.ratio(consonants(one), consonants(other)) >= BONES)
    )


def tokens(data: Path, split: str = "64") -> list[Tokens]:
    """The tokens of every language whose licence is known."""
    found = []
    for language in LANGUAGES:
        rows = [
            (latin, tuple(foreign.split()))
            for token, foreign, _ in rows_of(data / "transliteration" / f"wd_{language}_{split}.gz")
            if PART.fullmatch(latin := fold(token))
        ]
        found.append(Tokens(language=language, rows=tuple(rows)))
    return found


def romanised(foreign: Sequence[str], language: str) -> str:
    """A foreign spelling letter by letter in Latin: joined pinyin for Chinese, otherwise what anyascii makes of it."""
    text = "".join(foreign)
    plain = "".join(lazy_pinyin(text)) if language == "chinese" else str(anyascii(text))
    return "".join(char for char in plain.lower() if char.isascii() and char.isalpha())


def colliding(found: Sequence[Tokens], rng: random.Random) -> list[tuple[str, str]]:
    """Spellings that share a foreign one, or in Chinese its sound, with groups cut to a size."""
    pairs: set[tuple[str, str]] = set()
    for language in found:
        groups: dict[str, set[str]] = defaultdict(set)
        for latin, foreign in language.rows:
            groups["".join(foreign)].add(latin)
            if language.language == "chinese":
                groups[romanised(foreign, "chinese")].add(latin)
        for group in groups.values():
            members = sorted(group)
            chosen = members if len(members) <= _GROUP else rng.sample(members, _GROUP)
            pairs.update(pair for pair in combinations(sorted(chosen), 2) if plausible(*pair))
    return sorted(pairs)


def letter_by_letter(found: Sequence[Tokens]) -> list[tuple[str, str]]:
    """A name beside the bare romanisation of its foreign spelling."""
    pairs = {
        (made, latin)
        for language in found
        for latin, foreign in language.rows
        if PART.fullmatch(made := romanised(foreign, language.language)) and made != latin and _bones(made, latin)
    }
    return sorted(pairs)


def _bones(made: str, latin: str) -> bool:
    """Consonants in common: the one thing that survives every script."""
    return fuzz.ratio(consonants(skeleton(made)), consonants(skeleton(latin))) >= 60.0 or plausible(made, latin)


def transcribers(found: Sequence[Tokens], rng: random.Random) -> dict[str, Transcriber]:
    """The shares of each script."""
    made = {}
    for language in found:
        rows = rng.sample(language.rows, min(_LEARNED, len(language.rows)))
        made[language.language] = learn(rows, language.language)
    return made


def drawn(found: Sequence[Tokens], by: dict[str, Transcriber], count: int, rng: random.Random) -> list[tuple[str, str]]:
    """Garbles through a script and back: (drawn spelling, name), ``count`` of them over all languages alike."""
    pairs: list[tuple[str, str]] = []
    for _ in range(_TRIES * count):
        if len(pairs) == count:
            break
        language = rng.choice(found)
        latin, foreign = rng.choice(language.rows)
        made = by[language.language].draw(foreign, rng)
        if made and made != latin and PART.fullmatch(made) and plausible(made, latin):
            pairs.append((made, latin))
    return pairs


def slipped(names: Sequence[str], count: int, rng: random.Random) -> list[tuple[str, str]]:
    """Garbles that no script explains: (garbled, name)."""
    pairs: list[tuple[str, str]] = []
    for _ in range(_TRIES * count):
        if len(pairs) == count:
            break
        name = rng.choice(names)
        made = any_slip(name, rng) if len(name) > 4 else name
        if made != name and PART.fullmatch(made):
            pairs.append((made, name))
    return pairs


def aliases(data: Path) -> list[tuple[str, str]]:
    """Parts of listed aliases and of place names in several languages that are spelled alike."""
    pairs: set[tuple[str, str]] = set()
    variants = data / "variants"
    for path, columns in (
        (variants / "ofac_person_variant_pairs.tsv.gz", (1, 2)),
        (variants / "ep2015_wikidata_latin_variant_pairs.tsv.gz", (1, 3)),
        (variants / "geonames_latin_variants.tsv.gz", (3, 4)),
    ):
        for row in list(rows_of(path))[1:]:
            pairs.update(_facing(row[columns[0]], row[columns[1]]))
    for arabic, latin in (row for row in rows_of(variants / "google_ar2en.txt.gz") if len(row) == 2):
        made = romanised(arabic, "arabic")
        if PART.fullmatch(made) and PART.fullmatch(latin) and made != latin:
            pairs.add((made, latin))
    return sorted(pairs)


def _facing(a: str, b: str) -> Iterator[tuple[str, str]]:
    """The parts of two names that answer to each other and differ."""
    left, right = set(core_parts(a)), set(core_parts(b))
    for one in left - right:
        for other in right - left:
            if PART.fullmatch(one) and PART.fullmatch(other) and fuzz.ratio(one, other) >= ALIKE:
                yield one, other


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """All that a training run reads: pairs by kind, and the attested parts that are no garble of each other."""

    pairs: dict[str, list[tuple[str, str]]]
    attested: tuple[str, ...]


def corpus(data: Path, counts: dict[str, int], seed: int, say: Callable[[str], None] = print) -> Corpus:
    """Gather and draw; ``counts`` caps each kind (``collision``, ``letters``, ``drawn``, ``slip``, ``alias``)."""
    rng = random.Random(seed)
    found = tokens(data)
    attested = tuple(sorted({latin for language in found for latin, _ in language.rows}))
    kinds = {"collision": colliding(found, rng), "letters": letter_by_letter(found), "alias": aliases(data)}
    say("learning the scripts")
    kinds["drawn"] = drawn(found, transcribers(found, rng), counts["drawn"], rng)
    kinds["slip"] = slipped(attested, counts["slip"], rng)
    for kind, pairs in kinds.items():
        rng.shuffle(pairs)
        kinds[kind] = pairs[: counts[kind]]
        say(f"{kind}: {len(kinds[kind]):,} pairs")
    return Corpus(pairs=kinds, attested=attested)
