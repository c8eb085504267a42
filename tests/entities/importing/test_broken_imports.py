"""Broken input is an error with file, line and remedy; an import that is not strict counts it and goes on."""

from __future__ import annotations

import bz2
import gzip
import json
from pathlib import Path

import pytest
from import_world import ftm, imported, write
from wikidata_rows import item, link, person, statement, time

from copydesk.entities.importing import opened
from copydesk.errors import EntityListError

ADA, BO = ftm("p1", name="Ada Byron"), ftm("p2", name="Bo Li")
POST = ftm("post1", "Position", name="Prime Minister of Armenia", country="am")
OFFICE = item("Q100", "Prime Minister of Armenia")
CSV = "person,personLabel,positionLabel,start,end"
DEEP = '{"id": ' + "[" * 100_000 + "]" * 100_000 + "}"


def held(start: str, end: str) -> dict[str, object]:
    return ftm("o1", "Occupancy", holder="p1", post="post1", startDate=start, endDate=end)


def minister(start: str, end: str) -> dict[str, object]:
    return person("Q1", P39=[statement(link("Q100"), P580=time(start), P582=time(end))])


#: the lines of a file, the line of the error, words of the message and of the remedy, and how many records stay if not strict
BROKEN: dict[str, tuple[list[object], int, str, str, int]] = {
    "line cut off": ([ADA, '{"id": "p3", "schema": "Per', BO], 2, "not a JSON object", "one object a line", 2),
    "a list": ([ADA, "[1]", BO], 2, "not a JSON object", "one object a line", 2),
    "deep nesting": ([ADA, DEEP, BO], 2, "not a JSON object", "one object a line", 2),
    "huge integer": ([ADA, '{"id": ' + "9" * 10_000 + "}", BO], 2, "not a JSON object", "one object a line", 2),
    "no id": ([ADA, {"schema": "Person", "properties": {}}, BO], 2, "no id", "give the object an id", 2),
    "id with a blank": ([ADA, ftm("p 3", name="Cy Do"), BO], 2, "no id", "without blanks", 2),
    "id of half a character": ([ADA, '{"id": "\\ud800", "schema": "Person", "properties": {}}', BO], 2, "no id", "give", 2),
    "id that is a number": ([ADA, {**BO, "id": 3}, BO], 2, "no id", "give the object an id", 2),
    "no schema": ([ADA, {"id": "p3", "properties": {}}, BO], 2, "not FollowTheMoney", "schema and properties", 2),
    "properties are a list": ([ADA, {**BO, "properties": []}, BO], 2, "not FollowTheMoney", "schema and properties", 2),
    "long name": ([ADA, ftm("p3", name="x" * 10_000), BO], 2, "a name of 10000 characters", "at most 200", 2),
    "control character": ([ADA, ftm("p3", name="Cy\x07 Do"), BO], 2, "control characters", "take them out", 2),
    "half a character": ([ADA, '{"id":"p3","schema":"Person","properties":{"name":["\\udc00"]}}', BO], 2, "control", "take", 2),
    "name of dots": ([ADA, ftm("p3", name="..."), BO], 2, "a name without a letter", "take the row out", 2),
    "same id": ([ADA, ftm("p1", name="Cy Do"), BO], 2, "an id that stands twice: p1", "take one of the two out", 2),
    "same position": ([ADA, POST, POST, BO], 3, "an id that stands twice: post1", "take one of the two out", 2),
    "no such birthday": ([ADA, ftm("p3", name="Cy Do", birthDate="1975-02-30")], 2, "impossible dates", "date of birth", 2),
    "no such day": ([ADA, POST, held("2021-02-30", "2022")], 3, "impossible dates", "mend the date", 1),
    "day of zeros": ([ADA, POST, held("0000-00-00", "2022")], 3, "impossible dates", "mend the date", 1),
    "end before start": ([ADA, POST, held("2021", "2019")], 3, "impossible dates: the end 2019 lies before", "mend", 1),
    "nobody's office": ([ADA, ftm("o1", "Occupancy", holder="p1")], 2, "without holder or post", "name both", 1),
    "broken note": ([ftm("p1", name="A", notes="copydesk/1 {"), BO], 1, "a note of copydesk", "export the list again", 1),
    "odd note": ([ftm("p1", name="A", notes='copydesk/1 {"entity": {"id": "x"}}'), BO], 1, "a note of copydesk", "export", 1),
    "number in a note": ([ftm("p1", name="A", notes='copydesk/1 {"entity": {"id": 1}}'), BO], 1, "a note of", "export", 1),
    "item cut off": ([OFFICE, '{"type":"item","id":"Q1","claims":{', minister("2018", "2019")], 2, "not a JSON", "object", 1),
    "item without id": ([OFFICE, {**minister("2018", "2019"), "id": 1}, minister("2018", "2019")], 2, "no id", "as Q42", 1),
    "same item": ([OFFICE, *[minister("2018", "2019")] * 2], 3, "an id that stands twice: Q1", "take one of the two out", 1),
    "item: no such day": ([OFFICE, minister("2021-02-30", "2022")], 2, "impossible dates: Q1", "mend the date", 1),
    "item: day of zeros": ([OFFICE, minister("0000-00-00", "2022")], 2, "impossible dates: Q1", "mend the date", 1),
    "item: end before start": ([OFFICE, minister("2021", "2019")], 2, "the end 2019 lies before", "mend the date", 1),
    "item: birthday": ([OFFICE, person("Q1", P39=[statement("novalue")], P569=time("2021-02-30"))], 2, "impossible", "", 1),
    "item: long name": ([OFFICE, person("Q1", "x" * 201, P39=[statement("novalue")])], 2, "a name of 201", "at most 200", 0),
    "item: long label": ([item("Q100", "x" * 300), minister("2018", "2019")], 1, "a name of 300", "at most 200", 1),
    "row: bad id": ([CSV, "Q1,Ada Byron,,,", "L5,Bo Li,,,"], 3, "no id: L5", "ends in a Q-id", 1),
    "row: two names": ([CSV, "Q1,Ada Byron,,,", "Q1,Ada King,,,"], 3, "an id with two names", "keep one of them", 1),
    "row: cells": ([CSV, "Q1,Ada Byron,,,", "Q2,Bo Li"], 3, "cells that do not fit the header: 2 cells", "quote cells", 1),
    "row: quoting": ([CSV, "Q1,Ada Byron,,,", '"Q2"x,Bo Li,,,', "Q3,Cy Do,,,"], 3, "broken CSV", "mend the quoting", 2),
    "row: no such day": ([CSV, "Q1,Ada Byron,Prime Minister of Armenia,2021-02-30,"], 2, "impossible dates", "mend", 1),
    "row: end before start": ([CSV, "Q1,Ada Byron,Prime Minister of Armenia,2021,2019"], 2, "impossible dates", "mend", 1),
    "row: long name": ([CSV, f"Q1,{'x' * 10_000},,,", "Q2,Bo Li,,,"], 2, "a name of 10000 characters", "at most 200", 1),
    "row: endless cell": ([CSV, f"Q1,{'x' * 200_000},,,", "Q2,Bo Li,,,"], 2, "broken CSV", "mend the quoting", 1),
    "unknown column": ([f"{CSV},nativeLable", "Q1,Ada Byron,,,,"], 1, "unknown column: nativeLable", "'nativeLabel'", 1),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "line", "message", "remedy", "kept"), BROKEN.values(), ids=BROKEN.keys())
