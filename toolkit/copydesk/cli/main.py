"""The command ``copydesk``. Nothing heavy is imported here or in the verbs' modules: ``--help`` must answer at once."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import Any

import click

from copydesk.cli.audit import audit
from copydesk.cli.check import check
from copydesk.cli.claims import claims
from copydesk.cli.entities import entities
from copydesk.cli.review import review
from copydesk.cli.rules import explain, rules
from copydesk.cli.settings import config
from copydesk.errors import CopydeskError
from copydesk.version import __version__

COULD_NOT = 2
_INTERRUPTED = 130
_PIPE_CLOSED = 141

_EPILOG = """\b
Examples:
  copydesk check article.txt
  copydesk check --date 2020-11-28 --entities names.csv news/
  copydesk check --format jsonl news/ > findings.jsonl
  copydesk claims --verdict refuted news/
  copydesk review news/
  copydesk explain NAM101

Exit status: 0 no findings, 1 findings, 2 something could not be done.
"""


class _Verbs(click.Group):
    """Turns what can go wrong into one line and an exit status, for every verb."""

    def invoke(self, ctx: click.Context) -> Any:
        _escape_what_cannot_be_printed()
        try:
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()
        except CopydeskError as error:
            complain(str(error))
            ctx.exit(COULD_NOT)
        except BrokenPipeError:
            _drop_output()
            ctx.exit(_PIPE_CLOSED)
        except OSError as error:
            complain(f"{error.filename or 'output'}: {(error.strerror or 'failed').lower()}")
            ctx.exit(COULD_NOT)
        except KeyboardInterrupt:
            ctx.exit(_INTERRUPTED)


def complain(message: str) -> None:
    """One line on standard error."""
    from copydesk.render.visible import visible

    click.echo(f"copydesk: error: {visible(message)}", err=True)


def _escape_what_cannot_be_printed() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _drop_output() -> None:
    """The reader has gone: let what is still buffered vanish instead of failing again at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(cls=_Verbs, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="copydesk", message="%(prog)s %(version)s")
def cli() -> None:
    """Find garbled names, likely mistranslations and false claims in machine-translated English news."""


for verb in (check, claims, explain, rules, entities, config, review, audit):
    cli.add_command(verb)


def main() -> None:
    """The entry point of the command."""
    cli(prog_name="copydesk")
