"""What is reported to the editor."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from copydesk.core.entity import Entity
from copydesk.core.evidence import Evidence
from copydesk.core.span import Span


class Severity(StrEnum):
    """MQM severities (Multidimensional Quality Metrics), worst last."""

    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"


class Safety(StrEnum):
    """Whether a fix may be written without a look: ``safe`` never changes meaning, ``display`` cannot be written."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    DISPLAY = "display"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """Replace what the span covers."""

    span: Span
    replacement: str
    safety: Safety


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to look at. ``confidence`` is the probability that an editor would agree."""

    rule: str
    span: Span
    #: what the span covers in the text as given
    text: str
    severity: Severity
    confidence: float
    message: str
    entity: Entity | None = None
    name_form: str | None = None
    #: findings from marks of errors: the MQM category (`copydesk.core.marking.Category`)
    category: str | None = None
    #: what to write instead; where a page repeats the line, once for every copy
    fixes: tuple[Fix, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def fingerprint(self) -> str:
        """Identity that survives edits elsewhere in the file: it leaves path, line and offsets out.

        The same words that break the same rule twice have one fingerprint. `copydesk.review.decision.key_of` tells such places
        apart where that matters.
        """
        parts = [self.rule, self.text, self.entity.id if self.entity else ""]
        return hashlib.sha256("\x1f".join(parts).encode(errors="surrogatepass")).hexdigest()[:16]
