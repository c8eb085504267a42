from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.core.document import Document, Reading
from copydesk.core.finding import Finding, Fix, Safety, Severity
from copydesk.core.span import Span
from copydesk.errors import FixError
from copydesk.fixing import alternatives, apply_fixes, plan_fixes, replacing, write_fixes

TEXT = "Nicole Pasinyan met Jaykhon Bairamov."


def fix(start: int, end: int, replacement: str = "X", safety: Safety = Safety.SAFE) -> Fix:
    return Fix(span=Span(start, end), replacement=replacement, safety=safety)


def finding(*fixes: Fix, confidence: float = 0.9, rule: str = "NAM101") -> Finding:
    span = fixes[0].span if fixes else Span(0, 1)
    return Finding(
        rule=rule,
        span=span,
        text=span.of(TEXT),
        severity=Severity.MAJOR,
        confidence=confidence,
        message="…",
        fixes=fixes,
    )


def document(path: Path) -> Document:
    from copydesk.text import read_document

    return read_document(str(path))


def test_only_safe_fixes_unless_asked() -> None:
    safe, unsafe, shown = (
        finding(fix(0, 1)),
        finding(fix(2, 3, safety=Safety.UNSAFE)),
        finding(fix(4, 5, safety=Safety.DISPLAY)),
    )
    plan = plan_fixes([safe, unsafe, shown])
    assert (plan.fixed, plan.withheld) == ((safe,), (unsafe,))
    plan = plan_fixes([safe, unsafe, shown], unsafe=True)
    assert (plan.fixed, plan.withheld) == ((safe, unsafe), ())


def test_alternatives_take_their_copies_along() -> None:
    first, other, copy, its_other = fix(0, 2, "A"), fix(1, 3, "B"), fix(9, 11, "A"), fix(10, 12, "B")
    shown = fix(0, 2, "C", safety=Safety.DISPLAY)
    assert list(alternatives([shown, first, other, copy, its_other])) == [(first, copy), (other, its_other)]
    assert list(alternatives([first, fix(5, 6, "X")])) == [(first, fix(5, 6, "X"))]
    assert list(alternatives([shown])) == []


def test_the_surest_of_overlapping_fixes_wins() -> None:
    weak, strong, apart = (
        finding(fix(0, 5), confidence=0.6),
        finding(fix(4, 8), confidence=0.8),
        finding(fix(8, 9), confidence=0.5),
    )
    plan = plan_fixes([weak, strong, apart])
    assert plan.fixes == (*strong.fixes, *apart.fixes)
    assert plan.overlapping == (weak,)


def test_the_same_fix_from_two_rules_is_written_once() -> None:
    one, two = finding(fix(0, 5, "A")), finding(fix(0, 5, "A"), rule="NAM102", confidence=0.5)
    plan = plan_fixes([one, two])
    assert len(plan.fixes) == 1
    assert plan.fixed == (one, two)


def test_fixes_of_one_finding_are_alternatives() -> None:
    item = finding(fix(0, 5, "A", Safety.UNSAFE), fix(0, 5, "B"), fix(0, 5, "C"))
    assert [chosen.replacement for chosen in plan_fixes([item]).fixes] == ["B"]
    assert [chosen.replacement for chosen in plan_fixes([item], unsafe=True).fixes] == ["A"]


def test_two_insertions_at_one_place_are_not_both_written() -> None:
    plan = plan_fixes([finding(fix(3, 3, "a")), finding(fix(3, 3, "b"))])
    assert len(plan.fixes) == 1
    assert len(plan.overlapping) == 1


def test_an_insertion_beside_a_replacement_is_written() -> None:
    plan = plan_fixes([finding(fix(0, 3, "A")), finding(fix(3, 3, "b")), finding(fix(3, 6, "C"))])
    assert apply_fixes("xxxyyyzz", plan.fixes) == "AbCzz"


@pytest.mark.parametrize("fixes", [[fix(0, 3), fix(2, 4)], [fix(30, 99)]])
def test_fixes_that_cannot_be_applied(fixes: list[Fix]) -> None:
    with pytest.raises(FixError):
        apply_fixes(TEXT, fixes)


