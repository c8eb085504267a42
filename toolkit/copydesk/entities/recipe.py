"""What a list is built from: the settings of ``configs/entities.toml``, read strictly."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from copydesk.entities.merging import Trust
from copydesk.errors import ConfigError


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRecipe:
    """One source: its adapter, its files (patterns under the data folder), and how far it is trusted."""

    trust: Trust
    adapter: str
    files: tuple[str, ...]

    def found(self, data: Path) -> list[str]:
        """The files that are there, in order. Raises ConfigError for a pattern that nothing matches."""
        found: list[str] = []
        for pattern in self.files:
            matching = sorted(str(path) for path in data.glob(pattern))
            if not matching:
                raise ConfigError(f"no {pattern} in {data}", remedy="name the data folder with --data, or take the source out")
            found += matching
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """The seeds and the sources, the most trusted first. ``seeds`` is a folder beside the folder of the settings file."""

    seeds: Path
    prominence: float | None
    sources: tuple[SourceRecipe, ...]


def read_recipe(path: Path) -> Recipe:
    """Read the settings. Raises ConfigError for what is missing, unknown or of the wrong type."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError((error.strerror or "cannot be read").lower(), where=str(path), remedy="check the path") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"not TOML: {error}", where=str(path), remedy="mend the file") from None
    seeds = _checked(path, table.pop("seeds", None), {"folder": str, "prominence": float}, {"folder"}, "[seeds]")
    sources = table.pop("source", [])
    if table:
        raise ConfigError(f"unknown table {next(iter(table))!r}", where=str(path), remedy="the tables are seeds and source")
    return Recipe(
        seeds=path.resolve().parent.parent / seeds["folder"],
        prominence=seeds.get("prominence"),
        sources=tuple(_source(path, source) for source in sources),
    )


def _source(path: Path, table: Any) -> SourceRecipe:
    known = {"name": str, "adapter": str, "files": list, "by_name": bool, "adds": bool, "prominence": float}
    row = _checked(path, table, known, {"name", "adapter", "files"}, "[[source]]")
    names = {item.name for item in fields(Trust)}
    return SourceRecipe(
        trust=Trust(**{key: value for key, value in row.items() if key in names}),
        adapter=row["adapter"],
        files=tuple(row["files"]),
    )


def _checked(path: Path, table: Any, known: Mapping[str, type], needed: set[str], where: str) -> dict[str, Any]:
    if not isinstance(table, dict):
        raise ConfigError(f"{where} is missing", where=str(path), remedy="see configs/entities.toml")
    for key, value in table.items():
        if key not in known:
            raise ConfigError(f"unknown key {key!r} in {where}", where=str(path), remedy=f"the keys are {', '.join(known)}")
        if not isinstance(value, known[key]):
            raise ConfigError(f"{key!r} in {where} is no {known[key].__name__}", where=str(path), remedy="mend the value")
    if missing := needed - set(table):
        raise ConfigError(f"{where} lacks {', '.join(sorted(missing))}", where=str(path), remedy="add it")
    return table
