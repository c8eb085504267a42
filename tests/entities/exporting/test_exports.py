from __future__ import annotations

import json
import string
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copydesk.core.dates import PartialDate, Period
from copydesk.core.entity import Entity, Fact, FormType, Kind, NameForm, Relation
from copydesk.entities.exporting import write_csv, write_ftm, write_jsonl
from copydesk.entities.importing import read_records
from copydesk.entities.records import Tally
from copydesk.entities.tables import Rows, read_table
from copydesk.errors import EntityListError


class Nowhere:
    """A world that knows nothing: what comes back comes from the file."""

    def country(self, text: str) -> str | None:
        return None

    def code(self, ident: str) -> str | None:
        return None

    def body(self, name: str) -> str | None:
        return None

    def role(self, title: str) -> str | None:
        return None


ADA = Entity(
    id="wikidata:Q1",
    name="Ada Byron",
    kind=Kind.PERSON,
    country="GB",
    family=("Byron", "King"),
    gender="f",
    forms=(
        NameForm(text="Ada King", type=FormType.ALIAS),
        NameForm(text="Ада Байрон", type=FormType.NATIVE, lang="ru"),
        NameForm(text="Ada | Byron", type=FormType.ALIAS),
        NameForm(text="Ada Bayron", type=FormType.FOREIGN, lang="tr"),
        NameForm(text="Ada Byronne", type=FormType.FORMER),
        NameForm(text="Countess Number", type=FormType.TRANSLATED, lang="zh"),
    ),
    description='wrote, "in a note", the first program\u2028and more',
    source="a publisher",
    born=PartialDate(1815, 12),
    same_as=("ofac:29673", "geonames:1"),
    prominence=0.125,
)
BODY = Entity(id="org", name="Office of Engines", kind=Kind.ORGANIZATION, forms=(NameForm(text="OE", type=FormType.ACRONYM),))
TOWN = Entity(id="cia:uk/town", name="Town", kind=Kind.PLACE, country="GB")
LIST = [ADA, BODY, TOWN]
HELD = Fact(
    subject=ADA.id,
    relation=Relation.HOLDS_OFFICE,
    object="org",
    role="head",
    title="Head Engineer",
    period=Period(start=PartialDate(1840, 5), end=PartialDate(1852, 11, 27)),
    disputed=True,
    source="https://example.org/a",
    note="by some accounts\nonly",
)
FACTS = [
    HELD,
    replace(HELD, title=None, period=Period(as_of=PartialDate(1850), seen=PartialDate(1849)), disputed=False, note=""),
    Fact(subject="org", relation=Relation.RANK, title="largest office"),
    Fact(subject=ADA.id, relation=Relation.MEMBER_OF, object="org"),
    Fact(subject="cia:uk/town", relation=Relation.CAPITAL_OF, object="org", period=Period(start=PartialDate(1066))),
]


def read_back(paths: Iterable[str]) -> tuple[list[Entity], list[Fact]]:
    rows = Rows()
    for path in paths:
        read_table(path, rows)
    entities = {entity.id: entity for entity, _ in rows.entities}
    for ident, form, _ in rows.forms:
        entities[ident] = replace(entities[ident], forms=(*entities[ident].forms, form))
    return list(entities.values()), [fact for fact, _ in rows.facts]


def imported(path: str) -> tuple[list[Entity], list[Fact]]:
    records = list(read_records(path, "ftm", Nowhere(), Tally(source="test")))
    return [record.entity for record in records], [fact for record in records for fact in record.facts]


def by_subject(facts: Iterable[Fact], entities: Iterable[Entity]) -> list[Fact]:
    facts = list(facts)
    return [fact for entity in entities for fact in facts if fact.subject == entity.id]


def test_csv_and_back(tmp_path: Path) -> None:
    paths = write_csv(LIST, FACTS, str(tmp_path), "mine")
    assert [Path(path).name for path in paths] == ["mine.entities.csv", "mine.facts.csv", "mine.forms.csv"]
    assert read_back(paths) == (LIST, FACTS)
    before = [Path(path).read_bytes() for path in paths]
    assert [Path(path).read_bytes() for path in write_csv(*read_back(paths), str(tmp_path), "mine")] == before
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(Path(path).name for path in paths)


def test_jsonl_and_back(tmp_path: Path) -> None:
    path = write_jsonl(LIST, FACTS, str(tmp_path / "mine.jsonl"))
    assert read_back([path]) == (LIST, FACTS)
    first = json.loads(Path(path).read_text(encoding="utf-8").split("\n")[0])
    assert (first["aliases"], first["native"], first["prominence"]) == (["Ada King"], ["ru:Ада Байрон"], "0.125")


