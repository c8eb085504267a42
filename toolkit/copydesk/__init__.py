"""copydesk: catches garbled names, likely mistranslations and false claims in machine-translated English news.

    >>> import copydesk
    >>> desk = copydesk.Desk()
    >>> report = desk.check(copydesk.read_document("article.txt"))

Nothing heavy is imported until a desk is made; torch and transformers are not needed for checking.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from copydesk.version import __version__

if TYPE_CHECKING:
    from copydesk.config import Config as Config
    from copydesk.config import load_config as load_config
    from copydesk.core.claim import Claim as Claim
    from copydesk.core.claim import Judgement as Judgement
    from copydesk.core.dates import PartialDate as PartialDate
    from copydesk.core.document import Document as Document
    from copydesk.core.entity import Entity as Entity
    from copydesk.core.entity import Fact as Fact
    from copydesk.core.finding import Finding as Finding
    from copydesk.core.mention import Link as Link
    from copydesk.core.mention import Mention as Mention
    from copydesk.core.report import DocumentReport as DocumentReport
    from copydesk.core.span import Span as Span
    from copydesk.desk import Desk as Desk
    from copydesk.entities import EntityList as EntityList
    from copydesk.entities import load_entities as load_entities
    from copydesk.errors import CopydeskError as CopydeskError
    from copydesk.text import parse_document as parse_document
    from copydesk.text import read_document as read_document

_HOMES = {
    "Claim": "core.claim",
    "Config": "config",
    "CopydeskError": "errors",
    "Desk": "desk",
    "Document": "core.document",
    "DocumentReport": "core.report",
    "Entity": "core.entity",
    "EntityList": "entities",
    "Fact": "core.entity",
    "Finding": "core.finding",
    "Judgement": "core.claim",
    "Link": "core.mention",
    "Mention": "core.mention",
    "PartialDate": "core.dates",
    "Span": "core.span",
    "load_config": "config",
    "load_entities": "entities",
    "parse_document": "text",
    "read_document": "text",
}

__all__ = ["__version__", *_HOMES]


def __getattr__(name: str) -> Any:
    """Import a public name from its home when it is first asked for: ``import copydesk`` itself stays instant."""
    if name not in _HOMES:
        raise AttributeError(f"module 'copydesk' has no attribute {name!r}")
    return getattr(import_module(f"copydesk.{_HOMES[name]}"), name)
