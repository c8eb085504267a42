"""All names of an article by what they were taken for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copydesk.core.mention import Link, LinkStatus
from copydesk.render.page.choices import Choices
from copydesk.render.page.model import MentionGroup, MentionRow
from copydesk.render.page.places import Places
from copydesk.render.page.titles import STATUSES

#: with a lower probability nobody is worth naming
_LEAST = 0.005
_OPEN = (LinkStatus.AMBIGUOUS, LinkStatus.NOT_IN_LIST)


def mentions(links: Sequence[Link], places: Places, choices: Choices) -> Iterator[MentionGroup]:
    """The statuses that occur, what asks for a look first; in each the names in text order, equal ones in one row."""
    for status in STATUSES:
        same: dict[tuple[str, str | None, str | None], list[Link]] = {}
        for link in links:
            if link.status is status:
                entity = None if link.entity is None else link.entity.id
                same.setdefault((link.mention.text, entity, link.replacement), []).append(link)
        if same:
            rows = tuple(_row(group, places, choices) for group in same.values())
            yield MentionGroup(status=status, count=sum(len(group) for group in same.values()), rows=rows)


def _row(group: Sequence[Link], places: Places, choices: Choices) -> MentionRow:
    first = group[0]
    likely = [item for item in first.candidates if item.probability >= _LEAST] if first.status in _OPEN else []
    return MentionRow(
        text=first.mention.text,
        kind=first.mention.kind,
        entity=None if first.entity is None else choices.entity(first.entity, first.probability),
        places=tuple(places.of(link.mention.span) for link in group),
        replacement=first.replacement,
        beside=next((link.mention.context.text for link in group if link.mention.context is not None), None),
        choices=choices.candidates(likely, first.entity),
    )
