"""What all W3C annotations have in common: their collection, their target and the kinds of bodies.

https://www.w3.org/TR/annotation-model/
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5

from copydesk.core.document import Document
from copydesk.core.entity import Entity
from copydesk.core.span import Span
from copydesk.render.uris import file_uri
from copydesk.render.visible import json_line
from copydesk.render.wire import Wire
from copydesk.version import __version__

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
#: code points quoted on either side of the words, so that they are found again in a text that changed
AROUND = 32
_ITEM_OF = "http://www.wikidata.org/entity/"
_SCHEME = "wikidata:"


class Collection:
    """One AnnotationCollection whose only page holds all annotations, printed as they come. ``of`` says what they are."""

    def __init__(self, of: str) -> None:
        self._of = of
        self._begun = False
        self._seen = hashlib.sha256()

    def annotation(self, ident: str, rest: Wire) -> str:
        """The piece that one annotation is; ``ident`` is that of `urn`, ``rest`` its motivation, body and target."""
        self._seen.update(ident.encode())
        page = '"first":{"type":"AnnotationPage","startIndex":0,"items":[\n'
        opening = ",\n" if self._begun else f'{{"@context":"{CONTEXT}","type":"AnnotationCollection",{page}'
        self._begun = True
        return opening + json_line({"id": ident, "type": "Annotation", **rest})

    def end(self, total: int, signature: str) -> str:
        """The identity of the collection, what made it, and the close."""
        ident, page = (urn(self._seen.hexdigest(), part) for part in ("collection", "page"))
        rest: Wire = {
            "id": ident,
            "label": f"copydesk {self._of}; {signature}",
            "generator": {"type": "Software", "name": f"copydesk {__version__}"},
            "total": total,
        }
        if self._begun:
            return f'\n],"id":"{page}"}},"last":"{page}",{json_line(rest)[1:]}\n'
        # a page must hold something
        return json_line({"@context": CONTEXT, "type": "AnnotationCollection", **rest}) + "\n"


def urn(*parts: str) -> str:
    """An identifier made of what it identifies: the same parts always give the same one."""
    return uuid5(NAMESPACE_URL, json_line({"copydesk": parts})).urn


def target(document: Document, span: Span) -> Wire:
    """The words in the file, by quotation and by position. Both count code points of the file as it is, markup included."""
    text, start, end = document.text, span.start, span.end
    quote = {"exact": span.of(text), "prefix": text[max(0, start - AROUND) : start], "suffix": text[end : end + AROUND]}
    return {
        "source": {"id": file_uri(document.path), "type": "Text", "format": "text/plain"},
        "selector": [
            {"type": "TextQuoteSelector", **quote},
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }


def textual(purpose: str, value: str) -> Wire:
    """A body of words."""
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def identified(entity: Entity | None) -> Iterator[Wire]:
    """Who is meant, where the list says which item of Wikidata that is."""
    for name in (entity.id, *entity.same_as) if entity else ():
        if name.startswith(_SCHEME):
            yield {"type": "SpecificResource", "purpose": "identifying", "source": _ITEM_OF + name.removeprefix(_SCHEME)}
