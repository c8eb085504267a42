from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from copydesk.cli.counting import stats, stats_text
from copydesk.cli.look_up import found, search_text, show
from copydesk.cli.main import cli
from copydesk.core.dates import PartialDate, Period
from copydesk.core.entity import Entity, Fact, FormType, Kind, NameForm, Office, Relation
from copydesk.entities import EntityList, load_entities
from copydesk.render.entities import FEW, dates
from copydesk.render.paint import Paint

PLAIN = Paint(False)
OFFICES = (
    Office(role="president", titles=("President",), single=True, rank=1),
    Office(role="mayor", titles=("Mayor",), single=True, rank=4),
)


def day(text: str | None) -> PartialDate | None:
    return None if text is None else PartialDate.parse(text)


def period(start: str | None = None, end: str | None = None, as_of: str | None = None, seen: str | None = None) -> Period:
    return Period(start=day(start), end=day(end), as_of=day(as_of), seen=day(seen))


def person(ident: str, name: str, *forms: tuple[FormType, str, str | None], prominence: float | None = None) -> Entity:
    return Entity(
        id=ident, name=name, kind=Kind.PERSON, country="XA", family=(name.split()[-1],), prominence=prominence,
        forms=tuple(NameForm(text=text, type=type_, lang=lang) for type_, text, lang in forms),
        same_as=(f"wikidata:Q{len(ident)}",),
    )  # fmt: skip


def office(who: str, role: str, when: Period, title: str | None = None, source: str = "Gazette") -> Fact:
    return Fact(
        subject=who, relation=Relation.HOLDS_OFFICE, object="ruritania", role=role, title=title, period=when, source=source
    )


RUDOLF = person(
    "rudolf-elphberg",
    "Rudolf Elphberg",
    (FormType.ALIAS, "Rudolph Elphberg", None),
    (FormType.NATIVE, "Рудольф Эльфберг", "ru"),
)
FLAVIA = person("flavia-elphberg", "Flavia Elphberg", prominence=0.8)
MICHAEL = person("black-michael-of-strelsau", "Michael Elphberg", prominence=0.2)
RURITANIA = Entity(id="ruritania", name="Ruritania", kind=Kind.PLACE, country="XA", source="Atlas; Gazette")
STRELSAU = Entity(id="strelsau", name="Strelsau", kind=Kind.PLACE, country="XA")
FACTS = (
    office("rudolf-elphberg", "president", period("1894-05", "1897-01-31")),
    office("flavia-elphberg", "president", period("1897-01-31", as_of="1899")),
    office("black-michael-of-strelsau", "mayor", period(seen="1890", as_of="1890"), title="Lord Mayor"),
    Fact(subject="strelsau", relation=Relation.CAPITAL_OF, object="ruritania", period=period(as_of="1899"), disputed=True),
    Fact(subject="strelsau", relation=Relation.LOCATED_IN, object="ruritania"),
)
LIST = EntityList((RUDOLF, FLAVIA, MICHAEL, RURITANIA, STRELSAU), FACTS, OFFICES, signature="small-1")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["entities", *map(str, arguments)], prog_name="copydesk")


@pytest.mark.parametrize("verb", ["check", "search", "show", "stats", "import", "export"])
def test_help_loads_nothing_heavy(verb: str) -> None:
    code = (
        "import sys, copydesk.cli.main as m\n"
        "try: m.main()\n"
        "except SystemExit: pass\n"
        "print([n for n in ('numpy', 'rapidfuzz', 'click.testing', 'copydesk.entities') if n in sys.modules], file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, "entities", verb, "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
    assert f"copydesk entities {verb}" in done.stdout.partition("Example")[2]


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (period(), ""),
        (period("2018-05-08", "2021-01"), "2018-05-08 to 2021-01"),
        (period("2018"), "since 2018"),
        (period("2018-05-08", as_of="2026"), "since 2018-05-08, last seen 2026"),
        (period(end="2021"), "until 2021"),
        (period(end="2021", as_of="2020", seen="2019"), "until 2021, seen 2019 to 2020"),
        (period(as_of="2025-01-01"), "last seen 2025-01-01"),
        (period(seen="2015"), "first seen 2015"),
        (period(seen="2015", as_of="2015"), "seen 2015"),
        (period(seen="2015", as_of="2017-02"), "seen 2015 to 2017-02"),
    ],
)
def test_a_period_in_words(when: Period, words: str) -> None:
    assert dates(when) == words


