"""Wire schema 1: each value as the JSON object that other programs read. Keys and their order are part of the schema."""

from __future__ import annotations

from copydesk.core.claim import Judgement, Parts, Party
from copydesk.core.entity import Entity, Fact
from copydesk.core.evidence import Evidence
from copydesk.core.finding import Finding, Fix
from copydesk.core.lines import Lines
from copydesk.core.marking import SentenceQuality
from copydesk.core.mention import Candidate, Context, Link
from copydesk.core.report import Failure
from copydesk.core.span import Span
from copydesk.errors import CopydeskError
from copydesk.render.tally import Tally

SCHEMA = 1

#: what could not be done: an input that failed, or a list or setting that is broken
Problem = Failure | CopydeskError
Wire = dict[str, object]


def _head(kind: str, path: str | None) -> Wire:
    return {"schema": SCHEMA, "type": kind, "path": path}


def number(value: float | None) -> float | None:
    """A number with as many digits as mean something; None stays unknown."""
    return None if value is None else round(value, 4)


def _place(span: Span, lines: Lines) -> Wire:
    line, column = lines.place(span.start)
    return {"start": span.start, "end": span.end, "line": line, "column": column}


def finding(item: Finding, path: str, lines: Lines) -> Wire:
    """A finding, with its place as offsets and as line and column; ``category`` stands in those of marked errors only."""
    return {
        **_head("finding", path),
        "rule": item.rule,
        **_place(item.span, lines),
        "text": item.text,
        "severity": item.severity.value,
        "confidence": number(item.confidence),
        "message": item.message,
        **({} if item.category is None else {"category": item.category}),
        "entity": _entity(item.entity),
        "name_form": item.name_form,
        "fixes": [_fix(fix) for fix in item.fixes],
        "evidence": [_evidence(reason) for reason in item.evidence],
        "fingerprint": item.fingerprint,
    }


def _entity(item: Entity | None) -> Wire | None:
    return None if item is None else {"id": item.id, "name": item.name, "kind": item.kind.value}


def _fix(item: Fix) -> Wire:
    return {
        "start": item.span.start,
        "end": item.span.end,
        "replacement": item.replacement,
        "safety": item.safety.value,
    }


def _evidence(item: Evidence) -> Wire:
    return {
        "feature": item.feature,
        "score": number(item.score),
        "weight": number(item.weight),
        "detail": item.detail,
        "query": item.query,
        "candidate": item.candidate,
    }


def claim(item: Judgement, path: str) -> Wire:
    """A claim with the list's answer, what its score is made of, and the facts that it rests on."""
    return {
        **_head("claim", path),
        "start": item.claim.span.start,
        "end": item.claim.span.end,
        "text": item.claim.text,
        "relation": item.claim.relation,
        "subject": _party(item.claim.subject),
        "predicate": item.claim.predicate,
        "object": _party(item.claim.object),
        "qualifier": item.claim.qualifier,
        "implied": item.claim.implied,
        "as_of": None if item.as_of is None else str(item.as_of),
        "verdict": item.verdict.value,
        "reason": None if item.reason is None else item.reason.value,
        "fault": None if item.fault is None else item.fault.value,
        "score": number(item.score),
        "parts": None if item.parts is None else _parts(item.parts),
        "evidence": [row(fact) for fact in item.facts],
    }


def _parts(item: Parts) -> Wire:
    return {"extraction": number(item.extraction), "link": number(item.link), "fact": number(item.fact)}


def _party(item: Party) -> Wire:
    entity = item.entity
    return {
        "text": item.text,
        "id": None if entity is None else entity.id,
        "name": None if entity is None else entity.name,
    }


def row(item: Fact) -> Wire:
    """A fact that a verdict rests on."""
    start, end = item.period.start, item.period.end
    return {
        "entity": item.subject,
        "fact": item.role or item.relation.value,
        "start": None if start is None else str(start),
        "end": None if end is None else str(end),
        "source": item.source or None,
    }


def mention(item: Link, path: str, lines: Lines) -> Wire:
    """A mention and how its form stands to the entity it was taken for."""
    return {
        **_head("mention", path),
        **_place(item.mention.span, lines),
        "text": item.mention.text,
        "kind": None if item.mention.kind is None else item.mention.kind.value,
        "context": _context(item.mention.context),
        "status": item.status.value,
        "entity": _entity(item.entity),
        "probability": number(item.probability),
        "replacement": item.replacement,
    }


def _context(item: Context | None) -> Wire | None:
    if item is None:
        return None
    return {
        "text": item.text,
        "roles": list(item.roles),
        "objects": list(item.objects),
        "qualifier": item.qualifier,
        "unsure": item.unsure,
    }


def link(item: Link, path: str, lines: Lines) -> Wire:
    """A link with its evidence and all its candidates."""
    return {
        **_head("link", path),
        **_place(item.mention.span, lines),
        "text": item.mention.text,
        "status": item.status.value,
        "entity": _entity(item.entity),
        "probability": number(item.probability),
        "replacement": item.replacement,
        "evidence": [_evidence(reason) for reason in item.evidence],
        "candidates": [_candidate(candidate) for candidate in item.candidates],
    }


def _candidate(item: Candidate) -> Wire:
    return {
        "entity": _entity(item.entity),
        "form": item.form,
        "probability": number(item.probability),
        "evidence": [_evidence(reason) for reason in item.evidence],
    }


def sentence(item: SentenceQuality, path: str) -> Wire:
    """How well a sentence reads, 1 is best, and the probability that it holds a major error."""
    return {
        **_head("sentence", path),
        "start": item.span.start,
        "end": item.span.end,
        "quality": number(item.quality),
        "major": number(item.major),
    }


def error(problem: Problem) -> Wire:
    """What could not be done, and the remedy."""
    if isinstance(problem, Failure):
        return {**_head("error", problem.path), "message": failure_message(problem)}
    return {**_head("error", problem.where), "message": error_message(problem)}


def error_message(error: CopydeskError) -> str:
    """What is wrong with a file, where in it, and the remedy, without its path, which stands beside it."""
    message = error.message if error.line is None else f"line {error.line}: {error.message}"
    return f"{message}; {error.remedy}" if error.remedy else message


def failure_message(failure: Failure) -> str:
    """What is wrong with an input, without its path, which stands beside it."""
    return failure.message.removeprefix(f"{failure.path}: ")


def summary(tally: Tally) -> Wire:
    """The counts of the whole run; ``silenced`` stands in it where there is a baseline."""
    return {
        "schema": SCHEMA,
        "type": "summary",
        "files": tally.files,
        "findings": tally.findings,
        "claims": tally.claims,
        "errors": tally.errors,
        **({} if tally.silenced is None else {"silenced": tally.silenced}),
        "signature": tally.signature,
    }
