from __future__ import annotations

import pytest

from copydesk.core.document import PartKind
from copydesk.text import parse_document
from copydesk.text.markdown import weave_markdown


@pytest.mark.parametrize(
    ("source", "reading"),
    [
        ("# Talks *go* on #\n\nOne\ntwo.\n\nThree.", "Talks go on\nOne two.\nThree."),
        ("Title\n=====\nBody.\n", "Title\nBody."),
        ('A [link](http://x.y/a_(b) "t") and ![alt *x*](i.png), [ref][1].\n\n[1]: http://x.y', "A link and alt x, ref."),
        ("**Bold** _it_ snake_case 2*3 ~~gone~~", "Bold it snake_case 23 gone"),
        ("Use `code *x*` here\n\n```py\nno\n```\n\nYes.", "Use here\nYes."),
        ("a \\* b &amp; c <b>d</b> <http://x.y>", "a * b & c d"),
        ("One <!-- a\nb --> two", "One two"),
        ("> quoted\n> more\n\n- item\n- [x] done\n2. two", "quoted more\nitem\ndone\ntwo"),
        ("| a | b |\n|---|---|\n| c | d |", "a\nb\nc\nd"),
        ("line  \nbreak\\\nagain\n\n---\n\nend", "line\nbreak\nagain\nend"),
        ("---\ntitle: x\n---\nBody.", "Body."),
        ("[not a link] and (brackets)", "[not a link] and (brackets)"),
    ],
)
def test_reading(source: str, reading: str) -> None:
    assert weave_markdown(source).reading.text == reading


def test_heading_is_headline_and_front_matter_gives_the_date() -> None:
    document = parse_document(
        "---\ndate: 2020-10-06\n---\n# Talks\n\nThe minister left.\n\n## Iran reacts now.\n\nMore.", path="a.md"
    )
    assert [part.kind for part in document.parts] == [
        PartKind.HEADLINE,
        PartKind.BODY,
        PartKind.HEADLINE,
        PartKind.BODY,
    ]
    assert document.date is not None
    assert str(document.date.value) == "2020-10-06"


def test_finding_in_emphasis_points_into_the_source() -> None:
    document = parse_document("The **Mevrut Cavusoglu** said.", path="a.md")
    at = document.reading.text.index("Mevrut")
    span = document.reading.given(type(document.parts[0].span)(at, at + 6))
    assert span.of(document.text) == "Mevrut"
