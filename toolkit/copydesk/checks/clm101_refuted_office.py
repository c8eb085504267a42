"""CLM101: the list says that somebody else held the office at the date."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.checks.base import Check, Proof
from copydesk.core.claim import Judgement, Reason, Verdict
from copydesk.core.finding import Finding, Severity

#: what the name of a finding is called where the list knows another holder: perhaps another person is meant
WRONG_PERSON = "wrong_person"
_OTHERS = (Reason.WRONG_HOLDER, Reason.OUT_OF_TERM)


def refuted(proof: Proof, code: str, *relations: str) -> Iterator[Finding]:
    """A finding for each refuted claim of these relations."""
    for judgement in proof.claims:
        if judgement.verdict is Verdict.REFUTED and judgement.claim.relation in relations:
            yield _finding(judgement, code)


def _finding(judgement: Judgement, code: str) -> Finding:
    claim = judgement.claim
    other = judgement.reason in _OTHERS
    question = "wrong person? " if other else ""
    return Finding(
        rule=code, span=claim.span, text=claim.text, severity=Severity.CRITICAL, confidence=judgement.score or 0.0,
        entity=claim.subject.entity, message=f"the reference list refutes “{claim.text}”: {question}{judgement.message}",
        name_form=WRONG_PERSON if other else None,
    )  # fmt: skip


def run(proof: Proof) -> Iterator[Finding]:
    """Refuted claims of office."""
    yield from refuted(proof, "CLM101", "role")


CHECK = Check(
    code="CLM101",
    name="refuted-office",
    severity=Severity.CRITICAL,
    summary="somebody else held the office at the article's date",
    explanation=(
        "The rule reads who is said to hold which office and asks the dated reference list. It reports only where the person "
        "is certain, one person at a time holds the office, the list knows that other holder for the whole time around the "
        "date, and no word such as former, acting or then makes it another statement. Without an article date it says nothing."
    ),
    failing=(
        "Tuesday, October 6, 2020\n\n[[German Chancellor Emmanuel Macron]] spoke in Berlin.",
        "Tuesday, October 6, 2020\n\nThe talks were led by [[British Prime Minister Theresa May]].",
        "Tuesday, October 6, 2020\n\n[[Russian Foreign Minister Sergei Shoigu]] left Moscow.",
        "Tuesday, February 7, 2023\n\n[[Japanese Prime Minister Shinzo Abe]] opened the session.",
    ),
    passing=(
        "Tuesday, October 6, 2020\n\nGerman Chancellor Angela Merkel spoke in Berlin.",
        "Tuesday, October 6, 2020\n\nFormer British Prime Minister Theresa May spoke.",
        "British Prime Minister Theresa May spoke, with no date on the page.",
        "Tuesday, October 6, 2020\n\nIn 2017 British Prime Minister Theresa May called an election.",
        "Tuesday, October 6, 2020\n\nThe spokesman for the Russian President Dmitry Peskov answered.",
        "Tuesday, October 6, 2020\n\nRussian Deputy Foreign Minister Sergei Ryabkov left Moscow.",
    ),
    run=run,
)
