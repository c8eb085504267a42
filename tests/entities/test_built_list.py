"""The built list: written and read again, never half, and made from the seeds that are there."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copydesk.cli.main import cli
from copydesk.core.dates import PartialDate, Period
from copydesk.core.entity import Entity, Fact, FormType, Kind, NameForm, Office, Relation
from copydesk.entities import EntityList, writing
from copydesk.entities.build import SEEDS, Built, build, compiled
from copydesk.entities.layers import statement
from copydesk.entities.loading import default_list
from copydesk.entities.recipe import read_recipe
from copydesk.entities.writing import write_list
from copydesk.errors import ConfigError, EntityListError

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


def test_a_list_that_is_damaged_further_on(tmp_path: Path) -> None:
    path = tmp_path / "made.sqlite"
    entities = [Entity(id=f"e{n}", name=f"Ada {'b' * 40}{n}", kind=Kind.PLACE) for n in range(3000)]
    write_list(path, entities, (), (), signature="made")
    content = path.read_bytes()
    half = len(content) // 2
    path.write_bytes(content[: half - 40_000] + b"\xff" * 80_000 + content[half + 40_000 :])
    with pytest.raises(EntityListError, match=r"made\.sqlite: (the list is damaged|not a built list): .*again"):  # noqa: PT012
        damaged = EntityList.opened(path)
        list(damaged.entities)
        assert [damaged.named(entity.name) for entity in entities]


def test_the_shipped_list_holds_every_seed() -> None:
    """Whatever the sources add: what was written by hand stands, under its id and name, with its facts."""
    made, shipped = compiled(SEEDS), default_list()
    there = {entity.id: entity for entity in shipped.entities}
    # a source may know the day of a start that the seeds know to the year
    stated = {(*statement(fact), fact.title, fact.period.start.year) for fact in shipped.facts if fact.period.start}
    stale = "seeds/ changed since the list was built: run `make build`"
    assert [entity.id for entity in made.entities if entity.id not in there] == [], stale
    assert [entity.id for entity in made.entities if there[entity.id].name != entity.name] == [], stale
    assert [e.id for e in made.entities if not set(e.forms) <= set(there[e.id].forms)] == [], stale
    dated = [(fact, fact.period.start.year) for fact in made.facts if fact.period.start]
    assert [fact for fact, year in dated if (*statement(fact), fact.title, year) not in stated] == [], stale


def test_no_fact_of_the_shipped_list_stands_twice() -> None:
    seen = Counter((*statement(fact), fact.title, fact.period) for fact in default_list().facts)
    assert [fact for fact, count in seen.items() if count > 1] == []


RECIPE = """
[seeds]
folder = "seeds"
prominence = 0.9

