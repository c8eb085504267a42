"""Decisions of several people on the same findings: put together, undone ones taken out, disagreement kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from copydesk.review.decision import Answer, Decision, Key
from copydesk.review.wire import line_of

_RIGHT = (Answer.ACCEPTED, Answer.ADDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What stands of all that was said of one finding or added error: the last decision of each person, in order of time."""

    key: Key
    decisions: tuple[Decision, ...]

    @property
    def rule(self) -> str | None:
        """The rule of the finding; None of an added error that nobody named a rule for."""
        return next((decision.rule for decision in self.decisions if decision.rule is not None), None)

    @property
    def added(self) -> bool:
        """Whether a person marked it, not a rule."""
        return any(decision.answer is Answer.ADDED for decision in self.decisions)

    @property
    def right(self) -> bool | None:
        """Whether there is an error, where those who are sure agree; None where they do not, and where nobody is sure."""
        said = {decision.answer in _RIGHT for decision in self.decisions if decision.answer is not Answer.UNSURE}
        return said.pop() if len(said) == 1 else None

    @property
    def disputed(self) -> bool:
        """Whether one says that it is right and another that it is wrong."""
        return len({decision.answer in _RIGHT for decision in self.decisions if decision.answer is not Answer.UNSURE}) > 1

    @property
    def confidence(self) -> float | None:
        """How sure the finding was when it was last judged; None where no decision says so."""
        return next((one.confidence for one in reversed(self.decisions) if one.confidence is not None), None)

    @property
    def accepted(self) -> Decision | None:
        """The last decision that there is an error, whose correction counts; None where nobody says so."""
        return next((decision for decision in reversed(self.decisions) if decision.answer in _RIGHT), None)


def merge(*several: Iterable[Decision]) -> tuple[Decision, ...]:
    """All decisions once, in order of time. It does not matter in which order they come, nor how often.

    Of two with one id that differ (a line was edited by hand) the one whose line comes first in the alphabet is taken.
    """
    found: dict[str, Decision] = {}
    for decision in (one for decisions in several for one in decisions):
        other = found.setdefault(decision.id, decision)
        if other != decision:
            found[decision.id] = min(other, decision, key=line_of)
    return tuple(sorted(found.values(), key=lambda decision: decision.order))


def standing(*several: Iterable[Decision]) -> tuple[Judged, ...]:
    """What stands of each finding that was judged, in the order in which they were first judged."""
    merged = merge(*several)
    undone = _undone(merged)
    last: dict[Key, dict[str, Decision]] = {}
    for decision in merged:
        if decision.key is not None and decision.answer is not Answer.UNDONE and decision.id not in undone:
            last.setdefault(decision.key, {})[decision.who] = decision
    return tuple(
        Judged(key=key, decisions=tuple(sorted(people.values(), key=lambda decision: decision.order)))
        for key, people in last.items()
    )


def _undone(merged: Iterable[Decision]) -> set[str]:
    """Ids of decisions that no longer hold. To undo an undoing brings the decision back; nobody undoes another's."""
    merged = tuple(merged)
    by = {decision.id: decision.who for decision in merged}
    undone: set[str] = set()
    for decision in reversed(merged):
        if decision.undoes is not None and decision.id not in undone and by.get(decision.undoes) == decision.who:
            undone.add(decision.undoes)
    return undone
