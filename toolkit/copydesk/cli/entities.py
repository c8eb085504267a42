"""``copydesk entities``: build, check, search, show, count, import and export reference lists."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from copydesk.cli.build import build
from copydesk.cli.types import date

if TYPE_CHECKING:
    from copydesk.core.dates import PartialDate
    from copydesk.entities.listing import EntityList

_KINDS = click.Choice(["person", "place", "organization"])


@click.group()
def entities() -> None:
    """Look at reference lists, build them, and move them to and from other formats."""


def _of_lists(command: Callable[..., Any]) -> Callable[..., Any]:
    """The two options that say which lists are meant."""
    command = click.option("--no-default-entities", is_flag=True, help="Leave the list that the package ships out.")(command)
    return click.option("--entities", "lists", metavar="FILE", multiple=True,
                        help="A list (.csv, .jsonl, .sqlite) over the default one. Repeatable.")(command)  # fmt: skip


def _loaded(lists: tuple[str, ...], no_default_entities: bool) -> EntityList:
    from copydesk.entities import load_entities

    return load_entities(*lists, default=not no_default_entities)


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


_SEARCH = """\b
Examples:
  copydesk entities search "Nicole Pasinyan"
  copydesk entities search Пашинян --date 2020-11-28
  copydesk entities search Ganja --kind place --format jsonl

Exit status: 0 something was found, 1 nothing was, 2 a list could not be read.
"""


@entities.command(epilog=_SEARCH)
@click.argument("name")
@click.option("--date", "day", metavar="DATE", type=date, help="Say which offices were held then: YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--kind", type=_KINDS, help="Only persons, places or organisations.")
@click.option(
    "--limit", type=click.IntRange(0, 1000), default=5, show_default=True, help="At most so many names that are like it."
)
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True,
              help="For reading, or one JSON object an entity.")  # fmt: skip
@_of_lists
@click.pass_context
def search(
    ctx: click.Context, name: str, day: PartialDate | None, kind: str | None, limit: int, form: str,
    lists: tuple[str, ...], no_default_entities: bool,
) -> None:  # fmt: skip
    """Find entities by name: those called exactly so in any script, then those with names like it."""
    from copydesk.cli.look_up import found, search_lines, search_text, written
    from copydesk.core.entity import Kind

    loaded = _loaded(lists, no_default_entities)
    exact, near = found(loaded, name, Kind(kind) if kind else None, limit)
    lines = (search_text if form == "text" else search_lines)(loaded, exact, near, day)
    if not written(lines):
        click.echo("copydesk: nothing has a name like it", err=True)
        ctx.exit(1)


@entities.command(epilog="\b\nExample:\n  copydesk entities show nikol-pashinyan --date 2020-11-28")
@click.argument("ident", metavar="ID")
@click.option("--date", "day", metavar="DATE", type=date, help="Say which offices were held then.")
@click.option("--all", "every", is_flag=True, help="All who ever held an office of a body, not only the last.")
@_of_lists
def show(ident: str, day: PartialDate | None, every: bool, lists: tuple[str, ...], no_default_entities: bool) -> None:
    """Show everything about one entity: forms, facts with dates and sources, and who held its offices."""
    from copydesk.cli.look_up import show as shown
    from copydesk.cli.look_up import written

    written(shown(_loaded(lists, no_default_entities), ident, day, every=every))


@entities.command(epilog="\b\nExample:\n  copydesk entities stats --entities mine.csv --no-default-entities")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="Short tables, or all counts as one JSON object.")  # fmt: skip
@_of_lists
def stats(form: str, lists: tuple[str, ...], no_default_entities: bool) -> None:
    """Count what a list holds: entities, forms of names, facts, sources, and how old open tenures are."""
    from copydesk.cli.look_up import stats as counts_of
    from copydesk.cli.look_up import stats_text, written
    from copydesk.render.visible import json_line

    loaded = _loaded(lists, no_default_entities)
    counts = counts_of(loaded)
    if form == "json":
        click.echo(json_line({"schema": 1, "type": "stats", "signature": loaded.signature, **counts}))
    else:
        written(stats_text(loaded, counts))


_IMPORT = """\b
Examples:
  copydesk entities import entities.ftm.json -o opensanctions.sqlite
  copydesk entities import latest-all.json.bz2 --as-of 2026-11-01 -o wikidata.sqlite
  copydesk entities import query.csv --from sparql --lenient -o mine.sqlite
  copydesk check article.txt --entities mine.sqlite
"""


@entities.command("import", epilog=_IMPORT)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--output", "-o", metavar="FILE", required=True, type=click.Path(path_type=Path),
              help="The built list (.sqlite) to write, whole or not at all.")  # fmt: skip
@click.option("--from", "form", type=click.Choice(["ftm", "wikidata", "sparql"]),
              help="FollowTheMoney, a Wikidata dump, or CSV of a Wikidata query; else told from the first line.")  # fmt: skip
@click.option(
    "--as-of", metavar="DATE", type=date, help="The day on which the files were right: open offices are believed up to it."
)
@click.option("--offices", metavar="FILE", help="A CSV table (qid,role,object,title) of positions whose label says too little.")
@click.option("--kind", "kinds", type=_KINDS, multiple=True, help="Only entities of this kind. Repeatable.")
@click.option("--lenient", is_flag=True, help="Leave broken rows out and count them, instead of ending at the first.")
@click.option("--quiet", "-q", is_flag=True, help="No progress.")
def import_(
    files: tuple[str, ...], output: Path, form: str | None, as_of: PartialDate | None, offices: str | None,
    kinds: tuple[str, ...], lenient: bool, quiet: bool,
) -> None:  # fmt: skip
    """Read lists of other formats, plain, .gz or .bz2, into one that copydesk opens at once.

    Files are streamed: they may be larger than memory. Positions and countries are matched with the default list.
    """
    from copydesk.cli.transfer import import_lists
    from copydesk.core.entity import Kind
    from copydesk.entities import load_entities

    if output.suffix.lower() != ".sqlite":
        raise click.UsageError("--output must end in .sqlite; export the list afterwards for other formats")
    import_lists(
        files, output, load_entities(), form=form, offices=offices, strict=not lenient, as_of=as_of,
        kinds=tuple(map(Kind, kinds)) or None, quiet=quiet,
    )  # fmt: skip


_EXPORT = """\b
Examples:
  copydesk entities export --to csv -o lists/world           lists/world.entities.csv, .facts.csv, .forms.csv
  copydesk entities export --to ftm --country AM -o armenia.ftm.json
"""


@entities.command(epilog=_EXPORT)
@click.option("--to", type=click.Choice(["csv", "jsonl", "ftm"]), required=True,
              help="Three CSV tables, JSON Lines, or FollowTheMoney JSON lines.")  # fmt: skip
@click.option("--output", "-o", metavar="FILE", required=True, type=click.Path(path_type=Path),
              help="The file to write, whole or not at all; for csv the path that the three names begin with.")  # fmt: skip
@click.option("--country", metavar="CODE", help="Only entities of this country (ISO 3166 alpha-2).")
@click.option("--kind", type=_KINDS, help="Only persons, places or organisations.")
@_of_lists
def export(
    to: str, output: Path, country: str | None, kind: str | None, lists: tuple[str, ...], no_default_entities: bool
) -> None:
    """Write a list in a format that other programs read, and that copydesk reads back to the same list."""
    from copydesk.cli.transfer import export_list
    from copydesk.core.entity import Kind

    loaded = _loaded(lists, no_default_entities)
    export_list(loaded, to, output, country=country, kind=Kind(kind) if kind else None)


entities.add_command(build)
