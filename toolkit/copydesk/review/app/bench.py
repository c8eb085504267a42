"""Desks for whichever lists are picked, made when they are first needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from copydesk.config import Config
from copydesk.desk import Desk
from copydesk.entities import EntityList, load_entities
from copydesk.reader.read import NONE, Reader
from copydesk.review.app.refusing import RefusedError

#: combinations of lists that are kept open
_MOST = 4
_ORIGIN = "review"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desks:
    """What an article is checked with: ``quick`` knows lists and rules alone, ``full`` has the reader too, if there is one."""

    quick: Desk
    full: Desk

    @property
    def entities(self) -> EntityList:
        """The lists, as one."""
        return self.full.entities


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A list that may be picked; ``path`` is None for the one that the package ships."""

    path: str | None
    picked: bool = True

    @property
    def name(self) -> str:
        """What it is called on the page."""
        return "the shipped list" if self.path is None else self.path


class Bench:
    """Makes desks with one configuration; what the configuration knows already is shown all the same, with what was said of it.

    ``spellings`` is the user's own table of forms, which takes part in every check once it is there. Raises CopydeskError where
    a list or the reader is broken.
    """

    def __init__(self, config: Config, spellings: str | None = None) -> None:
        self.config = config.overridden(_ORIGIN, {"baseline": ()})
        self.spellings = spellings
        self._lock = Lock()
        self._desks: dict[tuple[int, ...], Desks] = {}
        own = [Choice(path=path) for path in config.entities if path != spellings]
        self.choices: tuple[Choice, ...] = (Choice(path=None, picked=config.default_entities), *own)
        #: the lists that the settings name, by their numbers
        self.usual = tuple(number for number, choice in enumerate(self.choices) if choice.picked)
        #: opened once, for all desks
        self._reader: Reader | None = None
        self.desks(self.usual)

    def desks(self, lists: Sequence[int]) -> Desks:
        """The desks for lists by their numbers, in any order. Raises RefusedError (400) where there is no such list."""
        wanted = tuple(sorted(set(lists)))
        if not wanted or not all(0 <= number < len(self.choices) for number in wanted):
            raise RefusedError(400, "there is no such list", "pick at least one of those offered")
        with self._lock:
            if wanted not in self._desks:
                self._desks[wanted] = self._made(wanted)
                while len(self._desks) > _MOST:
                    self._desks.pop(next(iter(self._desks)))
            return self._desks[wanted]

    def forget(self) -> None:
        """Read the lists anew with the next check: one has changed."""
        with self._lock:
            self._desks.clear()

    def _made(self, lists: tuple[int, ...]) -> Desks:
        paths = [path for number in lists if (path := self.choices[number].path) is not None]
        if self.spellings is not None and Path(self.spellings).exists():
            paths.append(self.spellings)
        entities = load_entities(*paths, default=0 in lists)
        quick = Desk(entities, self.config.overridden(_ORIGIN, {"reader": NONE}))
        if self.config.reader == NONE:
            return Desks(quick=quick, full=quick)
        full = Desk(entities, self.config, reader=self._reader)
        self._reader = full.reader
        return Desks(quick=quick, full=full)
