"""Results as text for people and programs: one format a file. Importing this loads none of them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from copydesk.render.formats import FORMATS, Format

if TYPE_CHECKING:
    from copydesk.render.base import Renderer as Renderer
    from copydesk.render.base import Style as Style
    from copydesk.render.base import View as View
    from copydesk.render.tally import Tally as Tally

_HOMES = {"Renderer": "base", "Style": "base", "View": "base", "Tally": "tally"}

__all__ = ["FORMATS", "Format", "renderer", *_HOMES]


def renderer(name: str, style: Style) -> Renderer:
    """The printer of a format."""
    return FORMATS[name].renderer(style)


def __getattr__(name: str) -> Any:
    """Import a name from its home when it is first asked for: the table of formats itself costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'copydesk.render' has no attribute {name!r}")
    return getattr(import_module(f"copydesk.render.{_HOMES[name]}"), name)
