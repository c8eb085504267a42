"""The output formats of ``copydesk check`` and ``copydesk claims``: which there are and what each of them can do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from copydesk.render.base import Renderer, Style


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One output format. ``home`` is the module and class that prints it; it is imported when first asked for."""

    home: str
    #: what it is for, in a few words of the help
    use: str
    #: read at a screen: printed as the terminal can show it; data is UTF-8 whatever the terminal speaks
    for_people: bool = False
    #: has a place of its own for what could not be done; else that goes to standard error
    holds_errors: bool = False
    #: can show mentions, links and sentences instead of findings
    views: bool = False
    #: makes a file an article, so that several articles make a folder
    folder: bool = False

    def renderer(self, style: Style) -> Renderer:
        """A new printer of this format."""
        module, _, name = self.home.partition(":")
        make = cast("Callable[[Style], Renderer]", getattr(import_module(f"copydesk.render.{module}"), name))
        return make(style)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "text": Format(home="text:Text", use="for reading", for_people=True, views=True),
        "concise": Format(home="concise:Concise", use="one line a finding", for_people=True, views=True),
        "json": Format(home="jsonfmt:Json", use="one JSON object", holds_errors=True, views=True),
        "jsonl": Format(home="jsonfmt:JsonLines", use="one JSON object a line", holds_errors=True, views=True),
        "html": Format(home="html:html", use="a page to look at, or for several articles a folder of pages", folder=True),
        "sarif": Format(home="sarif:Sarif", use="SARIF 2.1.0 for code hosts and editors", holds_errors=True),
        "github": Format(home="github:GitHub", use="annotations of GitHub Actions", holds_errors=True),
        "annotations": Format(home="annotations:Annotations", use="W3C Web Annotation"),
        "marot": Format(home="marot:Marot", use="WMT's table of ratings"),
        "xcomet": Format(home="xcomet:XComet", use="xCOMET JSON"),
    }
)

#: of ``copydesk claims``
CLAIM_FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "table": Format(home="claims.table:Table", use="for reading", for_people=True),
        "jsonl": Format(home="jsonfmt:JsonLines", use="one JSON object a line, as of check", holds_errors=True),
        "csv": Format(home="claims.csvfmt:Csv", use="a table for spreadsheets"),
        "fever": Format(home="claims.fever:Fever", use="FEVER JSON lines"),
        "ftm": Format(home="claims.ftm:FtmClaims", use="FollowTheMoney JSON lines of who is said to hold what"),
        "annotations": Format(home="claims.annotations:ClaimAnnotations", use="W3C Web Annotation"),
    }
)
