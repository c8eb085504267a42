"""Ratings as mt-metrics-eval keeps them: ``SYSTEM<TAB>{"errors": [...]}``, one line a segment, the texts in other files.

https://github.com/google-research/mt-metrics-eval
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from copydesk.core.marking import ErrorSpan
from copydesk.errors import InputError
from copydesk.mqm.fields import field, mark_at, optional, span_in
from copydesk.mqm.lines import At, json_object, lines
from copydesk.mqm.naming import by_people, corpus_of, pair_of
from copydesk.mqm.segments import RatedSegment, Rating

#: a rater's mark on the space that the tool shows after a text ends one past it
_SHOWN_AFTER = 1
_NOT_RATED = "None"


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingLine:
    """One line: how one rater, if known, marked a segment of a system; ``errors`` is None where it was not rated."""

    system: str
    rater: str | None
    errors: list[object] | None
    at: At

    def marks(self, target: str) -> tuple[ErrorSpan, ...]:
        """The marks in the target, without those in the source. Raises InputError where they do not fit the text."""
        return tuple(found for mark in self.errors or () if (found := self._mark(mark, target)) is not None)

    def _mark(self, mark: object, target: str) -> ErrorSpan | None:
        if not isinstance(mark, dict):
            raise self.at.error("an error that is not an object", "write {start, end, category, severity}")
        if optional(mark, "is_source_error", bool, self.at):
            return None
        return mark_at(span_in(target, mark, self.at, past=_SHOWN_AFTER), mark, self.at)


def rating_lines(path: str | Path) -> Iterator[RatingLine]:
    """The lines of a rating file. Raises InputError with file, line and remedy."""
    return (_line(text, at) for at, text in lines(path) if text.strip())


def read_ratings(
    path: str | Path, *, outputs: str | Path | None = None, docs: str | Path | None = None, corpus: str | None = None,
    pair: str | None = None,
) -> Iterator[RatedSegment]:  # fmt: skip
    """The rated segments of a file ``human-scores/PAIR.NAME.seg.rating``; those that were not rated are left out.

    ``outputs`` is the folder of the translations, ``SYSTEM.txt`` with one segment a line (default: ``system-outputs/PAIR`` or
    ``sys-outputs/PAIR`` beside ``human-scores``), ``docs`` the file with ``domain<TAB>doc`` for each (default:
    ``documents/PAIR.docs``). The n-th line of a system rates its n-th segment. Raises InputError with file, line and remedy.
    """
    at = Path(path)
    pair = pair or pair_of(path)
    root = at.parent.parent
    texts = _Texts(Path(outputs) if outputs else _outputs(root, pair))
    places = [_doc(text, where) for where, text in lines(docs or root / "documents" / f"{pair}.docs")]
    rated: Counter[str] = Counter()
    for line in rating_lines(path):
        seg = rated[line.system]
        rated[line.system] += 1
        target = texts.segment(line, seg)
        if seg >= len(places):
            raise line.at.error(f"segment {seg + 1} of {line.system} is in no document", "give the documents of this set")
        if line.errors is not None:
            domain, doc = places[seg]
            rating = Rating(rater=line.rater or at.name.split(".")[1], errors=line.marks(target))
            yield RatedSegment(
                corpus=corpus or corpus_of(root), pair=pair, domain=domain, doc=doc, seg=seg + 1, system=line.system,
                human=by_people(line.system), source=None, target=target, ratings=(rating,),
            )  # fmt: skip


class _Texts:
    """The translations of each system, read when first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._systems: dict[str, list[str]] = {}

    def segment(self, line: RatingLine, seg: int) -> str:
        if line.system not in self._systems:
            if Path(line.system).name != line.system:
                raise line.at.error(f"{line.system!r} cannot name a file", "name the system as its file is named")
            self._systems[line.system] = [text for _, text in lines(self._folder / f"{line.system}.txt")]
        segments = self._systems[line.system]
        if seg >= len(segments):
            raise line.at.error(
                f"{line.system} has only {len(segments)} segments", "give as many ratings as segments, None for those not rated"
            )
        return segments[seg]


def _line(text: str, at: At) -> RatingLine:
    cells = text.rstrip("\t").split("\t")
    if len(cells) not in (2, 3):
        raise at.error(f"{len(cells)} columns instead of 2 or 3", "write SYSTEM, the rating and, if known, the rater")
    errors = None if cells[1] == _NOT_RATED else field(json_object(cells[1], at), "errors", list, at)
    return RatingLine(system=cells[0], rater=cells[2] if len(cells) == 3 else None, errors=errors, at=at)


def _doc(text: str, at: At) -> tuple[str, str]:
    domain, tab, doc = text.partition("\t")
    if not tab:
        raise at.error("no tab in the line", "write the domain, a tab and the document")
    return domain, doc


def _outputs(root: Path, pair: str) -> Path:
    folders = [root / name / pair for name in ("system-outputs", "sys-outputs")]
    for folder in folders:
        if folder.is_dir():
            return folder
    raise InputError("no such folder", where=str(folders[0]), remedy="name the folder of the translations, SYSTEM.txt each")
