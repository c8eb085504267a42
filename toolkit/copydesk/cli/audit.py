"""``copydesk audit``: what reviewers' judgements say of the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from copydesk.review.decision import Decision

_EPILOG = """\b
Examples:
  copydesk audit judgements.jsonl
  copydesk audit ann.jsonl ben.jsonl            two people, and how far they agree
  copydesk audit --format json judgements.jsonl

Exit status: 0 done, 2 a file could not be read.
"""


@click.command(epilog=_EPILOG)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="Tables for reading, or one JSON object.")  # fmt: skip
@click.pass_context
def audit(ctx: click.Context, files: tuple[str, ...], form: str) -> None:
    """Say how precise each rule was, by the judgements of those who reviewed its findings.

    For each rule: counts, precision with a 95% interval, and what another threshold of confidence would keep. For each two
    people: how far they agree, and where they do not. A finding that was judged several times counts once, by the last answer
    of each person.
    """
    from copydesk.cli.plain import written
    from copydesk.render.audit import audit_json, audit_text
    from copydesk.review.auditing import audit as audited
    from copydesk.review.signing import signature_of
    from copydesk.version import __version__

    good, decisions = _read(files)
    if good:
        signature = f"copydesk:{__version__}|judgements:{signature_of(good)}"
        found = audited(decisions)
        written([audit_json(found, signature)] if form == "json" else audit_text(found, signature), json=form == "json")
    if len(good) < len(files):
        ctx.exit(2)


def _read(files: tuple[str, ...]) -> tuple[list[str], list[Decision]]:
    """The files that can be read, and all their decisions; what is wrong with the others goes to standard error."""
    from copydesk.errors import ReviewError
    from copydesk.render.visible import visible
    from copydesk.review.reading import read_judgements

    good: list[str] = []
    decisions: list[Decision] = []
    for file in files:
        try:
            found = read_judgements(file)
        except ReviewError as error:
            click.echo(f"copydesk: error: {visible(str(error))}", err=True)
            continue
        for torn in found.torn:
            click.echo(f"copydesk: {visible(str(torn))}", err=True)
        good.append(file)
        decisions += found.decisions
    return good, decisions
