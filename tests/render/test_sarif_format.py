"""SARIF against the schema of OASIS, and what the schema does not say."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from printed import found, of, whole
from sarif_schema import faults

from copydesk.core.finding import Fix, Safety, Severity
from copydesk.core.report import DocumentReport, Failure
from copydesk.core.span import Span
from copydesk.errors import EntityListError

CASE = Path(__file__).parents[1] / "cli" / "cases" / "sarif" / "stdout.txt"
#: RFC 3986: what a reference may consist of
URI = re.compile(r"(?:[A-Za-z0-9._~/:-]|%[0-9A-F]{2})+")


def run(log: str) -> dict[str, Any]:
    parsed = json.loads(log)
    assert faults(parsed) == []
    (only,) = parsed["runs"]
    return dict(only)


def result(log: str) -> dict[str, Any]:
    (only,) = run(log)["results"]
    return dict(only)


def test_the_golden_case_is_valid() -> None:
    assert run(CASE.read_text(encoding="utf-8"))["results"]


def test_the_schema_finds_what_is_wrong() -> None:
    assert faults({"version": "2.1.0", "runs": [{"results": []}]}) != []


@pytest.mark.parametrize("documents", [0, 1, 3])
def test_one_run_of_any_number_of_documents(report: DocumentReport, documents: int) -> None:
    log = run(whole("sarif", *[report] * documents))
    assert len(log["results"]) == 2 * documents
    assert log["columnKind"] == "unicodeCodePoints"
    assert log["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]
    assert (log["properties"]["files"], log["properties"]["findings"]) == (documents, 2 * documents)
    assert log["properties"]["signature"] == (report.signature if documents else "")


def test_a_result_in_full(report: DocumentReport) -> None:
    first, second = run(whole("sarif", report))["results"]
    finding = report.findings[0]
    region = {"startLine": 2, "startColumn": 51, "endLine": 2, "endColumn": 66, "charOffset": 64, "charLength": 15}
    place = {"artifactLocation": {"uri": "a.txt"}, "region": {**region, "snippet": {"text": "Nicole Pasinyan"}}}
    assert (first["ruleId"], first["ruleIndex"], first["level"]) == ("NAM101", 0, "warning")
    assert first["message"] == {"text": finding.message}
    assert first["locations"] == [{"physicalLocation": place}]
    assert first["partialFingerprints"] == {"copydesk/v1": finding.fingerprint}
    assert first["fixes"] == [
        {
            "description": {"text": "write “Nikol Pashinyan” (unsafe)"},
            "artifactChanges": [
                {
                    "artifactLocation": {"uri": "a.txt"},
                    "replacements": [{"deletedRegion": region, "insertedContent": {"text": "Nikol Pashinyan"}}],
                }
            ],
            "properties": {"safety": "unsafe"},
        }
    ]
    assert first["properties"]["confidence"] == 0.9712
    assert [item["feature"] for item in first["properties"]["evidence"]] == ["family", "context"]
    assert (second["ruleIndex"], second["level"], "fixes" in second) == (1, "note", False)


def test_rules_come_with_their_help(report: DocumentReport) -> None:
    rules = run(whole("sarif", report, report))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["NAM101", "TRN101"]
    assert rules[0]["name"] == "garbled-name"
    assert "Finds the words in" in rules[0]["help"]["text"]
    unknown = run(whole("sarif", of("teh", found("teh", Span(0, 3), rule="TYP101"))))["tool"]["driver"]["rules"]
    assert unknown == [{"id": "TYP101"}]


def test_what_could_not_be_done() -> None:
    problems = [
        Failure(path="no such file.txt", message="no such file"),
        EntityListError("unknown column 'x'", where="list.csv", line=3, remedy="take it out"),
        EntityListError("no place"),
    ]
    (invocation,) = run(whole("sarif", problems=problems))["invocations"]
    assert invocation["executionSuccessful"] is False
    notices = invocation["toolExecutionNotifications"]
    assert [notice["message"]["text"] for notice in notices] == [
        "no such file",
        "line 3: unknown column 'x'; take it out",
        "no place",
    ]
    assert notices[0]["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "no%20such%20file.txt"}
    assert "locations" not in notices[2]


def test_levels() -> None:
    text = "abc"
    findings = [found(text, Span(place, place + 1), severity=severity) for place, severity in enumerate(Severity)]
    levels = [item["level"] for item in run(whole("sarif", of(text, *findings)))["results"]]
    assert levels == ["note", "warning", "error"]


@pytest.mark.parametrize(
    ("text", "span", "region"),
    [
        ("😀é\r\nab\rcd\nef", Span(4, 6), (2, 1, 2, 3)),
        ("😀é\r\nab\rcd\nef", Span(0, 2), (1, 1, 1, 3)),
        ("😀é\r\nab\rcd\nef", Span(5, 9), (2, 2, 3, 3)),
        ("one\ntwo", Span(7, 7), (2, 4, 2, 4)),
    ],
)
def test_places_count_code_points(text: str, span: Span, region: tuple[int, int, int, int]) -> None:
    given = result(whole("sarif", of(text, found(text, span))))["locations"][0]["physicalLocation"]["region"]
    assert tuple(given[key] for key in ("startLine", "startColumn", "endLine", "endColumn")) == region
    assert (given["charOffset"], given["charLength"]) == (span.start, len(span))


def test_copies_belong_to_a_fix_and_others_are_alternatives() -> None:
    text = "Teh man\nTeh man\n"

    def fix(start: int, words: str, safety: Safety = Safety.SAFE) -> Fix:
        return Fix(span=Span(start, start + 3), replacement=words, safety=safety)

    fixes = (fix(0, "The"), fix(0, ""), fix(8, "The"), fix(8, ""), fix(0, "never", Safety.DISPLAY))
    given = result(whole("sarif", of(text, found(text, Span(0, 3), fixes=fixes))))["fixes"]
    replaced = [
        [(item["deletedRegion"]["charOffset"], item["insertedContent"]["text"]) for item in change["replacements"]]
        for fix in given
        for change in fix["artifactChanges"]
    ]
    assert replaced == [[(0, "The"), (8, "The")], [(0, ""), (8, "")]]
    assert given[1]["description"]["text"] == "take it out (safe)"


@pytest.mark.parametrize(
    ("message", "written"),
    [
        ("a {0} b", "a {{0}} b"),
        ("[click](javascript:alert) [x]", r"\[click\](javascript:alert) [x]"),
        ("“plain” (text) [1]", "“plain” (text) [1]"),
    ],
)
def test_a_message_holds_no_arguments_and_links(message: str, written: str) -> None:
    assert result(whole("sarif", of("x", found("x", Span(0, 1), message=message))))["message"]["text"] == written


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("news/a b.txt", "news/a%20b.txt"),
        ("./news/a.txt", "news/a.txt"),
        ("100%.txt", "100%25.txt"),
        ("a:b?c#d.txt", "a%3Ab%3Fc%23d.txt"),
        ("новости.txt", "%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8.txt"),
        ("\udcff.txt", "%FF.txt"),
        ("\ud800.txt", "%5Cud800.txt"),
        ("<stdin>", "%3Cstdin%3E"),
        ("/elsewhere/a b.txt", "file:///elsewhere/a%20b.txt"),
    ],
)
def test_paths_are_references(path: str, uri: str) -> None:
    given = result(whole("sarif", of("x", found("x", Span(0, 1)), path=path)))["locations"][0]["physicalLocation"]
    assert given["artifactLocation"]["uri"] == uri
    assert URI.fullmatch(uri)


def test_paths_below_and_above_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path / "in")
    for path, end in ((str(tmp_path / "in" / "a.txt"), "a.txt"), ("../b.txt", str(tmp_path / "b.txt"))):
        place = result(whole("sarif", of("x", found("x", Span(0, 1)), path=path)))["locations"][0]["physicalLocation"]
        assert unquote(place["artifactLocation"]["uri"]).removeprefix("file://") == end


def test_hostile_text_is_valid_and_whole(hostile: DocumentReport) -> None:
    given = result(whole("sarif", hostile))
    assert given["locations"][0]["physicalLocation"]["region"]["snippet"]["text"] == hostile.findings[0].text
    assert Counter(given["properties"]["entity"].values())[hostile.findings[0].text] == 2
