from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from decisions import made

from copydesk.config import Config
from copydesk.core.lines import Lines
from copydesk.core.report import DocumentReport
from copydesk.desk import Desk
from copydesk.errors import ReviewError
from copydesk.render import wire
from copydesk.review import Answer, Baseline, Decision, added, decided, keep, undone
from copydesk.review.baseline import read_each
from copydesk.text import parse_document
from small_list import small_desk, small_list

TEXT = "Armenian Prime Minister Nicole Pasinyan spoke of the the army. Nicole Pasinyan then left the the town."
LONGER = "It rained.\n\n" + TEXT.replace("left the the", "left\n  the the") + " It rained the whole day."


def checked(text: str, baseline: Baseline | None = None) -> DocumentReport:
    return Desk(small_list(), Config(reader="none"), baseline=baseline).check(text)


def found(report: DocumentReport) -> str:
    text = report.document.text
    return " ".join(f"{one.rule}@{text[one.span.end :].split()[0]}" for one in report.findings)


def judged(answer: Answer, *places: int, who: str = "ann") -> list[Decision]:
    """Decisions on these of the findings in the text."""
    report = checked(TEXT)
    return [decided(report.findings[place], report.document, answer, who) for place in places]


def test_what_is_found_without_a_baseline() -> None:
    assert found(checked(TEXT)) == "NAM101@spoke TRN102@army. NAM101@then TRN102@town."
    assert checked(TEXT).silenced is None
    assert "baseline" not in checked(TEXT).signature


@pytest.mark.parametrize(
    ("decisions", "left", "silenced"),
    [
        ([], "NAM101@spoke TRN102@army. NAM101@then TRN102@town.", 0),
        (judged(Answer.ACCEPTED, 0, 1, 2, 3), "NAM101@spoke TRN102@army. NAM101@then TRN102@town.", 0),
        (judged(Answer.UNSURE, 0, 1), "NAM101@spoke TRN102@army. NAM101@then TRN102@town.", 0),
        # a name is judged once, other words place by place
        (judged(Answer.REJECTED, 0), "TRN102@army. TRN102@town.", 2),
        (judged(Answer.REJECTED, 1), "NAM101@spoke NAM101@then TRN102@town.", 1),
        (judged(Answer.REJECTED, 0, 1, 3), "", 4),
        # somebody else says that it is right
        ([*judged(Answer.REJECTED, 1), *judged(Answer.UNSURE, 1, who="ben")], "NAM101@spoke NAM101@then TRN102@town.", 1),
        (
            [*judged(Answer.REJECTED, 1), *judged(Answer.ACCEPTED, 1, who="ben")],
            "NAM101@spoke TRN102@army. NAM101@then TRN102@town.",
            0,
        ),
    ],
)
def test_what_was_rejected_is_not_reported(decisions: list[Decision], left: str, silenced: int) -> None:
    report = checked(TEXT, Baseline.of(decisions))
    assert (found(report), report.silenced) == (left, silenced)


def test_a_rejection_survives_edits_elsewhere_and_no_more() -> None:
    baseline = Baseline.of(judged(Answer.REJECTED, 0, 1))
    assert found(checked(LONGER, baseline)) == "TRN102@town."
    assert found(checked(LONGER.replace("army", "navy"), baseline)) == "TRN102@navy. TRN102@town."


def test_what_was_undone_is_reported_again() -> None:
    (decision,) = judged(Answer.REJECTED, 0)
    assert checked(TEXT, Baseline.of([decision, undone(decision, "ann")])).silenced == 0


def test_a_decision_without_the_words_around_holds_everywhere() -> None:
    (decision,) = judged(Answer.REJECTED, 1)
    assert found(checked(TEXT, Baseline.of([replace(decision, prefix=None, suffix=None)]))) == "NAM101@spoke NAM101@then"


def test_an_earlier_run_as_baseline(tmp_path: Path) -> None:
    report, path = checked(TEXT), tmp_path / "known.jsonl"
    lines = [wire.finding(one, "a.txt", Lines(TEXT)) for one in report.findings[:1]]
    others: list[wire.Wire] = [wire.claim(one, "a.txt") for one in report.claims]
    path.write_text("".join(f"{json.dumps(line)}\n" for line in [*lines, *others, {"schema": 1, "type": "summary"}]))
    again = checked(TEXT, Baseline.read(path))
    assert (found(again), again.silenced) == ("TRN102@army. TRN102@town.", 2)
    keep(path, *judged(Answer.REJECTED, 1))
    assert found(checked(TEXT, Baseline.read(path))) == "TRN102@town."


def test_the_settings_name_a_baseline_too(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    keep(path, *judged(Answer.REJECTED, 0))
    config = Config(reader="none", baseline=(str(path),))
    report = Desk(small_list(), config).check(TEXT)
    assert report.silenced == 2
    assert f"|baseline:j.jsonl-{Baseline.read(path).signature[8:]}" in report.signature
    with pytest.raises(ReviewError, match=r"none\.jsonl: no such file"):
        Desk(small_list(), replace(config, baseline=("none.jsonl",)))


def test_an_added_error_silences_nothing() -> None:
    document = parse_document(TEXT)
    report = small_desk().check(document)
    mark = added(document, report.findings[0].span, "ann", category="name", severity="major")  # type: ignore[arg-type]
    assert checked(TEXT, Baseline.of([mark])).silenced == 0


def test_broken_files_are_named_and_the_others_read(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.jsonl", tmp_path / "bad.jsonl"
    keep(good, made("ann rejected f1 @1"))
    bad.write_text('{"schema":1,"type":"finding"}\n')
    baseline, errors = read_each([str(bad), str(good), "none.jsonl"])
    assert {key.fingerprint for key in baseline.keys} == {"f1"}
    assert [str(error).partition("; ")[0] for error in errors] == [
        f"{bad}:1: no 'fingerprint' in it",
        "none.jsonl: no such file or directory",
    ]
    bad.write_text('{"schema":1,"type":"page"}\n')
    with pytest.raises(ReviewError, match="a line of type 'page' is no judgement and no finding"):
        Baseline.read(bad)
