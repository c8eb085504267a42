"""The review as a reviewer meets it: in Chromium, by keys, with kills in between, and with axe-core looking on."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from offices import ARTICLE, Office
from running import Running, served, started

from axe import needs_axe, serious
from chromium import Browser, chromium, opened
from copydesk.entities.build import SEEDS
from copydesk.review import kept
from hostile_strings import XSS

pytestmark = pytest.mark.skipif(chromium() is None, reason="no Chromium here: install it, or name it in COPYDESK_CHROMIUM")
SEED = "article-2020-11-28.txt"
CURRENT = ".card[aria-current=true]"
KEPT = "judgements.jsonl"


@pytest.fixture(scope="module")
def one_browser() -> Iterator[Browser]:
    with opened() as browser:
        yield browser


@pytest.fixture
def browser(one_browser: Browser) -> Iterator[Browser]:
    """The browser, of which afterwards nothing may have failed and nothing but this machine may have been asked."""
    one_browser.open("about:blank")
    one_browser.errors.clear()
    one_browser.requests.clear()
    one_browser.look()
    yield one_browser
    one_browser.open("about:blank")
    assert [url for url in one_browser.requests if not url.startswith(("http://127.0.0.1:", "about:"))] == []


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Running]:
    with served(Office(tmp_path, spellings=True)) as running:
        yield running


def open_article(browser: Browser, review: Running) -> None:
    browser.open(f"{review.address}/articles/1")
    browser.until("/answered/.test(document.getElementById('judged')?.textContent)", 180)


def answer(browser: Browser, key: str, words: str) -> None:
    browser.press(key)
    browser.until(f"document.querySelector('{CURRENT} [data-mine]').textContent.startsWith({json.dumps(words)})")


def select_words(browser: Browser, words: str) -> None:
    """Select words of the article, wherever pieces begin and end."""
    script = """(words) => {
      const walker = document.createTreeWalker(document.querySelector('.text'), NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const at = walker.currentNode.data.indexOf(words);
        if (at < 0) continue;
        getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
        return true;
      }
      return false;
    }"""
    assert browser.ask(f"({script})({json.dumps(words)})") is True
    time.sleep(0.1)  # the page hears of it a little later


def mark(browser: Browser, replacement: str) -> None:
    browser.press("m")
    browser.until("document.getElementById('mark').open")
    browser.ask(f"document.getElementById('mark-text').value = {json.dumps(replacement)}")
    browser.ask("document.querySelector('#mark-form button[value=add]').click()")


def test_the_seed_article_survives_a_kill(browser: Browser, tmp_path: Path) -> None:
    shutil.copy(SEEDS / SEED, tmp_path)
    arguments = ("--reader", "none", SEED)
    with started(tmp_path, *arguments) as review:
        open_article(browser, review)
        count = browser.ask("document.querySelectorAll('.card').length")
        assert count > 5
        for number in range(1, count + 1):
            browser.press("j")
            assert browser.ask("document.activeElement.id") == f"f{number}"
        answer(browser, "x", "You rejected it")
        rejected = browser.ask(f"document.querySelector('{CURRENT} .answers').dataset.ref")
        select_words(browser, "military upgrade")
        mark(browser, "military escalation")
        browser.until(f"document.querySelectorAll('.card').length === {count + 1}")
        review.kill()
        browser.press("a")
        browser.until("document.getElementById('said').textContent.startsWith('The server does not answer')")
    held = kept(tmp_path / "copydesk-judgements.jsonl").decisions
    assert [(one.answer.value, one.text) for one in held][1:] == [("added", "military upgrade")]
    with started(tmp_path, *arguments) as review:
        open_article(browser, review)
        assert browser.ask("document.getElementById('judged').textContent") == f"2 of {count + 1} answered"
        assert browser.ask(f"document.querySelector('[data-ref=\"{rejected}\"] [data-mine]').textContent") == "You rejected it"
        exported = browser.ask("fetch(document.querySelector('a[download]').href).then((answer) => answer.text())")
        text = (tmp_path / SEED).read_text(encoding="utf-8")
        assert exported == text.replace("military upgrade", "military escalation", 1)


def test_every_answer_by_keys(browser: Browser, review: Running, tmp_path: Path) -> None:
    open_article(browser, review)
    browser.press("j")
    answer(browser, "a", "You accepted it")
    answer(browser, "u", "You are unsure")
    browser.press("e")
    browser.until("document.getElementById('edit').open")
    assert browser.ask("document.getElementById('edit-text').value") == "Mevlüt Çavuşoğlu"
    browser.ask("document.getElementById('edit-text').value = 'Mevlut Cavusoglu'")
    browser.ask("document.getElementById('edit-note').value = 'house style'")
    browser.ask("document.querySelector('#edit-form button').click()")
    browser.until(f"document.querySelector('{CURRENT} [data-mine]').textContent.endsWith('(house style)')")
    browser.press("z")
    browser.until(f"document.querySelector('{CURRENT} [data-mine]').textContent === 'You are unsure'")
    assert [one.answer.value for one in kept(tmp_path / KEPT).decisions] == ["accepted", "unsure", "accepted", "undone"]
    assert browser.errors == []


def test_buttons_do_the_same(browser: Browser, review: Running, tmp_path: Path) -> None:
    open_article(browser, review)
    for name, words in (("accept", "You accepted it"), ("reject", "You rejected it"), ("unsure", "You are unsure")):
        browser.click(f"#f2 [data-do={name}]")
        browser.until(f"document.querySelector('#f2 [data-mine]').textContent === {json.dumps(words)}")
        assert browser.ask(f"document.querySelector('#f2 [data-do={name}]').ariaPressed") == "true"
    browser.click("#f2 [data-do=takeback]")
    browser.until("document.querySelector('#f2 [data-mine]').textContent === 'You rejected it'")
    browser.click("#f2 [data-do=spelling]")
    browser.until("document.getElementById('said').textContent === 'The spelling is in your list'")
    assert "Nicole Pasinyan" in (tmp_path / "own.csv").read_text(encoding="utf-8")
    browser.ask("document.querySelector('[name=open]').click()")
    assert browser.ask("[...document.querySelectorAll('.cards > li')].map((card) => card.hidden)") == [False, True]
    assert browser.errors == []


def test_words_that_are_typed_can_be_marked_too(browser: Browser, review: Running, tmp_path: Path) -> None:
    open_article(browser, review)
    browser.press("m")
    typed = "const box = document.getElementById('mark-words'); box.value = 'Armenia'; box.dispatchEvent(new Event('input'))"
    browser.ask(typed)
    assert browser.ask("document.getElementById('mark-place').textContent") == "They stand there 3 times."
    browser.ask("document.getElementById('mark-nth').value = '3'")
    browser.ask("document.querySelector('#mark-form button[value=add]').click()")
    browser.until("document.querySelectorAll('.card').length === 3")
    span = kept(tmp_path / KEPT).decisions[0].span
    assert span is not None
    assert (span.of(ARTICLE), span.start) == ("Armenia", ARTICLE.index("Armenia, and"))


def test_places_count_code_points_as_they_were_given(browser: Browser, tmp_path: Path) -> None:
    text = "😀 Nikol\u200b Pashinyan 𝔘 said\u202e words.\r\n\r\nArmenian Prime Minister Nicole Pasinyan 😀 came then.\n"
    (tmp_path / "odd.txt").write_bytes(text.encode())
    with served(Office(tmp_path, str(tmp_path / "odd.txt"))) as review:
        open_article(browser, review)
        for number, words in enumerate(("words", "came", "then"), start=1):
            select_words(browser, words)
            mark(browser, "")
            browser.until(f"document.querySelectorAll('.answers[data-ref] [data-mine]:not(:empty)').length === {number}")
    spans = [one.span for one in kept(tmp_path / KEPT).decisions if one.span is not None]
    assert [span.of(text) for span in spans] == ["words", "came", "then"]


def test_two_tabs_follow_each_other(browser: Browser, review: Running) -> None:
    open_article(browser, review)
    browser.press("j")
    ref = browser.ask(f"document.querySelector('{CURRENT} .answers').dataset.ref")
    review.post("judgements", {"ref": ref, "answer": "rejected"})
    browser.until(f"document.querySelector('{CURRENT} [data-mine]').textContent === 'You rejected it'")
    assert browser.ask("document.activeElement.id") == "f1"


def test_a_text_is_pasted_and_a_draft_survives_a_reload(browser: Browser, review: Running) -> None:
    browser.open(review.address)
    browser.ask("document.getElementById('pasted').focus()")
    browser.call("Input.insertText", text=ARTICLE)
    browser.open("about:blank")
    browser.open(review.address)
    assert browser.ask("document.getElementById('pasted').value.length") == len(ARTICLE)
    browser.ask("document.querySelector('#paste button').click()")
    browser.until("location.pathname === '/articles/2'", 60)
    browser.until("document.querySelectorAll('.card').length === 2", 60)
    browser.open(review.address)
    assert browser.ask("document.getElementById('pasted').value") == ""
    assert browser.ask("document.querySelectorAll('.files tbody tr').length") == 2
    assert browser.errors == []


def test_hostile_texts_run_nothing(browser: Browser, tmp_path: Path) -> None:
    words = " ".join(item for item in XSS if "\x00" not in item and "\ud800" not in item)
    path = tmp_path / "bad <img src=x onerror=boom()>.txt"
    path.write_text(f"{ARTICLE}\n{words}\n", encoding="utf-8")
    with served(Office(tmp_path, str(path), who="<img src=x onerror=boom()>")) as review:
        browser.call("Page.addScriptToEvaluateOnNewDocument", source="window.boom = () => { window.boomed = true; };")
        browser.open(review.address)
        assert browser.ask("window.boomed") is None
        open_article(browser, review)
        browser.press("j")
        review.post("judgements", {"ref": review.state()["items"][0]["ref"], "answer": "rejected", "note": words})
        browser.until(f"document.querySelector('{CURRENT} [data-mine]').textContent.startsWith('You rejected it')")
        assert browser.ask("window.boomed") is None
        assert browser.ask("document.querySelectorAll('img, iframe, svg, base, link').length") == 0


@pytest.mark.parametrize(("width", "dark"), [(1400, False), (400, True)])
def test_nothing_is_wider_than_the_page(browser: Browser, review: Running, width: int, dark: bool) -> None:
    browser.look(width, 800, dark=dark)
    browser.open(review.address)
    assert browser.ask("document.documentElement.scrollWidth") == width
    open_article(browser, review)
    for keys in (("j",), ("e",), ("Escape", "m")):
        browser.press(*keys)
        assert browser.ask("document.documentElement.scrollWidth") == width


@needs_axe
@pytest.mark.parametrize(("width", "dark"), [(1400, False), (400, True)])
def test_axe_finds_nothing_serious_in_a_review(browser: Browser, review: Running, width: int, dark: bool) -> None:
    browser.look(width, 800, dark=dark)
    browser.call("Page.setBypassCSP", enabled=True)
    try:
        browser.open(review.address)
        assert serious(browser) == []
        for keys in ((), ("j", "x"), ("j", "e"), ("m",), ("?",)):
            open_article(browser, review)
            browser.press(*keys)
            time.sleep(0.3)
            assert serious(browser) == [], keys
        browser.open(f"{review.address}/articles/99")
        assert serious(browser) == []
    finally:
        browser.call("Page.setBypassCSP", enabled=False)
