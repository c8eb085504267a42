"""What all formats share: nothing hostile gets out, nothing is kept, and each is what the table says."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from printed import found, of, whole

from copydesk.cli.main import cli
from copydesk.core.entity import Entity, Kind
from copydesk.core.evidence import Evidence
from copydesk.core.finding import Fix, Safety
from copydesk.core.report import DocumentReport, Failure
from copydesk.core.span import Span
from copydesk.mqm.spans import read_spans
from copydesk.render import FORMATS, Style, renderer

HOSTILE = (
    "two\nlines\r\nand\rmore",
    "a\ttab",
    "\"quotes\" and 'more' \\ \\n \\u0000",
    "<v>tags</v> </v><v> <<v>v>",
    "</script><!--<script>alert(1)</script>",
    "100%25 %0A%0D",
    "::error file=x,line=1::mine",
    "a,b:c;d=e]](x) {0} [l](javascript:x)",
    "\x1b[31mred\x9b2J\x07\x00\x08",
    "\u202eevil\u2066 \u200f\u061c",
    "para\u2028graph\u2029s\x85\x0b\x0c",
    "soft\u00adhyphen zero\u200bwidth \ufeffbom",
    "😀𝒜\U000e0041 𠮷",
    "e\u0301 한글 العربية",
)
#: half of a surrogate pair: no document that was read holds one, a path may
HALF = "\ud800x\udcff"
#: what makes a file an article has tests of its own
STREAMS = [name for name, form in FORMATS.items() if not form.folder]
DATA = [name for name in STREAMS if not FORMATS[name].for_people]


def report_of(bad: str) -> DocumentReport:
    """The words in the text, the path and everything that is said of them."""
    text = f"Say {bad} now. Then {bad} again."
    start = text.index(bad, 8)
    span = Span(start, start + len(bad))
    finding = found(
        text,
        span,
        message=bad,
        name_form=bad,
        entity=Entity(id=bad, name=bad, kind=Kind.PERSON, same_as=(f"wikidata:{bad}",)),
        evidence=(Evidence(feature=bad, score=1, weight=1, detail=bad, query=bad, candidate=bad),),
        fixes=(Fix(span=span, replacement=bad, safety=Safety.SAFE),),
    )
    sentences = (Span(0, len(bad) + 9), Span(len(bad) + 10, len(text)))
    return of(text, finding, sentences=sentences, path=f"news/{bad}.txt")


@pytest.mark.parametrize("bad", [*HOSTILE, HALF])
@pytest.mark.parametrize("name", DATA)
def test_nothing_acts_on_what_shows_it(name: str, bad: str) -> None:
    text = whole(name, report_of(bad), problems=[Failure(path=bad, message=bad)])
    text.encode("utf-8")
    structure = "\n\t" if name == "marot" else "\n"
    assert not [char for char in text if char not in structure and (not char.isprintable() and char not in "\u3000\u00a0")]
    if name == "github":
        assert all(line.startswith(("::error ", "::warning ")) for line in text.splitlines())
        assert len(text.splitlines()) == 2
    elif name == "marot":
        assert {line.count("\t") for line in text.split("\n")[:-1]} == {9}
    elif name == "jsonl":
        assert [json.loads(line)["schema"] for line in text.splitlines()]
    else:
        assert json.loads(text)


@pytest.mark.parametrize("bad", HOSTILE)
@pytest.mark.parametrize("name", ["marot", "xcomet", "jsonl"])
def test_hostile_words_are_found_again(name: str, bad: str, tmp_path: Path) -> None:
    report = report_of(bad)
    path = tmp_path / "spans"
    path.write_text(whole(name, report), encoding="utf-8")
    text = report.document.text
    (mark,) = read_spans(path, text)
    left = text[report.findings[0].span.start : mark.span.start]
    right = text[mark.span.end : report.findings[0].span.end]
    assert not [char for char in left + right if char.isprintable() and char != " "]


@pytest.mark.parametrize("name", STREAMS)
def test_no_document_is_kept(name: str) -> None:
    report, shown = report_of("bad"), renderer(name, Style())
    before = sys.getrefcount(report.document), sys.getrefcount(report)
    text = "".join(shown.document(report))
    assert "bad" in text
    assert (sys.getrefcount(report.document), sys.getrefcount(report)) == before


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if not form.views])
@pytest.mark.parametrize("view", ["mentions", "links", "sentences", "diff"])
def test_views_that_a_format_cannot_show_are_refused(name: str, view: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("All is well.\n")
    result = CliRunner().invoke(cli, ["check", str(tmp_path / "a.txt"), "--format", name, f"--{view}"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"cannot be printed as {name}" in result.stderr


@pytest.mark.parametrize("name", DATA)
def test_data_is_utf8_whatever_the_terminal_speaks(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("статья.txt").write_text("He met “Зорба” in Кyiv today.\n", encoding="utf-8")
    arguments = ["check", "--reader", "none", "--no-default-entities", "--format", name, "статья.txt", "none.txt"]
    result = CliRunner(charset="ascii").invoke(cli, arguments)
    assert result.exit_code == 2
    text = result.stdout_bytes.decode("utf-8")
    assert "Кyiv" in text
    assert ("none.txt" in text, "none.txt" in result.stderr) == (FORMATS[name].holds_errors, not FORMATS[name].holds_errors)
