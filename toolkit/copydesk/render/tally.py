"""Counts of a run, kept while its documents stream by."""

from __future__ import annotations

from collections import Counter

from copydesk.core.finding import Safety
from copydesk.core.report import DocumentReport

_VARIOUS = "various"


class Tally:
    """How many findings by rule and claims by verdict in how many files."""

    def __init__(self) -> None:
        self.files = 0
        self.errors = 0
        self.ignored = 0
        #: findings that a baseline silenced; None without one
        self.silenced: int | None = None
        self.rules: Counter[str] = Counter()
        self.verdicts: Counter[str] = Counter()
        #: findings by the best fix they offer
        self.fixable: Counter[Safety] = Counter()
        self._without = ""
        self._signature: str | None = None

    def add(self, report: DocumentReport) -> None:
        """Count one document."""
        self.files += 1
        self.ignored += report.ignored
        if report.silenced is not None:
            self.silenced = (self.silenced or 0) + report.silenced
        self.rules.update(finding.rule for finding in report.findings)
        self.verdicts.update(judgement.verdict.value for judgement in report.claims)
        for finding in report.findings:
            offered = {fix.safety for fix in finding.fixes}
            self.fixable.update([safety for safety in (Safety.SAFE, Safety.UNSAFE) if safety in offered][:1])
        seen = self._signature
        self._signature = report.signature if seen is None else merge_signatures(seen, report.signature)

    def sign(self, signature: str) -> None:
        """Set the signature of a run in which no document could be read."""
        self._without = signature

    @property
    def findings(self) -> int:
        """Findings of all rules."""
        return self.rules.total()

    @property
    def claims(self) -> int:
        """Claims of all verdicts."""
        return self.verdicts.total()

    @property
    def signature(self) -> str:
        """The signature that all documents share; a part in which they differ reads ``various``."""
        return self._without if self._signature is None else self._signature


def merge_signatures(one: str, other: str) -> str:
    """One signature for both, with ``various`` where the value of a part differs."""
    if one == other:
        return one
    parts, others = one.split("|"), other.split("|")
    if len(parts) != len(others):
        return _VARIOUS
    merged = [
        part if part == theirs else f"{part.partition(':')[0]}:{_VARIOUS}" for part, theirs in zip(parts, others, strict=True)
    ]
    return "|".join(merged)