@st.composite
def texts_and_fixes(draw: st.DrawFn) -> tuple[str, list[Fix]]:
    text = draw(st.text(max_size=60))
    ends = sorted(draw(st.lists(st.integers(0, len(text)), max_size=12, unique=True)))
    spans = list(zip(ends[::2], ends[1::2], strict=False))
    fixes = [fix(start, end, draw(st.text(max_size=5))) for start, end in spans]
    return text, draw(st.permutations(fixes))


@given(texts_and_fixes())
def test_exactly_the_fixed_spans_change(case: tuple[str, list[Fix]]) -> None:
    text, fixes = case
    changed = apply_fixes(text, fixes)
    old = new = 0
    for item in sorted(fixes, key=lambda item: item.span):
        kept = item.span.start - old
        assert changed[new : new + kept] == text[old : item.span.start]
        new += kept
        assert changed[new : new + len(item.replacement)] == item.replacement
        new += len(item.replacement)
        old = item.span.end
    assert changed[new:] == text[old:]


@given(texts_and_fixes(), st.data())
def test_chosen_fixes_can_always_be_applied(case: tuple[str, list[Fix]], data: st.DataObject) -> None:
    text, _ = case
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    drawn = data.draw(st.lists(st.tuples(spans, st.floats(0, 1)), max_size=8))
    plan = plan_fixes([finding(fix(start, end), confidence=sure) for (start, end), sure in drawn])
    apply_fixes(text, plan.fixes)
    assert len(plan.fixed) + len(plan.overlapping) == len(drawn)


BYTES = {
    "plain": TEXT.encode(),
    "bom and crlf": b"\xef\xbb\xbf" + f"Head\r\n\r\n{TEXT}\r\n".encode(),
    "mixed line ends": f"a\r\nb\nc\r{TEXT}\n".encode(),
    "no last line end": f"Tête\n{TEXT}".encode(),
    "utf-16": f"Head\n{TEXT}\n".encode("utf-16"),
    "latin": f"Le café de la gare était fermé à midi, a déclaré un employé.\n{TEXT}\n".encode("cp1252"),
}


@pytest.mark.parametrize("raw", BYTES.values(), ids=BYTES.keys())
def test_only_the_bytes_of_the_fixed_words_change(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(raw)
    read = document(path)
    at = read.text.index("Nicole")
    write_fixes(read, [fix(at, at + 6, "Nikol")])
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        assert path.read_bytes() == raw.replace("Nicole".encode("utf-16-le"), "Nikol".encode("utf-16-le"))
    else:
        assert path.read_bytes() == raw.replace(b"Nicole", b"Nikol")


def test_permissions_and_links_stay(tmp_path: Path) -> None:
    path, link = tmp_path / "a.txt", tmp_path / "link.txt"
    path.write_text(TEXT)
    path.chmod(0o640)
    link.symlink_to(path)
    write_fixes(document(link), [fix(0, 6, "Nikol")])
    assert path.read_text().startswith("Nikol")
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert sorted(item.name for item in tmp_path.iterdir()) == ["a.txt", "link.txt"]


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    read = document(path)
    path.write_text("other")
    with pytest.raises(FixError, match="changed since it was read"):
        write_fixes(read, [fix(0, 6, "Nikol")])
    assert path.read_text() == "other"


def test_characters_that_the_encoding_lacks_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(BYTES["latin"])
    read = document(path)
    with pytest.raises(FixError, match="cannot write; save the file as UTF-8"):
        write_fixes(read, [fix(0, 2, "Пашинян")])
    assert path.read_bytes() == BYTES["latin"]


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(FixError, match="no such file"):
        write_fixes(Document(text="", reading=Reading(text=""), path=str(tmp_path / "gone.txt")), [])


def test_what_fails_midway_leaves_no_trace(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")

    def fail() -> None:
        with replacing(path) as file:
            file.write(b"new")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert path.read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_new_file_gets_the_usual_permissions(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        with replacing(tmp_path / "new.txt") as file:
            file.write(b"x")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "new.txt").stat().st_mode) == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="no /dev/null")
def test_devices_are_written_to_not_replaced() -> None:
    with replacing(Path("/dev/null")) as file:
        file.write(b"x")
    assert not Path("/dev/null").is_file()
