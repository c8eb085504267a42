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
#: entities of the very same name that are shown at least
_SAME = 10


def _code(value: str) -> str:
    """A country code in capitals; a usage error for what is none."""
    if len(value) != 2 or not (value.isascii() and value.isalpha()):
        raise click.BadParameter(f"{value!r} is not a country code; use two letters of ISO 3166, such as AM")
    return value.upper()


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


_CHECK = """\b
Examples:
  copydesk entities check names.csv offices.jsonl
  copydesk entities check --no-default-entities mine.sqlite

Exit status: 0 all lists are right, 2 one is broken.
"""


@entities.command(epilog=_CHECK)
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
  copydesk entities search Пашинян --date 2020-11-28     which offices were held, unsure, stale or over then
  copydesk entities search Ganja --kind place --format jsonl

Exit status: 0 something was found, 1 nothing was, 2 a list could not be read.
"""


@entities.command(epilog=_SEARCH)
@click.argument("name")
@click.option("--date", "day", metavar="DATE", type=date, help="Say which offices were held then: YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--kind", type=_KINDS, help="Only persons, places or organisations.")
@click.option("--limit", type=click.IntRange(0, 1000), default=5, show_default=True,
              help="At most so many names that are like it, and so many (but at least 10) that are the same.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True,
              help="For reading, or one JSON object an entity.")  # fmt: skip
@_of_lists
@click.pass_context
def search(
    ctx: click.Context, name: str, day: PartialDate | None, kind: str | None, limit: int, form: str,
    lists: tuple[str, ...], no_default_entities: bool,
) -> None:  # fmt: skip
    """Find entities by name: those called exactly so in any script, then those with names like it."""
    from copydesk.cli.look_up import found, search_lines, search_text
    from copydesk.cli.plain import paint, written
    from copydesk.core.entity import Kind

    loaded = _loaded(lists, no_default_entities)
    exact, near = found(loaded, name, Kind(kind) if kind else None, limit)
    most = max(limit, _SAME)
    if form == "jsonl":
        written(search_lines(loaded, exact, near, day, most=most), json=True)
    else:
        written(search_text(loaded, exact, near, day, most=most, paint=paint()))
    if not exact and not near:
        click.echo("copydesk: nothing has this name or one like it", err=True)
        ctx.exit(1)


_SHOW = """\b
Examples:
  copydesk entities show nikol-pashinyan --date 2020-11-28
  copydesk entities show wikidata:Q7035479      by what another data set calls it
  copydesk entities show armenia --all          everyone who ever held an office there
"""


@entities.command(epilog=_SHOW)
@click.argument("ident", metavar="ID")
@click.option("--date", "day", metavar="DATE", type=date, help="Say which offices were held then.")
@click.option("--all", "every", is_flag=True, help="All who held an office of it, not only 30, and all that lies in it.")
@_of_lists
def show(ident: str, day: PartialDate | None, every: bool, lists: tuple[str, ...], no_default_entities: bool) -> None:
    """Show everything about one entity: forms, facts with dates and sources, and who held its offices.

    A date is printed as precise as it is known: 2018, 2018-05 or 2018-05-08. An office without an end holds up to the day on
    which it was last seen.
    """
    from copydesk.cli.look_up import show as shown
    from copydesk.cli.plain import paint, written

    written(shown(_loaded(lists, no_default_entities), ident, day, every=every, paint=paint()))


_STATS = """\b
Examples:
  copydesk entities stats
  copydesk entities stats --entities mine.csv --no-default-entities --format json
