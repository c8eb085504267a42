"""Sentences with marked names as a data set of the library ``datasets``: what the reader learns names from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copydesk.mqm.datafiles import from_files
from copydesk.mqm.fields import field, only
from copydesk.mqm.lines import At, objects

if TYPE_CHECKING:
    from datasets import Dataset, Features, IterableDataset

#: kinds of names: persons; places; organisations; nationalities, religions and political groups; others
KINDS = ("PER", "LOC", "ORG", "NORP", "MISC")
#: IOB2: B begins a name, I goes on with one of the same kind, O is outside
TAGS = ("O", *(f"{part}-{kind}" for kind in KINDS for part in "BI"))
_VERSION = "ner1"
_FIELDS = frozenset(("set", "doc", "tokens", "tags"))


def load_ner(
    paths: Sequence[str | Path], *, streaming: bool = False, cache_dir: str | Path | None = None
) -> Dataset | IterableDataset:
    """Files of JSON lines ``{set, doc, tokens, tags}``, plain or gzip, as one data set, a row a sentence.

    Without ``streaming`` the rows are kept under ``cache_dir`` (default: the cache of ``datasets``). Nothing is downloaded.
    Raises InputError with file, line and remedy where a row is no sentence with IOB2 tags of `KINDS`.
    """
    names = [str(path) for path in paths]
    return from_files(names, read_ner, features(), streaming=streaming, cache_dir=cache_dir, version=_VERSION)


def read_ner(path: str | Path) -> Iterator[Mapping[str, Any]]:
    """The checked rows of one file, one at a time. Raises InputError with file, line and remedy."""
    for at, row in objects(path):
        only(row, _FIELDS, at)
        checked = {"set": field(row, "set", str, at), "doc": field(row, "doc", str, at)}
        tokens, tags = _texts(row, "tokens", at), _texts(row, "tags", at)
        _check(tokens, tags, at)
        yield {**checked, "tokens": tokens, "tags": tags}


def features() -> Features:
    """The columns; tags are texts, of `TAGS`."""
    from datasets import Features, List, Value

    text = Value("string")
    return Features({"set": text, "doc": text, "tokens": List(text), "tags": List(text)})


def _texts(row: Mapping[str, object], name: str, at: At) -> list[str]:
    values = field(row, name, list, at)
    if not all(isinstance(value, str) for value in values):
        raise at.error(f"{name!r} holds something else than texts", "write a list of texts")
    return values


def _check(tokens: Sequence[str], tags: Sequence[str], at: At) -> None:
    if len(tokens) != len(tags):
        raise at.error(f"{len(tokens)} tokens and {len(tags)} tags", "write one tag a token")
    before = "O"
    for number, tag in enumerate(tags, start=1):
        if tag not in TAGS:
            raise at.error(f"{tag!r} is not a tag", f"use one of {', '.join(TAGS)}")
        if tag.startswith("I-") and before[2:] != tag[2:]:
            raise at.error(f"tag {number}, {tag}, goes on with a name that did not begin", f"write B-{tag[2:]}")
        before = tag
