"""One run of ``copydesk check``: settings, lists, then document by document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.cli.correct import Corrector
from copydesk.cli.inputs import documents, lists, settings
from copydesk.cli.options import ORIGIN, Options
from copydesk.cli.printer import Printer, opened
from copydesk.config import Config
from copydesk.core.document import Document
from copydesk.core.marking import ErrorSpan
from copydesk.core.report import DocumentReport
from copydesk.desk import Desk
from copydesk.entities import EntityList
from copydesk.errors import CopydeskError, ReaderError
from copydesk.reader.read import NONE as NO_READER
from copydesk.text import read_document
from copydesk.text.source import SourceText, read_source

if TYPE_CHECKING:
    from copydesk.review.baseline import Baseline


def run(options: Options) -> int:
    """Check everything that was asked for and give the exit status."""
    with opened(options) as printer:
        config = settings(options, printer)
        entities = lists(config, options, printer)
        printer.style.known.load(entities)
        desk = _desk(entities, config, options, printer)
        printer.tally.sign(desk.signature(config.date))

        def checked(document: Document) -> DocumentReport:
            source, marks = _source(document, options, printer), _marks(document, options, printer)
            return desk.check(document, source=source, marks=marks)

        corrector = Corrector(options, printer, lambda path: checked(read_document(path, date=config.date)))
        for document in documents(options, config, printer):
            corrector.take(checked(document))
        if not options.diff:
            printer.end()
        corrector.end()
        return _status(options, printer, corrector)


def _status(options: Options, printer: Printer, corrector: Corrector) -> int:
    """2 where something could not be done, else 1 for findings or, with ``--diff``, for changes."""
    if printer.tally.errors:
        return 2
    found = corrector.fixed if options.diff else printer.tally.findings
    return int(bool(found) and not options.exit_zero)


def _desk(entities: EntityList, config: Config, options: Options, printer: Printer) -> Desk:
    """The desk. A reader that cannot be opened is reported and left out, unless articles are to be written."""
    baseline = _baseline(config, options, printer)
    try:
        return Desk(entities, config, baseline=baseline)
    except ReaderError as error:
        if options.writes:
            raise
        printer.problem(error)
        printer.note("going on without a reader")
        return Desk(entities, config.overridden(ORIGIN, {"reader": NO_READER}), baseline=baseline)


def _baseline(config: Config, options: Options, printer: Printer) -> Baseline | None:
    """What is known already. A file that is broken is reported and left out, unless articles are to be written."""
    if not config.baseline:
        return None
    from copydesk.review.baseline import read_each

    baseline, errors = read_each(config.baseline)
    for error in errors:
        if options.writes:
            raise error
        printer.problem(error)
        printer.note(f"going on without {error.where}")
    for torn in baseline.torn:
        printer.note(str(torn))
    return baseline


def _source(document: Document, options: Options, printer: Printer) -> SourceText | None:
    """The text that a document was translated from. One that cannot be read or does not fit is reported and left out."""
    if options.source is None:
        return None
    try:
        return read_source(options.source, document)
    except CopydeskError as error:
        if options.writes:
            raise
        printer.problem(error)
        printer.note(f"going on without {options.source}")
        return None


def _marks(document: Document, options: Options, printer: Printer) -> tuple[ErrorSpan, ...] | None:
    """The errors that another tool marked in a document. A file that cannot be read or does not fit is left out."""
    if options.spans is None:
        return None
    from copydesk.mqm.spans import read_spans

    try:
        return read_spans(options.spans, document.text)
    except CopydeskError as error:
        printer.problem(error)
        printer.note(f"going on without {options.spans}")
        return None
