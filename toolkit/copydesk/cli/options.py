"""What was asked for on the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from glob import has_magic
from pathlib import Path
from typing import Any, ClassVar

from copydesk.core.dates import PartialDate
from copydesk.render.formats import CLAIM_FORMATS, FORMATS, Format

ORIGIN = "command line"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleOptions:
    """The options of every verb that reads articles, one field each. None means that the settings decide."""

    #: which formats the verb can print
    formats: ClassVar[Mapping[str, Format]]
    paths: tuple[str, ...]
    format: str
    entities: tuple[str, ...]
    default_entities: bool | None
    exit_zero: bool
    config: str | None
    output: str | None
    color: str
    quiet: bool

    @property
    def form(self) -> Format:
        """The format to print."""
        return self.formats[self.format]

    @property
    def start(self) -> Path:
        """Where the search for a settings file begins: at the first input, else in the working folder."""
        return start_of(self.paths[0])

    @property
    def several(self) -> bool:
        """Whether the inputs may be more than one article: two or more, a folder, or a pattern."""
        first = Path(self.paths[0])
        return len(self.paths) > 1 or first.is_dir() or (has_magic(self.paths[0]) and not first.exists())

    @property
    def folder(self) -> Path | None:
        """The folder that results go to where the format makes a file an article."""
        return Path(self.output) if self.output is not None and self.form.folder and self.several else None

    def made(self, path: str) -> bool:
        """Whether an input lies in the folder of results: it is no article but an earlier report."""
        return self.folder is not None and Path(path).resolve().is_relative_to(self.folder.resolve())

    @property
    def writes(self) -> bool:
        """Whether articles may be changed."""
        return False

    @property
    def view(self) -> str:
        """The stage of the work that is shown (`copydesk.render.base.View`)."""
        return "findings"

    @property
    def settings(self) -> dict[str, Any]:
        """The settings that an option replaces."""
        return _named(self.of_settings())

    def of_settings(self) -> dict[str, Any]:
        """The value of each setting that has an option; None where it was not given."""
        return {"entities": self.entities or None, "default-entities": self.default_entities}


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(ArticleOptions):
    """The options of ``copydesk check``."""

    formats: ClassVar[Mapping[str, Format]] = FORMATS
    select: tuple[tuple[str, ...], ...]
    ignore: tuple[tuple[str, ...], ...]
    min_confidence: float | None
    date: PartialDate | None
    source: str | None
    reader: str | None
    spans: str | None
    baseline: tuple[str, ...]
    diff: bool
    fix: bool
    unsafe_fixes: bool
    mentions: bool
    links: bool
    sentences: bool

    @property
    def writes(self) -> bool:
        """Whether articles may be changed."""
        return self.fix and not self.diff

    @property
    def view(self) -> str:
        """The stage of the work that is shown."""
        asked = {"mentions": self.mentions, "links": self.links, "sentences": self.sentences}
        return next((view for view, wanted in asked.items() if wanted), "findings")

    def of_settings(self) -> dict[str, Any]:
        """The value of each setting that has an option; None where it was not given."""
        return {
            **ArticleOptions.of_settings(self),
            "select": tuple(code for codes in self.select for code in codes) or None,
            "ignore": tuple(code for codes in self.ignore for code in codes) or None,
            "min-confidence": self.min_confidence,
            "date": self.date,
            "reader": self.reader,
            "baseline": self.baseline or None,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimOptions(ArticleOptions):
    """The options of ``copydesk claims``. An empty ``verdict`` or ``relation`` leaves nothing out."""

    formats: ClassVar[Mapping[str, Format]] = CLAIM_FORMATS
    as_of: PartialDate | None
    verdict: frozenset[str]
    relation: frozenset[str]


def _named(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}


def start_of(path: str) -> Path:
    """The folder of an input; the working folder for standard input and for what is not there."""
    given = Path(path)
    if given.is_dir():
        return given
    return given.parent if given.is_file() else Path()
