"""``copydesk entities build``: the default list, or one like it, from the seeds and the published sources."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from copydesk.entities.build import Built

_EPILOG = """\b
Examples:
  copydesk entities build                                   configs/entities.toml, ../shared/data
  copydesk entities build --data ~/public-data -o mine.sqlite
  copydesk check article.txt --no-default-entities --entities mine.sqlite
"""


@click.command(epilog=_EPILOG)
@click.option("--config", type=click.Path(path_type=Path), default=Path("configs/entities.toml"), show_default=True,
              help="Which sources, the most trusted first, and how far each is trusted.")  # fmt: skip
@click.option("--data", type=click.Path(path_type=Path), default=Path("../shared/data"), show_default=True,
              help="The folder that the sources' files lie in.")  # fmt: skip
@click.option("--output", "-o", type=click.Path(path_type=Path), default=None,
              help="The list to write, whole or not at all; else the list that the package ships.")  # fmt: skip
@click.option("--examples", is_flag=True, help="Also print the first refused rows of each reason.")
@click.option("--quiet", "-q", is_flag=True, help="Print the last line only.")
def build(config: Path, data: Path, output: Path | None, examples: bool, quiet: bool) -> None:
    """Build a reference list from the seeds and the published sources of a recipe.

    Prints for every source how many rows were read, and how many records were kept, merged or refused and why.
    An interrupted build leaves the old list as it was.
    """
    from copydesk.entities.build import build as built
    from copydesk.entities.recipe import read_recipe
    from copydesk.entities.store import DEFAULT

    out = output or DEFAULT
    made = built(read_recipe(config), data, out, say=_say if sys.stderr.isatty() and not quiet else lambda _: None)
    if not quiet:
        _print_sources(made, examples)
    digest = hashlib.sha256(out.read_bytes()).hexdigest()
    click.echo(f"{out.name}: {made.entities} entities, {made.facts} facts, {made.signature}, sha256 {digest}")


def _say(step: str) -> None:
    click.echo(f"\r\033[K{step} …", nl=False, err=True)


def _print_sources(made: Built, examples: bool) -> None:
    from copydesk.render.visible import visible

    for name, merged in made.by_source.items():
        facts = ", ".join(f"{n} {what}" for what, n in sorted(merged.facts.items())) or "none"
        click.echo(f"{name}: {merged.tally.rows} rows; entities: {merged.kept} kept, {merged.merged} merged; facts: {facts}")
        for reason, n in merged.tally.refused.most_common():
            click.echo(f"  refused {n}: {reason}")
            for example in merged.tally.examples[reason] if examples else ():
                click.echo(f"    {visible(example)}")
