"""The table and the CSV of claims, what all their formats share, and that hostile text controls nothing."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from claim_examples import EVERY, HELD, OPEN, PLACE, REFUTED, TEXT, judged, objects, printed, table
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from copydesk.characters import HOSTILE
from copydesk.core.claim import Party
from copydesk.core.entity import Entity, Fact, Kind, Relation
from copydesk.core.report import DocumentReport, Failure
from copydesk.core.span import Span
from copydesk.render import Style
from copydesk.render.claims.csvfmt import COLUMNS
from copydesk.render.formats import CLAIM_FORMATS
from copydesk.render.known import Known
from copydesk.render.visible import visible

DATA = [name for name, form in CLAIM_FORMATS.items() if not form.for_people]


def test_the_table_is_exactly_this() -> None:
    assert (
        printed("table", judged(REFUTED, PLACE))
        == """\
claims in a.txt:
  line:col  relation    verdict    reason        score  as of       claim
  1:12      role        refuted    wrong holder  0.95   2020-10-06  “German Chancellor Emmanuel
                                                                    Macron”
            Angela Merkel held the office; likelier the fault of the translation
            - Angela Merkel: Chancellor, Germany, 2005-11-22 to 2021-12-08 (https://example.org/m;
              twice)
  1:71      located in  supported                0.97               “Bonn, Germany”
            Bonn: in Germany
            - Bonn: Located in Germany (https://example.org/b)

2 claims (1 refuted, 1 supported), 1 file; signature copydesk:0|date:unknown
"""
    )


def test_a_day_that_all_are_judged_at_is_said_once() -> None:
    heading, header, *_ = printed("table", judged(REFUTED, REFUTED)).splitlines()
    assert (heading, "as of" in header) == ("claims in a.txt, as of 2020-10-06:", False)
    heading, header, *_ = printed("table", judged(PLACE)).splitlines()
    assert (heading, "as of" in header) == ("claims in a.txt, undated:", False)


def test_many_rows_are_counted() -> None:
    text = printed("table", judged(replace(REFUTED, facts=(HELD,) * 9)))
    assert text.count("- Angela Merkel: ") == 4
    assert "- … and 5 more\n" in text


@pytest.mark.parametrize("width", [1, 40, 72, 80, 100, 200])
def test_a_table_stays_within_its_width(width: int) -> None:
    text = printed("table", judged(*EVERY), width=width)
    rows = text.split("\n\n", maxsplit=1)[0].splitlines()[1:]
    fixed = max(len(row) for row in printed("table", judged(*EVERY), width=1).split("\n\n")[0].splitlines())
    assert max(cell_len(row) for row in rows) <= max(width, fixed)


def test_colours_and_quiet() -> None:
    assert "\x1b[1;31mrefuted  " in printed("table", judged(REFUTED, PLACE), colour=True)
    assert "signature" not in printed("table", judged(REFUTED), quiet=True)


def test_nothing_claimed() -> None:
    assert printed("table", judged()) == "no claims, 1 file; signature copydesk:0|date:unknown\n"
    assert printed("csv", judged()) == printed("csv") == ",".join(COLUMNS) + "\n"
    assert printed("fever", judged()) == printed("ftm", judged()) == ""
    assert json.loads(printed("annotations", judged()))["total"] == 0


@pytest.mark.parametrize("name", CLAIM_FORMATS)
def test_errors_go_to_standard_error_unless_the_format_holds_them(name: str) -> None:
    shown = CLAIM_FORMATS[name].renderer(Style())
    pieces = "".join(shown.problem(Failure(path="gone.txt", message="gone.txt: no such file")))
    assert bool(pieces) == CLAIM_FORMATS[name].holds_errors


def test_the_wire_has_parts_fault_and_implied() -> None:
    refuted, opened, _ = objects("jsonl", REFUTED, OPEN)
    assert refuted["parts"] == {"extraction": 0.99, "link": 0.98, "fact": 0.9804}
    assert (refuted["fault"], refuted["implied"], refuted["schema"]) == ("translation", False, 1)
    assert (opened["parts"], opened["fault"], opened["implied"]) == (None, None, True)


def test_csv_says_what_the_wire_says() -> None:
    rows = table(printed("csv", judged(*EVERY)))
    wires = objects("jsonl", *EVERY)[:-1]
    assert tuple(rows[0]) == COLUMNS
    for row, wire in zip(rows, wires, strict=True):
        assert Span(int(row["start"]), int(row["end"])).of(TEXT) == row["text"] == wire["text"]
        for key in ("path", "relation", "predicate", "verdict"):
            assert row[key] == wire[key]
        for key in ("qualifier", "as_of", "reason", "fault"):
            assert (row[key] or None) == wire[key]
        assert (float(row["score"]) if row["score"] else None) == wire["score"]
        assert {key: float(row[key]) for key in ("extraction", "link", "fact") if row[key]} == (wire["parts"] or {})
        for key in ("subject", "object"):
            cells = {"text": row[key], "id": row[f"{key}_id"] or None, "name": row[f"{key}_name"] or None}
            assert cells == wire[key]
        assert row["implied"] == ("yes" if wire["implied"] else "no")
    assert rows[0]["rows"] == "Angela Merkel: Chancellor, Germany, 2005-11-22 to 2021-12-08 (https://example.org/m; twice)"
    assert rows[2]["rows"] == "Angela Merkel: Member of The Greens, disputed (no source)"


@given(st.text())
def test_any_words_come_back_from_csv(words: str) -> None:
    item = replace(OPEN, claim=replace(OPEN.claim, text=words), message=words)
    (row,) = table(printed("csv", judged(item)))
    assert not row["text"].startswith(("=", "+", "-", "@"))
    for cell in (row["text"], row["message"]):
        assert cell.removeprefix("'") == visible(words) if cell[:1] == "'" else cell == visible(words)


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "'=1", '"=1', "a,b", "=cmd|' /C calc'!A0"])
def test_no_spreadsheet_runs_a_cell(words: str) -> None:
    item = replace(OPEN, claim=replace(OPEN.claim, text=words, qualifier=words), message=words)
    (row,) = table(printed("csv", judged(item, path=words)))
    expected = words if words[0] in '"a' else f"'{words}"
    assert row["path"] == row["text"] == row["message"] == row["qualifier"] == expected


@pytest.mark.parametrize("name", CLAIM_FORMATS)
def test_hostile_text_controls_nothing(hostile: DocumentReport, name: str) -> None:
    (item,) = hostile.claims
    bad = item.claim.text
    fact = Fact(subject=bad, relation=Relation.HOLDS_OFFICE, object=bad, role=bad, title=bad, source=bad, note=bad)
    entity = Entity(id=bad, name=bad, kind=Kind.PERSON, country=bad, same_as=(f"wikidata:{bad}",))
    every = [
        replace(item, facts=(fact,) * 9),
        replace(item, claim=replace(item.claim, relation="role", object=Party(text=bad, entity=entity)), facts=(fact,)),
        replace(item, claim=replace(item.claim, relation="role", role=bad, subject=Party(text=bad))),
    ]
    text = printed(name, replace(hostile, claims=tuple(every)), known=Known(), width=60)
    assert not HOSTILE.search(text.replace("\n", ""))
    if name in ("fever", "ftm", "jsonl"):
        assert [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("name", DATA)
def test_data_of_several_documents_is_one_whole(name: str) -> None:
    text = printed(name, judged(REFUTED), judged(), judged(*EVERY, path="b.txt"))
    if name == "csv":
        assert [row["path"] for row in table(text)] == ["a.txt", *["b.txt"] * len(EVERY)]
    elif name == "annotations":
        assert json.loads(text)["total"] == 1 + len(EVERY)
    else:
        assert all(json.loads(line) for line in text.splitlines())
