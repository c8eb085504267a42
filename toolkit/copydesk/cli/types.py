"""Kinds of option values."""

from __future__ import annotations

from collections.abc import Callable, Collection

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


def several_of(allowed: Collection[str], what: str) -> Callable[[str], frozenset[str]]:
    """Reads some of the allowed values, apart by commas; a usage error for any other. ``-`` is as good as ``_``."""

    def read(value: str) -> frozenset[str]:
        named = [item.strip().lower().replace("-", "_") for item in value.split(",") if item.strip()]
        unknown = next((item for item in named if item not in allowed), None)
        if unknown is not None or not named:
            problem = f"no {what} is named" if unknown is None else f"{unknown!r} is no {what}"
            raise click.BadParameter(f"{problem}; use some of {', '.join(allowed)}")
        return frozenset(named)

    return read
