"""Builds a list from the seeds and the sources of a recipe: read, merged, written whole or not at all."""

from __future__ import annotations

import csv
import hashlib
import importlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from copydesk.core.entity import Entity, Fact
from copydesk.entities.listing import EntityList
from copydesk.entities.loading import checked, read_offices, with_channels
from copydesk.entities.merging import Merged, Merger, Trust
from copydesk.entities.recipe import Recipe, SourceRecipe
from copydesk.entities.records import Source, Tally
from copydesk.entities.tables import Rows, read_table
from copydesk.entities.world import SeedWorld
from copydesk.entities.writing import write_list
from copydesk.errors import ConfigError

SEEDS = Path(__file__).resolve().parents[3] / "seeds"
_TABLES = ("*.entities.csv", "*.facts.csv", "*.forms.csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What was built: the sizes, the signature, and what became of each source's rows."""

    entities: int
    facts: int
    signature: str
    by_source: dict[str, Merged]


def compiled(seeds: Path) -> EntityList:
    """The list that a folder of seed tables makes by itself. Its signature is ``seeds-`` and a digest of the tables."""
    digest = hashlib.sha256()
    for path in _seed_files(seeds):
        digest.update(path.read_bytes())
    base = EntityList((), (), read_offices(seeds / "offices.csv"))
    entities, facts = checked(_seed_rows(seeds), base)
    return EntityList(entities, facts, base.offices.values(), signature=f"seeds-{digest.hexdigest()[:8]}")


def build(recipe: Recipe, data: Path, out: Path, *, say: Callable[[str], None] = lambda _: None) -> Built:
    """Build the list of a recipe from a data folder into ``out``. ``say`` is told of each source as its turn comes.

    Raises EntityListError for a seed that is wrong and ConfigError for a source that is not there; ``out`` stays as it was.
    """
    offices = {office.role: office for office in read_offices(recipe.seeds / "offices.csv")}
    base = EntityList((), (), offices.values())
    say("seeds")
    entities, facts = checked(_seed_rows(recipe.seeds), base)
    files = {source.trust.name: source.found(data) for source in recipe.sources}
    world = SeedWorld(entities, offices.values(), _alpha3(recipe.seeds / "countries.csv"))
    merger = Merger(offices)
    merger.seed(entities, facts, Trust(name="seeds", prominence=recipe.prominence))
    for code, ident in world.codes.items():
        merger.resolver.country(code, ident)
    for source in recipe.sources:
        say(source.trust.name)
        tally = Tally(source=source.trust.name)
        merger.add(_adapter(source)(files[source.trust.name], world, tally), source.trust, tally)
    say("writing")
    made = [with_channels(entity) for entity in merger.entities()]
    stated = merger.facts()
    signature = f"default-{_digest(made, stated)}"
    write_list(out, made, stated, offices.values(), signature=signature, built=_counts(merger.by_source))
    return Built(entities=len(made), facts=len(stated), signature=signature, by_source=merger.by_source)


def _alpha3(path: Path) -> dict[str, str]:
    """ISO 3166 alpha-3 codes with their alpha-2 codes."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["alpha3"]: row["alpha2"] for row in csv.DictReader(file)}


def _adapter(source: SourceRecipe) -> Source:
    try:
        module = importlib.import_module(f"copydesk.entities.sources.{source.adapter}")
    except ModuleNotFoundError:
        remedy = "use a module of copydesk.entities.sources"
        raise ConfigError(f"no adapter {source.adapter!r} for {source.trust.name}", remedy=remedy) from None
    read: Source = module.read
    return read


def _counts(by_source: dict[str, Merged]) -> Iterator[tuple[str, str, int]]:
    for name, merged in by_source.items():
        yield name, "rows", merged.tally.rows
        yield name, "records", merged.records
        yield name, "kept", merged.kept
        yield name, "merged", merged.merged
        yield from ((name, f"facts {what}", n) for what, n in sorted(merged.facts.items()))
        yield from ((name, f"refused: {reason}", n) for reason, n in sorted(merged.tally.refused.items()))


def _seed_files(seeds: Path) -> list[Path]:
    tables = sorted(path for pattern in _TABLES for path in seeds.glob(pattern))
    return [seeds / "offices.csv", seeds / "countries.csv", *tables]


def _seed_rows(seeds: Path) -> Rows:
    rows = Rows()
    for path in _seed_files(seeds)[2:]:
        read_table(str(path), rows)
    return rows


def _digest(*held: Iterable[Entity | Fact]) -> str:
    """Of what a list holds: other rules of reading make another list of the same files."""
    digest = hashlib.sha256()
    for item in chain.from_iterable(held):
        digest.update(repr(item).encode(errors="surrogatepass"))
    return digest.hexdigest()[:8]