@pytest.mark.parametrize(
    ("name", "exact", "near"),
    [
        ("Rudolf Elphberg", [("rudolf-elphberg", "name")], ["flavia-elphberg", "black-michael-of-strelsau"]),
        ("rudolph elphberg", [("rudolf-elphberg", "alias")], None),
        ("Рудольф Эльфберг", [("rudolf-elphberg", "native")], None),
        ("Эльфберг", [("rudolf-elphberg", "part")], None),
        # of the same use, the more prominent first
        ("ELPHBERG", [(id_, "family") for id_ in ("flavia-elphberg", "black-michael-of-strelsau", "rudolf-elphberg")], []),
        ("Rudlof Elfberg", [], ["rudolf-elphberg"]),
        ("Qwxzv", [], []),
        ("...", [], []),
        ("", [], []),
    ],
)
def test_whom_a_name_finds(name: str, exact: list[tuple[str, str]], near: list[str] | None) -> None:
    same, like = found(LIST, name, None, 5)
    assert [(match.entity.id, match.match) for match in same] == exact
    if near is not None:
        assert [match.entity.id for match in like][: len(near)] == near
    assert all(match.likeness is not None and match.likeness >= 0.58 for match in like)


def test_kinds_and_limits() -> None:
    assert found(LIST, "Strelsau", Kind.PERSON, 5)[0] == []
    assert len(found(LIST, "Rudlof Elfberg", None, 1)[1]) == 1
    same, like = found(LIST, "Elphberg", None, 0)
    text = list(search_text(LIST, same, like, None, most=2, paint=PLAIN))
    assert sum("by family name" in line for line in text) == 2
    assert "… and 1 more are called so: raise --limit" in text


@pytest.mark.parametrize(
    ("when", "marks"),
    [
        ("1893", ["not yet", "not yet"]),
        ("1895", ["held", "not yet"]),
        ("1897", ["unsure", "unsure"]),
        ("1898", ["over", "held"]),
        ("1901", ["over", "stale"]),
    ],
)
def test_how_an_office_stands_to_a_day(when: str, marks: list[str]) -> None:
    for ident, mark in zip(("rudolf-elphberg", "flavia-elphberg"), marks, strict=True):
        (line,) = (line for line in show(LIST, ident, day(when), every=False, paint=PLAIN) if line.startswith("  office"))
        assert line.split(maxsplit=1)[1].startswith(mark)


def test_who_held_the_offices_of_a_body() -> None:
    lines = list(show(LIST, "ruritania", None, every=False, paint=PLAIN))
    assert lines[lines.index("") :] == [
        "",
        "President:",
        "  Flavia Elphberg: since 1897-01-31, last seen 1899  (Gazette)",
        "  Rudolf Elphberg: 1894-05 to 1897-01-31  (Gazette)",
        "",
        "Mayor:",
        "  Michael Elphberg, Lord Mayor: seen 1890  (Gazette)",
        "",
        "Capital:",
        "  Strelsau: last seen 1899, disputed  (no source)",
        "",
        "… and 1 more, see --all",
    ]
    assert "Located in it:" in show(LIST, "ruritania", None, every=True, paint=PLAIN)


def test_no_more_than_thirty_holders() -> None:
    many = [person(f"p{n}", f"Holder Number{n}") for n in range(40)]
    facts = [office(one.id, "mayor", period(str(1900 + n))) for n, one in enumerate(many)]
    held = EntityList((*many, RURITANIA), facts, OFFICES)
    for every, shown in ((False, 30), (True, 40)):
        lines = list(show(held, "ruritania", None, every=every, paint=PLAIN))
        assert sum("Holder" in line for line in lines) == shown
        assert lines[lines.index("Mayor:") + 1] == "  Holder Number39: since 1939  (Gazette)"


def test_a_card_is_short() -> None:
    facts = [office(RUDOLF.id, "mayor", period(str(1900 + n))) for n in range(FEW + 3)]
    held = EntityList((RUDOLF, RURITANIA), facts, OFFICES)
    text = list(search_text(held, *found(held, "Rudolf Elphberg", None, 5), None, most=10, paint=PLAIN))
    assert sum("Mayor" in line for line in text) == FEW
    assert "  … and 3 more, see copydesk entities show rudolf-elphberg" in text


def test_colours_only_where_asked_for() -> None:
    bright = "".join(show(LIST, "flavia-elphberg", day("1898"), every=False, paint=Paint(True)))
    assert "\x1b[1mFlavia Elphberg\x1b[0m" in bright
    assert "\x1b" not in "".join(show(LIST, "flavia-elphberg", day("1898"), every=False, paint=PLAIN))


def test_counts() -> None:
    counts = stats(LIST)
    assert counts["kinds"] == {"person": 3, "place": 2}
    assert counts["sources"] == {"(none)": 4, "Atlas": 1, "Gazette": 1}
    assert (counts["native"], counts["forms"]) == ({"ru": 1}, {"name": 5, "alias": 1, "native": 1})
    assert (counts["offices"], counts["open"]) == ({"president": 2, "mayor": 1}, {"1890": 1, "1899": 1})
    assert list(stats_text(LIST, counts))[-1] == "\nsignature: small-1"
    many = EntityList((person(f"p{n}", f"Holder Number{n}") for n in range(1)), (), OFFICES)
    assert next(iter(stats_text(many, stats(many)))) == "1 entity, no facts"


