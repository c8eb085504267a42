"""What is known already: findings that were judged wrong, or all findings of an earlier run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from copydesk.core.finding import Finding
from copydesk.errors import ReviewError
from copydesk.mqm.fields import field
from copydesk.review.decision import Decision, Key, key_of
from copydesk.review.merging import standing
from copydesk.review.reading import Torn, rows
from copydesk.review.signing import signature_of
from copydesk.review.wire import TYPE, decision_of

#: lines of ``copydesk check --format jsonl`` that say nothing of what is known
_PASSED_OVER = ("claim", "mention", "link", "sentence", "error", "summary")


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """Findings that are not reported.

    A judgement silences what was rejected and by nobody accepted: a name wherever it stands, anything else where the words
    around it are the same. An earlier run silences its findings by rule, text and entity alone, wherever they stand.
    """

    keys: frozenset[Key] = frozenset()
    #: which files it came from; part of the signature of every result
    signature: str = "none"
    torn: tuple[Torn, ...] = ()

    @classmethod
    def of(cls, decisions: Iterable[Decision], known: Iterable[str] = (), *, signature: str = "none") -> Baseline:
        """What decisions reject, and findings that are known by their fingerprints."""
        rejected = {judged.key for judged in standing(decisions) if judged.right is False}
        return cls(keys=frozenset(rejected | {Key(fingerprint) for fingerprint in known}), signature=signature)

    @classmethod
    def read(cls, *paths: str | Path) -> Baseline:
        """The baseline of files of judgements and of findings (``check --format jsonl``), in any mixture of lines.

        Raises ReviewError naming file, line and remedy; nothing is then silenced by halves.
        """
        decisions: list[Decision] = []
        known: set[str] = set()
        torn: list[Torn] = []
        for at, row in (pair for path in paths for pair in rows(path)):
            if isinstance(row, Torn):
                torn.append(row)
            elif (kind := field(row, "type", str, at)) == TYPE:
                decisions.append(decision_of(row, at))
            elif kind == "finding":
                known.add(field(row, "fingerprint", str, at))
            elif kind not in _PASSED_OVER:
                raise at.error(f"a line of type {kind!r} is no judgement and no finding", "take the line out")
        made = cls.of(decisions, known, signature=signature_of(paths))
        return cls(keys=made.keys, signature=made.signature, torn=tuple(torn))

    def silences(self, finding: Finding, text: str) -> bool:
        """Whether a finding in ``text`` (as given) is not to be reported."""
        return Key(finding.fingerprint) in self.keys or key_of(finding, text) in self.keys

    def left(self, findings: Iterable[Finding], text: str) -> list[Finding]:
        """The findings that are new, or that nobody judged wrong."""
        return [finding for finding in findings if not self.silences(finding, text)]


def read_each(paths: Iterable[str]) -> tuple[Baseline, list[ReviewError]]:
    """The baseline of the files that can be read, and what is wrong with the others."""
    good, errors = [], []
    for path in paths:
        try:
            Baseline.read(path)
            good.append(path)
        except ReviewError as error:
            errors.append(error)
    return Baseline.read(*good), errors
