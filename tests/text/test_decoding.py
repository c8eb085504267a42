from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.errors import FixError, InputError
from copydesk.text import encode_like, parse_document, read_document

ENGLISH = "President Emmanuel Macron’s aide said: “We will go – with José.” Café owners agreed…\r\nA second line.\r"
RUSSIAN = "Министерство иностранных дел России заявило, что министр Сергей Лавров обсудил положение с коллегой. СССР»"
TURKISH = "Dışişleri Bakanı Mevlüt Çavuşoğlu said İstanbul was safe, and Erdoğan agreed with him on Monday."
POLISH = "The Polish paper asked Wałęsa, and the Serb Vučić and the Croat Plenković answered it on Monday."


@pytest.mark.parametrize(
    ("text", "encoding", "read_as"),
    [
        (ENGLISH, "utf-8", "utf-8"),
        (ENGLISH, "utf-8-sig", "utf-8"),
        (ENGLISH, "utf-16", "utf-16-le"),
        (ENGLISH, "utf-32", "utf-32-le"),
        (ENGLISH, "cp1252", "cp1252"),
        ("One line. " * 50 + "It’s", "cp1252", "cp1252"),
        ("CAFÉ’S owner said “the end”, and he’s “not” going.", "cp1252", "cp1252"),
        (RUSSIAN, "cp1251", "cp1251"),
        ("Putin (Путин) met Lavrov (Лавров) in Moscow and Sochi. " * 3, "cp1251", "cp1251"),
        (TURKISH, "cp1254", "cp1254"),
        (POLISH, "cp1250", "cp1250"),
    ],
)
def test_text_is_read_and_written_back(text: str, encoding: str, read_as: str) -> None:
    data = text.encode(encoding)
    document = read_document("-", stdin=data)
    assert document.text == text
    assert document.encoding == read_as
    assert document.path == "<stdin>"
    assert encode_like(document, document.text) == data


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "holds no text"),
        (b" \r\n\t\n", "holds no text"),
        (b"\xef\xbb\xbf \n", "holds no text"),
        (b"%PDF-1.4\n%\xe2\xe3", "is a PDF"),
        (b"PK\x03\x04\x14\x00", "docx"),
        (b"\x89PNG\r\n\x1a\n\x00", "PNG"),
        (b"Some words\x00 and a NUL", "NUL byte at byte 10"),
        (bytes(range(1, 32)) * 3, "control characters"),
        ("Çavuşoğlu said “we” will go. ".encode() + b"\xff stray", "broken UTF-8 at byte"),
        ("He said “we will go”".encode()[:-1], "broken UTF-8 at byte"),
        ("He said “we” go. ".encode() + "It’s Café".encode("cp1252"), "broken UTF-8 at byte"),
        (b"\xff\xfea\x00\x00\xd8b", "byte-order mark of UTF-16-LE but is broken at byte"),
        (bytes(range(128, 256)), "not valid UTF-8 at byte 0 and no other encoding fits"),
        (ENGLISH.encode("mac-roman"), "no other encoding fits"),
        ("The minister, Лавров, said so.".encode("cp1251"), "no other encoding fits"),
        ("Plain words here.".encode("utf-16-le"), "UTF-16 needs a byte-order mark"),
    ],
)
def test_what_is_no_text_is_refused_with_a_remedy(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message.replace("(", r"\(")) as caught:
        read_document("-", stdin=data)
    assert caught.value.where == "<stdin>"
    assert caught.value.remedy


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r"])
def test_page_is_read_in_the_charset_it_declares(charset: str) -> None:
    source = f'<html><head><meta charset="{charset}"></head><body><p>Лавров said so.</p></body></html>'
    document = read_document("-", stdin=source.encode(charset))
    assert document.reading.text == "Лавров said so."
    assert encode_like(document, document.text) == source.encode(charset)


def test_latin_1_means_windows_1252_on_the_web() -> None:
    source = "<html><head><meta http-equiv=content-type content='text/html; charset=iso-8859-1'><body><p>It’s José"
    assert read_document("-", stdin=source.encode("cp1252")).reading.text == "It’s José"


def test_character_that_the_encoding_lacks_is_a_fix_error() -> None:
    document = read_document("-", stdin="It’s Café owner José who spoke.".encode("cp1252"))
    with pytest.raises(FixError, match=r"<stdin>:2: 'ğ' \(U\+011F\) cannot be written in cp1252; convert"):
        encode_like(document, "Fine.\nErdoğan")


def test_files_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="is a folder; name the files in it"):
        read_document(str(tmp_path))
    with pytest.raises(InputError, match="no such file"):
        read_document(str(tmp_path / "gone.txt"))
    with pytest.raises(InputError, match="cannot be read"):
        read_document("nul\0name")
    monkeypatch.setattr("copydesk.text.reading.MAX_BYTES", 10)
    (tmp_path / "large.txt").write_text("more than ten bytes")
    with pytest.raises(InputError, match="larger than"):
        read_document(str(tmp_path / "large.txt"))
    with pytest.raises(InputError, match="larger than"):
        read_document("-", stdin=b"more than ten bytes")


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret.txt").write_text("words")

    def deny(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", deny)
    with pytest.raises(InputError, match="may not be read; check its permissions"):
        read_document(str(tmp_path / "secret.txt"))


def test_endless_line_is_refused() -> None:
    with pytest.raises(InputError, match=r"<text>:3: a line of 200001 characters.*break it into paragraphs"):
        parse_document("One.\n\n" + "x" * 200_001)


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(InputError, match="surrogate"):
        parse_document("a \ud800 b")
