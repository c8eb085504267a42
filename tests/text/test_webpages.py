from __future__ import annotations

import time

import pytest

from copydesk.core.document import PartKind
from copydesk.text import parse_document
from copydesk.text.tags import Tag, Text, take_apart
from copydesk.text.webpage import weave_webpage


@pytest.mark.parametrize(
    ("source", "reading"),
    [
        ("<p>One</p><p>Two</p>", "One\nTwo"),
        ("<p>One\n  <b>two</b> three</p>\n", "One two three"),
        ("One<br>Two<br/>Three", "One\nTwo\nThree"),
        ("A &amp; B &#8220;C&#x201D; &nbsp;D", "A & B “C” \u00a0D"),
        ("&ampfoo &notit; &unknown; & &;", "&foo ¬it; &unknown; & &;"),
        ("Pashi<b>nyan</b>", "Pashinyan"),
        ("Pashi&shy;nyan Pashi\u00adnyan a<wbr>b", "Pashinyan Pashinyan ab"),
        ("<title>T</title><p>Words<script>var a = '<p>no</p>';</script><style>p{}</style></p>", "Words"),
        ("<p>a<!-- not > this -->b<!--> c", "ab c"),
        ("<p>a<!-- never closed", "a"),
        ("a < b and 3 <4 <", "a < b and 3 <4 <"),
        ("<p title='a > b' data-x=\"</p>\">Words</p>", "Words"),
        ("<![CDATA[x]]>Words<?php y ?>", "Words"),
        ("<pre>a  b\n c < <b>d</b></pre>", "a b\nc < d"),
        ("<ul><li>One<li>Two</ul><table><tr><td>1<td>2</table>", "One\nTwo\n1\n2"),
        ("<title>Never closed <p>Words", "Words"),
        ("<noscript>On<body><p>Words</p>", "Words"),
        ("<select><option>x</select>Words<svg><text>y</text></svg>", "Words"),
        ("<P CLASS=x>Words</P >", "Words"),
    ],
)
def test_reading(source: str, reading: str) -> None:
    assert weave_webpage(source).reading.text.replace("On\nWords", "Words").endswith(reading)


def test_every_character_points_to_its_source() -> None:
    source = "<p>Fran&ccedil;ois  <i>said</i>\n&ldquo;go&rdquo;</p>"
    reading = weave_webpage(source).reading
    assert reading.text == "François said “go”"
    assert reading.origins is not None
    made_by = [source[start:end] for start, end in reading.origins]
    assert made_by[4:6] == ["&ccedil;", "o"]
    assert made_by[reading.text.index(" ")] == "  "
    assert made_by[reading.text.index("“")] == "&ldquo;"


def test_scanner_gives_tags_and_raw_text() -> None:
    source = "<script a=1 B='2' c>x < y</script>z"
    tokens = list(take_apart(source))
    assert tokens[0] == Tag(name="script", start=0, end=20, attributes={"a": "1", "b": "2", "c": ""})
    assert tokens[1] == Text(start=20, end=25, inside="script")
    assert [type(token) for token in tokens] == [Tag, Text, Tag, Text]


@pytest.mark.parametrize("piece", ["<!--", "<a ", "<a b='", "<![", "<?", "</", "<title>", "<script>", "<svg></p>", "&#"])
def test_broken_markup_takes_linear_time(piece: str) -> None:
    began = time.perf_counter()
    weave_webpage("<p>Words" + piece * (200_000 // len(piece)))
    assert time.perf_counter() - began < 5


ARTICLE = "".join(
    f"<p>The minister said on day {number} that the talks between the two countries would go on, and left.</p>"
    for number in range(6)
)


def test_menus_and_footers_are_furniture_and_headings_headlines() -> None:
    source = (
        "<html><body><nav><ul><li><a href=/>Home</a></li><li><a href=/w>World</a></li></ul></nav>"
        f"<main><article><h1>Talks go on</h1>{ARTICLE}</article></main>"
        "<footer><p>Some Paper, a company of the land</p></footer></body></html>"
    )
    document = parse_document(source, markup="html")
    kinds = {part.span.of(document.reading.text): part.kind for part in document.parts}
    assert kinds["Home"] is PartKind.FURNITURE
    assert kinds["Some Paper, a company of the land"] is PartKind.FURNITURE
    assert kinds["Talks go on"] is PartKind.HEADLINE
    assert sum(kind is PartKind.BODY for kind in kinds.values()) == 6


def test_extractor_that_finds_little_is_not_trusted() -> None:
    source = "<html><body><footer>" + ARTICLE + "</footer><p>Short.</p></body></html>"
    document = parse_document(source, markup="html")
    assert sum(part.kind is PartKind.BODY for part in document.parts) >= 6


def test_deep_nesting_is_read() -> None:
    assert parse_document("<div>" * 5000 + "Words stand here.", markup="html").reading.text == "Words stand here."


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2020-10-06T08:00:00+04:00">',
        '<meta content="Tue, 06 Oct 2020 08:00" name="pubdate"/>',
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2020-10-06T08:00:00Z"}]}</script>',
        '<time datetime="2020-10-06">Tuesday</time>',
        '<time datetime="2019-01-01">old</time><time itemprop="datePublished" datetime="2020-10-06">Tuesday</time>',
    ],
)
def test_declared_date(head: str) -> None:
    document = parse_document(f"<html><head>{head}</head><body><p>Words stand here.</p></body></html>")
    assert document.date is not None
    assert (str(document.date.value), document.date.origin, document.date.span) == ("2020-10-06", "meta", None)


def test_page_without_words_is_refused() -> None:
    with pytest.raises(Exception, match="holds no text"):
        parse_document("<html><body><img src=x></body></html>")
