from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.core.document import Document
from copydesk.errors import InputError
from copydesk.text import encode_like, parse_document, read_document

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>T</title>
<meta property="article:published_time" content="2020-10-06T08:00:00Z">
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2020-10-06"}</script></head>
<body><nav><ul><li><a href=/>Home</a><li>World</ul></nav><article><h1>Talks &amp; more</h1>
<p>Fran&ccedil;ois said: &#8220;We <b>will</b> go&#8221;.<br>Then he left&hellip;</p><!-- copydesk: ignore[NAM101] -->
<pre>a  b\n c</pre>
<table><tr><td>1<td>2</table></article><footer>&copy; 2020</footer></body></html>"""
MARKDOWN = """---\ndate: 2020-10-06\n---\n# A *head*\n
Some **bold** [link](http://x.y "t") and `code` &amp; more\\*.\n
```\ncode\n```
> quoted\n\n- item\n1. two <!-- note -->\n\n| a | b |\n|---|---|\n| c | d |\n\nTitle\n=====\n![alt](x.png)\n"""
PLAIN = """6 October 2020\nA headline\n
“Go. Now.” U.N. # copydesk: ignore[NAM101]\r\n\rCheck Also\n\nLeave a Reply"""


def mutated(source: str) -> st.SearchStrategy[str]:
    """Pieces of a text cut out, doubled, moved, with odd characters between."""
    cut = st.tuples(st.integers(0, len(source)), st.integers(0, 80)).map(lambda at: source[at[0] : at[0] + at[1]])
    odd = st.sampled_from(
        ["<", ">", "&", '"', "'", "<!--", "-->", "</", "<![CDATA[", "\0", "\r", "*", "`", "[", "](", "\\", "\u200b"]
    )
    return st.lists(cut | odd | st.text(max_size=4), max_size=12).map("".join)


def sound(document: Document) -> None:
    """Everything that must hold of any document."""
    text, reading = document.text, document.reading
    if reading.origins is None:
        assert reading.text == text
    else:
        assert len(reading.origins) == len(reading.text)
        assert all(one[0] < two[0] for one, two in pairwise(reading.origins))
        for char, (start, end) in zip(reading.text, reading.origins, strict=True):
            assert 0 <= start < end <= len(text)
            made_by = text[start:end]
            assert made_by == char or made_by[0] in "&\\" or made_by[-1] == ";" or char in " \n", (char, made_by)
    covered = [False] * len(reading.text)
    for one, two in pairwise(document.parts):
        assert one.span.end <= two.span.start
    for part in document.parts:
        covered[part.span.start : part.span.end] = [True] * len(part.span)
    assert all(done or char.isspace() for done, char in zip(covered, reading.text, strict=True))
    for sentence in document.sentences:
        words = sentence.span.of(reading.text)
        assert words == words.strip() != ""
        assert "\n" not in words
        assert any(part.kind is sentence.part and part.span.contains(sentence.span) for part in document.parts)
    for ignore in document.ignores:
        assert "copydesk:" in ignore.comment.of(text)
        assert ignore.scope.end <= len(text)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode) | st.text(max_size=99).map(lambda t: t.encode("utf-16")))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        document = read_document("-", stdin=data)
    except InputError:
        return
    assert encode_like(document, document.text) == data
    sound(document)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(["text", "markdown", "html"]), mutated(PAGE) | mutated(MARKDOWN) | mutated(PLAIN))
def test_any_text_is_read_soundly(markup: str, text: str) -> None:
    try:
        document = parse_document(text, markup=markup)
    except InputError:
        return
    sound(document)


def test_the_whole_ones_are_sound() -> None:
    sound(parse_document(PAGE, markup="html"))
    sound(parse_document(MARKDOWN, markup="markdown"))
    sound(parse_document(PLAIN))
