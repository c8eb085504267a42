"""One run of ``copydesk review``: what was asked for becomes a workplace, which is served until Ctrl-C."""

from __future__ import annotations

import getpass
import webbrowser
from collections.abc import Iterator
from pathlib import Path
from secrets import token_urlsafe

import click

from copydesk.cli.options import ORIGIN, start_of
from copydesk.config import Config, load_config
from copydesk.core.dates import PartialDate
from copydesk.core.report import Failure
from copydesk.errors import ConfigError
from copydesk.render.visible import visible
from copydesk.review.app.bench import Bench
from copydesk.review.app.serving import listening, serve
from copydesk.review.app.workplace import Workplace
from copydesk.text import expand_paths

_JUDGEMENTS = "copydesk-judgements.jsonl"


def run(
    *, paths: tuple[str, ...], entities: tuple[str, ...], default_entities: bool | None, date: PartialDate | None,
    reader: str | None, config: str | None, judgements: str | None, who: str | None, spellings: str | None, port: int,
    opens: bool,
) -> None:  # fmt: skip
    """Serve the review. Raises CopydeskError where it cannot start."""
    start = start_of(paths[0]) if paths else Path()
    settings = load_config(config, start)
    given = {"entities": entities or None, "default-entities": default_entities, "date": date, "reader": reader}
    settings = settings.overridden(ORIGIN, {key: value for key, value in given.items() if value is not None})
    kept = Path(judgements) if judgements is not None else start / _JUDGEMENTS
    bench = Bench(settings, spellings)
    work = Workplace([*_articles(paths, settings)], bench, judgements=kept, who=_person(who), token=token_urlsafe(32))
    for torn in work.book.said().torn:
        _note(str(torn))
    with listening(port) as at:
        serve(work, at, lambda address: _ready(address, kept, opens))


def _articles(paths: tuple[str, ...], settings: Config) -> Iterator[str]:
    """The files to review; what names none is told."""
    for found in expand_paths(paths):
        if found == "-":
            raise click.UsageError("a review needs files: paste the text into the page instead")
        if isinstance(found, Failure):
            _note(f"error: {found.message}")
        elif found in paths or not settings.excludes(found):
            yield found


def _person(who: str | None) -> str:
    if who is not None and who.strip():
        return " ".join(who.split())
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        raise ConfigError("nobody is logged in by name", where=ORIGIN, remedy="say who reviews: --who NAME") from None


def _ready(address: str, kept: Path, opens: bool) -> None:
    click.echo(f"Review at {address}  (Ctrl-C ends it; answers go to {visible(str(kept))})")
    if opens:
        webbrowser.open(address)


def _note(words: str) -> None:
    click.echo(f"copydesk: {visible(words)}", err=True)
