"""What every finding of one rule has in common."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.core.document import Document
from copydesk.core.finding import Finding, Fix, Severity
from copydesk.core.span import Span


@dataclass(frozen=True, slots=True)
class Rule:
    """Code, severity and measured precision; makes the findings."""

    code: str
    severity: Severity
    confidence: float

    def found(self, document: Document, span: Span, message: str, *fixes: Fix) -> Finding:
        """A finding whose spans, and those of its fixes, are in the reading."""
        return Finding(
            rule=self.code,
            span=span,
            text=span.of(document.reading.text),
            severity=self.severity,
            confidence=self.confidence,
            message=message,
            fixes=fixes,
        )
