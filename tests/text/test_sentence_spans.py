from __future__ import annotations

import pytest

from copydesk.text import parse_document


@pytest.mark.parametrize(
    "sentences",
    [
        ["He met J. R. Smith in the U.N. building.", "He left."],
        ["U.N. Secretary-General Guterres met No. 5 players.", "Gen. Smith left at 5 p.m. on Monday."],
        ["We saw the U.N. Secretary-General."],
        ["He lives in the U.S.", "The law is new."],
        ["He said: “The end is near.”", "Then he left."],
        ['"We go," he said.', '"We stay," she said.'],
        ["He did not close the quotation.", '"We go now and stay.', '"They left.'],
        ["It was 3.5 per cent.", "Prof. Ali and Mr. Bo came."],
        ["He said...", "Then he left!", "Why?"],
        ["1. First item.", "2. Second item."],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    document = parse_document(" ".join(sentences))
    assert [sentence.span.of(document.text) for sentence in document.sentences] == sentences


def test_no_sentence_crosses_a_line() -> None:
    document = parse_document("One line goes on\nhere, and ends.  \r\n\r\n  Another.\r")
    assert [sentence.span.of(document.text) for sentence in document.sentences] == [
        "One line goes on",
        "here, and ends.",
        "Another.",
    ]


def test_line_without_words_is_no_sentence() -> None:
    assert [s.span.of("Words here.\n\n* * *\n") for s in parse_document("Words here.\n\n* * *\n").sentences] == [
        "Words here."
    ]
