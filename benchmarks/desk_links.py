"""What the desk takes the names of many texts for: asked in processes of their own, kept as plain values."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from common import RULES_ONLY, waited
from copydesk import Desk, Link, PartialDate, Span, load_entities, parse_document
from copydesk.core.mention import LinkStatus
from copydesk.entities.writing import write_list
from copydesk.scoring import digest
from copydesk.text import words
from recall import bench_entities

PROCESSES = 2
#: what keeps the arithmetic of a process on one core: the processes have all cores between them
ONE_CORE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
#: a text, and when it was written
Asked = tuple[str, PartialDate | None]
_RIGHT = (LinkStatus.CANONICAL, LinkStatus.VARIANT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A name that was read, and what it was taken for."""

    span: Span
    text: str
    status: str
    #: how sure the linker is that it is a garble of the first candidate; None where it takes the spelling as right
    score: float | None
    #: of the candidates, best first
    names: tuple[str, ...]

    @property
    def flagged(self) -> bool:
        """Whether the desk as shipped calls it a garble."""
        return self.status == LinkStatus.GARBLE.value

    @property
    def as_written(self) -> bool:
        """Whether it counts as a listed name, rightly spelled."""
        return bool(self.names) and self.score is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was read in one text."""

    words: int
    taken: tuple[Taken, ...]
    #: where findings about names lie
    findings: tuple[Span, ...]

    def over(self, span: Span) -> list[Taken]:
        """The names that overlap a place."""
        return [taken for taken in self.taken if taken.span.overlaps(span)]


def suspicion(link: Link) -> float | None:
    """How sure the linker is that a name is a garble of its first candidate; None where it says nothing of the sort.

    A name of which no candidate is sure enough, or of which two are, has a suspicion too. Candidates without evidence are
    those that are spelled so: several persons of one name.
    """
    if link.status in _RIGHT or not link.candidates or not link.candidates[0].evidence:
        return None
    return link.candidates[0].probability


def taken_of(link: Link) -> Taken:
    """A link as a plain value."""
    return Taken(
        span=link.mention.span, text=link.mention.text, status=link.status.value, score=suspicion(link),
        names=tuple(candidate.entity.name for candidate in link.candidates),
    )  # fmt: skip


def check_all(built: Path, asked: Iterable[Asked], description: str) -> dict[Asked, Checked]:
    """Each text once, checked by the desk with a built list over the list that it ships."""
    every = list(dict.fromkeys(asked))
    os.environ.update(ONE_CORE)
    with multiprocessing.get_context("spawn").Pool(PROCESSES) as pool:
        done = waited(pool.imap(partial(_check, str(built)), every, chunksize=16), len(every), description)
        return dict(zip(every, done, strict=True))


def _check(built: str, asked: Asked) -> Checked:
    """What a process does with a text."""
    text, date = asked
    report = _desk(built).check(parse_document(text, date=date))
    return Checked(
        words=len(words(text)),
        taken=tuple(map(taken_of, report.links)),
        findings=tuple(found.span for found in report.findings if found.rule.startswith("NAM")),
    )


@lru_cache(maxsize=1)
def _desk(built: str) -> Desk:
    """The desk of a process, made when first used."""
    return Desk(load_entities(built), RULES_ONLY)


@contextmanager
def built_list(source: Path) -> Iterator[Path]:
    """The list of the labelled names as a file that the library loads."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "labelled.sqlite"
        entities = list(bench_entities(source))
        write_list(path, waited(entities, len(entities), "building the list"), (), (), signature=f"labelled-{digest(source)}")
        yield path


def texts_of(checked: Iterable[Checked]) -> Sequence[str]:
    """Every name that was read, as it is written, once."""
    return list(dict.fromkeys(taken.text for one in checked for taken in one.taken))