def test_broken_row(tmp_path: Path, lines: list[object], line: int, message: str, remedy: str, kept: int) -> None:
    path = write(tmp_path / "list.json", *lines)
    with pytest.raises(EntityListError) as caught:
        imported(path)
    error = caught.value
    assert (error.where, error.line) == (path, line)
    assert message in error.message
    assert remedy in (error.remedy or "")
    assert "\n" not in str(error)
    records, tally = imported(path, strict=False)
    assert len(records) == kept
    assert sum(tally.refused.values()) >= 1
    assert all(len(example) < 1_000 for examples in tally.examples.values() for example in examples)


def test_refused_once(tmp_path: Path) -> None:
    path = write(tmp_path / "list.json", ADA, POST, held("2021", "2019"), "{", ftm("o2", "Occupancy", holder="p1"))
    _, tally = imported(path, strict=False)
    assert dict(tally.refused) == {"impossible dates": 1, "not a JSON object": 1, "an occupancy without holder or post": 1}


#: the content of a file, words of the message, and how many records stay; None where it cannot be opened at all
CONTENT: dict[str, tuple[bytes, str, int | None]] = {
    "empty": (b"", "no rows", 0),
    "blank lines": (b"\n\n", "no rows", 0),
    "empty gzip": (gzip.compress(b""), "no rows", 0),
    "header only": (CSV.encode(), "no rows", 0),
    "not UTF-8": (json.dumps(ADA).encode() + b'\n{"id":"\xff"}\n', "not UTF-8", 1),
    "UTF-16": (json.dumps(ADA).encode("utf-16"), "not a list that can be read", None),
    "prose": (b"Once upon a time\n", "not a list that can be read", None),
    "a number": (b"{1}\n", "not a JSON object", None),
    "another object": (b'{"a": 1}\n', "not a list that can be read", None),
    "another table": (b"id,name\n1,2\n", "not a list that can be read", None),
    "query without names": (b"person,country\nQ1,AM\n", "0 columns 'name'", None),
    "query with two names": (b"person,personLabel,name\nQ1,A,B\n", "2 columns 'name'", None),
}


