"""Annotations against the W3C model: what it demands of a collection, its page, an annotation and its selectors."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed import found, of, whole

from copydesk.core.entity import Entity, Kind
from copydesk.core.finding import Fix, Safety
from copydesk.core.report import DocumentReport
from copydesk.core.span import Span

PURPOSES = {"commenting", "tagging", "classifying", "describing", "editing", "identifying"}


def collection(*reports: DocumentReport) -> dict[str, Any]:
    parsed = json.loads(whole("annotations", *reports))
    assert (parsed["@context"], parsed["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationCollection")
    assert parsed["id"].startswith("urn:uuid:")
    return dict(parsed)


def items(*reports: DocumentReport) -> list[dict[str, Any]]:
    parsed = collection(*reports)
    page = parsed["first"]
    assert (page["type"], page["startIndex"], page["id"]) == ("AnnotationPage", 0, parsed["last"])
    assert parsed["total"] == len(page["items"])
    return list(page["items"])


def test_an_annotation_in_full(report: DocumentReport) -> None:
    first, second = items(report)
    assert (first["type"], first["motivation"], second["motivation"]) == ("Annotation", "editing", "assessing")
    assert {body["purpose"] for body in first["body"]} <= PURPOSES
    values = {body["purpose"]: body["value"] for body in first["body"]}
    assert values["commenting"] == report.findings[0].message
    assert (values["tagging"], values["classifying"], values["editing"]) == ("NAM101", "major", "Nikol Pashinyan")
    assert values["describing"].startswith("confidence 0.97\nevidence: family 0.93")
    source = {"id": (Path.cwd() / "a.txt").as_uri(), "type": "Text", "format": "text/plain"}
    assert first["target"]["source"] == source
    quote, position = first["target"]["selector"]
    assert quote == {
        "type": "TextQuoteSelector",
        "exact": "Nicole Pasinyan",
        "prefix": report.document.text[32:64],
        "suffix": " held a military meeting in Yere",
    }
    assert position == {"type": "TextPositionSelector", "start": 64, "end": 79}


def test_a_run_without_findings_has_no_page(report: DocumentReport) -> None:
    parsed = collection(replace(report, findings=()))
    assert parsed["total"] == 0
    assert "first" not in parsed
    assert report.signature in parsed["label"]


def test_identifiers_are_stable_and_apart(report: DocumentReport) -> None:
    other = replace(report, document=replace(report.document, path="b.txt"))
    once, again = collection(report, other), collection(report, other)
    assert once == again
    idents = [item["id"] for item in once["first"]["items"]]
    assert len({*idents, once["id"], once["last"]}) == 6


def test_who_is_meant_where_the_list_says_so() -> None:
    entity = Entity(id="x", name="X", kind=Kind.PERSON, same_as=("wikidata:Q42", "geonames:1"))
    (only,) = items(of("x", found("x", Span(0, 1), entity=entity)))
    assert only["body"][-1] == {
        "type": "SpecificResource",
        "purpose": "identifying",
        "source": "http://www.wikidata.org/entity/Q42",
    }


def test_only_what_can_be_written_for_these_words_is_an_edit() -> None:
    fixes = tuple(
        Fix(span=span, replacement=words, safety=safety)
        for span, words, safety in [
            (Span(0, 1), "yes", Safety.SAFE),
            (Span(0, 1), "never", Safety.DISPLAY),
            (Span(2, 3), "a copy", Safety.SAFE),
        ]
    )
    (only,) = items(of("x x", found("x x", Span(0, 1), fixes=fixes)))
    assert [body["value"] for body in only["body"] if body["purpose"] == "editing"] == ["yes"]


@pytest.mark.parametrize("path", ["a b.txt", "100%.txt", "новости.txt", "<v>.txt", "../above.txt", "/abs/a#b.txt"])
def test_sources_are_files(path: str) -> None:
    (only,) = items(of("x", found("x", Span(0, 1)), path=path))
    uri = only["target"]["source"]["id"]
    assert uri.startswith("file:///")
    assert uri.isascii()
    assert not set(uri) & set(" <>#?")
    assert Path(unquote(uri.removeprefix("file://"))) == Path(path).absolute().resolve()


@given(st.text(min_size=1, max_size=200), st.data())
def test_both_selectors_select_the_same(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    (only,) = items(of(text, found(text, span)))
    quote, position = only["target"]["selector"]
    assert text[position["start"] : position["end"]] == quote["exact"]
    around = quote["prefix"] + quote["exact"] + quote["suffix"]
    assert text[position["start"] - len(quote["prefix"]) :].startswith(around)
