"""Judgements made of their parts, for claims that hang on one fact or on arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.core.claim import Claim, Fault, Judgement, Parts, Reason, Verdict
from copydesk.core.dates import PartialDate
from copydesk.core.entity import Entity, Fact
from copydesk.core.mention import Link, LinkStatus

#: probability of a link below which nothing is refuted
SURE_LINK = 0.95
#: a person or body so prominent was put into the list by hand, with country, gender and dates
KNOWN = 0.85


@dataclass(frozen=True, slots=True, kw_only=True)
class Weigher:
    """Answers for one claim: ``link`` is the subject's, ``day`` the article's date."""

    claim: Claim
    link: Link | None
    day: PartialDate | None

    def supported(self, fact: float, message: str, facts: Sequence[Fact] = ()) -> Judgement:
        """The claim holds; ``fact`` is the probability that what it rests on is right."""
        return self._decided(Verdict.SUPPORTED, None, fact, message, facts, None)

    def contested(self, fact: float, message: str, facts: Sequence[Fact] = ()) -> Judgement:
        """Serious sources disagree."""
        return self._decided(Verdict.CONTESTED, None, fact, message, facts, None)

    def refuted(self, reason: Reason, fact: float, message: str, fault: Fault, facts: Sequence[Fact] = ()) -> Judgement:
        """The claim does not hold."""
        return self._decided(Verdict.REFUTED, reason, fact, message, facts, fault)

    def unknown(self, reason: Reason, message: str, facts: Sequence[Fact] = ()) -> Judgement:
        """No answer."""
        return Judgement(
            claim=self.claim, verdict=Verdict.NOT_ENOUGH_INFO, as_of=self.day, reason=reason, facts=tuple(facts),
            message=message,
        )  # fmt: skip

    def unlinked(self) -> Judgement:
        """Nobody knows whom or what the claim is about."""
        ambiguous = self.link is not None and self.link.status is LinkStatus.AMBIGUOUS
        reason = Reason.AMBIGUOUS_LINK if ambiguous else Reason.UNLINKED
        return self.unknown(reason, f"{self.claim.subject.text} could not be told from the list")

    @property
    def linked_surely(self) -> bool:
        """Whether it is certain enough what the subject is: its name is right, and well known."""
        link = self.link
        if link is None or link.status not in (LinkStatus.CANONICAL, LinkStatus.VARIANT):
            return False
        return (link.probability or 0.0) >= SURE_LINK and is_known(link.entity)

    @property
    def sure(self) -> bool:
        """Whether a person is certain enough to refute what is said of him or her: linked surely and by the whole name.

        A namesake who is in no list is likelier than a wrong word about somebody little known.
        """
        return self.linked_surely and len(self.claim.subject.text.split()) > 1

    def _decided(
        self, verdict: Verdict, reason: Reason | None, fact: float, message: str, facts: Sequence[Fact], fault: Fault | None
    ) -> Judgement:
        linked = 1.0 if self.claim.subject.entity is None else 0.9
        if self.link is not None and self.link.probability is not None:
            linked = self.link.probability
        parts = Parts(extraction=self.claim.extraction, link=linked, fact=fact)
        return Judgement(
            claim=self.claim, verdict=verdict, as_of=self.day, reason=reason, parts=parts, facts=tuple(facts), message=message,
            score=round(parts.extraction * parts.link * parts.fact, 4), fault=fault,
        )  # fmt: skip


def is_known(entity: Entity | None) -> bool:
    """Whether news that uses the name means this one; a list that says nothing of prominence was chosen for its names."""
    return entity is not None and (entity.prominence is None or entity.prominence >= KNOWN)
