from __future__ import annotations

import pytest

from copydesk.core.document import PartKind
from copydesk.text import parse_document


@pytest.mark.parametrize(
    ("text", "path", "rules", "scope"),
    [
        (
            "One.\nTwo here. # copydesk: ignore[NAM101]\nThree.",
            "a.txt",
            ("NAM101",),
            "Two here. # copydesk: ignore[NAM101]",
        ),
        ("One. <!-- copydesk: ignore[NAM101, clm101] -->", "a.txt", ("NAM101", "CLM101"), None),
        ("<!-- copydesk: ignore -->\n\n\nNext line.\nOther.", "a.txt", (), "Next line."),
        ("<!-- copydesk: ignore[A1] a reason -->\nNext.", "a.md", ("A1",), "Next."),
        (
            "<p>One <!-- copydesk: ignore[A1] --></p>\n<p>Two</p>",
            "a.html",
            ("A1",),
            "<p>One <!-- copydesk: ignore[A1] --></p>",
        ),
        ("<p>One</p>\n<!--copydesk:ignore-->\n<p>Two</p>", "a.html", (), "<p>Two</p>"),
        ("# copydesk: ignore-file[A1]\nOne.\nTwo.", "a.txt", ("A1",), None),
        ("One.\n# copydesk: ignore-file\n", "a.txt", (), None),
    ],
)
def test_ignore_comment(text: str, path: str, rules: tuple[str, ...], scope: str | None) -> None:
    document = parse_document(text, path=path)
    (ignore,) = document.ignores
    assert ignore.rules == rules
    assert ignore.scope.of(text) == (text if scope is None else scope)
    read = " ".join(sentence.span.of(document.reading.text) for sentence in document.sentences)
    assert "copydesk" not in read
    assert all("copydesk" not in p.span.of(document.reading.text) or p.kind is PartKind.FURNITURE for p in document.parts)


def test_two_comments_on_lines_of_their_own_reach_the_same_line() -> None:
    text = "<!-- copydesk: ignore[A1] -->\n<!-- copydesk: ignore[B2] -->\nWords."
    assert [ignore.scope.of(text) for ignore in parse_document(text).ignores] == ["Words.", "Words."]


@pytest.mark.parametrize(
    "text",
    [
        "Words. # copydesk: ignore[]",
        "Words. # copydesk: ignore[what ever]",
        "Words. <!-- copydesk: ignorant -->",
        "Words about copydesk: ignore it.",
        "A#copydesk: ignore",
    ],
)
def test_what_names_no_rule_silences_nothing(text: str) -> None:
    assert parse_document(text).ignores == ()
