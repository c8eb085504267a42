"""The desk with a reader: marks become findings, policy sets severities, marks of others take their place."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

import pytest

from copydesk.config import Config
from copydesk.core.finding import Finding, Severity
from copydesk.core.marking import Category, ErrorSpan
from copydesk.core.span import Span
from copydesk.desk import Desk
from copydesk.errors import ReaderError
from copydesk.reader.answers import Name, SentenceAnswer
from copydesk.reader.card import Operating
from copydesk.reader.labels import CATEGORIES
from copydesk.reader.read import SHIPPED, Reader
from copydesk.text import parse_document, words
from one_desk import NO_READER
from small_list import small_list

GARBLED = "Armenian Prime Minister Nicole Pasinyan spoke of the odd upgrade."
#: what the model below says of single words: probability, major, category
SAID = {
    "odd": (0.8, 0.5, Category.STYLE),
    "upgrade": (0.7, 0.1, Category.MISTRANSLATION),
    "Pasinyan": (0.9, 0.1, Category.NAME),
    "Bayeva": (0.9, 0.1, Category.NAME),
    "faint": (0.45, 0.1, Category.GRAMMAR),
}
QUIET = (0.0, 0.0, Category.OTHER)


class WordModel:
    """Knows a few words; takes all capitals for places."""

    operating = Operating(seed=0.4, grow=0.3)
    signature = "words"

    def answers(self, texts: Sequence[str]) -> tuple[SentenceAnswer, ...]:
        return tuple(self._answer(text) for text in texts)

    def _answer(self, text: str) -> SentenceAnswer:
        found = tuple(words(text))
        said = [SAID.get(word.of(text), QUIET) for word in found]
        return SentenceAnswer(
            span=Span(0, len(text)), words=found, any=tuple(any_ for any_, _, _ in said), quality=0.5, faulty=0.25,
            major=tuple(major for _, major, _ in said), names=tuple(Name(span=word, kind="LOC") for word in found),
            kinds=tuple(tuple(float(kind is category) for kind in CATEGORIES) for _, _, category in said),
        )  # fmt: skip


def desk(**values: object) -> Desk:
    return Desk(small_list(), Config(**values), reader=Reader(WordModel()))  # type: ignore[arg-type]


def shown(findings: Sequence[Finding]) -> list[tuple[str, str, str]]:
    return [(finding.rule, finding.text, finding.severity.value) for finding in findings]


def test_marks_become_findings_beside_the_others() -> None:
    report = desk().check(GARBLED)
    assert shown(report.findings) == [("NAM101", "Nicole Pasinyan", "major"), ("TRN205", "odd upgrade", "major")]
    assert report.findings[1].category == "style"
    assert [mark.span.of(GARBLED) for mark in report.marks] == ["Pasinyan", "odd upgrade"]
    assert [(item.span.of(GARBLED), item.quality, item.major) for item in report.sentences] == [(GARBLED, 0.5, 0.25)]
    assert "|reader:words|" in report.signature


def test_a_mark_inside_a_finding_that_is_off_speaks_again() -> None:
    found = shown(desk(ignore=("NAM",)).check(GARBLED).findings)
    assert found == [("TRN202", "Pasinyan", "critical"), ("TRN205", "odd upgrade", "major")]


def test_confidence_selects_as_for_every_rule() -> None:
    assert shown(desk().check("A faint sign.").findings) == []
    assert shown(desk(min_confidence=0.4).check("A faint sign.").findings) == [("TRN203", "faint", "minor")]


def test_the_policy_of_the_settings() -> None:
    text = "She is Bayeva. The 5 odd upgrade."
    assert [cells[2] for cells in shown(desk().check(text).findings)] == ["critical", "major"]
    policy = (("style", Severity.MINOR), ("name", Severity.MAJOR))
    report = desk(severity=policy).check(text)
    assert [cells[2] for cells in shown(report.findings)] == ["major", "minor"]
    assert [mark.severity for mark in report.marks] == [Severity.MAJOR, Severity.MINOR]


def test_without_a_reader_nothing_is_marked() -> None:
    report = Desk(small_list(), NO_READER).check(GARBLED)
    assert (report.marks, report.sentences) == ((), ())
    assert "|reader:none|" in report.signature


def test_marks_of_another_tool_take_the_place_of_the_readers() -> None:
    marks = [ErrorSpan(span=Span(0, 8), category=Category.GRAMMAR, severity=Severity.MINOR)]
    report = desk().check(GARBLED, marks=marks)
    assert shown(report.findings) == [("TRN203", "Armenian", "minor"), ("NAM101", "Nicole Pasinyan", "major")]
    assert report.sentences
    assert desk().check(GARBLED, marks=()).marks == ()


def test_marks_of_a_page_count_in_the_page() -> None:
    page = "<html><body><article><p>It is an &quot;<b>odd</b>&quot; upgrade, she said to us all.</p></article></body></html>"
    start = page.index("odd")
    report = desk().check(parse_document(page, path="page.html"))
    assert [mark.span.of(page) for mark in report.marks] == ["odd</b>&quot; upgrade"]
    given = ErrorSpan(span=Span(start, start + 3), category=Category.OTHER, severity=Severity.MINOR)
    outside = ErrorSpan(span=Span(0, 5), category=Category.OTHER, severity=Severity.MINOR)
    report = desk().check(parse_document(page, path="page.html"), marks=[given, outside])
    assert [mark.span for mark in report.marks] == [given.span]
    assert [finding.text for finding in report.findings] == ["odd"]


def test_an_ignore_comment_silences_marks() -> None:
    report = desk().check(f"{GARBLED} <!-- copydesk: ignore[TRN205] -->")
    assert [finding.rule for finding in report.findings] == ["NAM101"]
    assert report.ignored == 1


def test_only_headlines_and_body_are_read() -> None:
    text = "A headline\n\nThe talks went on for the whole of the day in the capital.\n\nCheck Also\n\nAn odd upgrade in the"
    report = desk().check(text)
    assert report.marks == ()
    assert [item.span.of(text) for item in report.sentences] == [
        "A headline",
        "The talks went on for the whole of the day in the capital.",
    ]


def test_a_reader_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ReaderError, match="no such folder"):
        Desk(small_list(), Config(reader="./gone"))


@pytest.mark.skipif(not (SHIPPED / "model.onnx").is_file(), reason="the reader model is not in this checkout")
def test_the_shipped_reader_reads_without_torch() -> None:
    code = (
        "import sys, copydesk\n"
        "desk = copydesk.Desk()\n"
        "print([name for name in ('onnxruntime', 'tokenizers') if name in sys.modules])\n"
        "report = desk.check('As the military upgrade continued, the talks went on. All was well.')\n"
        "print(len(report.sentences), all(0 <= item.quality <= 1 and 0 <= item.major <= 1 for item in report.sentences))\n"
        "print([name for name in ('torch', 'transformers') if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[]", "2 True", "[]"]