def test_ftm_and_back(tmp_path: Path) -> None:
    path = write_ftm(LIST, FACTS, str(tmp_path / "mine.ftm.json"))
    assert imported(path) == (LIST, by_subject(FACTS, LIST))
    before = Path(path).read_bytes()
    assert Path(write_ftm(*imported(path), path)).read_bytes() == before


def test_kinds_of_an_own_export(tmp_path: Path) -> None:
    path, tally = write_ftm(LIST, FACTS, str(tmp_path / "mine.ftm.json")), Tally(source="test")
    records = list(read_records(path, None, Nowhere(), tally, kinds=[Kind.PERSON]))
    assert [record.entity for record in records] == [ADA]
    assert dict(tally.refused) == {"kind organization": 1, "kind place": 1}


def test_what_other_programs_see_in_ftm(tmp_path: Path) -> None:
    path = write_ftm(LIST, FACTS, str(tmp_path / "mine.ftm.json"))
    rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    assert [row["schema"] for row in rows] == [
        "Person", "Position", "Occupancy", "Position", "Occupancy", "Organization", "Address",
    ]  # fmt: skip
    ada, post, held, body = rows[0], rows[1], rows[2], rows[5]
    assert {name: value for name, value in ada["properties"].items() if name != "notes"} == {
        "name": ["Ada Byron"],
        "alias": ["Ada King", "Ада Байрон", "Ada | Byron", "Ada Bayron"],
        "previousName": ["Ada Byronne"],
        "nationality": ["gb"],
        "summary": [ADA.description],
        "wikidataId": ["Q1"],
        "gender": ["female"],
        "birthDate": ["1815-12"],
        "lastName": ["Byron", "King"],
    }
    assert post["properties"] == {"name": ["Head Engineer of Office of Engines"], "organization": [body["id"]]}
    assert held["properties"]["holder"] == [ada["id"]]
    assert held["properties"]["post"] == [post["id"]]
    assert (held["properties"]["startDate"], held["properties"]["endDate"]) == (["1840-05"], ["1852-11-27"])
    assert held["properties"]["status"] == ["ended"]
    assert len({row["id"] for row in rows}) == len(rows)


def test_forms_made_to_find_are_left_out(tmp_path: Path) -> None:
    channel = NameForm(text="Ada Bairon", type=FormType.CHANNEL, lang="ru")
    made = replace(ADA, forms=(ADA.forms[0], channel, *ADA.forms[1:]))
    assert read_back(write_csv([made], [], str(tmp_path), "mine"))[0] == [ADA]
    assert read_back([write_jsonl([made], [], str(tmp_path / "a.jsonl"))])[0] == [ADA]
    assert imported(write_ftm([made], [], str(tmp_path / "a.json")))[0] == [ADA]


def test_blanks_that_mean_nothing(tmp_path: Path) -> None:
    loose = replace(ADA, name=" Ada  Byron", family=("Byron ", "King"), description=f" {ADA.description}\n")
    assert read_back(write_csv([loose], [], str(tmp_path), "mine"))[0] == [ADA]


def test_a_table_without_rows_goes(tmp_path: Path) -> None:
    assert len(write_csv(LIST, FACTS, str(tmp_path), "mine")) == 3
    (path,) = write_csv([TOWN], [], str(tmp_path), "mine")
    assert [item.name for item in tmp_path.iterdir()] == [Path(path).name]


UNHELD: dict[str, tuple[Entity, Fact, str]] = {
    "bar in a family name": (replace(ADA, family=("A|B",)), HELD, "would not be the same"),
    "empty form": (replace(ADA, forms=(NameForm(text=" ", type=FormType.ACRONYM),)), HELD, "'form' is empty"),
    "control character": (replace(ADA, name="Ada\x07"), HELD, "control characters"),
    "half a character": (replace(ADA, description="\ud800"), HELD, "no Unicode"),
    "no country code": (replace(ADA, country="uk"), HELD, "not a country code"),
    "blank in an id": (replace(ADA, id="a b"), replace(HELD, subject="a b"), "white space"),
    "prominence above 1": (replace(ADA, prominence=1.5), HELD, "not a prominence"),
    "prominence of nothing": (replace(ADA, prominence=float("nan")), HELD, "not a prominence"),
    "name among the forms": (replace(ADA, forms=(NameForm(text="A", type=FormType.NAME),)), HELD, "not a known type"),
    "office without a role": (ADA, replace(HELD, role=None), "an office without a role"),
    "title of blanks": (ADA, replace(HELD, title=" x"), "would not be the same"),
}


