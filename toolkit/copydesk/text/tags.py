"""Takes HTML apart as a browser does: tags, comments and text with their places, in linear time, never refusing.

The standard library's parser was tried first: on broken markup it takes quadratic time (a minute for 100 kB of ``<a ``),
it stops with an error at some declarations, and where it ends a comment depends on the version of Python.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

#: elements whose content is text up to their end tag, whatever stands in it
_RAW = frozenset(("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"))
_NAME = re.compile(r"</?([A-Za-z][^\s/>]*+)")
_ATTRIBUTE = re.compile(
    r"[\s/]*+(?:(?P<name>[^\s/>][^\s/>=]*+)"
    r"(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)(?:\"|\Z)|'(?P<single>[^']*+)(?:'|\Z)|(?P<bare>[^\s>\"'][^\s>]*+)?))?)?"
)
_COMMENT_END = re.compile(r"--!?>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A start or end tag."""

    name: str
    start: int
    end: int
    closing: bool = False
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What stands between tags; ``raw`` when it is the content of the element ``inside`` and no markup."""

    start: int
    end: int
    inside: str = ""


def take_apart(source: str) -> Iterator[Tag | Text]:
    """The tags and texts of ``source`` in order; comments and declarations are left out."""
    at, unclosed = 0, set[str]()
    while at < len(source):
        mark = source.find("<", at)
        mark = len(source) if mark < 0 else mark
        if mark > at:
            yield Text(start=at, end=mark)
        at = mark
        name = _NAME.match(source, at)
        if name is not None:
            tag = _tag(source, at, name)
            yield tag
            at = tag.end
            end = _raw_end(source, tag, unclosed)
            if end > at:
                yield Text(start=at, end=end, inside=tag.name)
                at = end
        elif source.startswith(("<!", "<?", "</"), at):
            at = _declaration_end(source, at)
        elif at < len(source):
            yield Text(start=at, end=at + 1)
            at += 1


def _tag(source: str, start: int, name: re.Match[str]) -> Tag:
    attributes: dict[str, str] = {}
    at = name.end()
    while match := _ATTRIBUTE.match(source, at):
        at = match.end()
        if match["name"] is None:
            break
        value = match["double"] or match["single"] or match["bare"] or ""
        attributes.setdefault(match["name"].lower(), value)
    end = min(at + 1, len(source))  # the bracket, or the end of the page
    closing = source.startswith("</", start)
    return Tag(name=name[1].lower(), start=start, end=end, closing=closing, attributes=attributes)


def _raw_end(source: str, tag: Tag, unclosed: set[str]) -> int:
    """Where the text content of the element ends; the tag's own end for an element that may hold others."""
    if tag.closing or tag.name not in _RAW or tag.name in unclosed:
        return tag.end
    match = re.compile(rf"</{tag.name}(?=[\s/>])", re.IGNORECASE).search(source, tag.end)
    if match is not None:
        return match.start()
    # a browser drops the rest of the page; only for code is that what the author can have meant
    unclosed.add(tag.name)
    return len(source) if tag.name in ("script", "style") else tag.end


def _declaration_end(source: str, at: int) -> int:
    if not source.startswith("<!--", at):
        end = source.find(">", at)
        return len(source) if end < 0 else end + 1
    if source.startswith((">", "->"), at + 4):
        return source.index(">", at) + 1
    match = _COMMENT_END.search(source, at + 4)
    return len(source) if match is None else match.end()
