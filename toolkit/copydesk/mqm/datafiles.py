"""Values as data sets of the library ``datasets``: declared columns, a cache on disk, or a stream. Nothing is downloaded."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copydesk.errors import CopydeskError, InputError

if TYPE_CHECKING:
    from datasets import Dataset, Features, IterableDataset

Reader = Callable[[str], Iterator[Mapping[str, Any]]]


def from_files(
    paths: Sequence[str], reader: Reader, features: Features, *, streaming: bool, cache_dir: str | Path | None, version: str
) -> Dataset | IterableDataset:
    """A data set of the rows that ``reader`` gives for each file.

    A stream reads a file when its rows are asked for (`datasets` leaves an empty lock file in its own cache); else all are read
    into a cache, which is used again as long as the files, the reader's ``version`` and the columns are the same. Raises what
    the reader raises, and InputError where there is no file or the cache cannot be written.
    """
    import datasets

    if not paths:
        raise InputError("no files to load", remedy="name at least one")
    given = {"generator": partial(_rows, reader), "features": features, "gen_kwargs": {"paths": list(paths)}}
    with _told(cache_dir):
        if streaming:
            return datasets.IterableDataset.from_generator(**given)
        folder = None if cache_dir is None else str(cache_dir)
        with _quiet():
            return datasets.Dataset.from_generator(
                **given, cache_dir=folder, fingerprint=_fingerprint(paths, f"{version}|{features}")
            )


@contextmanager
def _told(cache_dir: str | Path | None) -> Iterator[None]:
    """What goes wrong while a cache is written, as errors that name the file."""
    import datasets

    try:
        yield
    except (OSError, datasets.exceptions.DatasetGenerationError) as error:
        cause = error if isinstance(error, OSError) else error.__cause__
        if isinstance(cause, CopydeskError):
            raise cause from None
        if not isinstance(cause, OSError):
            raise
        where = str(cache_dir or datasets.config.HF_DATASETS_CACHE)
        message = f"the cache cannot be written ({(cause.strerror or str(cause)).lower()})"
        raise InputError(message, where=where, remedy="name another folder as cache_dir, or in HF_DATASETS_CACHE") from None


def _rows(reader: Reader, paths: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    for path in paths:
        yield from reader(path)


def _fingerprint(paths: Sequence[str], rest: str) -> str:
    digest = hashlib.sha256(rest.encode())
    for path in paths:
        try:
            with Path(path).open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
        except OSError as error:
            reason = (error.strerror or "cannot be read").lower()
            raise InputError(reason, where=path, remedy="check the path and its permissions") from None
        digest.update(Path(path).name.encode(errors="surrogatepass"))
    return digest.hexdigest()[:32]


@contextmanager
def _quiet() -> Iterator[None]:
    """No progress bars where nobody looks at them."""
    import datasets

    hide = not sys.stderr.isatty() and not datasets.are_progress_bars_disabled()
    if hide:
        datasets.disable_progress_bars()
    try:
        yield
    finally:
        if hide:
            datasets.enable_progress_bars()
