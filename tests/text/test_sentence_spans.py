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
        ["They flew to Washington, D.C. on Monday.", "At 5 p.m. Lavrov spoke.", "On Jan. 5 he left."],
        ["He said: “Stop! Now.”", "Then he left."],
        ["He cried “Stop! Now.” and left."],
        ["They saw (the last one.)", "They left."],
        ["He said: “We have waited for a long time for this.", "They did not come.”", "Then he left."],
        ["The U.K. Prime Minister met Lt. Gen. Bo.", "Cmdr. Ali stayed in the U.S.", "According to him, he must."],
        ["He asked: “What is it?”, and left.", "The China-U.S. talks go on."],
        ["He is of Generation X.", "The rest is not."],
        ["He lives in Sulawesi.", "Few of us met.", "It is his series.", "Both countries said so."],
        ["Yahoo! and its partners came.", "“Is it?” he asked."],
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
    assert [s.span.of("Words here.\n\n* * *\n") for s in parse_document("Words here.\n\n* * *\n").sentences] == ["Words here."]


def test_unbroken_run_is_no_slower_than_words() -> None:
    run = '?"' * 90_000
    document = parse_document(f"{run} He left. She stayed.\n")
    assert [sentence.span.of(document.text) for sentence in document.sentences][-1] == "She stayed."
