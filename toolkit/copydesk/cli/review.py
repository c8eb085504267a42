"""``copydesk review``: the report as a page on this machine, with answers."""

from __future__ import annotations

from typing import Any

import click

from copydesk.cli.shared import of_lists
from copydesk.cli.types import date

_EPILOG = """\b
Examples:
  copydesk review article.txt
  copydesk review news/ --who ann --judgements shared/ann.jsonl
  copydesk review --spellings own.forms.csv article.txt
  copydesk review                                only texts that are pasted or dropped

Then: copydesk audit copydesk-judgements.jsonl
Exit status: 0 ended by Ctrl-C, 2 the review could not start.
"""


@click.command(epilog=_EPILOG)
@click.argument("paths", metavar="[PATH...]", nargs=-1)
@of_lists
@click.option("--date", metavar="DATE", type=date, help="The day the articles speak from: YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--reader", metavar="NAME_OR_PATH",
              help="The model that marks errors: default, none, a folder, or a Hugging Face checkpoint.")  # fmt: skip
@click.option("--config", metavar="FILE",
              help="Read this settings file instead of the nearest copydesk.toml or pyproject.toml.")  # fmt: skip
@click.option("--judgements", metavar="FILE",
              help="Where answers are kept; by default copydesk-judgements.jsonl beside the first article.")  # fmt: skip
@click.option("--who", metavar="NAME", help="Whose answers they are; by default the login name.")
@click.option("--spellings", metavar="FILE", help="A .csv table of forms that accepted spellings are added to.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port to listen on; by default any that is free.")
@click.option("--open", "opens", is_flag=True, help="Open the page in a browser.")
def review(**given: Any) -> None:
    """Review what is found in a browser: accept, reject, correct, and mark what was missed.

    The page is served to this machine alone. Every answer is on the disk before it is shown; several people may use one file of
    answers, or one each. Texts that are pasted or dropped are kept in .copydesk-texts beside the answers.
    """
    from copydesk.cli.reviewing import run

    run(**given)
