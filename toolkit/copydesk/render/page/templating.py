"""The templates and what makes them safe: every text is made visible, then escaped, wherever it comes from.

A page allows itself only the style and script that stand in it, by their SHA-256 (Content Security Policy level 3, W3C):
whatever else came in would not run.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from copydesk.render.visible import visible
from copydesk.version import __version__

#: the whole of a source that is a web address; addresses of any other kind are never links
_ADDRESS = re.compile(r"https?://[^\s<>\"';]+")
_BREAKS = "\r\n"
_LEAST = 0.005
#: pieces of a template that are printed at once
_BUFFERED = 256


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates of the package. A variable that nobody set is an error, and so is None where a text should be."""
    made = Environment(
        loader=PackageLoader("copydesk.render.page"), autoescape=True, undefined=StrictUndefined, finalize=_shown,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    made.filters.update(runs=runs, probability=probability, words=words, address=address)
    made.globals.update(version=__version__)
    return made


def stream(template: str, assets: Assets, **values: object) -> Iterator[str]:
    """A page, piece by piece. Texts in it hold no lone surrogate, so that it can be written as UTF-8."""
    pieces = environment().get_template(template).stream(assets=assets, **values)
    pieces.enable_buffering(_BUFFERED)
    yield from pieces


def _shown(value: object) -> object:
    """What a template prints: text made visible, unless it is markup of a template already."""
    if value is None:
        raise TypeError("a template printed None: an unknown needs words of its own")
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Text of the article: as it is, or one character that could act on the page as its escape."""

    text: Markup
    escaped: bool


def runs(text: str) -> Iterator[Run]:
    """The text without its line ends, in stretches that may be shown as they are and characters that may not."""
    plain: list[str] = []
    for char in text.strip(_BREAKS) if text.endswith(tuple(_BREAKS)) else text:
        shown = char if char == "\t" else visible(char)
        if shown == char:
            plain.append(char)
            continue
        yield from _run(plain)
        plain = []
        yield Run(text=Markup.escape(shown), escaped=True)
    yield from _run(plain)


def _run(plain: list[str]) -> Iterator[Run]:
    if plain:
        yield Run(text=Markup.escape("".join(plain)), escaped=False)


def probability(value: float) -> str:
    """Two decimals; ``<0.01`` for what would read as nothing though it is something."""
    return "<0.01" if 0 < value < _LEAST else f"{value:.2f}"


def words(value: str) -> str:
    """``not_in_list`` in words."""
    return value.replace("_", " ")


def address(source: str) -> str | None:
    """A source as an address to follow, None unless all of it is one of the web."""
    if not _ADDRESS.fullmatch(source) or visible(source) != source:
        return None
    try:
        return source if urlsplit(source).hostname else None
    except ValueError:
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """The style and script of a page, to stand in it, and the policy that allows nothing else."""

    style: Markup
    script: Markup
    #: whether the script may speak to the server that the page comes from
    connected: bool = False

    @property
    def policy(self) -> str:
        """The Content-Security-Policy of the page."""
        connect = "connect-src 'self'; " if self.connected else ""
        return (
            f"default-src 'none'; style-src {_source(self.style)}; script-src {_source(self.script)}; {connect}"
            "base-uri 'none'; form-action 'none'"
        )


@lru_cache(maxsize=16)
def assets(styles: tuple[str, ...], scripts: tuple[str, ...], *, connected: bool = False) -> Assets:
    """The named files of the package's assets, joined."""
    return Assets(style=_joined(styles), script=_joined(scripts), connected=connected)


def _joined(names: tuple[str, ...]) -> Markup:
    folder = files("copydesk.render.page") / "assets"
    return Markup("".join((folder / name).read_text(encoding="utf-8") for name in names))


def _source(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
