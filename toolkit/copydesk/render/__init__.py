"""Results as text for people and programs: one format a file."""

from __future__ import annotations

from copydesk.render.base import Renderer, Style, View
from copydesk.render.concise import Concise
from copydesk.render.jsonfmt import Json, JsonLines
from copydesk.render.tally import Tally
from copydesk.render.text import Text

FORMATS: dict[str, type[Text | Concise | Json | JsonLines]] = {
    "text": Text,
    "concise": Concise,
    "json": Json,
    "jsonl": JsonLines,
}


def renderer(name: str, style: Style) -> Renderer:
    """The printer of a format."""
    return FORMATS[name](style)


__all__ = ["FORMATS", "Renderer", "Style", "Tally", "View", "renderer"]
