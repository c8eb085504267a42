"""Which of the published formats a file is in."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from copydesk.errors import InputError
from copydesk.mqm.marot import read_marot
from copydesk.mqm.metrics_eval import read_ratings
from copydesk.mqm.rows import read_rows
from copydesk.mqm.segments import RatedSegment
from copydesk.mqm.xcomet import read_xcomet


class Format(StrEnum):
    """The formats that rated segments are read from."""

    ROWS = "rows"
    MAROT = "marot"
    METRICS_EVAL = "mt-metrics-eval"
    XCOMET = "xcomet"


#: each may be followed by ``.gz``
ENDINGS = {".jsonl": Format.ROWS, ".tsv": Format.MAROT, ".rating": Format.METRICS_EVAL, ".json": Format.XCOMET}
_READERS = {
    Format.ROWS: read_rows,
    Format.MAROT: read_marot,
    Format.METRICS_EVAL: read_ratings,
    Format.XCOMET: read_xcomet,
}


def format_of(path: str | Path) -> Format:
    """The format that the file's ending tells. Raises InputError for other endings."""
    suffix = Path(Path(path).name.lower().removesuffix(".gz")).suffix
    if suffix not in ENDINGS:
        raise InputError("its ending tells no format", where=str(path), remedy=f"end its name with {', '.join(ENDINGS)}")
    return ENDINGS[suffix]


def read_rated(path: str | Path, form: Format | None = None) -> Iterator[RatedSegment]:
    """The rated segments of a file, by its ending or in the format given. Raises InputError with file, line and remedy."""
    return _READERS[form or format_of(path)](path)
