from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.core.document import Document
from copydesk.errors import InputError
from copydesk.text import parse_document
from copydesk.text.source import Alignment, SourceText, read_source


def _beside(document: Document, source: SourceText, words: str) -> str:
    return source.beside(document.reading.text.index(words))


@pytest.mark.parametrize(
    ("article", "source", "by", "beside"),
    [
        ("One.\nTwo.\n", "Раз.\nДва.", Alignment.LINES, {"One": "Раз.", "Two": "Два."}),
        ("One.\r\nTwo.\r\n", "Раз.\n\n\n  Два.  \n", Alignment.LINES, {"One": "Раз.", "Two": "Два."}),
        ("One.\rTwo.", "Раз.\rДва.\r", Alignment.LINES, {"One": "Раз.", "Two": "Два."}),
        ("One.", "Раз.\nДва.", Alignment.PARAGRAPHS, {"One": "Раз.\nДва."}),
        ("One\nmore.\n\nTwo.", "Раз.\n\nДва.\n", Alignment.PARAGRAPHS, {"more": "Раз.", "Two": "Два."}),
        # three wrapped lines on each side, but of other paragraphs
        ("One\nmore.\n\nTwo.", "Раз.\n\nДва\nи три.", Alignment.PARAGRAPHS, {"more": "Раз.", "Two": "Два\nи три."}),
        ("One.\nTwo.\nThree.", "Раз.\n\nТри.", Alignment.LINE_NUMBERS, {"One": "Раз.", "Two": "", "Three": "Три."}),
    ],
)
def test_lines_before_paragraphs_before_line_numbers(article: str, source: str, by: Alignment, beside: dict[str, str]) -> None:
    document = parse_document(article)
    text = SourceText.of(parse_document(source), document)
    assert text.by is by
    assert {words: _beside(document, text, words) for words in beside} == beside


def test_what_is_not_proof_read_counts_too() -> None:
    article = "The minister spoke at length on Monday in the city.\nShare on Facebook\nLeave a reply\nHe left on Friday."
    document = parse_document(article)
    text = SourceText.of(parse_document("Министр.\nПоделиться\nОтветить\nОн уехал."), document)
    assert _beside(document, text, "He left") == "Он уехал."


def test_a_line_of_ignore_comment_has_no_counterpart() -> None:
    document = parse_document("# copydesk: ignore[NAM101]\nOne.\nTwo. # copydesk: ignore[TRN101]\n")
    text = SourceText.of(parse_document("Раз.\nДва."), document)
    assert [_beside(document, text, words) for words in ("ignore[NAM", "One", "Two")] == ["", "Раз.", "Два."]


@pytest.mark.parametrize("source", ["Заголовок\nРаз.\nДва.", "<html><h1>Заголовок</h1><p>Раз.</p><p>Два.</p></html>"])
def test_blocks_of_a_page(source: str) -> None:
    page = "<html><body>\n\n<h1>Title</h1>\n<p>One &amp;\n more.</p><p>Two.</p></body></html>"
    document = parse_document(page, markup="html")
    text = SourceText.of(parse_document(source, path="source", markup=None), document)
    assert text.by is Alignment.BLOCKS
    assert [_beside(document, text, words) for words in ("Title", "more", "Two")] == ["Заголовок", "Раз.", "Два."]


def test_a_misfit_names_file_counts_and_remedy() -> None:
    with pytest.raises(InputError) as caught:
        SourceText.of(parse_document("Раз.", path="ru.txt"), parse_document("One.\nTwo.\n\nThree.", path="en.txt"))
    assert str(caught.value).startswith("ru.txt: holds 1 lines in 1 paragraphs, but en.txt 3 lines in 2 paragraphs")
    assert "one line for each line" in str(caught.value)


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xff\xfe"])
def test_an_empty_source_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "ru.txt").write_bytes(data)
    with pytest.raises(InputError, match="holds no text"):
        read_source(str(tmp_path / "ru.txt"), parse_document("One."))


def test_a_source_is_decoded_like_an_article(tmp_path: Path) -> None:
    russian = "Министерство иностранных дел заявило об этом.\r\nМинистр Сергей Лавров обсудил положение с коллегой."
    (tmp_path / "ru.txt").write_bytes(russian.encode("cp1251"))
    document = parse_document("The ministry said so.\nMinister Sergei Lavrov talked to a colleague.")
    assert "Лавров" in _beside(document, read_source(str(tmp_path / "ru.txt"), document), "Lavrov")


def test_places_outside_the_text_have_nothing_beside() -> None:
    text = SourceText.of(parse_document("Раз.\n\nДва."), parse_document("One.\n\nTwo.\n"))
    assert [text.beside(start) for start in (-1, 4, 5, 10, 99)] == ["", "", "", "", ""]


_LINE = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=12)


@given(st.lists(st.tuples(_LINE, _LINE), min_size=1, max_size=12), st.sampled_from(["\n", "\r\n", "\r"]))
def test_lines_of_any_text_stand_beside_each_other(pairs: list[tuple[str, str]], end: str) -> None:
    pairs = [(f"a{ours}z", f"б{theirs}я") for ours, theirs in pairs]
    document = parse_document(end.join(ours for ours, _ in pairs), markup="text")
    source = parse_document("\n".join(theirs for _, theirs in pairs), markup="text")
    text = SourceText.of(source, document)
    if text.by is Alignment.LINES and not document.ignores and not source.ignores:
        at = 0
        for ours, theirs in pairs:
            assert text.beside(at) == text.beside(at + len(ours) - 1) == theirs
            at += len(ours) + len(end)
    assert all(unit == unit.strip() for unit in text.units)
    assert len(text.units) == len(text.places)
