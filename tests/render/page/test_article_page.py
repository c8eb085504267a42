from __future__ import annotations

import base64
import hashlib
import os
import re
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from copydesk.core.report import DocumentReport, Failure
from copydesk.errors import ConfigError
from copydesk.render import Style, Tally, renderer
from copydesk.render.page.build import article
from copydesk.render.page.pages import article_page, unread_page
from copydesk.render.page.templating import address, environment
from copydesk.render.page.unread import unread
from copydesk.version import __version__
from hostile_strings import ALL, XSS
from looked import Look
from small_list import small_desk, small_list

HERE = Path(__file__).parent


def page_of(report: DocumentReport) -> Look:
    return Look(article_page(article(report, Style().known)))


def with_texts(value: Any, text: str, keep: frozenset[str] = frozenset(("document", "kind", "severity", "status"))) -> Any:
    """A report in which every string that comes from outside is another one."""
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: with_texts(getattr(value, field.name), text)
            for field in fields(value)
            if field.init and field.name not in keep
        }
        return replace(value, **changed)
    if isinstance(value, tuple):
        return tuple(with_texts(item, text) for item in value)
    return text if type(value) is str and value else value


def test_golden(report: DocumentReport) -> None:
    """``UPDATE_GOLDEN=1`` writes it anew. Style and script are left out: they are files themselves."""
    page = "".join(article_page(article(report, Style().known), [unread(Failure(path="b.txt", message="b.txt: gone"))]))
    page = re.sub(r"<(style|script)([^>]*)>.*?</\1>", r"<\1\2></\1>", page, flags=re.DOTALL)
    page = re.sub(r"'sha256-[^']*'|&#39;sha256-[^&]*&#39;", "HASH", page).replace(__version__, "VERSION")
    golden = HERE / "article.html"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(page, encoding="utf-8")
    assert page == golden.read_text(encoding="utf-8")


def test_every_address_and_reference_leads_somewhere(report: DocumentReport) -> None:
    look = page_of(report)
    ids = look.all("id")
    assert len(ids) == len(set(ids))
    inner = [href[1:] for href in look.all("href") if href.startswith("#")]
    named = [
        name for attribute in ("aria-controls", "aria-labelledby") for value in look.all(attribute) for name in value.split()
    ]
    assert inner
    assert {*inner, *named} <= set(ids)


def test_nothing_is_fetched_and_only_its_own_style_and_script_may_run(report: DocumentReport) -> None:
    look = page_of(report)
    policy = next(attrs["content"] for _, attrs in look.tags if attrs.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    for kind in ("style", "script"):
        own = base64.b64encode(hashlib.sha256(look.code[kind].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{own}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "base-uri 'none'; form-action 'none'" in policy
    assert not {"src", "srcset", "style", "action", "formaction", "background", "poster"} & {
        name for _, attrs in look.tags for name in attrs
    }
    assert not [name for _, attrs in look.tags for name in attrs if name.startswith("on")]
    assert not re.search(r"url\(|@import|https?:", look.code["style"] + look.code["script"])


@pytest.mark.parametrize("text", [*XSS, ALL])
def test_hostile_texts_never_become_markup(report: DocumentReport, text: str) -> None:
    plain, bad = with_texts(report, "x"), with_texts(report, text)
    assert page_of(bad).shape == page_of(plain).shape
    problems = [unread(Failure(path=text, message=text)), unread(ConfigError(text, where=text, remedy=text))]
    assert Look(unread_page(problems, text)).shape == Look(unread_page([unread(Failure(path="x", message="x"))] * 2, "x")).shape


def test_a_hostile_article(hostile: DocumentReport) -> None:
    page = "".join(article_page(article(hostile, Style().known)))
    assert page.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029\u2066-\u2069]", page)
    assert page.count("<script") == 1
    assert '<span class="escaped">\\u202e</span>' in page


@pytest.mark.parametrize("text", XSS)
def test_hostile_articles(text: str) -> None:
    given = f"Armenian Prime Minister Nicole Pasinyan {text} spoke."
    report = small_desk().check(given.encode("utf-8", "replace").decode())
    look = Look(article_page(article(report, Style().known)))
    assert [tag for tag, _ in look.tags if tag in ("script", "img", "svg", "iframe", "base", "link", "b")] == ["script"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("https://example.org/a?b=c&d", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)//https://example.org", False),
        ("https://", False),
        ("https://[", False),
        ("https://exa\u202emple.org", False),
        ("https://example.org/ and more", False),
        ("Government of Armenia; https://example.org", False),
        ("ftp://example.org", False),
        ("//example.org", False),
    ],
)
def test_only_web_addresses_are_links(source: str, expected: bool) -> None:
    assert address(source) == (source if expected else None)


def test_offices_at_the_date_and_what_the_list_says() -> None:
    style = Style()
    style.known.load(small_list())
    report = small_desk().check(
        "Tuesday, October 6, 2020\n\nGerman Chancellor Emmanuel Macron spoke.\nNicole Pasinyan, Armenia."
    )
    made = article(report, style.known)
    refuted = made.cards[0]
    assert (refuted.rule, refuted.family, refuted.name) == ("CLM101", "CLM", "refuted office")
    assert [row.name for row in refuted.rows] == ["Angela Merkel"]
    offices = [(tenure.statement, tenure.held) for tenure in refuted.choices[0].tenures]
    assert offices == [("President, France", "held")]


def test_where_nothing_was_read() -> None:
    page = renderer("html", Style())
    problem = Failure(path="gone.txt", message="gone.txt: no such file")
    assert [*page.problem(problem)] == []
    tally = Tally()
    tally.sign("the signature")
    look = Look(page.end(tally))
    assert "gone.txt" in look.text
    assert "the signature" in look.text


def test_a_template_never_prints_none() -> None:
    with pytest.raises(TypeError, match="None"):
        environment().from_string("{{ value }}").render(value=None)