@pytest.mark.parametrize(("content", "message", "kept"), CONTENT.values(), ids=CONTENT.keys())
def test_broken_file(tmp_path: Path, content: bytes, message: str, kept: int | None) -> None:
    path = tmp_path / "list"
    path.write_bytes(content)
    with pytest.raises(EntityListError) as caught:
        imported(str(path))
    assert message in caught.value.message
    assert caught.value.remedy
    if kept is None:
        with pytest.raises(EntityListError):
            imported(str(path), strict=False)
    else:
        records, tally = imported(str(path), strict=False)
        assert (len(records), sum(tally.refused.values())) == (kept, 1)


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress], ids=["gz", "bz2"])
def test_packed_file_that_breaks_off(tmp_path: Path, pack: object) -> None:
    rows = [ftm(f"p{n}", name="Ada " + "".join(chr(97 + (n * k) % 26) for k in range(3, 40))) for n in range(30_000)]
    assert callable(pack)
    packed = pack("".join(json.dumps(row) + "\n" for row in rows).encode())
    path = tmp_path / "list.packed"
    path.write_bytes(packed[: len(packed) * 2 // 3])
    with pytest.raises(EntityListError, match="truncated") as caught:
        imported(str(path))
    assert caught.value.line is not None
    assert caught.value.remedy == "fetch the file again"
    records, tally = imported(str(path), strict=False)
    assert 1_000 < len(records) < 30_000
    assert tally.refused["truncated"] == 1


def test_damaged_gzip(tmp_path: Path) -> None:
    packed = bytearray(gzip.compress(json.dumps(ADA).encode() + b"\n"))
    packed[-5] ^= 0xFF
    (tmp_path / "list").write_bytes(packed)
    with pytest.raises(EntityListError, match="truncated"):
        imported(str(tmp_path / "list"))


def test_no_file_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.json", tmp_path):
        for strict in (True, False):
            with pytest.raises(EntityListError, match=r"no such file|directory") as caught:
                imported(str(path), strict=strict)
            assert caught.value.remedy == "check the path and its permissions"


def test_unknown_format(tmp_path: Path) -> None:
    with pytest.raises(EntityListError, match="'xml' is not a known format") as caught:
        imported(write(tmp_path / "list.json", ADA), "xml")
    assert "ftm, wikidata, sparql" in (caught.value.remedy or "")


@pytest.mark.parametrize("format", [None, "ftm"])
def test_byte_order_mark(tmp_path: Path, format: str | None) -> None:
    path = tmp_path / "list.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(ADA).encode())
    assert len(imported(str(path), format)[0]) == 1


def test_endless_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "LONGEST_LINE", 2**20)
    path = write(tmp_path / "list.json", ADA, '{"id": "' + "x" * 5 * 2**20 + '"}', BO)
    with pytest.raises(EntityListError, match="a line too long") as caught:
        imported(path)
    assert caught.value.line == 2
    records, tally = imported(path, strict=False)
    assert [record.at.line for record in records] == [1, 3]
    assert tally.refused["a line too long"] == 1


@pytest.mark.parametrize("ends", ["\r\n", "\n\n"])
def test_line_ends(tmp_path: Path, ends: str) -> None:
    path = tmp_path / "list.json"
    path.write_text(ends.join(json.dumps(row) for row in (ADA, BO)), encoding="utf-8", newline="")
    assert len(imported(str(path))[0]) == 2
