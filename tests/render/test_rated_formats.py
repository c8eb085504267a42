"""WMT's table and xCOMET's JSON, read back by the loaders and as marks on the article."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from printed import found, of, whole
from test_segments import SENTENCES, TEXT, reports

from copydesk.core.finding import Severity
from copydesk.core.marking import Category, ErrorSpan
from copydesk.core.report import DocumentReport
from copydesk.core.span import Span
from copydesk.entities.build import SEEDS
from copydesk.mqm.marot import read_marot
from copydesk.mqm.of_rules import category_of_finding
from copydesk.mqm.placing import solid
from copydesk.mqm.spans import read_spans
from copydesk.mqm.xcomet import read_xcomet
from copydesk.text import parse_document, read_document
from one_desk import the_desk

FORMATS = ("marot", "xcomet")
PAGE = """<!doctype html><html><head><title>Pasinyan meets Bairamov</title></head><body><nav>Home</nav><article>
<h1>Pasinyan meets Bairamov</h1><p>Armenian Prime Minister <b>Nicole</b>&nbsp;Pasinyan spoke on Monday &amp; Tuesday.</p>
<p>Turkish Foreign Minister Mevrut Cavusoglu called for calm.</p>
<h1>Pasinyan meets Bairamov</h1></article></body></html>
"""
MARKDOWN = (
    "# Talks\n\nArmenian Prime Minister **Nicole Pasinyan** met [Jaykhon Bairamov](https://x.org/a_b), foreign minister.\n"
)


def written(folder: Path, form: str, *given: DocumentReport) -> Path:
    path = folder / "spans"
    path.write_text(whole(form, *given), encoding="utf-8")
    return path


def trimmed(span: Span, text: str) -> Span | None:
    """The span without the white space and invisible characters at its ends; None where there is nothing else."""
    places = [place for place in range(span.start, span.end) if solid(text[place])]
    return Span(places[0], places[-1] + 1) if places else None


def expected(report: DocumentReport, form: str) -> set[ErrorSpan]:
    marks = set()
    for item in report.findings:
        span, category = trimmed(item.span, report.document.text), category_of_finding(item)
        if span is not None and category is not None:
            rated = form == "marot"
            confidence = None if rated else round(item.confidence, 4)
            kind = category if rated else Category.OTHER
            marks.add(ErrorSpan(span=span, category=kind, severity=item.severity, confidence=confidence))
    return marks


def test_rows_are_exactly_this() -> None:
    text = TEXT.replace(" is ", "\tis ")
    findings = (found(text, Span(6, 9)), found(text, Span(10, 12), rule="NUM104", severity=Severity.MINOR))
    rows = [
        line.split("\t")
        for line in whole("marot", of(text, *findings, sentences=SENTENCES), of(text, path="b.txt")).splitlines()
    ]
    assert rows[0] == "system doc docSegId globalSegId rater source target category severity metadata".split()
    name, number = "Locale convention/Name format", "Locale convention/Number format"
    assert [row[:9] for row in rows[1:]] == [
        ["unknown", "a.txt", "1", "1", "copydesk", "", "<v>One</v> is here.", name, "Major"],
        ["unknown", "a.txt", "1", "1", "copydesk", "", "One <v>is</v> here.", number, "Minor"],
        ["unknown", "a.txt", "2", "2", "copydesk", "", "Two is there.", "No-error", "No-error"],
    ]
    assert json.loads(rows[1][9]) == {
        "note": "NAM101 looks wrong",
        "rule": "NAM101",
        "confidence": 0.75,
        "fingerprint": findings[0].fingerprint,
    }


def test_segments_of_xcomet_are_exactly_this() -> None:
    report = of(TEXT, found(TEXT, Span(13, 17)), sentences=SENTENCES)
    error = {"text": "here", "confidence": 0.75, "severity": "major", "start": 7, "end": 11}
    assert next(iter(json.loads(whole("xcomet", replace(report, findings=()))).values())) == [
        {"src": None, "mt": "One is here.", "ref": None, "errors": []},
        {"src": None, "mt": "Two is there.", "ref": None, "errors": []},
    ]
    assert json.loads(whole("xcomet", report)) == {
        "a.txt": [
            {"src": None, "mt": "One is here.", "ref": None, "errors": [error]},
            {"src": None, "mt": "Two is there.", "ref": None, "errors": []},
        ]
    }


@pytest.mark.parametrize("form", FORMATS)
def test_a_run_without_documents(form: str, tmp_path: Path) -> None:
    path = written(tmp_path, form)
    assert list((read_marot if form == "marot" else read_xcomet)(path)) == []
    assert read_spans(path, "Nothing.") == ()


def test_segments_without_errors_count_as_rated(tmp_path: Path) -> None:
    report = of(TEXT, found(TEXT, Span(6, 9)), sentences=SENTENCES)
    for form, read in (("marot", read_marot), ("xcomet", read_xcomet)):
        segments = list(read(written(tmp_path, form, report)))
        assert [item.target for item in segments] == ["One is here.", "Two is there."]
        assert [[len(rating.errors) for rating in item.ratings] for item in segments] == [[1], [0]]


@pytest.mark.parametrize("form", FORMATS)
@given(report=reports(), other=reports())
def test_marks_come_back_where_they_were(
    form: str, report: DocumentReport, other: DocumentReport, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = written(tmp_path_factory.getbasetemp(), form, report)
    text = report.document.text
    assert {mark for mark in read_spans(path, text) if solid(mark.span.of(text))} == expected(report, form)


@pytest.mark.parametrize("severity", Severity)
@pytest.mark.parametrize("category", Category)
def test_every_category_and_severity_comes_back(category: Category, severity: Severity, tmp_path: Path) -> None:
    report = of("wrong", found("wrong", Span(0, 5), rule="TRN201", category=category.value, severity=severity))
    (mark,) = read_spans(written(tmp_path, "marot", report), "wrong")
    assert (mark.category, mark.severity) == (category, severity)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(("text", "markup"), [(PAGE, "html"), (MARKDOWN, "markdown")])
def test_marked_up_texts(form: str, text: str, markup: str, tmp_path: Path) -> None:
    report = the_desk().check(parse_document(text, markup=markup))
    assert len(report.findings) > 1
    marks = read_spans(written(tmp_path, form, report), text)
    assert set(marks) == expected(report, form)


@pytest.mark.parametrize("form", FORMATS)
def test_one_of_several_documents(form: str, tmp_path: Path) -> None:
    other = of("Another text.", found("Another text.", Span(0, 7)), sentences=[Span(0, 13)], path="other.txt")
    article = the_desk().check(read_document(str(SEEDS / "article-2020-11-28.txt")))
    path = written(tmp_path, form, other, article)
    assert set(read_spans(path, article.document.text)) == expected(article, form)
    assert len(read_spans(path, other.document.text)) == 1
