"""Rated segments as a data set of the library ``datasets``, from any of the published formats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copydesk.mqm.datafiles import from_files
from copydesk.mqm.formats import Format, format_of, read_rated
from copydesk.mqm.segments import RatedSegment
from copydesk.mqm.tables import VERSION, row_of, segment_of

if TYPE_CHECKING:
    from datasets import Dataset, Features, IterableDataset


def load(
    paths: Sequence[str | Path], *, form: Format | None = None, streaming: bool = False, cache_dir: str | Path | None = None
) -> Dataset | IterableDataset:
    """The rated segments of files as one data set, a row a segment; `segments` makes values of its rows again.

    The format of each file is told by its ending, or is ``form`` for all. Without ``streaming`` the rows are kept under
    ``cache_dir`` (default: the cache of ``datasets``) and memory-mapped; with it nothing is kept. Nothing is downloaded.
    Raises InputError with file, line and remedy: at once, or in a stream when the row is reached.
    """
    names = [str(path) for path in paths]
    for name in names:
        form or format_of(name)
    reader = partial(_rows, form)
    version = f"mqm{VERSION}|{form}"
    return from_files(names, reader, features(), streaming=streaming, cache_dir=cache_dir, version=version)


def segments(dataset: Iterable[Mapping[str, Any]]) -> Iterator[RatedSegment]:
    """The rows of a data set that `load` made, as values."""
    return map(segment_of, dataset)


def features() -> Features:
    """The columns: those of RatedSegment, spans as two numbers of code points."""
    from datasets import Features, List, Value

    text, number = Value("string"), Value("float64")
    place = {"start": Value("int64"), "end": Value("int64")}
    mark = {**place, "category": text, "severity": text, "confidence": number, "major": number}
    ratings = List({"rater": text, "errors": List(mark)})
    return Features(
        {
            "corpus": text,
            "pair": text,
            "domain": text,
            "doc": text,
            "seg": Value("int64"),
            "system": text,
            "human": Value("bool"),
            "source": text,
            "target": text,
            "reference": text,
            "ratings": ratings,
            "side_by_side": ratings,
            "metrics": List({"name": text, "value": number}),
        }
    )


def _rows(form: Format | None, path: str) -> Iterator[Mapping[str, Any]]:
    return map(row_of, read_rated(path, form))