@pytest.mark.parametrize(("entity", "fact", "message"), UNHELD.values(), ids=UNHELD.keys())
def test_what_cannot_be_written(tmp_path: Path, entity: Entity, fact: Fact, message: str) -> None:
    for write in (
        lambda: write_csv([TOWN, entity], [fact], str(tmp_path), "mine"),
        lambda: write_jsonl([TOWN, entity], [fact], str(tmp_path / "mine.jsonl")),
        lambda: write_ftm([TOWN, entity], [fact], str(tmp_path / "mine.json")),
    ):
        with pytest.raises(EntityListError, match=message) as caught:
            write()
        assert caught.value.remedy
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_lost_when_an_export_fails(tmp_path: Path) -> None:
    path = write_jsonl(LIST, FACTS, str(tmp_path / "mine.jsonl"))
    before = Path(path).read_bytes()

    def broken() -> Iterable[Entity]:
        yield TOWN
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_jsonl(broken(), [], path)
    assert Path(path).read_bytes() == before
    assert [item.name for item in tmp_path.iterdir()] == ["mine.jsonl"]


def test_no_folder(tmp_path: Path) -> None:
    for write in (
        lambda: write_csv(LIST, FACTS, str(tmp_path / "missing"), "mine"),
        lambda: write_jsonl(LIST, FACTS, str(tmp_path / "missing" / "mine.jsonl")),
        lambda: write_ftm(LIST, FACTS, str(tmp_path / "missing" / "mine.json")),
        lambda: write_jsonl(LIST, FACTS, str(tmp_path)),
    ):
        with pytest.raises(EntityListError) as caught:
            write()
        assert caught.value.remedy == "check the folder and its permissions"


def test_fact_of_nobody(tmp_path: Path) -> None:
    with pytest.raises(EntityListError, match="a fact of 'wikidata:Q1', who is not exported"):
        write_ftm([TOWN], [HELD], str(tmp_path / "mine.json"))


_words = st.text(string.ascii_letters + "éЖ王ع-'’.,;:\"", min_size=1, max_size=12).filter(
    lambda text: any(map(str.isalnum, text))
)
_names = st.lists(_words, min_size=1, max_size=4).map(" ".join)
_cells = st.text(max_size=30).filter(
    lambda text: text == text.strip() and not any(0xD800 <= ord(char) < 0xE000 for char in text)
)
_dates = st.one_of(
    st.builds(PartialDate, st.integers(1, 9999)),
    st.builds(PartialDate, st.integers(1, 9999), st.integers(1, 12)),
    st.dates().map(PartialDate.of),
)
_forms = st.builds(
    NameForm,
    text=_names,
    type=st.sampled_from([type_ for type_ in FormType if type_ not in (FormType.NAME, FormType.CHANNEL)]),
    lang=st.sampled_from([None, "ru", "zh", "zh-Hant", "hye"]),
)
_entities = st.builds(
    Entity,
    id=st.from_regex(r"[a-z]{1,5}(:[A-Za-z0-9/é-]{1,6})?", fullmatch=True),
    name=_names,
    kind=st.sampled_from(Kind),
    country=st.sampled_from([None, "AM", "GB"]),
    family=st.lists(_names, max_size=2).map(tuple),
    gender=st.sampled_from([None, "m", "f"]),
    forms=st.lists(_forms, max_size=5).map(tuple),
    description=_cells,
    source=_cells,
    born=st.none() | _dates,
    same_as=st.lists(st.sampled_from(["wikidata:Q5", "ofac:1", "x:y:z"]), max_size=2).map(tuple),
    prominence=st.none() | st.floats(0, 1),
)


@st.composite
def _lists(draw: st.DrawFn) -> tuple[list[Entity], list[Fact]]:
    entities = draw(st.lists(_entities, min_size=1, max_size=4, unique_by=lambda entity: entity.id))
    facts = []
    for _ in range(draw(st.integers(0, 4))):
        dates = sorted((draw(_dates) for _ in range(2)), key=lambda date: date.first)
        period = draw(st.sampled_from([Period(start=dates[0], end=dates[1]), Period(seen=dates[0], as_of=dates[1]), Period()]))
        office = draw(st.booleans())
        fact = Fact(
            subject=draw(st.sampled_from(entities)).id,
            relation=Relation.HOLDS_OFFICE if office else draw(st.sampled_from([Relation.RANK, Relation.PART_OF])),
            object=draw(st.sampled_from([None, entities[0].id])),
            role=draw(st.sampled_from(["head", "president"])) if office else None,
            title=draw(st.none() | _names),
            period=period,
            disputed=draw(st.booleans()),
            source=draw(_cells),
            note=draw(_cells),
        )
        facts.append(fact)
    return entities, list(dict.fromkeys(facts))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(_lists())
def test_any_list_and_back(tmp_path: Path, both: tuple[list[Entity], list[Fact]]) -> None:
    entities, facts = both
    assert read_back(write_csv(entities, facts, str(tmp_path), "any")) == both
    assert read_back([write_jsonl(entities, facts, str(tmp_path / "any.jsonl"))]) == both
    assert imported(write_ftm(entities, facts, str(tmp_path / "any.json"))) == (entities, by_subject(facts, entities))