[[source]]
name = "CIA World Leaders"
adapter = "world_leaders"
files = ["leaders.tsv"]
prominence = 0.4
"""
LEADERS = "country\toffice\tperson\tas_of\n" + "".join(
    f"{row}\t2019-06-04\n"
    for row in (
        "Ruritania\tPrime Minister\tAda VON STRELSAU",
        "Ruritania\tMin. of Fisheries & Lakes\tBo ELPHBERG",
        "Ruritania\tMin. of Defense\t",
        "Atlantis\tKing\tNEPTUNE",
    )
)


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    """A folder with seeds of one country, a recipe of one source, and its data."""
    seeds, data = tmp_path / "seeds", tmp_path / "data"
    for folder in (seeds, data, tmp_path / "configs"):
        folder.mkdir()
    (seeds / "offices.csv").write_text(
        "role,titles,single,rank\nprime_minister,Prime Minister,yes,1\nminister,Minister of State,no,3\n"
        "defence_minister,Minister of Defense,yes,2\nmonarch,King,yes,1\n"
    )
    (seeds / "countries.csv").write_text("alpha2,alpha3\nRU,RUR\n")
    (seeds / "own.entities.csv").write_text(
        "id,name,kind,country,description\nruritania,Ruritania,place,RU,country in Europe\nada,Ada von Strelsau,person,RU,\n"
    )
    (seeds / "own.forms.csv").write_text("entity,form,type\nruritania,Ruritanian,demonym\n")
    (seeds / "own.facts.csv").write_text(
        "subject,relation,object,role,title,start,as_of\n"
        "ada,holds_office,ruritania,prime_minister,Prime Minister,2018-05,2018-12\n"
    )
    (data / "leaders.tsv").write_text(LEADERS)
    (tmp_path / "configs" / "entities.toml").write_text(RECIPE)
    return tmp_path


def built(workshop: Path) -> Built:
    recipe = read_recipe(workshop / "configs" / "entities.toml")
    return build(recipe, workshop / "data", workshop / "out.sqlite")


def test_a_list_is_built_from_seeds_and_sources(workshop: Path) -> None:
    made = built(workshop)
    entities = EntityList.opened(workshop / "out.sqlite")
    assert (made.entities, made.facts, made.signature) == (len(entities), len(entities.facts), entities.signature)
    assert list(entities.by_id) == ["ruritania", "ada", "cia:ruritania/bo-elphberg"]
    (prime,) = entities.holders("prime_minister", "ruritania")
    # the snapshot says that the tenure went on; it is no tenure of its own
    assert (str(prime.period.start), str(prime.period.as_of), prime.period.end) == ("2018-05", "2019-06-04", None)
    (minister,) = entities.about("cia:ruritania/bo-elphberg")
    assert minister.title == "Minister of Fisheries and Lakes"
    assert minister.period == Period(seen=PartialDate(2019, 6, 4), as_of=PartialDate(2019, 6, 4))


def test_every_row_is_counted(workshop: Path) -> None:
    merged = built(workshop).by_source["CIA World Leaders"]
    assert (merged.tally.rows, merged.kept, merged.merged) == (4, 1, 1)
    assert merged.tally.refused == {"not plainly one name": 1, "no country of the list": 1}
    assert merged.tally.examples["no country of the list"] == [f"{workshop / 'data' / 'leaders.tsv'}:5: Atlantis"]
    with closing(sqlite3.connect(workshop / "out.sqlite")) as db:
        counts = dict(db.execute("SELECT count, n FROM built WHERE source = 'CIA World Leaders'"))
    assert (counts["rows"], counts["refused: no country of the list"]) == (4, 1)


def test_built_twice_alike(workshop: Path) -> None:
    built(workshop)
    before = (workshop / "out.sqlite").read_bytes()
    built(workshop)
    assert (workshop / "out.sqlite").read_bytes() == before


def test_an_interrupted_build_leaves_the_old_list(workshop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(workshop)
    before = (workshop / "out.sqlite").read_bytes()

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(writing, "_fact_row", interrupted)
    with pytest.raises(KeyboardInterrupt):
        built(workshop)
    assert (workshop / "out.sqlite").read_bytes() == before
    assert [path.name for path in workshop.glob("*.part")] == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("adapter =", "adaptor ="), "unknown key 'adaptor'"),
        (('"world_leaders"', '"world_cup"'), "no adapter 'world_cup' for CIA World Leaders"),
        (("leaders.tsv", "none.tsv"), "no none.tsv in"),
        (("prominence = 0.4", 'prominence = "much"'), "'prominence' in \\[\\[source\\]\\] is no float"),
        (("[seeds]", "[sedes]"), "\\[seeds\\] is missing"),
        (("[[source]]", "[source"), "not TOML"),
    ],
)
def test_a_recipe_that_is_wrong(workshop: Path, change: tuple[str, str], message: str) -> None:
    path = workshop / "configs" / "entities.toml"
    path.write_text(path.read_text().replace(*change, 1))
    with pytest.raises(ConfigError, match=message):
        built(workshop)
    assert not (workshop / "out.sqlite").exists()


def test_broken_seeds_name_file_and_line(workshop: Path) -> None:
    (workshop / "seeds" / "own.entities.csv").write_text("id,name,kind\na,Ada,human\n")
    with pytest.raises(EntityListError, match=r"own\.entities\.csv:2: 'human' is not a known kind"):
        built(workshop)


def test_the_command_says_what_became_of_every_row(workshop: Path) -> None:
    arguments = [
        "--config", workshop / "configs" / "entities.toml", "--data", workshop / "data", "-o", workshop / "out.sqlite",
        "--examples",
    ]  # fmt: skip
    done = CliRunner().invoke(cli, ["entities", "build", *map(str, arguments)], prog_name="copydesk")
    assert done.exit_code == 0, done.output
    *lines, last = done.output.splitlines()
    assert lines == [
        "seeds: 3 rows; entities: 2 kept, 0 merged; facts: 1 kept",
        "CIA World Leaders: 4 rows; entities: 1 kept, 1 merged; facts: 1 kept, 1 merged",
        "  refused 1: not plainly one name",
        f"    {workshop / 'data' / 'leaders.tsv'}:4",
        "  refused 1: no country of the list",
        f"    {workshop / 'data' / 'leaders.tsv'}:5: Atlantis",
    ]
    assert re.fullmatch(r"out\.sqlite: 3 entities, 2 facts, default-[0-9a-f]{8}, sha256 [0-9a-f]{64}", last)


def test_the_command_names_a_missing_data_folder(workshop: Path) -> None:
    arguments = ["--config", str(workshop / "configs" / "entities.toml"), "--data", str(workshop / "nowhere")]
    done = CliRunner().invoke(cli, ["entities", "build", *arguments, "-o", str(workshop / "out.sqlite")], prog_name="copydesk")
    assert done.exit_code == 2
    assert "no leaders.tsv in" in done.output
    assert "name the data folder with --data" in done.output
