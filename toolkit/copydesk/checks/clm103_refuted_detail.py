"""CLM103: what is said of somebody beside the office, or of an organisation or anniversary, cannot be so."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.checks.base import Check, Proof
from copydesk.core.claim import Judgement, Verdict
from copydesk.core.finding import Finding, Severity

#: a wrong weekday is NUM101's
RELATIONS = ("nationality", "member_of", "part_of", "age", "gender", "anniversary")


def run(proof: Proof) -> Iterator[Finding]:
    """A finding for each refuted claim of these relations."""
    for judgement in proof.claims:
        if judgement.verdict is Verdict.REFUTED and judgement.claim.relation in RELATIONS:
            yield _finding(judgement)


def _finding(judgement: Judgement) -> Finding:
    claim = judgement.claim
    return Finding(
        rule="CLM103", span=claim.span, text=claim.text, severity=Severity.MAJOR, confidence=judgement.score or 0.0,
        entity=claim.subject.entity, message=f"“{claim.text}” cannot be right: {judgement.message}",
    )  # fmt: skip


CHECK = Check(
    code="CLM103",
    name="refuted-detail",
    severity=Severity.MAJOR,
    summary="a nationality, party, age, gender, home country or anniversary that cannot be right",
    explanation=(
        "The rule holds what is said of well-known persons and news agencies against the reference list: nationality, party, "
        "age, words that go with a woman or a man only; and it reckons anniversaries. It reports only where the whole name is "
        "written and certain, and where no close neighbour, earlier party or other way to count years explains the difference; "
        "where somebody was born it never judges. Without a date of birth, a party or a country in the list it says nothing."
    ),
    failing=(
        "The speech of [[Ms. Emmanuel Macron]] was heard in Paris.",
        "The agreement was signed by [[Mr. Angela Merkel]] on that day.",
        "It was reported by the [[Tass news agency of Ukraine]] on that day.",
        "Tuesday, October 6, 2020\n\n[[Vladimir Putin, 48]], spoke in Moscow.",
        "Tuesday, October 6, 2020\n\nIt was the [[70th anniversary of the 1945]] victory.",
    ),
    passing=(
        "The speech of Mr. Emmanuel Macron was heard in Paris.",
        "The agreement was signed by Ms. Macron on that day.",
        "The agreement was signed by Mrs. Emmanuel Macron on that day.",
        "It was reported by the Tass news agency of Russia on that day.",
        "Tuesday, October 6, 2020\n\nVladimir Putin, 67, spoke in Moscow.",
        "Tuesday, October 6, 2020\n\nIn 2015, on the 70th anniversary of the 1945 victory, a parade was held.",
        "Tuesday, October 6, 2020\n\nThe French-born painter Emmanuel Macron spoke in Berlin.",
        "Russian spokesman Maria Zakharova spoke in Moscow.",
    ),
    run=run,
)
