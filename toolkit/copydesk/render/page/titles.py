"""What codes are called on the page."""

from __future__ import annotations

from copydesk.checks import by_code
from copydesk.core.claim import Verdict
from copydesk.core.finding import Severity
from copydesk.core.mention import LinkStatus
from copydesk.review.decision import ADDED_RULE

#: rule families by the letters that their codes begin with
FAMILIES = {
    "NAM": "Names", "TRN": "Translation", "NUM": "Numbers", "CLM": "Claims", "CPD": "The tool", "ADD": "Marked by people",
}  # fmt: skip
#: worst first
SEVERITIES = (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR)
#: what asks for a look comes first
STATUSES = (
    LinkStatus.GARBLE, LinkStatus.TRANSLATED, LinkStatus.CLIPPED, LinkStatus.AMBIGUOUS, LinkStatus.NOT_IN_LIST,
    LinkStatus.VARIANT, LinkStatus.CANONICAL,
)  # fmt: skip
VERDICTS = (Verdict.REFUTED, Verdict.CONTESTED, Verdict.NOT_ENOUGH_INFO, Verdict.SUPPORTED)


def family(code: str) -> str:
    """``NAM`` of ``NAM101``."""
    return code[:3]


def rule_name(code: str) -> str:
    """A rule's name in words; nothing for a rule that is not ours."""
    if code == ADDED_RULE:
        return "marked by a reviewer"
    check = by_code(code)
    return "" if check is None else check.name.replace("-", " ")


def rule_summary(code: str) -> str:
    """What a rule finds, in one sentence; nothing for a rule that is not ours."""
    check = by_code(code)
    return "" if check is None else check.summary
