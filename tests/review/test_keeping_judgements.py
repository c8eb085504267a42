"""The file of judgements: whole lines survive whatever happens, and broken ones are told apart from torn ones."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from decisions import decisions, made, undo
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.errors import ReviewError
from copydesk.review import Decision, keep, kept, read_judgements
from copydesk.review.reading import breaks_off
from copydesk.review.wire import HEAD, line_of

ONE, TWO, THREE = made("ann accepted f1 @1", note='a "quoted" {note}\\'), made("ben rejected f2 @2"), undo("ben @3", "x")


def written(folder: Path, content: bytes) -> Path:
    path = folder / "j.jsonl"
    path.write_bytes(content)
    return path


def line(decision: Decision) -> bytes:
    return line_of(decision).encode() + b"\n"


@settings(deadline=None)
@given(decision=decisions())
def test_every_decision_comes_back(decision: Decision, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("one") / "j.jsonl"
    keep(path, decision)
    assert path.read_bytes().isascii()
    assert kept(path).decisions == (decision,)


def test_a_line_as_it_is_written(tmp_path: Path) -> None:
    keep(tmp_path / "j.jsonl", made("ann accepted 0123456789abcdef @1", id="i", text="Mevlüt", confidence=0.5))
    assert (tmp_path / "j.jsonl").read_text() == (
        '{"schema":1,"type":"judgement","id":"i","judgement":"accepted","fingerprint":"0123456789abcdef","rule":"NAM101",'
        '"who":"ann","when":"2026-11-30T09:01:00.000000Z","text":"Mevl\\u00fct","confidence":0.5}\n'
    )


def test_no_file_is_no_judgement(tmp_path: Path) -> None:
    assert kept(tmp_path / "j.jsonl").decisions == ()
    keep(tmp_path / "j.jsonl")
    assert not (tmp_path / "j.jsonl").exists()


@settings(deadline=None)
@given(many=st.lists(decisions(), min_size=1, max_size=4), data=st.data())
def test_a_kill_at_any_byte_loses_no_whole_line(
    many: list[Decision], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    lines = [line(decision) for decision in many]
    whole = b"".join(lines)
    cut = data.draw(st.integers(0, len(whole)))
    path = written(tmp_path_factory.mktemp("cut"), whole[:cut])
    # a line is whole when all but its end is there
    ends = [len(b"".join(lines[: count + 1])) - 1 for count in range(len(lines))]
    survivors = tuple(decision for decision, end in zip(many, ends, strict=True) if end <= cut)
    torn = cut > 0 and cut not in {end + extra for end in ends for extra in (0, 1)}
    found = read_judgements(path)
    assert found.decisions == survivors
    assert len(found.torn) == torn

    keep(path, THREE)
    found = read_judgements(path)
    assert found.decisions == (*survivors, THREE)
    assert len(found.torn) == torn
    assert path.read_bytes().startswith(whole[:cut])
    assert path.read_bytes().endswith(b"\n" + line(THREE)) or path.read_bytes() == line(THREE)


@settings(deadline=None)
@given(cut=st.integers(0, len(line(ONE))))
def test_files_put_together_after_a_kill_are_read(cut: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = written(tmp_path_factory.mktemp("glued"), line(ONE)[:cut] + line(TWO) + line(ONE))
    found = read_judgements(path)
    assert found.decisions[-2:] == (TWO, ONE)
    assert len(found.decisions) + len(found.torn) == (3 if cut else 2)


@pytest.mark.parametrize("tail", [b"\0\0\0\0", b'{"schema":1,"type":"judgement","who":"a\0\0'])
def test_blocks_that_a_power_cut_left_empty_are_passed_over(tmp_path: Path, tail: bytes) -> None:
    path = written(tmp_path, line(ONE) + tail)
    keep(path, TWO)
    assert read_judgements(path).decisions == (ONE, TWO)


def test_a_torn_line_is_told_with_its_place(tmp_path: Path) -> None:
    path = written(tmp_path, line(ONE) + line(TWO)[:50])
    (torn,) = read_judgements(path).torn
    assert str(torn).startswith(f"{path}:2: breaks off; ")


@pytest.mark.parametrize(
    ("end", "torn"),
    [
        ("", False), ("{", True), ('{"schema":1,"ty', True), ("{}", False), ("[", False), ("x", False),
        (HEAD, True), (HEAD + '"note":"', True), (HEAD + '"note":"a\\', True), (HEAD + '"note":"a\\"', True),
        (HEAD + '"note":"a\\\\"', True), (HEAD + '"note":"a\\\\"}', False), (HEAD + '"note":"}', True), (HEAD + "}", False),
        (HEAD + '"note":"{"}', False), (HEAD + '"x":{}', True), (HEAD + '"x":{}}', False), (HEAD + '"note":"\\u00', True),
    ],
)  # fmt: skip
def test_what_breaks_off(end: str, torn: bool) -> None:
    assert breaks_off(end.encode()) is torn


GOOD = '"id":"i","judgement":"accepted","fingerprint":"f","rule":"NAM101","who":"ann","when":"2026-11-30T09:00:00Z"'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("what", "not JSON: expecting value; write"),
        ("[1]", "not a JSON object"),
        (f"{HEAD}{GOOD},}}", "not JSON"),
        ('{"type":"judgement"}', "no 'schema' in it"),
        ('{"schema":2,"type":"judgement"}', "schema 2 is not known; this copydesk reads schema 1"),
        ('{"schema":1,"type":"finding"}', "a line of type 'finding' is no judgement"),
        (f"{HEAD}{GOOD[9:]}}}", "no 'id' in it"),
        (f'{HEAD}{GOOD},"more":1}}', "unknown field 'more'; the fields are category, "),
        (f'{HEAD}{GOOD},"note":1}}', "'note' is 1; it is a text"),
        (f'{HEAD}{GOOD},"confidence":2}}', "the confidence 2.0 is no probability"),
        (f'{HEAD}{GOOD},"start":1}}', "a start without an end"),
        (f'{HEAD}{GOOD},"start":2,"end":1}}', "not a span: 2..1"),
        (f'{HEAD}{GOOD},"prefix":"a"}}', "a prefix without a suffix"),
        (f'{HEAD}{GOOD},"severity":"huge"}}', "'huge' is not one of minor, major, critical; mend"),
        (HEAD + GOOD.replace("accepted", "yes") + "}", "'yes' is not one of accepted, rejected, unsure, added, undone"),
        (HEAD + GOOD.replace("accepted", "added") + "}", "added without text, span, prefix, suffix, category, severity"),
        (HEAD + GOOD.replace("accepted", "undone") + "}", "undone without undoes"),
        (HEAD + GOOD.replace("NAM101", "N").replace('"rule":"N",', "") + "}", "accepted without rule"),
        (HEAD + GOOD.replace("ann", " ") + "}", "without who"),
        (HEAD + GOOD.replace("00Z", "00") + "}", "is not a time such as 2026-11-30T09:15:00Z"),
        (
            HEAD + GOOD.replace("2026", "9999").replace("11-30", "12-31").replace("09:00:00Z", "23:59:59-23:00") + "}",
            "not a time",
        ),
    ],
)
def test_a_broken_line_is_named_with_file_line_and_remedy(tmp_path: Path, text: str, words: str) -> None:
    path = written(tmp_path, line(ONE) + b"\n" + text.encode() + b"\n" + line(TWO))
    with pytest.raises(ReviewError) as caught:
        read_judgements(path)
    assert str(caught.value).startswith(f"{path}:3: ")
    assert words in str(caught.value)
    assert "; " in str(caught.value)


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    path = written(tmp_path, line(ONE).replace(b"quoted", b"\xff"))
    with pytest.raises(ReviewError, match="broken UTF-8 at byte"):
        read_judgements(path)


def test_lines_written_by_hand(tmp_path: Path) -> None:
    text = f'\ufeff{{ "type": "judgement", {GOOD}, "note": "é", "schema": 1 }}\r\n\r\n'
    (found,) = read_judgements(written(tmp_path, text.encode())).decisions
    assert found.note == "é"


def test_what_cannot_be_read_or_written(tmp_path: Path) -> None:
    with pytest.raises(ReviewError, match="no such file or directory; check the path"):
        read_judgements(tmp_path / "none.jsonl")
    with pytest.raises(ReviewError, match=r"none: no such file|the judgement cannot be kept: no such file"):
        keep(tmp_path / "none" / "j.jsonl", ONE)
    with pytest.raises(ReviewError, match="the judgement cannot be kept: is a directory"):
        keep(tmp_path, ONE)


@pytest.mark.parametrize(
    "values", [{"when": ONE.when.replace(tzinfo=None)}, {"who": " "}, {"prefix": "a"}, {"fingerprint": None}, {"rule": None}]
)
def test_what_no_line_could_hold_is_never_made(values: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="without"):
        replace(ONE, **values)


_WRITER = """
import sys
from copydesk.review import Answer, Decision, keep
for number in range(int(sys.argv[3])):
    keep(sys.argv[1], Decision(answer=Answer.ACCEPTED, who=sys.argv[2], id=f"{sys.argv[2]}{number}", fingerprint="f", rule="R",
                               note=sys.argv[2] * 5000))
"""


def test_two_programs_write_one_file(tmp_path: Path) -> None:
    path, each = tmp_path / "j.jsonl", 40
    path.write_bytes(line(ONE)[:40])
    writers = [subprocess.Popen([sys.executable, "-c", _WRITER, str(path), who, str(each)]) for who in ("a", "b")]
    assert [writer.wait(timeout=300) for writer in writers] == [0, 0]
    found = read_judgements(path)
    assert len(found.torn) == 1
    for who in ("a", "b"):
        assert [one.id for one in found.decisions if one.who == who] == [f"{who}{number}" for number in range(each)]


def test_a_writer_that_is_killed_loses_nothing_that_it_kept(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    for _ in range(3):
        writer = subprocess.Popen([sys.executable, "-c", _WRITER, str(path), "a", "100000"])
        before = path.stat().st_size if path.exists() else 0
        while writer.poll() is None and (not path.exists() or path.stat().st_size <= before + 20_000):
            pass
        writer.kill()
        writer.wait()
    keep(path, ONE)
    found = read_judgements(path)
    assert found.decisions[-1] == ONE
    assert len(found.decisions) > 9
