"""``copydesk check``: the options, and one pass over the files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from copydesk.cli.options import Options
from copydesk.cli.shared import of_lists, of_output, uses_of
from copydesk.cli.types import codes, date
from copydesk.render import FORMATS

_EPILOG = """\b
Examples:
  copydesk check article.txt
  copydesk check news/ "archive/**/*.html"      folders and patterns
  curl -s URL | copydesk check -                standard input
  copydesk check --select NAM --links article.txt
  copydesk check --source article.ru.txt article.txt
  copydesk check --spans xcomet.json --select TRN article.txt
  copydesk check --baseline judgements.jsonl news/
  copydesk check --format html -o report.html article.txt
  copydesk check --format html -o report news/
  copydesk check --diff --unsafe-fixes article.txt

Exit status: 0 no findings, 1 findings, 2 some input could not be checked.
With --diff, 1 means that something would change.
"""


@click.command(epilog=_EPILOG)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--format", type=click.Choice(list(FORMATS)), default="text", show_default=True,
              help=uses_of(FORMATS))  # fmt: skip
@of_lists
@click.option("--select", metavar="RULE,...", multiple=True, type=codes,
              help="Only these rules: codes, beginnings of codes (NAM), or ALL. Repeatable.")  # fmt: skip
@click.option("--ignore", metavar="RULE,...", multiple=True, type=codes,
              help="Leave these rules out; the longer of two matching codes wins. Repeatable.")  # fmt: skip
@click.option("--min-confidence", metavar="NUMBER", type=click.FloatRange(0, 1),
              help="Leave findings below this probability out (0 to 1).")  # fmt: skip
@click.option("--date", metavar="DATE", type=date, help="The day the articles speak from: YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--source", metavar="FILE",
              help="The text that the article was translated from, line by line or paragraph by paragraph.")  # fmt: skip
@click.option("--reader", metavar="NAME_OR_PATH",
              help="The model that marks errors: default, none, a folder, or a Hugging Face checkpoint.")  # fmt: skip
@click.option("--spans", metavar="FILE",
              help="Errors that another tool marked in the article, instead of the reader's: xCOMET JSON, a WMT table, "
              "mt-metrics-eval ratings, or findings as JSON lines.")  # fmt: skip
@click.option("--baseline", metavar="FILE", multiple=True,
              help="Report only what is new: leave out what was judged wrong in this file of judgements, or what this "
              "earlier run (--format jsonl) found. Repeatable.")  # fmt: skip
@click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing.")
@click.option("--fix", is_flag=True, help="Write the safe fixes into the files.")
@click.option(
    "--unsafe-fixes", is_flag=True, help="With --fix or --diff: also fixes that may change the meaning, such as names."
)
@click.option("--mentions", is_flag=True, help="Show the names found, by what they were taken for, instead of findings.")
@click.option("--links", is_flag=True, help="Show every name with its candidates, probabilities and reasons.")
@click.option("--sentences", is_flag=True, help="Show how well each sentence reads, instead of findings.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even when there are findings. Errors still exit with 2.")
@of_output(FORMATS)
@click.option("--quiet", "-q", is_flag=True, help="Only findings and errors: no claims, counts or progress.")
@click.pass_context
def check(ctx: click.Context, /, **given: Any) -> None:
    """Check articles: .txt, .md and .html files, folders, patterns, or - for standard input.

    Findings go to standard output, errors to standard error. One file that fails never stops the others.
    """
    options = Options(**given)
    _refuse_what_contradicts(options)
    from copydesk.cli.run import run

    ctx.exit(run(options))


def _refuse_what_contradicts(options: Options) -> None:
    views = [name for name in ("mentions", "links", "sentences") if getattr(options, name)]
    if len(views) > 1:
        raise click.UsageError(f"--{views[0]} and --{views[1]} are two views; give one of them")
    if options.diff and views:
        raise click.UsageError(f"--diff shows changes only; leave --{views[0]} out")
    if options.diff and not FORMATS[options.format].for_people:
        raise click.UsageError(f"--diff prints a diff; it cannot be printed as {options.format}")
    if views and not FORMATS[options.format].views:
        able = ", ".join(name for name, form in FORMATS.items() if form.views)
        raise click.UsageError(f"--{views[0]} cannot be printed as {options.format}; use one of {able}")
    if options.form.folder and options.several and not _names_folder(options.output):
        raise click.UsageError(f"{options.format} makes a page an article; name a folder for them, --output FOLDER")
    for name in ("source", "spans"):
        if getattr(options, name) is not None and (len(options.paths) > 1 or Path(options.paths[0]).is_dir()):
            raise click.UsageError(f"--{name} belongs to one article; check the others by themselves")
    if options.spans is not None and options.writes:
        raise click.UsageError("--spans belongs to the text as it is; leave --fix out, or use --diff")
    if options.unsafe_fixes and not (options.fix or options.diff):
        raise click.UsageError("--unsafe-fixes needs --fix or --diff")


def _names_folder(output: str | None) -> bool:
    """Whether something can be the name of a folder of pages."""
    return output is not None and Path(output).suffix not in (".html", ".htm") and not Path(output).is_file()
