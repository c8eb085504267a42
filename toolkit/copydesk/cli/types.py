"""Kinds of option values."""

from __future__ import annotations

import click

from copydesk.core.dates import PartialDate


def date(value: str) -> PartialDate:
    """A date of reduced precision; a usage error where there is no such day."""
    try:
        return PartialDate.parse(value)
    except ValueError as error:
        raise click.BadParameter(f"{value!r}: {error}") from None


def codes(value: str) -> tuple[str, ...]:
    """Rule codes separated by commas."""
    named = tuple(code.strip().upper() for code in value.split(",") if code.strip())
    if not named:
        raise click.BadParameter("no rule is named")
    return named
