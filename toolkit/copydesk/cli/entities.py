"""``copydesk entities``: reference lists."""

from __future__ import annotations

import click


@click.group()
def entities() -> None:
    """Look at reference lists."""


@entities.command(epilog="\b\nExample:\n  copydesk entities check names.csv offices.jsonl")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--no-default-entities", is_flag=True, help="The lists must stand on their own, without the one that is shipped.")
@click.pass_context
def check(ctx: click.Context, files: tuple[str, ...], no_default_entities: bool) -> None:
    """Validate reference lists and count what they hold.

    Lists given together may refer to each other. Exits with 2 when one is broken.
    """
    from copydesk.cli.lists import validate

    ctx.exit(validate(files, default=not no_default_entities))
