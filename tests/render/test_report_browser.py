"""The report as a reader meets it: in Chromium, by keys, at two widths, in light and dark, and with axe-core looking on.

Needs Chromium (in the path, or named by COPYDESK_CHROMIUM), and for the look of axe-core its file (`axe`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import pytest

from axe import needs_axe, serious
from chromium import Browser, chromium, opened
from copydesk.core.document import Document, Reading
from copydesk.core.finding import Finding, Fix, Safety, Severity
from copydesk.core.report import DocumentReport
from copydesk.core.span import Span
from copydesk.entities.build import SEEDS
from copydesk.render import Style, Tally, renderer
from copydesk.text import read_document
from hostile_strings import ALL, LONE
from one_desk import the_desk
from small_list import small_desk

pytestmark = pytest.mark.skipif(chromium() is None, reason="no Chromium here: install it, or name it in COPYDESK_CHROMIUM")
LOOKS = [(1400, False), (1400, True), (400, False), (400, True)]


def write(path: Path, *reports: DocumentReport, folder: bool = False) -> Path:
    style = Style(folder=path if folder else None)
    style.known.load(the_desk().entities)
    page, tally = renderer("html", style), Tally()
    pieces: list[str] = []
    for report in reports:
        tally.add(report)
        pieces += page.document(report)
    pieces += page.end(tally)
    if not folder:
        path.write_text("".join(pieces), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def seed() -> DocumentReport:
    return the_desk().check(read_document(str(SEEDS / "article-2020-11-28.txt")))


@pytest.fixture(scope="module")
def page(seed: DocumentReport, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("report") / "report.html", seed)


@pytest.fixture(scope="module")
def one_browser() -> Iterator[Browser]:
    with opened() as browser:
        yield browser


@pytest.fixture
def browser(one_browser: Browser) -> Iterator[Browser]:
    """The browser, of which afterwards nothing may have failed and nothing but files may have been fetched."""
    one_browser.errors.clear()
    one_browser.requests.clear()
    one_browser.look()
    yield one_browser
    assert one_browser.errors == []
    assert [url for url in one_browser.requests if not url.startswith(("file:", "about:"))] == []


def test_keys_step_through_every_finding(browser: Browser, page: Path, seed: DocumentReport) -> None:
    browser.open(page)
    count = len(seed.findings)
    for number, finding in enumerate(seed.findings, start=1):
        browser.press("j")
        assert browser.ask("document.activeElement.id") == f"f{number}"
        assert browser.ask("document.querySelectorAll('[aria-current=true]').length") == 1
        words = browser.ask("[...document.querySelectorAll('.u.on')].map((mark) => mark.textContent).join('')")
        assert finding.text in words
        assert browser.ask("document.getElementById('at').textContent") == f"{number} of {count}"
        for target in ("document.activeElement", "document.querySelector('.u.on')"):
            top = browser.ask(f"{target}.getBoundingClientRect().top")
            assert 0 <= top < 900, (number, target)
    browser.press("j")
    assert browser.ask("document.activeElement.id") == f"f{count}"
    browser.press("k")
    assert browser.ask("document.activeElement.id") == f"f{count - 1}"


def test_enter_goes_to_the_text_and_back(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.press("j", "j", "Enter")
    assert browser.ask("document.activeElement.id") == "t2"
    browser.press("Enter")
    assert browser.ask("document.activeElement.id") == "f2"
    assert browser.ask("document.getElementById('d2').hidden") is False
    browser.click("#t1")
    assert browser.ask("document.querySelector('[aria-current=true]').id") == "f1"


def test_tabs(browser: Browser, page: Path) -> None:
    browser.open(page)
    shown = "[...document.querySelectorAll('.panel')].filter((panel) => !panel.hidden).map((panel) => panel.id).join()"
    for key, panel in (("2", "names"), ("3", "claims"), ("1", "findings")):
        browser.press(key)
        assert browser.ask(shown) == panel
        assert browser.ask("document.querySelector('[aria-selected=true]').hash") == f"#{panel}"
    browser.press("2")
    browser.ask("document.querySelector('#names .place').click()")
    browser.until("document.querySelector('.b:target') !== null")
    assert browser.ask(shown) == "findings"
    browser.ask("document.querySelector('[aria-selected=true]').focus()")
    browser.press("ArrowRight")
    assert browser.ask(shown) == "names"


def test_filters(browser: Browser, page: Path, seed: DocumentReport) -> None:
    browser.open(page)
    left = "[...document.querySelectorAll('.cards > li')].filter((card) => !card.hidden).length"
    browser.press("f")
    assert browser.ask("document.activeElement.closest('form').id") == "filters"
    browser.ask("document.querySelector('[name=severity][value=major]').click()")
    assert browser.ask(left) == sum(item.severity is not Severity.MAJOR for item in seed.findings)
    browser.ask("document.querySelector('[name=severity][value=major]').click()")
    browser.ask("document.querySelector('[name=family][value=NAM]').click()")
    assert browser.ask(left) == sum(not item.rule.startswith("NAM") for item in seed.findings)
    browser.ask("document.querySelector('[name=family][value=NAM]').click()")
    slide = "document.querySelector('[name=least]')"
    browser.ask(f"{slide}.value = '0.95', {slide}.dispatchEvent(new Event('input', {{bubbles: true}}))")
    assert browser.ask(left) == sum(item.confidence >= 0.95 for item in seed.findings)
    off = sum(item.confidence < 0.95 for item in seed.findings)
    assert browser.ask("document.querySelectorAll('.ref.off').length") == off


def test_help_and_turning_keys_off(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.press("?")
    assert browser.ask("document.getElementById('help').open") is True
    browser.ask("document.getElementById('keys-on').click()")
    browser.press("Escape")
    browser.until("!document.getElementById('help').open")
    browser.press("j")
    assert browser.ask("document.querySelector('[aria-current=true]')") is None


def test_without_script_everything_is_there(browser: Browser, page: Path) -> None:
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.open(page)
        seen = "[...document.querySelectorAll('.panel, .details')].every((part) => part.offsetHeight > 0)"
        assert browser.ask(seen) is True
        assert browser.ask("document.querySelector('.stepper').offsetHeight") == 0
    finally:
        browser.call("Emulation.setScriptExecutionDisabled", value=False)


def test_print_opens_every_card(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.press("2")
    browser.look(media="print")
    seen = "[...document.querySelectorAll('.panel, .details, .card')].every((part) => part.offsetHeight > 0)"
    assert browser.ask(seen) is True
    assert browser.ask("document.querySelector('.stepper').offsetHeight") == 0


@pytest.mark.parametrize(("width", "dark"), LOOKS)
def test_nothing_is_wider_than_the_page(browser: Browser, page: Path, width: int, dark: bool) -> None:
    browser.look(width, 800, dark=dark)
    browser.open(page)
    for key in ("1", "2", "3"):
        browser.press(key)
        assert browser.ask("document.documentElement.scrollWidth") == width
    light = browser.ask("getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/)[0]")
    assert (int(light) < 60) is dark


def test_hostile_articles_run_nothing(browser: Browser, tmp_path: Path) -> None:
    report = small_desk().check(f"Armenian Prime Minister Nicole Pasinyan spoke. {ALL.replace(LONE, '')}")
    bad = [replace(item, message=ALL, text=ALL, name_form=ALL) for item in report.findings]
    path = write(tmp_path / "bad.html", replace(report, findings=tuple(bad), signature=ALL))
    browser.call("Page.addScriptToEvaluateOnNewDocument", source="window.boom = () => { window.boomed = true; };")
    browser.open(path)
    browser.press("j", "2", "3", "1")
    assert browser.ask("window.boomed") is None
    assert browser.ask("document.querySelectorAll('script, img, iframe, svg, base, link').length") == 1


def many(count: int) -> DocumentReport:
    text = "".join(f"Here is teh sentence number {number} of a very long article.\n" for number in range(count))
    spans, at = [], 0
    for _ in range(count):
        at = text.index("teh", at)
        spans.append(Span(at, at + 3))
        at += 3
    findings = tuple(
        Finding(rule="TRN205", span=span, text="teh", severity=Severity.MINOR, confidence=0.5, message="clumsy wording",
                fixes=(Fix(span=span, replacement="the", safety=Safety.SAFE),))
        for span in spans
    )  # fmt: skip
    return DocumentReport(document=Document(text=text, reading=Reading(text=text), path="long.txt"), findings=findings)


def test_two_thousand_findings_stay_usable(browser: Browser, tmp_path: Path) -> None:
    path = write(tmp_path / "long.html", many(2000))
    browser.open(path)
    browser.until("performance.getEntriesByName('first-contentful-paint').length > 0")
    assert browser.ask("performance.getEntriesByName('first-contentful-paint')[0].startTime") < 10_000
    begin = perf_counter()
    browser.press("k", "k", "k")
    assert browser.ask("document.activeElement.id") == "f1998"
    assert browser.ask("document.querySelector('.u.on').getBoundingClientRect().top") < 900
    assert perf_counter() - begin < 10


def test_the_index_sorts_and_filters(browser: Browser, tmp_path: Path, seed: DocumentReport) -> None:
    folder = write(tmp_path / "site", seed, many(5), folder=True)
    browser.open(folder / "index.html")
    first = "document.querySelector('.files tbody th').textContent.trim()"
    assert browser.ask(first).endswith("article-2020-11-28.txt")
    browser.ask("[...document.querySelectorAll('.files thead button')].at(6).click()")
    assert browser.ask(first) == "long.txt"
    browser.ask("const box = document.getElementById('find'); box.value = 'article'; box.dispatchEvent(new Event('input'))")
    assert browser.ask("document.getElementById('left').textContent") == "1 shown"
    browser.ask("[...document.querySelectorAll('.files tbody a')].find((link) => link.textContent === 'long.txt').click()")
    browser.until("document.title.startsWith('long.txt')")
    assert browser.ask("document.querySelector('header a').textContent") == "All articles"


@needs_axe
@pytest.mark.parametrize(("width", "dark"), [(1400, False), (400, True)])
def test_axe_finds_nothing_serious(
    browser: Browser, page: Path, tmp_path: Path, seed: DocumentReport, width: int, dark: bool
) -> None:
    index = write(tmp_path / "site", seed, many(3), folder=True) / "index.html"
    browser.look(width, 800, dark=dark)
    browser.call("Page.setBypassCSP", enabled=True)
    try:
        for path, keys in ((page, ()), (page, ("j", "j")), (page, ("2",)), (page, ("3",)), (page, ("?",)), (index, ())):
            browser.open("about:blank")
            browser.open(path)
            browser.press(*keys)
            assert serious(browser) == [], (path.name, keys)
    finally:
        browser.call("Page.setBypassCSP", enabled=False)
