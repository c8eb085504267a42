"""``copydesk claims``: the options, and one pass over the files."""

from __future__ import annotations

from typing import Any

import click

from copydesk.cli.options import ClaimOptions
from copydesk.cli.shared import of_lists, of_output, uses_of
from copydesk.cli.types import date, several_of
from copydesk.core.claim import RELATIONS, Verdict
from copydesk.render.formats import CLAIM_FORMATS

_EPILOG = """\b
Examples:
  copydesk claims article.txt
  copydesk claims --as-of 2020-11-28 --verdict refuted,contested news/
  copydesk claims --relation role --format csv -o claims.csv news/
  copydesk claims --verdict supported --format ftm news/ > offices.ftm.json

Exit status: 0 nothing refuted, 1 something refuted, 2 some input could not be read.
"""


@click.command(epilog=_EPILOG)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--format", type=click.Choice(list(CLAIM_FORMATS)), default="table", show_default=True,
              help=uses_of(CLAIM_FORMATS))  # fmt: skip
@of_lists
@click.option("--as-of", metavar="DATE", type=date,
              help="The day that claims are judged at, not each article's own: YYYY, YYYY-MM or YYYY-MM-DD.")  # fmt: skip
@click.option("--verdict", metavar="VERDICT,...", multiple=True, type=several_of(tuple(Verdict), "verdict"),
              help=f"Only claims with these verdicts: {', '.join(Verdict)}. Repeatable.")  # fmt: skip
@click.option("--relation", metavar="RELATION,...", multiple=True, type=several_of(RELATIONS, "relation"),
              help=f"Only claims of these kinds: {', '.join(RELATIONS)}. Repeatable.")  # fmt: skip
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even when something is refuted. Errors still exit with 2.")
@of_output(CLAIM_FORMATS)
@click.option("--quiet", "-q", is_flag=True, help="Only claims and errors: no counts or progress.")
@click.pass_context
def claims(
    ctx: click.Context, /, verdict: tuple[frozenset[str], ...], relation: tuple[frozenset[str], ...], **given: Any
) -> None:
    """Print what articles claim and what the reference list says to it: who holds which office, what lies where.

    Each claim is supported, refuted, contested (serious sources disagree) or not decided, with the reason, the probability that
    the verdict is right, and the rows that it rests on. PATH is a file, a folder, a pattern, or - for standard input. Claims
    that a filter leaves out do not count for the exit status. No reader and no rule is run.
    """
    options = ClaimOptions(verdict=frozenset().union(*verdict), relation=frozenset().union(*relation), **given)
    from copydesk.cli.judging import run

    ctx.exit(run(options))
