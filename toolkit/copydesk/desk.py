"""The whole flow: a document in, a report out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from copydesk.checks import CHECKS
from copydesk.checks.base import Proof
from copydesk.checks.cpd001_unused_ignore import unused
from copydesk.checks.marked import without_repeats
from copydesk.claims import extract_claims, judge
from copydesk.config import DEFAULT_MIN_CONFIDENCE, Config
from copydesk.copies import with_copies
from copydesk.core.claim import Judgement
from copydesk.core.dates import PartialDate
from copydesk.core.document import Document, Ignore
from copydesk.core.finding import Finding
from copydesk.core.marking import ErrorSpan
from copydesk.core.mention import Link
from copydesk.core.report import DocumentReport
from copydesk.entities import EntityList, load_entities
from copydesk.given import finding_as_given, judgement_as_given, link_as_given, mark_as_given, mark_as_read, quality_as_given
from copydesk.linking import Linker
from copydesk.reader.mentions import scan
from copydesk.reader.policy import judged
from copydesk.reader.read import NONE, Marked, Reader
from copydesk.text import parse_document
from copydesk.text.sentences import in_pieces
from copydesk.text.source import SourceText
from copydesk.version import __version__

if TYPE_CHECKING:
    from copydesk.review.baseline import Baseline

#: what a signature says of marks that took the place of the reader's
_GIVEN = "|spans:given"


class Desk:
    """Checks documents against one reference list with one configuration. Making it loads the list; reuse it.

    ``reader`` is what marks errors in the text; without it, that of the configuration. It is loaded with the first document.
    Raises ReaderError where there is none, unless the configuration says ``none``. ``baseline`` is what is known already and
    not reported; without it, that of the configuration. Raises ReviewError where one of its files is broken.
    """

    def __init__(
        self,
        entities: EntityList | None = None,
        config: Config | None = None,
        reader: Reader | None = None,
        baseline: Baseline | None = None,
    ) -> None:
        self.config = config or Config()
        self.entities = entities if entities is not None else load_entities()
        self._linker = Linker(self.entities)
        self.reader = reader if reader is not None else _reader(self.config)
        self.baseline = baseline if baseline is not None else _baseline(self.config)

    def check(
        self, document: Document | str, source: SourceText | None = None, marks: Sequence[ErrorSpan] | None = None
    ) -> DocumentReport:
        """Everything there is to say about a document (or a plain text); offsets refer to the text as given.

        ``source`` is the text that it was translated from (`copydesk.text.source`): names in it are evidence. ``marks`` are
        errors that another tool found in the text as given; they take the place of those that the reader finds.
        """
        document = self._parsed(document)
        day = document.date.value if document.date else None
        proof = self._proof(document, day, source, marks)
        found = [item for check in CHECKS if self.config.selects(check.code) for item in check.run(proof)]
        sure = without_repeats(item for item in found if item.confidence >= self.config.min_confidence)
        given = [finding_as_given(with_copies(item, document), document) for item in sure]
        kept, ignored = self._after_ignores(document, given)
        new = kept if self.baseline is None else self.baseline.left(kept, document.text)
        return DocumentReport(
            document=document,
            findings=tuple(sorted(new, key=lambda item: (item.span, item.rule))),
            claims=tuple(judgement_as_given(item, document) for item in proof.claims),
            links=tuple(link_as_given(link, document) for link in proof.links),
            sentences=tuple(quality_as_given(sentence, document) for sentence in proof.sentences),
            marks=tuple(mark_as_given(mark, document) for mark in proof.marks),
            ignored=ignored,
            silenced=None if self.baseline is None else len(kept) - len(new),
            signature=self.signature(day) + (_GIVEN if marks is not None else ""),
        )

    def claims(self, document: Document | str, as_of: PartialDate | None = None) -> tuple[Judgement, ...]:
        """The claims of a document (or a plain text) with their verdicts; offsets refer to the text as given.

        ``as_of`` is the day that they are judged at, instead of the article's; who is meant is still told at the article's,
        where it has one. Neither the reader nor any rule is run.
        """
        document = self._parsed(document)
        day = document.date.value if document.date else None
        _, found = self._read(document, day or as_of, None, as_of or day)
        return tuple(judgement_as_given(item, document) for item in found)

    def _parsed(self, document: Document | str) -> Document:
        return parse_document(document, date=self.config.date) if isinstance(document, str) else document

    def signature(self, day: PartialDate | None) -> str:
        """What a result depends on besides the text: version, list, reader, date and, where there is one, baseline."""
        reader = self.reader.signature if self.reader else NONE
        known = f"|baseline:{self.baseline.signature}" if self.baseline else ""
        return f"copydesk:{__version__}|entities:{self.entities.signature}|reader:{reader}|date:{day or 'unknown'}{known}"

    def _proof(
        self, document: Document, day: PartialDate | None, source: SourceText | None, given: Sequence[ErrorSpan] | None
    ) -> Proof:
        """All that the rules read."""
        links, claims = self._read(document, day, source, day)
        least = self.config.min_confidence
        # unless a threshold was set, the reader has its own: it errs more easily than what rests on a list
        marked = self.reader.read(document, None if least == DEFAULT_MIN_CONFIDENCE else least) if self.reader else Marked()
        marks: Iterable[ErrorSpan] = marked.marks
        if given is not None:
            marks = [mark for mark in (mark_as_read(mark, document) for mark in given) if mark is not None]
        policy, text = dict(self.config.severity), document.reading.text
        return Proof(
            document=document, links=links, claims=claims, sentences=marked.qualities,
            marks=tuple(judged(mark, text, policy) for mark in marks),
        )  # fmt: skip

    def _read(
        self, document: Document, day: PartialDate | None, source: SourceText | None, judged_at: PartialDate | None
    ) -> tuple[tuple[Link, ...], tuple[Judgement, ...]]:
        """Who is meant by the names at the article's day, and what the list says to the claims at another or the same."""
        pieces = tuple(in_pieces(document.sentences, document.reading.text))
        scanned = scan(replace(document, sentences=pieces), self._linker.lexicon)
        mentions = [mention for sentence in scanned for mention in sentence.mentions]
        bodies = {ident for sentence in scanned for ident in sentence.bodies}
        links = self._linker.link(document.reading.text, mentions, day, bodies, source)
        of_subject = {link.mention.span: link for link in links}
        claims = extract_claims(scanned, links, self._linker.lexicon, day)
        verdicts = (
            judge(claim, of_subject.get(claim.subject.span) if claim.subject.span else None, judged_at, self.entities)
            for claim in claims
        )
        return links, tuple(verdicts)

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


def _baseline(config: Config) -> Baseline | None:
    if not config.baseline:
        return None
    from copydesk.review.baseline import Baseline

    return Baseline.read(*config.baseline)


def _reader(config: Config) -> Reader | None:
    return None if config.reader == NONE else Reader.open(config.reader, dict(config.reader_labels))


def _silences(ignore: Ignore, finding: Finding) -> bool:
    inside = ignore.scope.start <= finding.span.start < ignore.scope.end
    return inside and (not ignore.rules or any(finding.rule.startswith(rule) for rule in ignore.rules))
