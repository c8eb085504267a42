"""The whole flow: a document in, a report out."""

from __future__ import annotations

from collections.abc import Iterable

from copydesk.checks import CHECKS
from copydesk.checks.base import Proof
from copydesk.checks.cpd001_unused_ignore import unused
from copydesk.claims import extract_claims, judge
from copydesk.config import Config
from copydesk.copies import with_copies
from copydesk.core.claim import Judgement
from copydesk.core.dates import PartialDate
from copydesk.core.document import Document, Ignore
from copydesk.core.finding import Finding
from copydesk.core.mention import Link
from copydesk.core.report import DocumentReport
from copydesk.entities import EntityList, load_entities
from copydesk.given import finding_as_given, judgement_as_given, link_as_given
from copydesk.linking import Linker
from copydesk.reader.mentions import scan
from copydesk.text import parse_document
from copydesk.text.source import SourceText
from copydesk.version import __version__


class Desk:
    """Checks documents against one reference list with one configuration. Making it loads the list; reuse it."""

    def __init__(self, entities: EntityList | None = None, config: Config | None = None) -> None:
        self.config = config or Config()
        self.entities = entities if entities is not None else load_entities()
        self._linker = Linker(self.entities)

    def check(self, document: Document | str, source: SourceText | None = None) -> DocumentReport:
        """Everything there is to say about a document (or a plain text); offsets refer to the text as given.

        ``source`` is the text that it was translated from (`copydesk.text.source`): names in it are evidence.
        """
        document = parse_document(document, date=self.config.date) if isinstance(document, str) else document
        day = document.date.value if document.date else None
        links, claims = self._read(document, day, source)
        proof = Proof(document=document, links=links, claims=claims)
        found = [item for check in CHECKS if self.config.selects(check.code) for item in check.run(proof)]
        sure = [with_copies(item, document) for item in found if item.confidence >= self.config.min_confidence]
        given = [finding_as_given(item, document) for item in sure]
        kept, silenced = self._after_ignores(document, given)
        return DocumentReport(
            document=document,
            findings=tuple(sorted(kept, key=lambda item: (item.span, item.rule))),
            claims=tuple(judgement_as_given(item, document) for item in claims),
            links=tuple(link_as_given(link, document) for link in links),
            ignored=silenced,
            signature=self.signature(day),
        )

    def claims(self, document: Document | str) -> tuple[Judgement, ...]:
        """The claims of a document with their verdicts."""
        return self.check(document).claims

    def signature(self, day: PartialDate | None) -> str:
        """What a result depends on besides the text: version, list, reader and date."""
        return f"copydesk:{__version__}|entities:{self.entities.signature}|reader:rules|date:{day or 'unknown'}"

    def _read(
        self, document: Document, day: PartialDate | None, source: SourceText | None
    ) -> tuple[tuple[Link, ...], tuple[Judgement, ...]]:
        scanned = scan(document, self._linker.lexicon)
        mentions = [mention for sentence in scanned for mention in sentence.mentions]
        bodies = {ident for sentence in scanned for ident in sentence.bodies}
        links = self._linker.link(document.reading.text, mentions, day, bodies, source)
        of_subject = {link.mention.span: link for link in links}
        claims = extract_claims(scanned, links, self._linker.lexicon)
        judged = (
            judge(claim, of_subject.get(claim.subject.span) if claim.subject.span else None, day, self.entities)
            for claim in claims
        )
        return links, tuple(judged)

    def _after_ignores(self, document: Document, found: Iterable[Finding]) -> tuple[list[Finding], int]:
        """The findings that no ignore comment covers and how many were silenced; unused comments are findings too."""
        kept: list[Finding] = []
        used: set[Ignore] = set()
        silenced = 0
        for finding in found:
            covering = [ignore for ignore in document.ignores if _silences(ignore, finding)]
            used.update(covering)
            silenced += bool(covering)
            if not covering:
                kept.append(finding)
        if self.config.selects("CPD001"):
            kept += unused(document, tuple(ignore for ignore in document.ignores if ignore not in used))
        return kept, silenced


def _silences(ignore: Ignore, finding: Finding) -> bool:
    inside = ignore.scope.start <= finding.span.start < ignore.scope.end
    return inside and (not ignore.rules or any(finding.rule.startswith(rule) for rule in ignore.rules))
