"""How often candidate search finds the right name of a garbled one among its first answers, beside plain edit ratio."""

from __future__ import annotations

import csv
import gzip
from argparse import Namespace
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process

from common import data_files, interval, rows_of, share, waited
from copydesk import EntityList
from copydesk.core.entity import Entity, FormType, Kind, NameForm
from copydesk.entities.candidates import candidates
from copydesk.entities.writing import write_list
from copydesk.names.forms import fold
from copydesk.scoring import Proportion, by_cluster, estimate, number, table

ROWS, LIST = "names/bench/real_garbles.dev.jsonl.gz", "names/bench/real_garbles.dev.entities.csv.gz"
LABELS = ("garble", "variant", "correct")
LIMITS = (1, 10, 50)
#: mentions compared at once, and forms looked at for the best entities
_BLOCK, _FORMS = 64, 400
#: the names of the best entities for each mention, best first
Found = Mapping[str, Sequence[str]]
Test = Callable[[dict[str, Any]], bool]


def files(options: Namespace) -> list[Path]:
    """The rows, and the list that they are measured against."""
    return [path for pattern in (ROWS, LIST) for path in data_files(options.data, pattern)]


def bench_entities(path: Path) -> Iterator[Entity]:
    """The entities of the list of the labelled names."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            aliases = tuple(NameForm(text=text, type=FormType.ALIAS) for text in row["aliases"].split("|") if text)
            yield Entity(
                id=row["id"], name=row["name"], kind=Kind(row["kind"]), forms=aliases, country=row["country"] or None
            )  # fmt: skip


def recall(paths: Sequence[Path], seed: int) -> str:
    """The tables of the section."""
    rows = [row for row in rows_of(paths[0]) if row["label"] in LABELS and row["gold"]]
    mentions = list(dict.fromkeys(row["mention"] for row in rows))
    entities = list(bench_entities(paths[1]))
    asked = {"candidates": _by_candidates(entities, mentions), "rapidfuzz ratio": _by_ratio(entities, rows)}
    known = {entity.name for entity in entities}
    parts = [
        "## Right names among the candidates",
        f"{len(rows)} labelled mentions, {len(entities):,} entities ({sum(row['gold'] in known for row in rows)} rows have"
        " their right name in the list). A hit is an entity of that name among so many first answers. Beside it rapidfuzz's"
        " `ratio` over all folded forms, the best form of each entity, ties in its favour.",
        *(_table(label, [row for row in rows if row["label"] == label], asked, seed) for label in LABELS),
    ]
    return "\n\n".join(parts)


def _table(label: str, rows: Sequence[dict[str, Any]], asked: Mapping[str, Found], seed: int) -> str:
    lines = []
    for limit in LIMITS:
        for system, found in asked.items():
            hit = _hit(found, limit)
            parts = [(row["text"], Proportion(hits=int(hit(row)), total=1)) for row in rows]
            whole = sum((part for _, part in parts), Proportion())
            lines.append([f"{limit}: {system}", *share(whole, by_cluster(parts).values(), seed)])
        lines.append([f"{limit}: difference", *_difference(rows, [_hit(found, limit) for found in asked.values()], seed)])
    return table([f"{label}: first", "rows", "recall", "95% (Wilson)", "95% (bootstrap by sentence)"], lines)


def _difference(rows: Sequence[dict[str, Any]], tests: Sequence[Test], seed: int) -> list[str]:
    """The first system's recall less the second's, drawn over sentences so that both sides of one stay together."""
    parts = [(row["text"], np.array([*(test(row) for test in tests), 1.0])) for row in rows]
    clusters = [counts.tolist() for counts in by_cluster(parts).values()]
    drawn = estimate(clusters, lambda sums: (sums[0] - sums[1]) / sums[2], seed=seed)
    return ["", number(drawn.value), "", interval(drawn)]


def _hit(found: Found, limit: int) -> Test:
    return lambda row: row["gold"] in found[row["mention"]][:limit]


def _by_candidates(entities: Sequence[Entity], mentions: Sequence[str]) -> Found:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "bench.sqlite"
        write_list(path, entities, (), (), signature="bench")
        made = EntityList.opened(path)
        return {
            text: [hit.entity.name for hit in candidates(made, text, limit=LIMITS[-1])]
            for text in waited(mentions, len(mentions), "candidates")
        }


def _by_ratio(entities: Sequence[Entity], rows: Sequence[dict[str, Any]]) -> Found:
    """By edit ratio; of entities equally near the right one comes first, so that no order of the list speaks against it."""
    owners, names = zip(*_forms(entities), strict=True)
    right: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        right[row["mention"]].add(row["gold"])
    mentions = list(right)
    found: dict[str, Sequence[str]] = {}
    for start in waited(range(0, len(mentions), _BLOCK), -(-len(mentions) // _BLOCK), "edit ratio"):
        block = mentions[start : start + _BLOCK]
        scores = process.cdist([fold(text) for text in block], names, scorer=fuzz.ratio, dtype=np.float32)
        for text, row in zip(block, scores, strict=True):
            near = np.argpartition(-row, _FORMS)[:_FORMS] if len(names) > _FORMS else np.arange(len(names))
            wrong = np.array([entities[owners[at]].name not in right[text] for at in near.tolist()])
            best = near[np.lexsort((near, wrong, -row[near]))]
            first = list(dict.fromkeys(owners[at] for at in best.tolist()))[: LIMITS[-1]]
            found[text] = [entities[at].name for at in first]
    return found


def _forms(entities: Sequence[Entity]) -> Iterator[tuple[int, str]]:
    """Every folded form with the place of its entity."""
    for at, entity in enumerate(entities):
        for form in dict.fromkeys(map(fold, (entity.name, *entity.written(FormType.ALIAS)))):
            yield at, form
