"""Reads articles: bytes to a Document, and a Document's text back to bytes."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from copydesk.core.dates import PartialDate
from copydesk.core.document import Document, Reading
from copydesk.core.lines import Lines
from copydesk.core.span import Span
from copydesk.errors import FixError, InputError
from copydesk.text.article_date import article_date
from copydesk.text.decode import decode
from copydesk.text.extractor import left_out
from copydesk.text.ignores import find_ignores
from copydesk.text.markdown import weave_markdown
from copydesk.text.parts import Hints, find_parts
from copydesk.text.sentences import find_sentences
from copydesk.text.weave import Woven
from copydesk.text.webpage import weave_webpage

#: larger files are refused before they are read
MAX_BYTES = 32 * 1024 * 1024
#: a longer line is no prose, and the reader would choke on it
MAX_LINE = 200_000
#: pages nested deeper are not given to the extractor, which takes quadratic time for them
MAX_DEPTH = 1000

_MARKUP = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".xhtml": "html", ".txt": "text"}
_HTML_START = re.compile(r"\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S)


def read_document(path: str, *, date: PartialDate | None = None, stdin: bytes | None = None) -> Document:
    """Read the article in a file, or standard input when ``path`` is ``-``. ``date`` overrides the date it shows.

    Raises InputError, with the file and the remedy, for everything that cannot be read as text.
    """
    data = _stdin(stdin) if path == "-" else _bytes(path)
    shown = "<stdin>" if path == "-" else path
    if len(data) > MAX_BYTES:
        raise _too_large(shown)
    html = _markup(shown, data[:4096].decode("latin-1")) == "html"
    decoded = decode(data, where=shown, html=html)
    return _document(decoded.text, shown, date, None, decoded.encoding, decoded.bom)


def parse_document(text: str, *, path: str = "<text>", date: PartialDate | None = None, markup: str | None = None) -> Document:
    """Read an article from a string. ``markup`` is ``text``, ``markdown`` or ``html``, else by the suffix of ``path``."""
    return _document(text, path, date, markup, "utf-8", b"")


def encode_like(document: Document, text: str) -> bytes:
    """``text`` in the encoding of ``document``, with its byte-order mark. Raises FixError where that cannot be done."""
    try:
        return document.bom + text.encode(document.encoding)
    except UnicodeEncodeError as error:
        char = text[error.start]
        line = Lines(text).place(error.start)[0]
        message = f"{char!r} (U+{ord(char):04X}) cannot be written in {document.encoding}"
        raise FixError(message, where=document.path, line=line, remedy="convert the file to UTF-8 first") from None


def _document(text: str, path: str, date: PartialDate | None, markup: str | None, encoding: str, bom: bytes) -> Document:
    if not text.strip():
        raise InputError("holds no text", where=path, remedy="give a file with an article in it")
    _refuse_surrogates(text, path)
    kind = markup or _markup(path, text)
    woven = _weave(text, kind)
    reading = woven.reading
    _refuse_lines(reading.text, path)
    ignores = find_ignores(text, plain=kind == "text")
    comments = tuple(ignore.comment for ignore in ignores) if kind == "text" else ()
    hints = Hints(headings=woven.headings, comments=comments, left_out=_left_out(text, woven) if kind == "html" else ())
    parts = find_parts(reading.text, hints)
    return Document(
        text=text,
        reading=reading,
        path=path,
        encoding=encoding,
        bom=bom,
        parts=parts,
        sentences=tuple(find_sentences(reading.text, parts)),
        date=article_date(reading.text, parts, option=date, declared=woven.declared_date),
        ignores=ignores,
    )


def _weave(text: str, markup: str) -> Woven:
    if markup == "text":
        return Woven(reading=Reading(text=text))
    if markup == "markdown":
        return weave_markdown(text)
    if markup == "html":
        return weave_webpage(text)
    raise ValueError(f"{markup!r} is not a markup; it is 'text', 'markdown' or 'html'")


def _left_out(source: str, woven: Woven) -> tuple[int, ...]:
    if woven.depth > MAX_DEPTH:
        return ()
    reading = woven.reading.text
    lines = list(_lines(reading))
    gone = left_out(source, [span.of(reading) for span in lines])
    return tuple(lines[index].start for index in gone)


def _lines(text: str) -> Iterator[Span]:
    lines = Lines(text)
    return (lines.span(number) for number in range(1, len(lines) + 1))


def _refuse_lines(reading: str, path: str) -> None:
    if not reading.strip():
        raise InputError("holds no text", where=path, remedy="give a page with an article in it")
    for number, span in enumerate(_lines(reading), start=1):
        if len(span) > MAX_LINE:
            message = f"a line of {len(span)} characters (the limit is {MAX_LINE})"
            raise InputError(message, where=path, line=number, remedy="break it into paragraphs")


def _refuse_surrogates(text: str, path: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        message = f"character {error.start} is half of a surrogate pair"
        raise InputError(message, where=path, remedy="decode the text without surrogateescape") from None


def _markup(path: str, start: str) -> str:
    known = _MARKUP.get(Path(path).suffix.lower())
    if known is not None:
        return known
    return "html" if _HTML_START.match(start[:4096].removeprefix("ï»¿")) else "text"


def _bytes(path: str) -> bytes:
    try:
        file = Path(path)
        if file.is_dir():
            raise InputError("is a folder", where=path, remedy="name the files in it")
        if file.stat().st_size > MAX_BYTES:
            raise _too_large(path)
        with file.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise InputError("no such file", where=path, remedy="check the name and the folder") from None
    except PermissionError:
        raise InputError("may not be read", where=path, remedy="check its permissions") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"cannot be read ({reason.lower()})", where=path, remedy="check the path") from None


def _stdin(given: bytes | None) -> bytes:
    return sys.stdin.buffer.read(MAX_BYTES + 1) if given is None else given


def _too_large(path: str) -> InputError:
    return InputError(f"larger than {MAX_BYTES // 2**20} MiB", where=path, remedy="split it, or give only the article")
