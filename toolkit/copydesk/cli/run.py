"""One run of ``copydesk check``: settings, lists, then document by document."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.cli.correct import Corrector
from copydesk.cli.options import ORIGIN, Options
from copydesk.cli.printer import Printer, opened
from copydesk.cli.progress import tracked
from copydesk.config import Config, load_config
from copydesk.core.document import Document
from copydesk.core.marking import ErrorSpan
from copydesk.core.report import DocumentReport, Failure
from copydesk.desk import Desk
from copydesk.entities import EntityList, load_entities
from copydesk.errors import ConfigError, CopydeskError, EntityListError, ReaderError
from copydesk.reader.read import NONE as NO_READER
from copydesk.text import expand_paths, read_document
from copydesk.text.source import SourceText, read_source


def run(options: Options) -> int:
    """Check everything that was asked for and give the exit status."""
    with opened(options) as printer:
        config = _settings(options, printer)
        desk = _desk(_lists(config, options, printer), config, options, printer)
        printer.tally.sign(desk.signature(config.date))

        def checked(document: Document) -> DocumentReport:
            source, marks = _source(document, options, printer), _marks(document, options, printer)
            return desk.check(document, source=source, marks=marks)

        corrector = Corrector(options, printer, lambda path: checked(read_document(path, date=config.date)))
        for document in _documents(options, config, printer):
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


def _settings(options: Options, printer: Printer) -> Config:
    """The settings of the file, changed by options. A broken file is reported and the built-in settings take its place.

    Not so when articles are to be written: then it stops the run.
    """
    try:
        config = load_config(options.config, options.start)
    except ConfigError as error:
        if options.writes:
            raise
        printer.problem(error)
        printer.note("going on with the built-in settings")
        config = Config()
    return config.overridden(ORIGIN, options.settings)


def _lists(config: Config, options: Options, printer: Printer) -> EntityList:
    """The reference lists. A broken one is reported and left out, unless articles are to be written."""
    paths = list(config.entities)
    while True:
        try:
            return load_entities(*paths, default=config.default_entities)
        except EntityListError as error:
            if options.writes or error.where not in paths:
                raise
            printer.problem(error)
            printer.note(f"going on without {error.where}")
            paths = [path for path in paths if path != error.where]


def _desk(entities: EntityList, config: Config, options: Options, printer: Printer) -> Desk:
    """The desk. A reader that cannot be opened is reported and left out, unless articles are to be written."""
    try:
        return Desk(entities, config)
    except ReaderError as error:
        if options.writes:
            raise
        printer.problem(error)
        printer.note("going on without a reader")
        return Desk(entities, config.overridden(ORIGIN, {"reader": NO_READER}))


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


def _documents(options: Options, config: Config, printer: Printer) -> Iterator[Document]:
    """Every input that can be read, in order; the others are reported."""
    found: list[str | Failure] = [
        item
        for item in expand_paths(options.paths)
        if isinstance(item, Failure) or item in options.paths or not config.excludes(item)
    ]
    for item in tracked(found, options):
        if isinstance(item, Failure):
            printer.problem(item)
            continue
        try:
            yield read_document(item, date=config.date)
        except CopydeskError as error:
            printer.problem(error)