"""


@entities.command(epilog=_STATS)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="Short tables, or all counts as one JSON object.")  # fmt: skip
@_of_lists
def stats(form: str, lists: tuple[str, ...], no_default_entities: bool) -> None:
    """Count what a list holds: entities, forms of names, facts, sources, and how old open tenures are."""
    from copydesk.cli.counting import stats as counts_of
    from copydesk.cli.counting import stats_text
    from copydesk.cli.plain import written
    from copydesk.render.visible import json_line

    loaded = _loaded(lists, no_default_entities)
    counts = counts_of(loaded)
    if form == "json":
        written([json_line({"schema": 1, "type": "stats", "signature": loaded.signature, **counts})], json=True)
    else:
        written(stats_text(loaded, counts))


_IMPORT = """\b
Examples:
  copydesk entities import entities.ftm.json -o opensanctions.sqlite
  copydesk entities import latest-all.json.bz2 --as-of 2026-11-01 -o wikidata.sqlite
  copydesk entities import query.csv --from sparql --lenient -o mine.csv     mine.entities.csv, .facts.csv, .forms.csv
  copydesk entities import mine.entities.csv mine.facts.csv -o mine.sqlite
  copydesk check article.txt --entities mine.sqlite
"""


@entities.command("import", epilog=_IMPORT)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--output", "-o", metavar="FILE", required=True, type=click.Path(path_type=Path),
              help="A built list (.sqlite), which opens at once, or tables (.csv, .jsonl); whole or not at all.")  # fmt: skip
@click.option("--from", "form", type=click.Choice(["ftm", "wikidata", "sparql", "csv", "jsonl"]),
              help="FollowTheMoney JSON lines, a Wikidata dump, CSV of a Wikidata query, or tables of copydesk;"
              " else told from the first line.")  # fmt: skip
@click.option(
    "--as-of", metavar="DATE", type=date, help="The day on which the files were right: open offices are believed up to it."
)
@click.option("--offices", metavar="FILE", help="A CSV table (qid,role,object,title) of positions whose label says too little.")
@click.option("--kind", "kinds", type=_KINDS, multiple=True, help="Only entities of this kind. Repeatable.")
@click.option("--lenient", is_flag=True,
              help="Leave broken rows out and count them, but for those of copydesk's own tables.")  # fmt: skip
@click.option("--quiet", "-q", is_flag=True, help="No progress.")
@_of_lists
def import_(
    files: tuple[str, ...], output: Path, form: str | None, as_of: PartialDate | None, offices: str | None,
    kinds: tuple[str, ...], lenient: bool, quiet: bool, lists: tuple[str, ...], no_default_entities: bool,
) -> None:  # fmt: skip
    """Read lists of other formats, plain, .gz or .bz2, into one of copydesk's.

    Files are streamed: they may be larger than memory. Positions and countries are matched with the default list and those
    given with --entities.
    """
    if output.suffix.lower() not in (".sqlite", ".csv", ".jsonl"):
        raise click.UsageError("--output must end in .sqlite, .csv or .jsonl")
    from copydesk.cli.intake import Wanted, import_lists
    from copydesk.core.entity import Kind

    wanted = Wanted(
        form=form, strict=not lenient, as_of=as_of, offices=offices, kinds=tuple(map(Kind, kinds)) or None, quiet=quiet
    )
    import_lists(files, output, _loaded(lists, no_default_entities), wanted)


_EXPORT = """\b
Examples:
  copydesk entities export --to csv -o lists/world           lists/world.entities.csv, .facts.csv, .forms.csv
  copydesk entities export --to ftm --country AM -o armenia.ftm.json
"""


@entities.command(epilog=_EXPORT)
@click.option("--to", type=click.Choice(["csv", "jsonl", "ftm"]), required=True,
              help="Three CSV tables, JSON Lines, or FollowTheMoney JSON lines.")  # fmt: skip
@click.option("--output", "-o", metavar="FILE", required=True, type=click.Path(path_type=Path),
              help="The file to write, whole or not at all; for csv a folder, or how the three names begin.")  # fmt: skip
@click.option("--country", metavar="CODE", type=_code, help="Only entities of this country (ISO 3166 alpha-2).")
@click.option("--kind", type=_KINDS, help="Only persons, places or organisations.")
@_of_lists
def export(
    to: str, output: Path, country: str | None, kind: str | None, lists: tuple[str, ...], no_default_entities: bool
) -> None:
    """Write a list in a format that other programs read, and that copydesk reads back to the same list."""
    from copydesk.cli.transfer import export_list
    from copydesk.core.entity import Kind

    export_list(_loaded(lists, no_default_entities), to, output, country=country, kind=Kind(kind) if kind else None)


entities.add_command(build)
