"""What every import needs to know while it reads: whom to ask, what the user said, and what becomes of a broken row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from copydesk.core.dates import PartialDate
from copydesk.core.entity import Kind
from copydesk.entities.importing.offices import Post
from copydesk.entities.records import Tally, World
from copydesk.entities.schema import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """One import under way.

    ``strict`` makes a broken row an error; otherwise it is refused and counted. ``as_of`` is the day on which the file is known
    to have been right. ``kinds`` are the kinds of thing to take, None for what the format usually gives. ``posts`` are offices
    that the user resolved, by their identifier.
    """

    world: World
    tally: Tally
    strict: bool = True
    as_of: PartialDate | None = None
    kinds: frozenset[Kind] | None = None
    posts: Mapping[str, Post] = field(default_factory=dict)

    def broken(self, reason: str, at: Place, remedy: str, detail: str = "") -> None:
        """Raise EntityListError for a row or a statement that is wrong, or count it where the import is not strict.

        ``reason`` is one of a few fixed wordings; ``detail`` quotes what is wrong.
        """
        if self.strict:
            raise at.error(f"{reason}: {detail[:120]}" if detail else reason, remedy)
        self.tally.refuse(reason, at, detail)

    def uncounted(self) -> Intake:
        """The same for a first look at a file that is read again: what it refuses does not count."""
        return replace(self, tally=Tally(source=self.tally.source))

    def quiet(self) -> Intake:
        """The same for a look at a file that decides nothing: broken rows are neither errors nor counted."""
        return replace(self.uncounted(), strict=False)
