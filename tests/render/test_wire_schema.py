"""The wire schema, pinned: a change here is a change of the schema's number."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from copydesk.core.marking import SentenceQuality
from copydesk.core.report import DocumentReport, Failure
from copydesk.core.span import Span
from copydesk.errors import EntityListError
from copydesk.render import Style, Tally, View, renderer
from copydesk.render.wire import Problem


def printed(name: str, report: DocumentReport, view: View = View.FINDINGS) -> str:
    shown = renderer(name, Style(view=view))
    tally = Tally()
    tally.add(report)
    return "".join([*shown.document(report), *shown.end(tally)])


def test_jsonl_is_exactly_this(report: DocumentReport) -> None:
    lines = [json.loads(line) for line in printed("jsonl", report).splitlines()]
    assert [list(line.items()) for line in lines] == [
        list(item.items())
        for item in (
            {
                "schema": 1,
                "type": "finding",
                "path": "a.txt",
                "rule": "NAM101",
                "start": 64,
                "end": 79,
                "line": 2,
                "column": 51,
                "text": "Nicole Pasinyan",
                "severity": "major",
                "confidence": 0.9712,
                "message": "“Nicole Pasinyan” looks like a garbled form of Nikol Pashinyan",
                "entity": {"id": "Q1", "name": "Nikol Pashinyan", "kind": "person"},
                "name_form": "garble",
                "fixes": [{"start": 64, "end": 79, "replacement": "Nikol Pashinyan", "safety": "unsafe"}],
                "evidence": [
                    {
                        "feature": "family",
                        "score": 0.9346,
                        "weight": 1.0,
                        "detail": "sh~s",
                        "query": "Pasinyan",
                        "candidate": "Pashinyan",
                    },
                    {
                        "feature": "context",
                        "score": 1.0,
                        "weight": 0.5,
                        "detail": "Armenian Prime Minister",
                        "query": "",
                        "candidate": "",
                    },
                ],
                "fingerprint": report.findings[0].fingerprint,
            },
            {
                "schema": 1,
                "type": "finding",
                "path": "a.txt",
                "rule": "TRN101",
                "start": 125,
                "end": 130,
                "line": 3,
                "column": 10,
                "text": "spoke",
                "severity": "minor",
                "confidence": 0.5,
                "message": "a plain one",
                "entity": None,
                "name_form": None,
                "fixes": [],
                "evidence": [],
                "fingerprint": report.findings[1].fingerprint,
            },
            {
                "schema": 1,
                "type": "claim",
                "path": "a.txt",
                "start": 40,
                "end": 79,
                "text": "Armenian Prime Minister Nicole Pasinyan",
                "relation": "role",
                "subject": {"text": "Nicole Pasinyan", "id": "Q1", "name": "Nikol Pashinyan"},
                "predicate": "Prime Minister of",
                "object": {"text": "Armenian", "id": "Q2", "name": "Armenia"},
                "qualifier": None,
                "implied": False,
                "as_of": "2020-11-28",
                "verdict": "supported",
                "reason": None,
                "fault": None,
                "score": 0.97,
                "parts": None,
                "evidence": [
                    {
                        "entity": "Q1",
                        "fact": "head_of_government",
                        "start": "2018-05-08",
                        "end": None,
                        "source": "https://example.org/a",
                    }
                ],
            },
            {
                "schema": 1,
                "type": "claim",
                "path": "a.txt",
                "start": 116,
                "end": 124,
                "text": "John Doe",
                "relation": "role",
                "subject": {"text": "John Doe", "id": None, "name": None},
                "predicate": "speaks for",
                "object": {"text": "nobody", "id": None, "name": None},
                "qualifier": None,
                "implied": False,
                "as_of": None,
                "verdict": "not_enough_info",
                "reason": "unlinked",
                "fault": None,
                "score": None,
                "parts": None,
                "evidence": [],
            },
            {
                "schema": 1,
                "type": "summary",
                "files": 1,
                "findings": 2,
                "claims": 2,
                "errors": 0,
                "signature": "copydesk:0|entities:x|date:2020-11-28",
            },
        )
    ]


def test_mentions_and_links_come_as_further_objects(report: DocumentReport) -> None:
    lines = [json.loads(line) for line in printed("jsonl", report, View.MENTIONS).splitlines()]
    mentions = [line for line in lines if line["type"] == "mention"]
    assert mentions[0]["status"] == "garble"
    assert mentions[0]["context"]["objects"] == ["Q2"]
    assert mentions[1] == {
        "schema": 1,
        "type": "mention",
        "path": "a.txt",
        "start": 116,
        "end": 124,
        "line": 3,
        "column": 1,
        "text": "John Doe",
        "kind": None,
        "context": None,
        "status": "not_in_list",
        "entity": None,
        "probability": None,
        "replacement": None,
    }
    lines = [json.loads(line) for line in printed("jsonl", report, View.LINKS).splitlines()]
    links = [line for line in lines if line["type"] == "link"]
    assert [candidate["probability"] for candidate in links[0]["candidates"]] == [0.9712, 0.01]
    assert len(lines) == 7


def errors() -> list[dict[str, Any]]:
    shown = renderer("jsonl", Style())
    problems: list[Problem] = [
        Failure(path="missing.txt", message="no such file"),
        Failure(path="gone.txt", message="gone.txt: no such file"),
        EntityListError("unknown column 'x'", where="list.csv", line=3, remedy="take it out"),
        EntityListError("no place"),
    ]
    return [json.loads(line) for problem in problems for line in shown.problem(problem)]


def test_errors_name_the_path_and_the_remedy() -> None:
    assert errors() == [
        {"schema": 1, "type": "error", "path": "missing.txt", "message": "no such file"},
        {"schema": 1, "type": "error", "path": "gone.txt", "message": "no such file"},
        {"schema": 1, "type": "error", "path": "list.csv", "message": "line 3: unknown column 'x'; take it out"},
        {"schema": 1, "type": "error", "path": None, "message": "no place"},
    ]


@pytest.mark.parametrize("documents", [0, 1, 3])
def test_json_is_one_object_with_the_same_objects(report: DocumentReport, documents: int) -> None:
    shown, tally = renderer("json", Style()), Tally()
    pieces: list[str] = []
    for _ in range(documents):
        tally.add(report)
        pieces += shown.document(report)
        pieces += shown.problem(Failure(path="x", message="y"))
    pieces += shown.end(tally)
    whole = json.loads("".join(pieces))
    assert list(whole) == ["schema", "documents", "errors", "summary"]
    assert len(whole["documents"]) == len(whole["errors"]) == documents
    lines = [json.loads(line) for line in printed("jsonl", report).splitlines()]
    for document in whole["documents"]:
        assert document["findings"] == lines[:2]
        assert document["claims"] == lines[2:4]
        assert document["date"] == "2020-11-28"
        assert document["not_read"] == [{"kind": "furniture", "start": 0, "end": 13, "reason": "a form"}]


def test_a_marked_finding_tells_its_category(report: DocumentReport) -> None:
    marked = replace(report.findings[1], category="style")
    first = json.loads(printed("jsonl", replace(report, findings=(marked,), claims=())).splitlines()[0])
    assert list(first)[11:14] == ["message", "category", "entity"]
    assert first["category"] == "style"


def test_sentences_are_exactly_this(report: DocumentReport) -> None:
    rated = replace(report, findings=(), claims=(), sentences=(SentenceQuality(span=Span(14, 27), quality=0.81234, major=0.1),))
    line = {"schema": 1, "type": "sentence", "path": "a.txt", "start": 14, "end": 27, "quality": 0.8123, "major": 0.1}
    shown = printed("jsonl", rated, View.SENTENCES).splitlines()
    assert list(json.loads(shown[0]).items()) == list(line.items())
    assert json.loads(printed("json", rated, View.SENTENCES))["documents"][0]["sentences"] == [line]
    assert '"type":"sentence"' not in printed("jsonl", rated)
    assert printed("concise", rated, View.SENTENCES) == "a.txt:2:1: quality 0.81, major error 0.10\n"
    assert printed("text", rated, View.SENTENCES).startswith("a.txt:2:1: quality 0.81, major error 0.10  As the upgrad\n")


def test_sentences_without_a_reader(report: DocumentReport) -> None:
    assert printed("text", report, View.SENTENCES).startswith("a.txt: no reader that rates sentences has read this\n")
