"""Make ``data/names.sqlite`` from public name data: ``python -m copydesk.training.names DATA_FOLDER [OUT]``.

``DATA_FOLDER`` holds ``names/`` and ``entities/``. From ``names``: ``transliteration/wd_LANG_{64,16,20}.gz``
(Merhav & Ash 2018, from Wikidata, CC0), ``variants/collision_token_pairs.tsv.gz`` (derived from the former),
``variants/ofac_person_variant_pairs.tsv.gz`` (US Treasury, public domain) and ``variants/nicknames.csv.gz`` (Apache-2.0).
From ``entities``: ``geonames_cities15000.txt.gz`` (GeoNames, CC BY 4.0). Persian, Armenian and Greek pairs come without a
licence and are left out.
"""

from __future__ import annotations

import gzip
import hashlib
import math
import random
import re
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from copydesk.names.channel import Channel
from copydesk.names.forms import fold, key, parts
from copydesk.names.knowledge import DEFAULT
from copydesk.training.channel import learn

#: scripts whose pairs are CC0, and their codes in the collision table
LANGUAGES = {
    "arabic": "ar",
    "chinese": "zh",
    "hebrew": "he",
    "japanese": "ja",
    "katakana": "ja",
    "korean": "ko",
    "russian": "ru",
}
SEED, PAIRS, ROUNDS = 20201128, 60_000, 5
_PLAIN = re.compile(r"[a-z]{2,20}")
#: below this likeness two alias parts are different names of one person, not two spellings
SPELLING = 0.55


def _lines(path: Path) -> Iterator[list[str]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n").split("\t")


def attested_parts(data: Path, splits: tuple[str, ...]) -> Counter[str]:
    """Folded name parts and the largest use count that any of the languages gives."""
    uses: Counter[str] = Counter()
    for language in LANGUAGES:
        for split in splits:
            for token, _, count in _lines(data / "transliteration" / f"wd_{language}_{split}.gz"):
                part = fold(token)
                if _PLAIN.fullmatch(part):
                    uses[part] = max(uses[part], int(count))
    return uses


def collision_pairs(data: Path) -> list[tuple[str, str]]:
    """Pairs of parts that share a foreign spelling, from the training split only, in a seeded order."""
    known = attested_parts(data, ("64",))
    codes = set(LANGUAGES.values())
    pairs = []
    for a, b, via in list(_lines(data / "variants" / "collision_token_pairs.tsv.gz"))[1:]:
        left, right = fold(a), fold(b)
        if left != right and left in known and right in known and codes & set(via.split(",")):
            pairs.append((left, right))
    rng = random.Random(SEED)
    rng.shuffle(pairs)
    return [pair if rng.random() < 0.5 else pair[::-1] for pair in pairs[:PAIRS]]


def symmetric(units: dict[tuple[str, str], float]) -> dict[tuple[str, str], float]:
    """The mean of both directions: neither spelling of a pair is the source of the other."""
    both: dict[tuple[str, str], float] = {}
    for a, b in units:
        p = sum(math.exp(units[unit]) for unit in ((a, b), (b, a)) if unit in units) / 2
        both[a, b] = both[b, a] = round(math.log(p), 3)
    return both


def alias_variants(data: Path, channel: Channel) -> set[tuple[str, str]]:
    """Pairs of parts that stand for each other in two listed names of one person, and are spelled alike."""
    found: set[tuple[str, str]] = set()
    for _, a, b in list(_lines(data / "variants" / "ofac_person_variant_pairs.tsv.gz"))[1:]:
        left, right = set(parts(a)), set(parts(b))
        for one in left - right:
            for other in right - left:
                if min(len(one), len(other)) > 2 and channel.align(one, other).likeness >= SPELLING:
                    found.add((min(one, other), max(one, other)))
    return found


def nicknames(data: Path) -> set[tuple[str, str]]:
    """Pairs of a given name and its short form."""
    with gzip.open(data / "variants" / "nicknames.csv.gz", "rt", encoding="utf-8") as file:
        rows = [line.strip().split(",") for line in file][1:]
    return {(fold(row[0]), fold(row[2])) for row in rows if len(row) == 3}


def places(entities: Path) -> set[str]:
    """Folded names of all cities over 15,000 people, whole and by part."""
    found: set[str] = set()
    for row in _lines(entities / "geonames_cities15000.txt.gz"):
        for name in row[1:3]:
            found.add(key(name))
            found.update(part for part in parts(name) if len(part) > 3)
    return found


def main(arguments: list[str]) -> int:
    """Learn, collect and write."""
    data, entities = Path(arguments[0]) / "names", Path(arguments[0]) / "entities"
    out = Path(arguments[1]) if len(arguments) > 1 else DEFAULT
    units = symmetric(learn(collision_pairs(data), rounds=ROUNDS))
    variants = alias_variants(data, Channel(units))
    attested = attested_parts(data, ("64", "16", "20"))
    part = out.with_suffix(".part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(part)) as db:
        db.executescript(
            "CREATE TABLE unit (a TEXT, b TEXT, logp REAL);"
            "CREATE TABLE attested (part TEXT PRIMARY KEY, uses INTEGER) WITHOUT ROWID;"
            "CREATE TABLE variant (a TEXT, b TEXT, PRIMARY KEY (a, b)) WITHOUT ROWID;"
            "CREATE TABLE place (name TEXT PRIMARY KEY) WITHOUT ROWID;"
            "CREATE TABLE nickname (a TEXT, b TEXT, PRIMARY KEY (a, b)) WITHOUT ROWID;"
            "CREATE INDEX variant_b ON variant (b);"
        )
        db.executemany("INSERT INTO unit VALUES (?, ?, ?)", [(a, b, p) for (a, b), p in sorted(units.items())])
        db.executemany("INSERT INTO attested VALUES (?, ?)", sorted(attested.items()))
        db.executemany("INSERT INTO variant VALUES (?, ?)", sorted(variants))
        db.executemany("INSERT INTO place VALUES (?)", [(name,) for name in sorted(places(entities))])
        db.executemany("INSERT INTO nickname VALUES (?, ?)", sorted(nicknames(data)))
        db.commit()
        db.execute("VACUUM")
    part.replace(out)
    digest = hashlib.sha256(out.read_bytes()).hexdigest()
    print(f"{out.name}: {len(units)} units, {len(attested)} attested parts, {len(variants)} variant pairs, sha256 {digest}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
