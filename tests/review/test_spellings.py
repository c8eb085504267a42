from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.config import Config
from copydesk.desk import Desk
from copydesk.entities import EntityList, load_entities
from copydesk.errors import EntityListError
from copydesk.review.spellings import accept_spelling

ENTITIES = """id,name,kind,country,family
np,Nikol Pashinyan,person,AM,Pashinyan
am,Armenia,place,AM,
"""
HEADER = "entity,form,type,lang,source\n"
TEXT = "The Armenian leader Nicole Pasinyan spoke."


@pytest.fixture
def names(tmp_path: Path) -> str:
    path = tmp_path / "names.csv"
    path.write_text(ENTITIES)
    return str(path)


@pytest.fixture
def entities(names: str) -> EntityList:
    return load_entities(names, default=False)


def rules(*lists: str) -> list[str]:
    report = Desk(load_entities(*lists, default=False), Config(reader="none", select=("NAM",))).check(TEXT)
    return [finding.rule for finding in report.findings]


def test_the_next_check_takes_it_for_right(tmp_path: Path, names: str, entities: EntityList) -> None:
    own = str(tmp_path / "own.csv")
    assert rules(names) == ["NAM101"]
    assert accept_spelling(own, "np", "Nicole Pasinyan", entities, source="ann, 2026-11-30")
    assert Path(own).read_text() == HEADER + 'np,Nicole Pasinyan,alias,,"ann, 2026-11-30"\n'
    assert rules(names, own) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["names.csv", "own.csv"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"", HEADER.encode() + b"np,N P,alias,,\n"),
        (HEADER.encode(), HEADER.encode() + b"np,N P,alias,,\n"),
        (b"entity,form,type\nam,Hayastan,foreign", b"entity,form,type\nam,Hayastan,foreign\nnp,N P,alias\n"),
        (b"\xef\xbb\xbftype,entity,form\r\n", b"\xef\xbb\xbftype,entity,form\r\nalias,np,N P\r\n"),
        # the same words as a wrong form, or of another entity, are no obstacle
        (
            b"entity,form,type\nnp,N P,clipped\nam,N P,alias\n",
            b"entity,form,type\nnp,N P,clipped\nam,N P,alias\nnp,N P,alias\n",
        ),
    ],
)
def test_the_rest_of_the_file_stays(tmp_path: Path, entities: EntityList, before: bytes, after: bytes) -> None:
    own = tmp_path / "own.csv"
    own.write_bytes(before)
    assert accept_spelling(str(own), "np", " N  P ", entities)
    assert own.read_bytes() == after
    assert not accept_spelling(str(own), "np", "N P", entities)
    assert own.read_bytes() == after


@pytest.mark.parametrize("spelling", ["Nikol Pashinyan", "N P"])
def test_what_is_right_already_is_not_added(tmp_path: Path, entities: EntityList, spelling: str) -> None:
    own = tmp_path / "own.csv"
    own.write_text("entity,form,type\nnp,N P,former\n")
    assert not accept_spelling(str(own), "np", spelling, entities)
    assert own.read_text() == "entity,form,type\nnp,N P,former\n"


@pytest.mark.parametrize(
    ("content", "entity", "spelling", "words"),
    [
        ("", "gone", "N P", "no entity has the id 'gone'; look it up"),
        ("", "np", " ", "the column 'form' is empty"),
        ("", "np", "N\x00P", "a name with control characters"),
        ("", "np", "…", "a name without a letter"),
        (ENTITIES, "np", "N P", "not a table of forms; name another file, whose columns are entity, form, type"),
        ("entity,form,type\nnp,N P\n", "np", "N P", "own.csv:2: 2 cells where the header has 3"),
        ("entity,form,type,odd\n", "np", "N P", None),
    ],
)
def test_what_cannot_be_added(
    tmp_path: Path, entities: EntityList, content: str, entity: str, spelling: str, words: str | None
) -> None:
    own = tmp_path / "own.csv"
    own.write_text(content)
    with pytest.raises(EntityListError, match=words):
        accept_spelling(str(own), entity, spelling, entities)
    assert own.read_text() == content


def test_files_of_another_kind(tmp_path: Path, entities: EntityList) -> None:
    for path, words in (("own.jsonl", "name a .csv file"), ("none/own.csv", "no such file")):
        with pytest.raises(EntityListError, match=words):
            accept_spelling(str(tmp_path / path), "np", "N P", entities)


def test_a_source_of_any_characters_can_be_read_back(tmp_path: Path, names: str, entities: EntityList) -> None:
    own = str(tmp_path / "own.csv")
    accept_spelling(own, "np", 'N "P", Jr', entities, source='a,b\n"c"\ud800\u2028')
    accept_spelling(own, "np", "N. P.", entities)
    found = load_entities(names, own, default=False).get("np")
    assert found is not None
    assert [form.text for form in found.forms] == ['N "P", Jr', "N. P."]
