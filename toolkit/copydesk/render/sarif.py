"""SARIF 2.1.0, the Static Analysis Results Interchange Format of OASIS: what code hosts and editors show as diagnostics.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.checks import by_code
from copydesk.core.finding import Finding, Fix, Severity
from copydesk.core.lines import Lines
from copydesk.core.report import DocumentReport
from copydesk.core.span import Span
from copydesk.fixing import alternatives
from copydesk.render import wire
from copydesk.render.base import Style
from copydesk.render.rules import explanation
from copydesk.render.tally import Tally
from copydesk.render.uris import relative_uri
from copydesk.render.visible import json_line
from copydesk.version import __version__

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.CRITICAL: "error", Severity.MAJOR: "warning", Severity.MINOR: "note"}
#: a fingerprint is named with the version of how it is made
FINGERPRINT = "copydesk/v1"

#: what of a finding of the wire schema has no field of its own in SARIF
_PROPERTIES = ("severity", "confidence", "category", "entity", "name_form", "evidence")
_OF_WIRE = ("schema", "type")
_LINK = re.compile(r"\[([^\]]*)\](?=\()")


class Sarif:
    """``--format sarif``: one run. Each document is printed as it comes; only the rules that found something are kept."""

    def __init__(self, _: Style) -> None:
        self._begun = False
        self._rules: dict[str, int] = {}
        self._notices: list[wire.Wire] = []

    def document(self, report: DocumentReport) -> Iterator[str]:
        """A result for each finding. Lines and columns count from 1, offsets from 0, columns and offsets in code points."""
        lines, artifact = Lines(report.document.text), _artifact(report.document.path)
        for item in report.findings:
            index = self._rules.setdefault(item.rule, len(self._rules))
            yield self._begin() + json_line(_result(item, index, artifact, lines))

    def problem(self, problem: wire.Problem) -> Iterator[str]:
        """Kept for the end: the run tells what went wrong in a list of its own."""
        self._notices.append(_notice(problem))
        yield from ()

    def end(self, tally: Tally) -> Iterator[str]:
        """The rules, what could not be done, and the close."""
        opening = "" if self._begun else self._begin()
        driver: wire.Wire = {"name": "copydesk", "version": __version__, "rules": [_rule(code) for code in self._rules]}
        run = json_line({
            "tool": {"driver": driver},
            "invocations": [{"executionSuccessful": not tally.errors, "toolExecutionNotifications": self._notices}],
            "columnKind": "unicodeCodePoints",
            "newlineSequences": ["\r\n", "\n", "\r"],
            "properties": {key: value for key, value in wire.summary(tally).items() if key not in _OF_WIRE},
        })  # fmt: skip
        yield f"{opening}\n],{run[1:]}]}}\n"

    def _begin(self) -> str:
        opening = ",\n" if self._begun else f'{{"$schema":"{SCHEMA}","version":"2.1.0","runs":[{{"results":[\n'
        self._begun = True
        return opening


def _result(item: Finding, rule: int, artifact: wire.Wire, lines: Lines) -> wire.Wire:
    wired = wire.finding(item, "", lines)
    region = {**_region(item.span, lines), "snippet": {"text": item.text}}
    fixes = [_fix(fixes, artifact, lines) for fixes in alternatives(item.fixes)]
    return {
        "ruleId": item.rule,
        "ruleIndex": rule,
        "level": LEVELS[item.severity],
        "message": _message(item.message),
        "locations": [_location(artifact, region)],
        "partialFingerprints": {FINGERPRINT: item.fingerprint},
        **({"fixes": fixes} if fixes else {}),
        "properties": {key: wired[key] for key in _PROPERTIES if key in wired},
    }


def _message(text: str) -> wire.Wire:
    """A text that means itself: in SARIF's messages braces stand for arguments and ``[a](b)`` is a link (3.11.5, 3.11.6)."""
    return {"text": _LINK.sub(r"\\[\1\\]", text.replace("{", "{{").replace("}", "}}"))}


def _location(artifact: wire.Wire, region: wire.Wire | None = None) -> wire.Wire:
    return {"physicalLocation": {"artifactLocation": artifact, **({"region": region} if region else {})}}


def _artifact(path: str) -> wire.Wire:
    return {"uri": relative_uri(path)}


def _region(span: Span, lines: Lines) -> wire.Wire:
    (line, column), (end_line, end_column) = lines.place(span.start), lines.place(span.end)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": span.start,
        "charLength": len(span),
    }


def _fix(fixes: tuple[Fix, ...], artifact: wire.Wire, lines: Lines) -> wire.Wire:
    first = fixes[0]
    changes = [{"deletedRegion": _region(fix.span, lines), "insertedContent": {"text": fix.replacement}} for fix in fixes]
    words = f"write “{first.replacement}”" if first.replacement else "take it out"
    return {
        "description": _message(f"{words} ({first.safety.value})"),
        "artifactChanges": [{"artifactLocation": artifact, "replacements": changes}],
        "properties": {"safety": first.safety.value},
    }


def _rule(code: str) -> wire.Wire:
    check = by_code(code)
    if check is None:
        return {"id": code}
    return {
        "id": code,
        "name": check.name,
        "shortDescription": _message(check.summary),
        "fullDescription": _message(check.explanation),
        "help": _message(explanation(check)),
        "defaultConfiguration": {"level": LEVELS[check.severity]},
    }


def _notice(problem: wire.Problem) -> wire.Wire:
    told = wire.error(problem)
    path = told["path"]
    where = {"locations": [_location(_artifact(str(path)))]} if path else {}
    return {"level": "error", "message": _message(str(told["message"])), **where}
