"""Whatever is wrong with a list is said with file, line and remedy, and nothing of the list is loaded."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from list_files import Table

from copydesk.entities import load_entities
from copydesk.errors import EntityListError

ENTITIES = "id,name,kind,country,family,gender,aliases,native"
ADA = "ada,Ada Byron,person,GB,Byron,f,,"
FACTS = "subject,relation,object,role,start,end,disputed,precision"
FORMS = "entity,form,type,lang"

#: what the lines of a CSV are, the line of the error, and words of the message and of the remedy
BROKEN = {
    "unknown column": (["id,name,kind,famly", "a,B C,person,C"], 1, "unknown column 'famly'", "did you mean 'family'?"),
    "column like no other": (["id,name,kind,zzzzzz", "a,B C,person,C"], 1, "unknown column 'zzzzzz'", "the columns are"),
    "column twice": (["id,name,kind,kind", "a,B C,person,person"], 1, "column stands twice", "keep one"),
    "no table": (["foo,bar", "1,2"], 1, "no table has the columns foo, bar", "needed are id, name, kind; or subject"),
    "empty id": ([ENTITIES, ",Ada,person,,,,,"], 2, "column 'id' is empty", "fill it in"),
    "id with a blank": ([ENTITIES, "a b,Ada,person,,,,,"], 2, "white space", "write it without"),
    "empty name": ([ENTITIES, "ada,,person,,,,,"], 2, "column 'name' is empty", "fill it in"),
    "bad kind": ([ENTITIES, ADA, "b,Bo Li,human,,,,,"], 3, "'human' is not a known kind", "person, place, organization"),
    "bad country": ([ENTITIES, "ada,Ada,person,UKR,,,,"], 2, "'UKR' is not a country code", "two capitals"),
    "small country": ([ENTITIES, "ada,Ada,person,gb,,,,"], 2, "'gb' is not a country code", "two capitals"),
    "bad gender": ([ENTITIES, "ada,Ada,person,GB,,x,,"], 2, "'x' is not a gender", "m, f"),
    "bad native form": ([ENTITIES, "ada,Ada,person,GB,,,,Ада"], 2, "not a native form", "lang:form"),
    "duplicate id": ([ENTITIES, ADA, "ada,Ada King,person,GB,,,,"], 3, "the id 'ada' stands twice", "own.csv:2"),
    "no such day": ([FACTS, "a,capital_of,b,,2021-02-30,,,"], 2, "start: day", "of a day that exists"),
    "day of zeros": ([FACTS, "a,capital_of,b,,0000-00-00,,,"], 2, "start: year 0", "of a day that exists"),
    "month of zeros": ([FACTS, "a,capital_of,b,,2021-00,,,"], 2, "start: month", "of a day that exists"),
    "date in words": ([FACTS, "a,capital_of,b,,May 2021,,,"], 2, "'May 2021' is not a date", "YYYY-MM-DD"),
    "end before start": ([FACTS, "a,capital_of,b,,2021,2019,,"], 2, "the end 2019 lies before the start 2021", "mend one"),
    "bad precision": ([FACTS, "a,capital_of,b,,2021,,,week"], 2, "'week' is not a known precision", "year, month, day"),
    "bad relation": ([FACTS, "a,capital,b,,,,,"], 2, "'capital' is not a known relation", "holds_office, capital_of"),
    "bad disputed": ([FACTS, "a,capital_of,b,,,,perhaps,"], 2, "'perhaps' is not a known disputed", "yes, no"),
    "office without role": ([FACTS, "a,holds_office,b,,,,,"], 2, "an office without a role", "offices.csv"),
    "unknown subject": ([FACTS, "no-such-one,capital_of,armenia,,,,,"], 2, "no entity has the id 'no-such-one'", "add the"),
    "unknown object": ([FACTS, "yerevan,capital_of,no-such-one,,,,,"], 2, "no entity has the id 'no-such-one'", "add the"),
    "unknown role": ([FACTS, "nikol-pashinyan,holds_office,armenia,boss,,,,"], 2, "'boss' is not a known role", "monarch"),
    "fact twice": ([FACTS, *["yerevan,capital_of,armenia,,,,,"] * 2], 3, "this fact stands twice", "own.csv:2"),
    "part of itself": ([FACTS, "armenia,part_of,armenia,,,,,"], 2, "a circle: armenia in armenia", "take one of these"),
    "part of its part": ([FACTS, "armenia,part_of,yerevan,,,,,"], 2, "a circle: armenia in yerevan in armenia", "take one"),
    "form of nobody": ([FORMS, "no-such-one,Foo,alias,"], 2, "no entity has the id 'no-such-one'", "add the"),
    "form that is a name": ([FORMS, "armenia,Foo,name,"], 2, "'name' is not a known type", "alias, former"),
    "form of no language": ([FORMS, "armenia,Foo,clipped,Chinese"], 2, "'Chinese' is not a language code", "ISO 639"),
    "control character": ([ENTITIES, "ada,Ada \x07Byron,person,,,,,"], 2, "control characters", "take them out"),
    "name of dots": ([ENTITIES, "ada,...,person,,,,,"], 2, "a name without a letter", "take the row out"),
    "long name": ([ENTITIES, f"ada,{'a' * 10_000},person,,,,,"], 2, "a name of 10000 characters", "at most 200"),
    "long alias": ([ENTITIES, f"ada,Ada,person,,,,{'b' * 10_000},"], 2, "a name of 10000 characters", "at most 200"),
    "too few cells": ([ENTITIES, "ada,Ada"], 2, "2 cells where the header has 8", "quote cells"),
    "broken quoting": ([ENTITIES, ADA, '"b"o,Bo Li,person,,,,,'], 3, "broken CSV", "mend the quoting"),
    "open quotation": ([ENTITIES, 'b,"Bo Li,person,,,,,'], 2, "broken CSV", "mend the quoting"),
    "second line of a row": ([ENTITIES, 'b,"Bo', 'Li",person,,,,,', "c,Cy,human,,,,,"], 4, "'human'", "use one of"),
}


@pytest.mark.parametrize(("lines", "line", "message", "remedy"), BROKEN.values(), ids=BROKEN.keys())
def test_broken_row(table: Table, lines: list[str], line: int, message: str, remedy: str) -> None:
    path = table(*lines)
    with pytest.raises(EntityListError) as caught:
        load_entities(path)
    error = caught.value
    assert (error.where, error.line) == (path, line)
    assert message in error.message
    assert remedy in (error.remedy or "")
    assert str(error).startswith(f"{path}:{line}: ")
    assert "\n" not in str(error)


@pytest.mark.parametrize(
    ("name", "content", "message", "remedy"),
    [
        ("list.txt", b"id,name,kind\n", "not a list that can be read", "give a .csv or .jsonl file"),
        ("list", b"id,name,kind\n", "not a list that can be read", "give a .csv or .jsonl file"),
        ("list.csv", b"", "the list is empty", "its first line names the columns"),
        ("list.csv", b"id,name,kind\n", "the list holds no rows", "add rows"),
        ("list.csv", b"id,name,kind\n,,\n\n", "the list holds no rows", "add rows"),
        ("list.jsonl", b"\n\n", "the list holds no rows", "add rows"),
    ],
)
def test_file_that_is_no_list(tmp_path: Path, name: str, content: bytes, message: str, remedy: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(EntityListError) as caught:
        load_entities(str(path))
    assert (caught.value.where, caught.value.message) == (str(path), message)
    assert remedy in (caught.value.remedy or "")


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(EntityListError, match=r"none\.csv: no such file or directory; check the path"):
        load_entities(str(tmp_path / "none.csv"))


def test_folder(tmp_path: Path) -> None:
    (tmp_path / "list.csv").mkdir()
    with pytest.raises(EntityListError, match=r"list\.csv: is a directory; check the path"):
        load_entities(str(tmp_path / "list.csv"))


def test_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("id,name,kind\na,Ada,person\nj,José,person\n".encode("cp1252"))
    with pytest.raises(EntityListError, match=r"list\.csv:3: not UTF-8; save the list as UTF-8"):
        load_entities(str(path))


@pytest.mark.parametrize(
    ("line", "message", "remedy"),
    [
        ("[1, 2]", "not a JSON object", "one object a line"),
        ('"id"', "not a JSON object", "one object a line"),
        ("null", "not a JSON object", "one object a line"),
        ("{", "not a JSON object", "one object a line"),
        ("[" * 100_000, "not a JSON object", "one object a line"),
        ('{"id": "a", "name": "Ada", "kind": "person", "nam": "x"}', "unknown column 'nam'", "did you mean 'name'?"),
        ('{"id": "a", "name": "Ada"}', "no table has the columns id, name", "needed are"),
        (f'{{"id": {"1" * 5000}}}', "not a JSON object", "one object a line"),
        ('{"id": "a", "name": "Ada", "id": "b", "kind": "person"}', "a column stands twice", "keep one"),
        ("{}", "no table has the columns (none)", "needed are"),
        ('{"id": 1, "name": "Ada", "kind": "person"}', "'id' holds int", "write a string"),
        ('{"id": "a", "name": ["Ada"], "kind": "person"}', "'name' holds list", "array of strings"),
        ('{"id": "a", "name": "Ada", "kind": "person", "aliases": [1]}', "'aliases' holds list", "array of strings"),
        ('{"id": "a", "name": "Ada\\ud800", "kind": "person"}', "control characters", "take them out"),
    ],
)  # fmt: skip
def test_broken_jsonl(table: Table, line: str, message: str, remedy: str) -> None:
    path = table('{"id": "b", "name": "Bo Li", "kind": "person"}', "", line, name="own.jsonl")
    with pytest.raises(EntityListError) as caught:
        load_entities(path)
    assert (caught.value.where, caught.value.line) == (path, 3)
    assert message in caught.value.message
    assert remedy in (caught.value.remedy or "")


def test_the_second_list_is_named_when_it_is_broken(table: Table) -> None:
    good, bad = table(ENTITIES, ADA), table(ENTITIES, ADA, name="second.csv")
    with pytest.raises(EntityListError, match=r"second\.csv:2: the id 'ada' stands twice; it is also at .*own\.csv:2"):
        load_entities(good, bad)


def test_facts_alone_without_the_default(table: Table) -> None:
    with pytest.raises(EntityListError, match=r"holds 0 entities; add entities or keep the default list"):
        load_entities(table(FACTS, "a,capital_of,b,,,,,"), default=False)


@given(content=st.one_of(st.binary(max_size=200), st.text(alphabet='id,namek\nperso"|é:', max_size=120).map(str.encode)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@pytest.mark.parametrize("suffix", [".csv", ".jsonl"])
def test_any_bytes_are_a_list_or_refused(tmp_path: Path, suffix: str, content: bytes) -> None:
    path = tmp_path / f"any{suffix}"
    path.write_bytes(b"id,name,kind\n" * (suffix == ".csv") + content)
    refused: EntityListError | None = None
    try:
        assert len(load_entities(str(path), default=False)) > 0
    except EntityListError as error:
        refused = error
    assert refused is None or (refused.where == str(path) and refused.remedy)
