"""What every verb that reads articles needs: its settings, its lists and the articles, one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.cli.options import ORIGIN, ArticleOptions
from copydesk.cli.printer import Printer
from copydesk.cli.progress import tracked
from copydesk.config import Config, load_config
from copydesk.core.document import Document
from copydesk.core.report import Failure
from copydesk.entities import EntityList, load_entities
from copydesk.errors import ConfigError, CopydeskError, EntityListError
from copydesk.text import expand_paths, read_document


def settings(options: ArticleOptions, printer: Printer) -> Config:
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


def lists(config: Config, options: ArticleOptions, printer: Printer) -> EntityList:
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


def documents(options: ArticleOptions, config: Config, printer: Printer) -> Iterator[Document]:
    """Every input that can be read, in order; the others are reported."""
    found: list[str | Failure] = [
        item
        for item in expand_paths(options.paths)
        if isinstance(item, Failure) or item in options.paths or not (config.excludes(item) or options.made(item))
    ]
    for item in tracked(found, options):
        if isinstance(item, Failure):
            printer.problem(item)
            continue
        try:
            yield read_document(item, date=config.date)
        except CopydeskError as error:
            printer.problem(error)
