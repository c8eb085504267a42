"""The built list: written and read again, never half, and made from the seeds that are there."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copydesk.core.dates import PartialDate, Period
from copydesk.core.entity import Entity, Fact, FormType, Kind, NameForm, Office, Relation
from copydesk.entities import EntityList
from copydesk.entities.build import SEEDS, compiled, main
from copydesk.entities.loading import default_list
from copydesk.entities.writing import write_list
from copydesk.errors import EntityListError

NAMES = st.text(alphabet="abcÅø Նиك'-|", min_size=1, max_size=12)
WORDS = st.text(alphabet="abc é\n", max_size=10)
DATES = st.none() | st.sampled_from([PartialDate(2018), PartialDate(2018, 5), PartialDate(2018, 5, 8)])
FORMS = st.builds(NameForm, text=NAMES, type=st.sampled_from(FormType), lang=st.none() | st.just("zh"))
ENTITIES = st.builds(
    Entity,
    id=st.text(alphabet="abc-", min_size=1, max_size=4),
    name=NAMES,
    kind=st.sampled_from(Kind),
    country=st.none() | st.just("AM"),
    family=st.lists(st.text(alphabet="abc", min_size=1), max_size=2).map(tuple),
    gender=st.sampled_from([None, "m", "f"]),
    forms=st.lists(FORMS, max_size=3).map(tuple),
    description=WORDS,
    source=WORDS,
)
FACTS = st.builds(
    Fact,
    subject=st.just("a"),
    relation=st.sampled_from(Relation),
    object=st.none() | st.just("b"),
    role=st.none() | st.just("mayor"),
    title=st.none() | st.just("Mayor"),
    period=st.builds(Period, start=DATES, as_of=DATES),
    disputed=st.booleans(),
    source=WORDS,
    note=WORDS,
)
OFFICES = [Office(role="mayor", titles=("Mayor", "Lord Mayor"), single=True, rank=3)]


def rows(entities: EntityList) -> tuple[object, ...]:
    return entities.signature, tuple(entities.entities), entities.facts, tuple(entities.offices.values())


@given(st.lists(ENTITIES, max_size=4, unique_by=lambda entity: entity.id), st.lists(FACTS, max_size=4))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
def test_written_and_read_again(tmp_path: Path, entities: list[Entity], facts: list[Fact]) -> None:
    made = EntityList(entities, facts, OFFICES, signature="made-1")
    path = tmp_path / "made.sqlite"
    write_list(path, entities, facts, OFFICES, signature="made-1")
    assert rows(EntityList.opened(path)) == rows(made)


def test_an_interrupted_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "made.sqlite"
    write_list(path, (), (), (), signature="old")
    before = path.read_bytes()
    broken = [Entity(id="a", name="A", kind=Kind.PLACE, source=object())]  # type: ignore[arg-type]
    with pytest.raises(sqlite3.Error):
        write_list(path, broken, (), (), signature="broken")
    assert path.read_bytes() == before
    write_list(path, (), (), (), signature="new")
    assert EntityList.opened(path).signature == "new"
    assert [item.name for item in tmp_path.iterdir()] == ["made.sqlite"]


def test_missing_list(tmp_path: Path) -> None:
    with pytest.raises(EntityListError, match=r"none\.sqlite: the built list is missing; install the package again"):
        EntityList.opened(tmp_path / "none.sqlite")


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" + b"x" * 500])
def test_what_is_no_built_list(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.sqlite"
    path.write_bytes(content)
    with pytest.raises(EntityListError, match=r"bad\.sqlite: not a built list: .*; build it again"):
        EntityList.opened(path)


def test_the_shipped_list_is_up_to_date() -> None:
    made, shipped = compiled(SEEDS), default_list()
    assert shipped.signature == made.signature, "seeds/ changed since the list was built: run `make build`"
    assert (len(shipped), len(shipped.facts)) == (len(made), len(made.facts)), "the list is old: run `make build`"
    assert rows(shipped) == rows(made), "the list is not what seeds/ make: run `make build`"


def test_the_build_says_what_it_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.sqlite"
    assert main([str(SEEDS), str(out)]) == 0
    made = EntityList.opened(out)
    digest = hashlib.sha256(out.read_bytes()).hexdigest()
    printed = f"out.sqlite: {len(made)} entities, {len(made.facts)} facts, {made.signature}, sha256 {digest}\n"
    assert capsys.readouterr().out == printed


def test_broken_seeds_are_one_line_and_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "offices.csv").write_text("role,titles,single,rank\nmayor,Mayor,yes,3\n")
    (tmp_path / "own.entities.csv").write_text("id,name,kind\na,Ada,human\n")
    assert main([str(tmp_path), str(tmp_path / "out.sqlite")]) == 2
    assert "own.entities.csv:2: 'human' is not a known kind" in capsys.readouterr().err
    assert not (tmp_path / "out.sqlite").exists()
