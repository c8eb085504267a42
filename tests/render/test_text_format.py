from __future__ import annotations

import dataclasses
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from copydesk.core.finding import Safety
from copydesk.core.lines import Lines
from copydesk.core.report import DocumentReport
from copydesk.core.span import Span
from copydesk.render import FORMATS, Style, Tally, View, renderer
from copydesk.render.diff import diff
from copydesk.render.excerpt import excerpt
from copydesk.render.paint import Paint
from copydesk.render.tally import merge_signatures
from copydesk.render.visible import visible

HOSTILE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff]")

#: formats in which tabs mean something, or nothing
TABBED = ("html", "marot")


def printed(name: str, report: DocumentReport, style: Style) -> str:
    shown, tally = renderer(name, style), Tally()
    tally.add(report)
    return "".join([*shown.document(report), *shown.end(tally)])


def test_text_is_exactly_this(report: DocumentReport) -> None:
    expected = """\
a.txt:2:51: NAM101 major “Nicole Pasinyan” looks like a garbled form of Nikol Pashinyan (0.97)
  |
2 | As the upgrade continued, Armenian Prime Minister Nicole Pasinyan held a military meeting in Ye…
  |                                                   ^^^^^^^^^^^^^^^
  = evidence: family 0.93 × 1 “Pasinyan” ~ “Pashinyan”: sh~s
  = evidence: context 1.00 × 0.5: Armenian Prime Minister
  = fix (unsafe): Nikol Pashinyan

a.txt:3:10: TRN101 minor a plain one (0.50)
  |
3 | John Doe spoke.
  |          ^^^^^

a.txt: not proof-read: furniture: line 1

claims in a.txt:
  line:col  relation  verdict          reason    score  as of       claim
  2:27      role      supported                  0.97   2020-11-28  “Armenian Prime Minister Nicole
                                                                    Pasinyan”
            Nikol Pashinyan has held the office since 2018-05-08
            - Q1: Head of government, Q2, since 2018-05-08 (https://example.org/a)
  3:1       role      not enough info  unlinked                     “John Doe”
            John Doe: speaks for nobody

2 findings (1 NAM101, 1 TRN101), 1 ignored, 2 claims (1 not enough info, 1 supported), 1 file; signature SIGNATURE
can be fixed: 1 with --fix --unsafe-fixes
"""
    assert printed("text", report, Style()) == expected.replace("SIGNATURE", report.signature)


def test_quiet_leaves_claims_and_counts_out(report: DocumentReport) -> None:
    text = printed("text", report, Style(quiet=True))
    assert "claims" not in text
    assert "signature" not in text
    assert text.count("a.txt:") == 2


def test_nothing_found_is_said() -> None:
    assert list(renderer("text", Style()).end(Tally())) == ["no findings, no claims, no files; signature \n"]


def test_concise_is_one_line_a_finding(report: DocumentReport) -> None:
    assert printed("concise", report, Style()).splitlines() == [
        "a.txt:2:51: NAM101 “Nicole Pasinyan” looks like a garbled form of Nikol Pashinyan",
        "a.txt:3:10: TRN101 a plain one",
    ]
    assert printed("concise", report, Style(view=View.MENTIONS)).splitlines() == [
        "a.txt:2:51: garble “Nicole Pasinyan” → Nikol Pashinyan",
        "a.txt:3:1: not_in_list “John Doe”",
    ]
    assert len(printed("concise", report, Style(view=View.LINKS)).splitlines()) == 3


def test_mentions_stand_by_status(report: DocumentReport) -> None:
    text = printed("text", report, Style(view=View.MENTIONS))
    assert text.startswith(
        "a.txt: 2 mentions\n"
        "garble (1)\n"
        "  2:51  “Nicole Pasinyan” → Nikol Pashinyan [Q1] (0.97), write Nikol Pashinyan\n"
        "not in list (1)\n"
        "  3:1  “John Doe”\n"
    )


def test_links_show_candidates_and_their_reasons(report: DocumentReport) -> None:
    text = printed("text", report, Style(view=View.LINKS))
    assert text.startswith(
        "a.txt:2:51: garble “Nicole Pasinyan” → Nikol Pashinyan [Q1] (0.97), write Nikol Pashinyan\n"
        "   beside it: Armenian Prime Minister\n"
        "   1. Nikol Pashinyan [Q1] 0.97\n"
        "      feature  score  weight  text      list       detail\n"
        "      family   0.93   1       Pasinyan  Pashinyan  sh~s\n"
        "      context  1.00   0.5                          Armenian Prime Minister\n"
        "   2. Armenia [Q2] as “Hayastan” 0.01\n"
    )


@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize("name", FORMATS)
def test_hostile_text_controls_nothing(hostile: DocumentReport, name: str, view: View) -> None:
    text = printed(name, hostile, Style(view=view))
    assert not HOSTILE.search(text.replace("\t", "") if name in TABBED else text)
    if name == "jsonl":
        first = json.loads(text.splitlines()[0])
        assert first["text"] == hostile.findings[0].text
    elif name == "text":
        assert "\\x1b[31mred\\x9b2J\\u202eevil\\u2066<script>" in text


