"""What was said so far: the file of judgements, read again when somebody has written to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from copydesk.review.decision import Answer, Decision, Key
from copydesk.review.keeping import keep, kept
from copydesk.review.merging import Judged, standing
from copydesk.review.reading import Torn


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """All decisions in the order of the file, and what stands of them. ``mark`` changes with the file."""

    decisions: tuple[Decision, ...] = ()
    judged: tuple[Judged, ...] = ()
    by_key: Mapping[Key, Judged] = field(default_factory=dict)
    torn: tuple[Torn, ...] = ()
    mark: str = ""


class Book:
    """A file of judgements that one person writes to. Others may write to it at the same time."""

    def __init__(self, path: Path, who: str) -> None:
        self.path = path
        self.who = who
        self._lock = Lock()
        self._said = Said(mark="unread")

    def said(self) -> Said:
        """What the file holds now. Raises ReviewError where somebody broke it."""
        with self._lock:
            mark = self._mark()
            if mark != self._said.mark:
                held = kept(self.path)
                judged = standing(held.decisions)
                by_key = {one.key: one for one in judged}
                self._said = Said(decisions=held.decisions, judged=judged, by_key=by_key, torn=held.torn, mark=mark)
            return self._said

    def keep(self, *decisions: Decision) -> None:
        """Put decisions on the disk. Raises ReviewError where they are not there in the end."""
        with self._lock:
            keep(self.path, *decisions)

    def last(self, name: str) -> Decision | None:
        """The last decision of this person in an article of this file name that still holds; None where there is none."""
        said = self.said()
        undone = {one.undoes for one in said.decisions if one.undoes is not None and one.who == self.who}
        mine = (one for one in said.decisions if one.who == self.who and one.answer is not Answer.UNDONE)
        return next((one for one in reversed([*mine]) if one.id not in undone and _is_in(one, name)), None)

    def _mark(self) -> str:
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return "none"
        return f"{found.st_ino}-{found.st_size}-{found.st_mtime_ns}"


def _is_in(decision: Decision, name: str) -> bool:
    return decision.path is not None and Path(decision.path).name == name
