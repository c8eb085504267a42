"""Hold a claim against the dated list. Refuting takes everything; anything less is not enough information."""

from __future__ import annotations

from copydesk.claims.other import RELATIONS, judge_other
from copydesk.claims.placing import judge_place
from copydesk.claims.tenure import judge_office
from copydesk.core.claim import Claim, Judgement
from copydesk.core.dates import PartialDate
from copydesk.core.mention import Link
from copydesk.entities import EntityList


def judge(claim: Claim, link: Link | None, day: PartialDate | None, entities: EntityList) -> Judgement:
    """The list's verdict on a claim at the article's date; ``link`` is the subject's."""
    if claim.relation == "role":
        return judge_office(claim, link, day, entities)
    if claim.relation in RELATIONS:
        return judge_other(claim, link, day, entities)
    return judge_place(claim, day, entities)