def test_hostile_text_controls_no_diff(hostile: DocumentReport) -> None:
    text = "".join(diff(hostile.document.path, hostile.document.text, "x", Paint(False)))
    assert not HOSTILE.search(text)


def test_colours_only_where_asked_for(report: DocumentReport) -> None:
    assert "\x1b[31mNAM101 major\x1b[0m" in printed("text", report, Style(colour=True))
    assert "\x1b" not in printed("text", report, Style())


def marked(text: str, words: str, width: int) -> str:
    """What stands above the underline."""
    start = text.index(words)
    cut = excerpt(text, Lines(text), Span(start, start + len(words)), width)
    assert cell_len(cut.text) <= width
    cells = ""
    for char in cut.text:
        cells += char * cell_len(char) if cell_len(char) else ""
    return cells[cut.lead : cut.lead + cut.underline]


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("plain words here", "words", "words"),
        ("\tone\ttwo", "two", "two"),
        ("中文新闻 Pasinyan", "Pasinyan", "Pasinyan"),
        ("中文新闻", "文新", "文文新新"),
        ("e\u0301te\u0301 word", "word", "word"),
        ("a\x1bb word", "word", "word"),
        ("x" * 500 + " word " + "y" * 500, "word", "word"),
        ("中" * 300 + "word" + "文" * 300, "word", "word"),
    ],
)
def test_the_underline_stands_under_the_words(text: str, words: str, shown: str) -> None:
    assert marked(text, words, 40) == shown


def test_a_long_line_is_cut_on_both_sides() -> None:
    text = "a" * 100 + "WORD" + "b" * 100
    cut = excerpt(text, Lines(text), Span(100, 104), 20)
    assert cut.text.startswith("…a")
    assert cut.text.endswith("b…")
    assert len(cut.text) == 20


def test_a_span_across_lines_shows_its_first_line() -> None:
    text = "one two\r\nthree"
    cut = excerpt(text, Lines(text), Span(4, 14), 40)
    assert (cut.text, cut.lead, cut.underline) == ("one two", 4, 3)


def test_a_span_wider_than_the_screen_shows_its_head() -> None:
    text = "see " + "x" * 200
    cut = excerpt(text, Lines(text), Span(4, 204), 30)
    assert cut.text.endswith("x…")
    assert cell_len(cut.text) <= 30


def test_an_empty_span_is_still_shown() -> None:
    cut = excerpt("", Lines(""), Span(0, 0), 30)
    assert (cut.text, cut.lead, cut.underline) == ("", 0, 1)


LETTERS = st.text(st.sampled_from("ab \t\n\r中e\u0301\u200b\x1b\u202e👩\u200d💻"), max_size=80)


@given(LETTERS, st.integers(0, 80), st.integers(0, 80), st.integers(20, 60))
def test_no_excerpt_is_too_wide(text: str, start: int, end: int, width: int) -> None:
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    cut = excerpt(text, Lines(text), Span(start, end), width)
    assert cell_len(cut.text) <= width + 2
    assert cut.lead <= cell_len(cut.text)
    assert not HOSTILE.search(cut.text)


@given(st.text())
def test_visible_is_one_harmless_line(text: str) -> None:
    shown = visible(text)
    assert not HOSTILE.search(shown)
    assert "\n" not in shown


def test_a_diff_shows_line_ends_of_any_kind_as_one() -> None:
    before, after = "one\r\nNicole\r\nlast", "one\r\nNikol\r\nlast"
    assert "".join(diff("a.txt", before, after, Paint(False))) == (
        "--- a/a.txt\n+++ b/a.txt\n@@ -1,3 +1,3 @@\n one\n-Nicole\n+Nikol\n last\n\\ No newline at end of file\n"
    )
    assert "\x1b[32m+Nikol\x1b[0m" in "".join(diff("a.txt", before, after, Paint(True)))


def test_signatures_that_differ_say_where() -> None:
    assert merge_signatures("a:1|b:2", "a:1|b:2") == "a:1|b:2"
    assert merge_signatures("a:1|b:2", "a:1|b:3") == "a:1|b:various"
    assert merge_signatures("a:1|b:various", "a:1|b:3") == "a:1|b:various"
    assert merge_signatures("a:1", "a:1|b:3") == "various"


def test_a_tally_counts_each_finding_under_its_best_fix(report: DocumentReport) -> None:
    tally = Tally()
    tally.add(report)
    tally.add(dataclasses.replace(report, signature="copydesk:0|entities:x|date:2021"))
    assert tally.fixable == {Safety.UNSAFE: 2}
    assert tally.signature == "copydesk:0|entities:x|date:various"
    assert (tally.files, tally.findings, tally.claims, tally.ignored) == (2, 4, 4, 2)
