"""All claims of an article by what the list says to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copydesk.core.claim import Judgement
from copydesk.render.page.choices import Choices
from copydesk.render.page.model import ClaimGroup, ClaimRow
from copydesk.render.page.places import Places
from copydesk.render.page.titles import VERDICTS


def claims(judgements: Sequence[Judgement], places: Places, choices: Choices) -> Iterator[ClaimGroup]:
    """The verdicts that occur, refuted first; in each the claims in text order."""
    for verdict in VERDICTS:
        rows = tuple(_row(item, places, choices) for item in judgements if item.verdict is verdict)
        if rows:
            yield ClaimGroup(verdict=verdict, claims=rows)


def _row(item: Judgement, places: Places, choices: Choices) -> ClaimRow:
    claim = item.claim
    subject, of = claim.subject.entity, claim.object.entity
    return ClaimRow(
        text=claim.text,
        place=places.of(claim.span),
        subject=claim.subject.text if subject is None else subject.name,
        subject_id=None if subject is None else subject.id,
        predicate=claim.predicate,
        object=claim.object.text if of is None else of.name,
        object_id=None if of is None else of.id,
        qualifier=claim.qualifier,
        as_of=None if item.as_of is None else str(item.as_of),
        verdict=item.verdict,
        reason=item.reason,
        score=item.score,
        message=item.message or None,
        rows=tuple(choices.row(fact) for fact in item.facts),
    )
