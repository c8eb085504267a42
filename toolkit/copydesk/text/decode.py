"""From bytes to text: the encoding is known, or the file is refused."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from copydesk.errors import InputError
from copydesk.text.binary import binary_kind, has_control_characters
from copydesk.text.plausible import CENTRAL, TURKISH, plausible, western

#: part of the bytes above which a text is not English in a western encoding
MOSTLY_ASCII = 0.25
#: fewer bytes outside ASCII, in a text that is mostly ASCII, do not tell one encoding from another
FEWEST_BYTES = 24

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: encodings a page may declare, and those a guess may name; what browsers know, less the stateful ones
_LEGACY_NAMES = """
cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp866 cp874 koi8-r koi8-u mac-roman mac-cyrillic
iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14 iso8859-15 iso8859-16
gbk gb18030 big5 euc_jp shift_jis cp932 euc_kr cp949
"""
_LEGACY = frozenset(_LEGACY_NAMES.split())
_SUPERSETS = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gbk"}
_DECLARED = re.compile(rb"<(?:meta\b[^>]{0,500}?charset|\?xml\b[^>]{0,200}?encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I)
#: multi-byte sequences as UTF-8 writes them, less the lead bytes C6 to CA: in a western encoding those are capitals
#: with accents before a quote or dash, in UTF-8 rare phonetic signs (the schwa of Azerbaijani, C9 99, excepted)
_SEQUENCE = re.compile(
    rb"[\xc2-\xc5\xcb-\xdf][\x80-\xbf]|\xc9\x99|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}"
    rb"|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
_HIGH = re.compile(rb"[\x80-\xff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text with what is needed to write it back byte for byte."""

    text: str
    encoding: str
    bom: bytes = b""


def decode(data: bytes, *, where: str, html: bool = False) -> Decoded:
    """Read ``data``: byte-order mark, UTF-8, the charset a page declares, then a guess if it is plausible.

    Raises InputError when the bytes are no text, broken UTF-8, or in no encoding that fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            decoded = _marked(data[len(mark) :], mark, encoding, where)
            if decoded is not None:
                return decoded
    _refuse_binary(data, where)
    try:
        return Decoded(text=data.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError as error:
        wrong = error.start
    return _legacy(data, where, wrong, html)


def _marked(body: bytes, mark: bytes, encoding: str, where: str) -> Decoded | None:
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-32-le":  # may be UTF-16 after all
            return None
        at = error.start + len(mark)
        message = f"begins with the byte-order mark of {encoding.upper()} but is broken at byte {at}"
        raise InputError(message, where=where, remedy="save it again as UTF-8") from None
    if "\0" in text or has_control_characters(text):
        if encoding == "utf-32-le":
            return None
        raise InputError("holds control characters: not a text", where=where, remedy="save it as text or HTML first")
    return Decoded(text=text, encoding=encoding, bom=mark)


def _refuse_binary(data: bytes, where: str) -> None:
    kind = binary_kind(data)
    if kind is not None:
        raise InputError(f"is {kind}, not a text", where=where, remedy="save it as text or HTML first")
    if b"\0" in data:
        remedy = "save it as UTF-8 first (UTF-16 needs a byte-order mark), or as text or HTML if it is another format"
        raise InputError(f"holds a NUL byte at byte {data.index(0)}: a binary file", where=where, remedy=remedy)
    if has_control_characters(data.decode("latin-1")):
        raise InputError("holds control characters: a binary file", where=where, remedy="save it as text or HTML first")


def _legacy(data: bytes, where: str, wrong: int, html: bool) -> Decoded:
    high = len(_HIGH.findall(data))
    ascii_text = high <= MOSTLY_ASCII * len(data)
    sequences = _SEQUENCE.findall(data)
    stray = high - sum(map(len, sequences))
    # in a text full of high bytes some pair up by chance; between ASCII letters a whole sequence is no accident
    if sequences and (ascii_text or 2 * len(sequences) >= stray):
        remedy = "it was cut or mixed from two encodings: restore that place, or convert the other part to UTF-8"
        raise InputError(f"broken UTF-8 at byte {wrong}", where=where, remedy=remedy)
    declared = _declared(data) if html else None
    for encoding in ([declared] if declared else []) + (_near_ascii(data) if ascii_text else []):
        text = _round_trip(data, encoding)
        if text is not None and (western(text) if encoding == "cp1252" else plausible(text)):
            return Decoded(text=text, encoding=encoding)
    # a guess from a few bytes is none
    guess = None if ascii_text and high < FEWEST_BYTES else _guess(data)
    if guess is not None:
        return guess
    message = f"not valid UTF-8 at byte {wrong} and no other encoding fits"
    raise InputError(message, where=where, remedy="convert it to UTF-8 with iconv")


def _near_ascii(data: bytes) -> list[str]:
    """The encodings that English with some foreign names may be in, most likely first."""
    look = data.decode("cp1252", "replace")
    return [
        *(["cp1254"] if TURKISH.search(look) else []),
        *(["cp1250"] if CENTRAL.search(look) else []),
        "cp1252",
    ]


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data, 0, 4096)
    return _known(match[1].decode("ascii", "replace")) if match else None


def _known(label: str) -> str | None:
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return None
    name = _SUPERSETS.get(name, name)
    return name if name in _LEGACY else None


def _round_trip(data: bytes, encoding: str) -> str | None:
    """The text, if it can be written back byte for byte."""
    try:
        text = data.decode(encoding)
        return text if text.encode(encoding) == data else None
    except UnicodeError:
        return None


def _guess(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data, enable_fallback=False).best()
    encoding = None if best is None else _known(best.encoding)
    text = None if encoding is None else _round_trip(data, encoding)
    if encoding is None or text is None or not plausible(text):
        return None
    return Decoded(text=text, encoding=encoding)