HOSTILE = '{"id": "h", "name": "Rupert \u202eHentzau", "kind": "person", "source": "\x1b[31mred"}\n'


@pytest.mark.parametrize(
    "command", [["search", "Hentzau"], ["show", "h"], ["stats"], ["search", "Hentzau", "--format", "jsonl"]]
)
def test_hostile_names_steer_no_terminal(folder: Path, command: list[str]) -> None:
    text = HOSTILE.replace("\x1b", "\\u001b")
    (folder / "h.jsonl").write_text(text + text.replace('"h"', '"i"').replace("Rupert \u202eHentzau", "Hentzau"))
    result = run(*command, "--no-default-entities", "--entities", "h.jsonl")
    assert result.exit_code == 0
    assert not {"\u202e", "\x1b"} & set(result.stdout)
    if "jsonl" in command:
        assert {json.loads(line)["source"] for line in result.stdout.splitlines()} == {"\x1b[31mred"}


@pytest.mark.parametrize(
    ("ident", "says"),
    [("rudolf-elphburg", "did you mean rudolf-elphberg"), ("Flavia Elfberg", "flavia-elphberg"), ("???", "entities search")],
)
def test_an_unknown_id_names_the_nearest(folder: Path, ident: str, says: str) -> None:
    rows = "id,name,kind\nrudolf-elphberg,Rudolf Elphberg,person\nflavia-elphberg,Flavia Elphberg,person\n"
    (folder / "mine.csv").write_text(rows)
    result = run("show", ident, "--no-default-entities", "--entities", "mine.csv")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert says in result.stderr


def test_show_by_what_another_data_set_calls_it() -> None:
    assert next(iter(show(LIST, "wikidata:Q15", None, every=False, paint=PLAIN))).startswith("Rudolf Elphberg  (person, XA)")


NAMES = "id,name,kind,country\nx1,Ada Strelsau,person,XA\nx2,Strelsau,place,XA\n"
OFFICE = "subject,relation,object,role,start\nx1,holds_office,x2,mayor,1890\n"


@pytest.mark.parametrize(
    ("out", "read"),
    [
        ("out.sqlite", ["out.sqlite"]),
        ("out.jsonl", ["out.jsonl"]),
        ("out.csv", ["out.entities.csv", "out.facts.csv"]),
    ],
)
def test_what_was_imported_is_read_back(folder: Path, out: str, read: list[str]) -> None:
    (folder / "names.csv").write_text(NAMES)
    (folder / "office.csv").write_text(OFFICE.replace("mayor", "governor"))
    given = load_entities("names.csv", "office.csv", default=False)
    assert run("import", "names.csv", "office.csv", "-o", out, "--no-default-entities").exit_code == 0
    back = load_entities(*read, default=False)
    assert (list(back.entities), back.facts) == (list(given.entities), given.facts)
    assert run("check", "--no-default-entities", *read).exit_code == 0


@pytest.mark.parametrize("out", ["out.sqlite", "out.jsonl"])
def test_an_import_that_fails_leaves_the_old_list(folder: Path, out: str) -> None:
    (folder / "names.csv").write_text(NAMES + "x1,Ada Again,person,XA\n")
    (folder / out).write_text("old")
    result = run("import", "names.csv", "-o", out, "--no-default-entities")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "names.csv:4: the id 'x1' stands twice" in result.stderr
    assert (folder / out).read_text() == "old"
    assert sorted(path.name for path in folder.iterdir()) == ["names.csv", out]


@pytest.mark.parametrize("verb", ["import", "export"])
@pytest.mark.parametrize(("out", "says"), [("none/out.jsonl", "no such folder"), ("folder.jsonl", "is a folder")])
def test_where_nothing_can_be_written(folder: Path, verb: str, out: str, says: str) -> None:
    (folder / "names.csv").write_text(NAMES)
    (folder / "folder.jsonl").mkdir()
    given = ["names.csv"] if verb == "import" else ["--to", "jsonl", "--entities", "names.csv"]
    result = run(verb, *given, "-o", out, "--no-default-entities")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert says in result.stderr


def test_an_export_into_a_folder(folder: Path) -> None:
    (folder / "names.csv").write_text(NAMES)
    (folder / "out").mkdir()
    assert run("export", "--to", "csv", "-o", "out", "--no-default-entities", "--entities", "names.csv").exit_code == 0
    assert [path.name for path in (folder / "out").iterdir()] == ["list.entities.csv"]


def test_kinds_of_tables(folder: Path) -> None:
    (folder / "names.csv").write_text(NAMES)
    (folder / "office.csv").write_text(OFFICE.replace("mayor", "governor"))
    assert run("import", "names.csv", "office.csv", "-o", "o.sqlite", "--kind", "place", "--no-default-entities").exit_code == 0
    back = load_entities("o.sqlite", default=False)
    assert ([entity.id for entity in back.entities], back.facts) == (["x2"], ())
