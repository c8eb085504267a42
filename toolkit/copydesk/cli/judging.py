"""One run of ``copydesk claims``: settings, lists, then document by document."""

from __future__ import annotations

from copydesk.cli.inputs import documents, lists, settings
from copydesk.cli.options import ORIGIN, ClaimOptions
from copydesk.cli.printer import opened
from copydesk.core.claim import Judgement, Verdict
from copydesk.core.document import Document
from copydesk.core.report import DocumentReport
from copydesk.desk import Desk
from copydesk.reader.read import NONE as NO_READER

#: what judging claims has no use for, and what must not stop it by being broken
_UNUSED = {"reader": NO_READER, "baseline": ()}


def run(options: ClaimOptions) -> int:
    """Print the claims of everything that was asked for and give the exit status."""
    with opened(options) as printer:
        config = settings(options, printer)
        entities = lists(config, options, printer)
        printer.style.known.load(entities)
        desk = Desk(entities, config.overridden(ORIGIN, _UNUSED))
        printer.tally.sign(desk.signature(options.as_of or config.date))
        for document in documents(options, config, printer):
            printer.report(_judged(document, desk, options))
        printer.end()
        if printer.tally.errors:
            return 2
        return int(bool(printer.tally.verdicts[Verdict.REFUTED.value]) and not options.exit_zero)


def _judged(document: Document, desk: Desk, options: ClaimOptions) -> DocumentReport:
    day = options.as_of or (document.date.value if document.date else None)
    found = desk.claims(document, as_of=options.as_of)
    return DocumentReport(
        document=document, claims=tuple(item for item in found if _wanted(item, options)), signature=desk.signature(day)
    )


def _wanted(item: Judgement, options: ClaimOptions) -> bool:
    verdict = not options.verdict or item.verdict.value in options.verdict
    return verdict and (not options.relation or item.claim.relation in options.relation)
