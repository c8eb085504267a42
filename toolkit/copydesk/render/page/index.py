"""What the page of many articles shows: a small row for each, totals, and two pictures of findings per 1,000 words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from copydesk.core.claim import Verdict
from copydesk.core.finding import Severity
from copydesk.render.page.model import Article, RuleCount
from copydesk.render.page.titles import SEVERITIES, rule_name, rule_summary
from copydesk.scoring.rates import Rate

#: bars in the picture of files; the table has them all
BARS = 20
_FULL = 100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRow:
    """The counts of one article, and the address of its page."""

    path: str
    href: str
    words: int
    critical: int
    major: int
    minor: int
    refuted: int

    @property
    def findings(self) -> int:
        """Findings of all severities."""
        return self.critical + self.major + self.minor

    @property
    def rate(self) -> float | None:
        """Findings per 1,000 words; None of a text without words."""
        return Rate(found=self.findings, size=self.words).per_thousand


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A piece of a bar; ``start`` and ``width`` in hundredths of the longest bar. Without a severity it has no colour."""

    start: float
    width: float
    severity: Severity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileBar:
    """The bar of an article."""

    row: FileRow
    rate: float
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleBar:
    """The bar of a rule; ``rate`` is None where nothing was read."""

    rule: RuleCount
    rate: float | None
    segment: Segment


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """All that the page of many articles shows. ``files`` stand in the order in which they were read."""

    files: tuple[FileRow, ...]
    words: int
    findings: int
    rate: float | None
    worst: tuple[FileBar, ...]
    rules: tuple[RuleBar, ...]


def file_row(article: Article, href: str) -> FileRow:
    """What is kept of an article when its page is written."""
    counts = {item.key: item.count for item in article.severities}
    refuted = sum(len(group.claims) for group in article.claims if group.verdict is Verdict.REFUTED)
    return FileRow(
        path=article.path, href=href, words=article.words, refuted=refuted,
        critical=counts.get(Severity.CRITICAL, 0), major=counts.get(Severity.MAJOR, 0), minor=counts.get(Severity.MINOR, 0),
    )  # fmt: skip


def index(files: Sequence[FileRow], rules: Mapping[str, int]) -> Index:
    """The page of these articles, with how often each rule spoke in all of them."""
    words, findings = sum(row.words for row in files), sum(row.findings for row in files)
    return Index(
        files=tuple(files),
        words=words,
        findings=findings,
        rate=Rate(found=findings, size=words).per_thousand,
        worst=tuple(_worst(files)),
        rules=tuple(_rules(Counter(rules), words)),
    )


def _worst(files: Sequence[FileRow]) -> Iterator[FileBar]:
    """The articles with the most findings per 1,000 words, worst first."""
    rated = [(rate, row) for row in files if (rate := row.rate)]
    rated.sort(key=lambda item: (-item[0], item[1].path))
    for rate, row in rated[:BARS]:
        unit = _FULL * rate / rated[0][0] / row.findings
        yield FileBar(row=row, rate=rate, segments=tuple(_segments(row, unit)))


def _segments(row: FileRow, unit: float) -> Iterator[Segment]:
    start = 0.0
    for severity, count in zip(SEVERITIES, (row.critical, row.major, row.minor), strict=True):
        if count:
            yield Segment(start=start, width=count * unit, severity=severity)
            start += count * unit


def _rules(counts: Counter[str], words: int) -> Iterator[RuleBar]:
    most = max(counts.values(), default=0)
    for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield RuleBar(
            rule=RuleCount(code=code, name=rule_name(code), summary=rule_summary(code), count=count),
            rate=Rate(found=count, size=words).per_thousand,
            segment=Segment(start=0.0, width=_FULL * count / most),
        )
