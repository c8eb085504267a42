"""``copydesk config``: which settings are in force."""

from __future__ import annotations

import click


@click.group()
def config() -> None:
    """Look at the settings."""


_EPILOG = """\b
Examples:
  copydesk config show
  copydesk config show --config configs/strict.toml news/
"""


@config.command(epilog=_EPILOG)
@click.argument("path", metavar="[PATH]", default=".")
@click.option("--config", "file", metavar="FILE", help="Read this settings file instead of the nearest.")
def show(path: str, file: str | None) -> None:
    """Print the settings in force for PATH as TOML, each with where it comes from."""
    from copydesk.cli.options import start_of
    from copydesk.config import load_config
    from copydesk.render.settings import settings_toml

    click.echo(settings_toml(load_config(file, start_of(path))), nl=False)
