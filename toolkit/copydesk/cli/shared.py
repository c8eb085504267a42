"""Options that every verb that reads articles takes, each told once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import click

from copydesk.render.formats import Format

Command = Callable[..., Any]


def of_lists(command: Command) -> Command:
    """Which reference lists are used."""
    command = click.option("--default-entities/--no-default-entities", default=None,
                           help="Use the list that the package ships, or not.")(command)  # fmt: skip
    return click.option("--entities", metavar="FILE", multiple=True,
                        help="A reference list (.csv, .jsonl, .sqlite) over the default one. Repeatable.")(command)  # fmt: skip


def of_output(formats: Mapping[str, Format]) -> Callable[[Command], Command]:
    """Which settings are read, where results in one of these formats go and how they look."""
    pages = "; pages of several articles into this folder" if any(form.folder for form in formats.values()) else ""

    def add(command: Command) -> Command:
        for option in (
            click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
                         help="Colours: on a terminal, always or never. NO_COLOR in the environment turns auto off."),
            click.option("--output", "-o", metavar="FILE",
                         help=f"Write the results into this file, whole or not at all{pages}."),
            click.option("--config", metavar="FILE",
                         help="Read this settings file instead of the nearest copydesk.toml or pyproject.toml."),
        ):  # fmt: skip
            command = option(command)
        return command

    return add


def uses_of(formats: Mapping[str, Format]) -> str:
    """The help of ``--format``: each of them and what it is for."""
    return "; ".join(f"{name}: {form.use}" for name, form in formats.items()) + "."
